"""What depth does to a gradient: its size at every layer of a stack, measured.

On its way back through one layer the gradient meets three things or four: the slope f′, batch
normalisation, the weights, and the link past the layer. Each is measured as a ratio of sizes,
after over before, so that the four multiply to the factor of the layer, and the factors of all
layers to the whole way. A bound that speaks of one of them alone, such as 0.25ⁿ for the slope of
the sigmoid, says nothing of the product.

A size is a root mean square over units and examples.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from typing import NamedTuple

import numpy as np

from backprop.core.datasets import Dataset, gaussians
from backprop.core.deep_stack import DeepStack, LayerGradients, StackBackward, StackShape
from backprop.core.gradient_descent import descend
from backprop.core.rules import Array

EXAMPLES = gaussians(count=32, noise=0.1, seed=0)
"""Two clouds of points: easy, so that whatever does not learn them is held up by its depth."""

STEEPEST = {"sigmoid": 0.25, "tanh": 1.0, "relu": 1.0, "leaky_relu": 1.0}
"""The largest value of f′ anywhere."""

FAR = 100
"""Over so many layers a factor is told as well, to show what repetition makes of it."""


class LayerFactor(NamedTuple):
    """What one layer does to the gradient that passes it; each is size after over size before."""

    slope: float
    """By f′."""
    normalisation: float
    """By batch normalisation; 1 without."""
    weights: float
    """By the weights."""
    link: float
    """Size of the sum with what the residual link carried past the layer, over `own`; 1 without."""

    @property
    def own(self) -> float:
        """By the layer itself: what a residual link's share is added to."""
        return self.slope * self.normalisation * self.weights

    @property
    def factor(self) -> float:
        """All four together."""
        return self.own * self.link


@dataclass(frozen=True)
class LayerReading:
    """One layer of the stack, measured."""

    layer: int
    """From 1, the first after the input."""
    signal: float
    """Size of ∂E/∂a′, the gradient that arrives at the layer's activations."""
    weight_gradient: float
    """Size of ∂E/∂W."""
    factor: LayerFactor | None
    """None for the first layer, behind which are only the inputs, and where nothing arrives."""


@dataclass(frozen=True)
class Descent:
    """A few steps of gradient descent on all examples at once."""

    stack: DeepStack
    """With the parameters to which it came."""
    loss_before: float
    loss_after: float
    steps: int
    """Fewer than were asked for where one led beyond what a float64 holds."""
    moved: tuple[float, ...]
    """For each layer the size of the change of its weights."""


def size(values: Array) -> float:
    """Root mean square of all entries; of huge or tiny ones too, whose squares no float64 holds."""
    largest = float(np.abs(values).max())
    if largest == 0 or not isfinite(largest):
        return largest
    return largest * float(np.sqrt(np.mean((values / largest) ** 2)))


def layer_factor(gradients: LayerGradients) -> LayerFactor | None:
    """The four ratios of one layer; None where nothing arrives, or nothing is left on the way."""
    before, after_slope, after_normalisation, after_weights, after_link = (
        size(gradients.of_sent),
        size(gradients.of_argument),
        size(gradients.of_sum),
        size(gradients.through_weights),
        size(gradients.of_received),
    )
    if 0 in (before, after_slope, after_normalisation, after_weights):
        return None
    return LayerFactor(
        after_slope / before,
        after_normalisation / after_slope,
        after_weights / after_normalisation,
        after_link / after_weights,
    )


def measure(
    stack: DeepStack, examples: Dataset = EXAMPLES
) -> tuple[StackBackward, list[LayerReading]]:
    """One backward pass, and what it shows of every layer.

    Each example's row of a gradient carries its share of 1/batch; a signal is told for a loss
    that counts each example in full, so that its size does not depend on how many there are.
    """
    backward = stack.backward(examples.inputs, examples.targets)
    readings = [
        LayerReading(
            layer=index + 1,
            signal=len(examples) * size(gradients.of_sent),
            weight_gradient=size(views.weights),
            factor=layer_factor(gradients) if index > 0 else None,
        )
        for index, (gradients, views) in enumerate(
            zip(backward.layers, backward.views[:-1], strict=True)
        )
    ]
    return backward, readings


def mean_factor(readings: list[LayerReading]) -> LayerFactor | None:
    """The geometric mean over all layers but the first, of each part and so of the whole.

    Raised to the number of those layers, its `factor` is the size of the gradient at layer 1 as
    a share of that at the last. None where some layer lets nothing pass.
    """
    factors = [reading.factor for reading in readings[1:]]
    found = [factor for factor in factors if factor is not None]
    if len(found) < len(factors) or not found:
        return None
    means = np.exp(np.log(np.array(found)).mean(axis=0))
    return LayerFactor(*means.tolist())


def descend_a_little(
    shape: StackShape, learning_rate: float, steps: int, examples: Dataset = EXAMPLES
) -> Descent:
    """Train a new stack: `steps` times −η ∂E/∂w for every parameter.

    It ends at once, with the last finite parameters, where a loss or gradient is not finite.
    """
    stack = DeepStack(shape)
    start = stack.parameters.copy()
    backward = stack.backward(examples.inputs, examples.targets)
    first, done = backward.loss, 0
    while done < steps:
        held = stack.parameters.copy()
        stack.parameters[:] = descend(held, backward.gradient, learning_rate)
        backward = stack.backward(examples.inputs, examples.targets)
        if not (isfinite(backward.loss) and np.isfinite(backward.gradient).all()):
            stack.parameters[:] = held
            break
        done += 1
    last = stack.loss_at(stack.parameters, examples.inputs, examples.targets).real
    changes = stack.split(stack.parameters - start)[:-1]
    moved = tuple(size(change.weights) for change in changes)
    return Descent(stack, first, last, done, moved)


def powers(factor: float, layers: int) -> float | None:
    """`factor` to the power `layers`; None beyond what a float64 holds."""
    try:
        return factor**layers
    except OverflowError:
        return None
