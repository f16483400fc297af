"""The engine's answer about the general rule: seven equations for a chosen weight of a network."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from backprop.core.network import Network
from backprop.explain.symbols import Address, Terms
from backprop.message.field import Field, Refusal
from backprop.message.plain_data import plain

from .general_rule import GeneralRule, Momentum, momentum_descent
from .matrix_form import MatrixForm

if TYPE_CHECKING:
    from backprop.core.rules import Array

LAYER_SIZES = (2, 3, 1)
"""Small enough that its matrices can be written out, and none of them is square."""

HIDDEN_ACTIVATIONS = ("sigmoid", "tanh", "relu", "leaky_relu")
PARAMETERS = 13


@dataclass(frozen=True)
class EquationsRequest:
    """A network and an example, how it is trained and how far, and the weight that is chosen."""

    network: Network
    inputs: Array
    target: Array
    learning_rate: float
    momentum: float
    steps: int
    address: Address


def read(message: Field) -> EquationsRequest:
    """The request in a message of kind `equations`.

    Raises:
        Refusal: the message is not of its shape or outside the limits.
    """
    message.shape(
        (
            "kind",
            "activation",
            "parameters",
            "inputs",
            "target",
            "learning_rate",
            "momentum",
            "steps",
            "weight",
        )
    )
    activation = message["activation"].choice(HIDDEN_ACTIVATIONS)
    net = Network(LAYER_SIZES, [activation, "sigmoid"], "half_squared_error")
    net.parameters[:] = message["parameters"].numbers(PARAMETERS, "weight")
    return EquationsRequest(
        net,
        message["inputs"].numbers(LAYER_SIZES[0], "input"),
        np.array([message["target"].number("target")]),
        message["learning_rate"].number("learning_rate"),
        message["momentum"].number("momentum"),
        message["steps"].whole("rule_steps"),
        _address(message["weight"]),
    )


def answer(request: EquationsRequest) -> dict[str, Any]:
    """All that a figure of the general rule shows; see `EquationsResult` in the contract.

    Raises:
        Refusal: a number on the way is not finite.
    """
    net, x, t = request.network, request.inputs, request.target
    start = Momentum(request.learning_rate, request.momentum, np.zeros(PARAMETERS))
    momentum = momentum_descent(net, x, t, start, request.steps)
    terms = Terms(net, x, t)
    forward, backward = terms.forward, terms.backward
    next_change = -request.learning_rate * backward.gradient + request.momentum * momentum.change
    # What follows from numbers of this size can be written down; none beyond is told.
    seen = [net.parameters, backward.gradient, next_change, *map(np.ravel, forward.pre_activations)]
    if not np.isfinite(np.concatenate([*seen, [backward.loss]])).all():
        raise Refusal("not_finite", "These numbers lead beyond what a float64 can hold.", None)
    rule = GeneralRule(terms, request.address, momentum)
    layer, source, unit = request.address
    return {
        "kind": "equations",
        "parameters": net.parameters.tolist(),
        "weights": plain(net.weights),
        "biases": plain(net.biases),
        "skip_weights": None,
        "activations": [a[0].tolist() for a in forward.activations],
        "pre_activations": [z[0].tolist() for z in forward.pre_activations],
        "error_signals": [δ[0].tolist() for δ in backward.error_signals],
        "outputs": forward.outputs[0].tolist(),
        "targets": t.tolist(),
        "loss": backward.loss,
        "gradient": backward.gradient.tolist(),
        "weight_gradients": plain(backward.weight_gradients),
        "bias_gradients": plain(backward.bias_gradients),
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


def _address(field: Field) -> Address:
    field.shape(("layer", "target"), ("source",))
    layer = field["layer"].index(len(LAYER_SIZES) - 1)
    target = field["target"].index(LAYER_SIZES[layer + 1])
    if field["source"].absent:
        return layer, None, target
    return layer, field["source"].index(LAYER_SIZES[layer]), target


def _sentence(steps: int, rule: GeneralRule) -> str:
    name = rule.names.weight(*rule.address)
    taken = "No step is taken yet" if steps == 0 else f"After {steps} step{'s' * (steps > 1)}"
    value = rule.w.value
    return (
        f"{taken}: the {name} is {value:.4g} and its gradient {rule.gradient.value:.3g}.".replace(
            "-", "−"
        )
    )
