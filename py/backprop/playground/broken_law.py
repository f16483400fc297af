"""Why a run left the numbers: the bound that its steps went beyond, with the numbers in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from backprop.core.number_text import number_text
from backprop.core.overflow import first_overflow

if TYPE_CHECKING:
    from backprop.core.network import Network
    from backprop.core.rules import Array

    from .fixed_order_epochs import StepRule

LARGEST = 2.0
"""A step along a curvature κ multiplies an error by 1 − ηκ, which grows when ηκ is beyond this.

With momentum α errors grow when ηκ is beyond 1 + α times this (Polyak, 1964)."""


def weight_decay_law(rule: StepRule) -> str | None:
    """A sentence if L2, which multiplies every weight by 1 − ηλ in a step, makes weights grow."""
    η, λ = rule.learning_rate, rule.regularisation_rate
    if rule.regularisation != "L2" or η * λ <= LARGEST:
        return None
    return (
        f"ηλ = {number_text(η, 4)} · {number_text(λ, 4)} = {number_text(η * λ, 4)} is more than 2: "
        f"L2 multiplies every weight by 1 − ηλ = {number_text(1 - η * λ, 4)} in each step, so "
        "weights grow without end."
    )


def output_curvature(net: Network, x: Array, frozen: tuple[int, ...] = ()) -> float:
    """κ, the largest curvature of the loss of a batch along the parameters of a linear output.

    With the other layers as they are, the loss ½ mean (ŷ − t)² is a parabola in these parameters,
    and its second derivatives are mean a aᵀ, where a are the activations below the output and a 1
    for the bias. κ is the largest eigenvalue.

    Args:
        net: a network with a linear output.
        x: `(batch, n_inputs)`.
        frozen: indices of parameters that do not move.
    """
    below = net.forward(x).activations[-2]
    a = np.column_stack([below, np.ones(len(below))])
    first = net.parameters.size - a.shape[1]  # one output: its weights and its bias are the last
    a = np.delete(a, [index - first for index in frozen if index >= first], axis=1)
    if not a.size or not np.isfinite(a).all():
        return np.inf if a.size else 0.0
    return float(np.linalg.norm(a, 2) ** 2 / len(a))


def step_size_law(rule: StepRule, curvature: float, step: int) -> str | None:
    """A sentence if a step is too long for the curvature at a linear output.

    Args:
        rule: with learning rate and momentum; Adam's steps do not grow with the gradient.
        curvature: κ, see `output_curvature`.
        step: its number, counted from 1.
    """
    η, α = rule.learning_rate, rule.momentum
    largest = LARGEST * (1 + α)
    if rule.optimiser != "descent" or not largest < η * curvature < np.inf:
        return None
    bound = f"2(1 + α) = {number_text(largest, 4)}" if α else "2"
    grows = (
        "steps go back and forth, each farther than the one before"
        if α
        else f"this step multiplies an error by 1 − ηκ = {number_text(1 - η * curvature, 3)} and "
        "makes it larger"
    )
    return (
        f"In step {number_text(step)} the curvature κ of the loss along the output's weights is "
        f"{number_text(curvature, 3)}. ηκ = {number_text(η * curvature, 3)} is more than {bound}, "
        f"so {grows}."
    )


def overflow_of(net: Network, x: Array, t: Array, step: int) -> str:
    """A sentence on what a float64 could not hold in a step, counted from 1."""
    with np.errstate(all="ignore"):
        found = first_overflow(net, x, t) or "a parameter became too large for a float64"
    return f"In step {number_text(step)} {found}."
