"""The sum over paths, stage by stage, against derivatives that know nothing of paths."""

from __future__ import annotations

from math import exp, prod

import numpy as np
import pytest

from backprop import Network, engine
from backprop.explain.path_merging import path_merging
from backprop.figures.paths.paths import NETWORKS, OPENINGS
from backprop.message.presets import PRESETS

DEEP = Network(
    [2, 3, 2, 3, 2], ["tanh", "sigmoid", "tanh", "sigmoid"], "half_squared_error", seed=3
)
X, T = [0.5, -0.8], [1.0, 0.0]


def complex_step(net: Network, position: int) -> float:
    nudged = net.parameters.astype(complex)
    nudged[position] += 1e-30j
    return complex(net.loss_at(nudged, X, T)).imag / 1e-30


@pytest.mark.parametrize("position", [0, 6, 9, 16, 25, 33])
def test_at_every_stage_the_products_sum_to_the_derivative(position: int) -> None:
    address = DEEP.layout.addresses()[position]
    merging = path_merging(DEEP, X, T, address)
    true = complex_step(DEEP, position)
    assert merging.gradient == pytest.approx(true, rel=1e-12)
    for stage in merging.stages:
        assert sum(term.product for term in stage.terms) == pytest.approx(true, rel=1e-12)
        for term in stage.terms:
            assert term.product == pytest.approx(prod(f.value for f in term.factors), rel=1e-12)
        assert sum(term.path_count for term in stage.terms) == merging.path_count


def test_paths_of_a_first_weight_merge_layer_by_layer_into_one() -> None:
    merging = path_merging(DEEP, X, T, (0, 1, 2))
    # 2 × 3 × 2 ways on; then ends at the outputs, at layer 3, at layer 2, at its own unit.
    assert [len(stage.terms) for stage in merging.stages] == [12, 12, 6, 2, 1]
    assert [len(stage.tails) for stage in merging.stages] == [0, 2, 3, 2, 1]
    assert [stage.tails[0].path_count for stage in merging.stages[1:]] == [1, 2, 6, 12]


def test_a_weight_into_the_output_has_one_path_and_one_delta() -> None:
    net = Network([2, 2, 1], "sigmoid", "half_squared_error", use_biases=False)
    net.parameters = [0.2, 0.4, 0.3, 0.1, 0.6, 0.5]
    merging = path_merging(net, [0.5, 0.8], [0.7], (1, 0, 0))
    assert [len(stage.terms) for stage in merging.stages] == [1, 1]
    assert merging.gradient == pytest.approx(-0.00612480215579979, rel=1e-14)
    assert merging.stages[1].tails[0].value == pytest.approx(-0.010484254563090536, rel=1e-14)


def test_multiplications_of_the_2_3_3_1_network_by_hand() -> None:
    preset = NETWORKS["2-3-3-1"]["network"]
    net = Network(preset["layer_sizes"], preset["activations"], preset["loss"])
    merging = path_merging(net, X, [1.0], (0, 0, 0))
    assert [stage.multiplications for stage in merging.stages] == [
        3 * 6,  # three products of seven factors
        1 + 3 * 5,  # δ at the output, then six factors each
        1 + 3 * 2 + 3 * 3,  # three δ of w δ f′, then four factors each
        1 + 3 * 2 + (3 + 1) + 1,  # one δ out of three, then δ x
    ]


def test_the_figure_opens_with_the_network_of_the_figure_before_grown_by_two_layers() -> None:
    small = PRESETS["2-2-1-c"]
    result = engine.handle(OPENINGS["paths"])
    assert result["path_count"] == 9
    drawn = result["drawn"]
    assert drawn["parameters"][:4] == small["network"]["parameters"][:4]
    assert (drawn["activations"][0], drawn["targets"]) == (small["inputs"], small["targets"])
    # Whatever is ahead of them, its two hidden units say what they said: σ(1.25) and σ(0).
    assert drawn["activations"][1] == pytest.approx([1 / (1 + exp(-1.25)), 0.5], rel=1e-14)
    # Nine products of nine factors; then, by hand, one δ after the other.
    assert [stage["multiplications"] for stage in result["stages"]] == [
        9 * 8,
        1 + 9 * 7,
        1 + 3 * 2 + 9 * 5,
        1 + 3 * 2 + 3 * 4 + 3 * 3,
        1 + 3 * 2 + 3 * 4 + 4 + 1,
    ]
    # All weights: 4·9 + 6·3 + 9 + 3 paths; 4·9·8 + 6·3·6 + 9·4 + 3·2 multiplications. Every δ once,
    # 1 + 3·2 + 3·4 + 2·4, and one more multiplication for each weight.
    assert result["tally"] == (
        "for all 22 weights: 66 paths, 438 multiplications; with every δ kept, 49"
    )


def test_nothing_is_counted_for_what_a_linear_output_leaves_out() -> None:
    net = Network([1, 1, 1], "linear", "half_squared_error", use_biases=False)
    net.parameters = np.array([2.0, 3.0])
    merging = path_merging(net, [1.0], [5.0], (0, 0, 0))
    assert [stage.multiplications for stage in merging.stages] == [2, 2, 2]  # (ŷ − t) · w · x
    assert merging.gradient == 3.0  # (6 − 5) · 3 · 1


def test_a_weight_that_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match="no such weight"):
        path_merging(DEEP, X, T, (0, 2, 0))
