"""The answer of the figure on paths."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from backprop.core.limits import Limit
from backprop.core.number_text import count_text
from backprop.explain.path_merging import PathMerging, Stage, path_merging
from backprop.explain.symbols import Names
from backprop.message.plain_data import plain
from backprop.message.presets import PRESETS, build
from backprop.message.request_fields import asked, choice, opening, read_request, whole
from backprop.message.traced_pass import traced_pass

from .multiplication_counts import MultiplicationCounts, multiplication_counts

if TYPE_CHECKING:
    from backprop.core.parameter_layout import Address
    from backprop.message.field import Field
    from backprop.message.presets import Preset

Result = dict[str, Any]

INPUTS, OUTPUTS = 2, 1
"""Of the networks whose multiplications are counted."""

SMALL = PRESETS["2-2-1-c"]
"""The network with which the figure on networks opens; the first one here is grown from it."""

# The weights that the first one adds are drawn from ±2 with seed 289, rounded to one decimal: all
# of its nine paths count, and two of them pull the other way. Those of the last two are drawn from
# ±1.5 with seed 5 and rounded to two decimals.
NETWORKS: dict[str, Preset] = {
    "2-2-3-3-1": {
        "title": "2-2-3-3-1, grown from 2-2-1",
        "network": {
            "layer_sizes": [2, 2, 3, 3, 1],
            "activations": ["sigmoid"] * 4,
            "loss": "half_squared_error",
            "use_biases": False,
            "parameters": [
                *SMALL["network"]["parameters"][:4],
                *(1.4, -1.6, -0.8, -1.2, 1.6, -0.1),
                *(-1.4, -1.8, -1.5, 1.3, -1.7, 0.7, -1.7, 1.9, 1.8),
                *(1.0, 1.2, 1.7),
            ],
        },
        "inputs": SMALL["inputs"],
        "targets": SMALL["targets"],
        "learning_rate": SMALL["learning_rate"],
    },
    "2-3-3-1": PRESETS["2-3-3-1"],
    "2-3-3-3-1": {
        "title": "2-3-3-3-1, nine paths",
        "network": {
            "layer_sizes": [2, 3, 3, 3, 1],
            "activations": ["tanh", "tanh", "tanh", "sigmoid"],
            "loss": "half_squared_error",
            "use_biases": False,
            "parameters": [
                *(0.92, 0.92, 0.05, -0.64, -1.34, -0.35),
                *(-0.27, -1.36, -1.35, 1.5, 0.46, -0.8, -0.2, 1.42, 1.19),
                *(1.03, -0.32, -0.02, 0.53, -1.32, 0.17, -0.69, 1.14, -1.31),
                *(0.54, 0.87, -1.1),
            ],
        },
        "inputs": [0.5, -0.8],
        "targets": [1.0],
        "learning_rate": 0.5,
    },
    "2-3-3-2": {
        "title": "2-3-3-2, two outputs",
        "network": {
            "layer_sizes": [2, 3, 3, 2],
            "activations": ["tanh", "tanh", "sigmoid"],
            "loss": "half_squared_error",
            "use_biases": False,
            "parameters": [
                *(0.92, 0.92, 0.05, -0.64, -1.34, -0.35),
                *(-0.27, -1.36, -1.35, 1.5, 0.46, -0.8, -0.2, 1.42, 1.19),
                *(1.03, -0.32, -0.52, 0.53, -1.32, 0.67),
            ],
        },
        "inputs": [0.5, -0.8],
        "targets": [1.0, 0.0],
        "learning_rate": 0.5,
    },
}


LIMITS = {
    "hidden_layers": Limit(1, 8, True),  # of a network whose multiplications are counted
    "width": Limit(1, 16, True),  # of each of those layers
}


def _address(field: Field) -> Address:
    field.shape(("layer", "target"), ("source",))
    source = None if field["source"].absent else field["source"].whole("index")
    return field["layer"].whole("index"), source, field["target"].whole("index")


@dataclass(frozen=True)
class PathsRequest:
    """One weight of a named network, and the shape of a network to count for."""

    network: str = choice(tuple(NETWORKS), opening="2-2-3-3-1")
    weight: Address = asked(_address, opening={"layer": 0, "source": 0, "target": 0})
    hidden_layers: int = whole(LIMITS["hidden_layers"], opening=3)
    width: int = whole(LIMITS["width"], opening=8)


OPENINGS = {"paths": opening("paths", PathsRequest)}


def read(message: Field) -> PathsRequest:
    """A `paths` message.

    Raises:
        Refusal: a field is not as it must be, or the network has no such weight.
    """
    request = read_request(PathsRequest, message)
    net = build(NETWORKS[request.network]["network"])
    if request.weight not in net.layout.addresses():
        raise message["weight"].refusal("must name a weight or bias of the network")
    return request


def answer(request: PathsRequest) -> Result:
    """Answer a `paths` message."""
    preset = NETWORKS[request.network]
    net = build(preset["network"])
    whole_gradient = multiplication_counts(net.layer_sizes)
    inputs, targets = preset["inputs"], preset["targets"]
    forward = net.forward(inputs)
    merging = path_merging(net, inputs, targets, request.weight)
    names = Names(net)
    stages = [
        {
            **plain(stage),
            "title": _title(merging, stage),
            "sentence": _sentence(names, request, merging, stage),
        }
        for stage in merging.stages
    ]
    return {
        "kind": "paths",
        "networks": [
            {
                "name": name,
                "title": each["title"],
                "layer_sizes": each["network"]["layer_sizes"],
                "use_biases": each["network"]["use_biases"],
            }
            for name, each in NETWORKS.items()
        ],
        "drawn": traced_pass(net, forward, net.backward(forward, targets), targets),
        "weight": dict(zip(("layer", "source", "target"), request.weight, strict=True)),
        "symbol": merging.symbol,
        "name": merging.name,
        "value": merging.value,
        "gradient": merging.gradient,
        "path_count": merging.path_count,
        "stages": stages,
        "tally": _tally(whole_gradient),
        "counts": _counts(request.hidden_layers, request.width),
    }


def _title(merging: PathMerging, stage: Stage) -> str:
    if stage.merged == 0:
        return "Every path by itself"
    if stage.merged == len(merging.stages) - 1:
        return "One δ"
    return f"{_counted(stage.merged, 'layer')} of tails merged"


def _sentence(names: Names, request: PathsRequest, merging: PathMerging, stage: Stage) -> str:
    """What has been done at a stage, and what it cost."""
    cost = f"{_counted(stage.multiplications, 'multiplication')} for this one gradient"
    factors, count = len(stage.terms[0].factors), len(stage.terms)
    if stage.merged == 0:
        start = _start(names, request.weight)
        if count == 1:
            return (
                f"{start} one way leads to the loss. It is a product of {factors} factors: {cost}."
            )
        return (
            f"{start} {count} ways lead to the loss. Each is a product of {factors} factors, and "
            f"the gradient is their sum: {cost}."
        )
    if stage.merged == len(merging.stages) - 1:
        held = "the one path" if merging.path_count == 1 else f"all {merging.path_count} paths"
        rest = (
            "What a bias carries is 1, so it is"
            if request.weight[1] is None
            else ("Times what the weight carried, it is")
        )
        return (
            f"One δ now holds {held}. {rest} the gradient: {cost}, and each other weight into "
            f"the same unit needs only one more."
        )
    ends = stage.terms[0].units[-1][0]
    ways = stage.tails[0].path_count
    layer = names.layer(ends)
    if len(stage.tails) == 1:
        done = f"The δ of {layer} is worked out once, and every path ends in it"
    else:
        on = "its way" if ways == 1 else f"{ways} ways"
        done = (
            f"The {len(stage.tails)} δ of {layer} are worked out, each once and from those ahead. "
            f"Every path ends in one of them, which holds {on} on to the loss"
        )
    left = f"{_counted(count, 'product')} of {factors} factors {'is' if count == 1 else 'are'} left"
    return f"{done}. {left}: {cost}."


def _start(names: Names, weight: Address) -> str:
    layer, source, target = weight
    end = names.unit(layer + 1, target)
    if source is None:
        return f"From the bias of {end},"
    return f"From this weight, which leads from {names.unit(layer, source)} to {end},"


def _tally(counts: MultiplicationCounts) -> str:
    """What all gradients of a network cost, either way."""
    weights = sum(n_in * n_out for n_in, n_out in pairwise(counts.layer_sizes))
    return (
        f"for all {weights} weights: {_counted(counts.paths, 'path')}, "
        f"{_counted(counts.path_by_path, 'multiplication')}; "
        f"with every δ kept, {count_text(counts.backpropagation)}"
    )


def _counts(hidden_layers: int, width: int) -> Result:
    chosen = _count(hidden_layers, width)
    shape = f"{_counted(hidden_layers, 'hidden layer')} of {_counted(width, 'unit')}"
    return {
        **_plain_count(hidden_layers, width),
        "sentence": (
            f"With {shape}, {count_text(chosen.paths)} paths lead from the weights to the loss. "
            f"Path by path the whole gradient takes {count_text(chosen.path_by_path)} "
            f"multiplications. Backpropagation takes {count_text(chosen.backpropagation)}."
        ),
        "by_layers": [_plain_count(layers, width) for layers in _range("hidden_layers")],
        "by_width": [_plain_count(hidden_layers, units) for units in _range("width")],
    }


def _count(hidden_layers: int, width: int) -> MultiplicationCounts:
    return multiplication_counts([INPUTS, *[width] * hidden_layers, OUTPUTS])


def _plain_count(hidden_layers: int, width: int) -> Result:
    counts = _count(hidden_layers, width)
    return {
        "hidden_layers": hidden_layers,
        "width": width,
        "paths": counts.paths,
        "path_by_path": counts.path_by_path,
        "backpropagation": counts.backpropagation,
    }


def _range(limit: str) -> range:
    return range(int(LIMITS[limit].minimum), int(LIMITS[limit].maximum) + 1)


def _counted(count: int, noun: str) -> str:
    return f"{count_text(count)} {noun}{'' if count == 1 else 's'}"
