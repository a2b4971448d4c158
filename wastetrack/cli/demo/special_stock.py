"""Odd containers: missing, seized, parted, identified, corrected, over the limits of their store."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from wastetrack.cases.actions.report import report
from wastetrack.cases.actions.report_missing import report_found, report_missing
from wastetrack.cases.inputs import ReportFound
from wastetrack.cli.demo.firms import Drum, add_store
from wastetrack.cli.demo.hauls import Haul
from wastetrack.cli.demo.scans import scan
from wastetrack.cli.demo.special import Stage
from wastetrack.cli.demo.stock import Shop
from wastetrack.containers.actions.fill import fill
from wastetrack.containers.actions.open import open_container
from wastetrack.containers.actions.print import print_label
from wastetrack.containers.actions.release import release
from wastetrack.containers.actions.seize import seize
from wastetrack.containers.actions.split import split
from wastetrack.containers.actions.treat_self import treat_self
from wastetrack.containers.inputs import (
    CorrectContainer,
    FillContainer,
    FindContainer,
    IdentifyContainer,
    MissContainer,
    OpenContainer,
    ReleaseContainer,
    ReturnAmendment,
    SeizeContainer,
    SplitContainer,
    TreatSelf,
    VoidContainer,
)
from wastetrack.containers.model import Amendment, Container
from wastetrack.containers.terms import LabelProof, Purpose
from wastetrack.deadlines.actions.amend import (
    amend_by_correcting,
    amend_by_identifying,
    amend_by_voiding,
)
from wastetrack.deadlines.actions.decide_amendment import agree, disagree
from wastetrack.kernel.actor import NOBODY, Actor, Role
from wastetrack.kernel.work import Work
from wastetrack.parties.actions.keep_file import keep_file
from wastetrack.parties.terms import FacilityKind

_AGES = (396, 371, 341, 306, 262)
_POINT_DRUMS, _POINT_G = 18, 172_000


@dataclass
class Stock:
    """Queues the odd containers of the first workshops."""

    stage: Stage

    def open(self) -> None:
        walk, stage = self.stage.walk, self.stage
        walk.at(walk.ago(days=50), self.odd)
        for days in _AGES:
            walk.at(walk.ago(days=days - 8), partial(self.old, days))
        walk.at(walk.ago(days=9), self.full)
        walk.at(walk.ago(hours=52), partial(self.fresh, lambda: stage.clinic, 1))
        walk.at(walk.ago(hours=30), partial(self.fresh, self._hospital, 2))
        walk.at(walk.ago(hours=25), self.medical)
        walk.at(walk.ago(days=100), self.own)
        walk.at(walk.ago(days=2), partial(self.begin, lambda: stage.login_shop))
        walk.at(walk.ago(days=5), partial(self.begin, lambda: stage.turner, full=True))

    def odd(self) -> None:
        """One of each, in the yard of a garage."""
        shop = self.stage.garages[1]
        at = self.stage.walk.now
        acts = (self.void, self.identify, self.split, self.correct, self.seize, self.seize_release,
                self.miss, self.miss_find, self.met_on_the_road, self.void_returned, self.correct_waiting)  # fmt: skip
        for number, act in enumerate(acts):
            waste = shop.firm.wastes[number % len(shop.firm.wastes)]
            drum = shop.drum(waste, days=10)
            self.stage.walk.at(at + timedelta(days=1 + number), partial(act, shop, drum))

    def void(self, shop: Shop, drum: Drum) -> None:
        """A drum entered twice: an officer looks at the weighing sheet and agrees."""
        data = VoidContainer(reason="重复登记，没有这只桶", file_sha256=self._file(shop, "称重单"))
        self._decided(amend_by_voiding(self._by(shop.firm.by(Role.OPERATOR)), drum.id, data))

    def identify(self, shop: Shop, drum: Drum) -> None:
        data = IdentifyContainer(
            document="示例鉴字第0001号",
            by="示例检测机构",
            at=self.stage.walk.now,
            file_sha256=self._file(shop, "鉴别报告"),
        )
        self._decided(amend_by_identifying(self._by(shop.firm.by(Role.OPERATOR)), drum.id, data))

    def void_returned(self, shop: Shop, drum: Drum) -> None:
        """The file does not show it: the drum stays."""
        data = VoidContainer(reason="找不到登记依据", file_sha256=self._file(shop, "情况说明"))
        asked = amend_by_voiding(self._by(shop.firm.by(Role.OPERATOR)), drum.id, data)
        reason = ReturnAmendment(reason="桶还在贮存点，请按实物管理")
        if asked is not None:
            self._next_day(lambda: disagree(self._by(self.stage.cast.officer), asked.id, reason))

    def correct_waiting(self, shop: Shop, drum: Drum) -> None:
        """A weight that nobody has looked at yet."""
        data = CorrectContainer(
            mass_g=drum.grams + 800,
            reason="称重单与录入不一致",
            document="称重单",
            file_sha256=self._file(shop, "称重单"),
        )
        amend_by_correcting(self._by(shop.firm.by(Role.OPERATOR)), drum.id, data)

    def _decided(self, asked: Amendment | None) -> None:
        if asked is not None:
            self._next_day(lambda: agree(self._by(self.stage.cast.officer), asked.id))

    def _next_day(self, act: Callable[[], object]) -> None:
        self.stage.walk.at(self.stage.walk.now + timedelta(days=1), act)

    def _file(self, shop: Shop, title: str) -> str:
        """The page that shows it, kept for the shop."""
        stored = self.stage.cast.files.put(scan(title, "示例", shop.firm.name))
        work = self._by(shop.firm.by(Role.OPERATOR))
        return keep_file(work, stored, f"{title}.pdf", shop.firm.unit_id).sha256

    def split(self, shop: Shop, drum: Drum) -> None:
        half = drum.grams // 2
        data = SplitContainer(grams=[half, drum.grams - half])
        split(self._by(shop.firm.by(Role.OPERATOR)), drum.id, data)

    def correct(self, shop: Shop, drum: Drum) -> None:
        """A weight typed wrongly, and a label printed anew."""
        work = self._by(shop.firm.by(Role.OPERATOR))
        data = CorrectContainer(
            mass_g=drum.grams + 1_500,
            reason="称重单与录入不一致",
            document="称重单",
            file_sha256=self._file(shop, "称重单"),
        )
        self._decided(amend_by_correcting(work, drum.id, data))
        print_label(work, drum.id)

    def seize(self, _shop: Shop, drum: Drum) -> None:
        data = SeizeContainer(document="示例环查扣〔演示〕1号")
        seize(self._by(self.stage.cast.officer), drum.id, data)

    def seize_release(self, shop: Shop, drum: Drum) -> None:
        self.seize(shop, drum)
        data = ReleaseContainer(document="示例环解扣〔演示〕1号")
        self.stage.walk.at(
            self.stage.walk.now + timedelta(days=6),
            lambda: release(self._by(self.stage.cast.officer), drum.id, data),
        )

    def miss(self, shop: Shop, drum: Drum) -> None:
        """Not there at the weekly count: a case for the bureau."""
        work = self._by(shop.firm.by(Role.OPERATOR))
        report_missing(work, drum.id, MissContainer(note="每周盘点时不在贮存点，正在查找"))

    def miss_find(self, shop: Shop, drum: Drum) -> None:
        work = self._by(shop.firm.by(Role.OPERATOR))
        report_missing(work, drum.id, MissContainer(note="交接班时没有看到"))
        self.stage.walk.at(
            self.stage.walk.now + timedelta(days=1),
            lambda: report_found(
                self._by(shop.firm.by(Role.OPERATOR)),
                drum.id,
                FindContainer(place="车间东侧暂放区"),
            ),
        )

    def met_on_the_road(self, _shop: Shop, drum: Drum) -> None:
        """Somebody without an account reports a drum from its label."""
        work = self._by(NOBODY)
        code = work.session.get_one(Container, drum.id).human_code
        data = ReportFound(place="车间围墙外路边", note="桶是立着的，盖子盖好")
        report(work, code, data, proof=LabelProof.UNSIGNED)

    def old(self, days: int) -> None:
        """A drum that nobody sends away, in the yard of the turner."""
        shop = self.stage.turner
        shop.drum(shop.firm.wastes[days % 2], days=8)

    def full(self) -> None:
        """A storage point over its three tonnes."""
        shop = self.stage.garages[2]
        waste = shop.firm.wastes[0]
        for _ in range(_POINT_DRUMS):
            shop.drum(waste, days=6, grams=_POINT_G)

    def _hospital(self) -> Shop:
        cast = self.stage.cast
        return Shop(self.stage.walk, self.stage.rounds, cast.hospital, direct=True, medical=True)

    def fresh(self, shop: Callable[[], Shop], count: int) -> None:
        """Medical waste that waits to be fetched."""
        here = shop()
        for number in range(count):
            here.drum(here.firm.wastes[number % 2], days=0.02)

    def medical(self) -> None:
        """Medical waste at the burner that is not burnt yet."""
        shop = self._hospital()
        cast, now = self.stage.cast, self.stage.walk.now
        drums = [shop.drum(waste, days=0.1) for waste in shop.firm.wastes[:2]]
        haul = Haul(self.stage.rounds.road, shop.firm, cast.burner, cast.carriers[0], drums)
        for drum in drums:
            drum.kept = True
        acts = (haul.filed, haul.ready, haul.leave, haul.arrive, haul.accept, haul.end_trip)
        self.stage.walk.chain(
            [(now + timedelta(hours=n), act) for n, act in enumerate(acts, start=1)]
        )

    def own(self) -> None:
        """The second chemist treats a waste of its own."""
        shop = self.stage.chemists[1]
        firm = shop.firm
        furnace = add_store(
            self.stage.walk, firm, FacilityKind.TREATMENT, 0, name="溶剂回收装置", code="TS003"
        )
        drum = shop.drum(firm.waste("900-404-06"), days=12)
        self._by(firm.by()).session.flush()
        data = TreatSelf(purpose=Purpose.USE, method="R2", facility_id=furnace)
        treat_self(self._by(firm.by(Role.OPERATOR)), drum.id, data)

    def begin(self, shop: Callable[[], Shop], *, full: bool = False) -> None:
        """A drum that is being filled."""
        here = shop()
        work = self._by(here.firm.by(Role.OPERATOR))
        row = open_container(
            work,
            OpenContainer(
                site_id=here.firm.site_id,
                stream_id=here.firm.wastes[0].stream_id,
                facility_id=here.firm.store_id,
            ),
        )
        if full:
            fill(work, row.id, FillContainer())

    def _by(self, actor: Actor) -> Work:
        return self.stage.walk.by(actor)
