"""Signs of a store: the plan of its partitions, the facility sign, and the page their QR leads to."""

from uuid import UUID

from flask import redirect, request, url_for

from wastetrack import words
from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, may
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.work import Work
from wastetrack.paper.signs import (
    FACILITY_SIZES,
    PARTITION_SIZES,
    facility_sign_pdf,
    partition_sign_pdf,
)
from wastetrack.parties.model import Facility, Site
from wastetrack.parties.queries import (
    find_facility,
    find_site,
    find_unit,
    get_facility,
    partitions_of,
    streams_of,
)
from wastetrack.parties.shapes import FacilitySign, SignPart
from wastetrack.parties.terms import STORES
from wastetrack.web import door
from wastetrack.web.door import Rendered, Room
from wastetrack.web.labels import signer
from wastetrack.web.papers import paper
from wastetrack.web.scanned import count_scan
from wastetrack.words import msg

room = Room("signs", __name__)
# the farthest place a sign must be read from, for the choice on the page
FACILITY_WORDS = {"4": msg("4 米以内"), "10": msg("4 至 10 米"), "over": msg("10 米以外")}
PARTITION_WORDS = {"2.5": msg("2.5 米以内"), "4": msg("2.5 至 4 米"), "over": msg("4 米以外")}


@room.page("/facilities/<uuid:id>/signs")
def show(work: Work, id: UUID) -> Rendered:  # noqa: A002
    """Both signs in three sizes each."""
    row, site = _store(work, id)
    lang = door.lang()
    return door.render(
        "parties/signs.html",
        facility=row,
        site=site,
        partition=[
            (key, words.say(lang, PARTITION_WORDS[key]), f"{side} × {side}")
            for key, side in PARTITION_SIZES.items()
        ],
        whole=[
            (key, words.say(lang, FACILITY_WORDS[key]), f"{wide} × {tall}")
            for key, (wide, tall) in FACILITY_SIZES.items()
        ],
    )


@room.page("/facilities/<uuid:id>/partition-sign.pdf")
def partition(work: Work, id: UUID) -> Rendered:  # noqa: A002
    """The plan of the partitions."""
    row, site = _store(work, id)
    side = PARTITION_SIZES.get(request.args.get("reach", ""), PARTITION_SIZES["2.5"])
    return paper(
        partition_sign_pdf(_sign(work, row, site), side), f"partitions-{row.code}.pdf", keep=True
    )


@room.page("/facilities/<uuid:id>/facility-sign.pdf")
def facility(work: Work, id: UUID) -> Rendered:  # noqa: A002
    """The sign of the store as a whole."""
    row, site = _store(work, id)
    size = FACILITY_SIZES.get(request.args.get("reach", ""), FACILITY_SIZES["4"])
    return paper(
        facility_sign_pdf(_sign(work, row, site), size), f"facility-{row.code}.pdf", keep=True
    )


def _store(work: Work, facility_id: UUID) -> tuple[Facility, Site]:
    row, site = get_facility(work, facility_id)
    if row.kind not in STORES:
        raise Missing(str(facility_id))
    return row, site


def _sign(work: Work, row: Facility, site: Site) -> FacilitySign:
    """What the signs say; Chinese always, since they hang on a wall here."""
    unit = find_unit(work, site.unit_id)
    if unit is None:
        raise Missing(str(site.unit_id))
    names = {s.waste_code: s.common_name for s in streams_of(work, site.id)}
    parts = partitions_of(work, [row.id])
    known = [p.capacity_g for p in parts if p.capacity_g]
    usual = sum(known) / len(known) if known else 1.0
    return FacilitySign(
        unit_name=unit.name,
        facility_name=row.name,
        facility_code=row.code,
        kind=words.label("zh-CN", row.kind),
        # a blank on a sign is filled by hand; a number that reaches nobody is worse than the unit's
        keeper=row.keeper or "",
        contact=row.keeper_phone or unit.phone,
        emergency=site.emergency_phone or row.keeper_phone or unit.phone,
        qr_text=f"{signer().base_url}/F/{row.id.hex}".upper(),
        parts=tuple(
            SignPart(
                p.name,
                tuple(f"{names.get(code, '')} {code}".strip() for code in p.waste_codes),
                float(p.capacity_g or usual),
            )
            for p in parts
        ),
    )


@room.page("/F/<key>", public=True)
def scanned(work: Work, key: str) -> Rendered:
    """The address in a sign's QR: its people see the site, a stranger what it is and whom to call."""
    if work.actor.user_id is None:
        count_scan(work)
    try:
        row = find_facility(work, UUID(key))
    except ValueError:
        row = None
    site = find_site(work, row.site_id) if row else None
    unit = find_unit(work, site.unit_id) if site else None
    if row is None or site is None or unit is None or row.kind not in STORES:
        raise Missing(key[:40])
    if may(work.actor, Action.UNIT_READ, Place(Position.OWN, unit.id, site.id)):
        return redirect(url_for("sites.show", id=site.id), 303)
    return door.render("parties/sign_public.html", facility=row, site=site, unit=unit)
