"""Digits while they are learnt: first-layer weights, their gradients, and the gradient of a dot."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from math import isfinite
from typing import TYPE_CHECKING, Any

import numpy as np

from backprop.core.limits import Limit
from backprop.core.number_text import percent_text
from backprop.message.request_fields import asked, choice, number, opening, read_request, whole

from .digits_sentences import (
    drawing_sentence,
    image_sentence,
    run_sentence,
    verdict,
    wanted_sentence,
)
from .drawing import MOST_LETTERS, Stroke, drawing_of

if TYPE_CHECKING:
    from types import ModuleType

    from numpy.typing import NDArray

    from backprop.experiments.digits import DigitsRun
    from backprop.message.field import Field

MOST_EPOCHS = 60
DIGITS, SIDE, ASIDE = 10, 8, 360
LIMITS = {
    "digits_epochs": Limit(0, MOST_EPOCHS, True),
    "digits_units": Limit(1, 32, True),
    "digits_image": Limit(0, ASIDE - 1, True),
    "digits_digit": Limit(0, DIGITS - 1, True),
    "digits_steps": Limit(0, 40, True),
    "digits_letters": Limit(0, MOST_LETTERS, True),
    "digits_rate": Limit(0, 5, False),  # beyond, every hidden unit is dead at once
}
STARTS = ("he", "xavier", "tiny")
ACTIVATIONS = ("relu", "tanh", "sigmoid")
GUESSES = ("none", "size", "direction", "both", "neither")
PARAMETER = Limit(-1e300, 1e300, False)
FAN = 12
"""Batches whose gradients are drawn beside the whole set's."""

PIXEL_RATE = 0.25
"""How far the dot with the largest gradient moves in one step of an image, of all grey."""

TOLD = (
    "loss",
    "aside_loss",
    "accuracy",
    "aside_accuracy",
    "whole_norm",
    "batch_norm",
    "batch_spread",
    "cosine_to_whole",
    "successive_cosine",
)
"""What is shown of each epoch, by its name in `EpochRecord`."""


@dataclass(frozen=True)
class RunGiven:
    """Where a run stands, as an earlier answer had it."""

    epoch: int
    parameters: NDArray[np.float64]
    records: dict[str, list[float]]


def _run_given(given: Field) -> RunGiven:
    given.shape(("epoch", "parameters", "records"))
    epoch = given["epoch"].whole(LIMITS["digits_epochs"])
    records = given["records"]
    records.shape(TOLD)
    most = (SIDE**2 + 1) * 32 + 33 * DIGITS
    count = given["parameters"].length()
    if count > most:
        raise given["parameters"].refusal(f"must have at most {most} entries", "too_large")
    return RunGiven(
        epoch,
        given["parameters"].numbers(count, PARAMETER),
        {name: [_record(each) for each in records[name].items(epoch, epoch)] for name in TOLD},
    )


def _record(given: Field) -> float:
    """A number, or nothing where there was none."""
    return float("nan") if given.absent else given.number("any")


@dataclass(frozen=True)
class DigitsRequest:
    """A run of some epochs, and an image to look at with what it has learnt.

    The image is one of those kept aside; where there is a drawing, it is that.
    """

    epochs: int = whole(LIMITS["digits_epochs"], opening=1)
    hidden_units: int = whole(LIMITS["digits_units"], opening=16)
    activation: str = choice(ACTIVATIONS, opening="relu")
    start: str = choice(STARTS, opening="he")
    learning_rate: float = number(LIMITS["digits_rate"], opening=0.1)
    seed: int = whole("seed", opening=0)
    guess: str = choice(GUESSES, opening="none")
    image: int = whole(LIMITS["digits_image"], opening=7)
    digit: int = whole(LIMITS["digits_digit"], opening=3)
    steps: int = whole(LIMITS["digits_steps"], opening=0)
    drawing: tuple[Stroke, ...] | None = asked(drawing_of, absent=None)
    run: RunGiven | None = asked(_run_given, absent=None)


OPENINGS = {"digits": opening("digits", DigitsRequest)}


def read(message: Field) -> DigitsRequest:
    """A `digits` message.

    Raises:
        Refusal: a field is not as it must be; a run has as many parameters as the network.
    """
    request: DigitsRequest = read_request(DigitsRequest, message)
    h = request.hidden_units
    if request.run and request.run.parameters.size != (SIDE**2 + 1) * h + (h + 1) * DIGITS:
        raise message["run"]["parameters"].refusal("must be as many as the network has")
    return request


