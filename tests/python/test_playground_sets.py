"""Sets that TensorFlow Playground does not have, and networks with more than two classes."""

from itertools import pairwise

import numpy as np
import pytest
from plain_network import plain_gradient

from backprop.playground import Playground, Settings, to_link
from backprop.playground.sets.further_sets import FURTHER, part_of_yin_yang


def points_of(playground):
    points = np.concatenate([playground.training_points, playground.test_points])
    targets = np.concatenate([playground.training.targets, playground.test.targets])
    return points, targets


@pytest.mark.parametrize("name", FURTHER)
def test_a_further_set_has_500_points_in_the_plane_and_no_link(name):
    settings = Settings(dataset=name, noise=20)
    points, targets = points_of(Playground(settings))
    assert points.shape == (500, 2)
    assert np.abs(points).max() <= 6
    assert len(set(map(tuple, targets.tolist()))) == settings.class_count
    with pytest.raises(ValueError, match=name):
        to_link(settings)


def test_moons_are_half_circles_around_two_centres():
    points, targets = points_of(Playground(Settings(dataset="moons")))
    for label, centre, side in ((-1, (-1.5, -0.75), 1), (1, (1.5, 0.75), -1)):
        moon = points[targets[:, 0] == label] - centre
        assert len(moon) == 250
        assert np.abs(np.hypot(*moon.T) - 3).max() < 1e-12
        assert (side * moon[:, 1] >= -1e-12).all()


@pytest.mark.parametrize("classes", [2, 4])
def test_rings_part_by_their_distance_from_the_middle(classes):
    points, targets = points_of(Playground(Settings(dataset="rings", classes=classes)))
    r = np.hypot(*points.T)
    number = targets.argmax(axis=1) if classes > 2 else (targets[:, 0] + 1) / 2
    spans = [(r[number == k].min(), r[number == k].max()) for k in range(classes)]
    assert all(outer[0] > inner[1] for inner, outer in pairwise(spans))
    assert max(r) <= 5


def test_a_checkerboard_changes_its_class_from_square_to_square():
    points, targets = points_of(Playground(Settings(dataset="checkerboard", classes=3)))
    squares = np.floor((points + 6) / 3).sum(axis=1)
    assert (targets.argmax(axis=1) == squares % 3).all()


@pytest.mark.parametrize(
    ("x", "y", "part"),
    [(2.5, 0, 2), (-2.5, 0.9, 2), (0, 4, 1), (0, -4, 0), (-2.5, -2, 1), (2.5, 2, 0), (4, 2.5, 1)],
)
def test_yin_and_yang_have_each_a_dot_and_half_of_the_other_s_side(x, y, part):
    assert part_of_yin_yang(x, y) == part


def test_a_formula_gives_the_targets_of_a_curve():
    playground = Playground(Settings(dataset="reg-formula", formula="sin(x) + y**2/10"))
    points, targets = points_of(playground)
    expected = np.sin(points[:, 0]) + points[:, 1] ** 2 / 10
    assert np.abs(targets[:, 0] - expected).max() < 1e-14
    assert playground.network.activations[-1] == "linear"
    before = playground.training_loss
    playground.run(50)
    assert playground.training_loss < before / 2


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        ("__import__('os')", "at character 1"),
        ("x + z", "at character 5: z has no value"),
        ("log(x)", "log of .* is not defined|not defined at x = −"),
        ("exp(x**8)", "too large|must be at most"),
    ],
)
def test_a_formula_that_gives_no_targets_is_refused(formula, said):
    with pytest.raises(ValueError, match=said):
        Playground(Settings(dataset="reg-formula", formula=formula))


def test_three_classes_are_answered_by_softmax_and_trained_by_its_gradients():
    playground = Playground(Settings(seed="0.7", dataset="yin-yang", training_percent=10))
    net = playground.network
    assert (net.layer_sizes, net.activations[-1]) == ((2, 4, 2, 3), "softmax")
    _, backward = playground.passes([1, 2], [0, 0, 1])
    expected = plain_gradient(net, net.parameters, (np.array([[1.0, 2.0]]), np.array([[0, 0, 1]])))
    assert np.abs(backward.gradient - expected).max() < 1e-14
    # The first step goes by the mean of the first ten examples.
    first = playground.training.inputs[:10], playground.training.targets[:10]
    moved = net.parameters - 0.03 * plain_gradient(net, net.parameters, first)
    playground.step()
    assert np.abs(net.parameters - moved).max() < 1e-14
    before = playground.training_loss
    playground.run(200)
    assert playground.training_loss < 0.8 * before
