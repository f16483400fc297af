"""Digits while they are learnt: first-layer weights, their gradients, and the gradient of a dot."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from math import isfinite
from typing import TYPE_CHECKING, Any

import numpy as np

from backprop.core.limits import Limit
from backprop.core.number_text import count_text, number_text, percent_text, signed_number_text
from backprop.message.request_fields import asked, choice, number, opening, read_request, whole

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

STEADIER = 0.8
"""A spread that is a fifth smaller counts as steadier."""
MORE_ALIKE = 0.05
"""So much more must the cosine be, to count as steadier."""

LEARNT, LAST = 10, 5
"""Epochs after which the first may be compared with the mean of the last ones, and how many."""

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
    """A run of some epochs, and an image to look at with what it has learnt."""

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
        "fan": _fan(whole_gradient, batches),
        "confusion": told.tolist(),
        "wrong": _wrong(run),
        "right": right,
        "sentence": _sentence(run, records, right),
        "verdict": _verdict(request.guess, records),
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
    aside, net = _core().aside_set(), run.network
    dots = aside.inputs[request.image].copy()
    for _ in range(request.steps):
        gradient = _core().input_gradient(run, dots, request.digit)
        largest = np.abs(gradient).max()
        if largest == 0 or not isfinite(largest):
            break
        dots = np.clip(dots - PIXEL_RATE * gradient / largest, 0, 1)
    outputs = net.predict(dots)
    backward = net.backward(net.forward(dots), np.eye(DIGITS)[request.digit])
    digit = int(aside.targets[request.image].argmax())
    told = int(outputs.argmax())
    return {
        "dots": dots.tolist(),
        "digit": digit,
        "told": told,
        "outputs": outputs.tolist(),
        "shares": [percent_text(output, 2) for output in outputs.tolist()],
        "loss": backward.loss,
        "gradient": backward.input_gradients[0].tolist(),
        "sentence": _image_sentence(request, digit, told, outputs, backward.loss),
    }


def _image_sentence(
    request: DigitsRequest, digit: int, told: int, outputs: NDArray[np.float64], loss: float
) -> str:
    sure = percent_text(float(outputs[told]), 2)
    wanted = percent_text(float(outputs[request.digit]), 2)
    first = f"Somebody wrote {_a(digit)}; the network says {told}, and is {sure} sure."
    if request.steps:
        times = f"{count_text(request.steps)} step{'s' * (request.steps != 1)}"
        first = f"After {times} along its gradient the image, once {_a(digit)}, is told as {told}."
    return (
        f"{first} For {_a(request.digit)} it gives {wanted}, so as {_a(request.digit)} "
        f"the image has a loss of {number_text(loss)}."
    )


def _a(digit: int) -> str:
    return f"an {digit}" if digit == 8 else f"a {digit}"


def _sentence(run: DigitsRun, records: dict[str, list[float]], right: int) -> str:
    known = f"{count_text(right)} of {count_text(ASIDE)} images kept aside are told right"
    if run.epoch == 0:
        return f"Nothing has been learnt yet: {known}, by chance."
    epochs = f"{count_text(run.epoch)} epoch{'s' * (run.epoch != 1)}"
    dead = _dead(run)
    end = f" {dead}" if dead else ""
    loss = number_text(records["loss"][-1], 3)
    return f"After {epochs} {known}, and the training loss is {loss}.{end}"


def _dead(run: DigitsRun) -> str:
    """Hidden ReLU units that answer 0 to every image of the training set."""
    units = run.records[-1].dead_units if run.records else ()
    if not units:
        return ""
    if len(units) == run.setting.hidden_units:
        return (
            "All its hidden units are dead: they answer 0 to every image, and no gradient passes."
        )
    names = ", ".join(str(unit + 1) for unit in units)
    one = len(units) == 1
    return f"Hidden unit{'s' * (not one)} {names} {'is' if one else 'are'} dead: 0 for every image."


def _verdict(guess: str, records: dict[str, list[float]]) -> str | None:
    """What became steadier between the first epoch and the last ones, beside what was guessed."""
    if len(records["loss"]) < LEARNT:
        return None
    spread, alike, size = (
        (records[name][0], sum(records[name][-LAST:]) / LAST)
        for name in ("batch_spread", "successive_cosine", "whole_norm")
    )
    if not all(map(isfinite, (*spread, *alike, *size))):
        return "There is no gradient any more: nothing is left to compare."
    is_size = spread[1] < STEADIER * spread[0]
    is_direction = alike[1] > alike[0] + MORE_ALIKE
    truth = {(True, True): "both", (True, False): "size", (False, True): "direction"}.get(
        (is_size, is_direction), "neither"
    )
    first, last = (number_text(each, 2) for each in size)
    grown = "shrinks" if size[1] < size[0] else "grows"
    one, other = (signed_number_text(cosine, 2) for cosine in alike)
    less = "less" if alike[1] < alike[0] else "more"
    told = (
        f"From the first epoch to the last five the whole set’s gradient {grown}, from {first} to "
        f"{last}. Batches that follow each other point {less} alike: their cosine goes from {one} "
        f"to {other}."
    )
    steadier = {
        "both": "Size and direction of the batches’ gradients become steadier.",
        "size": "The size of the batches’ gradients becomes steadier, their direction does not.",
        "direction": "Their direction becomes steadier, their size does not.",
        "neither": "Neither size nor direction of the batches’ gradients becomes steadier.",
    }[truth]
    if guess == "none":
        return f"{told} {steadier}"
    said = "You were right." if guess == truth else "It is not what you expected."
    return f"{said} {told} {steadier}"
