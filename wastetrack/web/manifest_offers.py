"""Decides what a manifest's page offers: the buttons of the machine, or who does the next step."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from uuid import UUID

from flask import url_for

from wastetrack import words
from wastetrack.access.policy import Action, Position
from wastetrack.access.scope import may, positions
from wastetrack.kernel.work import Work
from wastetrack.manifests.machine import BY_ACTION, next_action, offers
from wastetrack.manifests.model import Correction
from wastetrack.manifests.queries import filing_consent, places
from wastetrack.manifests.rules import FIELDS
from wastetrack.manifests.shapes import ManifestPage, PartyView
from wastetrack.manifests.terms import Part, Standing
from wastetrack.web import door
from wastetrack.web.filters import masked
from wastetrack.words import msg

A = Action


@dataclass(frozen=True)
class Offer:
    """A button: its words, where it leads, and whether it sends at once after one question."""

    action: Action
    label: str
    href: str
    kind: str = "secondary"
    icon: str = ""
    confirm: str = ""
    primary: bool = False


@dataclass(frozen=True)
class Button:
    """How one action is offered."""

    label: str
    icon: str = ""
    kind: str = "secondary"
    # a step without fields of its own is one question and one tap
    confirm: str = ""


BUTTONS: dict[Action, Button] = {
    A.MANIFEST_FILE: Button(
        msg("提交联单"), "check", confirm=msg("提交后由接受人确认，移出信息不能再改，要改先撤回。")
    ),
    A.MANIFEST_CONSENT: Button(
        msg("同意接收"),
        "check",
        confirm=msg("同意后移出人可以装车。许可、规模和库容会再核对一次。"),
    ),
    A.MANIFEST_NUMBER: Button(msg("填联单编号"), "manifest"),
    A.MANIFEST_SIGN: Button(msg("交接签字"), "check"),
    A.MANIFEST_DEPART: Button(msg("装车起运"), "truck"),
    A.MANIFEST_ARRIVE: Button(msg("到达"), "scale"),
    A.MANIFEST_ATTACH: Button(msg("上传对方签字的联单"), "manifest"),
    A.MANIFEST_ACCEPT: Button(msg("验收"), "scale"),
    A.MANIFEST_AGREE: Button(msg("同意对方意见"), "check"),
    A.MANIFEST_OBJECT: Button(msg("提出异议"), "warn"),
    A.MANIFEST_SEND_BACK: Button(msg("退运"), "truck"),
    A.MANIFEST_TAKE_BACK: Button(msg("收回"), "drum"),
    A.MANIFEST_CONFIRM: Button(
        msg("确认接受"), "check", confirm=msg("确认后接受信息不能再改，改动要走更正。")
    ),
    A.MANIFEST_OUTCOME: Button(msg("登记处置"), "flame"),
    A.MANIFEST_ACKNOWLEDGE: Button(
        msg("已知悉"), "check", confirm=msg("表示您已看过接受人的处置结果。")
    ),
    A.MANIFEST_EDIT: Button(msg("修改草稿"), "manifest"),
    A.MANIFEST_BACKFILL: Button(msg("补录纸质联单"), "manifest"),
    A.MANIFEST_RELAY: Button(msg("换车接运"), "truck"),
    A.MANIFEST_INCIDENT: Button(msg("报告途中情况"), "warn"),
    A.MANIFEST_CORRECT: Button(msg("更正"), kind="quiet"),
    A.MANIFEST_DECLINE: Button(msg("退回给移出人"), kind="danger"),
    A.MANIFEST_WITHDRAW: Button(msg("撤回修改"), kind="quiet"),
    A.MANIFEST_VOID: Button(msg("作废"), kind="danger"),
    A.MANIFEST_ANNUL: Button(msg("申请撤销"), kind="danger"),
}
# steps that are done on the pages of the yard, the gate and the treatment hall
_ELSEWHERE: dict[Action, Callable[[UUID], str]] = {
    A.MANIFEST_SIGN: lambda i: url_for("handover.show", id=i),
    A.MANIFEST_DEPART: lambda i: url_for("handover.show", id=i),
    A.MANIFEST_ACCEPT: lambda i: url_for("gate.show", id=i),
    A.MANIFEST_OUTCOME: lambda _: "/treatments",
    A.MANIFEST_EDIT: lambda i: url_for("manifest_drafts.edit", id=i),
}
# of those, what a party outside did has neither a trip nor a treatment hall of ours
_BY_FORM = {A.MANIFEST_DEPART: Part.CARRIER, A.MANIFEST_OUTCOME: Part.RECEIVER}
# the gate's own page offers these
_AT_GATE = frozenset({A.MANIFEST_QUERY, A.MANIFEST_REFUSE})
_PARTY: dict[Position, Callable[[ManifestPage], PartyView]] = {
    Position.CONSIGNOR: lambda page: page.consignor,
    Position.CARRIER: lambda page: page.carrier,
    Position.RECEIVER: lambda page: page.receiver,
}


def href(action: Action, manifest_id: UUID, outside: Collection[Part] = ()) -> str:
    """Where a step is done; what a party outside did is entered on a form of its own."""
    if action in _ELSEWHERE and _BY_FORM.get(action) not in outside:
        return _ELSEWHERE[action](manifest_id)
    verb = action.value.split(":")[1]
    # a step without fields posts straight to its own address; the others have a page with a form
    ending = "_post" if BUTTONS[action].confirm else ""
    return url_for(f"manifest_acts.{verb}{ending}", id=manifest_id)


def offered(work: Work, page: ManifestPage, standing: Standing) -> list[Offer]:
    """Buttons only for what this actor may do now, the awaited step first."""
    here = places(page.manifest)
    lang = door.lang()
    awaited = next_action(standing)
    found = []
    for action in offers(standing):
        if action in _AT_GATE or not may(work.actor, action, *here):
            continue
        if action is A.MANIFEST_FILE and not _files(work, page):
            continue
        button = BUTTONS[action]
        found.append(
            Offer(
                action,
                words.say(lang, button.label),
                href(action, page.manifest.id, standing.outside),
                "primary" if action is awaited else button.kind,
                button.icon,
                words.say(lang, button.confirm) if button.confirm else "",
                primary=action is awaited,
            )
        )
    return found


def _files(work: Work, page: ManifestPage) -> bool:
    """The consignor files; his proxy only under a consent that says so (model.md §5)."""
    held = positions(work.actor, places(page.manifest))
    return Position.CONSIGNOR in held or filing_consent(work, page.manifest) is not None


def waits_for(page: ManifestPage, standing: Standing) -> str:
    """Who does the awaited step, when it is not this person."""
    action = next_action(standing)
    if action is None:
        return ""
    lang = door.lang()
    position = next((p for p in BY_ACTION[action].by if p in _PARTY), None)
    if position is None:
        return ""
    party = _PARTY[position](page)
    return words.say(
        lang,
        "下一步“{step}”由{who}办理：{name}（{phone}）",
        step=words.say(lang, BUTTONS[action].label),
        who=words.label(lang, position),
        name=party.name or "—",
        phone=masked(party.phone),
    )


@dataclass(frozen=True)
class CorrectionView:
    """A correction with its field's title and whether this person is asked."""

    correction: Correction
    title: str
    before: str
    after: str
    asked: bool
    waits: str


def answers(work: Work, page: ManifestPage) -> list[CorrectionView]:
    """The corrections of a manifest, each with whom it still waits for."""
    lang = door.lang()
    held = {position.value for position in positions(work.actor, places(page.manifest))}
    can = may(work.actor, A.MANIFEST_ENDORSE, *places(page.manifest))
    found = []
    for row in page.corrections:
        settled = row.applied_at is not None or row.rejected_at is not None
        left = [] if settled else [p for p in row.needs if p not in row.given]
        field = FIELDS.get(row.field_name)
        found.append(
            CorrectionView(
                correction=row,
                title=words.say(lang, field.title if field else row.field_name),
                before=str(row.before.get("value") or ""),
                after=str(row.after.get("value") or ""),
                asked=can and bool(held & set(left)),
                waits="、".join(words.label(lang, Position(text)) for text in left),
            )
        )
    return found
