"""Random people do random things: no container gets two holders, no gram is lost, no chain breaks."""

import os
import shutil
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any, ClassVar
from uuid import UUID

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy import Engine, func
from sqlmodel import col, select

from tests.conftest import NOW
from tests.support import schema
from tests.support.build import actor_of
from tests.support.manifests import Cast, next_number
from wastetrack.audit.verify import verify_trail
from wastetrack.containers.actions.open import open_container
from wastetrack.containers.actions.split import split
from wastetrack.containers.inputs import OpenContainer, SplitContainer
from wastetrack.containers.model import Container
from wastetrack.containers.terms import LIVE, Content
from wastetrack.deadlines.actions.sweep import sweep
from wastetrack.kernel.actor import SYSTEM, Actor, Role
from wastetrack.kernel.clock import FixedClock
from wastetrack.kernel.database import Database, connect
from wastetrack.kernel.errors import WorkError
from wastetrack.kernel.work import Work
from wastetrack.manifests.actions.accept import accept
from wastetrack.manifests.actions.arrive import arrive
from wastetrack.manifests.actions.confirm import confirm
from wastetrack.manifests.actions.consent import consent, decline
from wastetrack.manifests.actions.depart import depart
from wastetrack.manifests.actions.draft import draft
from wastetrack.manifests.actions.file import file
from wastetrack.manifests.actions.number import number
from wastetrack.manifests.actions.refuse import refuse
from wastetrack.manifests.actions.send_back import send_back, take_back
from wastetrack.manifests.actions.sign import sign
from wastetrack.manifests.actions.void import void, withdraw
from wastetrack.manifests.inputs import (
    AcceptManifest,
    ArriveManifest,
    DecidedLine,
    DepartManifest,
    DraftManifest,
    NumberManifest,
    ReasonGiven,
    RefuseManifest,
    SendBackManifest,
    TakeBackManifest,
    VoidManifest,
)
from wastetrack.manifests.model import Manifest, ManifestLine
from wastetrack.manifests.queries import lines_of
from wastetrack.manifests.terms import Dimension, State
from wastetrack.reports.queries.closed_loop import closed_loop
from wastetrack.treatments.actions.record import record_treatment
from wastetrack.treatments.inputs import FedContainer, RecordTreatment
from wastetrack.treatments.model import Feed

BUREAU = "示例生态环境分局"
REASON = ReasonGiven(reason="试一试这一步")
# the short form runs every time; a soak sets WASTETRACK_SOAK to the number of random lives
LIVES = int(os.environ.get("WASTETRACK_SOAK", "12"))  # noqa: TID251 - the length of a test
STEPS = 40


def simple_steps(cast: Cast) -> dict[str, tuple[Actor, Callable[[Work, UUID], Any]]]:
    """Each verb of the straight path and back, with the person whose step it is."""
    return {
        "file": (cast.producer, file),
        "number": (
            cast.producer,
            lambda w, m: number(w, m, NumberManifest(national_no=next_number(w))),
        ),
        "consent": (cast.gate, consent),
        "decline": (cast.gate, lambda w, m: decline(w, m, REASON)),
        "withdraw": (cast.producer, lambda w, m: withdraw(w, m, VoidManifest(reason="先不送了"))),
        "void": (
            cast.producer,
            lambda w, m: void(w, m, VoidManifest(reason="先不送了", upstream_voided=True)),
        ),
        "sign": (cast.producer, sign),
        "depart": (cast.driver, lambda w, m: depart(w, m, DepartManifest(trip_id=cast.trip.id))),
        "arrive": (cast.gate, lambda w, m: arrive(w, m, ArriveManifest(gross_g=9_000_000))),
        "refuse": (
            cast.gate,
            lambda w, m: refuse(w, m, RefuseManifest(reason="性质不符", reported_to=BUREAU)),
        ),
        "send_back": (
            cast.driver,
            lambda w, m: send_back(w, m, SendBackManifest(order="移出人来电要求退回")),
        ),
        "take_back": (cast.producer, lambda w, m: take_back(w, m, TakeBackManifest())),
        "confirm": (cast.gate, confirm),
    }


# the verbs that lead on from a state; a random life needs them often enough to reach its end
ONWARD = {
    State.DRAFT: ("file",),
    State.FILED: ("number", "consent"),
    State.READY: ("sign", "depart"),
    State.IN_TRANSIT: ("arrive",),
    State.ARRIVED: ("accept",),
    State.RECEIVED: ("send_back", "take_back", "confirm"),
    State.REFUSED: ("send_back",),
    State.RETURNING: ("take_back",),
}
# what some life must have done, else the machine has gone blind
SEEN_BY_ALL = {"open", "split", "draft", "depart", "accept", "treat"}


