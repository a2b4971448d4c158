"""Words of the manifests room: states, decisions, dimensions, parts of the form, needs of a step."""

from enum import StrEnum

from wastetrack.access.policy import Position


class State(StrEnum):
    """The machine's states (model.md §5)."""

    DRAFT = "draft"
    FILED = "filed"
    READY = "ready"
    IN_TRANSIT = "in_transit"
    ARRIVED = "arrived"
    NEGOTIATING = "negotiating"
    RECEIVED = "received"
    REFUSED = "refused"
    RETURNING = "returning"
    RETURNED = "returned"
    CONFIRMED = "confirmed"
    CLOSED = "closed"
    VOID = "void"


# counted against a receiver's scale and room until it is decided
UNDER_WAY = (State.FILED, State.READY, State.IN_TRANSIT, State.ARRIVED, State.NEGOTIATING)
RECEIVED_STATES = (State.RECEIVED, State.CONFIRMED, State.CLOSED)
FINISHED = (State.RECEIVED, State.CONFIRMED, State.CLOSED, State.RETURNED)


class Group(StrEnum):
    """How a list is parted: by who has to do something next."""

    PREPARING = "preparing"
    MOVING = "moving"
    TO_CONFIRM = "to_confirm"
    SENT_BACK = "sent_back"
    DONE = "done"
    ENDED = "ended"


GROUPS: dict[Group, tuple[State, ...]] = {
    Group.PREPARING: (State.DRAFT, State.FILED, State.READY),
    Group.MOVING: (State.IN_TRANSIT, State.ARRIVED, State.NEGOTIATING),
    Group.TO_CONFIRM: (State.RECEIVED,),
    Group.SENT_BACK: (State.REFUSED, State.RETURNING),
    Group.DONE: (State.CONFIRMED, State.CLOSED),
    Group.ENDED: (State.RETURNED, State.VOID),
}


class Decision(StrEnum):
    """What was decided on a line; never a container state."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    SHORT = "short"  # it did not arrive: nothing is accepted or refused until it is found
    RETURNING = "returning"
    RETURNED = "returned"
    LEFT_OUT = "left_out"  # not on the vehicle when it left: the amounts follow what was loaded


class Dimension(StrEnum):
    """The five legal dimensions of a mismatch (部令23 §18)."""

    NAME = "name"
    QUANTITY = "quantity"
    PROPERTY = "property"
    FORM = "form"
    PACKAGING = "packaging"


class Shipper(StrEnum):
    """托运人: only the consignor or the receiver (部令23 §31)."""

    CONSIGNOR = "consignor"
    RECEIVER = "receiver"


class Entry(StrEnum):
    """How a party's part was entered."""

    SYSTEM = "system"
    PAPER = "paper"
    OUTSIDE = "outside"  # 未在本系统确认


class Proof(StrEnum):
    """What the other side shows when it enters the part of a party without account (model.md §5)."""

    NUMBER = "number"
    COPY = "copy"  # the copy of the form that the party outside signed


class PassProof(StrEnum):
    """What the token in a roadside symbol turned out to be."""

    GENUINE = "genuine"
    EXPIRED = "expired"
    FORGED = "forged"
    NOT_OURS = "not_ours"


class OnTheRoad(StrEnum):
    """What an inspector concludes from a manifest's state when he has stopped the vehicle."""

    UNDER_WAY = "under_way"
    NOT_YET = "not_yet"  # filed, but nobody has signed the departure
    DRAFT = "draft"
    OVER = "over"
    VOID = "void"


class Part(StrEnum):
    """The three parts of the official form."""

    CONSIGNOR = "consignor"
    CARRIER = "carrier"
    RECEIVER = "receiver"


class Need(StrEnum):
    """What a step asks for beyond state and permission; each is one rule."""

    UNIT = "unit"
    CONSENT = "consent"
    LINES = "lines"
    PLANNED = "planned"
    PART_ONE = "part_one"
    CONTRACT = "contract"
    PLAN = "plan"
    LICENCE = "licence"
    SCALE = "scale"
    APPROVAL = "approval"
    CAPACITY = "capacity"
    NUMBER = "number"
    SIGNATURE = "signature"
    LABELS = "labels"
    SHIPPED = "shipped"
    TRIP = "trip"
    CARRIER = "carrier"


# whose consent a correction needs, by the part the field belongs to (model.md §5, [R])
AFFECTED: dict[Part, frozenset[Position]] = {
    Part.CONSIGNOR: frozenset({Position.CONSIGNOR, Position.RECEIVER}),
    Part.CARRIER: frozenset({Position.CARRIER, Position.CONSIGNOR}),
    Part.RECEIVER: frozenset({Position.RECEIVER, Position.CONSIGNOR}),
}
