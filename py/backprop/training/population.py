"""Many networks at once: the same examples, as many starts as there are columns.

The net index comes last in every array, so that each call into NumPy runs over all networks
lying side by side in memory. One network alone trains faster in `training`; a thousand train
here some forty times faster than one after the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from backprop.core import limits
from backprop.core.datasets import Dataset, as_dataset
from backprop.core.network_arguments import as_numbers
from backprop.core.number_text import count_text, percent_text
from backprop.core.optimisers import Adam, Momentum

from .example_order import ExampleOrder
from .population_pass import PopulationPass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt

    from backprop.core.network import Network
    from backprop.core.rules import Array


@dataclass(frozen=True, repr=False)
class PopulationResult:
    """What became of every network.

    Attributes:
        record_epochs: `(k,)`, the epochs at which losses were kept.
        losses: `(k, nets)`, losses after that many epochs.
        solved_epochs: `(nets,)`, the epoch after which every error was first below the
            tolerance; −1 for a network that never got there.
        parameters: `(nets, P)`, as they are at the end.
        velocities: `(nets, P)`, the last Δw of momentum; zeros after Adam, which has none.
    """

    record_epochs: npt.NDArray[np.int64]
    losses: Array
    solved_epochs: npt.NDArray[np.int64]
    parameters: Array
    velocities: Array

    def __repr__(self) -> str:
        nets, solved = count_text(len(self.solved_epochs)), percent_text(self.solved_share, 3)
        return f"<PopulationResult of {nets} networks: {solved} of them solved>"

    @property
    def solved_share(self) -> float:
        """The share of networks that were ever solved, 0 to 1."""
        return float((self.solved_epochs >= 0).mean())


def starting_parameters(net: Network, seeds: Sequence[int], initial_range: float) -> Array:
    """Return `(nets, P)`: what `Network(..., seed=s, initial_range=…)` starts from, for each s."""
    size = net.parameters.size
    draws = [np.random.default_rng(s).uniform(-initial_range, initial_range, size) for s in seeds]
    return np.array(draws)


def train_population(
    net: Network,
    dataset: Dataset | tuple[npt.ArrayLike, npt.ArrayLike],
    parameters: npt.ArrayLike,
    *,
    epochs: int,
    learning_rate: float | npt.ArrayLike,
    momentum: float | npt.ArrayLike = 0.0,
    velocities: npt.ArrayLike | None = None,
    weight_decay: float | npt.ArrayLike = 0.0,
    betas: tuple[float, float] | None = None,
    batch_size: int | None = None,
    seed: int = 0,
    record_epochs: Sequence[int] | None = None,
    tolerance: float = 0.5,
) -> PopulationResult:
    """Train many networks of one kind on the same examples, with momentum or with Adam.

    Args:
        net: what kind of network; its own parameters are neither read nor changed.
        dataset: a `Dataset`, or inputs `(examples, n_in)` and targets `(examples, n_out)`.
        parameters: `(nets, P)`, one start a row; see `starting_parameters`.
        epochs: how often each network sees all examples.
        learning_rate: η, one for all or one for each network.
        momentum: α, the same; Adam has none.
        velocities: `(nets, P)`, the last Δw of a run to go on with; None: at rest.
        weight_decay: λ of the penalty ½ λ w², one for all or one for each network.
        betas: β₁ and β₂ of Adam; None: descent with momentum.
        batch_size: examples in a step, the same ones for all networks; None: the whole set.
        seed: decides, with the epoch's number, the order of the examples, as in `Trainer`.
        record_epochs: at which epochs to keep the losses, from 0 (the start) to `epochs`, in
            rising order; None: at the start and at the end.
        tolerance: a network is solved when every output is nearer than this to its target.

    Returns:
        Losses, solved epochs and final parameters. A network that diverges ends in numbers
        that are not finite; the others are not disturbed.

    Raises:
        ValueError: shapes that do not go together, or more networks than the limit.
    """
    examples = as_dataset(dataset)
    start = as_numbers(parameters, "parameters")
    if start.ndim != 2 or start.shape[1] != net.parameters.size:
        raise ValueError(f"parameters must have shape (nets, {net.parameters.size})")
    before = np.zeros_like(start) if velocities is None else as_numbers(velocities, "velocities")
    if before.shape != start.shape:
        raise ValueError(f"velocities must have shape {start.shape}, as parameters have")
    limits.require("population", len(start), "the number of networks")
    limits.require("epoch", epochs, "epochs")
    if batch_size is not None:
        limits.require("batch_size", batch_size)
    kept = _kept_epochs(record_epochs, epochs)
    p = start.T.copy(order="C")
    g = np.zeros_like(p)
    whole = PopulationPass(net, examples, p, g)
    optimiser = (
        Momentum(p, learning_rate, momentum, weight_decay, velocity=before.T)
        if betas is None
        else Adam(p, learning_rate, betas, weight_decay=weight_decay)
    )
    batches = None
    if batch_size is not None and batch_size < len(examples):
        batches = _Batches(net, examples, batch_size, seed, p, g)

    losses = np.empty((len(kept), len(start)))
    solved = np.full(len(start), -1, dtype=np.int64)
    row = 0
    with np.errstate(all="ignore"):
        for epoch in range(epochs + 1):
            whole.forward()
            while row < len(kept) and kept[row] == epoch:
                losses[row] = whole.losses()
                row += 1
            right = whole.largest_errors() < tolerance
            solved[right & (solved < 0)] = epoch
            if epoch == epochs:
                break
            for work in [whole] if batches is None else batches.of(epoch):
                work.backward()
                np.multiply(g, work.share, g)
                optimiser.step(g)
    velocity = optimiser.velocity if isinstance(optimiser, Momentum) else np.zeros_like(p)
    return PopulationResult(kept, losses, solved, p.T.copy(), velocity.T.copy())


def _kept_epochs(record_epochs: Sequence[int] | None, epochs: int) -> npt.NDArray[np.int64]:
    kept = np.array([0, epochs] if record_epochs is None else record_epochs, dtype=np.int64)
    if (np.diff(kept) < 0).any() or not ((kept >= 0) & (kept <= epochs)).all():
        raise ValueError(f"record_epochs must rise from 0 to {epochs} at most")
    return kept


class _Batches:
    """The steps of an epoch, each a pass over some of the examples."""

    def __init__(
        self, net: Network, examples: Dataset, size: int, seed: int, p: Array, g: Array
    ) -> None:
        x, t = np.ascontiguousarray(examples.inputs.T), np.ascontiguousarray(examples.targets.T)
        self._order = ExampleOrder(x, t, seed)
        count = len(examples)
        self._slices = [slice(i, min(i + size, count)) for i in range(0, count, size)]
        # The last batch may be smaller than the others, and then has a pass of its own.
        self._passes = {
            width: PopulationPass(
                net, Dataset("batch", examples.inputs[:width], examples.targets[:width]), p, g
            )
            for width in {part.stop - part.start for part in self._slices}
        }

    def of(self, epoch: int) -> Iterator[PopulationPass]:
        """Each step's pass, when it has been made forwards."""
        self._order.lay_out(epoch)
        for part in self._slices:
            work = self._passes[part.stop - part.start]
            work.show(self._order.x[:, part], self._order.t[:, part])
            work.forward()
            yield work