class Loop(RuleBasedStateMachine):
    """One random life of a small district."""

    database: Database
    done: ClassVar[Counter[str]]

    def __init__(self) -> None:
        super().__init__()
        with self.database.transaction(SYSTEM) as work:
            self.cast = Cast(work)
            self.stranger = Cast(work).producer
        self.steps = simple_steps(self.cast)
        self.reader = actor_of(self.cast.shop.unit, Role.READER)
        self.put_in = 0  # grams that entered the loop
        for grams in (182_400, 90_000, 200_000, 60_500):
            self.open(grams, 0)
        for pair in (0, 2):
            self.draft(pair, pair + 1, 0)

    def try_as(self, actor: Actor, verb: str, act: Callable[[Work], Any]) -> bool:
        """One door: an action that a person may or may not do."""
        try:
            self.database.write(actor, act)
        except WorkError:
            return False
        self.done[verb] += 1
        return True

    def one(self, table: Any, number: int, *where: Any) -> UUID | None:
        with self.database.reading(SYSTEM) as work:
            ids = work.session.exec(select(table.id).where(*where).order_by(table.id)).all()
        return ids[number % len(ids)] if ids else None

    def somebody(self, proper: Actor, chance: int) -> Actor:
        others = [self.cast.producer, self.cast.driver, self.cast.gate, self.cast.officer]
        odd = [*others, self.stranger, self.reader]
        return proper if chance < 8 else odd[chance % len(odd)]

    @rule(grams=st.integers(1_000, 400_000), chance=st.integers(0, 12))
    def open(self, grams: int, chance: int) -> None:
        shop = self.cast.shop
        data = OpenContainer(
            site_id=shop.site.id,
            waste_code="900-214-08",
            waste_name="废机油",
            volume_l=500,
            mass_g=grams,
            facility_id=shop.point.id,
        )
        if self.try_as(
            self.somebody(shop.operator, chance), "open", lambda w: open_container(w, data)
        ):
            self.put_in += grams

    @rule(number=st.integers(0, 99), parts=st.integers(2, 3), chance=st.integers(0, 12))
    def split(self, number: int, parts: int, chance: int) -> None:
        key = self.one(Container, number, Container.content == Content.SEALED)
        if key is None:
            return
        with self.database.reading(SYSTEM) as work:
            mass = work.session.get_one(Container, key).mass_g or 0
        if mass < parts:
            return
        each = mass // parts
        grams = [each] * (parts - 1) + [mass - each * (parts - 1)]
        data = SplitContainer(grams=grams)
        self.try_as(
            self.somebody(self.cast.producer, chance), "split", lambda w: split(w, key, data)
        )

    @rule(first=st.integers(0, 99), second=st.integers(0, 99), chance=st.integers(0, 12))
    def draft(self, first: int, second: int, chance: int) -> None:
        keys = {self.one(Container, n, col(Container.content).in_(LIVE)) for n in (first, second)}
        found = [key for key in keys if key]
        if not found:
            return
        data = DraftManifest.model_validate(
            self.cast.fields([], container_ids=sorted(found, key=str))
        )
        self.try_as(self.somebody(self.cast.producer, chance), "draft", lambda w: draft(w, data))

    @rule(number=st.integers(0, 99), far=st.integers(1, 9), chance=st.integers(0, 9))
    def go_on(self, number: int, far: int, chance: int) -> None:
        key = self.one(Manifest, number)
        for _ in range(far if key else 0):
            with self.database.reading(SYSTEM) as work:
                state = work.session.get_one(Manifest, key).state
            for verb in ONWARD.get(state, ()):
                if verb == "accept" and far % 3 == 0:
                    self.step(number, "refuse", chance)
                elif verb == "accept":
                    self.accept(number, (0, 30, 0, 100)[far % 4], far - 5, chance)
                else:
                    self.step(number, verb, chance)

    @rule(number=st.integers(0, 99), data=st.data(), chance=st.integers(0, 12))
    def step_anywhere(self, number: int, data: st.DataObject, chance: int) -> None:
        self.step(number, data.draw(st.sampled_from(sorted(self.steps))), chance)

    def step(self, number: int, verb: str, chance: int) -> None:
        key = self.one(Manifest, number)
        if key is not None:
            proper, act = self.steps[verb]
            self.try_as(self.somebody(proper, chance), verb, lambda w: act(w, key))

    @rule(
        number=st.integers(0, 99),
        refused=st.sampled_from([0, 0, 30, 100]),
        difference=st.integers(-300, 300),
        chance=st.integers(0, 12),
    )
    def accept(self, number: int, refused: int, difference: int, chance: int) -> None:
        key = self.one(Manifest, number)
        if key is None:
            return
        with self.database.reading(SYSTEM) as work:
            shipped = [(line.id, line.shipped_g) for line in lines_of(work, key) if line.shipped_g]
        decided = []
        for position, (line, grams) in enumerate(shipped):
            back = (grams or 0) * (refused if position == 0 else 0) // 100
            kept = (grams or 0) - back
            off = max(-kept, min(difference, kept - 1)) if kept > 0 else 0
            decided.append(
                DecidedLine(
                    line_id=line,
                    accepted_g=kept - off,
                    refused_g=back,
                    difference_g=off,
                    method="R9",
                    facility_id=self.cast.hall.id,
                    dimensions=(Dimension.QUANTITY,) if back or off else (),
                )
            )
        if not decided:
            return
        data = AcceptManifest(lines=tuple(decided), reported_to=BUREAU)
        self.try_as(self.somebody(self.cast.gate, chance), "accept", lambda w: accept(w, key, data))

    @rule(number=st.integers(0, 99), percent=st.sampled_from([40, 100]), chance=st.integers(0, 12))
    def treat(self, number: int, percent: int, chance: int) -> None:
        key = self.one(Container, number, col(Container.holder_site_id) == self.cast.plant.id)
        if key is None:
            return
        with self.database.reading(SYSTEM) as work:
            mass = work.session.get_one(Container, key).mass_g or 0
        grams = mass * percent // 100
        if grams <= 0:
            return
        data = RecordTreatment(
            site_id=self.cast.plant.id,
            method="R9",
            feeds=(FedContainer(container_id=key, grams=grams),),
        )
        self.try_as(
            self.somebody(self.cast.gate, chance), "treat", lambda w: record_treatment(w, data)
        )

    @rule(hours=st.integers(1, 24 * 90))
    def time_passes(self, hours: int) -> None:
        clock = self.database.clock
        assert isinstance(clock, FixedClock)
        # the year's plan, contract and permits end with the year; stay within it
        clock.at = min(clock.at + timedelta(hours=hours), NOW + timedelta(days=30))
        assert self.try_as(SYSTEM, "sweep", sweep)

    @invariant()
    def the_loop_is_closed(self) -> None:
        with self.database.reading(SYSTEM) as work:
            for check in closed_loop(work):
                assert check.broken is None, f"{check.name}: {check.broken}"
            live = work.session.exec(
                select(func.coalesce(func.sum(Container.mass_g), 0)).where(
                    col(Container.content).in_(LIVE)
                )
            ).one()
            fed = work.session.exec(select(func.coalesce(func.sum(Feed.grams), 0))).one()
            lost = work.session.exec(
                select(func.coalesce(func.sum(ManifestLine.difference_g), 0))
            ).one()
        assert int(live or 0) + int(fed) + int(lost or 0) == self.put_in

    def teardown(self) -> None:
        with self.database.reading(SYSTEM) as work:
            assert verify_trail(work).broken is None


