"""What differs between two runs, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backprop.core.number_text import number_text
from backprop.explain.symbols import FUNCTION_NAMES

from .settings import FORMULA, OWN, OWN_REGRESSION

if TYPE_CHECKING:
    from .settings import Settings

MOST_DIGITS = 15
"""Digits of a number, so that different ones hardly ever look alike."""


def differences(run: Settings, other: Settings) -> list[str]:
    """What decides the numbers of a run and is not as in another: "batch size 1 in place of 10".

    A setting that a run does not use is no difference, nor is what only its picture depends on.
    """
    one, two = _told(run), _told(other)
    found = [
        f"{name} {one[name]} in place of {two[name]}"
        for name in one
        if name in two and one[name] != two[name]
    ]
    if run.dataset == other.dataset in (OWN, OWN_REGRESSION) and run.points != other.points:
        found.append("other points")
    return found


def _told(settings: Settings) -> dict[str, str]:
    """What decides a run, without what it does not use."""
    dataset = settings.dataset
    if dataset == FORMULA:
        dataset += f" of {settings.formula}"
    if settings.class_count > 2:
        dataset += f" of {settings.class_count} classes"
    optimiser = {"descent": "descent", "adam": "Adam"}[settings.optimiser]
    if settings.optimiser == "descent" and settings.momentum:
        optimiser += f" with momentum {_number(settings.momentum)}"
    regularisation = "none"
    if settings.regularisation != "none" and settings.regularisation_rate:
        rate = _number(settings.regularisation_rate)
        regularisation = f"{settings.regularisation} with a rate of {rate}"
    told = {
        "seed": settings.seed,
        "data set": dataset,
        "noise": f"{_number(settings.noise)}%",
        "training part": f"{_number(settings.training_percent)}%",
        "inputs": ", ".join(settings.features),
        "hidden layers": ", ".join(map(str, settings.hidden_layers)) or "none",
        "activation": FUNCTION_NAMES[settings.activation],
        "first weights": "zero" if settings.initial_zero else "drawn",
        "optimiser": optimiser,
        "learning rate": _number(settings.learning_rate),
        "batch size": str(settings.batch_size),
        "regularisation": regularisation,
    }
    if settings.dataset in (OWN, OWN_REGRESSION):
        del told["noise"]
    if not settings.hidden_layers:
        del told["activation"]
    return told


def _number(value: float) -> str:
    return number_text(value, MOST_DIGITS)
