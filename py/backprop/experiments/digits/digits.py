"""Training on digits, with the first layer's gradient looked at in every step.

It is often said that the first layer's gradients are large and chaotic at first, small and stable
later. Half of that comes out. The gradients shrink: the whole set's to a seventh in 30 epochs, one
batch's to less than a half. But those of the first epoch agree with each other, from batch to batch
and with the whole set, and those of the last are mostly the noise of their batches. There are two
exceptions. From very small weights ("tiny") the gradients first grow, more than tenfold; and with a
large learning rate (0.5) the first steps do turn back on each other.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from backprop.core import limits
from backprop.core.initialisers import RANGES, uniform_weights
from backprop.core.limits import Limit
from backprop.core.network import Network
from backprop.core.rules import cross_entropy
from backprop.training.column_pass import ColumnPass, columns_of
from backprop.training.example_order import ExampleOrder
from backprop.training.step_calls import gradient_factors

from .epoch_record import EpochRecord, gradient_measures
from .images import DIGITS, SIDE, aside_set, training_set

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

    from backprop.core.rules import Array

HIDDEN_UNITS = Limit(1, 128, True)
EPOCHS = Limit(0, 1_000, True)
LOOKS = 2
"""Steps of an epoch at which the whole set's gradient is taken too, which costs as much as 45."""

TINY = 0.01
"""Standard deviation of the first weights of a "tiny" start."""

STARTS = (*RANGES, "tiny")


@dataclass(frozen=True)
class Setting:
    """A network 64-h-10 with softmax and cross-entropy, and how it is trained.

    Attributes:
        hidden_units: h, 1 to 128.
        activation: of the hidden units.
        start: `he` or `xavier`, see `core.initialisers`; or `tiny`, normally distributed with a
            standard deviation of 0.01. Biases begin at 0.
        learning_rate: η, 0 to 100.
        batch_size: images in a step, 1 to 2,000.
    """

    hidden_units: int = 32
    activation: str = "relu"
    start: str = "he"
    learning_rate: float = 0.1
    batch_size: int = 32

    def __post_init__(self) -> None:
        wrong = limits.breach(HIDDEN_UNITS, self.hidden_units)
        if wrong is not None:
            raise ValueError(f"hidden_units {wrong.words}")
        limits.require("learning_rate", self.learning_rate)
        limits.require("batch_size", self.batch_size)
        if self.start not in STARTS:
            raise ValueError(f"start must be among {', '.join(STARTS)}, not {self.start!r}")
        self.blank_network()

    def blank_network(self) -> Network:
        """The network, all of its parameters 0."""
        sizes = [SIDE**2, self.hidden_units, DIGITS]
        return Network(sizes, [self.activation, "softmax"], "cross_entropy", initial_range=0)

    def network(self, seed: int) -> Network:
        """The network with the first weights of this seed."""
        net, rng = self.blank_network(), np.random.default_rng(seed)
        for weights in net.weights:
            n_in, n_out = weights.shape
            if self.start == "tiny":
                weights[:] = TINY * rng.standard_normal((n_in, n_out))
            else:
                widest = RANGES[self.start](n_in, n_out)
                weights[:] = uniform_weights(rng, n_in, n_out, widest)
        return net


@dataclass(frozen=True)
class DigitsRun:
    """How far a run has come: all that is needed to go on.

    Attributes:
        setting: what is trained.
        seed: of the first weights and of the order of the images.
        epoch: epochs done.
        parameters: `(P,)`.
        records: what was measured in each of these epochs.
    """

    setting: Setting
    seed: int
    epoch: int
    parameters: Array = field(repr=False)
    records: tuple[EpochRecord, ...] = field(default=(), repr=False)

    @property
    def network(self) -> Network:
        """The network as it is now."""
        net = self.setting.blank_network()
        net.parameters = self.parameters
        return net


class _Gradients:
    """The gradient of a network on so many columns of examples, in buffers made once."""

    def __init__(self, net: Network, x: Array, t: Array) -> None:
        self._x, self._t = x.copy(), t.copy()
        self._found = np.empty_like(net.parameters)
        layers = net.layout.folded(net.parameters), net.layout.folded(self._found)
        work = ColumnPass(net, *layers, x.shape[1])
        self._calls = [*work.forward_calls(self._x, self._t), *work.backward_calls(self._x)]
        self._factors = gradient_factors(work, net.layout)

    def of(self, x: Array, t: Array) -> Array:
        """∂E/∂w at the network's parameters, `(P,)`; the next call overwrites it."""
        self._x[:], self._t[:] = x, t
        for call in self._calls:
            call()
        np.multiply(self._found, self._factors, self._found)
        return self._found


def begin(seed: int = 0, setting: Setting | None = None) -> DigitsRun:
    """A run before its first epoch.

    Raises:
        ValueError: the seed is out of its range.
    """
    limits.require("seed", seed)
    chosen = setting or Setting()
    return DigitsRun(chosen, seed, 0, chosen.network(seed).parameters)


