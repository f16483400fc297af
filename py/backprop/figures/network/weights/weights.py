"""A network that a reader pastes or opens: its weights are read, asked about, or refused."""

from __future__ import annotations

import re
from base64 import b64decode
from dataclasses import dataclass, replace
from math import isfinite
from typing import TYPE_CHECKING, Any

import numpy as np

from backprop.core import limits
from backprop.core.network import Network
from backprop.core.number_text import count_text, number_text
from backprop.core.stored.dense_layers import RowsUnknownError
from backprop.core.stored.read_weights import read_weights
from backprop.core.stored.safetensors import LARGEST_FILE, UnreadableFileError, layers_of_file
from backprop.core.stored.written_values import LONGEST_TEXT, UnreadableTextError
from backprop.message.field import Refusal
from backprop.message.network_fields import read_network

from .weights_sentences import assumed, example_changes, rows_choices

if TYPE_CHECKING:
    from backprop.core.stored.dense_layers import DenseLayers, Rows
    from backprop.message.field import Field
    from backprop.message.network_fields import NetworkSpec

LONGEST_REFUSAL = 400
"""Characters of a refusal: a name in what was pasted may be longer than any sentence."""

FOUR_DIGITS = re.compile(r"tensor\(\s*\[+\s*-?\d+\.\d{4}[,\]]")
"""A tensor as PyTorch prints it, unless it is asked for more digits."""


@dataclass(frozen=True)
class WeightsRequest:
    """What a reader brings, and the network that is shown.

    Attributes:
        text: what was pasted; None for a file.
        file: a `.safetensors` file; None for a text.
        rows: what the reader answered when asked what rows stand for.
        shown: the network whose activations and loss are kept where the weights have none.
    """

    text: str | None
    file: bytes | None
    rows: Rows | None
    shown: NetworkSpec


def read(message: Field) -> WeightsRequest:
    """A `weights` message: `text`, or `base64` for a file; `rows`, and `network` as it is shown.

    Raises:
        Refusal: a field is not as it must be.
    """
    message.shape(("kind", "network"), ("text", "base64", "rows"))
    shown, _ = read_network(message["network"])
    rows: Any = None if message["rows"].absent else message["rows"].choice(("outputs", "inputs"))
    text, file = message["text"], message["base64"]
    if text.absent == file.absent:
        raise message.refusal("must have either text or base64")
    if file.absent:
        return WeightsRequest(text.text(LONGEST_TEXT), None, rows, shown)
    try:
        data = b64decode(file.text(LARGEST_FILE * 4 // 3 + 4), validate=True)
    except ValueError:
        raise file.refusal("must be base64") from None
    return WeightsRequest(None, data, rows, shown)


def answer(request: WeightsRequest) -> dict[str, Any]:
    """The network, or the question which way round its matrices lie.

    Raises:
        Refusal: it cannot be read, does not fit, or is larger than the figure draws.
    """
    try:
        layers = _layers(request)
    except RowsUnknownError:
        return _question(request)
    except (UnreadableTextError, UnreadableFileError) as problem:
        raise _refusal(f"{problem}.") from None
    except ValueError as problem:
        raise _refusal(f"These weights do not fit: {problem}.") from None
    _require_drawable(layers)
    told = layers.activations is not None and layers.loss is not None
    named = layers if told else _with_assumed(layers, request.shown)
    try:
        net = named.network(Network, named.activations or (), named.loss or "")
    except ValueError as problem:
        raise _refusal(f"This network cannot be shown: {problem}.") from None
    sentences = [layers.sentence]
    if not told:
        sentences.append(assumed(net))
    sentences += example_changes(request.shown.layer_sizes, net.layer_sizes)
    if request.text and FOUR_DIGITS.search(request.text):
        sentences.append(
            "Printed tensors have four digits; torch.set_printoptions(precision=17) prints all."
        )
    return {
        "kind": "weights",
        "network": {
            "layer_sizes": list(net.layer_sizes),
            "activations": list(net.activations),
            "loss": net.loss,
            "use_biases": net.use_biases,
            "skip_to_output": False,
            "parameters": net.parameters.tolist(),
        },
        "sentence": " ".join(sentences),
        "choices": [],
    }


def _layers(request: WeightsRequest) -> DenseLayers:
    if request.file is not None:
        return layers_of_file(request.file)
    return read_weights(request.text or "", request.rows)


def _question(request: WeightsRequest) -> dict[str, Any]:
    """Which way round the matrices lie, with both answers told of the same row of numbers."""
    by_outputs = read_weights(request.text or "", "outputs")
    return {
        "kind": "weights",
        "network": None,
        "sentence": (
            "These matrices fit both ways round, and give other numbers each way. "
            "What is a row of them?"
        ),
        "choices": rows_choices(by_outputs),
    }


def _with_assumed(layers: DenseLayers, shown: NetworkSpec) -> DenseLayers:
    """The layers with the activations and the loss of the network that is shown."""
    depth = len(layers.weights)
    *hidden, output = shown.activations
    if len(hidden) != depth - 1:
        hidden = [*hidden, *[hidden[-1] if hidden else "sigmoid"] * depth][: depth - 1]
    return replace(layers, activations=(*hidden, output), loss=shown.loss)


def _require_drawable(layers: DenseLayers) -> None:
    """Refuse what is larger than the figure draws, by layer and shape."""
    deepest, widest, weight = (limits.LIMITS[name] for name in ("layers", "units", "weight"))
    if len(layers.layer_sizes) > deepest.maximum:
        raise _refusal(
            f"This network has {len(layers.weights)} layers of weights; "
            f"the figure draws {count_text(deepest.maximum - 1)} at most.",
            "too_large",
        )
    for place, w in enumerate(layers.weights):
        if max(w.shape) > widest.maximum:
            given = w.shape[::-1] if layers.rows == "outputs" else w.shape
            raise _refusal(
                f"Layer {place + 1} leads from {count_text(w.shape[0])} to "
                f"{count_text(w.shape[1])} units, with a matrix of shape {given}; "
                f"the figure draws {count_text(widest.maximum)} units in a layer at most.",
                "too_large",
            )
    biases = layers.biases or layers.weights
    for place, parts in enumerate(zip(layers.weights, biases, strict=True)):
        largest = float(np.abs(np.concatenate([values.ravel() for values in parts])).max())
        if not isfinite(largest):
            raise _refusal(f"Layer {place + 1} has a value that is no finite number.")
        if largest > weight.maximum:
            raise _refusal(
                f"Layer {place + 1} has a value of size {number_text(largest)}; "
                f"the figure takes {count_text(weight.maximum)} at most.",
                "too_large",
            )


def _refusal(sentence: str, code: str = "bad_value") -> Refusal:
    if len(sentence) > LONGEST_REFUSAL:
        sentence = f"{sentence[:LONGEST_REFUSAL]} …"
    return Refusal(code, sentence, "text")