def lives(machine: type[Loop]) -> None:
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=LIVES,
            stateful_step_count=STEPS,
            deadline=None,
            derandomize="WASTETRACK_SOAK" not in os.environ,  # noqa: TID251
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_a_random_life_keeps_the_loop_closed_on_sqlite(
    sqlite_template: Path, tmp_path: Path
) -> None:
    class OnSqlite(Loop):
        done: ClassVar[Counter[str]] = Counter()

        def __init__(self) -> None:
            path = tmp_path / f"{os.urandom(6).hex()}.db"
            shutil.copyfile(sqlite_template, path)
            self.database = Database(connect(f"sqlite:///{path}", durable=False), FixedClock(NOW))
            super().__init__()

        def teardown(self) -> None:
            super().teardown()
            self.database.dispose()

    lives(OnSqlite)
    assert set(OnSqlite.done) >= SEEN_BY_ALL


def test_a_random_life_keeps_the_loop_closed_on_postgresql(postgres_engine: Engine) -> None:
    class OnPostgres(Loop):
        done: ClassVar[Counter[str]] = Counter()

        def __init__(self) -> None:
            schema.empty(postgres_engine)
            self.database = Database(postgres_engine, FixedClock(NOW))
            super().__init__()

    lives(OnPostgres)
    assert set(OnPostgres.done) >= SEEN_BY_ALL
    schema.empty(postgres_engine)
