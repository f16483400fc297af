"""A slice of a run of TensorFlow Playground: from a state that the page holds to the next.

The page owns the run. The last runs are kept only because making one costs more than a slice.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING, Any

import numpy as np

from backprop.message.field import Refusal
from backprop.message.plain_data import plain
from backprop.message.request_fields import asked, opening, read_request, whole

from .playground_answer import example_told, link_told, sentence, start_told, surfaces_told
from .playground_settings import LIMITS, SettingsRequest

if TYPE_CHECKING:
    from types import ModuleType

    from backprop.message.field import Field
    from backprop.playground import Playground, PlaygroundState, Settings, UnitSurfaces

__all__ = ["LIMITS", "OPENINGS", "answer", "read"]

KEPT = 2
MOST_PARAMETERS = 8 * 16 + 9 * 17 * 16 + 17
"""Of seven features and ten layers of sixteen units, with one output."""

RESOLUTION = 50


@dataclass(frozen=True)
class RunGiven:
    """Where a run stands, as the page gave it back; see `backprop.playground.PlaygroundState`."""

    epoch: int
    step: int
    parameters: tuple[float, ...]
    alive: tuple[float, ...]
    velocity: tuple[float, ...]
    squares: tuple[float, ...]


ARRAYS = ("parameters", "alive", "velocity", "squares")


def _run(given: Field) -> RunGiven | None:
    if given.absent:
        return None
    given.shape(("epoch", "step", *ARRAYS))
    arrays = []
    for name in ARRAYS:
        count = given[name].length()
        if count > MOST_PARAMETERS:
            raise given[name].refusal(f"must have at most {MOST_PARAMETERS} entries", "too_large")
        arrays.append(tuple(given[name].numbers(count).tolist()))
    return RunGiven(given["epoch"].whole("epoch"), given["step"].whole("epochs"), *arrays)


@dataclass(frozen=True)
class PlaygroundRequest(SettingsRequest):
    """A run by its settings, where it stands, how far it goes on, and what is shown of it."""

    run: RunGiven | None = asked(_run, opening=None, absent=None)
    """None: the start that the seed draws."""
    epochs: int = whole("epochs", opening=0)
    time_limit: float | None = asked(lambda given: given.number("time_limit"), absent=None)
    """Seconds after which no further epoch begins; at least one is made."""
    resolution: int = whole("resolution", opening=RESOLUTION)
    """Of the output's surface."""
    example: int | None = asked(lambda given: given.whole("index"), absent=None)
    """Which point is chosen: training points first, then those of the test."""


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
    try:
        run.restart() if request.run is None else run.go_to(_state(request.run))
    except ValueError as problem:
        raise Refusal("bad_value", f"run: {problem}.", "run") from problem
    curve, ended = _trained(run, request)
    surfaces.draw()
    return {
        "kind": "playground",
        "run": plain(run.state),
        "curve": curve,
        "training_loss": run.training_loss,
        "test_loss": run.test_loss,
        "ended": ended,
        "layer_sizes": list(run.network.layer_sizes),
        **surfaces_told(surfaces, run),
        "start": start_told(run) if request.run is None else None,
        **link_told(run.settings),
        "example": None if request.example is None else example_told(run, request.example),
        "sentence": sentence(run, ended),
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
        run = module.Playground(settings)
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


def _trained(
    run: Playground, request: PlaygroundRequest
) -> tuple[dict[str, list[float]], str | None]:
    """Train, one epoch first and then as many at once as there is time for.

    Returns:
        Both losses after each epoch, before the first one too, and why the run ended, if it did.
    """
    begun, limit = perf_counter(), request.time_limit
    told: dict[str, list[float]] = {"epochs": [], "training": [], "test": []}
    if request.run is None:
        told = {"epochs": [0], "training": [run.training_loss], "test": [run.test_loss]}
    done, count = 0, 1 if limit is not None else request.epochs
    while done < request.epochs:
        try:
            curve = run.run(min(count, request.epochs - done))
        except ValueError as problem:
            raise Refusal("not_finite", f"{problem}.", "run") from problem
        for name in told:
            told[name] += getattr(curve, name).tolist()
        if curve.ended is not None:
            return told, curve.ended
        done += count
        if limit is not None:
            spent = perf_counter() - begun
            if spent >= limit:
                break
            count = max(1, min(2 * done, int(done * (limit - spent) / max(spent, 1e-6))))
    return told, None
