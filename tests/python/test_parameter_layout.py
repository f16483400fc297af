"""Where parameters lie in their vector: weights row by row, then biases, direct weights last."""

import numpy as np
import pytest

from backprop.core.parameter_layout import ParameterLayout

WITH_ALL = ParameterLayout((2, 3, 1), use_biases=True, skip_to_output=True)


def test_parameters_are_counted() -> None:
    assert ParameterLayout((2, 2, 1), use_biases=False).size == 6
    assert ParameterLayout((2, 2, 1)).size == 9
    assert WITH_ALL.size == 2 * 3 + 3 + 3 * 1 + 1 + 2 * 1


def test_every_place_in_the_vector_has_the_address_of_its_view() -> None:
    addresses = WITH_ALL.addresses()
    assert addresses[:4] == [(0, 0, 0), (0, 0, 1), (0, 0, 2), (0, 1, 0)]
    assert addresses[6:12] == [
        (0, None, 0),
        (0, None, 1),
        (0, None, 2),
        *[(1, i, 0) for i in (0, 1, 2)],
    ]
    assert addresses[12:] == [(1, None, 0), (2, 0, 0), (2, 1, 0)]
    views = WITH_ALL.split(np.arange(15.0))
    assert views.weights[0].tolist() == [[0, 1, 2], [3, 4, 5]]
    assert views.biases[0].tolist() == [6, 7, 8]
    assert views.weights[1].tolist() == [[9], [10], [11]]
    assert views.biases[1].tolist() == [12]
    assert views.skip_weights is not None
    assert views.skip_weights.tolist() == [[13], [14]]


def test_many_networks_are_split_alike_and_stay_the_last_axis() -> None:
    views = WITH_ALL.split(np.arange(30.0).reshape(15, 2))
    assert views.weights[0].shape == (2, 3, 2)
    assert views.weights[0][1, 0].tolist() == [6, 7]
    assert views.biases[1].tolist() == [[24, 25]]


def test_a_layer_folded_is_its_weights_with_biases_and_direct_weights_below() -> None:
    first, last = WITH_ALL.folded(np.arange(15.0))
    assert first.tolist() == [[0, 1, 2], [3, 4, 5], [6, 7, 8]]
    assert last.tolist() == [[9], [10], [11], [12], [13], [14]]


def test_a_vector_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match=r"must have shape \(9,\), not \(8,\)"):
        ParameterLayout((2, 2, 1)).split(np.zeros(8))
