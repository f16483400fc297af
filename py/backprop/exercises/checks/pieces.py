"""Checks of one piece of a backward pass, or of what is done with its gradient."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from functools import cache
from typing import Any

import numpy as np

from backprop.core.number_text import number_text
from backprop.core.rules import Array, cross_entropy, sigmoid, softmax, tanh
from backprop.exercises.derivative import derivative

from .check import Check, Part, Trial
from .networks import EXAMPLE, drawn_network

DRAWN = 4
"""Trials of a piece."""


def _half_squared(ŷ: Any, t: Array) -> Any:  # noqa: ANN401 - real or complex
    return (0.5 * (ŷ - t) ** 2).sum()


def _random(shape: tuple[int, ...], seed: int) -> Array:
    values: Array = np.random.default_rng(seed).uniform(-1, 1, shape)
    return values


class OutputErrorSignal(Check):
    """`error_signal(output, target)`: δ = ∂E/∂z of a sigmoid output with a half squared error."""

    function = "error_signal"
    returns = "one row of error signals for each example"

    @cache  # noqa: B019 - checks live as long as the program
    def trials(self) -> tuple[Trial, ...]:
        """The output of the drawn network, then random rows."""
        inputs, targets = EXAMPLE
        drawn = drawn_network().forward(inputs).pre_activations[-1]
        cases = [(drawn, targets)]
        cases += [(_random((1, n), n), sigmoid(_random((1, n), 9 * n))) for n in range(1, DRAWN)]
        return tuple(
            Trial(
                f"{z.size} output{'s' if z.size > 1 else ''}",
                (sigmoid(z), t),
                (
                    Part(
                        "the error signal δ of the output",
                        derivative(lambda v, t=t: _half_squared(sigmoid(v), t), z),  # type: ignore[misc]
                        "errors:2",
                    ),
                ),
            )
            for z, t in cases
        )


class WeightGradient(Check):
    """`weight_gradient(activations, error_signals)` of one example, each of them a row."""

    function = "weight_gradient"
    returns = "a table with a row for each sending unit and a column for each receiving one"

    @cache  # noqa: B019 - checks live as long as the program
    def trials(self) -> tuple[Trial, ...]:
        """The last layer of the drawn network, then random ones."""
        inputs, targets = EXAMPLE
        net = drawn_network()
        z, t = net.weights[-1], targets
        cases = [(net.forward(inputs).activations[1], z, net.biases[-1], t)]
        for seed, (n, m) in enumerate(((2, 3), (3, 3), (1, 2)), 1):
            target = sigmoid(_random((1, m), seed + 20))
            cases.append((_random((1, n), seed), _random((n, m), seed + 10), np.zeros(m), target))
        return tuple(map(self._trial, cases))

    @staticmethod
    def _trial(case: tuple[Array, Array, Array, Array]) -> Trial:
        a, w, b, t = case
        δ = derivative(lambda z: _half_squared(sigmoid(z), t), a @ w + b)
        gradient = derivative(lambda v: _half_squared(sigmoid(a @ v + b), t), w)
        told = f"{len(w)} sending and {w.shape[1]} receiving units"
        part = Part("the gradient of the weights", gradient, "weights:1")
        return Trial(told, (a, δ), (part,))


class HiddenErrorSignal(Check):
    """`hidden_error_signal(error_signals, weights, hidden)`: δ of a layer from the next one's."""

    function = "hidden_error_signal"
    returns = "a row with an error signal for each hidden unit"

    @cache  # noqa: B019 - checks live as long as the program
    def trials(self) -> tuple[Trial, ...]:
        """The hidden layer of the drawn network, then random ones."""
        inputs, targets = EXAMPLE
        net = drawn_network()
        z = net.forward(inputs).pre_activations[0]
        cases = [(z, net.weights[-1], net.biases[-1], targets)]
        for seed, (n, m) in enumerate(((2, 3), (3, 3), (3, 1)), 1):
            target = sigmoid(_random((1, m), seed + 20))
            cases.append((_random((1, n), seed), _random((n, m), seed + 10), np.zeros(m), target))
        return tuple(map(self._trial, cases))

    @staticmethod
    def _trial(case: tuple[Array, Array, Array, Array]) -> Trial:
        z, w, b, t = case
        next_z = sigmoid(z) @ w + b
        δ = derivative(lambda v: _half_squared(sigmoid(v), t), next_z)
        expected = derivative(lambda v: _half_squared(sigmoid(sigmoid(v) @ w + b), t), z)
        told = f"{z.size} hidden units and {δ.size} after them"
        part = Part("the error signal δ of the hidden layer", expected, "errors:1")
        return Trial(told, (δ, w, sigmoid(z)), (part,))


