"""What the address in a label's QR shows: to its people the container, to a stranger the safe minimum.

Anybody may report what he found; the key that proves labels stands here for everybody.
"""

from typing import Any

from flask import Response, current_app, redirect, request, url_for
from werkzeug.exceptions import TooManyRequests

from wastetrack.cases.actions.report import report
from wastetrack.cases.inputs import ReportFound
from wastetrack.containers import queries
from wastetrack.containers.rules import LabelReading, read_label
from wastetrack.containers.terms import LabelProof
from wastetrack.kernel.actor import NOBODY
from wastetrack.kernel.errors import Missing
from wastetrack.kernel.files import kind_of
from wastetrack.kernel.work import Work
from wastetrack.people.actions.claim import claim
from wastetrack.web import door
from wastetrack.web.door import Rendered, Room
from wastetrack.web.entry import address
from wastetrack.web.forms import Bound
from wastetrack.web.labels import signer
from wastetrack.web.licences import files
from wastetrack.web.throttle import Throttle

room = Room("scanned", __name__)
FREE_REPORTS = 5
PHOTO = "photo"
FAULTY = frozenset({LabelProof.FORGED, LabelProof.ALTERED})


def count_scan(work: Work) -> None:
    """One more look of a stranger at a public page; too many from one address are stopped."""
    scans: Throttle = current_app.extensions["scans"]
    scans.count(address(), work.now)


def _text(code: str, version: str = "", proof: str = "") -> str:
    parts = [part for part in (code, version, proof) if part]
    return f"{signer().base_url}/C/{'/'.join(parts)}"


@room.page("/C/<code>", public=True)
def typed(work: Work, code: str) -> Rendered:
    """A code typed by hand, or a label of before the signatures."""
    return _shown(work, _text(code))


@room.page("/C/<code>/<version>", public=True)
def unproved(work: Work, code: str, version: str) -> Rendered:
    """A label whose proof was cut off."""
    return _shown(work, _text(code, version))


@room.page("/C/<code>/<version>/<proof>", public=True)
def scanned(work: Work, code: str, version: str, proof: str) -> Rendered:
    """A signed label."""
    return _shown(work, _text(code, version, proof))


def _shown(work: Work, text: str, bound: Bound[ReportFound] | None = None) -> Rendered:
    if work.actor.user_id is None:
        count_scan(work)
    reading = read_label(text, signer().public_key)
    card = queries.public_card(work, text, signer().public_key)
    if card is None:
        return _nothing(work, text, reading)
    if card.mine and bound is None:
        told: dict[str, Any] = {"old_label": 1} if card.old_label else {}
        if reading.proof in FAULTY:
            told["label"] = reading.proof.value
        return redirect(url_for("containers.show", id=card.container_id, **told), 303)
    form = bound or Bound.blank(ReportFound, door.lang())
    return door.render(
        "containers/public.html", card=card, reading=reading, form=form, proof_text=_proof(text)
    )


def _proof(text: str) -> str:
    """The proof as it was scanned: the report tells it on, so that a forged label is known there."""
    parts = text.rsplit("/C/", 1)[-1].split("/")
    return parts[2] if len(parts) == 3 else ""


def _nothing(work: Work, text: str, reading: LabelReading) -> Rendered:
    """No container: a blank waiting for its waste, a code that was replaced, or none of ours."""
    blank = queries.find_blank(work, text)
    if blank is not None and blank.container_id is None:
        if reading.proof not in FAULTY and queries.may_bind(work, blank):
            return redirect(url_for("new_container.choose", blank=blank.human_code), 303)
        return door.render("containers/blank.html", code_text=blank.human_code, reading=reading)
    shown = (reading.code or text.rsplit("/C/", 1)[-1])[:40]
    return door.render("containers/unknown.html", 404, typed=shown, reading=reading)


@room.page("/C/<code>/report", public=True)
def reported(work: Work, code: str) -> Rendered:
    """After the report: thanks, and what happens now."""
    card = queries.public_card(work, _text(code), signer().public_key)
    if card is None:
        raise Missing(code)
    return door.render("containers/reported.html", card=card)


def _again(work: Work, code: str, bound: Bound[ReportFound]) -> Rendered:
    return _shown(
        work, _text(code, request.args.get("version", ""), request.args.get("proof", "")), bound
    )


@room.mutation("/C/<code>/report", data=ReportFound, form=_again, public=True)
def report_(work: Work, data: ReportFound, code: str) -> str:
    """Open the case; the try is counted in a unit of its own, so that a refusal stays counted."""
    wait = door.database().write(NOBODY, lambda w: claim(w, {f"report:{address()}": FREE_REPORTS}))
    if wait is not None:
        raise TooManyRequests
    version, proof = request.args.get("version", ""), request.args.get("proof", "")
    found = read_label(_text(code, version, proof), signer().public_key)
    report(work, code, data, proof=found.proof, photo=_photo())
    return url_for("scanned.reported", code=code)


def _photo() -> str | None:
    """The picture's hash; a PDF is no picture."""
    sent = request.files.get(PHOTO)
    if sent is None or not sent.filename:
        return None
    sent.stream.seek(0)
    content = sent.stream.read()
    stored = files().put(content if str(kind_of(content)).startswith("image/") else b"", PHOTO)
    return stored.sha256


@room.page("/labels/key", public=True)
def key(_work: Work) -> Rendered:
    """The public key of the labels, as text: whoever has it needs no network to check a label."""
    made = Response(f"{signer().public_key}\n", mimetype="text/plain")
    made.headers["Cache-Control"] = "public, max-age=3600"
    return made
