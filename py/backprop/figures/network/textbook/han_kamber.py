"""The example of the textbook on data mining by Han and Kamber."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .example import Part, Printed, Slip, TextbookExample, a, after, b, negative, w, z, δ

if TYPE_CHECKING:
    from .example import Run


def _error_of_rounded(run: Run) -> float:
    """The error signal of the output unit from its rounded output, in the book's sign."""
    output = round(run.forward.outputs.item(), 3)
    return output * (1 - output) * (run.targets[0] - output)


HAN_KAMBER = TextbookExample(
    preset={
        "title": "Han and Kamber, 3-2-1",
        "network": {
            "layer_sizes": [3, 2, 1],
            "activations": ["sigmoid", "sigmoid"],
            "loss": "half_squared_error",
            "use_biases": True,
            "parameters": [
                *(0.2, -0.3, 0.4, 0.1, -0.5, 0.2, -0.4, 0.2),
                *(-0.3, -0.2, 0.1),
            ],
        },
        "inputs": [1.0, 0.0, 1.0],
        "targets": [1.0],
        "learning_rate": 0.9,
    },
    source="Jiawei Han, Micheline Kamber and Jian Pei, “Data Mining: Concepts and Techniques”, "
    "3rd edition, section 9.2",
    note="Its error Err has the other sign: target minus output. Units 4 and 5 are hidden, unit 6 "
    "is the output, and θ is a bias that is added. Some copies print the output of unit 5 as "
    "1/(1 + e^0.1), which would be 0.475; the 0.525 beside it is right.",
    parts=(
        Part(
            "Forward pass",
            (
                Printed("I₄", "-0.7", z(0, 0)),
                Printed("O₄", "0.332", a(1, 0)),
                Printed("I₅", "0.1", z(0, 1)),
                Printed("O₅", "0.525", a(1, 1)),
                Printed("I₆", "-0.105", z(1, 0)),
                Printed("O₆", "0.474", a(2, 0)),
            ),
        ),
        Part(
            "Backward pass",
            (
                Printed(
                    "Err₆",
                    "0.1311",
                    negative(δ(1, 0)),
                    Slip("Comes out of the rounded output, 0.474.", _error_of_rounded),
                ),
                Printed("Err₅", "-0.0065", negative(δ(0, 1))),
                Printed("Err₄", "-0.0087", negative(δ(0, 0))),
            ),
        ),
        Part(
            "After one update",
            (
                Printed("w₄₆", "-0.261", after(1, w(1, 0, 0))),
                Printed("w₅₆", "-0.138", after(1, w(1, 1, 0))),
                Printed("w₁₄", "0.192", after(1, w(0, 0, 0))),
                Printed("w₁₅", "-0.306", after(1, w(0, 0, 1))),
                Printed("w₂₄", "0.4", after(1, w(0, 1, 0))),
                Printed("w₂₅", "0.1", after(1, w(0, 1, 1))),
                Printed("w₃₄", "-0.508", after(1, w(0, 2, 0))),
                Printed("w₃₅", "0.194", after(1, w(0, 2, 1))),
                Printed("θ₆", "0.218", after(1, b(1, 0))),
                Printed("θ₅", "0.194", after(1, b(0, 1))),
                Printed("θ₄", "-0.408", after(1, b(0, 0))),
            ),
            updates=1,
        ),
    ),
)
