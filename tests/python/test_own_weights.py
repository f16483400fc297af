"""A network that a reader pastes or opens: it is read, asked about, or refused."""

import json
import random
from base64 import b64encode
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from hypothesis import settings

from backprop import Network, engine
from backprop.core.limits import LIMITS
from backprop.core.stored.safetensors import write_safetensors

SHOWN = {
    "layer_sizes": [2, 2, 1],
    "activations": ["tanh", "sigmoid"],
    "loss": "squared_error",
    "use_biases": True,
}

# Mazur's example (2015) as PyTorch holds it, (n_out, n_in), and in the order of the page:
# from each unit to all units of the next layer.
MAZUR = {
    "0.weight": [[0.15, 0.20], [0.25, 0.30]],
    "0.bias": [0.35, 0.35],
    "2.weight": [[0.40, 0.45], [0.50, 0.55]],
    "2.bias": [0.60, 0.60],
}
PARAMETERS = [0.15, 0.25, 0.2, 0.3, 0.35, 0.35, 0.4, 0.5, 0.45, 0.55, 0.6, 0.6]
TURNED = [0.15, 0.2, 0.25, 0.3, 0.35, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.6]

PRINTED = """OrderedDict([('0.weight', tensor([[0.1500, 0.2000],
        [0.2500, 0.3000]])), ('0.bias', tensor([0.3500, 0.3500])),
    ('2.weight', tensor([[0.4000, 0.4500],
        [0.5000, 0.5500]])), ('2.bias', tensor([0.6000, 0.6000]))])"""
ARRAYS = "[array([[0.15, 0.2], [0.25, 0.3]], dtype=float32), array([0.35, 0.35], dtype=float32), "
ARRAYS += "array([[0.4, 0.45], [0.5, 0.55]], dtype=float32), array([0.6, 0.6], dtype=float32)]"


def ask(text: str | None = None, **fields: Any) -> dict[str, Any]:
    brought = {} if text is None else {"text": text}
    return engine.handle({"kind": "weights", "network": SHOWN, **brought, **fields})


def encoded(entries: dict[str, Any]) -> str:
    arrays = {name: np.array(values, np.float64) for name, values in entries.items()}
    return b64encode(write_safetensors(arrays)).decode()


@pytest.mark.parametrize(
    "brought",
    [{"text": PRINTED}, {"text": json.dumps(MAZUR)}, {"base64": encoded(MAZUR)}],
    ids=["printed", "JSON", "safetensors"],
)
def test_a_state_dict_becomes_the_network_with_its_square_matrices_turned(
    brought: dict[str, str],
) -> None:
    answer = ask(**brought)
    assert answer["network"] == {
        "layer_sizes": [2, 2, 2],
        "activations": ["tanh", "sigmoid"],
        "loss": "squared_error",
        "use_biases": True,
        "skip_to_output": False,
        "parameters": PARAMETERS,
    }
    assert answer["choices"] == []
    assert "rows of its matrices were outputs, as in PyTorch" in answer["sentence"]
    assert "tanh, then sigmoid and squared error are assumed" in answer["sentence"]
    assert "The example gets 1 target more, 0 at first." in answer["sentence"]
    assert ("four digits" in answer["sentence"]) == (brought.get("text") == PRINTED)


def test_square_matrices_without_names_are_asked_about_and_read_as_it_is_answered() -> None:
    asked = ask(ARRAYS)
    assert asked["network"] is None
    assert asked["sentence"].endswith("What is a row of them?")
    assert asked["choices"] == [
        {
            "rows": "outputs",
            "title": "Weights into one unit, as in PyTorch",
            "example": "The row 0.15, 0.2 leads into unit 1 of hidden layer 1.",
        },
        {
            "rows": "inputs",
            "title": "Weights out of one unit, as in Keras and NumPy",
            "example": "The row 0.15, 0.2 leads out of input 1.",
        },
    ]
    assert ask(ARRAYS, rows="outputs")["network"]["parameters"] == PARAMETERS
    assert ask(ARRAYS, rows="inputs")["network"]["parameters"] == TURNED


def test_a_saved_network_brings_its_own_activations_and_loss(tmp_path: Any) -> None:
    net = Network([2, 1], "softmax", "cross_entropy", seed=3)
    net.save(tmp_path / "net.json")
    answer = ask((tmp_path / "net.json").read_text(encoding="utf-8"))
    assert answer["network"]["activations"] == ["softmax"]
    assert answer["network"]["loss"] == "cross_entropy"
    assert answer["network"]["parameters"] == net.parameters.tolist()
    assert "assumed" not in answer["sentence"]


def test_a_deeper_network_goes_on_with_the_last_hidden_activation() -> None:
    answer = ask(json.dumps({f"{layer}.weight": [[1]] for layer in range(4)}))
    assert answer["network"]["activations"] == ["tanh", "tanh", "tanh", "sigmoid"]
    assert answer["sentence"].endswith("The example keeps its first input.")


