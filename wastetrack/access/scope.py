"""How the table is asked: `require` before a step, `require_somewhere` before a page, `reach` for lists."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from wastetrack.access.policy import GRANTS, KINDS, Action, Grant, Position
from wastetrack.kernel.actor import Actor, Role, Seat
from wastetrack.kernel.errors import Denied, Missing


@dataclass(frozen=True, slots=True)
class Place:
    """A position on a row and the unit (and site) that holds it."""

    position: Position
    unit_id: UUID | None
    site_id: UUID | None = None


def positions(actor: Actor, places: Iterable[Place]) -> dict[Position, list[Seat]]:
    """The positions that the actor's seats take on a row, with the seats that take them."""
    found: dict[Position, list[Seat]] = {}
    for place in places:
        for seat in actor.seats:
            if seat.unit_id == place.unit_id and seat.covers(place.site_id):
                found.setdefault(place.position, []).append(seat)
    for seat in actor.seats:
        if seat.authority:
            found.setdefault(Position.AUTHORITY, []).append(seat)
    if actor.system:
        found[Position.SYSTEM] = []
    return found


def holds(actor: Actor, unit_id: UUID, role: Role) -> bool:
    """Whether the actor has a seat with this role in this very unit."""
    return any(seat.unit_id == unit_id and seat.role is role for seat in actor.seats)


def allows(grant: Grant, held: dict[Position, list[Seat]]) -> bool:
    """Whether one line of the table lets these positions act."""
    if grant.position is Position.ANYONE:
        return True
    if grant.position not in held:
        return False
    return not grant.roles or any(seat.role in grant.roles for seat in held[grant.position])


def may(actor: Actor, action: Action, *places: Place, is_self: bool = False) -> bool:
    """Whether the actor may do this on a row with these places (for buttons)."""
    held = positions(actor, places)
    if is_self and actor.user_id is not None:
        held[Position.SELF] = []
    return any(allows(grant, held) for grant in GRANTS.get(action, ()))


def require(actor: Actor, action: Action, *places: Place, is_self: bool = False) -> None:
    """Raise Missing when the row is out of scope, Denied when another role does this step."""
    if may(actor, action, *places, is_self=is_self):
        return
    if not positions(actor, places) and not is_self:
        raise Missing(action)
    grants = GRANTS.get(action, ())
    raise Denied(action, tuple((g.position.value, tuple(sorted(g.roles))) for g in grants))


def could(actor: Actor, action: Action, kinds: Collection[str] = ()) -> bool:
    """Whether some seat of the actor may do this on some row; `kinds` narrows to kinds of unit."""
    return any(
        _fits(seat, grant, kinds) for grant in GRANTS.get(action, ()) for seat in actor.seats
    )


def _fits(seat: Seat, grant: Grant, kinds: Collection[str]) -> bool:
    if grant.position is Position.SYSTEM or seat.authority != (
        grant.position is Position.AUTHORITY
    ):
        return False
    able = KINDS.get(grant.position)
    return (
        (not grant.roles or seat.role in grant.roles)
        and (able is None or not able.isdisjoint(seat.kinds))
        and (not kinds or not set(kinds).isdisjoint(seat.kinds))
    )


def require_somewhere(actor: Actor, action: Action, kinds: Collection[str] = ()) -> None:
    """Raise Denied, with who can, when no seat of the actor ever does this."""
    if could(actor, action, kinds):
        return
    who: list[tuple[str, tuple[str, ...]]] = []
    for grant in GRANTS.get(action, ()):
        roles = tuple(sorted(grant.roles))
        bureau = grant.position is Position.AUTHORITY
        if not kinds or (bureau and Position.AUTHORITY in kinds):
            who.append((grant.position.value, roles))
        elif not bureau:
            who += [(kind, roles) for kind in kinds if kind != Position.AUTHORITY]
    raise Denied(action, tuple(dict.fromkeys(who)))


@dataclass(frozen=True, slots=True)
class Reach:
    """What a list may show: everything, or only these units' sites."""

    everything: bool
    unit_ids: tuple[UUID, ...] = ()
    # sites named one by one, for seats that do not reach the whole unit
    site_ids: tuple[UUID, ...] = ()


def reach(actor: Actor, action: Action) -> Reach:
    """The reach of a reading action over the actor's seats (deny by default: empty)."""
    grants = GRANTS.get(action, ())
    bureau = [g.roles for g in grants if g.position is Position.AUTHORITY]
    own = [g.roles for g in grants if g.position not in {Position.AUTHORITY, Position.SYSTEM}]
    if actor.system and any(g.position is Position.SYSTEM for g in grants):
        return Reach(everything=True)
    if any(seat.authority and seat.role in roles for seat in actor.seats for roles in bureau):
        return Reach(everything=True)
    seats = [s for s in actor.seats if not s.authority and any(s.role in r for r in own)]
    return Reach(
        everything=False,
        unit_ids=tuple(s.unit_id for s in seats if s.all_sites),
        site_ids=tuple(site for s in seats for site in s.site_ids),
    )
