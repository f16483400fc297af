"""The example of Christopher MacLeod's book, which many courses have taken over."""

from __future__ import annotations

from math import exp, floor
from typing import TYPE_CHECKING

from .example import (
    Part,
    Printed,
    Slip,
    TextbookExample,
    a,
    after,
    negative,
    output_gradient,
    w,
    z,
    δ,
)

if TYPE_CHECKING:
    from .example import Quantity, Run

_ROUNDED = "Comes out if the numbers before it are rounded as the book prints them."
_NEW_WEIGHTS = (
    "The error goes back through the output weights after their update, where those of the "
    "forward pass belong."
)
_DIGIT_LOST = f"{_NEW_WEIGHTS} That gives −0.0079116, of which the print has lost a digit."
_FROM_NEW_WEIGHTS = "Comes out by the error signal above, which took the output weights too late."


def _as_in_the_book(run: Run) -> dict[str, float]:
    """Every number of the example, by the book's names, each rounded where the book rounds it."""
    (x1, x2), (t,) = run.inputs, run.targets
    (w13, w14), (w23, w24) = run.net.weights[0].tolist()
    (w35,), (w45,) = run.net.weights[1].tolist()
    top, bottom = round(_squashed(w13 * x1 + w23 * x2), 2), round(_squashed(w14 * x1 + w24 * x2), 4)
    net = w35 * top + w45 * bottom
    out = round(_squashed(net), 2)
    error = round((t - out) * (1 - out) * out, 4)
    new_35, new_45 = w35 + error * top, w45 + error * bottom
    error_top = error * new_35 * (1 - top) * top
    error_bottom = error * new_45 * (1 - bottom) * bottom
    lost = -7.916e-3  # as it is printed, from where the book goes on
    new_13, new_23 = w13 + round(error_top, 6) * x1, w23 + round(error_top, 6) * x2
    new_14, new_24 = w14 + lost * x1, w24 + lost * x2
    return {
        "net": net,
        "δ": error,
        "new w35": new_35,
        "new w45": new_45,
        "δ top": error_top,
        "δ bottom": error_bottom,
        "new w13": new_13,
        "new w23": new_23,
        "new w14": new_14,
        "new w24": floor(new_24 * 1e4) / 1e4,
    }


def _squashed(net: float) -> float:
    return 1 / (1 + exp(-net))


def _book(name: str) -> Quantity:
    return lambda run: _as_in_the_book(run)[name]


MACLEOD = TextbookExample(
    preset={
        "title": "MacLeod, chapter 3, 2-2-1",
        "network": {
            "layer_sizes": [2, 2, 1],
            "activations": ["sigmoid", "sigmoid"],
            "loss": "half_squared_error",
            "use_biases": False,
            "parameters": [0.1, 0.4, 0.8, 0.6, 0.3, 0.9],
        },
        "inputs": [0.35, 0.9],
        "targets": [0.5],
        "learning_rate": 1.0,
    },
    source="Christopher MacLeod, “An Introduction to Practical Neural Networks and Genetic "
    "Algorithms”, chapter 3",
    note="Its error signals have the other sign: target minus output. Units 3 and 4 are hidden, "
    "unit 5 is the output; w₁₃ leads from input 1 to unit 3.",
    parts=(
        Part(
            "Forward pass",
            (
                Printed("input to unit 3", "0.755", z(0, 0)),
                Printed("output of unit 3", "0.68", a(1, 0)),
                Printed("input to unit 4", "0.68", z(0, 1)),
                Printed("output of unit 4", "0.6637", a(1, 1)),
                Printed("input to unit 5", "0.80133", z(1, 0), Slip(_ROUNDED, _book("net"))),
                Printed("output of unit 5", "0.69", a(2, 0)),
                Printed("error, target − output", "-0.19", negative(output_gradient(0))),
            ),
        ),
        Part(
            "Backward pass",
            (
                Printed("δ₅", "-0.0406", negative(δ(1, 0)), Slip(_ROUNDED, _book("δ"))),
                Printed("δ₃", "-2.406e-3", negative(δ(0, 0)), Slip(_NEW_WEIGHTS, _book("δ top"))),
                Printed(
                    "δ₄",
                    "-7.916e-3",
                    negative(δ(0, 1)),
                    Slip(_DIGIT_LOST, _book("δ bottom"), gives="-7.9116e-3"),
                ),
            ),
        ),
        Part(
            "After one update",
            (
                Printed("w₃₅", "0.272392", after(1, w(1, 0, 0)), Slip(_ROUNDED, _book("new w35"))),
                Printed("w₄₅", "0.87305", after(1, w(1, 1, 0)), Slip(_ROUNDED, _book("new w45"))),
                Printed(
                    "w₁₃",
                    "0.09916",
                    after(1, w(0, 0, 0)),
                    Slip(_FROM_NEW_WEIGHTS, _book("new w13")),
                ),
                Printed(
                    "w₂₃", "0.7978", after(1, w(0, 1, 0)), Slip(_FROM_NEW_WEIGHTS, _book("new w23"))
                ),
                Printed(
                    "w₁₄", "0.3972", after(1, w(0, 0, 1)), Slip(_FROM_NEW_WEIGHTS, _book("new w14"))
                ),
                Printed(
                    "w₂₄",
                    "0.5928",
                    after(1, w(0, 1, 1)),
                    Slip(f"{_FROM_NEW_WEIGHTS} It is cut off, not rounded.", _book("new w24")),
                ),
            ),
            updates=1,
        ),
    ),
)
