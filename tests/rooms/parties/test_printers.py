"""A unit's label printers, and which one a person's labels of a site go to."""

import pytest
from pydantic import ValidationError

from tests.support.containers import Workshop, a_stranger
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.database import Database
from wastetrack.kernel.errors import Missing, Refused
from wastetrack.parties import queries
from wastetrack.parties.actions.add_printer import add_printer
from wastetrack.parties.actions.choose_printer import choose_printer
from wastetrack.parties.actions.edit_printer import edit_printer
from wastetrack.parties.inputs import PrinterInput

TRUE = PrinterInput(name="车间热敏机")


def test_a_printer_is_entered_once_by_its_name_and_calibrated(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        office = work.as_actor(shop.operator)
        row = add_printer(office, shop.unit.id, TRUE)
        work.session.flush()
        with pytest.raises(Refused) as caught:
            add_printer(office, shop.unit.id, TRUE)
        assert caught.value.codes == ("parties.printer_known",)
        read = PrinterInput.model_validate(
            {"name": "车间热敏机", "left_um": "20.6", "across_um": "60,2"}
        )
        edit_printer(office, row.id, read)
        assert (row.left_um, row.across_um, row.head_seq) == (20_600, 60_200, 2)


@pytest.mark.parametrize("text", ["twenty", "3", "200", "20.12345", "nan"])
def test_a_reading_that_is_no_length_of_the_test_page_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        PrinterInput.model_validate({"name": "x", "left_um": text})


def test_the_choice_is_kept_for_the_person_and_the_site(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        office = work.as_actor(shop.operator)
        row = add_printer(office, shop.unit.id, TRUE)
        work.session.flush()
        assert queries.chosen_printer(office, shop.site.id) is None
        choose_printer(office, shop.site.id, row.id)
        work.session.flush()
        assert queries.chosen_printer(office, shop.site.id) is row
        assert queries.printers_for(office, shop.unit.id, shop.site.id) == [(row, True)]
        choose_printer(office, shop.site.id, None)
        work.session.flush()
        assert queries.chosen_printer(office, shop.site.id) is None
        with pytest.raises(Missing):
            choose_printer(office, shop.unit.id, row.id)
        with pytest.raises(Missing):
            queries.get_printer(work.as_actor(a_stranger(work)), row.id)