def go_on(state: DigitsRun, epochs: int = 1) -> DigitsRun:
    """Train for so many epochs more; cut into calls as one likes, a run is the same.

    The weights are those that `Trainer` finds with the same batches.

    Raises:
        ValueError: the number of epochs is out of its range.
    """
    wrong = limits.breach(EPOCHS, epochs)
    if wrong is not None:
        raise ValueError(f"epochs {wrong.words}")
    net, setting, train = state.network, state.setting, training_set()
    x, t = columns_of(net, train)
    order = ExampleOrder(x, t, state.seed)
    size, count = setting.batch_size, len(train)
    parts = [slice(i, min(i + size, count)) for i in range(0, count, size)]
    # By their width: the last batch may be smaller than the others.
    passes = {
        width: _Gradients(net, x[:, :width], t[:, :width])
        for width in {count, *(part.stop - part.start for part in parts)}
    }
    looks = sorted({look * len(parts) // LOOKS for look in range(LOOKS)})
    first = net.weights[0].size
    gradients, wholes = np.empty((len(parts), first)), np.empty((len(looks), first))
    records = list(state.records)
    with np.errstate(all="ignore"):
        for epoch in range(state.epoch, state.epoch + epochs):
            order.lay_out(epoch)
            for step, part in enumerate(parts):
                if step in looks:
                    wholes[looks.index(step)] = passes[count].of(x, t)[:first]
                gradient = passes[part.stop - part.start].of(order.x[:, part], order.t[:, part])
                gradients[step] = gradient[:first]
                net.parameters[:] -= setting.learning_rate * gradient
            records.append(_record(epoch + 1, net, gradient_measures(gradients, wholes, looks)))
    return replace(
        state, epoch=state.epoch + epochs, parameters=net.parameters, records=tuple(records)
    )


def _record(epoch: int, net: Network, measured: dict[str, float]) -> EpochRecord:
    train, aside = training_set(), aside_set()
    passed, other = net.forward(train.inputs), net.forward(aside.inputs)
    hidden = passed.activations[1]
    is_dead = ~hidden.any(axis=0) & (net.activations[0] == "relu")
    return EpochRecord(
        epoch=epoch,
        loss=float(cross_entropy(passed.pre_activations[-1], train.targets).mean()),
        aside_loss=float(cross_entropy(other.pre_activations[-1], aside.targets).mean()),
        accuracy=_share_right(passed.outputs, train.targets),
        aside_accuracy=_share_right(other.outputs, aside.targets),
        dead_units=tuple(int(unit) for unit in np.flatnonzero(is_dead)),
        **measured,
    )


def _share_right(outputs: Array, targets: Array) -> float:
    """The share of rows whose largest output is that of the digit."""
    right = outputs.argmax(axis=1) == targets.argmax(axis=1)
    return float(right.mean())


def run(
    seed: int = 0,
    setting: Setting | None = None,
    epochs: int = 30,
    progress: Callable[[int, int], None] | None = None,
) -> DigitsRun:
    """Train from one seed.

    Args:
        seed: of the first weights and of the order of the images.
        setting: what is trained; None: 64-32-10 of ReLU, η = 0.1, 32 images in a step.
        epochs: 0 to 1,000.
        progress: called with the epochs done and those to do.

    Returns:
        The run, with a record of each epoch.

    Raises:
        ValueError: an argument is out of its range.
    """
    if progress is None:
        return go_on(begin(seed, setting), epochs)
    state = begin(seed, setting)
    while state.epoch < epochs:
        state = go_on(state)
        progress(state.epoch, epochs)
    return state


def batch_gradients(state: DigitsRun, count: int = 8) -> tuple[Array, Array]:
    """The first layer's gradient where a run stands: the whole set's, and those of some batches.

    Args:
        state: the run.
        count: how many batches of the epoch that comes next, from 1 on.

    Returns:
        `(64, h)`, and `(count, 64, h)`, fewer where the epoch has fewer.
    """
    net, train = state.network, training_set()
    order = ExampleOrder(train.inputs.T, train.targets.T, state.seed).of(state.epoch)
    size = state.setting.batch_size
    parts = [order[i : i + size] for i in range(0, len(order), size)][:count]
    whole, *others = (
        net.backward(net.forward(x), t).weight_gradients[0]
        for x, t in (
            (train.inputs, train.targets),
            *((train.inputs[part], train.targets[part]) for part in parts),
        )
    )
    return whole, np.array(others)


def input_gradient(state: DigitsRun, image: npt.ArrayLike, digit: int) -> Array:
    """∂E/∂x of each dot, `(64,)`, where the image is to be a certain digit.

    A dot whose gradient is negative makes the image more of that digit when it darkens.

    Args:
        state: the run.
        image: `(64,)`, 0 for paper to 1.
        digit: 0 to 9, what the image is taken for.

    Raises:
        ValueError: there is no such digit, or the image has another shape.
    """
    if digit not in range(DIGITS):
        raise ValueError(f"digit must be from 0 to 9, not {digit!r}")
    net = state.network
    back = net.backward(net.forward(image), np.eye(DIGITS)[digit])
    found: Array = back.input_gradients[0]
    return found


def confusion(state: DigitsRun) -> npt.NDArray[np.int64]:
    """How often each digit among the images kept aside is told as which: `(digit, told)`."""
    aside = aside_set()
    told = state.network.predict(aside.inputs).argmax(axis=1)
    counts = np.zeros((DIGITS, DIGITS), dtype=np.int64)
    np.add.at(counts, (aside.targets.argmax(axis=1), told), 1)
    return counts
