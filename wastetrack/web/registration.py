"""Registration: four fields, then where the unit is and which usual wastes it makes."""

from uuid import UUID

from flask import url_for

from wastetrack import words
from wastetrack.catalog.queries import divisions, industries, industry_templates
from wastetrack.kernel.actor import NOBODY
from wastetrack.kernel.work import Work
from wastetrack.parties.actions.begin import begin as make_first_site
from wastetrack.parties.inputs import Beginning
from wastetrack.parties.queries import get_unit
from wastetrack.parties.terms import UnitKind
from wastetrack.people.actions.claim import claim
from wastetrack.people.actions.register import register as enrol
from wastetrack.people.inputs import Registration
from wastetrack.people.rules import FREE_ENTRIES, too_many
from wastetrack.web import door
from wastetrack.web.door import Rendered, Room
from wastetrack.web.entry import address, start_session
from wastetrack.web.forms import Bound, Choices

room = Room("registration", __name__)
# what stays folded away for a workshop: the default fits it
FOLDED = ("kinds", "expected", "person")


def trades(work: Work) -> Choices:
    """Trades with a template, and the rest."""
    names = [name for name in industries(work) if name != "其他"]
    return [(name, words.say(door.lang(), name)) for name in (*names, "其他")]


def towns(work: Work) -> Choices:
    """Streets and towns of the district."""
    return [(row.code, row.name) for row in divisions(work)]


@room.page("/register", public=True)
def register(work: Work, bound: Bound[Registration] | None = None) -> Rendered:
    """The form; what a workshop does not need is folded away."""
    form = bound or Bound.blank(Registration, door.lang())
    form.choose("industry", trades(work))
    unfold = any(form[name].errors for name in FOLDED)
    reason = form["code_reason"]
    asks = bool(reason.value or form["credit_code"].errors)
    return door.render(
        "people/register.html", form=form, folded=FOLDED, unfold=unfold, asks_reason=asks
    )


@room.mutation("/register", data=Registration, form=register, public=True)
def create(work: Work, data: Registration) -> str:
    """Register and enter; the next page depends on whether the unit was new."""
    key = f"entry:{address()}"
    # a unit of its own: tries that are refused must stay counted
    wait = door.database().write(NOBODY, lambda w: claim(w, {key: FREE_ENTRIES}))
    if wait is not None:
        raise too_many(wait)
    came = enrol(work, data)
    start_session(work, came.user)
    if came.state == "requested":
        return url_for("entry.joining")
    return url_for("registration.begin", id=came.unit.id)


@room.page("/units/<uuid:id>/begin")
def begin(work: Work, id: UUID, bound: Bound[Beginning] | None = None) -> Rendered:  # noqa: A002
    """Town, address, and the usual wastes of the trade, ticked."""
    unit = get_unit(work, id)
    usual = industry_templates(work, unit.industry) if UnitKind.PRODUCER in unit.kinds else ()
    form = bound or Bound.blank(
        Beginning, door.lang(), waste_codes=[row.waste_code for row in usual]
    )
    form.choose("division_code", towns(work))
    ticked = form["waste_codes"].values
    cards = [
        {
            "value": row.waste_code,
            "title": row.common_name,
            "text": row.waste_code,
            "icon": "drum",
            "selected": row.waste_code in ticked,
        }
        for row in usual
    ]
    return door.render("people/begin.html", unit=unit, form=form, cards=cards)


@room.mutation("/units/<uuid:id>/begin", data=Beginning, form=begin)
def settle(work: Work, data: Beginning, id: UUID) -> str:  # noqa: A002
    """Make the first site and go to work."""
    make_first_site(work, id, data)
    return url_for("home.start")
