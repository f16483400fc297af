"""Optimisers, by the published equations worked out with 60 digits, and by PyTorch where it is."""

from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest

from backprop.core.gradient_descent import momentum_change
from backprop.core.optimisers import Adam, Momentum, Optimiser
from backprop.core.rules import Array

STEPS = 500
START = (-1.2, 1.0)


def gradient(w: Array) -> Array:
    """That of Rosenbrock's valley, E = (1 − x)² + 10 (y − x²)²."""
    x, y = w
    return np.array([-2 * (1 - x) - 40 * x * (y - x * x), 20 * (y - x * x)])


TRAJECTORIES: list[tuple[Callable[[Array], Optimiser], dict[int, tuple[float, float]]]] = [
    (
        lambda w: Momentum(w, 0.001, 0.9),
        {
            1: (-1.17448, 1.0088),
            10: (-0.8290265414649014, 1.068565899117072),
            500: (0.9449539060226465, 0.8906499986175633),
        },
    ),
    (
        lambda w: Momentum(w, 0.001, 0.9, weight_decay=0.01),
        {
            1: (-1.174468, 1.00879),
            10: (-0.8286733467980254, 1.0680818663716598),
            500: (0.936460070635829, 0.8744033222482948),
        },
    ),
    (
        lambda w: Momentum(w, 0.001, 0.9, shrink=0.002),
        {
            1: (-1.17213104, 1.0067824),
            10: (-0.8155454231533925, 1.0446251135449758),
            500: (0.8050733529348976, 0.6412294504624322),
        },
    ),
    (
        Adam,
        {
            1: (-1.1990000000003918, 1.0009999999988637),
            10: (-1.1900242807178694, 1.0099735404322),
            500: (-0.9922578476166949, 1.0400617930182683),
        },
    ),
    (
        lambda w: Adam(w, weight_decay=0.01),
        {
            1: (-1.1990000000003918, 1.0009999999988624),
            10: (-1.1900242700362258, 1.009973504212891),
            500: (-0.9918027149084492, 1.038997763443769),
        },
    ),
    (
        lambda w: Adam(w, 0.002, (0.8, 0.99), 1e-6, weight_decay=0.01),
        {
            1: (-1.198000000078333, 1.0019999997724687),
            10: (-1.1801927467752746, 1.0197878436706294),
            500: (-0.7038610226431364, 0.5623050955476303),
        },
    ),
]
"""Optimiser → step → where it is, by a loop of the equations in Python's decimal numbers.

All that is compared with PyTorch below is here too, by the equations of its documentation: of
`torch.optim.SGD`, b ← α b + g and w ← w − η b.
"""


@pytest.mark.parametrize(("make", "expected"), TRAJECTORIES)
def test_500_steps_are_those_of_the_published_equations(
    make: Callable[[Array], Optimiser], expected: dict[int, tuple[float, float]]
) -> None:
    w = np.array(START)
    optimiser = make(w)
    for step in range(1, STEPS + 1):
        optimiser.step(gradient(w))
        if step in expected:
            assert w.tolist() == pytest.approx(expected[step], rel=1e-12)


@pytest.mark.parametrize(
    ("ours", "theirs", "settings"),
    [
        (lambda w: Momentum(w, 0.001, 0.9), "SGD", {"lr": 0.001, "momentum": 0.9}),
        (
            lambda w: Momentum(w, 0.001, 0.9, weight_decay=0.01),
            "SGD",
            {"lr": 0.001, "momentum": 0.9, "weight_decay": 0.01},
        ),
        (Adam, "Adam", {}),
        (
            lambda w: Adam(w, 0.002, (0.8, 0.99), 1e-6, weight_decay=0.01),
            "Adam",
            {"lr": 0.002, "betas": (0.8, 0.99), "eps": 1e-6, "weight_decay": 0.01},
        ),
    ],
)
def test_pytorch_takes_the_same_500_steps(
    ours: Callable[[Array], Optimiser], theirs: str, settings: dict[str, object]
) -> None:
    torch = pytest.importorskip("torch", reason="PyTorch is not installed here")
    w, tensor = np.array(START), torch.tensor(START, dtype=torch.float64)
    optimiser, other = ours(w), getattr(torch.optim, theirs)([tensor], **settings)
    for _ in range(STEPS):
        optimiser.step(gradient(w))
        tensor.grad = torch.from_numpy(gradient(tensor.numpy()))
        other.step()
        assert w.tolist() == pytest.approx(tensor.tolist(), rel=1e-12)


