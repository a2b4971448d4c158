"""The moves of a container: from which content, custody and booking, and to which (model.md §4)."""

from dataclasses import dataclass

from wastetrack.containers.terms import Booking, Content, Custody, Standing
from wastetrack.kernel.errors import Violation

C, K, B = Content, Custody, Booking


@dataclass(frozen=True, slots=True)
class Move:
    """One row of the table; a target of None leaves that thing as it is."""

    event: str
    contents: frozenset[Content]
    custodies: frozenset[Custody]
    bookings: frozenset[Booking]
    content: Content | None = None
    custody: Custody | None = None
    booking: Booking | None = None


def _move(
    event: str,
    contents: set[Content],
    custodies: set[Custody],
    bookings: set[Booking],
    *,
    content: Content | None = None,
    custody: Custody | None = None,
    booking: Booking | None = None,
) -> Move:
    wide = (frozenset(contents), frozenset(custodies), frozenset(bookings))
    return Move(f"container.{event}", *wide, content, custody, booking)


STORED = {K.IN_STORE}
ROAD = {K.ON_VEHICLE, K.AT_GATE}
HELD = {*STORED, *ROAD, K.SEIZED}
LIVE = {C.FILLING, C.SEALED, C.EMPTIED}
FULL = {C.SEALED}
FREE = {B.NONE}
ANY = set(B)

# fmt: off - one row, one line
MOVES: dict[str, Move] = {
    # content
    "fill": _move("fill", {C.FILLING}, STORED, ANY),
    "seal": _move("seal", {C.FILLING}, STORED, FREE, content=C.SEALED),
    "store": _move("store", LIVE, STORED, ANY),
    "correct": _move("correct", LIVE, STORED, FREE),
    "print": _move("print", LIVE, HELD, ANY),
    "split": _move("split", FULL, STORED, FREE, content=C.REPACKED, custody=K.NONE),
    # a partial refusal at the gate: the children stay on the manifest
    "part": _move(
        "split", FULL, ROAD, {B.ON_LINE}, content=C.REPACKED, custody=K.NONE, booking=B.NONE
    ),
    "feed": _move("feed", FULL, STORED, FREE),
    "treat_self": _move("treat_self", FULL, STORED, FREE),
    "identify": _move(
        "identify", {C.FILLING, C.SEALED}, STORED, FREE, content=C.VOID, custody=K.NONE
    ),
    "void": _move(
        "void",
        {C.BLANK, C.FILLING, C.SEALED},
        STORED | {K.NONE},
        FREE,
        content=C.VOID,
        custody=K.NONE,
    ),
    # booking
    "request": _move("request", FULL, STORED, FREE, booking=B.REQUESTED),
    "unrequest": _move(
        "unrequest", LIVE, STORED | {K.SEIZED, K.MISSING}, {B.REQUESTED}, booking=B.NONE
    ),
    "put_on_line": _move("put_on_line", FULL, STORED, {B.NONE, B.REQUESTED}, booking=B.ON_LINE),
    "take_off_line": _move("take_off_line", LIVE, STORED | {K.SEIZED, K.MISSING}, {B.ON_LINE}),
    # custody
    "load": _move("load", FULL, STORED, {B.ON_LINE}, custody=K.ON_VEHICLE),
    "hand_on": _move("hand_on", FULL, {K.ON_VEHICLE}, {B.ON_LINE}),
    "reach_gate": _move("reach_gate", FULL, {K.ON_VEHICLE}, {B.ON_LINE}, custody=K.AT_GATE),
    "leave_gate": _move("leave_gate", FULL, {K.AT_GATE}, {B.ON_LINE}, custody=K.ON_VEHICLE),
    "receive": _move("receive", FULL, ROAD, {B.ON_LINE}, custody=K.IN_STORE, booking=B.NONE),
    "take_back": _move("take_back", FULL, ROAD, {B.ON_LINE}, custody=K.IN_STORE, booking=B.NONE),
    "miss": _move("miss", LIVE, HELD, ANY, custody=K.MISSING),
    "find": _move("find", LIVE, {K.MISSING}, ANY),
    "seize": _move("seize", LIVE, STORED | ROAD, ANY, custody=K.SEIZED),
    "release": _move("release", LIVE, {K.SEIZED}, ANY),
}
# fmt: on

# what stands in the way, said by its own sentence
CONTENT_CODES: dict[Content, str] = {
    C.BLANK: "containers.is_blank",
    C.FILLING: "containers.is_filling",
    C.SEALED: "containers.is_sealed",
    C.EMPTIED: "containers.is_emptied",
    C.MERGED: "containers.is_merged",
    C.REPACKED: "containers.is_repacked",
    C.TREATED: "containers.is_treated",
    C.VOID: "containers.is_void",
}
CUSTODY_CODES: dict[Custody, str] = {
    K.NONE: "containers.is_nowhere",
    K.IN_STORE: "containers.is_in_store",
    K.ON_VEHICLE: "containers.is_on_vehicle",
    K.AT_GATE: "containers.is_at_gate",
    K.SEIZED: "containers.is_seized",
    K.MISSING: "containers.is_missing",
}
BOOKING_CODES: dict[Booking, str] = {
    B.NONE: "containers.is_not_booked",
    B.REQUESTED: "containers.is_requested",
    B.ON_LINE: "containers.is_on_line",
}


def obstacles(name: str, at: Standing, container: str = "") -> list[Violation]:
    """Everything that keeps a container from this move; an ended one gives only its end."""
    move = MOVES[name]
    params: dict[str, object] = {"container": container}
    if at.content not in move.contents:
        content = Violation(CONTENT_CODES[at.content], "", params)
        if at.content not in LIVE:
            return [content]
        found = [content]
    else:
        found = []
    if at.custody not in move.custodies:
        found.append(Violation(CUSTODY_CODES[at.custody], "", params))
    if at.booking not in move.bookings:
        found.append(Violation(BOOKING_CODES[at.booking], "", params))
    return found


def possible(at: Standing) -> frozenset[str]:
    """The moves that a container at this standing can make."""
    return frozenset(name for name in MOVES if not obstacles(name, at))
