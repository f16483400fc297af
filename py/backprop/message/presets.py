"""Networks to start from: worked examples with weights one can follow by hand."""

from __future__ import annotations

from typing import Any, NotRequired, TypedDict

from backprop.core.network import Network


class PresetNetwork(TypedDict):
    """A network as a message has it, with its parameters."""

    layer_sizes: list[int]
    activations: list[str]
    loss: str
    use_biases: bool
    skip_to_output: NotRequired[bool]
    parameters: list[float]
    """In the order of `ParameterLayout`."""


class Preset(TypedDict):
    """A network and one example to trace through it."""

    title: str
    network: PresetNetwork
    inputs: list[float]
    targets: list[float]
    learning_rate: float
    frozen: NotRequired[list[int]]
    """Indices into the parameters that its updates leave alone."""


def build(network: PresetNetwork) -> Network:
    """The network that a preset names, with its parameters."""
    net = Network(
        network["layer_sizes"],
        network["activations"],
        network["loss"],
        use_biases=network["use_biases"],
        initial_range=0,
        skip_to_output=network.get("skip_to_output", False),
    )
    net.parameters[:] = network["parameters"]
    return net


def traced(preset: Preset) -> dict[str, Any]:
    """The message that asks for a preset's example to be traced through its network."""
    return {
        "kind": "trace",
        "network": preset["network"],
        "inputs": preset["inputs"],
        "targets": preset["targets"],
        "learning_rate": preset["learning_rate"],
        **({"frozen": preset["frozen"]} if "frozen" in preset else {}),
    }


def _sigmoid_2_2_1(use_biases: bool, parameters: list[float]) -> PresetNetwork:
    return {
        "layer_sizes": [2, 2, 1],
        "activations": ["sigmoid", "sigmoid"],
        "loss": "half_squared_error",
        "use_biases": use_biases,
        "parameters": parameters,
    }


def _xor(first: int, second: int) -> Preset:
    """One of XOR's four examples, all in the same network.

    Its weights are made by hand, not trained: hidden unit 1 leans to "or", hidden unit 2 to
    "and", the output to "or, but not and". It answers 0.09, 0.83, 0.83 and 0.09: right, with
    enough error left to watch.
    """
    hidden, output = [4.0, 4.0, 4.0, 4.0, -2.0, -6.0], [6.0, -6.0, -3.0]
    return {
        "title": f"XOR of {first} and {second}",
        "network": _sigmoid_2_2_1(True, hidden + output),
        "inputs": [float(first), float(second)],
        "targets": [float(first != second)],
        "learning_rate": 0.5,
    }


def _relu_walk(title: str, learning_rate: float) -> Preset:
    """A network of whole and half numbers, of which one hidden unit is off.

    An update with a rate of 0.5 takes the loss from 0.5 to 0.03125, one with a rate of 1 to
    0.28125, beyond the target.
    """
    return {
        "title": title,
        "network": {
            "layer_sizes": [1, 2, 1],
            "activations": ["relu", "linear"],
            "loss": "half_squared_error",
            "use_biases": False,
            "parameters": [1.0, -0.5, 0.5, 1.0],
        },
        "inputs": [1.0],
        "targets": [1.5],
        "learning_rate": learning_rate,
    }


PRESETS: dict[str, Preset] = {
    "2-2-1-c": {
        # The output is to fall: hidden unit 1, which raises it, is turned down by an update, and
        # hidden unit 2, which lowers it, is turned up. The first five updates take the loss from
        # 0.2182 to 0.0598.
        "title": "2-2-1, gradients of both signs",
        "network": _sigmoid_2_2_1(False, [1.0, -0.5, 0.5, 1.0, 1.5, -1.0]),
        "inputs": [1.0, 0.5],
        "targets": [0.0],
        "learning_rate": 2.0,
    },
    "2-2-1-a": {
        "title": "2-2-1, a small error",
        "network": _sigmoid_2_2_1(False, [0.2, 0.4, 0.3, 0.1, 0.6, 0.5]),
        "inputs": [0.5, 0.8],
        "targets": [0.7],
        "learning_rate": 0.5,
    },
    "2-2-1-b": {
        "title": "2-2-1, a larger error",
        "network": _sigmoid_2_2_1(False, [0.4, 0.3, 0.2, 0.5, 0.6, 0.4]),
        "inputs": [0.5, 0.3],
        "targets": [1.0],
        "learning_rate": 0.5,
    },
    "2-1-1": {
        "title": "2-1-1, small enough for a spreadsheet",
        "network": {
            "layer_sizes": [2, 1, 1],
            "activations": ["sigmoid", "linear"],
            "loss": "half_squared_error",
            "use_biases": False,
            "parameters": [0.4, 0.6, 0.8],
        },
        "inputs": [0.5, 0.3],
        "targets": [1.0],
        "learning_rate": 0.5,
    },
    "xor-00": _xor(0, 0),
    "xor-01": _xor(0, 1),
    "xor-10": _xor(1, 0),
    "xor-11": _xor(1, 1),
    "2-3-3-1": {
        "title": "2-3-3-1, several paths",
        "network": {
            "layer_sizes": [2, 3, 3, 1],
            "activations": ["tanh", "tanh", "sigmoid"],
            "loss": "half_squared_error",
            "use_biases": True,
            # Drawn from ±1.5 with seed 5, rounded to two decimals: (2, 3) and 3 biases, (3, 3)
            # and 3, (3, 1) and 1.
            "parameters": [
                *(0.92, 0.92, 0.05, -0.64, -1.34, -0.35, -0.27, -1.36, -1.35),
                *(1.5, 0.46, -0.8, -0.2, 1.42, 1.19, 1.03, -0.32, -0.02, 0.53, -1.32, 0.17),
                *(-0.69, 1.14, -1.31, 0.54),
            ],
        },
        "inputs": [0.5, -0.8],
        "targets": [1.0],
        "learning_rate": 0.5,
    },
    "relu-walk": _relu_walk("ReLU walk, a step too long", 1.0),
    "relu-walk-half": _relu_walk("ReLU walk, in round numbers", 0.5),
    "linear-neuron": {
        "title": "One linear neuron",
        "network": {
            "layer_sizes": [1, 1],
            "activations": ["linear"],
            "loss": "squared_error",
            "use_biases": True,
            "parameters": [1.0, 0.0],
        },
        "inputs": [2.1],
        "targets": [4.0],
        "learning_rate": 0.01,
    },
    "one-weight": {
        "title": "A single weight",
        "network": {
            "layer_sizes": [1, 1],
            "activations": ["linear"],
            "loss": "squared_error",
            "use_biases": False,
            "parameters": [0.5],
        },
        "inputs": [1.0],
        "targets": [2.0],
        "learning_rate": 0.1,
    },
}

XOR_RUN: dict[str, Any] = {
    "kind": "train",
    "network": {
        "layer_sizes": [2, 2, 1],
        "activations": ["sigmoid", "sigmoid"],
        "loss": "half_squared_error",
        "use_biases": True,
        "seed": 29,  # falls to a plateau, waits there, then solves it in two steps, by epoch 832
        "initial_range": 1.0,
    },
    "dataset": {"name": "xor"},
    "learning_rate": 0.5,
    "momentum": 0.9,
    "batch_size": None,
    "stopping": {"loss_below": 0.01, "no_improvement_for": None, "epoch_limit": 20_000},
    "surface": {"x_range": [-0.25, 1.25], "y_range": [-0.25, 1.25], "resolution": 40},
}
"""The training run that the XOR figure starts with; a slice adds `epochs` and `state`."""
