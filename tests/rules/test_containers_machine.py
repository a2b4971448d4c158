"""The table of moves: what stands in the way is named, and no move leaves a live container ownerless."""

from itertools import product

import pytest

from wastetrack import words
from wastetrack.containers.machine import (
    BOOKING_CODES,
    CONTENT_CODES,
    CUSTODY_CODES,
    LIVE,
    MOVES,
    obstacles,
    possible,
)
from wastetrack.containers.terms import Booking, Content, Custody, Standing

C, K, B = Content, Custody, Booking


@pytest.mark.parametrize(
    ("move", "at", "told"),
    [
        pytest.param("seal", (C.FILLING, K.IN_STORE, B.NONE), [], id="a filling drum is sealed"),
        pytest.param(
            "seal",
            (C.SEALED, K.IN_STORE, B.NONE),
            ["containers.is_sealed"],
            id="a sealed drum is not sealed again",
        ),
        pytest.param(
            "request",
            (C.FILLING, K.IN_STORE, B.NONE),
            ["containers.is_filling"],
            id="only sealed drums are asked for",
        ),
        pytest.param(
            "put_on_line",
            (C.SEALED, K.IN_STORE, B.ON_LINE),
            ["containers.is_on_line"],
            id="no second manifest books it",
        ),
        pytest.param(
            "put_on_line",
            (C.FILLING, K.MISSING, B.ON_LINE),
            ["containers.is_filling", "containers.is_missing", "containers.is_on_line"],
            id="all faults are told, not the first",
        ),
        pytest.param(
            "load",
            (C.SEALED, K.SEIZED, B.ON_LINE),
            ["containers.is_seized"],
            id="a seized drum is not loaded",
        ),
        pytest.param(
            "load",
            (C.TREATED, K.NONE, B.NONE),
            ["containers.is_treated"],
            id="a treated drum says only that",
        ),
        pytest.param(
            "receive",
            (C.SEALED, K.IN_STORE, B.NONE),
            ["containers.is_in_store", "containers.is_not_booked"],
            id="nothing is received that did not travel",
        ),
        pytest.param(
            "void",
            (C.SEALED, K.IN_STORE, B.REQUESTED),
            ["containers.is_requested"],
            id="a booked drum is not voided",
        ),
    ],
)
def test_what_stands_in_the_way(
    move: str, at: tuple[Content, Custody, Booking], told: list[str]
) -> None:
    assert [v.code for v in obstacles(move, Standing(*at))] == told


def test_an_ended_container_makes_no_move() -> None:
    ended = [c for c in Content if c not in LIVE and c is not Content.BLANK]
    for content, custody, booking in product(ended, Custody, Booking):
        assert possible(Standing(content, custody, booking)) == frozenset()


def test_a_container_is_carried_only_when_a_line_books_it() -> None:
    for content, custody, booking in product(Content, Custody, Booking):
        moves = possible(Standing(content, custody, booking))
        if {"load", "hand_on", "receive", "take_back"} & moves:
            assert booking is Booking.ON_LINE


def test_every_obstacle_has_its_sentence_in_both_languages() -> None:
    for code in (*CONTENT_CODES.values(), *CUSTODY_CODES.values(), *BOOKING_CODES.values()):
        assert words.refusal("zh-CN", code) != words.refusal("en", code)
        assert code in words.pairs("REFUSALS")


def test_every_move_has_its_timeline_sentence() -> None:
    events = words.pairs("EVENTS")
    missing = {move.event for move in MOVES.values()} - events.keys()
    assert missing == set()
