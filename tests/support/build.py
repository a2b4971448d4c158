"""Builders with sane defaults, through the same rows and trail as the product."""

from collections.abc import Iterator
from itertools import count
from typing import Any
from uuid import UUID

from flask.testing import FlaskClient

from wastetrack.audit.trail import record
from wastetrack.kernel.actor import Actor, Role, Seat
from wastetrack.kernel.work import Work
from wastetrack.parties.model import Facility, Site, Unit
from wastetrack.parties.terms import FacilityKind, ManagementClass, UnitKind, UnitState
from wastetrack.people.model import Membership, User
from wastetrack.people.terms import MembershipState

_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_numbers: Iterator[int] = count(1)
# argon2id of the word "correct horse", made once: builders need no fresh hash each time
PASSWORD = "correct horse battery"


def credit_code(number: int | None = None) -> str:
    """A valid 统一社会信用代码 of 上虞 with its check character."""
    body = f"91330604{number or next(_numbers):09d}"
    total = sum(_ALPHABET.index(c) * w for c, w in zip(body, _WEIGHTS, strict=True))
    return body + _ALPHABET[(31 - total % 31) % 31]


def a_unit(work: Work, kind: UnitKind | str = UnitKind.PRODUCER, **over: Any) -> Unit:
    """A unit that may act."""
    values: dict[str, Any] = {
        "credit_code": credit_code(),
        "name": f"示例单位{next(_numbers)}",
        "kinds": [str(kind)],
        "industry": "汽修",
        "phone": "13800000000",
        "state": UnitState.ACTIVE,
        **over,
    }
    unit = Unit(id=work.new_id(), created_at=work.now, **values)
    record(work, "people.register", unit)
    work.session.flush()
    return unit


def a_site(work: Work, unit: Unit, **over: Any) -> Site:
    """A site of the unit in 百官街道."""
    values: dict[str, Any] = {
        "name": "厂区",
        "division_code": "330604001",
        "address": "示例路 1 号",
        "emergency_phone": "13800000001",
        "emergency_measures": "围堵、吸附、上报",
        "management_class": ManagementClass.REGISTERED,
        **over,
    }
    site = Site(id=work.new_id(), created_at=work.now, unit_id=unit.id, **values)
    record(work, "site.add", site, site_id=site.id)
    work.session.flush()
    return site


def a_facility(work: Work, site: Site, **over: Any) -> Facility:
    """A storage point of three tonnes."""
    values: dict[str, Any] = {
        "code": f"TS{next(_numbers):03d}",
        "name": "危废贮存点",
        "kind": FacilityKind.POINT,
        "capacity_g": 3_000_000,
        **over,
    }
    facility = Facility(id=work.new_id(), created_at=work.now, site_id=site.id, **values)
    record(work, "facility.add", facility, site_id=site.id)
    work.session.flush()
    return facility


def actor_of(
    unit: Unit, role: Role, site: Site | None = None, user_id: UUID | None = None
) -> Actor:
    """An actor value with one seat; no row is made."""
    seat = Seat(
        unit_id=unit.id,
        unit_name=unit.name,
        role=role,
        authority=UnitKind.AUTHORITY in unit.kinds,
        kinds=tuple(unit.kinds),
        site_ids=(site.id,) if site else (),
        all_sites=site is None,
    )
    return Actor(user_id=user_id or UUID(int=next(_numbers)), name="经办人", seats=(seat,))


def a_user(work: Work, unit: Unit, role: Role, phone: str | None = None) -> tuple[User, Actor]:
    """A person with one seat, who can sign in (without a password: see sign_in)."""
    user = User(
        id=work.new_id(),
        created_at=work.now,
        phone=phone or f"139{next(_numbers):08d}",
        name="经办人",
        password_hash="",
    )
    record(work, "people.register", user)
    seat = Membership(
        id=work.new_id(),
        created_at=work.now,
        user_id=user.id,
        unit_id=unit.id,
        role=role,
        state=MembershipState.ACTIVE,
    )
    work.session.flush()
    record(work, "people.admit", seat)
    work.session.flush()
    return user, actor_of(unit, role, user_id=user.id)


def sign_in(client: FlaskClient, user: User, now: float) -> None:
    """Put a valid session of this person into the client's cookie jar (`now`: unix seconds)."""
    with client.session_transaction() as session:
        session["_user_id"], session["_fresh"] = str(user.id), True
        session["id"] = str(UUID(int=next(_numbers)))
        session["epoch"], session["device"], session["seen"] = user.session_epoch, False, int(now)
