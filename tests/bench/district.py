"""Seeds a district by bulk SQL: producers, twenty disposers, one carrier, their papers, and manifests."""

from datetime import date

from sqlalchemy import Connection

from tests.bench.bulk import fill, key
from wastetrack.agreements.model import Contract, Plan, PlanLine
from wastetrack.agreements.terms import (
    LineKind,
    PriceBasis,
    ReceiverKind,
    TransferType,
)
from wastetrack.containers.model import Container
from wastetrack.containers.terms import Booking, Content, Custody, HeldAs
from wastetrack.kernel.actor import Role
from wastetrack.manifests.model import Manifest, ManifestLine
from wastetrack.manifests.terms import Decision, Shipper, State
from wastetrack.parties.model import Facility, Licence, Site, Unit
from wastetrack.parties.terms import (
    FacilityKind,
    LicenceKind,
    LicenceState,
    ManagementClass,
    UnitState,
)
from wastetrack.people.model import Membership, User
from wastetrack.people.terms import MembershipState

YEAR = date.today().year
OIL, RAGS = "900-214-08", "900-041-49"
CODES = f"""'["{OIL}", "{RAGS}"]'::jsonb"""
UNIT, SITE, FACILITY, LICENCE, CONTRACT, PLAN, PLAN_LINE = 1, 2, 3, 4, 5, 6, 7
PERSON, SEAT, CONTAINER, MANIFEST, LINE = 8, 9, 10, 11, 12
MASS = 182_400
RECEIVERS = 20


def receiver_of(owner: str, producers: int) -> str:
    """SQL for the disposer that the producer of this number sends to: 0, or one after the producers."""
    return f"(case {owner} % {RECEIVERS} when 0 then 0 else {producers + 1} + {owner} % {RECEIVERS} end)"


def people_and_papers(connection: Connection, producers: int) -> None:
    """Producers numbered from 2; units 0 and those after the producers dispose, unit 1 drives."""
    first_more = producers + 2
    units = producers + 1 + RECEIVERS
    year = f"date '{YEAR}-01-01'", f"date '{YEAR}-12-31'"
    fill(
        connection, Unit, units,
        id=key(UNIT), credit_code="'BENCH' || lpad(g::text, 13, '0')", name="'示例单位' || g",
        kinds=f"""case when g = 1 then '["carrier"]' when g = 0 or g >= {first_more}
                  then '["disposer"]' else '["producer"]' end::jsonb""",
        phone="'13800000000'", state=f"'{UnitState.ACTIVE}'", head_hash="''",
    )  # fmt: skip
    fill(
        connection, Site, units,
        id=key(SITE), unit_id=key(UNIT), name="'厂区'", division_code="'330604001'",
        address="'示例路 1 号'", emergency_phone="'13800000001'",
        emergency_measures="'围堵、吸附、上报'",
        management_class=f"'{ManagementClass.REGISTERED}'", head_hash="''",
    )  # fmt: skip
    fill(
        connection, Facility, units,
        id=key(FACILITY), site_id=key(SITE), code="'TS001'", name="'危废库'",
        kind=f"'{FacilityKind.STORE}'", capacity_g="9000000000000", head_hash="''",
    )  # fmt: skip
    holder = f"(case when g < 2 then g else g + {producers} end)"
    fill(
        connection, Licence, RECEIVERS + 1,
        id=key(LICENCE, holder), unit_id=key(UNIT, holder), number="'示例许可' || g",
        kind=f"case g when 1 then '{LicenceKind.TRANSPORT}' else '{LicenceKind.COMPREHENSIVE}' end",
        codes=CODES, modes="""'["collect", "store", "use", "dispose"]'::jsonb""",
        annual_scale_g="9000000000000", state=f"'{LicenceState.CHECKED}'", issuer="'示例机关'",
        valid_from=f"date '{YEAR - 1}-01-01'",
        valid_to=f"date '{YEAR + 2}-12-31'", head_hash="''",
    )  # fmt: skip
    producer = "(g + 2)"
    receiver = receiver_of(producer, producers)
    of_line = receiver_of("(g / 2 + 2)", producers)
    fill(
        connection, Contract, producers,
        id=key(CONTRACT), number="'HT' || g", consignor_unit_id=key(UNIT, producer),
        receiver_unit_id=key(UNIT, receiver), codes=CODES, price_basis=f"'{PriceBasis.FREE}'",
        signed_on=year[0], valid_from=year[0], valid_to=year[1], head_hash="''",
    )  # fmt: skip
    fill(
        connection, Plan, producers,
        id=key(PLAN), site_id=key(SITE, producer), unit_id=key(UNIT, producer), year=str(YEAR),
        number="'BA' || g", filed_on=year[0], head_hash="''",
    )  # fmt: skip
    fill(
        connection, PlanLine, producers * 2,
        id=key(PLAN_LINE), plan_id=key(PLAN, "g / 2"), kind=f"'{LineKind.TRANSFER}'",
        waste_code=f"case g % 2 when 0 then '{OIL}' else '{RAGS}' end",
        planned_g="9000000000000", transfer_type=f"'{TransferType.PROVINCE}'",
        receiver_kind=f"'{ReceiverKind.PERMIT}'", receiver_unit_id=key(UNIT, of_line), method="'R9'",
    )  # fmt: skip
    fill(
        connection, User, producers,
        id=key(PERSON), phone="'1390' || lpad(g::text, 7, '0')", name="'经办人'",
        password_hash="''", head_hash="''",
    )  # fmt: skip
    fill(
        connection, Membership, producers,
        id=key(SEAT), user_id=key(PERSON), unit_id=key(UNIT, producer),
        role=f"'{Role.OPERATOR}'", state=f"'{MembershipState.ACTIVE}'", head_hash="''",
    )  # fmt: skip


