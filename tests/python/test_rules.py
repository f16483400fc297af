import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprop.core import rules

NUMBERS = st.floats(-30, 30).filter(lambda z: abs(z) > 1e-6)


def row(*values: float) -> rules.Array:
    return np.array([values], dtype=float)


def test_sigmoid_has_the_values_of_the_worked_examples() -> None:
    a = rules.sigmoid(row(0.34, 0.28, 0.26, 0.30, 0.635287425730859))
    assert a == pytest.approx(
        row(
            0.5841905229354073,
            0.569546223939229,
            0.5646362918030292,
            0.574442516811659,
            0.6536874012629181,
        ),
        rel=1e-15,
    )


def test_sigmoid_is_one_half_at_zero_where_its_slope_is_the_quarter_it_never_exceeds() -> None:
    assert rules.sigmoid(row(0)).item() == 0.5
    assert rules.sigmoid_derivative(row(0.5)).item() == 0.25


@given(st.sampled_from([name for name in rules.ACTIVATIONS if name != "softmax"]), NUMBERS)
def test_every_derivative_is_that_of_its_value_by_the_complex_step(name: str, z: float) -> None:
    h = 1e-30
    rule = rules.ACTIVATIONS[name]
    expected = rule.value(np.array([[z + 1j * h]])).imag.item() / h
    δ = rule.error_signal(row(1), rule.value(row(z)))
    assert δ.item() == pytest.approx(expected, rel=1e-12)


def test_at_the_kink_relu_counts_as_flat_and_leaky_relu_as_leaking() -> None:
    assert rules.relu_derivative(rules.relu(row(0, -0.0))).tolist() == [[0, 0]]
    assert rules.leaky_relu_derivative(rules.leaky_relu(row(0))).item() == 0.01


def test_leaky_relu_lets_a_hundredth_of_a_negative_number_through() -> None:
    assert rules.leaky_relu(row(-2, 3)).tolist() == [[-0.02, 3]]


@pytest.mark.parametrize("name", rules.ACTIVATIONS)
def test_no_activation_overflows_at_a_thousand(name: str) -> None:
    a = rules.ACTIVATIONS[name].value(row(-1000, 0, 1000))
    assert np.isfinite(a).all()


def test_saturated_activations_reach_their_limits() -> None:
    assert rules.sigmoid(row(-1000, 1000)) == pytest.approx(row(0, 1), abs=1e-300)
    assert rules.tanh(row(-1000, 1000)).tolist() == [[-1, 1]]
    assert rules.softmax(row(-1000, 0, 1000)).tolist() == [[0, 0, 1]]


def test_softmax_shares_are_positive_sum_to_one_and_forget_a_common_shift() -> None:
    shares = rules.softmax(row(1, 2, 3))
    assert shares == pytest.approx(
        row(0.09003057317038046, 0.24472847105479764, 0.6652409557748219)
    )
    assert shares.sum() == pytest.approx(1, rel=1e-15)
    assert rules.softmax(row(1001, 1002, 1003)) == pytest.approx(shares, rel=1e-12)


def test_softmax_treats_each_example_alone() -> None:
    both = rules.softmax(np.array([[0.0, 0.0], [1000.0, -1000.0]]))
    assert both.tolist() == [[0.5, 0.5], [1, 0]]


def test_squared_errors_sum_over_outputs_and_stay_apart_by_example() -> None:
    ŷ, t = np.array([[1.0, 2.0], [0.0, 5.0]]), np.array([[0.0, 4.0], [0.0, 5.0]])
    assert rules.squared_error(ŷ, t).tolist() == [[5], [0]]
    assert rules.half_squared_error(ŷ, t).tolist() == [[2.5], [0]]
    assert rules.squared_error_derivative(ŷ, t).tolist() == [[2, -4], [0, 0]]
    assert rules.half_squared_error_derivative(ŷ, t).tolist() == [[1, -2], [0, 0]]


def test_a_mean_squared_error_is_shared_among_its_outputs() -> None:
    # As torch.nn.MSELoss: ŷ − t is 1, −2, 0 and 3, so E = (1 + 4 + 0 + 9) / 4 = 3.5.
    ŷ, t = np.array([[1.0, 0.0, 5.0, 3.0]]), np.array([[0.0, 2.0, 5.0, 0.0]])
    assert rules.mean_squared_error(ŷ, t).tolist() == [[3.5]]
    assert rules.mean_squared_error_derivative(ŷ, t).tolist() == [[0.5, -1, 0, 1.5]]


def test_the_output_itself_may_stand_in_place_of_a_loss_whatever_the_targets() -> None:
    ŷ, t = np.array([[1.0, -3.0], [0.5, 0.25]]), np.array([[0.0, 9.0], [1.0, 1.0]])
    assert rules.output(ŷ, t).tolist() == [[-2], [0.75]]
    assert rules.output_derivative(ŷ, t).tolist() == [[1, 1], [1, 1]]


def test_binary_cross_entropy_is_the_surprise_in_natural_logarithms() -> None:
    z = row(np.log(3))  # σ(ln 3) = 3/4
    assert rules.binary_cross_entropy(z, row(1)).item() == pytest.approx(np.log(4 / 3), rel=1e-15)
    assert rules.binary_cross_entropy(z, row(0)).item() == pytest.approx(np.log(4), rel=1e-15)


def test_cross_entropy_is_the_surprise_at_the_share_of_the_target() -> None:
    z = row(0, np.log(3))  # shares 1/4 and 3/4
    assert rules.cross_entropy(z, row(1, 0)).item() == pytest.approx(np.log(4), rel=1e-15)
    assert rules.cross_entropy(z, row(0, 1)).item() == pytest.approx(np.log(4 / 3), rel=1e-15)


def test_cross_entropies_at_a_thousand_are_a_thousand_wrong_and_nothing_right() -> None:
    assert rules.binary_cross_entropy(row(1000), row(0)).item() == 1000
    assert rules.binary_cross_entropy(row(1000), row(1)).item() == 0
    assert rules.binary_cross_entropy(row(-1000), row(1)).item() == 1000
    assert rules.cross_entropy(row(1000, 0), row(0, 1)).item() == 1000
    assert rules.cross_entropy(row(1000, 0), row(1, 0)).item() == 0


def test_cross_entropy_knows_the_derivative_for_targets_that_do_not_sum_to_one() -> None:
    ŷ = row(0.25, 0.75)
    assert rules.cross_entropy_derivative(ŷ, row(1, 0)).tolist() == [[-0.75, 0.75]]
    assert rules.cross_entropy_derivative(ŷ, row(2, 1)).tolist() == [[-1.25, 1.25]]


def test_cross_entropies_go_only_with_the_activation_they_undo() -> None:
    takers = {
        loss: [output for output, losses in rules.LOSSES_FOR_OUTPUT.items() if loss in losses]
        for loss in rules.LOSSES
    }
    assert takers["binary_cross_entropy"] == ["sigmoid"]
    assert takers["cross_entropy"] == ["softmax"]
    assert "softmax" not in takers["output"]  # its outputs sum to 1, whatever the weights
    assert takers["half_squared_error"] == takers["squared_error"] == list(rules.ACTIVATIONS)
