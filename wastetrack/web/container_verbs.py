"""Which acts on a container are offered to whom, in which words, and what comes next."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import url_for
from pydantic import BaseModel

from wastetrack import words
from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import Place, may
from wastetrack.cases.actions.report_missing import report_found, report_missing
from wastetrack.catalog.queries import code_values
from wastetrack.containers import inputs, queries
from wastetrack.containers.actions.fill import fill
from wastetrack.containers.actions.release import release
from wastetrack.containers.actions.seal import seal
from wastetrack.containers.actions.seize import seize
from wastetrack.containers.actions.split import split
from wastetrack.containers.actions.store import store
from wastetrack.containers.actions.treat_self import treat_self
from wastetrack.containers.machine import possible
from wastetrack.containers.model import Container
from wastetrack.containers.terms import HeldAs
from wastetrack.containers.transition import standing
from wastetrack.deadlines.actions.amend import (
    amend_by_correcting,
    amend_by_identifying,
    amend_by_voiding,
)
from wastetrack.kernel.work import Work
from wastetrack.parties.queries import facilities_of, partitions_of
from wastetrack.parties.terms import STORES, FacilityKind
from wastetrack.web import door
from wastetrack.web.forms import Bound
from wastetrack.words import msg

Fill = Callable[[Work, Container, Bound[Any]], None]


@dataclass(frozen=True)
class Verb:
    """One act with a form: its name in machine and route, and its words."""

    name: str
    action: Action
    data: type[BaseModel]
    do: Callable[[Work, UUID, Any], object]
    label: str
    lead: str = ""
    kind: str = "secondary"
    template: str = "containers/act.html"
    fill: Fill | None = None

    def href(self, container_id: UUID) -> str:
        return url_for(f"container_acts.{self.name}", id=container_id)


def _stores(work: Work, c: Container, bound: Bound[Any]) -> None:
    rows = [
        f for f in facilities_of(work, [c.holder_site_id] if c.holder_site_id else []) if f.active
    ]
    shelves = [f for f in rows if f.kind in STORES]
    names = {f.id: f.name for f in shelves}
    bound.choose("facility_id", [(str(f.id), f.name) for f in shelves])
    parts = partitions_of(work, names) if names else []
    bound.choose("partition_id", [(str(p.id), f"{names[p.facility_id]} · {p.name}") for p in parts])


def _plants(work: Work, c: Container, bound: Bound[Any]) -> None:
    rows = facilities_of(work, [c.holder_site_id] if c.holder_site_id else [])
    plants = [f for f in rows if f.active and f.kind is FacilityKind.TREATMENT]
    bound.choose("facility_id", [(str(f.id), f.name) for f in plants])
    methods = code_values(work, "method")
    lang = door.lang()
    bound.choose("method", [(m.code, f"{m.code} {m.label(lang)}") for m in methods])


VERBS: tuple[Verb, ...] = (
    Verb(
        "seal",
        Action.CONTAINER_SEAL,
        inputs.SealContainer,
        seal,
        msg("封口"),
        msg("封口后重量和代码不能再改，改动要走更正。"),
        template="containers/seal.html",
    ),
    Verb(
        "find",
        Action.CONTAINER_FIND,
        inputs.FindContainer,
        report_found,
        msg("找到了"),
        msg("说明在哪里找到的。它会回到报失前的状态。"),
    ),
    Verb(
        "release",
        Action.CONTAINER_RELEASE,
        inputs.ReleaseContainer,
        release,
        msg("解除查封"),
        msg("解除后持有单位可以移动它。"),
    ),
    Verb(
        "fill",
        Action.CONTAINER_FILL,
        inputs.FillContainer,
        fill,
        msg("装满了"),
        msg("记下装满的时间，下一步是封口称重。"),
    ),
    Verb(
        "store",
        Action.CONTAINER_STORE,
        inputs.StoreContainer,
        store,
        msg("换地方"),
        msg("放到哪一处贮存设施、哪个分区。"),
        fill=_stores,
    ),
    Verb(
        "split",
        Action.CONTAINER_SPLIT,
        inputs.SplitContainer,
        split,
        msg("分装"),
        msg("各份重量合计要等于原重。分装后旧标签作废，每份都要贴新标签。"),
        template="containers/split.html",
    ),
    Verb(
        "correct",
        Action.CONTAINER_CORRECT,
        inputs.CorrectContainer,
        amend_by_correcting,
        msg("更正"),
        msg(
            "只改录错的内容。已称重容器的重量、代码和首次装入时间要附证明文件，"
            "由生态环境部门核准后才改。"
        ),
    ),
    Verb(
        "treat_self",
        Action.CONTAINER_TREAT_SELF,
        inputs.TreatSelf,
        treat_self,
        msg("自行利用处置"),
        msg("登记本单位自行利用或处置的数量，记入台账。"),
        fill=_plants,
    ),
    Verb(
        "identify",
        Action.CONTAINER_IDENTIFY,
        inputs.IdentifyContainer,
        amend_by_identifying,
        msg("鉴别为非危险废物"),
        msg("附鉴别报告提交。生态环境部门核准以前，它仍按危险废物管理。"),
    ),
    Verb(
        "miss",
        Action.CONTAINER_MISS,
        inputs.MissContainer,
        report_missing,
        msg("报告找不到"),
        msg("写清什么时候、怎么发现的。找到以前，责任仍在现在的持有单位。"),
        kind="danger",
    ),
    Verb(
        "void",
        Action.CONTAINER_VOID,
        inputs.VoidContainer,
        amend_by_voiding,
        msg("作废"),
        msg("只用于登记错了的容器。称过重的要附证明文件，由生态环境部门核准后才作废。"),
        kind="danger",
    ),
    Verb(
        "seize",
        Action.CONTAINER_SEIZE,
        inputs.SeizeContainer,
        seize,
        msg("查封扣押"),
        msg("凭决定书登记。解除以前它不能移动。"),
        kind="danger",
    ),
)
# what comes next for a sealed container that nobody has booked, by who holds it how
_PICKUP = (Action.PICKUP_REQUEST, msg("叫车"), "/pickups", "truck")
_TREAT = (Action.TREATMENT_RECORD, msg("处置"), "/treatments/new", "flame")
ONWARD: dict[HeldAs, tuple[Action, str, str, str]] = {
    HeldAs.PRODUCER: _PICKUP,
    HeldAs.HOSPITAL: _PICKUP,
    HeldAs.OPERATOR: _TREAT,
    HeldAs.MEDICAL: _TREAT,
    HeldAs.MEDICAL_CHILLED: _TREAT,
}


@dataclass(frozen=True)
class Offer:
    """A button: its words and where it leads."""

    name: str
    label: str
    href: str
    kind: str = "secondary"
    icon: str = ""


def offered(work: Work, c: Container) -> list[Offer]:
    """The acts that the machine allows now and the policy grants to this actor."""
    moves = possible(standing(c))
    places = queries.places(c)
    return [
        Offer(v.name, words.say(door.lang(), v.label), v.href(c.id), v.kind)
        for v in VERBS
        if v.name in moves and may(work.actor, v.action, *places)
    ]


def next_step(work: Work, c: Container, acts: list[Offer]) -> Offer | None:
    """The one primary act: sealing, finding, releasing; else what sealed waste waits for."""
    first = next((act for act in acts if act.name in {"seal", "find", "release"}), None)
    if first is not None:
        return first
    onward = ONWARD.get(c.held_as) if "put_on_line" in possible(standing(c)) else None
    if onward is None:
        return None
    own = Place(Position.OWN, c.holder_unit_id, c.holder_site_id)
    if not may(work.actor, onward[0], own):
        return None
    return Offer("onward", words.say(door.lang(), onward[1]), onward[2], icon=onward[3])
