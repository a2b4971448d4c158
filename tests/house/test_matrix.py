"""Who may do what to a manifest in which state: one page that a regulator can read.

`UPDATE=1 pytest tests/house/test_matrix.py` writes the page anew after a wanted change.
"""

import os
from pathlib import Path

import pytest

from wastetrack.access.policy import GRANTS, Action
from wastetrack.kernel.actor import Role
from wastetrack.manifests.machine import STEPS, Step, open_steps
from wastetrack.manifests.terms import State

PAGE = Path(__file__).with_name("matrix.txt")


def matrix() -> str:
    """States with their steps; under each the positions and roles that may take it."""
    rows = ["Who may do what to a manifest: state, action, where it leads, position: roles.", ""]
    for state in (None, *State):
        steps = [s for s in STEPS if state in s.moves]
        rows.append(state.name if state else "(no manifest yet)")
        if not steps:
            rows.append("  nothing: the end")
        for step in steps:
            rows.append(f"  {step.action.value:<21} → {_target(step, state)}")
            rows.extend(
                f"      {grant.position.value:<10} {_roles(grant.roles)}"
                for grant in GRANTS[step.action]
            )
        rows.append("")
    rows.append("What a step needs and which part of the form it locks")
    rows.extend(
        f"  {step.action.value:<21} needs {_words(step.needs)} · locks {_words(step.locks)}"
        for step in STEPS
        if step.needs or step.locks
    )
    rows.extend(("", "What is shown when it is entered for a party without account"))
    rows.extend(f"  {step.action.value:<21} {_words(step.proof)}" for step in STEPS if step.proof)
    return "\n".join(rows) + "\n"


def _target(step: Step, state: State | None) -> str:
    target = step.moves[state]
    name = "stays" if target is state else target.name
    return f"{name} (when the last of several acts is done)" if step.waits else name


def _roles(roles: frozenset[Role]) -> str:
    return ", ".join(role.value for role in Role if role in roles) or "no role needed"


def _words(items: tuple[object, ...]) -> str:
    return ", ".join(str(item) for item in items) or "–"


def test_the_matrix_is_as_it_was_agreed() -> None:
    if os.environ.get("UPDATE"):  # noqa: TID251 - the switch of this one test, no setting
        PAGE.write_text(matrix(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == matrix(), "UPDATE=1 writes it anew, then review it"


def test_every_manifest_action_but_reading_is_a_step_of_the_machine() -> None:
    actions = {a for a in Action if a.value.startswith("manifest:")} - {Action.MANIFEST_READ}
    assert {step.action for step in STEPS} == actions
    assert len(STEPS) == len(actions)


@pytest.mark.parametrize("state", list(State), ids=lambda s: s.value)
def test_every_state_can_be_reached_and_left_unless_it_is_an_end(state: State) -> None:
    reached = {
        target for step in STEPS for source, target in step.moves.items() if source != target
    }
    left = any(step.moves[state] is not state for step in open_steps(state))
    assert state in reached
    assert left != (state in {State.VOID, State.RETURNED, State.CLOSED})
