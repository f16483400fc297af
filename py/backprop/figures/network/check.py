"""The gradient of one example checked by central differences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from backprop.core.gradient_check import central_differences
from backprop.core.limits import Limit
from backprop.message.network_fields import read_example, read_network
from backprop.message.plain_data import plain

from .finite import lost_step, require_finite

if TYPE_CHECKING:
    from backprop.core.network import Network
    from backprop.message.field import Field
    from backprop.message.network_fields import Floats


LIMITS = {"step": Limit(1e-12, 1, False)}


@dataclass(frozen=True)
class CheckRequest:
    """A gradient to check, and the step of the differences."""

    network: Network
    inputs: Floats
    targets: Floats
    step: float


def read(message: Field) -> CheckRequest:
    """A `check` message.

    Raises:
        Refusal: a field is not as it must be.
    """
    message.shape(("kind", "network", "inputs", "targets"), ("step",))
    spec, parameters = read_network(message["network"])
    inputs, targets = read_example(message, spec)
    step = 1e-5 if message["step"].absent else message["step"].number(LIMITS["step"])
    return CheckRequest(spec.build(parameters), inputs, targets, step)


def answer(request: CheckRequest) -> dict[str, Any]:
    """Answer a `check` message.

    Raises:
        Refusal: a number on the way is not finite, or a step is lost in rounding.
    """
    asked = (request.network, request.inputs, request.targets)
    net, inputs, targets = asked
    backward = net.backward(net.forward(inputs), targets)
    require_finite(*asked, backward.loss, backward.gradient)
    try:
        checked = central_differences(*asked, request.step)
    except ZeroDivisionError:
        raise lost_step() from None
    require_finite(*asked, checked.gradient, checked.largest_relative_error)
    return {"kind": "check", **plain(checked)}
