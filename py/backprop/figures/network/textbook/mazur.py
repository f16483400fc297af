"""Matt Mazur's example of 2015, which more readers have worked through than any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .example import (
    Part,
    Printed,
    Slip,
    TextbookExample,
    a,
    activation_gradient,
    after,
    biases_too,
    gradient,
    loss,
    output_first,
    output_gradient,
    output_loss,
    shared_bias_gradient,
    slope,
    w,
    z,
    δ,
)

if TYPE_CHECKING:
    from .example import Quantity, Run

_ROUNDS = 10_000

_OUTPUT_FIRST = (
    "Comes out if the output weights are updated first and the error then goes back through their "
    "new values, which the post itself warns of."
)


def _error_through(output: int) -> Quantity:
    """∂E_o/∂out h₁: the share of one output alone."""
    back, forth = δ(1, output), w(1, 0, output)
    return lambda run: back(run) * forth(run)


def _difference_of_rounded(run: Run) -> float:
    """∂E_o₂/∂out h₁ as what is left of the sum, both with nine decimals."""
    return round(activation_gradient(0, 0)(run), 9) - round(_error_through(0)(run), 9)


def _later(name: str, text: str, quantity: Quantity, gives: str | None = None) -> Printed:
    """A number after the 10,000 updates, each of which was made output first."""
    sentence = _OUTPUT_FIRST
    if gives is not None:
        sentence = (
            "The two outputs that are printed with it give 0.000035085: a digit 1 slipped in. "
            "They come out if the output weights are updated first."
        )
    slip = Slip(sentence, output_first(_ROUNDS, quantity), gives)
    return Printed(name, text, after(_ROUNDS, quantity), slip)


MAZUR = TextbookExample(
    preset={
        "title": "Mazur: step by step, 2-2-2",
        "network": {
            "layer_sizes": [2, 2, 2],
            "activations": ["sigmoid", "sigmoid"],
            "loss": "half_squared_error",
            "use_biases": True,
            "parameters": [
                *(0.15, 0.25, 0.20, 0.30, 0.35, 0.35),
                *(0.40, 0.50, 0.45, 0.55, 0.60, 0.60),
            ],
        },
        "inputs": [0.05, 0.10],
        "targets": [0.01, 0.99],
        "learning_rate": 0.5,
        "frozen": [4, 5, 10, 11],
    },
    source="Matt Mazur, “A Step by Step Backpropagation Example”, mattmazur.com, 2015",
    note="Its w₁ and w₂ lead into h₁, w₃ and w₄ into h₂, w₅ and w₆ into o₁, w₇ and w₈ into o₂. The "
    "post never updates a bias, so all four are frozen here.",
    parts=(
        Part(
            "Forward pass",
            (
                Printed("net h₁", "0.3775", z(0, 0)),
                Printed("out h₁", "0.593269992", a(1, 0)),
                Printed("out h₂", "0.596884378", a(1, 1)),
                Printed("net o₁", "1.105905967", z(1, 0)),
                Printed("out o₁", "0.75136507", a(2, 0)),
                Printed("out o₂", "0.772928465", a(2, 1)),
                Printed("E o₁", "0.274811083", output_loss(0)),
                Printed("E o₂", "0.023560026", output_loss(1)),
                Printed("E total", "0.298371109", loss),
            ),
        ),
        Part(
            "Backward pass",
            (
                Printed("∂E/∂out o₁", "0.74136507", output_gradient(0)),
                Printed("∂out o₁/∂net o₁", "0.186815602", slope(2, 0)),
                Printed("δ o₁", "0.138498562", δ(1, 0)),
                Printed("∂E/∂w₅", "0.082167041", gradient(1, 0, 0)),
                Printed("∂E o₁/∂out h₁", "0.055399425", _error_through(0)),
                Printed(
                    "∂E o₂/∂out h₁",
                    "-0.019049119",
                    _error_through(1),
                    Slip(
                        "Comes out as the difference of the two rounded numbers beside it.",
                        _difference_of_rounded,
                    ),
                ),
                Printed("∂E/∂out h₁", "0.036350306", activation_gradient(0, 0)),
                Printed("∂out h₁/∂net h₁", "0.241300709", slope(1, 0)),
                Printed("∂E/∂w₁", "0.000438568", gradient(0, 0, 0)),
            ),
        ),
        Part(
            "After one update",
            (
                Printed("w₁", "0.149780716", after(1, w(0, 0, 0))),
                Printed("w₂", "0.19956143", after(1, w(0, 1, 0))),
                Printed("w₃", "0.24975114", after(1, w(0, 0, 1))),
                Printed("w₄", "0.29950229", after(1, w(0, 1, 1))),
                Printed("w₅", "0.35891648", after(1, w(1, 0, 0))),
                Printed("w₆", "0.408666186", after(1, w(1, 1, 0))),
                Printed("w₇", "0.511301270", after(1, w(1, 0, 1))),
                Printed("w₈", "0.561370121", after(1, w(1, 1, 1))),
                Printed(
                    "E total",
                    "0.291027924",
                    after(1, loss),
                    Slip(_OUTPUT_FIRST, output_first(1, loss)),
                ),
            ),
            updates=1,
        ),
        Part(
            "After 10,000 updates",
            (
                _later("out o₁", "0.015912196", a(2, 0)),
                _later("out o₂", "0.984065734", a(2, 1)),
                _later("E total", "0.0000351085", loss, gives="0.000035085"),
            ),
            updates=_ROUNDS,
        ),
        Part(
            "With biases, which the post leaves as they are",
            (
                Printed("∂E/∂b₁, one number for its layer", None, shared_bias_gradient(0)),
                Printed("∂E/∂b₂, one number for its layer", None, shared_bias_gradient(1)),
                Printed("E after 1 update of each bias too", None, biases_too(after(1, loss))),
                Printed("E after 10,000 of them", None, biases_too(after(_ROUNDS, loss))),
            ),
        ),
    ),
)