def answer(request: DigitsRequest) -> dict[str, Any]:
    """The run after its epochs, its pictures, and what it makes of an image; see `DigitsResult`."""
    run, records = _trained(request)
    whole_gradient, batches = _core().batch_gradients(run, FAN)
    told = _core().confusion(run)
    right = int(told.trace())
    return {
        "kind": "digits",
        "epoch": run.epoch,
        "parameters": run.parameters.tolist(),
        "records": {name: _known(values) for name, values in records.items()},
        "gradient": whole_gradient.ravel().tolist(),
        "largest_weight": float(np.abs(run.network.weights[0]).max()),
        "largest_gradient": float(np.abs(whole_gradient).max()),
        "fan": _fan(whole_gradient, batches),
        "confusion": told.tolist(),
        "wrong": _wrong(run),
        "right": right,
        "sentence": run_sentence(run, records, right, ASIDE),
        "verdict": verdict(request.guess, records),
        "image": _image(request, run),
    }


def _core() -> ModuleType:
    """The digits and their training, in an archive that a page has only when this figure asks."""
    from backprop.experiments import digits  # noqa: PLC0415

    return digits


def _trained(request: DigitsRequest) -> tuple[DigitsRun, dict[str, list[float]]]:
    core = _core()
    setting = core.Setting(
        hidden_units=request.hidden_units,
        activation=request.activation,
        start=request.start,
        learning_rate=request.learning_rate,
    )
    given = request.run
    if given is None or given.epoch > request.epochs:
        state = core.begin(request.seed, setting)
        records: dict[str, list[float]] = {name: [] for name in TOLD}
    else:
        state = core.DigitsRun(setting, request.seed, given.epoch, given.parameters)
        records = {name: [*values] for name, values in given.records.items()}
    run = core.go_on(state, request.epochs - state.epoch)
    for record in map(asdict, run.records):
        for name in TOLD:
            records[name].append(record[name])
    return run, records


def _fan(whole_gradient: NDArray[np.float64], batches: NDArray[np.float64]) -> dict[str, Any]:
    """Lengths of the whole set's gradient and of each batch's, and the angles between them."""
    rows, whole_row = batches.reshape(len(batches), -1), whole_gradient.ravel()
    length, lengths = float(np.linalg.norm(whole_row)), np.linalg.norm(rows, axis=1)
    with np.errstate(all="ignore"):
        cosines = np.clip(rows @ whole_row / (lengths * length), -1, 1)
    return {
        "length": length,
        "lengths": lengths.tolist(),
        "angles": _known(np.degrees(np.arccos(cosines)).tolist()),
    }


def _known(values: list[float]) -> list[float | None]:
    """Nothing in place of what is no number, such as the direction of a gradient that is zero."""
    return [value if isfinite(value) else None for value in values]


def _wrong(run: DigitsRun) -> list[dict[str, Any]]:
    aside = _core().aside_set()
    digits, told = aside.targets.argmax(axis=1), run.network.predict(aside.inputs).argmax(axis=1)
    return [
        {"image": int(i), "digit": int(digits[i]), "told": int(told[i])}
        for i in np.flatnonzero(digits != told)
    ]


def _image(request: DigitsRequest, run: DigitsRun) -> dict[str, Any]:
    """An image, after some steps along its own gradient towards a digit."""
    core, net = _core(), run.network
    if request.drawing is None:
        aside = core.aside_set()
        dots = aside.inputs[request.image].copy()
        digit = int(aside.targets[request.image].argmax())
    else:
        dots, digit = core.greys(core.bitmap(request.drawing)), None
    for _ in range(request.steps):
        gradient = core.input_gradient(run, dots, request.digit)
        largest = np.abs(gradient).max()
        if largest == 0 or not isfinite(largest):
            break
        dots = np.clip(dots - PIXEL_RATE * gradient / largest, 0, 1)
    outputs = net.predict(dots)
    backward = net.backward(net.forward(dots), np.eye(DIGITS)[request.digit])
    told = int(outputs.argmax())
    if digit is None:
        first = drawing_sentence(outputs, request.steps, is_blank=not request.drawing)
    else:
        first = image_sentence(digit, outputs, request.steps)
    return {
        "dots": dots.tolist(),
        "digit": digit,
        "told": told,
        "outputs": outputs.tolist(),
        "shares": [percent_text(output, 2) for output in outputs.tolist()],
        "loss": backward.loss,
        "gradient": backward.input_gradients[0].tolist(),
        "sentence": f"{first} {wanted_sentence(request.digit, outputs, backward.loss)}",
    }