MISFIT = (
    "These weights do not fit: 2.weight takes 3 inputs, and 0.weight has 2 outputs "
    "(shapes (1, 3) and (2, 2), rows are outputs)."
)
TOO_WIDE = (
    "Layer 1 leads from 9 to 1 units, with a matrix of shape (1, 9); "
    "the figure draws 8 units in a layer at most."
)
SAVED = {"layer_sizes": [2, 1], "parameters": [1, 2, 3], "activations": ["tanh"]}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (json.dumps({**MAZUR, "2.weight": [[1, 2, 3]]}), MISFIT),
        (json.dumps({"fc1.weight": [[0.5] * 9]}), TOO_WIDE),
        (
            json.dumps({f"{layer}.weight": [[1]] for layer in range(6)}),
            "This network has 6 layers of weights; the figure draws 5 at most.",
        ),
        (
            "[[1, 2, 3], [4, 5, -2e6]]\n[0, 0, 0]",
            "Layer 1 has a value of size 2×10⁶; the figure takes 1,000,000 at most.",
        ),
        (
            json.dumps({**SAVED, "loss": "cross_entropy"}),
            "This network cannot be shown: loss cross_entropy makes no sense with a tanh output.",
        ),
        ("tensor([[0.1, ..., 0.2]])", "The text was shortened by ... in line 1."),
        ("", "There is nothing to read."),
    ],
)
def test_what_does_not_fit_is_refused_in_one_sentence(text: str, sentence: str) -> None:
    answer = ask(text)
    assert (answer["kind"], answer["message"]) == ("error", sentence)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "The message must have either text or base64."),
        ({"text": "[[1]]", "base64": ""}, "The message must have either text or base64."),
        ({"base64": "é"}, "base64 must be base64."),
        ({"base64": ""}, "The file is no safetensors file: it does not begin with a header."),
        ({"text": "[[1]]", "rows": "units"}, "rows must be one of outputs, inputs."),
        ({"text": "1" * 200_001}, "text must have at most 200000 characters."),
    ],
)
def test_a_message_that_is_none_is_refused(fields: dict[str, str], sentence: str) -> None:
    assert ask(**fields)["message"] == sentence


def test_a_value_that_is_no_number_is_refused_by_layer() -> None:
    answer = ask(base64=encoded({**MAZUR, "2.bias": [0.6, float("nan")]}))
    assert answer["message"] == "Layer 2 has a value that is no finite number."


PIECES = (
    *"[](){},:=\n #'\"",
    *("tensor(", "array(", "OrderedDict(", "np.array(", "'0.weight': ", "'0.bias': ", "w1 = "),
    *("[[1, 2], [3, 4]]", "[1, 2]", "[[0.5]]", "-2.5e3", "1e999", "nan", "...", "null", "None"),
    *('{"layer_sizes": [2, 1], "parameters": [1, 2, 3]}', "parameters", "rows = 'inputs'\n"),
    *(
        "{",
        "}",
        "]",
        ", ",
        "dtype=float32)",
        "<tf.Variable>",
        "Parameter containing:",
        "import x\n",
    ),
    *("𝛿", "\0", "9" * 400, "x" * 500),
)
TEXTS = (PRINTED, ARRAYS, json.dumps(MAZUR), "[[1, 2]]\n[1, 2]")
FILES = tuple(
    write_safetensors({name: np.array(values) for name, values in entries.items()})
    for entries in (MAZUR, {"a.kernel": [[1.0, 2.0]], "b.kernel": [[3.0], [4.0]]})
)
COUNT = 10_000 if settings().max_examples > 50 else 200
"""How many pastes, and how many files: fewer in a build."""


def pastes() -> Iterator[dict[str, Any]]:
    draw = random.Random(1)  # noqa: S311 - no secret
    for _ in range(COUNT):
        if draw.random() < 0.5:
            text = "".join(draw.choices(PIECES, k=draw.randint(0, 9)))
        else:
            text = draw.choice(TEXTS)
            for _ in range(draw.randint(1, 3)):
                begin = draw.randrange(len(text))
                end = begin + draw.randint(0, 12)
                text = text[:begin] + draw.choice(PIECES) + text[end:]
        yield {"text": text, "rows": draw.choice([None, "outputs", "inputs"])}


def files() -> Iterator[dict[str, Any]]:
    draw = random.Random(2)  # noqa: S311 - no secret
    for _ in range(COUNT):
        data = bytearray(draw.choice(FILES))
        for _ in range(draw.randint(1, 4)):
            data[draw.randrange(len(data))] = draw.randrange(256)
        yield {"base64": b64encode(data[: draw.choice([None, None, draw.randrange(300)])]).decode()}


@pytest.mark.parametrize("brought", [pastes, files])
def test_anything_is_answered_by_a_network_a_question_or_a_sentence(brought: Any) -> None:
    kinds = set()
    for fields in brought():
        answer = ask(**fields)
        json.dumps(answer, allow_nan=False)
        if answer["kind"] == "error":
            assert answer["code"] != "internal", fields
            assert 5 < len(answer["message"]) < 500
            assert answer["message"][-1] in ".…"
            kinds.add("sentence")
        elif answer["network"] is None:
            assert len(answer["choices"]) == 2
            kinds.add("question")
        else:
            net = answer["network"]
            assert max(net["layer_sizes"]) <= LIMITS["units"].maximum
            shown = {**net, "parameters": net["parameters"]}
            example = {
                "inputs": [0.5] * net["layer_sizes"][0],
                "targets": [0.5] * net["layer_sizes"][-1],
            }
            message = {"kind": "trace", "network": shown, **example, "learning_rate": 0.5}
            assert engine.handle(message)["kind"] == "trace"
            kinds.add("network")
    assert kinds >= {"sentence", "network"}
