"""Settings from the environment: what is printed is where it serves, and production has no default secret."""

from pathlib import Path

import pytest

from config import from_environment


def test_the_address_follows_the_port(tmp_path: Path) -> None:
    settings = from_environment({"WASTETRACK_INSTANCE": str(tmp_path), "PORT": "8391"})
    assert (settings.port, settings.base_url) == (8391, "http://127.0.0.1:8391")


@pytest.mark.parametrize(
    "given",
    [
        pytest.param({}, id="no secret at all"),
        pytest.param({"SECRET_KEY": "x" * 31, "SIGNING_KEY": "0" * 64}, id="a short secret"),
        pytest.param({"SECRET_KEY": "x" * 32, "SIGNING_KEY": "0" * 63}, id="a short signing key"),
        pytest.param({"SECRET_KEY": "x" * 32, "SIGNING_KEY": "0" * 64}, id="plain http"),
    ],
)
def test_production_needs_secrets_and_https(tmp_path: Path, given: dict[str, str]) -> None:
    production = {"WASTETRACK_INSTANCE": str(tmp_path), "WASTETRACK_ENV": "production"}
    with pytest.raises(RuntimeError):
        from_environment(production | given)


@pytest.mark.parametrize(("given", "days"), [({}, 3), ({"WASTETRACK_ROADSIDE_DAYS": "1"}, 1)])
def test_the_days_of_a_printed_roadside_symbol_are_a_setting(
    tmp_path: Path, given: dict[str, str], days: int
) -> None:
    settings = from_environment({"WASTETRACK_INSTANCE": str(tmp_path)} | given)
    assert settings.roadside_days == days
