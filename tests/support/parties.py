"""Builders of registrations and licences, through the rooms' own acts."""

from datetime import date
from itertools import count
from typing import Any

from tests.support.build import PASSWORD, a_unit, actor_of, credit_code
from wastetrack.kernel.actor import NOBODY, Actor, Role
from wastetrack.kernel.passwords import hash_password
from wastetrack.kernel.work import Work
from wastetrack.parties.actions.add_licence import add_licence
from wastetrack.parties.actions.approve_licence import approve_licence
from wastetrack.parties.inputs import LicenceInput
from wastetrack.parties.model import Licence, Site, Unit
from wastetrack.parties.terms import UnitKind
from wastetrack.people.actions.register import register
from wastetrack.people.inputs import Registration
from wastetrack.people.queries import load_actor
from wastetrack.people.shapes import Registered

_phones = count(15_000_000_000)
HASH = hash_password(PASSWORD)


def a_registration(**over: Any) -> Registration:
    """The four fields of a workshop."""
    values: dict[str, Any] = {
        "credit_code": credit_code(),
        "phone": str(next(_phones)),
        "name": "舜江汽修厂",
        "password": PASSWORD,
        "industry": "汽修",
        **over,
    }
    return Registration.model_validate(values)


def registered(work: Work, **over: Any) -> tuple[Registered, Actor]:
    """A unit that registered itself, and the actor of its first person."""
    came = register(work.as_actor(NOBODY), a_registration(**over), password_hash=HASH)
    work.session.flush()
    actor = load_actor(work, came.user.id, came.user.session_epoch)
    assert actor is not None
    return came, actor


def an_officer(work: Work) -> Work:
    """The same work in the name of an officer of a bureau."""
    return work.as_actor(actor_of(a_unit(work, UnitKind.AUTHORITY), Role.OFFICER))


def a_checked_licence(
    work: Work, actor: Actor, unit: Unit, site: Site | None = None, **over: Any
) -> Licence:
    """The same permit after an officer checked it: only now it counts."""
    row = approve_licence(an_officer(work), a_licence(work, actor, unit, site, **over).id)
    work.session.flush()
    return row


def a_licence(
    work: Work, actor: Actor, unit: Unit, site: Site | None = None, **over: Any
) -> Licence:
    """A comprehensive permit for waste oil as its holder enters it, with its document."""
    values: dict[str, Any] = {
        "kind": "comprehensive",
        "number": "3306040001",
        "issuer": "某市生态环境局",
        "codes": ["HW08"],
        "modes": ["collect", "store", "use"],
        "annual_scale_g": 500_000_000,
        "valid_from": date(2025, 1, 1),
        "valid_to": date(2029, 12, 31),
        "file_sha256": "0" * 64,
        **over,
    }
    row = add_licence(
        work.as_actor(actor),
        unit.id,
        LicenceInput.model_validate(values),
        site_id=site.id if site else None,
    )
    work.session.flush()
    return row
