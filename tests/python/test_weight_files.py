"""Weights that readers take home alone: what is written is read again, to the last digit."""

import base64
import json
from typing import Any

import numpy as np
import pytest
from taken_home import CASES, Case

from backprop import Network, engine
from backprop.core.stored.dense_layers import DenseLayers
from backprop.core.stored.read_weights import read_weights
from backprop.core.stored.safetensors import layers_of_file
from backprop.message.presets import PRESETS, XOR_RUN
from backprop.take_home.weight_files import FORMATS, weights_file

WORKED = """\
# The weights of a 2-2-1 network as a state_dict of PyTorch.
# A row of a matrix holds the weights into one unit.
#
# model = torch.nn.Sequential(
#     torch.nn.Linear(2, 2, bias=False), torch.nn.Sigmoid(),
#     torch.nn.Linear(2, 1, bias=False), torch.nn.Sigmoid(),
# ).double()
# model.load_state_dict(state_dict)

import torch

state_dict = {
    "0.weight": torch.tensor([[0.2, 0.3], [0.4, 0.1]], dtype=torch.float64),
    "2.weight": torch.tensor([[0.6, 0.5]], dtype=torch.float64),
}
"""
ARRAYS = """\
# The weights of a 2-2-1 network as NumPy arrays.
# w1[i, j] leads from unit i to unit j of the next layer.

import numpy as np

rows = "inputs"  # a row holds the weights out of one unit
w1 = np.array([[0.2, 0.4], [0.3, 0.1]])
w2 = np.array([[0.6], [0.5]])
"""


def traced() -> dict[str, Any]:
    fields = {name: value for name, value in PRESETS["2-2-1-a"].items() if name != "title"}
    return {"kind": "trace", **fields}


def exported(wanted: str, subject: dict[str, Any]) -> dict[str, Any]:
    return engine.handle({"kind": "export", "format": wanted, "subject": subject})


def layers_in(content: str | bytes) -> DenseLayers:
    return read_weights(content) if isinstance(content, str) else layers_of_file(content)


def test_the_worked_example_is_written_as_it_would_be_by_hand() -> None:
    assert exported("state_dict", traced())["text"] == WORKED
    assert exported("arrays", traced())["text"] == ARRAYS
    names = [exported(wanted, traced())["filename"] for wanted in FORMATS]
    assert names == [
        "weights-2-2-1-state-dict.py",
        "weights-2-2-1.py",
        "weights-2-2-1.safetensors",
    ]


LAYERED = [case for case in CASES if not case.net.skip_to_output]


@pytest.mark.parametrize("wanted", FORMATS)
@pytest.mark.parametrize("case", LAYERED, ids=lambda case: case.name)
def test_what_was_written_is_read_again_without_a_question(case: Case, wanted: str) -> None:
    net = case.net
    back = layers_in(weights_file(wanted, net).content).network(Network, net.activations, net.loss)
    assert back.layer_sizes == net.layer_sizes
    assert back.use_biases == net.use_biases
    assert back.parameters.tolist() == net.parameters.tolist()


def test_arrays_are_a_program_of_numpy() -> None:
    net = Network([2, 3, 1], "tanh", "half_squared_error", seed=5)
    content = weights_file("arrays", net).content
    names: dict[str, Any] = {}
    exec(content, names)  # noqa: S102 - our own file, run as its reader runs it
    hidden = np.tanh(np.array([0.3, -0.7]) @ names["w1"] + names["b1"])
    output = np.tanh(hidden @ names["w2"] + names["b2"])
    assert output.tolist() == pytest.approx(net.predict([0.3, -0.7]).tolist(), rel=1e-14)


def test_the_network_figure_opens_what_it_wrote_and_a_run_gives_the_weights_it_begins_with() -> (
    None
):
    shown = {**traced()["network"], "parameters": None}
    for wanted in FORMATS:
        file = exported(wanted, traced())
        brought = {name: file[name] for name in ("text", "base64") if file[name] is not None}
        answer = engine.handle({"kind": "weights", "network": shown, **brought})
        assert answer["network"]["parameters"] == traced()["network"]["parameters"]
    run = {**XOR_RUN, "state": None, "epochs": 5}
    data = base64.b64decode(exported("safetensors", run)["base64"])
    drawn = Network([2, 2, 1], "sigmoid", "half_squared_error", seed=29)
    assert layers_of_file(data).weights[0].tolist() == drawn.weights[0].tolist()


def test_direct_links_are_refused_by_field() -> None:
    message = json.loads(json.dumps(traced()))
    message["network"] |= {"skip_to_output": True, "parameters": [0.5] * 8}
    refused = exported("arrays", message)
    assert refused["message"] == "Direct links from inputs to outputs have no place in these files."
    assert refused["field"] == "subject.network.skip_to_output"
