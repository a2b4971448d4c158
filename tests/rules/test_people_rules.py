"""Locks that grow, passwords that hold, seats that fit."""

from datetime import UTC, datetime, timedelta

import pytest

from wastetrack.kernel.actor import Role
from wastetrack.parties.terms import UnitKind
from wastetrack.people.rules import (
    forgotten,
    keeper_faults,
    lock_after,
    password_faults,
    roles_of,
    seat_faults,
    wait_minutes,
)

MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("failures", "lock"),
    [
        (0, None),
        (4, None),
        (5, MINUTE),
        (6, 2 * MINUTE),
        (7, 4 * MINUTE),
        (10, 32 * MINUTE),
        (11, 60 * MINUTE),
        (4_000, 60 * MINUTE),
    ],
)
def test_a_lock_doubles_up_to_an_hour(failures: int, lock: timedelta | None) -> None:
    assert lock_after(failures, 5) == lock


def test_old_tries_are_forgotten_after_a_day() -> None:
    now = datetime(2026, 11, 24, tzinfo=UTC)
    assert forgotten(now - timedelta(hours=24), now)
    assert not forgotten(now - timedelta(hours=23, minutes=59), now)


@pytest.mark.parametrize(("seconds", "minutes"), [(1, 1), (60, 1), (61, 2), (3600, 60)])
def test_waiting_is_told_in_whole_minutes(seconds: int, minutes: int) -> None:
    assert wait_minutes(timedelta(seconds=seconds)) == minutes


@pytest.mark.parametrize(
    ("password", "weak"),
    [
        ("correct horse battery", False),
        ("shunjiang2026", False),
        ("1234567890", True),
        ("onlyletters", True),
        ("a13800000000", True),
        ("1a1a1a1a1a", True),
    ],
)
def test_a_password_has_two_kinds_of_characters_and_no_phone(password: str, *, weak: bool) -> None:
    assert bool(password_faults(password, "13800000000")) is weak


def test_each_kind_of_unit_has_its_own_seats() -> None:
    assert Role.OFFICER not in roles_of([UnitKind.PRODUCER])
    assert Role.ADMIN not in roles_of([UnitKind.AUTHORITY])


@pytest.mark.parametrize(
    ("role", "sites", "expected"),
    [
        pytest.param(Role.OPERATOR, ["a"], [], id="an operator of one site"),
        pytest.param(Role.OFFICER, [], ["people.role_not_here"], id="no officer in a workshop"),
        pytest.param(Role.GATE, ["b"], ["people.site_not_here"], id="a site of somebody else"),
        pytest.param(Role.ADMIN, ["a"], ["people.keeper_all_sites"], id="an admin sees all sites"),
    ],
)
def test_a_seat_fits_the_unit(role: Role, sites: list[str], expected: list[str]) -> None:
    found = seat_faults(role, [UnitKind.PRODUCER], sites, ["a"])
    assert [v.code for v in found] == expected


def test_the_last_keeper_of_people_stays() -> None:
    assert [v.code for v in keeper_faults(Role.ADMIN, Role.READER, [Role.OPERATOR])] == [
        "people.last_keeper"
    ]
    assert keeper_faults(Role.ADMIN, None, [Role.ADMIN]) == []
    assert keeper_faults(Role.ADMIN, Role.ADMIN, []) == []
    assert keeper_faults(Role.OPERATOR, None, []) == []
