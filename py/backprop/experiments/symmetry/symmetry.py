"""Symmetry detection, the first experiment of Rumelhart, Hinton and Williams (1986).

A network of 6 inputs, 2 hidden units and 1 output is to say whether the six binary inputs are
mirror-symmetric. Nature 323:533-536 trains it on all 64 patterns with the gradient summed over
them, a learning rate of 0.1, momentum of 0.9 and first weights from −0.3 to 0.3, and reports one
run of 1,425 sweeps. `run` does the same from as many starts as one likes.

The sweeps that a start takes spread over two powers of ten, so the median of 200 starts depends on
which they are. Of the 2,000 seeds from 200 on, 94% are solved by 20,000 sweeps, 33% of all by
1,425, the median takes 2,556, and 5 to 95% lie between 513 and 15,111; drawn from these, the median
of 184 starts lies between 1,940 and 3,350 in 95 of 100 draws. Seeds 0 to 199 alone have 2,953, and
an independent rerun from 200 other starts 2,407.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from backprop.core import limits
from backprop.core.datasets import Dataset
from backprop.core.network import Network
from backprop.core.number_text import count_text, number_text, percent_text
from backprop.experiments.quantiles import quantile
from backprop.training.population import starting_parameters, train_population

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy.typing as npt

    from backprop.core.rules import Array

LEARNING_RATE, MOMENTUM, INITIAL_RANGE = 0.1, 0.9, 0.3
PUBLISHED_SWEEPS = 1_425

SLICE = 250
"""Sweeps between two reports of progress."""

RATIOS = {"1 : 2 : 4": (1.0, 2.0, 4.0), "1 : 1.52 : 2.02": (1.0, 1.52, 2.02)}
"""The two solutions, as sizes of the three pairs of weights in rising order."""

NEARNESS = 0.05
"""By which share each size of a pair may differ from a ratio that it counts as."""


@dataclass(frozen=True)
class SymmetryRun:
    """What became of one start.

    Attributes:
        seed: of the first weights.
        solved: whether every error was below 0.5 at some sweep.
        sweeps: the sweep after which that was so first; None if it never was.
        loss: ½ Σ (ŷ − t)² over the 64 patterns, at the end.
        sizes: `(3,)`, the size of the weights of each mirror pair, from the outermost pair to the
            innermost, averaged over both inputs and both hidden units; the smallest counts as 1.
        ratio: the key of `RATIOS` that the sizes agree with; None if they do with neither, or if
            the start is not solved.
        order: the places of the three sizes from the outermost pair to the innermost, 1 for the
            smallest: one of the six orders of 1, 2 and 3.
    """

    seed: int
    solved: bool
    sweeps: int | None
    loss: float
    sizes: tuple[float, float, float]
    ratio: str | None
    order: tuple[int, int, int]


def patterns(signed: bool = False) -> Dataset:
    """All 64 inputs of six bits; the target is 1 for the 8 that are mirror-symmetric.

    Args:
        signed: inputs of −1 and 1 instead of 0 and 1.
    """
    bits = np.array([*product((0.0, 1.0), repeat=6)])
    symmetric = (bits == bits[:, ::-1]).all(axis=1, keepdims=True)
    return Dataset("symmetry", 2 * bits - 1 if signed else bits, symmetric.astype(np.float64))


def network() -> Network:
    """The network of the paper, 6-2-1 of logistic units, its loss summed over the patterns."""
    return Network([6, 2, 1], "sigmoid", "half_squared_error", reduction="sum")


def pair_sizes(parameters: npt.ArrayLike) -> Array:
    """Return `(3,)`: the size of each mirror pair's weights, the smallest being 1.

    Args:
        parameters: `(P,)`, those of `network()`.
    """
    net = network()
    net.parameters = parameters
    sizes = np.abs(net.weights[0]).mean(axis=1)
    pairs = (sizes[:3] + sizes[:2:-1]) / 2
    found: Array = pairs / pairs.min()
    return found


def mirror_errors(parameters: npt.ArrayLike) -> Array:
    """Return `(2,)`: how far the two halves of each hidden unit's weights are from opposite.

    That is √Σ (w + w′)² / √Σ (w − w′)² over the three pairs of mirror weights w and w′: 0 where
    they are equal and opposite, infinite where they are equal.

    Args:
        parameters: `(P,)`, those of `network()`.
    """
    net = network()
    net.parameters = parameters
    left, right = net.weights[0][:3], net.weights[0][:2:-1]
    with np.errstate(divide="ignore", invalid="ignore"):
        found: Array = np.sqrt(
            ((left + right) ** 2).sum(axis=0) / ((left - right) ** 2).sum(axis=0)
        )
    return found


def ratio_of(sizes: npt.ArrayLike) -> str | None:
    """Which of `RATIOS` three sizes have, in whatever order they stand; None: neither.

    Args:
        sizes: `(3,)`, above 0.
    """
    rising = np.sort(np.asarray(sizes, dtype=np.float64))
    rising = rising / rising[0]
    for name, ratio in RATIOS.items():
        if (np.abs(rising / ratio - 1) <= NEARNESS).all():
            return name
    return None


@dataclass(frozen=True)
class SymmetryState:
    """How far all starts have come: all that is needed to go on.

    Attributes:
        signed: inputs of −1 and 1 instead of 0 and 1.
        sweep: how often each network has seen the 64 patterns.
        seeds: `(starts,)`, of the first weights.
        solved_sweeps: `(starts,)`, the sweep after which every error was first below 0.5; −1 where
            that has not been so.
        losses: `(starts,)`, ½ Σ (ŷ − t)² over the patterns.
        parameters: `(starts, P)`, see `network`.
        velocities: `(starts, P)`, the last Δw.
    """

    signed: bool
    sweep: int
    seeds: npt.NDArray[np.int64]
    solved_sweeps: npt.NDArray[np.int64]
    losses: Array = field(repr=False)
    parameters: Array = field(repr=False)
    velocities: Array = field(repr=False)

    @property
    def runs(self) -> list[SymmetryRun]:
        """What has become of each start, in the order of the seeds."""
        return [
            _told(int(seed), int(sweep), float(loss), end)
            for seed, sweep, loss, end in zip(
                self.seeds, self.solved_sweeps, self.losses, self.parameters, strict=True
            )
        ]


def begin(seeds: int | Sequence[int] = 200, *, signed: bool = False) -> SymmetryState:
    """All starts before their first sweep.

    Args:
        seeds: the seeds, or how many, counted from 0; 1 to 4,096. The first weights of seed s are
            those of `Network(..., seed=s, initial_range=0.3)`.
        signed: inputs of −1 and 1 instead of 0 and 1.

    Raises:
        ValueError: no seeds, too many of them, or one out of its range.
    """
    chosen = [*range(seeds)] if isinstance(seeds, int) else [*seeds]
    limits.require("population", len(chosen), "the number of seeds")
    for seed in chosen:
        limits.require("seed", seed)
    parameters = starting_parameters(network(), chosen, INITIAL_RANGE)
    start = SymmetryState(
        signed,
        sweep=0,
        seeds=np.array(chosen),
        solved_sweeps=np.full(len(chosen), -1),
        losses=np.full(len(chosen), np.nan),
        parameters=parameters,
        velocities=np.zeros_like(parameters),
    )
    return go_on(start, 0)  # measures the losses


def go_on(state: SymmetryState, sweeps: int) -> SymmetryState:
    """Train every start for so many sweeps more; cut into calls as one likes, a run is the same.

    Raises:
        ValueError: the number of sweeps is out of its range.
    """
    limits.require("epochs", sweeps, "sweeps")
    part = train_population(
        network(),
        patterns(state.signed),
        state.parameters,
        velocities=state.velocities,
        epochs=sweeps,
        learning_rate=LEARNING_RATE,
        momentum=MOMENTUM,
    )
    is_first = (state.solved_sweeps < 0) & (part.solved_epochs >= 0)
    return replace(
        state,
        sweep=state.sweep + sweeps,
        solved_sweeps=np.where(is_first, state.sweep + part.solved_epochs, state.solved_sweeps),
        losses=part.losses[-1],
        parameters=part.parameters,
        velocities=part.velocities,
    )


def run(
    seeds: int | Sequence[int] = 200,
    sweeps: int = 20_000,
    *,
    signed: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> list[SymmetryRun]:
    """Train one network from each seed, all at once, with the settings of the paper.

    Args:
        seeds: as in `begin`.
        sweeps: how often each network sees the 64 patterns.
        signed: inputs of −1 and 1 instead of 0 and 1.
        progress: called with the sweeps done and those to do.

    Returns:
        One run for each seed, in their order.

    Raises:
        ValueError: seeds or sweeps are out of their range.
    """
    limits.require("epochs", sweeps, "sweeps")
    state = begin(seeds, signed=signed)
    while state.sweep < sweeps:
        state = go_on(state, min(SLICE, sweeps - state.sweep))
        if progress is not None:
            progress(state.sweep, sweeps)
    return state.runs


def _told(seed: int, sweep: int, loss: float, parameters: Array) -> SymmetryRun:
    """Put what is measured of one start in words and places."""
    sizes, solved = pair_sizes(parameters), sweep >= 0
    outer, middle, inner = (float(size) for size in sizes)
    places = [int(place) + 1 for place in sizes.argsort().argsort()]
    return SymmetryRun(
        seed,
        solved,
        sweep if solved else None,
        loss,
        (outer, middle, inner),
        ratio_of(sizes) if solved else None,
        (places[0], places[1], places[2]),
    )


def table(runs: Sequence[SymmetryRun]) -> str:
    """What the command prints: a line for each start, and what they have in common."""
    lines = ["seed   sweeps      loss  outer  middle  inner  ratio"]
    for one in runs:
        sweep = "never" if one.sweeps is None else count_text(one.sweeps)
        sizes = [number_text(size, 3) for size in one.sizes]
        lines.append(
            f"{one.seed:>4} {sweep:>8} {number_text(one.loss, 3):>9}"
            f"  {sizes[0]:>5}  {sizes[1]:>6}  {sizes[2]:>5}  {one.ratio or '-'}"
        )
    done = [one.sweeps for one in runs if one.sweeps is not None]
    lines += ["", f"Solved: {len(done)} of {len(runs)} starts."]
    if done:
        early = sum(sweep <= PUBLISHED_SWEEPS for sweep in done) / len(runs)
        lines.append(
            f"Median of the solved: {count_text(quantile(done, 0.5))} sweeps. Solved by the "
            f"{count_text(PUBLISHED_SWEEPS)} of the paper: {percent_text(early, 2)} of all starts."
        )
        for name in RATIOS:
            lines.append(f"Ended at {name}: {sum(one.ratio == name for one in runs)}.")
    return "\n".join(lines)
