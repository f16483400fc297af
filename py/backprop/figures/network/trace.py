"""One example through one network, forwards and back, and one weight explained."""

from __future__ import annotations

from dataclasses import dataclass, fields
from itertools import islice
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from backprop.core.gradient_descent import descend, without
from backprop.core.loss_terms import loss_terms
from backprop.core.number_text import number_text
from backprop.explain.chain_rule import Explanation, explain_weight
from backprop.explain.walkthrough import walkthrough
from backprop.message import presets
from backprop.message.activation_curves import activation_curves
from backprop.message.field import Refusal
from backprop.message.network_fields import read_address, read_example, read_network
from backprop.message.plain_data import plain
from backprop.message.traced_pass import traced_pass

from . import guesses
from .finite import lost_step, require_finite

if TYPE_CHECKING:
    from backprop.core.network import Network
    from backprop.core.parameter_layout import Address
    from backprop.core.rules import Array
    from backprop.message.field import Field
    from backprop.message.network_fields import Floats

Result = dict[str, Any]

OPENINGS = {
    "walk": presets.traced(presets.PRESETS["relu-walk-half"]),
    "network": presets.traced(next(iter(presets.PRESETS.values()))),
}

PATHS_TOLD = 64

ROUNDING = 1e-13
"""Two losses that differ by no more of themselves may differ by rounding alone."""


@dataclass(frozen=True)
class TraceRequest:
    """One example through one network, and perhaps one weight to explain."""

    network: Network
    inputs: Floats
    targets: Floats
    learning_rate: float
    frozen: tuple[int, ...]
    weight: Address | None
    guess: guesses.Guess | None
    """At the gradient of `weight`; None without one."""


def read(message: Field) -> TraceRequest:
    """A `trace` message.

    Raises:
        Refusal: a field is not as it must be.
    """
    message.shape(
        ("kind", "network", "inputs", "targets", "learning_rate"), ("frozen", "weight", "guess")
    )
    spec, parameters = read_network(message["network"])
    count = spec.layout.size
    inputs, targets = read_example(message, spec)
    held = () if message["frozen"].absent else message["frozen"].items(0, count)
    frozen = tuple(parameter.index(count) for parameter in held)
    weight = None if message["weight"].absent else read_address(message["weight"], spec.layout)
    rate = message["learning_rate"].number("learning_rate")
    guess = None if message["guess"].absent else guesses.read(message["guess"])
    if guess is not None and weight is None:
        raise message["guess"].refusal("must be about a weight, and none is named")
    return TraceRequest(spec.build(parameters), inputs, targets, rate, frozen, weight, guess)


def answer(request: TraceRequest) -> Result:
    """Answer a `trace` message.

    Raises:
        Refusal: a number on the way is not finite.
    """
    asked = (request.network, request.inputs, request.targets)
    net, inputs, targets = asked
    forward_pass = net.forward(inputs)
    backward = net.backward(forward_pass, targets)
    require_finite(
        *asked,
        *forward_pass.pre_activations,
        *forward_pass.activations,
        *backward.error_signals,
        backward.loss,
        backward.gradient,
    )
    update = _update(request, backward.loss, backward.gradient)
    explained = judgement = None
    if request.weight is not None:
        try:  # one example: not a batch's
            explained = cast("Explanation", explain_weight(*asked, *request.weight))
        except ZeroDivisionError:
            raise lost_step() from None
        if request.guess is not None:
            told = (request.guess, net, forward_pass, backward, explained)
            judgement = guesses.judge(*told, request.learning_rate)
    return {
        "kind": "trace",
        **traced_pass(net, forward_pass, backward, targets),
        "output_losses": loss_terms(net, forward_pass, targets)[0].tolist(),
        "activation_curves": plain(activation_curves(net, forward_pass)),
        "steps": plain(walkthrough(*asked, request.learning_rate, request.frozen)),
        "explanation": None if explained is None else _explanation(explained),
        "judgement": plain(judgement),
        "update": update,
    }


def _explanation(explanation: Explanation) -> Result:
    """Plain data; of the paths, which grow with every layer, the first 64."""
    told: Result = {
        field.name: plain(getattr(explanation, field.name))
        for field in fields(explanation)
        if field.name != "paths"
    }
    return {**told, "paths": [plain(path) for path in islice(explanation.paths, PATHS_TOLD)]}


def _update(request: TraceRequest, loss: float, gradient: Array) -> Result:
    """One step of gradient descent on every weight that is not frozen, and what it does."""
    net, η = request.network, request.learning_rate
    moving = without(gradient, request.frozen)
    after = descend(net.parameters, moving, η)
    first_order = -η * float(gradient @ moving)
    loss_after = float(net.loss_at(after, request.inputs, request.targets).real)
    if not (np.isfinite(after).all() and np.isfinite([first_order, loss_after]).all()):
        raise Refusal(
            "not_finite",
            f"A step with learning rate {number_text(η)} leads beyond what a float64 can hold.",
            "learning_rate",
        )
    return {
        "parameters": after.tolist(),
        "loss_before": loss,
        "loss_after": loss_after,
        "first_order_change": first_order,
        "actual_change": loss_after - loss,
        "sentence": _update_sentence(request, loss, loss_after, moving, first_order),
    }


def _update_sentence(
    request: TraceRequest, before: float, after: float, moving: Array, first_order: float
) -> str:
    actual = after - before
    moved = f"The loss goes from {number_text(before, 6)} to {number_text(after, 6)}"
    if not moving.any():
        return f"{moved}: the gradient is zero or every weight is held, so nothing moves."
    if request.learning_rate == 0:
        return f"{moved}: the learning rate is zero, so nothing moves."
    change, expected = number_text(actual, 3), number_text(first_order, 3)
    told = f"a change of {change} where the slope alone promised {expected}"
    if actual <= 0:
        return f"{moved}, {told}."
    if abs(actual) <= ROUNDING * max(before, after):
        return f"{moved}, {told}: so small a change is lost in the rounding of the loss."
    if _falls_at_first(request, before, moving):
        return f"{moved}, {told}: the step was too long, and the loss rose."
    return f"{moved}, {told}: the loss has a kink here, and rises this way from the first."


def _falls_at_first(request: TraceRequest, before: float, moving: Array) -> bool:
    """Whether some shorter step the same way lowers the loss."""
    net, η = request.network, request.learning_rate
    shorter = (descend(net.parameters, moving, η / 2**halvings) for halvings in range(1, 50))
    return any(
        net.loss_at(parameters, request.inputs, request.targets).real < before
        for parameters in shorter
    )
