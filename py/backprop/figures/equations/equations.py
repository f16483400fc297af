"""The engine's answer about the general rule: seven equations for a chosen weight of a network."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from backprop.core.gradient_descent import momentum_change
from backprop.core.limits import Limit
from backprop.core.network import Network
from backprop.core.number_text import number_text
from backprop.core.parameter_layout import Address, ParameterLayout
from backprop.explain.symbols import Terms
from backprop.message.field import Field, Refusal
from backprop.message.network_fields import read_address
from backprop.message.plain_data import plain
from backprop.message.request_fields import (
    asked,
    choice,
    number,
    numbers,
    opening,
    read_request,
    whole,
)
from backprop.message.traced_pass import traced_pass

from .general_rule import GeneralRule
from .matrix_form import MatrixForm
from .momentum_steps import Momentum, momentum_descent

LAYER_SIZES = (2, 3, 1)
"""Small enough that its matrices can be written out, and none of them is square."""

HIDDEN_ACTIVATIONS = ("sigmoid", "tanh", "relu", "leaky_relu")
LAYOUT = ParameterLayout(LAYER_SIZES)


LIMITS = {"rule_steps": Limit(0, 200, True)}


@dataclass(frozen=True)
class EquationsRequest:
    """A network and an example, how it is trained and how far, and the weight that is chosen."""

    activation: str = choice(HIDDEN_ACTIVATIONS, opening="sigmoid")
    parameters: list[float] = numbers(
        LAYOUT.size,
        "weight",
        opening=[0.4, -0.3, 0.5, 0.2, 0.5, -0.6, 0.1, -0.2, 0.0, 0.6, -0.4, 0.8, 0.1],
    )
    inputs: list[float] = numbers(LAYER_SIZES[0], "input", opening=[0.5, 0.3])
    target: float = number("target", opening=1.0)
    learning_rate: float = number("learning_rate", opening=0.5)
    momentum: float = number("momentum", opening=0.9)
    steps: int = whole(LIMITS["rule_steps"], opening=0)
    weight: Address = asked(
        lambda given: read_address(given, LAYOUT), opening={"layer": 0, "source": 0, "target": 0}
    )


OPENINGS = {"equations": opening("equations", EquationsRequest)}


def read(message: Field) -> EquationsRequest:
    """An `equations` message."""
    return read_request(EquationsRequest, message)


def answer(request: EquationsRequest) -> dict[str, Any]:
    """All that a figure of the general rule shows; see `EquationsResult` in the contract.

    Raises:
        Refusal: a number on the way is not finite.
    """
    net = Network(LAYER_SIZES, [request.activation, "sigmoid"], "half_squared_error")
    net.parameters[:] = request.parameters
    x, t = np.array(request.inputs), np.array([request.target])
    start = Momentum(request.learning_rate, request.momentum, np.zeros(LAYOUT.size))
    momentum = momentum_descent(net, x, t, start, request.steps)
    terms = Terms(net, x, t)
    forward, backward = terms.forward, terms.backward
    next_change = momentum_change(
        momentum.change, backward.gradient, momentum.learning_rate, momentum.momentum
    )
    # What follows from numbers of this size can be written down; none beyond is told.
    seen = [net.parameters, backward.gradient, next_change, *map(np.ravel, forward.pre_activations)]
    if not np.isfinite(np.concatenate([*seen, [backward.loss]])).all():
        raise Refusal("not_finite", "These numbers lead beyond what a float64 can hold.", None)
    rule = GeneralRule(terms, request.weight, momentum)
    layer, source, unit = request.weight
    return {
        "kind": "equations",
        **traced_pass(net, forward, backward, t),
        "change": momentum.change.tolist(),
        "steps": request.steps,
        "chosen": terms.names.weight(layer, source, unit),
        "sentence": _sentence(request.steps, rule),
        "equations": [
            {
                "name": one.name,
                "subject": one.subject,
                "general": plain(one.general),
                "examples": [
                    {"formula": plain(example.formula), "substituted": plain(example.substituted)}
                    for example in one.examples
                ],
                "symbols": [symbol._asdict() for symbol in one.symbols],
                "matrix": plain(matrix.formulas),
                "matrix_numbers": plain(matrix.numbers),
            }
            for one, matrix in zip(
                rule.equations(), MatrixForm(terms, layer, momentum).equations(), strict=True
            )
        ],
    }


def _sentence(steps: int, rule: GeneralRule) -> str:
    name = rule.names.weight(*rule.address)
    taken = "No step is taken yet" if steps == 0 else f"After {steps} step{'s' * (steps > 1)}"
    value, gradient = number_text(rule.w.value), number_text(rule.gradient.value, 3)
    return f"{taken}: the {name} is {value} and its gradient {gradient}."
