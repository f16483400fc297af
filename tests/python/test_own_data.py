from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprop import engine

THREE = [[0.5, -1.0, 1.0], [0.25, 2.0, 0.0], [1e-3, 0.0, 0.5]]


def asked(text: object) -> dict[str, Any]:
    return engine.handle({"kind": "own_data", "text": text})


@pytest.mark.parametrize(
    "text",
    [
        "0.5,-1,1\n0.25,2,0\n0.001,0,0.5\n",
        "x1,x2,t\r\n0.5,-1,1\r\n0.25,2,0\r\n1e-3,0,.5",
        "\ufeffx;y;class\n0,5;−1;1\n0,25;2;0\n0,001;0;0,5\n",
        "0.5\t-1\t1\n\n0.25\t2\t0\n  \n0.001\t0\t0.5\n\t\t\n",
        '"0.5","-1","1"\n 0.25 , 2 , 0 \n0.001,0,0.5,\n',
    ],
)
def test_a_table_is_read_as_people_write_it(text: str) -> None:
    answer = asked(text)
    assert answer["kind"] == "own_data", answer
    assert np.reshape(answer["points"], (-1, 3)).tolist() == THREE
    assert answer["count"] == 3
    assert answer["sentence"] == "3 examples, 2 of them with a target of 0.5 or more."


@pytest.mark.parametrize(
    "text",
    [
        "label,x1,x2\n1,0.2,0.7\n0,0.9,-0.1\n",
        "label,x,y\n1,0.2,0.7\n0,0.9,-0.1\n",
        "Target;x;y2\n1;0,2;0,7\n0;0,9;-0,1\n",
        "sep=,\nx1,x2,t\n0.2,0.7,1\n0.9,-0.1,0\n",
        "sep=;\n0.2;0.7;1\n0.9;-0.1;0\n",
        "x1,x2,y\n0.2,0.7,1\n0.9,-0.1,0\n",
    ],
)
def test_a_line_of_names_says_which_column_is_the_target(text: str) -> None:
    answer = asked(text)
    assert answer["kind"] == "own_data", answer
    assert np.reshape(answer["points"], (-1, 3)).tolist() == [[0.2, 0.7, 1], [0.9, -0.1, 0]]


