"""Many steps of gradient descent on one example, at speed, with the loss after each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from backprop.core.datasets import Dataset
from backprop.core.limits import Limit
from backprop.core.number_text import count_text, number_text
from backprop.message.field import Refusal
from backprop.message.network_fields import read_example, read_network
from backprop.training.compiled_epoch import CompiledEpochs

if TYPE_CHECKING:
    from backprop.core.network import Network
    from backprop.message.field import Field
    from backprop.message.network_fields import Floats

LIMITS = {"updates": Limit(2, 10_000, True)}  # of one message; the first comes with the trace

POINTS = 100
"""Losses that are told of a run in equal distances, and as many again that lie the closer together
the earlier they are: a curve has no room for more, and most happens early."""


@dataclass(frozen=True)
class UpdatesRequest:
    """A network, its one example, and how many updates to make."""

    network: Network
    inputs: Floats
    targets: Floats
    learning_rate: float
    frozen: tuple[int, ...]
    count: int


def read(message: Field) -> UpdatesRequest:
    """An `updates` message.

    Raises:
        Refusal: a field is not as it must be.
    """
    message.shape(("kind", "network", "inputs", "targets", "learning_rate", "count"), ("frozen",))
    spec, parameters = read_network(message["network"])
    size = spec.layout.size
    inputs, targets = read_example(message, spec)
    held = () if message["frozen"].absent else message["frozen"].items(0, size)
    return UpdatesRequest(
        spec.build(parameters),
        inputs,
        targets,
        message["learning_rate"].number("learning_rate"),
        tuple(parameter.index(size) for parameter in held),
        message["count"].whole(LIMITS["updates"]),
    )


def answer(request: UpdatesRequest) -> dict[str, Any]:
    """Answer an `updates` message.

    Raises:
        Refusal: a number on the way is not finite.
    """
    η, count = request.learning_rate, request.count
    example = Dataset("one example", request.inputs[None], request.targets[None])
    steps = CompiledEpochs(request.network, example, η, 0.0, None, 0, frozen=request.frozen)
    losses = np.empty(count + 1)
    steps.train(0, losses[:count])
    losses[count] = steps.loss()
    if not (np.isfinite(losses).all() and np.isfinite(steps.parameters).all()):
        raise Refusal(
            "not_finite",
            f"{count_text(count)} steps with learning rate {number_text(η)} lead beyond what a "
            "float64 can hold.",
            "learning_rate",
        )
    spread = (np.linspace(0, count, POINTS + 1), np.geomspace(1, count, POINTS))
    told = sorted({int(epoch) for epochs in spread for epoch in epochs.round()})
    before, after = float(losses[0]), float(losses[count])
    moves = bool((steps.parameters != request.network.parameters).any())
    return {
        "kind": "updates",
        "parameters": steps.parameters.tolist(),
        "count": count,
        "loss_before": before,
        "loss_after": after,
        "curve": {"updates": told, "losses": losses[told].tolist()},
        "sentence": _sentence(count, before, after, moves=moves),
    }


def _sentence(count: int, before: float, after: float, *, moves: bool) -> str:
    told = (
        f"After {count_text(count)} updates the loss goes from {number_text(before, 6)} "
        f"to {number_text(after, 6)}"
    )
    return f"{told}." if moves else f"{told}: nothing moves."
