"""What a run is seen to have learnt, every few sweeps."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .family import go_on, pulls

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .family import FamilyRun

LOOK = 25
"""Sweeps between two looks at a run."""


class Look(NamedTuple):
    """A run at one moment.

    Attributes:
        trained_right: of the 100 questions that it is trained on, how many are answered.
        held_out_right: of the four others.
        gradient: how far the gradient would move the first weights in a sweep; see `pulls`.
        decay: how far the decay would.
    """

    trained_right: int
    held_out_right: int
    gradient: float
    decay: float


def look_at(state: FamilyRun) -> Look:
    """What a run has learnt, and what moves its first weights."""
    gradient, decay = pulls(state)[0]
    return Look(state.trained_right, state.held_out_right, gradient, decay)


def watched(
    state: FamilyRun, looks: Sequence[Look], sweeps: int
) -> tuple[FamilyRun, tuple[Look, ...]]:
    """Train up to a sweep, and look before the first sweep and after each 25.

    Args:
        state: where the run stands.
        looks: what was seen of it up to there.
        sweeps: in all, those that are done included.

    Returns:
        The run then, and all looks at it; however a run is cut into calls, they are the same.
    """
    seen = [*looks] or [look_at(state)]
    while state.sweep < sweeps:
        state = go_on(state, min(LOOK - state.sweep % LOOK, sweeps - state.sweep))
        if state.sweep % LOOK == 0:
            seen.append(look_at(state))
    return state, tuple(seen)
