"""The acts on one container in the browser: a form and a mutation for each verb."""

from typing import Any
from uuid import UUID

from flask import url_for
from pydantic import BaseModel

from wastetrack import words
from wastetrack.access.scope import require
from wastetrack.containers import queries
from wastetrack.containers.actions.print import print_label
from wastetrack.containers.machine import obstacles
from wastetrack.containers.model import Container
from wastetrack.containers.rules import kilograms
from wastetrack.containers.transition import standing
from wastetrack.kernel.errors import check
from wastetrack.kernel.work import Work
from wastetrack.web import door
from wastetrack.web.container_verbs import VERBS, Verb
from wastetrack.web.door import Rendered, Room
from wastetrack.web.forms import Bound
from wastetrack.web.licences import FILE, kept_file

room = Room("container_acts", __name__)
_NEVER_FILLED = {"reason", "document", "at", "first_waste_at", FILE}


def _initial(verb: Verb, c: Container) -> dict[str, object]:
    """What a form starts with: the present values where a form changes them."""
    names = set(verb.data.model_fields) - _NEVER_FILLED
    shown = {name: value for name in names if (value := getattr(c, name, None)) not in {None, ""}}
    if isinstance(mass := shown.get("mass_g"), int):
        shown["mass_g"] = kilograms(mass)
    return shown


def _register(verb: Verb) -> None:
    def page(work: Work, id: UUID, bound: Bound[Any] | None = None) -> Rendered:  # noqa: A002
        c = queries.get_container(work, id)
        require(work.actor, verb.action, *queries.places(c))
        if bound is None:
            check(obstacles(verb.name, standing(c), c.human_code))
            bound = Bound.blank(verb.data, door.lang(), **_initial(verb, c))
        if verb.fill is not None:
            verb.fill(work, c, bound)
        return door.render(
            verb.template, c=c, form=bound, verb=verb, breadcrumbs=_crumbs(c), **_extra(verb, bound)
        )

    def act(work: Work, data: BaseModel, id: UUID) -> str:  # noqa: A002
        if FILE in verb.data.model_fields:
            owner = queries.get_container(work, id)
            unit_id = owner.holder_unit_id or owner.origin_unit_id
            require(work.actor, verb.action, *queries.places(owner))
            data = data.model_copy(update={FILE: kept_file(work, unit_id, FILE)})
        verb.do(work, id, data)
        return url_for("containers.show", id=id)

    page.__name__ = act.__name__ = verb.name
    room.page(f"/containers/<uuid:id>/{verb.name}")(page)
    room.mutation(f"/containers/<uuid:id>/{verb.name}", data=verb.data, form=page)(act)


def _crumbs(c: Container) -> list[dict[str, str]]:
    lang = door.lang()
    return [
        {"label": words.say(lang, "容器"), "href": url_for("containers.index")},
        {"label": c.human_code, "href": url_for("containers.show", id=c.id)},
    ]


def _extra(verb: Verb, bound: Bound[Any]) -> dict[str, Any]:
    """Rows for the parts of a split: two, or as many as were typed."""
    if verb.name != "split":
        return {}
    typed = bound.raw.get("grams", [])
    return {"parts": [*typed, *([""] * max(4 - len(typed), 0))]}


for _verb in VERBS:
    _register(_verb)


@room.mutation("/containers/<uuid:id>/print")
def print_(work: Work, id: UUID) -> str:  # noqa: A002
    """A new label; every older one is void from now on."""
    print_label(work, id)
    return url_for("labels.label", id=id, print=1)
