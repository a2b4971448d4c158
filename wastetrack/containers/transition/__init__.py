"""The only writer of a container's content, custody, booking, holder, clock and mass.

Every function takes a container locked by `lock_container`, makes one move of the machine or
raises Refused, and records one event.
"""

from wastetrack.containers.transition.blanks import bind, print_blanks
from wastetrack.containers.transition.booking import (
    put_on_line,
    request,
    take_off_line,
    unrequest,
)
from wastetrack.containers.transition.content import (
    begin,
    correct,
    fill,
    identify,
    reprint,
    seal,
    void,
)
from wastetrack.containers.transition.custody import (
    hand_on,
    leave_gate,
    load,
    reach_gate,
    receive,
    take_back,
)
from wastetrack.containers.transition.keeping import find_again, miss, place_in, release, seize
from wastetrack.containers.transition.numbers import next_batch, next_digital_id, next_human_code
from wastetrack.containers.transition.step import standing
from wastetrack.containers.transition.using import feed, split, treat_self

__all__ = [
    "begin",
    "bind",
    "correct",
    "feed",
    "fill",
    "find_again",
    "hand_on",
    "identify",
    "leave_gate",
    "load",
    "miss",
    "next_batch",
    "next_digital_id",
    "next_human_code",
    "place_in",
    "print_blanks",
    "put_on_line",
    "reach_gate",
    "receive",
    "release",
    "reprint",
    "request",
    "seal",
    "seize",
    "split",
    "standing",
    "take_back",
    "take_off_line",
    "treat_self",
    "unrequest",
    "void",
]
