"""A reader's guess at one weight's gradient, judged: right, or which common mistake it is.

A number counts as it was typed: whoever gives two significant digits is right with two.
"""

from __future__ import annotations

import re
from dataclasses import astuple, dataclass
from itertools import product
from math import copysign, isclose
from typing import TYPE_CHECKING, Literal

from backprop.core.number_text import number_text, scientific
from backprop.explain.common_mistakes import Mistake, common_mistakes

if TYPE_CHECKING:
    from backprop.core.network import BackwardPass, ForwardPass, Network
    from backprop.explain.chain_rule import Explanation
    from backprop.message.field import Field

Verdict = Literal["right", "near", "wrong"]

DIRECTIONS = ("raises", "lowers", "keeps")
"""What raising the weight a little does to the loss."""

NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?", re.IGNORECASE)
LONGEST = 30

NEAR = 0.01
"""Share of the gradient by which roundings on the way may miss it."""

MISTAKES_TOLD = 3


@dataclass(frozen=True)
class Guess:
    """What a reader says before looking; a part that is None was not guessed."""

    direction: str | None
    """One of `DIRECTIONS`."""
    value: str | None
    """The gradient as it was typed, for its digits count."""


@dataclass(frozen=True)
class Judgement:
    """What a guess turned out to be."""

    direction: str
    """What raising the weight really does, one of `DIRECTIONS`."""
    direction_is_right: bool | None
    """None where no direction was guessed."""
    value: Verdict | None
    """None where no value was guessed."""
    mistakes: tuple[Mistake, ...]
    """The mistakes that give the value typed, rounded as it was."""
    sentence: str


def read(field: Field) -> Guess:
    """Return the guess in a field of a message.

    Raises:
        Refusal: it is no guess, or not a number that one could type.
    """
    field.shape((), ("direction", "value"))
    direction, value = field["direction"], field["value"]
    if direction.absent and value.absent:
        raise field.refusal("must have a direction, a value or both")
    return Guess(
        None if direction.absent else direction.choice(DIRECTIONS),
        None if value.absent else _typed(value),
    )


def _typed(field: Field) -> str:
    text = field.value
    if type(text) is not str or len(text) > LONGEST:
        raise field.refusal("must be a short text with a number in it")
    plain = text.strip().replace("−", "-").replace(",", ".")
    if not NUMBER.fullmatch(plain):
        raise field.refusal("must be a number, such as −0.0061")
    return plain


def judge(
    guess: Guess,
    net: Network,
    forward: ForwardPass,
    backward: BackwardPass,
    explanation: Explanation,
    learning_rate: float,
) -> Judgement:
    """Compare a guess with the gradient, and with every mistake known here.

    Args:
        guess: what the reader said.
        net: the network.
        forward: its pass with one example.
        backward: of that example.
        explanation: of the weight that was asked about.
        learning_rate: η of the update that may have been mixed up with the gradient.
    """
    gradient, above = explanation.gradient, explanation.slope_above
    direction = "raises" if above > 0 else "lowers" if above < 0 else "keeps"
    told = []
    if guess.direction is not None:
        told.append(_about_direction(guess.direction, direction, explanation))
    verdict: Verdict | None = None
    mistakes: tuple[Mistake, ...] = ()
    if guess.value is not None:
        verdict = _verdict(guess.value, gradient)
        if verdict == "wrong":
            known = common_mistakes(net, forward, backward, explanation, learning_rate)
            mistakes = recognised(guess.value, known)
        told.append(_about_value(guess.value, verdict, mistakes, explanation))
        told += _disagreement(guess) if above == gradient else []
    return Judgement(
        direction=direction,
        direction_is_right=None if guess.direction is None else guess.direction == direction,
        value=verdict,
        mistakes=mistakes,
        sentence=" ".join(told),
    )


def significant_digits(text: str) -> int:
    """Return how many digits of a typed number count: 2 for "-0.0061", 3 for "1.50", 1 for "0"."""
    digits = re.sub(r"[^0-9]", "", text.lower().split("e")[0])
    return max(1, len(digits.lstrip("0")))


