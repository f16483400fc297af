"""Messages that tests of the engine start from, and how they look at its answers."""

import json
from typing import Any

from backprop import engine

Message = dict[str, Any]

# 2-2-1 A of the worked examples, its numbers computed apart from this code.
A: Message = {
    "kind": "trace",
    "network": {
        "layer_sizes": [2, 2, 1],
        "activations": ["sigmoid", "sigmoid"],
        "loss": "half_squared_error",
        "use_biases": False,
        "parameters": [0.2, 0.4, 0.3, 0.1, 0.6, 0.5],
    },
    "inputs": [0.5, 0.8],
    "targets": [0.7],
    "learning_rate": 0.5,
}
A_GRADIENT = [
    -0.0007640252344581602,
    -0.0006425886712737981,
    -0.0012224403751330563,
    -0.001028141874038077,
    -0.00612480215579979,
    -0.005971267597225847,
]

XOR: Message = {
    "kind": "train",
    "network": {
        "layer_sizes": [2, 2, 1],
        "activations": ["sigmoid", "sigmoid"],
        "loss": "half_squared_error",
        "use_biases": True,
        "seed": 29,
        "initial_range": 1.0,
    },
    "dataset": {"name": "xor"},
    "learning_rate": 0.5,
    "momentum": 0.9,
    "batch_size": None,
    "state": None,
    "epochs": 10,
    "stopping": {"loss_below": 0.01, "no_improvement_for": None, "epoch_limit": None},
}


def with_network(message: Message, **changes: Any) -> Message:
    return {**message, "network": {**message["network"], **changes}}


def answer(message: object) -> Message:
    """Return a good answer, having seen that it is plain JSON without a NaN in it."""
    result = engine.handle(message)
    assert result["kind"] != "error", result
    assert json.loads(json.dumps(result, allow_nan=False)) == result
    return result


def refusal(message: object) -> tuple[str, str | None, str]:
    result = engine.handle(message)
    assert set(result) == {"kind", "code", "message", "field"}
    assert result["kind"] == "error"
    return result["code"], result["field"], result["message"]
