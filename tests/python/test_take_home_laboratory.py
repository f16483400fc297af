"""Files of the laboratory's figures: tables, and scripts that need nothing but NumPy."""

import csv
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose
from test_take_home_scripts import printed

from backprop import engine
from backprop.experiments import digits, luck, symmetry
from backprop.figures.registry import openings

pytestmark = pytest.mark.host
OPENINGS = openings()


def exported(wanted: str, subject: dict[str, Any]) -> tuple[str, str]:
    """Name and text of a file."""
    answer = engine.handle({"kind": "export", "format": wanted, "subject": subject})
    assert answer["kind"] == "export", answer
    return answer["filename"], answer["text"]


def table(subject: dict[str, Any]) -> list[dict[str, str]]:
    name, text = exported("csv", subject)
    assert name.endswith(".csv")
    return list(csv.DictReader(text.splitlines()))


@pytest.mark.parametrize("signed", [False, True])
def test_the_script_of_symmetry_trains_as_the_figure_does(tmp_path: Path, signed: bool) -> None:
    subject = OPENINGS["symmetry"] | {"seed": 3, "signed": signed, "sweeps": 100}
    told = printed(exported("numpy", subject)[1], tmp_path)
    state = symmetry.go_on(symmetry.begin([3], signed=signed), 100)
    net = symmetry.network()
    net.parameters = state.parameters[0]
    assert_allclose(told["w1"], net.weights[0], rtol=1e-9)
    assert_allclose(told["w2"], net.weights[1], rtol=1e-9)
    assert told["epoch 100 E"] == pytest.approx(state.losses[0], rel=1e-9)


def test_the_table_of_symmetry_has_every_moment_with_all_weights() -> None:
    subject = OPENINGS["symmetry"] | {"seed": 3, "sweeps": 100}
    rows, shown = table(subject), engine.handle(subject)
    assert [int(row["sweep"]) for row in rows] == shown["sweeps"]
    state = symmetry.go_on(symmetry.begin([3]), 100)
    net = symmetry.network()
    net.parameters = state.parameters[0]
    last = rows[-1]
    assert last["w2 to unit 1"] == str(float(net.weights[0][1, 0]))
    assert last["bias of output"] == str(float(net.biases[1][0]))
    assert float(last["loss"]) == state.losses[0]
    assert len(last) == 3 + 17


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"differs": "activation", "other_activation": "relu", "learning_rate": 2},
        {"dataset": "circle", "differs": "momentum", "other_value": 0.5, "activation": "tanh"},
        {"differs": "activation", "other_activation": "linear", "learning_rate": 100},
        {"also_differs": "momentum", "also_value": 0.5},
    ],
)
def test_the_script_of_luck_ends_each_start_as_the_figure_does(
    tmp_path: Path, changes: dict[str, Any]
) -> None:
    subject = OPENINGS["luck"] | {"starts": 12} | changes
    told = printed(exported("numpy", subject)[1], tmp_path)
    for number, side in enumerate(engine.handle(subject)["sides"], start=1):
        epochs = np.array(side["solved_epochs"])
        assert told[f"setting {number} solved"] == np.maximum(epochs, -1).tolist()
        assert told[f"setting {number} diverged"] == (epochs == -2).tolist()
        assert told[f"setting {number} share"] == side["solved"] / 12


def test_the_table_of_luck_has_a_line_for_each_start() -> None:
    rows = table(OPENINGS["luck"] | {"starts": 20})
    run = luck.run(luck.Setting(), 20)
    epochs = ["stuck" if epoch < 0 else str(epoch) for epoch in run.solved_epochs.tolist()]
    assert [row["epoch with 2 hidden units"] for row in rows] == epochs
    assert [row["seed"] for row in rows] == [str(seed) for seed in range(20)]


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"activation": "tanh", "start": "tiny", "learning_rate": 0.5},
        {"activation": "sigmoid", "start": "xavier", "drawing": "83o3kcet.9gmg.", "digit": 7},
    ],
)
def test_the_script_of_digits_trains_as_the_figure_does(
    tmp_path: Path, changes: dict[str, Any]
) -> None:
    subject = OPENINGS["digits"] | {"epochs": 3, "seed": 5} | changes
    told = printed(exported("numpy", subject)[1], tmp_path)
    shown = engine.handle(subject)
    for name in ("loss", "aside_loss", "accuracy", "aside_accuracy"):
        there = [told[f"epoch {epoch} {name.replace('_', ' ')}"] for epoch in (1, 2, 3)]
        assert there == pytest.approx(shown["records"][name], rel=1e-9)
    image = shown["image"]
    assert_allclose(told["outputs"], image["outputs"], rtol=1e-7)
    assert_allclose(told["gradient"], image["gradient"], rtol=1e-6, atol=1e-9)
    assert told["loss"] == pytest.approx(image["loss"], rel=1e-8)


def test_the_table_of_digits_has_every_epoch_to_its_last_digit() -> None:
    rows = table(OPENINGS["digits"] | {"epochs": 2, "seed": 5})
    run = digits.run(5, digits.Setting(hidden_units=16), 2)
    assert [float(row["loss"]) for row in rows] == [record.loss for record in run.records]
    assert [float(row["whole norm"]) for row in rows] == [each.whole_norm for each in run.records]


def test_what_has_no_number_is_left_empty() -> None:
    # Every hidden unit is dead from the first step on: there is no gradient with a direction.
    rows = table(OPENINGS["digits"] | {"epochs": 3, "learning_rate": 5})
    assert rows[-1]["cosine to whole"] == ""
