"""One setting from many starts: how many of them are solved, when, and how many stay stuck.

All starts train at once. A start that is solved, or whose numbers overflow, is told at the end of a
slice and trains no longer, so that what remains is faster.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from itertools import product
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from backprop.core import datasets, limits
from backprop.core.network import Network
from backprop.core.number_text import count_text, number_text, percent_text
from backprop.experiments.quantiles import quantile
from backprop.training.population import starting_parameters, train_population

from .wilson import wilson_interval

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    import numpy.typing as npt

    from backprop.core.rules import Array

SLICE = 100
"""Epochs between two reports of progress."""

MOST_VALUES = 6
"""Values of a field that a sweep takes; it varies two fields at the most."""

Outcome = Literal["solved", "diverged", "unsolved"]


@dataclass(frozen=True)
class Setting:
    """What is trained and how; the first weights are left to the seed.

    Attributes:
        dataset: a name that `datasets.make` knows.
        examples: how many examples of a drawn set, 2 to 2,000; None: as many as it has by itself.
        hidden_units: in one hidden layer, 1 to 8.
        activation: of the hidden units; the output is a sigmoid.
        initial_range: r, the first weights and biases lying evenly from −r to r.
        learning_rate: η, 0 to 100.
        momentum: α, 0 to 0.999.
    """

    dataset: str = "xor"
    examples: int | None = None
    hidden_units: int = 2
    activation: str = "sigmoid"
    initial_range: float = 1.0
    learning_rate: float = 0.5
    momentum: float = 0.9

    def __post_init__(self) -> None:
        limits.require("units", self.hidden_units, "hidden_units")
        for name in ("initial_range", "learning_rate", "momentum"):
            limits.require(name, getattr(self, name))
        self.network(0)
        self.make_dataset()

    def network(self, seed: int | None = None) -> Network:
        """The network that starts from this seed; its loss is ½ (ŷ − t)², averaged."""
        return Network(
            [2, self.hidden_units, 1],
            [self.activation, "sigmoid"],
            "half_squared_error",
            seed=seed,
            initial_range=self.initial_range,
        )

    def make_dataset(self) -> datasets.Dataset:
        """The examples, the same for every start."""
        return datasets.make(self.dataset, self.examples)


@dataclass(frozen=True)
class LuckRun:
    """How far a setting has come from each of its starts: all that is needed to go on.

    Attributes:
        setting: what is trained.
        epoch: epochs done.
        seeds: `(starts,)`, of the first weights.
        solved_epochs: `(starts,)`, the epoch after which every error was first below 0.5; −1 where
            that has not been so.
        diverged: `(starts,)`, whether the weights have left the numbers that a float64 holds.
        running: `(k,)`, the places of the starts that still train, in rising order.
        parameters: `(k, P)`, of those.
        velocities: `(k, P)`, the last Δw of those.
    """

    setting: Setting
    epoch: int
    seeds: npt.NDArray[np.int64]
    solved_epochs: npt.NDArray[np.int64]
    diverged: npt.NDArray[np.bool_]
    running: npt.NDArray[np.int64] = field(repr=False)
    parameters: Array = field(repr=False)
    velocities: Array = field(repr=False)

    @property
    def outcomes(self) -> list[Outcome]:
        """What has become of each start, in the order of the seeds."""
        return [
            "solved" if epoch >= 0 else "diverged" if lost else "unsolved"
            for epoch, lost in zip(self.solved_epochs, self.diverged, strict=True)
        ]

    @property
    def unsolved(self) -> int:
        """How many starts are neither solved nor have they diverged: at the end, the stuck ones."""
        return len(self.running)

    @property
    def unsolved_interval(self) -> tuple[float, float]:
        """The 95% interval of their share, see `wilson_interval`."""
        return wilson_interval(self.unsolved, len(self.seeds))

    def epochs_to_solve(self, *shares: float) -> list[float]:
        """The epochs by which these shares of the solved starts were; NaN where none is solved.

        Args:
            shares: each from 0 to 1; 0.5 gives the median.
        """
        return [quantile(self._solved_in_order(), share) for share in shares]

    def histogram(self, edges: Sequence[int]) -> list[int]:
        """How many starts were solved from one edge to before the next, the last edge included.

        Args:
            edges: epochs in rising order, two or more.
        """
        before = np.searchsorted(self._solved_in_order(), [*edges[:-1], edges[-1] + 1])
        return [int(count) for count in np.diff(before)]

    def _solved_in_order(self) -> npt.NDArray[np.int64]:
        """The epochs of the starts that are solved, in rising order."""
        return np.sort(self.solved_epochs[self.solved_epochs >= 0])


def begin(setting: Setting, starts: int | Sequence[int] = 1_000) -> LuckRun:
    """All starts before their first epoch.

    Args:
        setting: what is to be trained.
        starts: the seeds, or how many, counted from 0; 1 to 4,096.

    Raises:
        ValueError: no starts, or too many.
    """
    seeds = [*range(starts)] if isinstance(starts, int) else [*starts]
    limits.require("population", len(seeds), "starts")
    for seed in seeds:
        limits.require("seed", seed)
    parameters = starting_parameters(setting.network(0), seeds, setting.initial_range)
    return LuckRun(
        setting,
        epoch=0,
        seeds=np.array(seeds),
        solved_epochs=np.full(len(seeds), -1),
        diverged=np.zeros(len(seeds), dtype=np.bool_),
        running=np.arange(len(seeds)),
        parameters=parameters,
        velocities=np.zeros_like(parameters),
    )


def go_on(state: LuckRun, epochs: int) -> LuckRun:
    """Train every start that still runs for so many epochs more.

    However the epochs are cut into calls, a start is solved at the same one.

    Raises:
        ValueError: the number of epochs is out of its range.
    """
    limits.require("epochs", epochs)
    if not state.unsolved:
        return replace(state, epoch=state.epoch + epochs)
    setting = state.setting
    part = train_population(
        setting.network(0),
        setting.make_dataset(),
        state.parameters,
        velocities=state.velocities,
        epochs=epochs,
        learning_rate=setting.learning_rate,
        momentum=setting.momentum,
    )
    is_solved = part.solved_epochs >= 0
    is_lost = ~is_solved & ~np.isfinite(part.parameters).all(axis=1)
    solved_epochs, diverged = state.solved_epochs.copy(), state.diverged.copy()
    solved_epochs[state.running[is_solved]] = state.epoch + part.solved_epochs[is_solved]
    diverged[state.running[is_lost]] = True
    still = ~is_solved & ~is_lost
    return replace(
        state,
        epoch=state.epoch + epochs,
        solved_epochs=solved_epochs,
        diverged=diverged,
        running=state.running[still],
        parameters=part.parameters[still],
        velocities=part.velocities[still],
    )


def run(
    setting: Setting | None = None,
    starts: int | Sequence[int] = 1_000,
    epochs: int = 1_000,
    progress: Callable[[int, int], None] | None = None,
) -> LuckRun:
    """Train a setting from all starts, each as `Trainer` trains it alone.

    Args:
        setting: what is to be trained; None: XOR as the page opens it.
        starts: the seeds, or how many, counted from 0; 1 to 4,096.
        epochs: after which a start that is not solved counts as stuck.
        progress: called with the epochs done and those to do.

    Raises:
        ValueError: starts or epochs are out of their range.
    """
    limits.require("epochs", epochs)
    state = begin(setting or Setting(), starts)
    while state.epoch < epochs:
        state = go_on(state, min(SLICE, epochs - state.epoch))
        if progress is not None:
            progress(state.epoch, epochs)
    return state


def sweep(
    setting: Setting,
    values: Mapping[str, Sequence[Any]],
    starts: int | Sequence[int] = 1_000,
    epochs: int = 1_000,
) -> Iterator[LuckRun]:
    """Train one setting after the other, a cell of a map each, from the same seeds.

    Args:
        setting: what all have in common.
        values: one or two of its fields, and up to six values of each.
        starts: as in `run`.
        epochs: as in `run`.

    Yields:
        The run of each cell as soon as it is done; the last field varies fastest.

    Raises:
        ValueError: a field is unknown, a value out of its range, or there are too many.
    """
    known = [one.name for one in fields(Setting)]
    for name, chosen in values.items():
        if name not in known:
            raise ValueError(f"there is no field {name!r}; there are {', '.join(known)}")
        if not 1 <= len(chosen) <= MOST_VALUES:
            raise ValueError(f"{name} takes 1 to {MOST_VALUES} values, not {len(chosen)}")
    if len(values) > 2:
        raise ValueError(f"a sweep varies two fields at the most, not {len(values)}")
    # All are made before the first is trained, so that a wrong value is refused at once.
    cells = [
        replace(setting, **dict(zip(values, chosen, strict=True)))
        for chosen in product(*values.values())
    ]
    return (run(cell, starts, epochs) for cell in cells)


def table(runs: Sequence[LuckRun]) -> str:
    """What the command prints: a line for each setting."""
    head = "data       units  activation  range   rate  momentum  solved  stuck  diverged"
    lines = [f"{head}  stuck, 95%       epochs to solve: 5%  median     95%"]
    for one in runs:
        setting, outcomes = one.setting, one.outcomes
        low, high = (percent_text(end, 2) for end in one.unsolved_interval)
        early, median, late = (
            "-" if np.isnan(x) else count_text(x) for x in one.epochs_to_solve(0.05, 0.5, 0.95)
        )
        lines.append(
            f"{setting.dataset:<9}  {setting.hidden_units:>5}  {setting.activation:<10}"
            f"  {number_text(setting.initial_range):>5}  {number_text(setting.learning_rate):>5}"
            f"  {number_text(setting.momentum):>8}  {count_text(outcomes.count('solved')):>6}"
            f"  {count_text(one.unsolved):>5}  {count_text(outcomes.count('diverged')):>8}"
            f"  {f'{low} to {high}':<15}  {early:>19}  {median:>6}  {late:>6}"
        )
    return "\n".join(lines)
