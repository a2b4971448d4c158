"""A reprint raises the version; an older label is told as old."""

from tests.support.containers import Workshop, a_drum
from wastetrack.containers import queries
from wastetrack.containers.actions.print import print_label
from wastetrack.containers.rules import LabelSigner
from wastetrack.kernel.actor import NOBODY, SYSTEM
from wastetrack.kernel.database import Database

SIGNER = LabelSigner("http://127.0.0.1:8000", bytes(range(32)))
KEY = SIGNER.public_key


def test_the_first_label_is_version_one_and_each_reprint_makes_older_ones_void(
    db: Database,
) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop)
        hands = work.as_actor(shop.operator)
        old = queries.label_sheets(hands, [drum.id], SIGNER)[0]
        print_label(hands, drum.id)
        work.session.flush()
        new = queries.label_sheets(hands, [drum.id], SIGNER)[0]
    assert old.qr_text.startswith(f"HTTP://127.0.0.1:8000/C/{drum.digital_id}/1/")
    assert new.qr_text.startswith(f"HTTP://127.0.0.1:8000/C/{drum.digital_id}/2/")
    with db.reading(NOBODY) as work:
        first = queries.public_card(work, old.qr_text, KEY)
        second = queries.public_card(work, new.qr_text, KEY)
    assert first is not None
    assert second is not None
    assert (first.old_label, second.old_label) == (True, False)


def test_a_label_says_what_the_law_asks_for(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        shop = Workshop(work)
        drum = a_drum(work, shop, harmful="多环芳烃", precautions="远离火源")
        sheet = queries.label_sheets(work.as_actor(shop.operator), [drum.id], SIGNER)[0]
    assert (sheet.category, sheet.waste_code) == ("HW08", "900-214-08")
    assert (sheet.hazards, sheet.hazard_separator) == (("T", "I"), ",")
    assert (sheet.mass_text, sheet.produced_on) == ("182.4 kg", "2026-11-24")
    assert (sheet.unit_name, sheet.digital_id) == (shop.unit.name, drum.digital_id)
    assert sheet.qr_text == sheet.qr_text.upper()


def test_a_stranger_reads_only_the_safe_minimum(db: Database) -> None:
    with db.transaction(SYSTEM) as work:
        drum = a_drum(work, Workshop(work))
    with db.reading(NOBODY) as work:
        card = queries.public_card(work, drum.human_code.lower(), KEY)
        assert queries.public_card(work, "00000000", KEY) is not card
    assert card is not None
    assert card.mine is False
    assert (card.category, card.letters, card.status.value) == ("HW08", ("T", "I"), "kept")
