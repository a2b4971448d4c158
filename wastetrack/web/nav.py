"""Which entries each person sees: at most seven on the desk, the first four on the phone."""

from dataclasses import dataclass

from flask import request

from wastetrack import words
from wastetrack.kernel.actor import Actor, Role
from wastetrack.web import door


@dataclass(frozen=True)
class Entry:
    """One entry of the rail."""

    label: str
    href: str
    icon: str
    active: bool = False


_TODAY = ("今天", "/today", "today")
_CONTAINERS = ("容器", "/containers", "drum")
_PICKUP = ("叫车", "/pickups", "truck")
_MANIFESTS = ("联单", "/manifests", "manifest")
_LEDGER = ("台账", "/ledger", "list")
_ALERTS = ("预警", "/alerts", "bell")
_UNIT = ("单位与证照", "/unit", "factory")
_PRODUCER = (_TODAY, _CONTAINERS, _PICKUP, _MANIFESTS, _ALERTS, _LEDGER, _UNIT)
_COLLECTOR = (
    ("申请", "/pickups/inbox", "bell"),
    ("排班", "/trips", "truck"),
    _MANIFESTS,
    ("到货", "/gate", "scale"),
    _CONTAINERS,
    ("合同与计划", "/contracts", "list"),
    _UNIT,
)
_DISPOSER = (
    ("到货", "/gate", "scale"),
    _MANIFESTS,
    ("处置", "/treatments", "flame"),
    ("库存", "/containers", "drum"),
    _ALERTS,
    ("合同与计划", "/contracts", "list"),
    _UNIT,
)
_DRIVER = (("今日车次", "/trips/mine", "truck"), _MANIFESTS, ("预警", "/alerts", "bell"))
_BUREAU = (
    ("看板", "/oversight", "today"),
    ("超期", "/oversight/overdue", "clock"),
    ("追溯", "/trace", "trace"),
    ("单位", "/units", "factory"),
    ("案件", "/cases", "warn"),
    ("审核", "/approvals", "check"),
    ("规则", "/rules", "shield"),
)
_LOG = ("查阅记录", "/reads", "shield")
_KEEPERS = (("人员", "/people", "people"), ("等待加入", "/people/waiting", "clock"))
_OF_THE_BUREAU = {
    Role.AUDITOR: (*_BUREAU[:5], _LOG, _BUREAU[6]),
    Role.SYSTEM_ADMIN: (*_KEEPERS, _BUREAU[6]),
    Role.SECURITY_ADMIN: (*_KEEPERS, _BUREAU[6]),
}


def entries(actor: Actor | None, lang: str) -> list[Entry]:
    """The rail for this person; empty when nobody is signed in."""
    if actor is None or not actor.seats:
        return []
    rows = [row for row in _rows(actor) if door.opens(actor, row[1])]
    here = request.path
    best = max((href for _, href, _ in rows if _within(here, href)), key=len, default="")
    return [Entry(words.say(lang, text), href, icon, href == best) for text, href, icon in rows]


def _rows(actor: Actor) -> tuple[tuple[str, str, str], ...]:
    seat = actor.seats[0]
    if seat.authority:
        return _OF_THE_BUREAU.get(seat.role, _BUREAU)
    if seat.role is Role.DRIVER:
        return _DRIVER
    if "disposer" in seat.kinds:
        return _DISPOSER
    if "collector" in seat.kinds or "carrier" in seat.kinds:
        return _COLLECTOR
    return _PRODUCER


def home_of(actor: Actor) -> str:
    """Where a person starts: the first entry that is open to him."""
    if not actor.seats:
        return "/joining"
    return next((href for _, href, _ in _rows(actor) if door.opens(actor, href)), "/me")


def _within(path: str, href: str) -> bool:
    return path == href or path.startswith(f"{href}/")
