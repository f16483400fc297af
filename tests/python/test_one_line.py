"""What one line cannot do, by hand: XOR's two diagonals, and Rosenblatt's rule going round."""

from itertools import product
from typing import Any

import pytest

from backprop import engine
from backprop.core import datasets
from backprop.core.small_models.perceptron import perceptron_run
from backprop.message.presets import XOR_RUN


def trained(epochs: int = 0, **changes: Any) -> dict[str, Any]:
    """A slice of training of a single unit on XOR."""
    single = {"layer_sizes": [2, 1], "activations": ["sigmoid"]}
    network = {**XOR_RUN["network"], **single, **changes.pop("network", {})}
    run = {**XOR_RUN, "network": network, "state": None, "epochs": epochs, **changes}
    result = engine.handle(run)
    assert result["kind"] == "train", result
    return result


def test_both_diagonals_add_up_to_the_same_whatever_the_line() -> None:
    # w₁ = 0.5, w₂ = −0.25, b = 0.125: z = 0.125, −0.125, 0.625, 0.375.
    line = trained(network={"parameters": [0.5, -0.25, 0.125]})["line"]
    assert line["diagonals"] == [
        {"corners": [[0, 0], [1, 1]], "target": 0, "sums": [0.125, 0.375], "total": 0.5},
        {"corners": [[0, 1], [1, 0]], "target": 1, "sums": [-0.125, 0.625], "total": 0.5},
    ]
    assert "both are w₁ + w₂ + 2b = 0.5" in line["sentence"]
    assert "XOR wants z ≤ 0 at both corners" in line["sentence"]


@pytest.mark.parametrize(
    ("activation", "border"), [("tanh", "0.5493"), ("linear", "0.5"), ("relu", "0.5")]
)
def test_the_border_between_the_answers_is_where_the_output_is_one_half(
    activation: str, border: str
) -> None:
    line = trained(network={"activations": [activation]})["line"]
    assert f"z > {border} " in line["sentence"]


def test_no_line_of_many_has_all_four_right() -> None:
    steps = [-3.0, -1.5, -0.5, 0.0, 0.5, 1.5, 3.0]
    found = {
        trained(network={"parameters": list(line)}, surface=None)["accuracy"]
        for line in product(steps, repeat=3)
    }
    assert max(found) == 0.75


def test_training_ends_with_one_half_for_everything_and_says_that_it_is_stuck() -> None:
    result = trained(4_000)
    assert result["loss"] == pytest.approx(0.125, abs=1e-9)  # ½ (½)² for each example
    assert [p["output"] for p in result["predictions"]] == pytest.approx([0.5] * 4, abs=1e-4)
    assert result["accuracy"] <= 0.75
    assert result["stuck"]["rule"] == "stuck"
    assert "every output is 0.5 to within 0.01" in result["line"]["given_up"]
    assert trained()["line"]["given_up"] is None


def test_only_a_single_unit_on_xor_is_told_of() -> None:
    assert (
        trained(network={"layer_sizes": [2, 2, 1], "activations": ["sigmoid"] * 2})["line"] is None
    )
    assert trained(dataset={"name": "or"})["line"] is None
    assert trained(network={"skip_to_output": True})["line"] is None
    assert trained(network={"activations": ["softmax"]})["line"] is None


def test_the_perceptron_rule_makes_the_same_four_mistakes_for_ever() -> None:
    run = perceptron_run(datasets.make("xor"))
    assert (run.solved, run.repeats_from, run.sweeps) == (False, 3, 3)
    told = [(c.sweep, c.inputs, c.answer, (*c.weights, c.bias)) for c in run.changes]
    assert told == [  # by hand, from zero weights
        (1, (0, 1), 0, (0, 1, 1)),
        (1, (1, 1), 1, (-1, 0, 0)),
        (2, (0, 1), 0, (-1, 1, 1)),
        (2, (1, 0), 0, (0, 1, 2)),
        (2, (1, 1), 1, (-1, 0, 1)),
        (3, (0, 0), 1, (-1, 0, 0)),
        (3, (0, 1), 0, (-1, 1, 1)),
        (3, (1, 0), 0, (0, 1, 2)),
        (3, (1, 1), 1, (-1, 0, 1)),
    ]
    said = trained()["line"]["perceptron_sentence"]
    assert said.startswith("After sweep 3 the weights w₁, w₂, b are −1, 0, 1, as they were before")


@pytest.mark.parametrize("name", ["and", "or"])
def test_the_perceptron_rule_finds_a_line_where_there_is_one(name: str) -> None:
    dataset = datasets.make(name)
    run = perceptron_run(dataset)
    assert run.solved
    w, b = run.changes[-1].weights, run.changes[-1].bias
    for x, (t,) in zip(dataset.inputs.tolist(), dataset.targets.tolist(), strict=True):
        assert (w[0] * x[0] + w[1] * x[1] + b > 0) == (t == 1)
