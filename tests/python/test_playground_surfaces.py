"""The little picture of every unit, point by point what the network answers there."""

import numpy as np
import pytest

from backprop.playground import UnitSurfaces, from_link

LINK = "seed=0.3&networkShape=3,2&xTimesY=true&activation="


@pytest.mark.parametrize("activation", ["tanh", "relu", "sigmoid", "linear"])
def test_every_point_of_every_layer_is_what_the_network_answers_there(activation):
    playground = from_link(LINK + activation)
    surfaces = UnitSurfaces(playground.network, playground.settings.features, resolution=13)
    playground.run(2)
    surfaces.draw()
    for row, column in ((0, 0), (12, 0), (4, 9)):
        x, y = column - 6.0, row - 6.0  # 13 points from −6 to 6 are one apart
        forward = playground.network.forward([x, y, x * y])
        for layer, activations in enumerate(forward.activations):
            shown = surfaces.layer(layer)[:, row, column]
            assert np.abs(shown - activations[0]).max() < 1e-13


def test_thumbnails_go_from_edge_to_edge():
    playground = from_link(LINK + "tanh")
    surfaces = UnitSurfaces(playground.network, playground.settings.features, resolution=13)
    surfaces.draw()
    assert surfaces.thumbnails(0, 4)[0].tolist() == [[-6, -2, 2, 6]] * 4
    assert (surfaces.thumbnails(2, 4) == surfaces.layer(2)[:, ::4, ::4]).all()
    with pytest.raises(ValueError, match="size"):
        surfaces.thumbnails(1, 14)


def test_outputs_that_overflow_are_the_largest_numbers():
    playground = from_link("seed=0.3&problem=regression&networkShape=")
    playground.network.parameters[:] = 1e308, 0, 0
    surfaces = UnitSurfaces(playground.network, ("x", "y"), resolution=2)
    surfaces.draw()
    largest = np.finfo(np.float64).max
    assert surfaces.layer(1)[0].tolist() == [[-largest, largest]] * 2


def test_surfaces_need_a_feature_for_each_input():
    with pytest.raises(ValueError, match="features"):
        UnitSurfaces(from_link(LINK + "tanh").network, ("x",))
