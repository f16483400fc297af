"""Single neurons that courses work out: Nielsen's, that of CS231n and that of micrograd."""

from __future__ import annotations

from .example import Part, Printed, TextbookExample, a, after, b, gradient, input_gradient, w, z, δ

_EPOCHS = 300


def _nielsen(title: str, weight: float, bias: float, first: str, last: str) -> TextbookExample:
    """One sigmoid neuron that is to turn 1 into 0."""
    return TextbookExample(
        preset={
            "title": f"Nielsen: {title}",
            "network": {
                "layer_sizes": [1, 1],
                "activations": ["sigmoid"],
                "loss": "half_squared_error",
                "use_biases": True,
                "parameters": [weight, bias],
            },
            "inputs": [1.0],
            "targets": [0.0],
            "learning_rate": 0.15,
        },
        source="Michael Nielsen, “Neural Networks and Deep Learning”, chapter 3, 2015",
        note="The slow start is the cost’s doing: with binary cross-entropy in place of the "
        "squared error, the first gradient is the output itself.",
        parts=(
            Part(
                "At the start",
                (
                    Printed("output", first, a(1, 0)),
                    Printed("∂C/∂w", None, gradient(0, 0, 0)),
                ),
            ),
            Part(
                "After 300 epochs",
                (
                    Printed("output", last, after(_EPOCHS, a(1, 0))),
                    Printed("w", None, after(_EPOCHS, w(0, 0, 0))),
                    Printed("b", None, after(_EPOCHS, b(0, 0))),
                ),
                updates=_EPOCHS,
            ),
        ),
    )


NIELSEN_FAST = _nielsen("a quick start", 0.6, 0.9, "0.82", "0.09")
NIELSEN_SLOW = _nielsen("a slow start", 2.0, 2.0, "0.98", "0.20")

CS231N = TextbookExample(
    preset={
        "title": "CS231n: a sigmoid neuron",
        "network": {
            "layer_sizes": [2, 1],
            "activations": ["sigmoid"],
            "loss": "output",
            "use_biases": True,
            "parameters": [2.0, -3.0, -3.0],
        },
        "inputs": [-1.0, -2.0],
        "targets": [0.0],
        "learning_rate": 0.1,
    },
    source="CS231n, Stanford, notes on backpropagation",
    note="It has no loss: the gradients are those of the output itself. Its w₀ and w₁ belong to "
    "the inputs x₀ and x₁, and w₂ is the bias.",
    parts=(
        Part(
            "Forward pass",
            (Printed("sum", "1.00", z(0, 0)), Printed("output", "0.73", a(1, 0))),
        ),
        Part(
            "Backward pass",
            (
                Printed("gradient of the sum", "0.20", δ(0, 0)),
                Printed("gradient of w₀", "-0.20", gradient(0, 0, 0)),
                Printed("gradient of x₀", "0.39", input_gradient(0)),
                Printed("gradient of w₁", "-0.39", gradient(0, 1, 0)),
                Printed("gradient of x₁", "-0.59", input_gradient(1)),
                Printed("gradient of w₂", "0.20", gradient(0, None, 0)),
            ),
        ),
    ),
)

MICROGRAD = TextbookExample(
    preset={
        "title": "micrograd: a tanh neuron",
        "network": {
            "layer_sizes": [2, 1],
            "activations": ["tanh"],
            "loss": "output",
            "use_biases": True,
            "parameters": [-3.0, 1.0, 6.8813735870195432],
        },
        "inputs": [2.0, 0.0],
        "targets": [0.0],
        "learning_rate": 0.1,
    },
    source="Andrej Karpathy, “The spelled-out intro to neural networks and backpropagation: "
    "building micrograd”, 2022",
    note="It has no loss: the gradients are those of the output itself.",
    parts=(
        Part(
            "Forward pass",
            (Printed("n", "0.8814", z(0, 0)), Printed("o", "0.7071", a(1, 0))),
        ),
        Part(
            "Backward pass",
            (
                Printed("n.grad", "0.5000", δ(0, 0)),
                Printed("b.grad", "0.5000", gradient(0, None, 0)),
                Printed("x1.grad", "-1.5000", input_gradient(0)),
                Printed("w1.grad", "1.0000", gradient(0, 0, 0)),
                Printed("x2.grad", "0.5000", input_gradient(1)),
                Printed("w2.grad", "0.0000", gradient(0, 1, 0)),
            ),
        ),
    ),
)
