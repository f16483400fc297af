"""One run that overfits, and four rules that would have ended it: which fires first, at what cost.

Half of the examples are trained on; the other half, the validation set, is only measured. Patience
watches the validation loss and so knows its best epoch: it gives back the weights of that one.
Every other rule keeps the weights with which it stops. The cost of a rule is the validation loss of
the weights that it keeps, less the lowest that the run had, and the epochs computed after them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from backprop.core import datasets
from backprop.core.limits import Limit
from backprop.core.network import Network
from backprop.core.number_text import count_text, number_text, percent_text, texts_apart
from backprop.message.request_fields import choice, number, opening, read_request, whole
from backprop.training.stopping_rules import StoppingRules, count_of, first_small_gain, gains
from backprop.training.trainer import Trainer

if TYPE_CHECKING:
    from backprop.core.rules import Array
    from backprop.message.field import Field

Result = dict[str, Any]

DATASETS = ("circle", "gaussians")
EXAMPLES = 80
HIDDEN_UNITS = 8
LEARNING_RATE, MOMENTUM = 0.1, 0.9
EPOCHS = 1_500
WINDOW = 100
"""A gain is what the training loss has lost over so many epochs."""

STRIDE = 5
"""Of the curves every fifth epoch is drawn."""


LIMITS = {
    "run_epoch": Limit(1, EPOCHS, True),
    "gain": Limit(0, 1, False),  # share of itself that a loss has lost
}


@dataclass(frozen=True)
class StoppingRequest:
    """A run, and where the lines of the four rules lie."""

    dataset: str = choice(DATASETS, opening="circle")
    noise: float = number("noise", opening=0.2)
    seed: int = whole("seed", opening=1)
    loss_below: float = number("loss", opening=0.1)
    patience: int = whole(LIMITS["run_epoch"], opening=200)
    least_gain: float = number(LIMITS["gain"], opening=0.06)
    budget: int = whole(LIMITS["run_epoch"], opening=1_200)


OPENINGS = {"stopping": opening("stopping", StoppingRequest)}


def read(message: Field) -> StoppingRequest:
    """A `stopping` message."""
    return read_request(StoppingRequest, message)


@dataclass(frozen=True)
class Curves:
    """Training and validation loss after each epoch of a run, from epoch 0 on."""

    training: Array
    validation: Array


@lru_cache(maxsize=4)
def curves_of(dataset: str, noise: float, seed: int) -> Curves:
    """Train a 2-8-1 network on one half of the examples, and watch the other half."""
    training, validation = datasets.make(dataset, EXAMPLES, noise, seed).split(EXAMPLES // 2, seed)
    net = Network((2, HIDDEN_UNITS, 1), ("tanh", "sigmoid"), "binary_cross_entropy", seed=seed)
    trainer = Trainer(net, training, LEARNING_RATE, MOMENTUM, held_out=validation)
    result = trainer.run(EPOCHS + 1)
    watched = result.held_out_losses
    if watched is None:
        raise TypeError("a trainer with a held-out set measures it")
    return Curves(result.losses, watched)


@dataclass(frozen=True)
class Stop:
    """Where a rule ends the run: `epoch` is None where it never does."""

    rule: str
    epoch: int | None
    reason: str


def stops(curves: Curves, request: StoppingRequest) -> list[Stop]:
    """Judge every rule alone on the whole run."""
    never = (np.inf, 0)
    training, validation = curves.training, curves.validation
    last = len(training) - 1
    below = StoppingRules(loss_below=request.loss_below).first_fired(0, training, training, never)
    stale = StoppingRules(no_improvement_for=request.patience).first_fired(
        0, training, validation, never
    )
    small = first_small_gain(training, WINDOW, request.least_gain)
    budget = min(request.budget, last)
    return [
        Stop("loss_below", below.epoch, below.sentence)
        if below
        else Stop(
            "loss_below",
            None,
            "The training loss never falls below {}: its lowest is {}.".format(
                *texts_apart(request.loss_below, float(training.min()))
            ),
        ),
        Stop("no_improvement", stale.epoch, stale.sentence)
        if stale
        else Stop(
            "no_improvement",
            None,
            f"The validation loss never goes {count_of(request.patience)} without improving.",
        ),
        Stop(
            "small_gain",
            small,
            _small(small, float(gains(training, WINDOW)[small]), request.least_gain),
        )
        if small is not None
        else Stop(
            "small_gain",
            None,
            f"Every {WINDOW} epochs the training loss falls by "
            f"{percent_text(request.least_gain)} or more.",
        ),
        Stop("budget", budget, f"The budget of {count_of(budget)} is spent."),
    ]


def _small(epoch: int, gain: float, least: float) -> str:
    fallen, asked = texts_apart(100 * gain, 100 * least)
    way = f"falls by {fallen}%" if gain > 0 else "does not fall"
    return (
        f"From epoch {count_text(epoch - WINDOW)} to {count_text(epoch)} the training loss {way}, "
        f"less than the {asked}% asked for."
    )


NAMES = {
    "loss_below": "The threshold",
    "no_improvement": "Patience",
    "small_gain": "The rule of diminishing returns",
    "budget": "The budget",
}


def answer(request: StoppingRequest) -> Result:
    """Answer a `stopping` message."""
    curves = curves_of(request.dataset, request.noise, request.seed)
    training, validation = curves.training, curves.validation
    best = int(validation.argmin())
    lowest = float(validation[best])
    judged = stops(curves, request)
    first = min(judged, key=lambda stop: np.inf if stop.epoch is None else stop.epoch)
    kept = np.arange(0, len(training), STRIDE)
    gained = gains(training, WINDOW)[kept]
    return {
        "kind": "stopping",
        "epochs": kept.tolist(),
        "training": training[kept].tolist(),
        "validation": validation[kept].tolist(),
        "gains": [None if np.isnan(gain) else float(gain) for gain in gained],
        "window": WINDOW,
        "last": len(training) - 1,
        "best": {"epoch": best, "loss": lowest},
        "rules": [
            {
                "rule": stop.rule,
                "name": NAMES[stop.rule],
                "epoch": stop.epoch,
                "since": _since(stop, request),
                "reason": stop.reason,
                **_cost(curves, stop, request, best),
            }
            for stop in judged
        ],
        "first": first.rule,
        "sentence": _sentence(curves, first, request, best),
    }


def _since(stop: Stop, request: StoppingRequest) -> int | None:
    """The epoch that a rule looks back to where it fires: the best so far, the window's begin."""
    if stop.epoch is None:
        return None
    back = {"no_improvement": request.patience, "small_gain": WINDOW}.get(stop.rule)
    return None if back is None else stop.epoch - back


