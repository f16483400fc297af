"""A run told: each of its steps in a sentence and as an equation, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from backprop.core.gradient_descent import momentum_change
from backprop.core.number_text import number_text, percent_text
from backprop.explain.formula import PLUS, TIMES, equation, sign, term
from backprop.explain.symbols import Names
from backprop.message.plain_data import plain

if TYPE_CHECKING:
    from .descent_path import Path
    from .landscapes import Rate

Result = dict[str, Any]

MINUS_SIGN = sign("-")

WHAT = {
    "divergence": "Divergence: the loss has risen three steps in a row and is above the first one.",
    "oscillation": "Oscillation: three times running it has crossed the valley and turned back.",
    "overshoot": "Overshoot: the step went past the lowest point on its way.",
}


def sentence(path: Path, step: int, happening: str | None) -> str:
    """What a step did to the loss, and what is wrong with it if anything is."""
    loss = number_text(path.losses[step])
    if step == 0:
        return f"The start. The loss is {loss}; the gradient says how steep it is here."
    before = path.losses[step - 1]
    way = "falls" if path.losses[step] < before else "rises" if path.losses[step] > before else ""
    told = (
        f"the loss {way} from {number_text(before)} to {loss}."
        if way
        else f"the loss stays {loss}."
    )
    named = f" {WHAT[happening]}" if happening else ""
    return f"Step {step}: {told}{named}"


def verdict(path: Path, steps: int, named: list[str | None]) -> str:
    """What became of a run, in a few words."""
    first, last, count = path.losses[0], path.losses[-1], len(path.losses) - 1
    if count < steps or (named[-1] == "divergence"):
        return f"diverges: loss {number_text(last)} after {count} steps"
    near = np.flatnonzero(path.losses <= 0.01 * first)
    if near.size:
        return f"loss down to 1% after {near[0]} steps"
    return f"{percent_text(last / first, 2)} of the first loss left after {count} steps"


def step_equations(names: tuple[str, str], path: Path, rate: Rate) -> list[list[Result]]:
    """For each position the next step's equation, one for each weight."""
    told = []
    after = np.vstack([path.moves, np.zeros(2)])[1:]
    for t, gradient in enumerate(path.gradients):
        pair = []
        after[t] = momentum_change(path.moves[t], gradient, path.rates.item(t), rate.momentum)
        for i, symbol in enumerate(names):
            change = rf"\Delta {symbol}"
            written = equation(
                term(rf"{change}({t + 1})", after[t, i], "next", None),
                [
                    MINUS_SIGN,
                    term(r"\eta", path.rates[t], "rate", None),
                    TIMES,
                    term(Names.derivative_of_loss(symbol), gradient[i], "gradient", "backward"),
                    PLUS,
                    term(r"\alpha", rate.momentum, "momentum", None),
                    TIMES,
                    term(rf"{change}({t})", path.moves[t, i], "velocity", None),
                ],
            )
            pair.append({"formula": plain(written.formula), "numbers": plain(written.substituted)})
        told.append(pair)
    return told