def manifests(
    connection: Connection, count: int, producers: int, *, state: State, owner: str
) -> None:
    """`count` manifests of two sealed containers of two wastes; `owner` is SQL for the producer of g.

    Drafts book their containers; closed ones have treated them.
    """
    draft = state is State.DRAFT
    receiver = receiver_of(owner, producers)
    of_line = owner.replace("g", "(g / 2)")
    code = f"case g % 2 when 0 then '{OIL}' else '{RAGS}' end"
    name = "case g % 2 when 0 then '废机油' else '含油抹布' end"
    stamp = f"timestamptz '{YEAR}-03-01 02:00:00+00' + g * interval '1 second'"
    held = {
        "content": f"'{Content.SEALED}'", "custody": f"'{Custody.IN_STORE}'",
        "booking": f"'{Booking.ON_LINE}'", "held_as": f"'{HeldAs.PRODUCER}'",
        "held_since": stamp, "holder_unit_id": key(UNIT, of_line),
        "holder_site_id": key(SITE, of_line), "facility_id": key(FACILITY, of_line),
        "manifest_id": key(MANIFEST, "g / 2"),
    } if draft else {
        "content": f"'{Content.TREATED}'", "custody": f"'{Custody.NONE}'",
        "held_as": f"'{HeldAs.NOBODY}'", "ended_at": stamp,
    }  # fmt: skip
    fill(
        connection, Container, count * 2,
        id=key(CONTAINER), human_code="lpad(g::text, 8, '0')", digital_id="lpad(g::text, 37, '0')",
        waste_code=code, waste_name=name, hazards="'T,I'",
        origin_unit_id=key(UNIT, of_line), origin_site_id=key(SITE, of_line),
        mass_g=str(MASS), first_waste_at=stamp, oldest_waste_at=stamp, sealed_at=stamp,
        head_hash="''", **held,
    )  # fmt: skip
    dated = {} if draft else {
        "filed_at": stamp, "departed_at": stamp, "arrived_at": stamp, "received_at": stamp,
        "confirmed_at": stamp, "closed_at": stamp, "contract_id": key(CONTRACT, f"({owner} - 2)"),
        "licence_id": key(LICENCE, receiver),
    }  # fmt: skip
    fill(
        connection, Manifest, count,
        id=key(MANIFEST), reference="'SY' || lpad(g::text, 10, '0')", state=f"'{state}'",
        consignor_unit_id=key(UNIT, owner), consignor_site_id=key(SITE, owner),
        receiver_unit_id=key(UNIT, receiver), receiver_site_id=key(SITE, receiver),
        carrier_unit_id=key(UNIT, "1"), receiver_kind=f"'{ReceiverKind.PERMIT}'",
        transfer_type=f"'{TransferType.PROVINCE}'", consignor_handler="'经办人'",
        consignor_phone="'13800000000'", emergency_phone="'13800000001'",
        emergency_measures="'围堵、吸附、上报'", shipper=f"'{Shipper.CONSIGNOR}'",
        un_none_reason="'不属于危险货物'", mass_g=str(MASS * 2), head_hash="''",
        created_at=stamp, **dated,
    )  # fmt: skip
    decided = {} if draft else {
        "decision": f"'{Decision.ACCEPTED}'", "shipped_g": str(MASS), "accepted_g": str(MASS),
        "refused_g": "0", "difference_g": "0", "outcome_g": str(MASS), "method": "'R9'",
    }  # fmt: skip
    fill(
        connection, ManifestLine, count * 2,
        id=key(LINE), manifest_id=key(MANIFEST, "g / 2"), number="(g % 2) + 1",
        container_id=key(CONTAINER), waste_code=code, waste_name=name, hazards="'T,I'",
        form="'liquid'", packaging="'drum'", planned_g=str(MASS), head_hash="''", **decided,
    )  # fmt: skip
