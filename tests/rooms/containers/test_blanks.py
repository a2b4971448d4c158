"""A roll of blank codes: bound once, by its own unit, to the container that takes the code."""

import pytest
from sqlmodel import select

from tests.support.containers import Workshop, a_drum, a_stranger
from wastetrack.audit.model import Event
from wastetrack.audit.verify import verify_trail
from wastetrack.containers import queries
from wastetrack.containers.actions.print_blanks import print_blanks
from wastetrack.containers.inputs import PrintBlanks
from wastetrack.containers.model import BlankCode, Container
from wastetrack.containers.rules import is_human_code
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Missing, Refused
from wastetrack.kernel.work import Work
from wastetrack.parties.terms import UnitState


def roll(work: Work, shop: Workshop, count: int = 3) -> list[BlankCode]:
    made = print_blanks(
        work.as_actor(shop.operator), PrintBlanks(site_id=shop.site.id, count=count)
    )
    work.session.flush()
    return made


def test_a_roll_has_codes_of_its_own_and_an_event_for_each(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        rows = roll(work, shop)
        codes = {row.human_code for row in rows}
        assert len(codes) == 3
        assert all(is_human_code(code) for code in codes)
        kinds = work.session.exec(select(Event.kind).where(Event.subject_kind == "blank_code"))
        assert list(kinds) == ["container.print_blanks"] * 3
        hands = work.as_actor(shop.operator)
        assert [(r.count, r.used) for r in queries.list_rolls(hands)] == [(3, 0)]
        assert [r.human_code for r in queries.get_roll(hands, rows[0].roll_id)] == [
            row.human_code for row in rows
        ]
        with pytest.raises(Missing):
            queries.get_roll(work.as_actor(a_stranger(work)), rows[0].roll_id)


def test_the_first_use_binds_the_code_and_the_container_takes_it(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        blank = roll(work, shop)[0]
        typed = f"{blank.human_code[:4]}-{blank.human_code[4:].lower()}"
        drum = a_drum(work, shop, blank_code=typed)
        work.session.flush()
        assert drum.human_code == blank.human_code
        assert (blank.container_id, blank.bound_at) == (drum.id, work.now)
        told = work.session.exec(select(Event).where(Event.kind == "container.bind")).one()
        assert (told.container_id, told.subject_id) == (drum.id, blank.id)
        found = queries.find_by_code(work, f"http://x/C/{blank.human_code}/1/ABC")
        assert found is not None
        assert found.id == drum.id
    with db.reading(SYSTEM) as work:
        assert verify_trail(work, lambda _name, _count: None).broken is None


def refusal(work: Work, shop: Workshop, code: str) -> tuple[str, ...]:
    with pytest.raises(Refused) as caught:
        a_drum(work, shop, blank_code=code)
    assert {v.field for v in caught.value.violations} == {"blank_code"}
    return caught.value.codes


def test_a_code_used_twice_of_another_unit_or_unknown_is_refused(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        other = Workshop(work, credit_code="91330604MA2BCDEF1X", code_reason="测试")
        used, free, *_ = roll(work, shop)
        a_drum(work, shop, blank_code=used.human_code)
        work.session.flush()
        assert refusal(work, shop, used.human_code) == ("containers.blank_used",)
        assert refusal(work, other, free.human_code) == ("containers.blank_of_another",)
        assert refusal(work, shop, "00000000") == ("containers.blank_unknown",)
        assert refusal(work, shop, "something else") == ("containers.blank_unknown",)


def test_who_may_open_no_container_gets_no_codes(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work, state=UnitState.REJECTED)
        with pytest.raises(Refused):
            roll(work, shop)
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work, credit_code="91330604MA2BCDEF1X", code_reason="测试")
        with pytest.raises(Missing):
            print_blanks(
                work.as_actor(a_stranger(work)), PrintBlanks(site_id=shop.site.id, count=1)
            )


def test_no_container_gets_the_code_of_a_blank(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        rows = roll(work, shop, count=20)
        drums = [a_drum(work, shop) for _ in range(5)]
        work.session.flush()
        assert not {r.human_code for r in rows} & {d.human_code for d in drums}
        assert len(work.session.exec(select(Container)).all()) == 5
