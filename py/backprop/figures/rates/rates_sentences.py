"""A run told: each of its steps in a sentence and as an equation, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from backprop.core.gradient_descent import momentum_change
from backprop.core.number_text import NO_BREAK, number_text, percent_text, texts_apart
from backprop.explain.formula import PLUS, TIMES, equation, sign, term
from backprop.explain.symbols import Names
from backprop.message.plain_data import plain

if TYPE_CHECKING:
    from .descent_path import Path
    from .landscapes import Rate

Result = dict[str, Any]

MINUS_SIGN = sign("-")

WHAT = {
    "divergence": "Divergence: the loss has risen three times in a row and is above the first one.",
    "oscillation": "Oscillation: the last three steps crossed the valley and turned back.",
    "overshoot": "Overshoot: the step went past the lowest point on its way.",
}


def title(rate: Rate) -> str:
    """A run's name, which says how it goes down and not how well: `η = 0.1, α = 0.8`."""
    parts = [f"η = {number_text(rate.learning_rate)}"]
    if rate.momentum != 0:
        parts.append(f"α = {number_text(rate.momentum)}")
    if rate.decay != 1:
        parts.append(f"× {number_text(rate.decay)} each step")
    return ", ".join(part.replace(" ", NO_BREAK) for part in parts)


def sentence(path: Path, step: int, happening: str | None) -> str:
    """What a step did to the loss, and what is wrong with it if anything is."""
    now = path.losses.item(step)
    if step == 0:
        return f"The run starts at a loss of {number_text(now)}."
    before = path.losses.item(step - 1)
    if now < before:
        low, high = texts_apart(now, before)
        told = f"the loss falls from {high} to {low}."
    elif now > before:
        low, high = texts_apart(before, now)
        told = f"the loss rises from {low} to {high}."
    else:
        told = f"the loss stays {number_text(now)}."
    named = f" {WHAT[happening]}" if happening else ""
    return f"Step {step}: {told}{named}"


def verdict(path: Path, steps: int, named: list[str | None], lowest_loss: float) -> str:
    """What became of a run, in a few words.

    Args:
        path: the run.
        steps: how many it was to take; one that left the map took fewer.
        named: what happened at each position.
        lowest_loss: the lowest of the losses with which this run and those beside it ended.
    """
    first, last, count = path.losses[0], path.losses[-1], len(path.losses) - 1
    if count < steps or (named[-1] == "divergence"):
        return f"diverges: the loss is {number_text(last)} after {count} steps"
    best = ", the lowest loss here" if last == lowest_loss else ""
    if last > first:
        return f"ends above its start: {number_text(last)} after {count} steps{best}"
    near = np.flatnonzero(path.losses <= 0.01 * first)
    if near.size:
        return f"reaches 1% of the first loss after {near[0]} steps{best}"
    return f"{percent_text(last / first, 2)} of the first loss is left after {count} steps{best}"


def step_equations(names: tuple[str, str], path: Path, rate: Rate) -> list[list[Result]]:
    """For each position the next step's equation, one for each weight.

    A run without momentum has no term for it.
    """
    told = []
    after = np.vstack([path.moves, np.zeros(2)])[1:]
    for t, gradient in enumerate(path.gradients):
        pair = []
        after[t] = momentum_change(path.moves[t], gradient, path.rates.item(t), rate.momentum)
        for i, symbol in enumerate(names):
            change = rf"\Delta {symbol}"
            carried = [
                PLUS,
                term(r"\alpha", rate.momentum, "momentum", None),
                TIMES,
                term(rf"{change}({t})", path.moves[t, i], "velocity", None),
            ]
            written = equation(
                term(rf"{change}({t + 1})", after[t, i], "next", None),
                [
                    MINUS_SIGN,
                    term(r"\eta", path.rates[t], "rate", None),
                    TIMES,
                    term(Names.derivative_of_loss(symbol), gradient[i], "gradient", "backward"),
                    *(carried if rate.momentum != 0 else []),
                ],
            )
            pair.append({"formula": plain(written.formula), "numbers": plain(written.substituted)})
        told.append(pair)
    return told
