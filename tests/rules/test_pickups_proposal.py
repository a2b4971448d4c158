"""What a pickup proposal contains: which containers, which collector, when, who pays."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from wastetrack.access.policy import Action
from wastetrack.agreements.terms import PriceBasis
from wastetrack.catalog.rules import WorkingDays
from wastetrack.kernel.errors import Refused
from wastetrack.manifests.terms import State
from wastetrack.parties.terms import LicenceFacts, LicenceKind
from wastetrack.pickups.machine import STEPS, allowed, step
from wastetrack.pickups.rules import asked, nobody, offers, outcome, told_about_day, windows
from wastetrack.pickups.terms import Candidate, Offer, Payer, RequestState, StockFact, Window

TODAY = date(2026, 11, 24)
OIL, RAGS = "900-214-08", "900-041-49"
ONE, TWO, THREE = (UUID(int=n) for n in (1, 2, 3))
LICENCE = LicenceFacts(
    id=UUID(int=9),
    unit_id=UUID(int=8),
    site_id=None,
    kind=LicenceKind.PILOT,
    number="试点1",
    codes=("HW08", "HW49"),
    modes=("collect", "store"),
    annual_scale_g=None,
    storage_right=True,
    valid_from=date(2026, 1, 1),
    valid_to=date(2026, 12, 31),
    checked=True,
)
HUB = Candidate(
    unit_id=UUID(int=8),
    site_id=UUID(int=7),
    name="甲站",
    contract_number="HT-1",
    codes=(OIL, RAGS),
    price_basis=PriceBasis.PER_TONNE,
    licences=(LICENCE,),
)
STOCK = [StockFact(ONE, OIL, 180_000), StockFact(TWO, RAGS, 20_000)]


def test_everything_that_contract_and_licence_cover_is_taken() -> None:
    (offer,) = offers(STOCK, [HUB], TODAY)
    assert (offer.takes, offer.left_out, offer.payer) == ((ONE, TWO), (), Payer.PRODUCER)


@pytest.mark.parametrize(
    ("candidate", "takes"),
    [
        pytest.param(replace(HUB, codes=(OIL,)), (ONE,), id="a code outside the contract stays"),
        pytest.param(
            replace(HUB, licences=(replace(LICENCE, codes=("HW49",)),)),
            (TWO,),
            id="a code outside the licence stays",
        ),
    ],
)
def test_what_is_not_covered_stays(candidate: Candidate, takes: tuple[UUID, ...]) -> None:
    (offer,) = offers(STOCK, [candidate], TODAY)
    assert offer.takes == takes
    assert len(offer.left_out) == 1


@pytest.mark.parametrize(
    "licence",
    [
        pytest.param(replace(LICENCE, valid_to=date(2026, 11, 23)), id="expired the day before"),
        pytest.param(replace(LICENCE, ended_on=TODAY), id="ended today"),
        pytest.param(replace(LICENCE, modes=("dispose",)), id="without the right to collect"),
        pytest.param(replace(LICENCE, kind=LicenceKind.TRANSPORT), id="a transport licence"),
    ],
)
def test_a_collector_without_a_suitable_licence_is_not_proposed(licence: LicenceFacts) -> None:
    assert offers(STOCK, [replace(HUB, licences=(licence,))], TODAY) == []


def test_the_collector_that_takes_most_and_comes_first_is_proposed() -> None:
    late = replace(HUB, name="乙站", next_trip_on=date(2026, 11, 30))
    soon = replace(HUB, name="丙站", next_trip_on=date(2026, 11, 26))
    less = replace(HUB, name="丁站", codes=(OIL,), next_trip_on=TODAY)
    names = [offer.candidate.name for offer in offers(STOCK, [less, late, HUB, soon], TODAY)]
    assert names == ["丙站", "乙站", "甲站", "丁站"]


@pytest.mark.parametrize(
    ("basis", "payer"),
    [
        (PriceBasis.PER_TONNE, Payer.PRODUCER),
        (PriceBasis.PACKAGE, Payer.PRODUCER),
        (PriceBasis.FREE, Payer.COLLECTOR),
        (PriceBasis.SUBSIDISED, Payer.GOVERNMENT),
    ],
)
def test_the_contract_says_who_pays(basis: PriceBasis, payer: Payer) -> None:
    (offer,) = offers(STOCK, [replace(HUB, price_basis=basis)], TODAY)
    assert offer.payer is payer


def test_two_windows_of_three_working_days_are_proposed() -> None:
    first, second = windows(TODAY, WorkingDays({}))
    assert first.text == "2026-11-25/2026-11-27"
    assert second == Window(date(2026, 11, 30), date(2026, 12, 2))


def test_a_holiday_moves_the_windows() -> None:
    days = WorkingDays({date(2026, 11, 25): False})
    assert windows(TODAY, days)[0] == Window(date(2026, 11, 26), date(2026, 11, 30))


OFFER = Offer(HUB, (ONE,), Payer.PRODUCER, (RAGS,))
SOON = Window(date(2026, 11, 25), date(2026, 11, 27))


@pytest.mark.parametrize(
    ("wanted", "offer", "window", "found"),
    [
        pytest.param([ONE], OFFER, SOON, [], id="what was proposed: allowed"),
        pytest.param([], OFFER, SOON, ["nothing_chosen"], id="nothing ticked: refused"),
        pytest.param([ONE, THREE], OFFER, SOON, ["not_here"], id="gone meanwhile: refused"),
        pytest.param([ONE, TWO], OFFER, SOON, ["not_covered"], id="outside the contract: refused"),
        pytest.param([ONE], None, SOON, ["collector_cannot"], id="no contract with it: refused"),
        pytest.param(
            [ONE], OFFER, Window(SOON.last, SOON.first), ["window"], id="reversed days: refused"
        ),
        pytest.param(
            [ONE],
            OFFER,
            Window(date(2026, 11, 1), date(2026, 11, 3)),
            ["window_past"],
            id="days gone by: refused",
        ),
        pytest.param(
            [],
            None,
            Window(SOON.last, SOON.first),
            ["nothing_chosen", "collector_cannot", "window"],
            id="all faults at once",
        ),
    ],
)
def test_what_may_be_confirmed(
    wanted: list[UUID], offer: Offer | None, window: Window, found: list[str]
) -> None:
    faults = asked(wanted=wanted, held=[ONE, TWO], offer=offer, window=window, today=TODAY)
    assert [fault.code.removeprefix("pickups.") for fault in faults] == found


def test_without_a_contract_the_collectors_that_exist_are_named() -> None:
    told = nobody(["甲站"], [OIL])
    assert (told.code, told.params["collectors"]) == ("pickups.no_contract", ["甲站"])
    assert nobody([], [OIL]).code == "pickups.no_collector"


def test_a_day_outside_the_window_is_told() -> None:
    assert told_about_day(SOON.last, SOON) == []
    assert [t.code for t in told_about_day(date(2026, 11, 28), SOON)] == ["pickups.outside_window"]


@pytest.mark.parametrize(
    ("states", "end"),
    [
        pytest.param([State.RECEIVED], RequestState.DONE, id="received: done"),
        pytest.param([State.CLOSED, State.VOID], RequestState.DONE, id="voided ones do not count"),
        pytest.param([State.RETURNED], RequestState.CANCELLED, id="all carried back: cancelled"),
        pytest.param(
            [State.RETURNED, State.CONFIRMED], RequestState.DONE, id="some received: done"
        ),
        pytest.param([State.RECEIVED, State.IN_TRANSIT], None, id="one on the road: not yet"),
        pytest.param([State.REFUSED], None, id="refused and not yet back: not yet"),
        pytest.param([State.VOID], RequestState.CANCELLED, id="nothing left: cancelled"),
    ],
)
def test_how_a_request_ends(states: list[State], end: RequestState | None) -> None:
    assert outcome(states) is end


def test_a_wrong_step_says_which_state_is_in_the_way() -> None:
    for row in STEPS:
        for state in RequestState:
            assert (row.action in allowed(state)) == (state in row.sources)
            if state not in row.sources:
                with pytest.raises(Refused) as refused:
                    step(row.action, state)
                assert refused.value.codes == (f"pickups.is_{state.value}",)
    assert step(Action.PICKUP_ACCEPT, RequestState.REQUESTED).targets == (RequestState.ACCEPTED,)
