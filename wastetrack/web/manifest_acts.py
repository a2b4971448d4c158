"""The steps of a manifest in the browser: one question and one tap, or one form each."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import current_app, redirect, url_for
from pydantic import BaseModel

from wastetrack import words
from wastetrack.access.policy import Action
from wastetrack.cases.actions.open import open_case
from wastetrack.cases.terms import CaseKind
from wastetrack.catalog.queries import code_values
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.errors import refuse
from wastetrack.kernel.work import Work
from wastetrack.manifests import inputs
from wastetrack.manifests.actions.annul import annul
from wastetrack.manifests.actions.arrive import arrive
from wastetrack.manifests.actions.attach import attach
from wastetrack.manifests.actions.backfill import backfill
from wastetrack.manifests.actions.confirm import confirm
from wastetrack.manifests.actions.consent import consent, decline
from wastetrack.manifests.actions.correct import correct, endorse
from wastetrack.manifests.actions.depart import depart
from wastetrack.manifests.actions.file import file
from wastetrack.manifests.actions.incident import incident
from wastetrack.manifests.actions.number import number
from wastetrack.manifests.actions.outcome import acknowledge, outcome
from wastetrack.manifests.actions.query import agree, object_
from wastetrack.manifests.actions.relay import relay
from wastetrack.manifests.actions.send_back import send_back, take_back
from wastetrack.manifests.actions.void import void, withdraw
from wastetrack.manifests.model import Manifest
from wastetrack.manifests.queries import get_manifest, lines_of
from wastetrack.manifests.rules import FIELDS
from wastetrack.manifests.terms import Decision, Part
from wastetrack.manifests.transition import outside
from wastetrack.parties.queries import facilities_of
from wastetrack.parties.terms import STORES
from wastetrack.pickups.actions.settle import settle
from wastetrack.trips.queries import find_trip, open_trips
from wastetrack.web import door, manifest_offers, manifests
from wastetrack.web.agreements import attached
from wastetrack.web.door import Rendered, Room
from wastetrack.web.forms import Bound
from wastetrack.words import msg

room = Room("manifest_acts", __name__)
Fill = Callable[[Work, Manifest, Bound[Any]], None]
Do = Callable[[Work, UUID, Any], Manifest]


@dataclass(frozen=True)
class Verb:
    """One step: its name in machine, route and event, its input, and what its form says."""

    action: Action
    data: type[BaseModel]
    do: Do
    lead: str = ""
    fill: Fill | None = None
    fixed: Callable[..., dict[str, object]] | None = None
    # a form only for what a party without account did; else it is done elsewhere
    outside: Part | None = None

    @property
    def name(self) -> str:
        return self.action.value.split(":")[1]

    @property
    def label(self) -> str:
        return manifest_offers.BUTTONS[self.action].label


def _trips(work: Work, m: Manifest, bound: Bound[Any]) -> None:
    """Trips of this carrier, and of the actor's own unit, that may take it over."""
    day = local_day(work.now)
    units = {seat.unit_id for seat in work.actor.seats} | {m.carrier_unit_id}
    rows = [row for unit in units if unit for row in open_trips(work, unit, day)]
    if m.next_trip_id is not None and "trip_id" not in bound.raw:
        bound.raw["trip_id"] = [str(m.next_trip_id)]
    bound.choose(
        "trip_id", [(str(row.id), f"{row.trip.plate} {row.trip.planned_on}") for row in rows]
    )


def _stores(work: Work, m: Manifest, bound: Bound[Any]) -> None:
    rows = facilities_of(work, [m.consignor_site_id])
    stores = [(str(f.id), f.name) for f in rows if f.active and f.kind in STORES]
    bound.choose("facility_id", stores)


def _fields(work: Work, m: Manifest, bound: Bound[Any]) -> None:
    lang = door.lang()
    bound.choose("field_name", [(key, words.say(lang, f.title)) for key, f in FIELDS.items()])
    lines = [line for line in lines_of(work, m.id) if line.decision is not Decision.LEFT_OUT]
    bound.choose("line_id", [(str(line.id), f"{line.number} {line.waste_name}") for line in lines])


