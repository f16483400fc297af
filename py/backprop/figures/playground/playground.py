"""A slice of a run of TensorFlow Playground: from a state that the page holds to the next.

The page owns the run. The last runs are kept only because making one costs more than a slice.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from backprop.core.limits import Limit
from backprop.message.field import Refusal
from backprop.message.plain_data import plain
from backprop.message.request_fields import asked, index, opening, read_request, whole

from .playground_answer import (
    example_told,
    link_told,
    sentence,
    start_told,
    surfaces_told,
    unit_told,
)
from .playground_changes import Change, freeze, frozen_indices, read_changes
from .playground_settings import LIMITS, SettingsRequest
from .playground_slice import Slice

if TYPE_CHECKING:
    from types import ModuleType

    from backprop.message.field import Field
    from backprop.playground import Playground, PlaygroundState, Settings, UnitSurfaces

__all__ = ["LIMITS", "OPENINGS", "answer", "read"]

KEPT = 2
MOST_PARAMETERS = 8 * 16 + 9 * 17 * 16 + 17 * 6
"""Of seven features and ten layers of sixteen units, with an output for each of six classes."""

RESOLUTION = 50

UNIT_LAYER = Limit(1, 11, True)
"""Layers of units that have weights, the output's among them."""


@dataclass(frozen=True)
class RunGiven:
    """Where a run stands, as the page gave it back; see `backprop.playground.PlaygroundState`."""

    epoch: int
    step: int
    parameters: tuple[float, ...]
    alive: tuple[float, ...]
    velocity: tuple[float, ...]
    squares: tuple[float, ...]
    frozen: tuple[int, ...]


ARRAYS = ("parameters", "alive", "velocity", "squares")


def _run(given: Field) -> RunGiven | None:
    if given.absent:
        return None
    given.shape(("epoch", "step", *ARRAYS, "frozen"))
    arrays = {}
    for name in ARRAYS:
        count = given[name].length()
        if count > MOST_PARAMETERS:
            raise given[name].refusal(f"must have at most {MOST_PARAMETERS} entries", "too_large")
        arrays[name] = tuple(given[name].numbers(count).tolist())
    frozen = tuple(
        place.index(MOST_PARAMETERS) for place in given["frozen"].items(0, MOST_PARAMETERS)
    )
    epoch, step = given["epoch"].whole("epoch"), given["step"].whole("epochs")
    return RunGiven(epoch=epoch, step=step, frozen=frozen, **arrays)


def _unit(given: Field) -> tuple[int, int]:
    layer, unit = given.items(2, 2)
    return layer.whole(UNIT_LAYER), unit.index(16)


@dataclass(frozen=True)
class PlaygroundRequest(SettingsRequest):
    """A run by its settings, where it stands, how far it goes on, and what is shown of it."""

    run: RunGiven | None = asked(_run, opening=None, absent=None)
    """None: the start that the seed draws."""
    epochs: int = whole("epochs", opening=0)
    steps: int = whole("epochs", absent=0)
    """After the last of these epochs, so many steps of the next."""
    changes: list[Change] = asked(read_changes, absent=())
    """What readers change by hand from `run` on, each where it comes in the run."""
    time_limit: float | None = asked(lambda given: given.number("time_limit"), absent=None)
    """Seconds after which no further epoch begins; at least one is made."""
    resolution: int = whole("resolution", opening=RESOLUTION)
    """Of the output's surface."""
    example: int | None = asked(lambda given: given.whole("index"), absent=None)
    """Which point is chosen: training points first, then those of the test."""
    shown_class: int = index(6, absent=0)
    """Of more than two classes, the one whose probability the surface is; 0 where there is none."""
    unit: tuple[int, int] | None = asked(_unit, absent=None)
    """Whose weights are told: its layer, the inputs being 0, and its place there."""


OPENINGS = {"playground": opening("playground", PlaygroundRequest)}

_runs: OrderedDict[tuple[Settings, int], tuple[Playground, UnitSurfaces]] = OrderedDict()


def read(message: Field) -> PlaygroundRequest:
    """A `playground` message.

    Raises:
        Refusal: a field is not as it must be.
    """
    request: PlaygroundRequest = read_request(PlaygroundRequest, message)
    return request


def answer(request: PlaygroundRequest) -> dict[str, Any]:
    """The run some epochs later, and its picture then; points are told at the start of a run.

    Raises:
        Refusal: a setting or the state does not go with the others.
    """
    run, surfaces = _kept(request)
    freeze(run, () if request.run is None else request.run.frozen)
    try:
        run.restart() if request.run is None else run.go_to(_state(request.run))
    except ValueError as problem:
        raise Refusal("bad_value", f"run: {problem}.", "run") from problem
    trained = Slice(run, request.time_limit, begins=request.run is None)
    trained.go_on(run.epoch + request.epochs, request.steps, request.changes)
    surfaces.draw()
    return {
        "kind": "playground",
        "run": plain(run.state) | {"frozen": frozen_indices(run)},
        "curve": trained.curve,
        "training_loss": run.training_loss,
        "test_loss": run.test_loss,
        "ended": trained.ended,
        "layer_sizes": list(run.network.layer_sizes),
        **surfaces_told(surfaces, run, request.shown_class),
        "start": start_told(run) if request.run is None else None,
        **link_told(run.settings),
        "example": None if request.example is None else example_told(run, request.example),
        "unit": None if request.unit is None else unit_told(run, *request.unit),
        "sentence": sentence(run, trained.ended),
    }


def _playground() -> ModuleType:
    """What opens links and trains, in an archive that a page has only when this figure asks."""
    import backprop.playground  # noqa: PLC0415

    return backprop.playground


def _kept(request: PlaygroundRequest) -> tuple[Playground, UnitSurfaces]:
    """The run of these settings, a kept one if there is one, and its surfaces."""
    module = _playground()
    settings = request.settings()
    key = settings, request.resolution
    made = _runs.pop(key, None)
    if made is None:
        try:
            run = module.Playground(settings)
        except ValueError as problem:
            told = str(problem).removeprefix("formula: ")
            raise Refusal("bad_value", f"{told[:1].upper()}{told[1:]}.", "formula") from problem
        made = run, module.UnitSurfaces(run.network, settings.features, request.resolution)
    _runs[key] = made
    while len(_runs) > KEPT:
        _runs.popitem(last=False)
    return made


def _state(given: RunGiven) -> PlaygroundState:
    state: PlaygroundState = _playground().PlaygroundState(
        given.epoch, given.step, *(np.array(getattr(given, name)) for name in ARRAYS)
    )
    return state
