"""A worked example as its source prints it: each number as a text, with the rule that gives it.

    Printed("out h₁", "0.593269992", a(1, 0))
    Printed("w₅", "0.35891648", after(1, w(1, 0, 0)))

A printed number that is not the exact one has a `Slip`: the rule by which exactly the printed
number comes out, so that the reason given is itself a calculation.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from backprop.core.datasets import Dataset
from backprop.core.gradient_descent import descend, without
from backprop.core.loss_terms import loss_terms
from backprop.message.presets import build
from backprop.training.compiled_epoch import CompiledEpochs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from backprop.core.network import BackwardPass, ForwardPass, Network
    from backprop.core.rules import Array
    from backprop.message.presets import Preset


class Run:
    """An example's network with its pass, and the networks after further updates on the example.

    Args:
        preset: the example.
        parameters: (P,) in place of the preset's own.
    """

    def __init__(self, preset: Preset, parameters: Array | None = None) -> None:
        self.preset = preset
        self.net: Network = build(preset["network"])
        if parameters is not None:
            self.net.parameters = parameters
        self.inputs, self.targets = preset["inputs"], preset["targets"]
        self.learning_rate = preset["learning_rate"]
        self.frozen = preset.get("frozen", [])
        self._after: dict[tuple[int, bool], Run] = {}

    @cached_property
    def forward(self) -> ForwardPass:
        """The forward pass of the example."""
        return self.net.forward(self.inputs)

    @cached_property
    def backward(self) -> BackwardPass:
        """The backward pass of the example."""
        return self.net.backward(self.forward, self.targets)

    @cached_property
    def unfrozen(self) -> Run:
        """The same run with nothing frozen."""
        return Run({**self.preset, "frozen": []}, self.net.parameters)

    def after(self, updates: int, *, output_first: bool = False) -> Run:
        """Return the run after some updates.

        Args:
            updates: from 1 up.
            output_first: makes the mistake of updating the output layer before the error goes back
                through it, in every update.
        """
        key = (updates, output_first)
        if key not in self._after:
            parameters = (
                self._updated_output_first(updates) if output_first else self._updated(updates)
            )
            self._after[key] = Run(self.preset, parameters)
        return self._after[key]

    def _updated(self, updates: int) -> Array:
        example = Dataset("one example", np.array([self.inputs]), np.array([self.targets]))
        η = self.learning_rate
        steps = CompiledEpochs(self.net, example, η, 0.0, None, 0, frozen=self.frozen)
        steps.train(0, np.empty(updates))
        return steps.parameters

    def _updated_output_first(self, updates: int) -> Array:
        net, η = Run(self.preset, self.net.parameters).net, self.learning_rate
        for _ in range(updates):
            before = net.parameters.copy()
            forward = net.forward(self.inputs)
            first = net.backward(forward, self.targets).weight_gradients[-1]
            net.weights[-1][:] = descend(net.weights[-1], first, η)
            # The gradient of the output layer itself depends on activations alone, and stays.
            wrong = net.backward(forward, self.targets).gradient
            net.parameters = descend(before, without(wrong, self.frozen), η)
        return net.parameters


Quantity: TypeAlias = "Callable[[Run], float]"
"""A number of an example, found in its run."""


@dataclass(frozen=True)
class Slip:
    """How a printed number comes out that is not the exact one.

    Attributes:
        sentence: what was done, for readers.
        quantity: what comes out by doing it.
        gives: what that is, written with the digits of the print, where the print has yet another
            misprint in it; None where the printed number itself comes out.
    """

    sentence: str
    quantity: Quantity
    gives: str | None = None


@dataclass(frozen=True)
class Printed:
    """One number of an example.

    Attributes:
        name: what the source calls it.
        text: as the source prints it; None where it leaves the number to its readers.
        quantity: the rule that it should come from.
        slip: where the printed number comes from, if it is not the exact one.
    """

    name: str
    text: str | None
    quantity: Quantity
    slip: Slip | None = None


@dataclass(frozen=True)
class Part:
    """Numbers that belong together.

    Attributes:
        title: what they have in common.
        numbers: in the order of the source.
        updates: how many updates of the example they are after; 0 where an update shows none of it.
    """

    title: str
    numbers: Sequence[Printed]
    updates: int = 0


@dataclass(frozen=True)
class TextbookExample:
    """An example of a book, a course or a post.

    Attributes:
        preset: its network and example.
        source: author, title, year and place.
        note: how its letters and rules differ from those of this page.
        parts: what it prints.
    """

    preset: Preset
    source: str
    note: str
    parts: Sequence[Part]


def z(layer: int, unit: int) -> Quantity:
    """A pre-activation; layers count from 0 for the first that has any."""
    return lambda run: run.forward.pre_activations[layer].item(0, unit)


def a(layer: int, unit: int) -> Quantity:
    """An activation; layer 0 are the inputs."""
    return lambda run: run.forward.activations[layer].item(0, unit)


def slope(layer: int, unit: int) -> Quantity:
    """The slope a (1 − a) of a sigmoid unit."""
    at = a(layer, unit)
    return lambda run: at(run) * (1 - at(run))


def δ(layer: int, unit: int) -> Quantity:
    """An error signal ∂E/∂z; layers count from 0 for the first that has any."""
    return lambda run: run.backward.error_signals[layer].item(0, unit)


def w(layer: int, source: int, target: int) -> Quantity:
    """A weight."""
    return lambda run: run.net.weights[layer].item(source, target)


def b(layer: int, target: int) -> Quantity:
    """A bias."""
    return lambda run: run.net.biases[layer].item(target)


def gradient(layer: int, source: int | None, target: int) -> Quantity:
    """The gradient of a weight, or of a bias where there is no source."""
    if source is None:
        return lambda run: run.backward.bias_gradients[layer].item(target)
    return lambda run: run.backward.weight_gradients[layer].item(source, target)


def shared_bias_gradient(layer: int) -> Quantity:
    """The gradient of a bias that is one number for its layer: the sum of those of its units."""
    return lambda run: float(run.backward.bias_gradients[layer].sum())


def activation_gradient(layer: int, unit: int) -> Quantity:
    """∂E/∂a of a hidden unit; layer 0 is the first hidden one."""
    return lambda run: run.backward.activation_gradients[layer].item(0, unit)


def input_gradient(unit: int) -> Quantity:
    """∂E/∂x of an input."""
    return lambda run: run.backward.input_gradients.item(0, unit)


def output_gradient(unit: int) -> Quantity:
    """∂E/∂ŷ of an output under half the squared error: ŷ − t."""
    return lambda run: run.forward.outputs.item(0, unit) - run.targets[unit]


def output_loss(unit: int) -> Quantity:
    """What one output adds to the loss."""
    return lambda run: loss_terms(run.net, run.forward, run.targets).item(0, unit)


def loss(run: Run) -> float:
    """The loss, a quantity itself."""
    return run.backward.loss


def negative(quantity: Quantity) -> Quantity:
    """The same with its sign turned, for sources that count the error as target minus output."""
    return lambda run: -quantity(run)


def after(updates: int, quantity: Quantity) -> Quantity:
    """The same after some updates."""
    return lambda run: quantity(run.after(updates))


def biases_too(quantity: Quantity) -> Quantity:
    """The same where updates freeze nothing."""
    return lambda run: quantity(run.unfrozen)


def output_first(updates: int, quantity: Quantity) -> Quantity:
    """The same after updates that make the mistake of `Run.after`."""
    return lambda run: quantity(run.after(updates, output_first=True))
