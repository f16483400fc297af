"""Steps of gradient descent, with numbers worked out by hand."""

import numpy as np
import pytest
from engine_messages import A, answer, with_network

from backprop.core.gradient_descent import descend, geometric, momentum_change, without


def test_a_step_goes_down_the_slope_by_the_learning_rate() -> None:
    assert descend(2.0, 3.0, 0.5) == 0.5
    assert descend(np.array([1.0, -1.0]), np.array([2.0, -4.0]), 0.25).tolist() == [0.5, 0.0]


def test_momentum_carries_a_share_of_the_last_change_on() -> None:
    # Two steps down E = w² from w = 1, η = 0.1, α = 0.5: −0.2, then −0.1 · 1.6 + 0.5 · (−0.2).
    first = momentum_change(0.0, 2.0, 0.1, 0.5)
    assert first == -0.2
    assert momentum_change(first, 2 * 0.8, 0.1, 0.5) == pytest.approx(-0.26, abs=1e-15)


def test_a_frozen_parameter_has_no_slope_and_the_gradient_itself_stays() -> None:
    gradient = np.array([1.0, 2.0, 3.0])
    assert without(gradient, (0, -1)).tolist() == [0, 2, 0]
    assert gradient.tolist() == [1, 2, 3]


def test_a_decaying_rate_loses_the_same_share_in_every_step() -> None:
    assert geometric(8.0, 0.5, 4).tolist() == [8, 4, 2, 1]
    with pytest.raises(ValueError, match="decay must be above 0 and at most 1, not 0"):
        geometric(1.0, 0, 3)


@pytest.mark.parametrize("frozen", [[], [0, 4]])
def test_the_step_that_is_shown_is_the_step_that_is_taken(frozen: list[int]) -> None:
    traced = answer(with_network(A, use_biases=False) | {"frozen": frozen})
    shown = [step["value"] for step in traced["steps"] if step["operation"] == "update"]
    # The last layer moves first.
    assert [value for layer in reversed(shown) for value in layer] == traced["update"]["parameters"]
