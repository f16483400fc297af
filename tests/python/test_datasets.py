from typing import Any

import numpy as np
import pytest

from backprop.core import datasets
from backprop.core.datasets import Dataset

DRAWN = ["circle", "gaussians", "spiral"]


@pytest.mark.parametrize(
    ("name", "answers"), [("xor", [0, 1, 1, 0]), ("and", [0, 0, 0, 1]), ("or", [0, 1, 1, 1])]
)
def test_a_gate_has_its_truth_table_in_counting_order(name: str, answers: list[int]) -> None:
    gate = datasets.make(name)
    assert gate.inputs.tolist() == [[0, 0], [0, 1], [1, 0], [1, 1]]
    assert gate.targets.tolist() == [[answer] for answer in answers]
    assert gate.name == name


def test_a_gate_can_be_asked_for_by_name_or_by_function() -> None:
    assert np.array_equal(datasets.xor().targets, datasets.make("xor").targets)
    assert np.array_equal(datasets.and_().targets, datasets.make("and").targets)
    assert np.array_equal(datasets.or_().targets, datasets.make("or").targets)


def test_noise_moves_the_inputs_and_leaves_the_answers() -> None:
    moved = datasets.xor(noise=0.1, seed=5)
    assert not np.array_equal(moved.inputs, datasets.xor().inputs)
    assert np.array_equal(moved.targets, datasets.xor().targets)


@pytest.mark.parametrize("name", DRAWN)
@pytest.mark.parametrize("count", [2, 7, 250, 2_000])
def test_a_drawn_set_has_as_many_examples_as_asked_for_half_of_each_class(
    name: str, count: int
) -> None:
    examples = datasets.make(name, count, noise=0.1, seed=1)
    assert examples.inputs.shape == (count, 2)
    assert examples.targets.shape == (count, 1)
    assert examples.targets.sum() == count - count // 2


@pytest.mark.parametrize("name", DRAWN)
def test_the_same_seed_gives_the_same_examples_and_another_seed_others(name: str) -> None:
    one, same, other = (datasets.make(name, 50, 0.1, seed).inputs for seed in (1, 1, 2))
    assert np.array_equal(one, same)
    assert not np.array_equal(one, other)


def test_a_circle_without_noise_is_a_disc_inside_a_ring() -> None:
    examples = datasets.circle(400, seed=3)
    radius = np.hypot(*examples.inputs.T)
    inside = examples.targets[:, 0] == 1
    assert radius[inside].max() <= 0.5
    assert radius[~inside].min() >= 0.7
    assert radius.max() <= 1


def test_two_gaussians_lie_about_their_centres() -> None:
    examples = datasets.gaussians(2_000, seed=4)
    ones = examples.targets[:, 0] == 1
    # The mean of 1,000 points of spread 0.15 is within 0.03 of its centre: six standard errors.
    assert np.abs(examples.inputs[ones].mean(axis=0) - 0.5).max() < 0.03
    assert np.abs(examples.inputs[~ones].mean(axis=0) + 0.5).max() < 0.03


def test_the_arms_of_a_spiral_are_opposite_each_other() -> None:
    examples = datasets.spiral(100)
    assert np.allclose(examples.inputs[:50], -examples.inputs[50:], atol=1e-15)
    assert np.allclose(np.hypot(*examples.inputs[:50].T), np.arange(1, 51) / 50)


def test_a_split_shares_out_every_example_once() -> None:
    whole = datasets.circle(30, seed=1)
    kept, held_out = whole.split(10, seed=2)
    assert (len(kept), len(held_out)) == (20, 10)
    rows = {tuple(row) for row in np.vstack([kept.inputs, held_out.inputs])}
    assert rows == {tuple(row) for row in whole.inputs}


@pytest.mark.parametrize("held_out", [0, 30, -1])
def test_a_split_leaves_something_on_either_side(held_out: int) -> None:
    with pytest.raises(ValueError, match="held_out must be between 1 and 29"):
        datasets.circle(30).split(held_out)


def test_the_examples_of_a_set_cannot_be_written_to() -> None:
    with pytest.raises(ValueError, match="read-only"):
        datasets.xor().inputs[0, 0] = 1


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("moon",), "there is no data set 'moon'"),
        (("circle", 1), "count must be at least 2"),
        (("circle", 2_001), "count must be at most 2,000"),
        (("circle", 10.5), "count must be a whole number"),
        (("circle", 10, -0.1), "noise must be at least 0"),
        (("circle", 10, float("nan")), "noise must be finite"),
        (("xor", None, 0.0, -1), "seed must be at least 0"),
        (("xor", None, 0.0, 2**32), "seed must be at most 4,294,967,295"),
        (("xor", None, 0.0, True), "seed must be a whole number"),
    ],
)
def test_an_argument_out_of_range_is_refused_by_name(
    arguments: tuple[Any, ...], complaint: str
) -> None:
    with pytest.raises(ValueError, match=complaint):
        datasets.make(*arguments)


@pytest.mark.parametrize(
    ("inputs", "targets", "complaint"),
    [
        ([[1.0]], [[1.0], [0.0]], "1 rows of inputs do not go with 2 of targets"),
        ([1.0, 2.0], [[1.0]], "inputs must be rows"),
        ([[1.0]], [[np.nan]], "targets must be finite"),
        (np.empty((0, 2)), np.empty((0, 1)), "inputs must be rows"),
    ],
)
def test_examples_that_make_no_set_are_refused(inputs: Any, targets: Any, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        Dataset("odd", inputs, targets)
