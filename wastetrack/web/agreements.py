"""Contracts in the browser: the list, one contract, recording one with its scan, ending it early."""

from datetime import date
from io import BytesIO
from uuid import UUID

from flask import current_app, request, send_file, url_for

from wastetrack import words
from wastetrack.access.policy import Action
from wastetrack.access.scope import may
from wastetrack.agreements.actions.add_contract import add_contract
from wastetrack.agreements.actions.end_contract import end_contract
from wastetrack.agreements.inputs import ContractEnd, ContractTerms
from wastetrack.agreements.model import Contract
from wastetrack.agreements.queries import (
    contract_places,
    file_of_contract,
    get_contract,
    list_contracts,
    receivers,
)
from wastetrack.agreements.terms import PriceBasis
from wastetrack.audit.history import of_subject
from wastetrack.audit.looks import Look
from wastetrack.kernel.actor import Seat
from wastetrack.kernel.clock import local_day
from wastetrack.kernel.errors import Refused
from wastetrack.kernel.files import FileStore
from wastetrack.kernel.work import Work
from wastetrack.parties.queries import list_partners
from wastetrack.parties.terms import UnitKind
from wastetrack.web import door
from wastetrack.web.door import Rendered, Room
from wastetrack.web.forms import Bound, upload
from wastetrack.web.timeline import lines

room = Room("agreements", __name__)


def own_seat(work: Work) -> Seat | None:
    """The seat a person acts from: the first that is not an authority's."""
    return next((seat for seat in work.actor.seats if not seat.authority), None)


def attached() -> dict[str, object]:
    """The uploaded scan, put into the file store; a hash typed into the form never counts."""
    sent = upload(request.files, "file")
    if sent is None:
        return {"file": None}
    store: FileStore = current_app.extensions["files"]
    try:
        kept = store.put(sent[0])
    except Refused as error:
        # said beside its field by the input model, so that what was typed is kept
        return {"file": error.codes[0]}
    return {"file": {"sha256": kept.sha256, "mime": kept.mime, "size": kept.size, "name": sent[1]}}


@room.page("/contracts", asks=Action.CONTRACT_READ)
def contracts(work: Work) -> Rendered:
    """Contracts that one's unit is a party of; those in force first to see."""
    today = local_day(work.now)
    every = request.args.get("show") == "all"
    page = list_contracts(work, on=None if every else today, after=request.args.get("after"))

    show = "all" if every else None
    here = url_for("agreements.contracts")
    full = url_for("agreements.contracts", show="all")
    return door.render(
        "agreements/contracts.html",
        rows=page.rows,
        today=today,
        next_href=url_for("agreements.contracts", show=show, after=page.after)
        if page.after
        else "",
        filters=[
            {"label": words.say(door.lang(), "有效"), "href": here, "active": not every},
            {"label": words.say(door.lang(), "全部"), "href": full, "active": every},
        ],
    )


@room.page("/contracts/new", asks=Action.CONTRACT_ADD)
def new_contract(work: Work, bound: Bound[ContractTerms] | None = None) -> Rendered:
    """Record a contract; one's own unit is one side, the other is found by name."""
    seat = own_seat(work)
    side, text = request.values.get("side", ""), request.values.get("q", "")
    if side not in {"consignor", "receiver"}:
        takes = seat is not None and {UnitKind.COLLECTOR, UnitKind.DISPOSER} & set(seat.kinds)
        side = "receiver" if takes else "consignor"
    mine = [(str(seat.unit_id), seat.unit_name)] if seat else []
    if side == "consignor":
        others = [(str(key), name) for key, name in receivers(work) if text in name]
    else:
        others = [(str(u.id), u.name) for u in list_partners(work, UnitKind.PRODUCER, text)]
    others = [choice for choice in others if choice not in mine]
    today = local_day(work.now)
    bound = bound or Bound.blank(
        ContractTerms,
        door.lang(),
        signed_on=today,
        valid_from=today,
        valid_to=date(today.year, 12, 31),
        price_basis="per_tonne",
        **{f"{side}_unit_id": mine[0][0] if mine else None},
    )
    bound.choose("consignor_unit_id", mine if side == "consignor" else others)
    bound.choose("receiver_unit_id", others if side == "consignor" else mine)
    return door.render("agreements/new_contract.html", form=bound, side=side, q=text)


@room.mutation("/contracts/new", data=ContractTerms, form=new_contract, fixed=attached)
def add_contract_(work: Work, data: ContractTerms) -> str:
    """Record the contract."""
    return url_for("agreements.contract", id=add_contract(work, data).id)


@room.page("/contracts/<uuid:id>")
def contract(work: Work, id: UUID, bound: Bound[ContractEnd] | None = None) -> Rendered:  # noqa: A002
    """One contract with what it covers and its history."""
    row = get_contract(work, id)
    may_end = row.contract.ended_on is None and may(
        work.actor, Action.CONTRACT_END, *contract_places(row.contract)
    )
    return door.render(
        "agreements/contract.html",
        row=row,
        today=local_day(work.now),
        ending=bound or Bound.blank(ContractEnd, door.lang(), ended_on=local_day(work.now)),
        may_end=may_end,
        price=_price(row.contract),
        said=lines(door.lang(), of_subject(work, id)),
    )


@room.mutation("/contracts/<uuid:id>/end", data=ContractEnd, form=contract)
def end_contract_(work: Work, data: ContractEnd, id: UUID) -> str:  # noqa: A002
    """End it early."""
    return url_for("agreements.contract", id=end_contract(work, id, data).id)


@room.page("/contracts/<uuid:id>/file", logged=Look.FILE)
def contract_file(work: Work, id: UUID) -> Rendered:  # noqa: A002
    """The scan of a contract, for its parties and the bureau."""
    kept = file_of_contract(work, id)
    door.about(get_contract(work, id).contract.consignor_unit_id)
    store: FileStore = current_app.extensions["files"]
    content = BytesIO(store.get(kept.sha256))
    return send_file(content, kept.mime, as_attachment=True, download_name=kept.name)


def _price(contract: Contract) -> str:
    """The price as the contract says it; all codes of a contract by tonne share one."""
    fen = next(iter(contract.prices.values()), None)
    if fen is None:
        return ""
    yuan = f"{fen / 100:,.2f}"
    if contract.price_basis is PriceBasis.PACKAGE:
        return words.say(door.lang(), "{yuan} 元/年", yuan=yuan)
    return words.say(door.lang(), "{yuan} 元/吨", yuan=yuan)