@dataclass(frozen=True)
class Kept:
    """The weights that a rule gives back: after which epoch, and their validation loss."""

    epoch: int
    validation: float
    against_best: str


def _kept(curves: Curves, stop: Stop, epoch: int, request: StoppingRequest, best: int) -> Kept:
    since = _since(stop, request) if stop.rule == "no_improvement" else None
    kept = epoch if since is None else since
    validation, lowest = float(curves.validation[kept]), float(curves.validation[best])
    share = f" ({percent_text((validation - lowest) / lowest, 2)})" if lowest > 0 else ""
    told = (
        f"{number_text(validation - lowest)}{share} above the best, "
        f"too {'early' if kept < best else 'late'}"
        if validation > lowest
        else "the best there was"
    )
    return Kept(kept, validation, told)


def _cost(curves: Curves, stop: Stop, request: StoppingRequest, best: int) -> Result:
    """What a rule keeps and what it costs, as numbers and in a few words."""
    if stop.epoch is None:
        missing = dict.fromkeys(("training", "kept", "validation", "cost"))
        return {**missing, "cost_sentence": "never"}
    kept = _kept(curves, stop, stop.epoch, request, best)
    more = (
        f"; {count_of(stop.epoch - kept.epoch)} of computing after that"
        if kept.epoch < stop.epoch
        else ""
    )
    return {
        "training": float(curves.training[stop.epoch]),
        "kept": kept.epoch,
        "validation": kept.validation,
        "cost": kept.validation - float(curves.validation[best]),
        "cost_sentence": f"{kept.against_best}{more}",
    }


def _sentence(curves: Curves, first: Stop, request: StoppingRequest, best: int) -> str:
    epoch = first.epoch if first.epoch is not None else len(curves.training) - 1
    kept = _kept(curves, first, epoch, request, best)
    told = [f"{NAMES[first.rule]} stops first, at epoch {count_text(epoch)}."]
    loss = f"The validation loss is {number_text(kept.validation)} there, {kept.against_best}."
    if kept.epoch < epoch:
        told.append(f"The weights kept are those of epoch {count_text(kept.epoch)}. {loss}")
        told.append(f"The price is {count_of(epoch - kept.epoch)} of computing for nothing.")
    else:
        told.append(loss)
    if kept.epoch != best:
        told.append(f"The best came at epoch {count_text(best)}.")
    return " ".join(told)