def test_large_inputs_are_taken_with_a_word_of_advice() -> None:
    assert "from −1 to 1" in str(asked("100,5,0\n10,5,1\n")["sentence"])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no examples"),
        ("\n ,,\n", "no examples"),
        ("hello", "Line 1 has one column"),
        ("1,2,1", "It has 1 example; 2 to 2,000"),
        ("a,b,c\n1,2,1", "It has 1 example; 2 to 2,000"),
        ("x1,x2\n0.1,0.2", "Line 2 has 2 columns between its commas; it needs 3"),
        ("PK\x03\x04\x14", "That is a workbook: save it as CSV"),
        ("1,2,1\n0.5,0.5,-1", "(the target): −1 is outside 0 to 1. Write −1 as 0."),
        ("1,2,1\n" * 2001, "2,001 examples"),
        ("1,2,1\n1,2", "Line 2 has 2 columns between its commas; it needs 3"),
        ("1,2,1\n\n3", "Line 3 has 1 column between its commas"),
        ("1;2;1\n1,2,1", "Line 2 has 1 column between its semicolons"),
        ("1,2,1\n1,2,3,4", "Line 2 has 4 columns"),
        ("1,2,1\n1,abc,0", "Line 2, column 2 (the second input): “abc” is no number."),
        ("1,2,1\n,2,0", "Line 2, column 1 (the first input): nothing stands there."),
        ("1,2,1\n1,2,7", "Line 2, column 3 (the target): 7 is outside 0 to 1."),
        ("1,2,1\n1e7,2,0", "Line 2, column 1 (the first input): 1×10⁷ is outside"),
        ("1,2,1\n1,nan,0", "“nan” is no number"),
        ("1,2,1\n1,inf,0", "“inf” is no number"),
        ("1,2,1\n1_0,2,0", "“1_0” is no number"),
        ('1,2,1\n1,"2', "Line 2 has 2 columns"),
        ("x" * 400_001, "400,000 characters"),
        ("1,2,1\n" + "x" * 200_000, "Line 2 is no line of a table"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_line_and_column(text: str, said: str) -> None:
    answer = asked(text)
    assert (answer["kind"], answer["field"]) == ("error", "text")
    assert said in str(answer["message"])


def test_what_is_no_text_is_refused() -> None:
    assert asked(3)["field"] == "text"
    assert engine.handle({"kind": "own_data"})["code"] == "missing_field"


@given(st.text(alphabet="0123456789.,;\t\n -eE\"'_nan∞x\r\ufeff", max_size=60) | st.text())
def test_any_text_is_answered_or_refused_in_words(text: str) -> None:
    answer = asked(text)
    assert answer["kind"] in ("own_data", "error")
    assert answer.get("code") != "internal", text


def test_a_network_trains_on_own_examples_as_on_any_others() -> None:
    points = [0.0, 0.0, 0, 0.0, 1.0, 1, 1.0, 0.0, 1, 1.0, 1.0, 0]
    message = {
        "kind": "train",
        "network": {
            "layer_sizes": [2, 2, 1],
            "activations": ["sigmoid", "sigmoid"],
            "loss": "half_squared_error",
            "use_biases": True,
            "seed": 29,
        },
        "dataset": {"name": "own", "points": points},
        "learning_rate": 0.5,
        "momentum": 0.9,
        "epochs": 300,
    }
    own = engine.handle(message)
    xor = engine.handle({**message, "dataset": {"name": "xor"}})
    assert own["losses"] == xor["losses"]
    assert own["state"] == xor["state"]
    assert (own["right"], own["examples"]) == (xor["right"], 4)
    typed = {**message, "dataset": {"name": "own", "points": np.array(points)}}
    assert engine.handle(typed)["losses"] == xor["losses"]


def test_of_many_own_examples_the_first_eight_are_told_one_by_one() -> None:
    rng = np.random.default_rng(3)
    points = np.column_stack([rng.normal(size=(500, 2)), rng.integers(0, 2, 500)])
    message = {
        "kind": "train",
        "network": {
            "layer_sizes": [2, 3, 1],
            "activations": ["tanh", "sigmoid"],
            "loss": "binary_cross_entropy",
            "use_biases": True,
            "seed": 1,
        },
        "dataset": {"name": "own", "points": points.ravel().tolist()},
        "learning_rate": 0.1,
        "momentum": 0.0,
        "epochs": 5,
    }
    answer = engine.handle(message)
    assert len(answer["predictions"]) == 8
    assert answer["examples"] == 500
    assert answer["right"] / 500 == answer["accuracy"]


@pytest.mark.parametrize(
    "dataset",
    [
        {"name": "own"},
        {"name": "own", "points": []},
        {"name": "own", "points": [0, 0, 1]},
        {"name": "own", "points": [0, 0, 1, 1]},
        {"name": "own", "points": [0, 0, 1, 0, 1, 2]},
        {"name": "own", "points": [0, 0, 1, 0, 1, None]},
        {"name": "own", "points": [0.0] * 6003},
        {"name": "xor", "points": [0, 0, 1, 0, 1, 1]},
    ],
)
def test_bad_own_examples_in_a_message_are_refused(dataset: dict[str, object]) -> None:
    message = {
        "kind": "train",
        "network": {
            "layer_sizes": [2, 1],
            "activations": ["sigmoid"],
            "loss": "half_squared_error",
            "use_biases": True,
        },
        "dataset": dataset,
        "learning_rate": 0.1,
        "momentum": 0.0,
        "epochs": 1,
    }
    answer = engine.handle(message)
    assert answer["kind"] == "error"
    assert str(answer["field"]).startswith("dataset")


def test_an_array_for_a_name_is_refused_in_words() -> None:
    message = {
        "kind": "train",
        "network": {
            "layer_sizes": [2, 1],
            "activations": ["sigmoid"],
            "loss": "half_squared_error",
            "use_biases": True,
        },
        "dataset": {"name": np.array([1.0, np.inf])},
        "learning_rate": 0.1,
        "momentum": 0.0,
        "epochs": 1,
    }
    answer = engine.handle(message)
    assert (answer["code"], answer["field"]) == ("bad_value", "dataset.name")
