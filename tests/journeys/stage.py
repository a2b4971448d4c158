"""Where a journey plays: the product on a fresh database, a clock that the test moves, browser windows."""

from datetime import datetime

from playwright.sync_api import Browser
from sqlmodel import col, select

from tests.journeys.person import Person
from tests.support.browser import person
from tests.support.build import PASSWORD, credit_code
from wastetrack.audit.verify import verify_trail
from wastetrack.kernel.actor import SYSTEM
from wastetrack.kernel.clock import FixedClock
from wastetrack.kernel.database import Database
from wastetrack.outbox.model import Message
from wastetrack.people.actions.found import found
from wastetrack.people.inputs import Founding
from wastetrack.reports.queries.closed_loop import closed_loop

OFFICER_PHONE = "13705750001"


class Stage:
    """The district for one journey, with everybody who came in."""

    def __init__(self, browser: Browser, base: str, database: Database, clock: FixedClock) -> None:
        self.browser, self.base = browser, base
        self.database, self.clock = database, clock
        self.people: list[Person] = []

    def enters(self, post: str, *, phone: bool = False, lang: str = "zh-CN") -> Person:
        """Somebody opens a browser."""
        came = Person(post, person(self.browser, self.base, phone=phone, lang=lang))
        self.people.append(came)
        return came

    def bureau(self) -> Person:
        """The first officer is made on the server's command line and signs in at a desk."""
        with self.database.transaction(SYSTEM) as work:
            data = Founding(
                credit_code=credit_code(),
                unit_name="示例生态环境分局",
                phone=OFFICER_PHONE,
                name="值班员",
                password=PASSWORD,
            )
            found(work, data)
        officer = self.enters("officer")
        officer.signs_in(OFFICER_PHONE, PASSWORD)
        return officer

    def later(self, **delta: float) -> datetime:
        """Time goes by."""
        return self.clock.move(**delta)

    def text_message_to(self, phone: str) -> str:
        """The six digits that were last sent to a phone."""
        with self.database.reading(SYSTEM) as work:
            sent = work.session.exec(
                select(Message)
                .where(col(Message.to_phone) == phone, col(Message.kind) == "people.code")
                .order_by(col(Message.id).desc())
            ).first()
        assert sent is not None, f"nothing was sent to {phone}"
        return str(sent.payload["code"])

    def leave(self) -> None:
        """Everybody closes the browser."""
        for who in self.people:
            who.window.context.close()

    def books_balance(self) -> None:
        """Nothing broke on any screen, no other host was asked, nothing was lost in the books."""
        assert [f"{who.post}: {fault}" for who in self.people for fault in who.window.faults] == []
        with self.database.reading(SYSTEM) as work:
            assert verify_trail(work).broken is None
            assert [check for check in closed_loop(work) if check.broken] == []