def rounds_to(text: str, value: float) -> bool:
    """Whether `value`, rounded to as many significant digits as were typed, is what was typed."""
    digits, power = scientific(abs(value), significant_digits(text))
    return copysign(float(f"{digits}e{power}"), value) == float(text)


def comes_near(text: str, value: float) -> bool:
    """Whether what was typed misses `value` by no more than rounding on the way may do."""
    return abs(float(text) - value) <= NEAR * abs(value)


def _verdict(text: str, gradient: float) -> Verdict:
    if rounds_to(text, gradient):
        return "right"
    return "near" if comes_near(text, gradient) else "wrong"


def recognised(text: str, known: list[Mistake]) -> tuple[Mistake, ...]:
    """Return the mistakes that give the number typed, or else those that give its opposite.

    A single digit fits too many numbers to be recognised by, unless it is the whole of one.
    """
    turned = [
        Mistake(name, -value, f"{sentence} The sign is turned round as well.")
        for name, value, sentence in map(astuple, known)
    ]
    ways = (rounds_to, comes_near) if significant_digits(text) > 1 else (_is_exactly,)
    for candidates, fits in product((known, turned), ways):
        found = [mistake for mistake in candidates if fits(text, mistake.value)]
        if found:
            return tuple(found[:MISTAKES_TOLD])
    return ()


def _is_exactly(text: str, value: float) -> bool:
    return isclose(float(text), value, rel_tol=1e-12)


def _about_direction(guessed: str, direction: str, explanation: Explanation) -> str:
    what = "bias" if explanation.weight.source is None else "weight"
    does = "does nothing to the loss" if direction == "keeps" else f"{direction} the loss"
    truth = f"aising this {what} a little {does}"
    if guessed == direction:
        return f"Right: r{truth}."
    return f"R{truth}: {_reason(explanation)}."


def _reason(explanation: Explanation) -> str:
    """Why the gradient has its sign: by the signs of its factors, at a kink by its other side."""
    if explanation.slope_above != explanation.gradient:
        above = number_text(explanation.slope_above)
        return f"the loss has a kink here, and its slope above is {above}"
    none = [factor for factor in explanation.factors if factor.value == 0]
    if none:
        return f"one of its gradient's factors is 0, {none[0].meaning}"
    negative = [factor for factor in explanation.factors if factor.value < 0]
    if not negative:
        return "every factor of its gradient is positive"
    if len(negative) == 1:
        factor = negative[0]
        exactly = "its one factor is negative"
        if len(explanation.factors) > 1:
            exactly = f"of its {len(explanation.factors)} factors exactly one is negative"
        return f"{exactly}, {factor.meaning} ({number_text(factor.value)})"
    parity = "even" if len(negative) % 2 == 0 else "odd"
    return (
        f"of its {len(explanation.factors)} factors {len(negative)} are negative, "
        f"an {parity} number"
    )


def _about_value(
    text: str, verdict: Verdict, mistakes: tuple[Mistake, ...], explanation: Explanation
) -> str:
    digits = significant_digits(text)
    if verdict == "right":
        precision = "its one digit" if digits == 1 else f"all {digits} digits"
        return f"The value is right to {precision}."
    if verdict == "near":
        return "The value is as good as right: rounding on the way explains the difference."
    if mistakes:
        return " Or: ".join(mistake.sentence for mistake in mistakes)
    if digits == 1:
        return "Not quite. With two digits or more, a usual slip is recognised."
    first = explanation.factors[0]
    return (
        "Not quite, and it matches none of the usual slips. Start from "
        f"{number_text(first.value)}, {first.meaning}, and multiply along the path."
    )


def _disagreement(guess: Guess) -> list[str]:
    value = float(guess.value or "nan")
    says = "raises" if value > 0 else "lowers" if value < 0 else "keeps"
    if guess.direction is None or says == guess.direction:
        return []
    return ["Your two answers disagree: the gradient is positive where raising a weight raises E."]
