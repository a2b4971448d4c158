"""Every SELECT of the people room; the Actor is built here, with one statement."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Uuid, bindparam, exists
from sqlalchemy import select as columns
from sqlmodel import and_, col, select

from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, require
from wastetrack.kernel.actor import Actor, Role, Seat
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.work import Work
from wastetrack.parties.model import Unit
from wastetrack.parties.terms import UnitKind, UnitState
from wastetrack.people.model import EndedSession, Membership, OneTimeCode, User
from wastetrack.people.shapes import Member, OwnSeat
from wastetrack.people.terms import CodePurpose, MembershipState

# built once: every request begins with it. A session without an id counts as never ended.
_ACTOR: Any = (
    columns(
        col(User.name),
        col(User.active),
        col(User.session_epoch),
        col(User.lang),
        col(User.large),
        col(User.temporary_at),
        col(Membership.role),
        col(Membership.site_ids),
        col(Unit.id),
        col(Unit.name),
        col(Unit.kinds),
        col(Unit.state),
    )
    .join(
        Membership,
        and_(
            col(Membership.user_id) == col(User.id),
            col(Membership.state) == MembershipState.ACTIVE,
        ),
        isouter=True,
    )
    .join(Unit, col(Unit.id) == col(Membership.unit_id), isouter=True)
    .where(
        col(User.id) == bindparam("user_id"),
        ~exists().where(col(EndedSession.id) == bindparam("session_id", type_=Uuid())),
    )
    .order_by(col(Membership.id))
)


def load_actor(
    work: Work, user_id: UUID, epoch: int, session_id: UUID | None = None
) -> Actor | None:
    """The person with the seats held now; None when deactivated or when the session was ended.

    `session_id` names one sign-in: it counts until it is signed out or the epoch is raised.
    """
    rows = work.session.execute(_ACTOR, {"user_id": user_id, "session_id": session_id}).all()
    if not rows or not rows[0][1] or rows[0][2] != epoch:
        return None
    name, _, _, lang, large, temporary_at, *_ = rows[0]
    return Actor(
        user_id=user_id,
        name=name,
        seats=tuple(
            Seat(
                unit_id=unit_id,
                unit_name=unit_name,
                role=role,
                # an authority that is not approved has no powers
                authority=UnitKind.AUTHORITY in kinds and state is UnitState.ACTIVE,
                kinds=tuple(kinds),
                site_ids=tuple(UUID(s) for s in sites or ()),
                all_sites=sites is None,
            )
            for *_, role, sites, unit_id, unit_name, kinds, state in rows
            if unit_id is not None
        ),
        lang=lang or "zh-CN",
        large=large,
        must_change=temporary_at is not None,
    )


def get_user(work: Work, user_id: UUID, *, lock: bool = False) -> User:
    """A person by id; who may see or change him is asked by the action."""
    query = select(User).where(User.id == user_id)
    user = work.session.exec(query.with_for_update() if lock else query).one_or_none()
    if user is None:
        raise Missing(str(user_id))
    return user


def find_user_by_phone(work: Work, phone: str) -> User | None:
    """The account of a phone number."""
    return work.session.exec(select(User).where(User.phone == phone)).one_or_none()


def users_by_id(work: Work, ids: Iterable[UUID | None]) -> dict[UUID, User]:
    """People in one statement, for names on a page."""
    wanted = {i for i in ids if i is not None}
    if not wanted:
        return {}
    rows = work.session.exec(select(User).where(col(User.id).in_(wanted)))
    return {row.id: row for row in rows}


def lock_membership(work: Work, membership_id: UUID) -> Membership:
    """A seat's row, locked; the action asks the policy itself."""
    query = select(Membership).where(Membership.id == membership_id).with_for_update()
    row = work.session.exec(query).one_or_none()
    if row is None:
        raise Missing(str(membership_id))
    return row


def get_membership(work: Work, membership_id: UUID) -> Membership:
    """A seat in one's scope."""
    row = work.session.get(Membership, membership_id)
    if row is None:
        raise Missing(str(membership_id))
    require(work.actor, Action.PEOPLE_READ, Place(Position.OWN, row.unit_id))
    return row


def list_members(work: Work, unit_id: UUID) -> list[Member]:
    """A unit's people with their seats, those who wait first; ended seats are left out."""
    require(work.actor, Action.PEOPLE_READ, Place(Position.OWN, unit_id))
    rows = work.session.exec(
        select(Membership, User)
        .join(User, col(User.id) == col(Membership.user_id))
        .where(Membership.unit_id == unit_id, Membership.state != MembershipState.ENDED)
        .order_by(col(Membership.state).desc(), col(Membership.id))
    )
    return [Member(membership, user) for membership, user in rows]


def list_waiting(work: Work, limit: int = 100) -> list[tuple[Member, Unit]]:
    """Seats asked for in units that nobody can admit to yet: authorities and outside parties."""
    require(work.actor, Action.PEOPLE_READ)
    rows = work.session.exec(
        select(Membership, User, Unit)
        .join(User, col(User.id) == col(Membership.user_id))
        .join(Unit, col(Unit.id) == col(Membership.unit_id))
        .where(Membership.state == MembershipState.REQUESTED)
        .order_by(col(Membership.id))
        .limit(limit)
    )
    return [(Member(membership, user), unit) for membership, user, unit in rows]


def own_seats(work: Work) -> list[OwnSeat]:
    """The signed-in person's seats, also those asked for and offered."""
    rows = work.session.exec(
        select(Membership, Unit)
        .join(Unit, col(Unit.id) == col(Membership.unit_id))
        .where(Membership.user_id == work.actor.user_id, Membership.state != MembershipState.ENDED)
        .order_by(col(Membership.id))
    )
    return [OwnSeat(membership, unit) for membership, unit in rows]


def seats_of_user(work: Work, user_id: UUID) -> Sequence[Membership]:
    """Every live seat of a person, wherever."""
    query = select(Membership).where(
        Membership.user_id == user_id, Membership.state != MembershipState.ENDED
    )
    return work.session.exec(query.order_by(col(Membership.id))).all()


def bureau_roles(work: Work, user_id: UUID, but: UUID | None = None) -> list[Role]:
    """The roles a person has or waits for in authorities, leaving out one seat."""
    query = (
        select(Membership.role, Unit.kinds)
        .join(Unit, col(Unit.id) == col(Membership.unit_id))
        .where(Membership.user_id == user_id, Membership.state != MembershipState.ENDED)
    )
    if but is not None:
        query = query.where(Membership.id != but)
    return [Role(role) for role, kinds in work.session.exec(query) if UnitKind.AUTHORITY in kinds]


def active_seats(work: Work, unit_id: UUID) -> Sequence[Membership]:
    """Every active seat in a unit."""
    query = select(Membership).where(
        Membership.unit_id == unit_id, Membership.state == MembershipState.ACTIVE
    )
    return work.session.exec(query.order_by(col(Membership.id))).all()


def newest_code(work: Work, phone: str, purpose: CodePurpose) -> OneTimeCode | None:
    """The one code that counts: the last one sent for this purpose, locked."""
    query = (
        select(OneTimeCode)
        .where(OneTimeCode.phone == phone, OneTimeCode.purpose == purpose)
        .order_by(col(OneTimeCode.id).desc())
        .limit(1)
        .with_for_update()
    )
    return work.session.exec(query).first()
