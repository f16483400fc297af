"""Random networks of every kind the core knows, with examples to run through them."""

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from hypothesis import strategies as st

from backprop import Network
from backprop.core import rules
from backprop.core.rules import ACTIVATIONS, LOSSES_FOR_OUTPUT

HIDDEN = [name for name in ACTIVATIONS if name != "softmax"]
ENDS = [(output, loss) for output, losses in LOSSES_FOR_OUTPUT.items() for loss in losses]

TRAINED_ENDS = [(output, loss) for output, loss in ENDS if loss != "output"]
"""Without the output itself, which has no target to be trained for."""


class Case(NamedTuple):
    """A network and a batch for it."""

    net: Network
    inputs: rules.Array
    targets: rules.Array


@st.composite
def cases(
    draw: st.DrawFn,
    ends: list[tuple[str, str]] = ENDS,
    hidden: list[str] = HIDDEN,
    max_batch: int = 3,
) -> Case:
    """A random architecture with parameters and examples drawn from a seed."""
    sizes = draw(st.lists(st.integers(1, 3), min_size=2, max_size=5))
    output, loss = draw(st.sampled_from(ends))
    inner = [draw(st.sampled_from(hidden)) for _ in sizes[1:-1]]
    seed = draw(st.integers(0, 10_000))
    net = Network(
        sizes,
        [*inner, output],
        loss,
        use_biases=draw(st.booleans()),
        seed=seed,
        reduction=draw(st.sampled_from(["mean", "sum"])),
        skip_to_output=draw(st.booleans()),
    )
    rng = np.random.default_rng(seed + 1)
    batch = draw(st.integers(1, max_batch))
    inputs = rng.uniform(-2, 2, (batch, sizes[0]))
    targets = rng.uniform(0, 1, (batch, sizes[-1]))
    if loss == "cross_entropy" and draw(st.booleans()):
        targets /= targets.sum(axis=1, keepdims=True)
    return Case(net, inputs, targets)


def examples(**choices: Any) -> st.SearchStrategy[Case]:
    """One example instead of a batch."""
    return cases(max_batch=1, **choices)


def complex_step_gradient(
    net: Network, inputs: npt.ArrayLike, targets: npt.ArrayLike
) -> rules.Array:
    """∂E/∂w = Im E(w + ih)/h: no difference is taken, so h may be tiny and nothing is lost."""
    h = 1e-30
    steps = 1j * h * np.eye(net.parameters.size)
    losses = [net.loss_at(net.parameters + step, inputs, targets) for step in steps]
    return np.array([loss.imag / h for loss in losses])


def distance_to_kinks(net: Network, inputs: npt.ArrayLike) -> float:
    """The smallest |z| of any ReLU or leaky ReLU unit, infinity without one."""
    zs = net.forward(inputs).pre_activations
    kinked = [
        np.abs(z).min()
        for z, name in zip(zs, net.activations, strict=True)
        if name in {"relu", "leaky_relu"}
    ]
    return float(min(kinked, default=np.inf))
