"""The sole door of the core: a plain message in, a plain result out, and never an exception.

The shapes of both are in `web/contract/messages.js`. Nothing is remembered from one message to
the next but a few trainers, kept so that a slice of training need not set up its buffers anew;
an answer never depends on them.
"""

from __future__ import annotations

from dataclasses import fields
from itertools import islice
from typing import Any, cast

import numpy as np

from backprop.core.gradient_check import central_differences
from backprop.core.limits import LIMITS
from backprop.core.overflow import overflow_sentence
from backprop.core.rules import ACTIVATIONS, LOSSES, LOSSES_FOR_OUTPUT
from backprop.explain.chain_rule import Explanation, explain_weight
from backprop.explain.walkthrough import walkthrough
from backprop.message.field import Refusal
from backprop.message.plain_data import plain
from backprop.message.presets import PRESETS

from . import exports, figures, messages
from .guesses import judge
from .requests import CheckRequest, DescribeRequest, TraceRequest, TrainRequest
from .training_slice import train

Result = dict[str, Any]

PATHS_TOLD = 64


LOST_STEP = Refusal(
    "too_large",
    "A weight is too large to check: the step of a finite difference is lost in its rounding.",
    "network.parameters",
)


def handle(message: object, arrays: bool = False) -> Result:
    """Answer a message.

    Args:
        message: a dict as in the contract; anything else is answered with an error.
        arrays: leave losses and surface as float64 arrays instead of lists, for a caller that
            can share memory.

    Returns:
        The result that goes with the message's kind, or
        `{"kind": "error", "code", "message", "field"}`.
    """
    try:
        with np.errstate(all="ignore"):  # what overflows is looked for, and told in words
            return _answer(message, arrays)
    except Refusal as refusal:
        return _error(refusal.code, str(refusal), refusal.field)
    except (MemoryError, RecursionError):
        return _error("too_large", "That is more than this machine can hold.", None)
    except Exception as fault:  # noqa: BLE001
        return _error("internal", f"The engine failed: {type(fault).__name__}.", None)


def _error(code: str, sentence: str, field: str | None) -> Result:
    return {"kind": "error", "code": code, "message": sentence, "field": field}


def _answer(message: object, arrays: bool) -> Result:
    request = messages.read(message)
    if isinstance(request, TraceRequest):
        return _trace(request)
    if isinstance(request, TrainRequest):
        return train(request, arrays)
    if isinstance(request, CheckRequest):
        return _check(request)
    if isinstance(request, DescribeRequest):
        return _describe(request)
    if isinstance(request, exports.ExportRequest):
        return exports.answer(request)
    return figures.answer(request)


def _trace(request: TraceRequest) -> Result:
    net, inputs, targets = request.network, request.inputs, request.targets
    forward_pass = net.forward(inputs)
    backward = net.backward(forward_pass, targets)
    _require_finite(
        request,
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
            explained = cast("Explanation", explain_weight(net, inputs, targets, *request.weight))
        except ZeroDivisionError:
            raise LOST_STEP from None
        if request.guess is not None:
            told = (request.guess, net, forward_pass, backward.loss, explained)
            judgement = judge(*told, request.learning_rate)
    return {
        "kind": "trace",
        "parameters": net.parameters.tolist(),
        "weights": plain(net.weights),
        "biases": plain(net.biases),
        "skip_weights": plain(net.skip_weights),
        "activations": [a[0].tolist() for a in forward_pass.activations],
        "pre_activations": [z[0].tolist() for z in forward_pass.pre_activations],
        "error_signals": [δ[0].tolist() for δ in backward.error_signals],
        "outputs": forward_pass.outputs[0].tolist(),
        "targets": targets.tolist(),
        "loss": backward.loss,
        "gradient": backward.gradient.tolist(),
        "weight_gradients": plain(backward.weight_gradients),
        "bias_gradients": plain(backward.bias_gradients),
        "steps": plain(walkthrough(net, inputs, targets, request.learning_rate, request.frozen)),
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


def _update(request: TraceRequest, loss: float, gradient: np.ndarray) -> Result:
    """One step of gradient descent on every weight that is not frozen, and what it does."""
    net, η = request.network, request.learning_rate
    free = np.ones(gradient.size)
    free[list(request.frozen)] = 0
    after = net.parameters - η * gradient * free
    promised = -η * float(gradient @ (gradient * free))
    loss_after = float(net.loss_at(after, request.inputs, request.targets).real)
    if not (np.isfinite(after).all() and np.isfinite([promised, loss_after]).all()):
        raise Refusal(
            "not_finite",
            f"A step with learning rate {η:g} leads beyond what a float64 can hold.",
            "learning_rate",
        )
    actual = loss_after - loss
    return {
        "parameters": after.tolist(),
        "loss_before": loss,
        "loss_after": loss_after,
        "promised_change": promised,
        "actual_change": actual,
        "sentence": _update_sentence(loss, loss_after, promised),
    }


def _update_sentence(before: float, after: float, promised: float) -> str:
    actual = after - before
    moved = f"The loss goes from {before:.6g} to {after:.6g}"
    if promised == 0:
        return f"{moved}: the gradient is zero or every weight is held, so nothing moves."
    told = f"a change of {actual:.3g} where the slope alone promised {promised:.3g}"
    if actual > 0:
        return f"{moved}, {told}: the step was too long, and the loss rose."
    return f"{moved}, {told}."


def _require_finite(request: TraceRequest | CheckRequest, *computed: Any) -> None:  # noqa: ANN401
    if all(np.isfinite(value).all() for value in computed):
        return
    sentence = overflow_sentence(request.network, request.inputs, request.targets)
    raise Refusal("not_finite", sentence, "network.parameters")


def _check(request: CheckRequest) -> Result:
    net, inputs, targets = request.network, request.inputs, request.targets
    backward = net.backward(net.forward(inputs), targets)
    _require_finite(request, backward.loss, backward.gradient)
    try:
        checked = central_differences(net, inputs, targets, request.step)
    except ZeroDivisionError:
        raise LOST_STEP from None
    _require_finite(request, checked.gradient, checked.largest_relative_error)
    return {"kind": "check", **plain(checked)}


def _describe(_request: DescribeRequest) -> Result:
    return {
        "kind": "describe",
        "activations": list(messages.HIDDEN_ACTIVATIONS),
        "output_activations": list(ACTIVATIONS),
        "losses": list(LOSSES),
        "losses_for_output": plain(LOSSES_FOR_OUTPUT),
        "limits": {name: limit._asdict() for name, limit in LIMITS.items()},
        "presets": plain(PRESETS),
    }
