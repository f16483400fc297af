"""What each figure of the explainer asks first: the message whose answer the build records.

The networks, inputs and rates of a figure are numbers, and numbers live here, not on the page.
"""

from __future__ import annotations

from typing import Any

OPENINGS: dict[str, dict[str, Any]] = {
    "rates": {"kind": "rates", "landscape": "neuron", "chosen": "momentum", "steps": 40},
    "pulls": {"kind": "pulls", "weight": 6, "seed": 29},
    "stopping": {
        "kind": "stopping",
        "dataset": "circle",
        "noise": 0.2,
        "seed": 1,
        "loss_below": 0.1,
        "patience": 200,
        "least_gain": 0.06,
        "budget": 1_200,
    },
    "slope": {
        "kind": "neuron",
        "input": 1.0,
        "target": 2.0,
        "weight": 0.5,
        "learning_rate": 0.1,
        "steps": 0,
    },
    "neuron": {
        "kind": "neuron",
        "input": 2.1,
        "target": 4.0,
        "weight": 1.0,
        "bias": 0.0,
        "bias_is_free": True,
        "learning_rate": 0.01,
        "steps": 0,
    },
    "blame": {"kind": "blame", "shares": [1.0, 0.6, 0.5, 0.3, 0.4, 0.2]},
    "depth": {
        "kind": "depth",
        "depth": 20,
        "width": 8,
        "activation": "sigmoid",
        "initialiser": "range",
        "initial_range": 1.0,
        "residual": False,
        "batch_normalisation": False,
        "seed": 1,
        "learning_rate": 0.1,
        "steps": 0,
    },
    "paths": {
        "kind": "paths",
        "network": "2-3-3-1",
        "weight": {"layer": 0, "source": 0, "target": 0},
        "hidden_layers": 3,
        "width": 8,
    },
    # The build's machine measures times of its own; a page asks without a time limit.
    "cost": {"kind": "cost", "preset": "2-3-3-1", "time_limit": 60},
    "equations": {
        "kind": "equations",
        "activation": "sigmoid",
        "parameters": [0.4, -0.3, 0.5, 0.2, 0.5, -0.6, 0.1, -0.2, 0.0, 0.6, -0.4, 0.8, 0.1],
        "inputs": [0.5, 0.3],
        "target": 1.0,
        "learning_rate": 0.5,
        "momentum": 0.9,
        "steps": 1,
        "weight": {"layer": 0, "source": 0, "target": 0},
    },
}
"""Figure → its first message to the engine, see `engine.handle`."""
