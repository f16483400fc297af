"""Family trees from 24 starts, one after the other; the page owns how far they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from backprop.core.limits import Limit
from backprop.message.request_fields import asked, choice, read_request, whole

from .family import HELD_OUT, MOST_SWEEPS, PARAMETERS, RECIPE_NAMES, SIZE, TRAINED, memory_given

if TYPE_CHECKING:
    from backprop.core.rules import Array
    from backprop.experiments.family import FamilyRun
    from backprop.message.field import Field

STARTS = 24
ALL_SWEEPS = STARTS * MOST_SWEEPS

OUTCOME = (Limit(0, TRAINED, True), Limit(0, HELD_OUT, True), *[Limit(0, 1, False)] * 3)
"""Of a start that is at its end: trained and held-out questions answered, and the largest |r| of
any unit with each trait."""


@dataclass(frozen=True)
class StartGiven:
    """Where the start stands that is trained just now."""

    sweep: int
    parameters: Array
    memory: Array


def _start(given: Field) -> StartGiven:
    given.shape(("sweep", "parameters", "memory"))
    return StartGiven(
        given["sweep"].whole(Limit(0, MOST_SWEEPS, True)),
        given["parameters"].numbers(PARAMETERS, SIZE),
        memory_given(given["memory"]),
    )


def _outcomes(given: Field) -> list[list[float]]:
    return [
        [entry.number(limit) for entry, limit in zip(row.items(5, 5), OUTCOME, strict=True)]
        for row in given.items(0, STARTS)
    ]


@dataclass(frozen=True)
class FamilyStartsRequest:
    """How many sweeps to train in this call, and what is known: starts at their end, and one."""

    recipe: str = choice(tuple(RECIPE_NAMES))
    sweeps: int = whole(Limit(1, ALL_SWEEPS, True))
    starts: list[list[float]] = asked(_outcomes)
    start: StartGiven | None = asked(_start, absent=None)


def read(message: Field) -> FamilyStartsRequest:
    """A `family_starts` message.

    Raises:
        Refusal: a field is not as it must be, or a start has not what its recipe remembers.
    """
    request: FamilyStartsRequest = read_request(FamilyStartsRequest, message)
    rows = 2 if request.recipe == "adam" else 1
    if request.start is not None and len(request.start.memory) != rows:
        raise message["start"]["memory"].refusal(f"must have as many rows as the recipe: {rows}")
    return request


def answer(request: FamilyStartsRequest) -> dict[str, Any]:
    """Train on, and tell what has become of the starts at their end; see `FamilyStartsResult`."""
    from backprop.experiments import family  # noqa: PLC0415

    from .family_sentences import told_starts  # noqa: PLC0415

    outcomes, left = [*request.starts], request.sweeps
    run = _gone_on(request)
    end = run.recipe.sweeps
    while left > 0 and len(outcomes) < STARTS:
        sweeps = min(left, max(0, end - run.sweep))
        run = family.go_on(run, sweeps)
        left -= max(1, sweeps)
        if run.sweep >= end:
            outcomes.append(_outcome(run))
            run = family.begin(run.recipe.name, len(outcomes))
    is_done = len(outcomes) == STARTS
    start = {
        "sweep": run.sweep,
        "parameters": run.parameters.tolist(),
        "memory": run.memory.tolist(),
    }
    return {
        "kind": "family_starts",
        "recipe": request.recipe,
        "starts": outcomes,
        "start": None if is_done else start,
        "done": is_done,
        "progress": (len(outcomes) + (0 if is_done else run.sweep / end)) / STARTS,
        "sentence": told_starts(outcomes, STARTS),
    }


def _gone_on(request: FamilyStartsRequest) -> FamilyRun:
    """The start that is trained just now."""
    from backprop.experiments import family  # noqa: PLC0415

    seed, given = len(request.starts), request.start
    run: FamilyRun = family.begin(RECIPE_NAMES[request.recipe], seed)
    if given is None:
        return run
    return family.FamilyRun(run.recipe, seed, given.sweep, given.parameters, given.memory)


def _outcome(run: FamilyRun) -> list[float]:
    from backprop.experiments import family  # noqa: PLC0415

    strongest = [max(map(abs, each)) for each in family.trait_correlations(run).values()]
    return [run.trained_right, run.held_out_right, *(min(r, 1.0) for r in strongest)]