class SoftmaxErrorSignal(Check):
    """`error_signal(pre_activations, target)`: δ of softmax with cross-entropy."""

    function = "error_signal"
    returns = "a row with an error signal for each output"
    drawn_sizes = ()

    @cache  # noqa: B019 - checks live as long as the program
    def trials(self) -> tuple[Trial, ...]:
        """Rows of 2 to 4 pre-activations, and one target of 1; the last are far from zero."""
        cases = [(_random((1, n), n), np.eye(n)[[n - 2]]) for n in (3, 2, 4)]
        cases.append((np.array([[1000.0, 1001.0, 999.0]]), np.eye(3)[[0]]))
        return tuple(
            Trial(
                f"the pre-activations {', '.join(map(number_text, z[0].round(3)))}",
                (z, t),
                (
                    Part(
                        "the error signal δ",
                        derivative(lambda v, t=t: cross_entropy(v, t), z),  # type: ignore[misc]
                    ),
                ),
            )
            for z, t in cases
        )


class MomentumSteps(Check):
    """`step(weights, velocity, gradient, learning_rate, momentum)`, three times in a row."""

    function = "step"
    returns = "the new weights and the new velocity"
    drawn_sizes = ()

    @cache  # noqa: B019 - checks live as long as the program
    def trials(self) -> tuple[Trial, ...]:
        """The velocity after step n is −η Σ mⁿ⁻ᵏ g_k, and the weights have moved by their sum."""
        trials = []
        for seed, (η, m) in enumerate(((0.5, 0.9), (0.1, 0.5), (1.0, 0.0))):
            start, gradients = _random((3,), seed), _random((3, 3), seed + 10)
            velocities = [
                -η * sum(m ** (n - k) * gradients[k] for k in range(n + 1)) for n in range(3)
            ]
            parts = (
                Part("the velocity after three steps", velocities[-1]),
                Part("the weights after three steps", start + sum(velocities)),
            )
            told = f"η = {number_text(η)} and a momentum of {number_text(m)}"
            trials.append(Trial(told, (start, gradients, η, m), parts))
        return tuple(trials)

    def ask(self, function: Callable[..., object], trial: Trial) -> list[object]:
        """Take three steps, each from where the last has led."""
        weights, gradients, η, m = deepcopy(trial.arguments)
        velocity: object = np.zeros(3)
        for gradient in gradients:  # type: ignore[attr-defined]
            returned = function(weights, velocity, gradient, η, m)
            if not isinstance(returned, (tuple, list)) or len(returned) != 2:
                return [None, None]
            weights, velocity = returned
        return [velocity, weights]


class ResidualErrorSignal(Check):
    """`residual_backward(gradient, weights, x, a)`: ∂E/∂x through y = x + a, a = tanh(x W)."""

    function = "residual_backward"
    returns = "a row with ∂E/∂x for each number of x"
    drawn_sizes = ()

    @cache  # noqa: B019 - checks live as long as the program
    def trials(self) -> tuple[Trial, ...]:
        """Layers of 1 to 3 units; the loss after them is ½ Σ (softmax(y) − t)², to be any loss."""
        trials = []
        for n in (2, 3, 1):
            x, w, t = _random((1, n), n), _random((n, n), n + 10), _random((1, n), n + 20)

            def after(y: Any, t: Array = t) -> Any:  # noqa: ANN401 - real or complex
                return _half_squared(softmax(y) + y, t)

            def whole(v: Any, w: Array = w, after: Callable[..., Any] = after) -> Any:  # noqa: ANN401
                return after(v + tanh(v @ w))

            a = tanh(x @ w)
            part = Part("∂E/∂x", derivative(whole, x))
            told = f"a layer of {n} unit{'s' if n > 1 else ''}"
            trials.append(Trial(told, (derivative(after, x + a), w, x, a), (part,)))
        return tuple(trials)