def _treated(work: Work, m: Manifest, bound: Bound[Any]) -> None:
    """Accepted lines that are not wholly treated yet, and the ways of treatment."""
    lines = [li for li in lines_of(work, m.id) if (li.accepted_g or 0) > li.outcome_g]
    bound.choose("line_id", [(str(li.id), f"{li.number} {li.waste_name}") for li in lines])
    methods = code_values(work, "method")
    bound.choose("method", [(v.code, f"{v.code} {v.label(door.lang())}") for v in methods])


def _scan(**_path: object) -> dict[str, object]:
    return attached()


def _file(work: Work, manifest_id: UUID, data: inputs.FileManifest) -> Manifest:
    """Ready at once where the district's setting says so."""
    at_once = bool(current_app.extensions["settings"].auto_consent)
    return file(work, manifest_id, data, auto_consent=at_once)


def _report(work: Work, manifest_id: UUID, data: inputs.IncidentManifest) -> Manifest:
    """An incident on the road is also a case, so that somebody looks at it."""
    m = incident(work, manifest_id, data)
    trip = find_trip(work, m.trip_id) if m.trip_id else None
    # an outside carrier has no site here: the consignor, who entered it, has the case
    site_id = trip.carrier_site_id if trip else m.consignor_site_id
    unit_id = trip.carrier_unit_id if trip else m.consignor_unit_id
    open_case(
        work,
        CaseKind.INCIDENT,
        site_id,
        unit_id,
        data.what[:200],
        other_unit_id=m.consignor_unit_id,
        other_site_id=m.consignor_site_id,
        manifest_id=m.id,
        detail={"place": data.place, "told": data.told},
    )
    return m


A = Action
VERBS: tuple[Verb, ...] = (
    Verb(A.MANIFEST_NUMBER, inputs.NumberManifest, number,
         msg("编号由国家系统给，这里只登记、核对，不生成。系统不能用时，填纸质编号和原因。")),
    Verb(A.MANIFEST_DECLINE, inputs.ReasonGiven, decline, msg("联单回到草稿，移出人能看到原因。")),
    Verb(A.MANIFEST_WITHDRAW, inputs.VoidManifest, withdraw, msg("联单回到草稿，可以修改后再提交。")),
    Verb(A.MANIFEST_VOID, inputs.VoidManifest, void, msg("作废后容器可以另开联单，记录保留。")),
    Verb(A.MANIFEST_DEPART, inputs.DepartManifest, depart,
         msg("承运人在本系统没有账号：按它的运输单证登记车辆、人员和运单号。"),
         outside=Part.CARRIER),
    Verb(A.MANIFEST_RELAY, inputs.RelayManifest, relay,
         msg("两个承运人交接：先由现在的承运人选定接运车次，再由接运的承运人确认。"), _trips),
    Verb(A.MANIFEST_INCIDENT, inputs.IncidentManifest, _report,
         msg("先处置、先报告，再登记。登记的内容双方和监管部门都能看到。")),
    Verb(A.MANIFEST_ARRIVE, inputs.ArriveManifest, arrive, msg("到接受人门口，过磅后登记毛重。")),
    Verb(A.MANIFEST_ATTACH, inputs.AttachCopy, attach,
         msg("对方在本系统没有账号：上传对方签字的联单，接受、拒收和确认都按它登记。"), fixed=_scan),
    Verb(A.MANIFEST_AGREE, inputs.Opinion, agree, msg("同意接受人提出的不符，接受人再决定收不收。")),
    Verb(A.MANIFEST_OBJECT, inputs.Opinion, object_, msg("写清依据。意见会留在联单上，接受人再决定收不收。")),
    Verb(A.MANIFEST_SEND_BACK, inputs.SendBackManifest, send_back, msg("按移出人的指令，把拒收的运回去。")),
    Verb(A.MANIFEST_TAKE_BACK, inputs.TakeBackManifest, take_back,
         msg("收回后贮存时间接着原来的算。"), _stores),
    Verb(A.MANIFEST_OUTCOME, inputs.OutcomeManifest, outcome,
         msg("接受人在本系统没有账号：按对方的处置证明登记，证明要上传。"), _treated, fixed=_scan,
         outside=Part.RECEIVER),
    Verb(A.MANIFEST_CORRECT, inputs.CorrectManifest, correct,
         msg("改前改后和原因都留在记录里，相关方同意后生效。"), _fields),
    Verb(A.MANIFEST_ANNUL, inputs.ReasonGiven, annul,
         msg("只用于实物没有动过的联单。移出人、接受人和监管部门都同意后才撤销。")),
    Verb(A.MANIFEST_BACKFILL, inputs.BackfillManifest, backfill,
         msg("按纸质联单登记本方这一部分；转移结束后十个工作日内补录。"),
         fixed=_scan),
)  # fmt: skip
TAPS: tuple[Verb, ...] = (
    Verb(A.MANIFEST_FILE, inputs.FileManifest, _file),
    Verb(A.MANIFEST_CONSENT, inputs.ConsentManifest, consent),
    Verb(A.MANIFEST_CONFIRM, inputs.ConfirmManifest, confirm),
    Verb(A.MANIFEST_ACKNOWLEDGE, inputs.AcknowledgeManifest, acknowledge),
)
_ENDS = frozenset({A.MANIFEST_VOID, A.MANIFEST_TAKE_BACK, A.MANIFEST_ANNUL})


