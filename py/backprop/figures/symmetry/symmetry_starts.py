"""Symmetry detection from 200 starts at once, a slice at a time; the page owns how far they are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from time import perf_counter
from typing import TYPE_CHECKING, Any

import numpy as np

from backprop.core.limits import Limit
from backprop.core.number_text import NO_BREAK, count_text, percent_text
from backprop.message.request_fields import asked, flag, number, read_request

from .symmetry import SWEEPS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

    import numpy.typing as npt

    from backprop.core.rules import Array
    from backprop.experiments.symmetry import SymmetryRun, SymmetryState
    from backprop.message.field import Field

STARTS = 200
PARAMETERS = 17
SWEEPS_BETWEEN_LOOKS = 20

SOLVED = Limit(-1, 20_000, True)
"""After how many sweeps a start was solved; −1 for one that is not."""

SECONDS = Limit(0, 1, False)
"""Of one call: other figures wait for so long."""

LOSS = Limit(0, 32, False)
"""½ Σ (ŷ − t)² over 64 patterns is no larger."""

SIZE = Limit(-1e6, 1e6, False)
"""Of parameters and velocities: from such a state no run overflows, and none comes near it."""

EDGES = (0, 500, 750, 1_000, 1_425, 2_000, 3_000, 4_000, 6_000, 8_000, 12_000, 20_000)
"""Of the bars: sweeps from one edge to the next, which is included. 1,425 is the paper's run."""


@dataclass(frozen=True)
class StateGiven:
    """How far all starts are, as the page gave it back; see `SymmetryState`."""

    sweep: int
    solved: Array
    losses: Array
    parameters: Array
    velocities: Array


def _state(given: Field) -> StateGiven:
    given.shape(("sweep", "solved", "losses", "parameters", "velocities"))
    solved = given["solved"].numbers(STARTS, SOLVED)
    if (solved % 1).any():
        raise given["solved"].refusal("must be whole numbers")
    return StateGiven(
        given["sweep"].whole(SWEEPS),
        solved,
        given["losses"].numbers(STARTS, LOSS),
        given["parameters"].numbers(STARTS * PARAMETERS, SIZE),
        given["velocities"].numbers(STARTS * PARAMETERS, SIZE),
    )


@dataclass(frozen=True)
class StartsRequest:
    """Which inputs, for how long to train in this call, and from where; None: the first weights."""

    signed: bool = flag()
    time_limit: float = number(SECONDS)
    state: StateGiven | None = asked(_state, absent=None)


def read(message: Field) -> StartsRequest:
    """A `symmetry_starts` message."""
    return read_request(StartsRequest, message)


def answer(request: StartsRequest) -> dict[str, Any]:
    """Train the starts that are not settled, and tell what has become of all of them."""
    symmetry = _symmetry()
    state = _begun(request)
    began = perf_counter()
    while not _is_done(state):
        state = _gone_on(state)
        if perf_counter() - began >= request.time_limit:
            break
    runs = state.runs
    return {
        "kind": "symmetry_starts",
        "state": {
            "sweep": state.sweep,
            "solved": state.solved_sweeps.astype(np.float64),
            "losses": state.losses,
            "parameters": state.parameters.ravel(),
            "velocities": state.velocities.ravel(),
        },
        "done": _is_done(state),
        "progress": state.sweep / symmetry.MOST_SWEEPS,
        "bars": [
            {
                "name": f"{count_text(low)} to {count_text(high)}",
                "published": high == symmetry.PUBLISHED_SWEEPS,
                "seeds": [
                    run.seed for run in runs if run.sweeps is not None and low < run.sweeps <= high
                ],
            }
            for low, high in pairwise(EDGES)
        ],
        "unsolved": [run.seed for run in runs if not run.solved],
        "sentence": told_starts(runs, state.sweep, done=_is_done(state)),
    }


def _symmetry() -> ModuleType:
    """The experiment, in an archive that a page has only when this figure asks."""
    from backprop.experiments import symmetry  # noqa: PLC0415

    return symmetry


def _begun(request: StartsRequest) -> SymmetryState:
    start: SymmetryState = _symmetry().begin(STARTS, signed=request.signed)
    given = request.state
    if given is None:
        return start
    return replace(
        start,
        sweep=given.sweep,
        solved_sweeps=given.solved.astype(np.int64),
        losses=given.losses,
        parameters=given.parameters.reshape(STARTS, -1),
        velocities=given.velocities.reshape(STARTS, -1),
    )


def _moving(state: SymmetryState) -> npt.NDArray[np.bool_]:
    """Which starts are not settled: the ratio of the others stays as it is."""
    moving: npt.NDArray[np.bool_] = state.losses >= _symmetry().SETTLED
    return moving


def _is_done(state: SymmetryState) -> bool:
    return state.sweep >= _symmetry().MOST_SWEEPS or not _moving(state).any()


def _gone_on(state: SymmetryState) -> SymmetryState:
    """All starts a few sweeps later; those that are settled stay, and cost nothing."""
    symmetry = _symmetry()
    moving = _moving(state)
    names = ("seeds", "solved_sweeps", "losses", "parameters", "velocities")
    part = replace(state, **{name: getattr(state, name)[moving] for name in names})
    sweeps = min(SWEEPS_BETWEEN_LOOKS, symmetry.MOST_SWEEPS - state.sweep)
    later = symmetry.go_on(part, sweeps)
    whole = {name: getattr(state, name).copy() for name in names}
    for name, values in whole.items():
        values[moving] = getattr(later, name)
    return replace(state, sweep=later.sweep, **whole)


def told_starts(runs: Sequence[SymmetryRun], sweep: int, *, done: bool) -> str:
    """How many are solved, how soon, and by which of the two solutions."""
    symmetry = _symmetry()
    solved = [run.sweeps for run in runs if run.sweeps is not None]
    told = [f"After {count_text(sweep)} sweeps {len(solved)} of {len(runs)} starts are solved."]
    if sweep >= symmetry.PUBLISHED_SWEEPS:
        early = sum(sweeps <= symmetry.PUBLISHED_SWEEPS for sweeps in solved)
        told.append(
            f"By the {count_text(symmetry.PUBLISHED_SWEEPS)} of the paper "
            f"{early} were, {percent_text(early / len(runs), 2)} of all."
        )
    if done and solved:
        median = count_text(symmetry.quantile(solved, 0.5))
        told.append(f"Half of the solved took {median} sweeps or fewer.")
        shares = [
            f"{percent_text(sum(run.ratio == name for run in runs) / len(solved), 2)} end at "
            f"{name.replace(' ', NO_BREAK)}"
            for name in symmetry.RATIOS
        ]
        told.append(f"Of the solved starts {' and '.join(shares)}.")
    return " ".join(told)
