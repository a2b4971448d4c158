"""A town in which everything is in force already, for journeys about what comes after."""

from tests.journeys.person import Person
from tests.journeys.stage import Stage
from tests.support.build import PASSWORD, a_user
from tests.support.manifests import Cast
from tests.support.parties import HASH
from wastetrack.kernel.actor import SYSTEM, Role
from wastetrack.manifests.model import Manifest
from wastetrack.parties.model import Unit
from wastetrack.people.transition import set_password
from wastetrack.web.filters import human

DISPATCHER = "dispatcher"


class Town:
    """A workshop, a carrier, a disposer and the bureau, each with somebody at a screen."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.phones: dict[str, str] = {}
        with stage.database.transaction(SYSTEM) as work:
            self.cast = cast = Cast(work)
            officer = cast.officer.seats[0].unit_id
            bureau = work.session.get_one(Unit, officer)
            self.shop_name = cast.shop.unit.name
            for post, unit, role in (
                ("workshop", cast.shop.unit, Role.ADMIN),
                ("driver", cast.carrier, Role.DRIVER),
                (DISPATCHER, cast.carrier, Role.DISPATCHER),
                ("gate", cast.disposer, Role.GATE),
                ("plant", cast.disposer, Role.ADMIN),
                ("officer", bureau, Role.OFFICER),
            ):
                user, _ = a_user(work, unit, role)
                set_password(work, user, HASH, "people.reset")
                self.phones[post] = user.phone

    def enters(self, post: str, *, phone: bool = False) -> Person:
        """Somebody opens a browser and signs in."""
        came = self.stage.enters(post, phone=phone)
        return self.again(came)

    def again(self, who: Person) -> Person:
        """The session ended while nothing was done: sign in once more."""
        return who.signs_in(self.phones[who.post], PASSWORD)

    def filed(self, drums: int = 1) -> str:
        """A filed manifest without any number yet; its path."""
        return self._made("filed", drums)

    def ready(self, drums: int = 1) -> str:
        """A manifest that waits for its vehicle; its path."""
        return self._made("ready", drums)

    def on_the_road(self, drums: int = 1) -> str:
        """A manifest that left the workshop; its path."""
        return self._made("on_the_road", drums)

    def received(self, drums: int = 1) -> str:
        """A manifest whose load stands at the disposer's; its path."""
        return self._made("received", drums)

    def drum(self) -> str:
        """A sealed drum in the workshop; its eight characters as they stand on a screen."""
        with self.stage.database.transaction(SYSTEM) as work:
            self.cast.work = work
            return human(self.cast.drums(1)[0].human_code)

    def _made(self, verb: str, drums: int) -> str:
        with self.stage.database.transaction(SYSTEM) as work:
            self.cast.work = work
            made: Manifest = getattr(self.cast, verb)(drums)
            return f"/manifests/{made.id}"
