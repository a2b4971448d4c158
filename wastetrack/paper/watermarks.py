"""Decides what stands across a manifest's paper that is not, or no longer, good for the road."""

from wastetrack.manifests.terms import State

_MARKS = {
    State.DRAFT: "草稿",
    # filed and consented to, but nobody has signed the departure: no vehicle may leave with it
    State.FILED: "未起运",
    State.READY: "未起运",
    State.REFUSED: "退回",
    State.RETURNING: "退回",
    State.RETURNED: "退回",
}


def watermark(state: State, *, departed: bool) -> str | None:
    """`departed`: it had left before it ended, so that it was annulled and not voided."""
    if state is State.VOID:
        return "撤销" if departed else "作废"
    return _MARKS.get(state)
