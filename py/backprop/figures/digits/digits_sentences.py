"""What the figure on digits says of a run and of an image."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from backprop.core.number_text import count_text, number_text, percent_text, signed_number_text

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from backprop.experiments.digits import DigitsRun

STEADIER = 0.8
"""A spread that is a fifth smaller counts as steadier."""
MORE_ALIKE = 0.05
"""So much more must the cosine be, to count as steadier."""

LEARNT, LAST = 10, 5
"""Epochs after which the first may be compared with the mean of the last ones, and how many."""


def run_sentence(run: DigitsRun, records: dict[str, list[float]], right: int, aside: int) -> str:
    """How far a run has come: images told right, the loss, and units that are dead."""
    known = f"{count_text(right)} of {count_text(aside)} images kept aside are told right"
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


def verdict(guess: str, records: dict[str, list[float]]) -> str | None:
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


def image_sentence(digit: int, outputs: NDArray[np.float64], steps: int) -> str:
    """What the network says of an image in which somebody wrote a digit, after some steps of it."""
    told, sure = _told(outputs)
    if steps:
        return (
            f"After {_times(steps)} along its gradient the image, once {_a(digit)}, "
            f"is told as {told}."
        )
    return f"Somebody wrote {_a(digit)}; the network says {told}, and is {sure} sure."


def drawing_sentence(outputs: NDArray[np.float64], steps: int, *, is_blank: bool) -> str:
    """What the network says of a reader's drawing, after some steps of it."""
    told, sure = _told(outputs)
    what = "blank paper" if is_blank else "your drawing"
    if steps:
        return f"After {_times(steps)} along its gradient {what} is told as {told}."
    if is_blank:
        return f"Nothing is drawn yet: of blank paper the network says {told}, and is {sure} sure."
    return f"Of your drawing the network says {told}, and is {sure} sure."


def wanted_sentence(wanted: int, outputs: NDArray[np.float64], loss: float) -> str:
    """How much the network takes an image for the wanted digit."""
    share = percent_text(float(outputs[wanted]), 2)
    return (
        f"For {_a(wanted)} it gives {share}, so as {_a(wanted)} "
        f"the image has a loss of {number_text(loss)}."
    )


def _told(outputs: NDArray[np.float64]) -> tuple[int, str]:
    """The digit that an image is told as, and how sure the network is of it."""
    told = int(outputs.argmax())
    return told, percent_text(float(outputs[told]), 2)


def _times(steps: int) -> str:
    return f"{count_text(steps)} step{'s' * (steps != 1)}"


def _a(digit: int) -> str:
    return f"an {digit}" if digit == 8 else f"a {digit}"