def test_momentum_is_the_step_that_gradient_descent_states() -> None:
    w, change, gradients = np.array([0.5, -2.0]), np.zeros(2), np.array([[1.0, 3.0], [-0.5, 2.0]])
    expected = w.copy()
    optimiser = Momentum(w, 0.1, 0.5)
    for g in gradients:
        optimiser.step(g)
        change = momentum_change(change, g, 0.1, 0.5)
        expected = expected + change
        assert w.tolist() == pytest.approx(expected.tolist(), abs=1e-15)
    assert optimiser.velocity.tolist() == pytest.approx(change.tolist(), abs=1e-15)


def test_adams_first_step_is_as_long_as_the_rate_whatever_the_slope() -> None:
    w = np.zeros(3)
    Adam(w, 0.25).step(np.array([1e-3, -40.0, 0.0]))
    assert w.tolist() == pytest.approx([-0.25, 0.25, 0], rel=1e-4)


def test_a_penalty_may_spare_some_parameters() -> None:
    w = np.array([2.0, 2.0])
    Momentum(w, 0.5, weight_decay=[0.1, 0.0]).step(np.zeros(2))
    assert w.tolist() == [1.9, 2.0]


def test_momentum_goes_on_with_the_velocity_of_another() -> None:
    whole, parts = np.array(START), np.array(START)
    one, first = Momentum(whole, 0.001, 0.9), Momentum(parts, 0.001, 0.9)
    for _ in range(3):
        one.step(gradient(whole))
        first.step(gradient(parts))
    second = Momentum(parts, 0.001, 0.9, velocity=first.velocity)
    for _ in range(3):
        one.step(gradient(whole))
        second.step(gradient(parts))
    assert parts.tolist() == whole.tolist()


def test_the_gradient_stays_as_it_was() -> None:
    for make, _ in TRAJECTORIES:
        w, g = np.array(START), np.array([1.0, 2.0])
        make(w).step(g)
        assert g.tolist() == [1, 2]


def test_a_zero_gradient_moves_nothing_but_what_momentum_carries_on() -> None:
    w = np.zeros(1)
    optimiser = Momentum(w, 1.0, 0.5)
    places = []
    for g in (1.0, 0.0, 0.0, 0.0):
        optimiser.step(np.array([g]))
        places.append(w.item())
    changes = [after - before for before, after in pairwise([0.0, *places])]
    assert changes == [-1, -0.5, -0.25, -0.125]


@pytest.mark.parametrize(
    ("make", "complaint"),
    [
        (lambda w: Momentum(w, -0.1), "learning_rate must be finite and from 0 up"),
        (lambda w: Momentum(w, np.nan), "learning_rate must be finite and from 0 up"),
        (lambda w: Momentum(w, 0.1, shrink=1.5), "shrink must be from 0 to 1, not 1.5"),
        (lambda w: Momentum(w, 0.1, velocity=np.zeros(3)), r"velocity must have shape \(2,\)"),
        (lambda w: Momentum(w, [1, 2, 3]), r"learning_rate of shape \(3,\) does not go with"),
        (lambda w: Adam(w, betas=(0.9, 1)), "betas must be from 0 to below 1"),
        (lambda w: Adam(w, epsilon=0), "epsilon must be above 0, not 0"),
        (lambda w: Adam(w, weight_decay=-1), "weight_decay must be finite and from 0 up"),
    ],
)
def test_settings_out_of_range_are_refused(
    make: Callable[[Array], Optimiser], complaint: str
) -> None:
    with pytest.raises(ValueError, match=complaint):
        make(np.zeros(2))
