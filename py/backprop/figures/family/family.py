"""The family trees while a network learns them: its answers, its units, and four recipes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from backprop.core.limits import Limit
from backprop.message.request_fields import asked, choice, opening, read_request, whole

if TYPE_CHECKING:
    from types import ModuleType

    from backprop.core.rules import Array
    from backprop.experiments.family import FamilyRun, Look
    from backprop.message.field import Field

MOST_SWEEPS = 1_500
LIMITS = {"family_sweeps": Limit(0, MOST_SWEEPS, True)}

RECIPE_NAMES = {
    "printed": "printed",
    "without_decay": "without decay",
    "repaired": "repaired",
    "adam": "adam",
}
"""What a message calls a recipe → what the experiment calls it."""

PARAMETERS, TRAINED, HELD_OUT = 846, 100, 4
LOOK = 25
"""Sweeps between two looks at a run; as of the experiment, which a page has later."""

SIZE = Limit(-1e6, 1e6, False)
"""Of parameters, and of what an optimiser remembers: no run comes near it."""
SQUARE = Limit(0, 1e6, False)
COUNTS = {
    "trained_right": Limit(0, TRAINED, True),
    "held_out_right": Limit(0, HELD_OUT, True),
    "gradient": SQUARE,
    "decay": SQUARE,
}
"""What is known of each look, by its name in `Look`."""


@dataclass(frozen=True)
class RunGiven:
    """Where a run stands, as an earlier answer had it; without a memory it cannot go on."""

    sweep: int
    parameters: Array
    memory: Array | None
    looks: list[tuple[float, ...]]


def _run_given(given: Field) -> RunGiven:
    given.shape(("sweep", "parameters", "looks"), ("memory",))
    sweep = given["sweep"].whole(LIMITS["family_sweeps"])
    looks, memory = given["looks"], given["memory"]
    looks.shape(COUNTS)
    count = sweep // LOOK + 1
    columns = [looks[name].numbers(count, limit) for name, limit in COUNTS.items()]
    rows = list(zip(*(column.tolist() for column in columns), strict=True))
    return RunGiven(
        sweep,
        given["parameters"].numbers(PARAMETERS, SIZE),
        None if memory.absent else memory_given(memory),
        rows,
    )


def memory_given(given: Field) -> Array:
    """One row of momentum, or two rows of Adam, the second of them squares."""
    first, *second = list(given.items(1, 2))
    rows = [first.numbers(PARAMETERS, SIZE), *(row.numbers(PARAMETERS, SQUARE) for row in second)]
    return np.array(rows)


@dataclass(frozen=True)
class FamilyRequest:
    """A run by one of the recipes up to a sweep, and where it stands already."""

    recipe: str = choice(tuple(RECIPE_NAMES), opening="repaired")
    seed: int = whole("seed", opening=0)
    sweeps: int = whole(LIMITS["family_sweeps"], opening=MOST_SWEEPS)
    run: RunGiven | None = asked(_run_given, absent=None)


OPENINGS = {"family": opening("family", FamilyRequest)}

ALSO_RECORDED = {
    "family": [
        OPENINGS["family"] | {"recipe": name}
        for name in RECIPE_NAMES
        if name != OPENINGS["family"]["recipe"]
    ]
    + [{"kind": "family_starts", "recipe": "repaired", "sweeps": 24 * MOST_SWEEPS, "starts": []}]
}
"""The build trains each recipe once, and one of them from all starts, so that a reader can set them
beside each other at once."""


def read(message: Field) -> FamilyRequest:
    """A `family` message.

    Raises:
        Refusal: a field is not as it must be, or a run has not what its recipe remembers.
    """
    request: FamilyRequest = read_request(FamilyRequest, message)
    run, rows = request.run, 2 if request.recipe == "adam" else 1
    if run is not None and run.memory is not None and len(run.memory) != rows:
        raise message["run"]["memory"].refusal(f"must have as many rows as the recipe: {rows}")
    return request


def answer(request: FamilyRequest) -> dict[str, Any]:
    """The run after its sweeps, its answers to all questions, and its units; see `FamilyResult`."""
    from .family_sentences import recipes_told, told_pulls, told_run  # noqa: PLC0415
    from .questions_told import couples_told, people_told, questions_told  # noqa: PLC0415
    from .units_told import told_units, units_told  # noqa: PLC0415

    family = _core()
    run, looks = _trained(request)
    is_done = run.sweep == _end(run)
    units = units_told(run)
    return {
        "kind": "family",
        "recipe": request.recipe,
        "seed": request.seed,
        "sweep": run.sweep,
        "end": _end(run),
        "run": {
            "sweep": run.sweep,
            "parameters": run.parameters.tolist(),
            "memory": None if is_done else run.memory.tolist(),
            "looks": {name: [getattr(look, name) for look in looks] for name in COUNTS},
        },
        "sweeps": [family.LOOK * place for place in range(len(looks))],
        "people": people_told(),
        "couples": couples_told(),
        "relations": list(family.RELATIONS),
        "recipes": recipes_told(RECIPE_NAMES),
        "trained_right": run.trained_right,
        "held_out_right": run.held_out_right,
        "questions": questions_told(run),
        "units": units,
        "units_sentence": told_units(units),
        "sentence": told_run(run),
        "pulls_sentence": told_pulls(run.recipe, looks),
    }


def _core() -> ModuleType:
    """The trees and their training, in an archive that a page has only when this figure asks."""
    from backprop.experiments import family  # noqa: PLC0415

    return family


def _end(run: FamilyRun) -> int:
    """The sweep after which a run is at its end."""
    return min(run.recipe.sweeps, MOST_SWEEPS)


def _leads_to(given: RunGiven, sweeps: int) -> bool:
    """Whether a run can go on from there to a sweep, or is there."""
    return given.sweep == sweeps or (given.memory is not None and given.sweep < sweeps)


def _trained(request: FamilyRequest) -> tuple[FamilyRun, tuple[Look, ...]]:
    """The run from where it stands, or from its first sweep if it is to be seen earlier."""
    family, given = _core(), request.run
    state = family.begin(RECIPE_NAMES[request.recipe], request.seed)
    looks: tuple[Look, ...] = ()
    sweeps = min(request.sweeps, _end(state))
    if given is not None and _leads_to(given, sweeps):
        state = family.FamilyRun(
            state.recipe,
            request.seed,
            given.sweep,
            given.parameters,
            state.memory if given.memory is None else given.memory,
        )
        looks = tuple(
            family.Look(int(right), int(held_out), gradient, decay)
            for right, held_out, gradient, decay in given.looks
        )
    trained: tuple[FamilyRun, tuple[Look, ...]] = family.watched(state, looks, sweeps)
    return trained