def _register(verb: Verb) -> None:
    def page(work: Work, id: UUID, bound: Bound[Any] | None = None) -> Rendered:  # noqa: A002
        m = get_manifest(work, id)
        if verb.outside is not None and not outside(m, verb.outside):
            return redirect(manifest_offers.href(verb.action, id), 303)
        form = bound or Bound.blank(verb.data, door.lang(), seen=m.head_seq)
        if verb.fill is not None:
            verb.fill(work, m, form)
        return door.render("manifests/act.html", m=m, form=form, verb=verb, breadcrumbs=crumbs(m))

    def act(work: Work, data: BaseModel, id: UUID) -> str:  # noqa: A002
        if verb.outside is not None and not outside(get_manifest(work, id), verb.outside):
            raise refuse("manifests.own_page")
        m = verb.do(work, id, data)
        if m.request_id is not None and verb.action in _ENDS:
            # it may have been the last manifest that a pickup request waited for
            settle(work.as_actor(SYSTEM), m.request_id)
        return url_for("manifests.show", id=id)

    page.__name__ = act.__name__ = verb.name
    address = f"/manifests/<uuid:id>/{verb.name}"
    room.page(address)(page)
    room.mutation(address, data=verb.data, form=page, fixed=verb.fixed)(act)


def _register_tap(verb: Verb) -> None:
    def act(work: Work, data: BaseModel, id: UUID) -> str:  # noqa: A002
        verb.do(work, id, data)
        return url_for("manifests.show", id=id)

    act.__name__ = verb.name
    address = f"/manifests/<uuid:id>/{verb.name}"
    room.mutation(address, data=verb.data, form=manifests.show)(act)


for _verb in VERBS:
    _register(_verb)
for _verb in TAPS:
    _register_tap(_verb)


@room.mutation("/manifests/<uuid:id>/endorse", data=inputs.EndorseCorrection, form=manifests.show)
def endorse_(work: Work, data: inputs.EndorseCorrection, id: UUID) -> str:  # noqa: A002
    """Yes or no to a correction."""
    return url_for("manifests.show", id=endorse(work, id, data).id)


def crumbs(m: Manifest) -> list[dict[str, str]]:
    """The list, then this manifest."""
    return [
        {"label": words.say(door.lang(), "联单"), "href": url_for("manifests.index")},
        {"label": m.reference, "href": url_for("manifests.show", id=m.id)},
    ]
