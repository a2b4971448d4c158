"""The roadside pass: genuine, expired, forged and none of ours are told apart; when a paper bears one."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from wastetrack.manifests.rules import RoadsidePass, carries_pass, on_the_road, read_pass
from wastetrack.manifests.rules.roadside import TOKEN_LENGTH
from wastetrack.manifests.terms import Decision, OnTheRoad, PassProof, State
from wastetrack.paper import qr

NOW = datetime(2026, 11, 24, 2, 3, 4, tzinfo=UTC)
KEY, OTHER = b"k" * 32, b"o" * 32
ID = UUID("01936000-0000-7000-8000-000000000001")
SEAL = "0123456789abcdef"
PASSES = RoadsidePass("https://wfc.example.cn", KEY, 3)
TEXT = PASSES.text(ID, PASSES.until_on_paper(NOW), SEAL)
TOKEN = TEXT.rsplit("/", 1)[1]
NOTHING: frozenset[Decision] = frozenset()


def test_the_text_is_an_address_in_the_symbols_small_alphabet() -> None:
    assert TEXT.startswith("HTTPS://WFC.EXAMPLE.CN/ROADSIDE/")
    assert len(TOKEN) == TOKEN_LENGTH
    assert qr.ALPHANUMERIC.fullmatch(TEXT)
    # at 25 mm a module is over six tenths of a millimetre wide
    assert len(qr.matrix(TEXT)) <= 41


def test_a_genuine_one_tells_what_it_was_made_for() -> None:
    found = read_pass(TOKEN.lower(), KEY, NOW)
    assert found.proof is PassProof.GENUINE
    assert (found.manifest_id, found.seal) == (ID, SEAL)
    assert found.until == datetime(2026, 11, 26, 16, 0, tzinfo=UTC)


def test_all_prints_of_a_day_bear_the_same_one() -> None:
    later = PASSES.until_on_paper(NOW + timedelta(hours=9))
    assert PASSES.text(ID, later, SEAL) == TEXT


def test_it_ends_with_the_minute_it_names() -> None:
    end = PASSES.until_on_paper(NOW)
    assert read_pass(TOKEN, KEY, end - timedelta(seconds=1)).proof is PassProof.GENUINE
    expired = read_pass(TOKEN, KEY, end)
    assert (expired.proof, expired.manifest_id) == (PassProof.EXPIRED, ID)


def test_on_a_screen_it_is_good_for_half_an_hour() -> None:
    token = PASSES.text(ID, PASSES.until_on_screen(NOW), SEAL).rsplit("/", 1)[1]
    assert read_pass(token, KEY, NOW + timedelta(minutes=28)).proof is PassProof.GENUINE
    assert read_pass(token, KEY, NOW + timedelta(minutes=30)).proof is PassProof.EXPIRED


@pytest.mark.parametrize("at", range(TOKEN_LENGTH))
def test_any_changed_character_makes_it_no_genuine_one(at: int) -> None:
    other = "A" if TOKEN[at] != "A" else "B"
    found = read_pass(TOKEN[:at] + other + TOKEN[at + 1 :], KEY, NOW)
    assert found.proof in {PassProof.FORGED, PassProof.NOT_OURS}
    assert found.manifest_id is None


def test_one_made_with_another_key_is_forged() -> None:
    assert read_pass(TOKEN, OTHER, NOW).proof is PassProof.FORGED


@pytest.mark.parametrize("text", ["", "ABCD2345.1", TOKEN[:-1], TOKEN + "A", "1" * 71, "钥" * 71])
def test_what_is_no_token_is_none_of_ours(text: str) -> None:
    assert read_pass(text, KEY, NOW).proof is PassProof.NOT_OURS


@pytest.mark.parametrize(
    ("state", "ways", "found"),
    [
        pytest.param(State.DRAFT, NOTHING, OnTheRoad.DRAFT, id="a draft"),
        pytest.param(State.FILED, NOTHING, OnTheRoad.NOT_YET, id="filed"),
        pytest.param(State.READY, NOTHING, OnTheRoad.NOT_YET, id="ready, not departed"),
        pytest.param(State.IN_TRANSIT, NOTHING, OnTheRoad.UNDER_WAY, id="in transit"),
        pytest.param(State.NEGOTIATING, NOTHING, OnTheRoad.UNDER_WAY, id="waiting at the gate"),
        pytest.param(State.RETURNING, NOTHING, OnTheRoad.UNDER_WAY, id="on the way back"),
        pytest.param(State.RECEIVED, NOTHING, OnTheRoad.OVER, id="received"),
        pytest.param(
            State.CONFIRMED,
            frozenset({Decision.RETURNING}),
            OnTheRoad.UNDER_WAY,
            id="confirmed while a refused drum goes back",
        ),
        pytest.param(
            State.CONFIRMED,
            frozenset({Decision.RETURNED}),
            OnTheRoad.OVER,
            id="confirmed, the refused drum is back",
        ),
        pytest.param(State.RETURNED, NOTHING, OnTheRoad.OVER, id="returned"),
        pytest.param(State.VOID, NOTHING, OnTheRoad.VOID, id="void or annulled"),
    ],
)
def test_what_an_inspector_concludes(
    state: State, ways: frozenset[Decision], found: OnTheRoad
) -> None:
    assert on_the_road(state, ways) is found
    assert carries_pass(state, ways) is (found in {OnTheRoad.NOT_YET, OnTheRoad.UNDER_WAY})
