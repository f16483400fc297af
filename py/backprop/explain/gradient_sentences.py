"""What the gradient of a weight means, and how it agrees with a difference, in plain sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backprop.core.gradient_check import LEAST_DIFFERENCE
from backprop.core.number_text import number_text
from backprop.core.rules import LEAK

from .nudge import along, nudged
from .symbols import FUNCTION_NAMES

if TYPE_CHECKING:
    from collections.abc import Callable

    from backprop.core.parameter_layout import Address

    from .kink import Kink
    from .symbols import Terms


def gradient(terms: Terms, address: Address, kink: Kink | None = None) -> str:
    """Tell what a gradient means for its weight, at a kink for either side."""
    slope = terms.parameter(address)[1]
    name = f"the {terms.names.weight(*address)}"
    if kink is None or not kink.is_here:
        position = terms.net.layout.addresses().index(address)
        inputs, targets = terms.forward.activations[0], terms.target_values
        return _consequence(name, along(terms.net, inputs, targets, position), slope.value)
    rule = terms.net.activations[kink.layer]
    unit = terms.names.unit(kink.layer + 1, kink.unit)
    z = kink.pre_activation
    if z == 0:
        convention = "0" if rule == "relu" else number_text(LEAK)
        reason = f"the slope of {FUNCTION_NAMES[rule]} counts as {convention} there"
        sum_told = "is 0"
    else:
        reason = f"this machine takes it for {'above' if z > 0 else 'below'} zero"
        sum_told = f"is 0 but for rounding, which leaves {number_text(z)}"
    return (
        f"The loss has a kink here: the weighted sum of {unit} {sum_told}. "
        f"Where {name} grows, the loss {_change(kink.slope_above)}; "
        f"where it shrinks, the loss {_change(-kink.slope_below)}. "
        f"The gradient says {number_text(slope.value)}, because {reason}."
    )


def _change(slope: float) -> str:
    """What the loss does when a weight moves a little, `slope` being that of its way."""
    if slope == 0:
        return "stays as it is"
    return f"{'rises' if slope > 0 else 'falls'} with a slope of {number_text(abs(slope))}"


def difference_check(
    gradient: float,
    difference: float,
    step: float,
    digits: int,
    kink: Kink | None,
    *,
    lost_in_rounding: bool = False,
) -> str:
    """Tell how a gradient and a central difference agree.

    Args:
        gradient: by backpropagation.
        difference: (E(w + h) − E(w − h)) / 2h.
        step: h.
        digits: significant digits in which the two agree.
        kink: what lies between w − h and w + h.
        lost_in_rounding: no digit agrees because the loss has too few digits for this step.
    """
    way = f"The loss at this weight ± {number_text(step)}, from two more forward passes"
    if kink is not None:
        return (
            f"{way}: between them the loss has a kink, where its slope goes from "
            f"{number_text(kink.slope_below)} to {number_text(kink.slope_above)}, so the "
            "difference lies between the two and need not agree."
        )
    if max(abs(gradient), abs(difference)) < LEAST_DIFFERENCE:
        return f"{way}: both are 0, as far as a difference can tell."
    if lost_in_rounding:
        return (
            f"{way}: the two do not agree, for what this weight does to the loss is lost in the "
            "loss's rounding."
        )
    if digits == 0:
        return f"{way}: the two do not agree, for the loss bends too much for so coarse a step."
    return f"{way}: the two agree to {digits} digit{'' if digits == 1 else 's'}."


def batch_gradient(
    name: str, loss: Callable[[float], float], slope: float, examples: int, reduction: str
) -> str:
    """Tell what the gradient of several examples together means for a weight.

    Args:
        name: of the weight.
        loss: of all examples when the weight is raised by so much.
        slope: the gradient.
        examples: how many.
        reduction: `mean` or `sum`.
    """
    combined = "Averaged" if reduction == "mean" else "Summed"
    rest = _consequence(f"the {name}", loss, slope)
    return f"{combined} over {examples} examples: {rest[0].lower()}{rest[1:]}"


def _consequence(name: str, loss: Callable[[float], float], slope: float) -> str:
    if slope == 0:
        return (
            f"The gradient is exactly 0: the loss is level here, as far as {name} goes, "
            f"so gradient descent leaves it alone."
        )
    descent = "lowers" if slope > 0 else "raises"
    return f"{nudged(name, loss, slope)}; so gradient descent {descent} it."
