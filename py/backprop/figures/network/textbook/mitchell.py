"""Mitchell's exercise 4.7: two examples one after the other, with momentum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backprop.core.gradient_descent import descend, momentum_change
from backprop.message.presets import build

from .example import Part, Printed, TextbookExample, a, after, b, negative, w, δ

if TYPE_CHECKING:
    from backprop.core.network import Network

    from .example import Quantity, Run

_MOMENTUM = 0.9
_SECOND = ([0.0, 1.0], [0.0])


def _after_second(run: Run) -> Network:
    """The network after its update on the first example, and one on the second with momentum."""
    net = build(run.preset["network"])
    change = descend(0 * net.parameters, run.backward.gradient, run.learning_rate)
    net.parameters = net.parameters + change
    slope = net.backward(net.forward(_SECOND[0]), _SECOND[1]).gradient
    net.parameters = net.parameters + momentum_change(change, slope, run.learning_rate, _MOMENTUM)
    return net


def _parameter_after_second(index: int) -> Quantity:
    return lambda run: _after_second(run).parameters.item(index)


def _second_error_signal(layer: int) -> Quantity:
    def value(run: Run) -> float:
        net = run.after(1).net
        signals = net.backward(net.forward(_SECOND[0]), _SECOND[1]).error_signals
        return -signals[layer].item()

    return value


MITCHELL = TextbookExample(
    preset={
        "title": "Mitchell, exercise 4.7, 2-1-1",
        "network": {
            "layer_sizes": [2, 1, 1],
            "activations": ["sigmoid", "sigmoid"],
            "loss": "half_squared_error",
            "use_biases": True,
            "parameters": [0.1, 0.1, 0.1, 0.1, 0.1],
        },
        "inputs": [1.0, 0.0],
        "targets": [1.0],
        "learning_rate": 0.3,
    },
    source="Tom Mitchell, “Machine Learning”, 1997, exercise 4.7",
    note="The inputs are a and b, c is the hidden unit, d the output, and w_c0 is the bias of c. "
    "The error signals have the book’s sign, target minus output. The second example comes with "
    "momentum 0.9.",
    parts=(
        Part(
            "First example, (1, 0) → 1",
            (
                Printed("o_c", None, a(1, 0)),
                Printed("o_d", None, a(2, 0)),
                Printed("δ_d", None, negative(δ(1, 0))),
                Printed("δ_c", None, negative(δ(0, 0))),
            ),
        ),
        Part(
            "After its update",
            (
                Printed("w_ca", None, after(1, w(0, 0, 0))),
                Printed("w_cb", None, after(1, w(0, 1, 0))),
                Printed("w_c0", None, after(1, b(0, 0))),
                Printed("w_dc", None, after(1, w(1, 0, 0))),
                Printed("w_d0", None, after(1, b(1, 0))),
            ),
            updates=1,
        ),
        Part(
            "Second example, (0, 1) → 0, with these weights",
            (
                Printed("δ_d", None, _second_error_signal(1)),
                Printed("δ_c", None, _second_error_signal(0)),
            ),
        ),
        Part(
            "After its update, with momentum",
            (
                Printed("w_ca", None, _parameter_after_second(0)),
                Printed("w_cb", None, _parameter_after_second(1)),
                Printed("w_c0", None, _parameter_after_second(2)),
                Printed("w_dc", None, _parameter_after_second(3)),
                Printed("w_d0", None, _parameter_after_second(4)),
            ),
        ),
    ),
)
