"""Family trees, the second experiment of Rumelhart, Hinton and Williams (1986).

A network is told a person and a relation, such as Colin and aunt, and is to say who that is. Person
and relation first meet six units each; 12 units, 6 and the 24 people follow. Of the 104 questions
four are kept aside. Nature 323:533-536 reports that all four were answered, and that the six units
of a person came to stand for nationality, generation and branch of the tree.

The recipe as it is printed learns nothing, from no start: a decay of 0.2% in each sweep at a rate
of 0.01 amounts to a penalty of 0.02, and the first weights shrink to nothing before they can learn.
With ten times the rate nearly every start answers all questions that it was trained on, and on
average two of the four others. What the units stand for is found in many starts, not in all. Of
seeds 0 to 95, on one machine:

| recipe   | sweeps | all trained right | held out | nationality | generation | branch |
|----------|--------|-------------------|----------|-------------|------------|--------|
| repaired |  1,500 | 89                | 1.86     | 76%         | 53%        | 36%    |
| repaired |  3,000 | 93                | 2.06     | 87%         | 54%        | 41%    |
| adam     |    500 | 90                | 2.04     | 81%         | 66%        | 31%    |

The last three are shares of the starts in the third column: those in which the weights from the
people to a unit go with what people are at |r| > 0.8. At this rate a difference in the last digit
grows until it decides how a start ends, so another machine counts a few more or less. As printed,
and without decay, a start ends the same everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from backprop.core import limits
from backprop.core.datasets import Dataset
from backprop.core.network import Network
from backprop.core.optimisers import Adam, Momentum
from backprop.training.column_pass import ColumnPass, columns_of
from backprop.training.step_calls import gradient_factors

from .examples import HELD_OUT, all_inputs, all_targets, held_out, linked, network, trained_on
from .people import questions
from .recipes import EARLY, EARLY_MOMENTUM, EARLY_RATE, RECIPES, Recipe

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from backprop.core.rules import Array
    from backprop.training.in_place_functions import Call

ON, OFF = 0.8, 0.2
"""Outputs beyond these have no error."""

SLICE = 100
"""Sweeps between two reports of progress."""


@dataclass(frozen=True)
class FamilyRun:
    """How far a start has come: all that is needed to go on.

    Attributes:
        recipe: how it is trained.
        seed: of the first weights and of the questions kept aside.
        sweep: how often the network has seen the questions that it is trained on.
        parameters: `(P,)`.
        memory: what the optimiser keeps: `(1, P)`, the last Δw of momentum, or `(2, P)`, the
            running means of Adam.
    """

    recipe: Recipe
    seed: int
    sweep: int
    parameters: Array = field(repr=False)
    memory: Array = field(repr=False)

    @property
    def network(self) -> Network:
        """The network as it is now."""
        net = network()
        net.parameters = self.parameters
        return net

    @property
    def outputs(self) -> Array:
        """`(104, 24)`, what it says to each question of `questions()`, held out or not."""
        return self.network.forward(all_inputs()).outputs

    @property
    def is_right(self) -> list[bool]:
        """Of each question, whether every output is on the right side of 0.5."""
        largest_errors = np.abs(self.outputs - all_targets()).max(axis=1)
        return [bool(error < 0.5) for error in largest_errors]

    @property
    def trained_right(self) -> int:
        """How many of the 100 questions that it was trained on are answered."""
        return sum(self.is_right) - self.held_out_right

    @property
    def held_out_right(self) -> int:
        """How many of the four others are."""
        right = self.is_right
        return sum(right[question] for question in held_out(self.seed))


def begin(recipe: str = "repaired", seed: int = 0) -> FamilyRun:
    """A start before its first sweep.

    Args:
        recipe: a name in `RECIPES`.
        seed: of the first weights and of the questions kept aside.

    Raises:
        ValueError: there is no such recipe, or the seed is out of its range.
    """
    if recipe not in RECIPES:
        raise ValueError(f"recipe must be among {', '.join(RECIPES)}, not {recipe!r}")
    limits.require("seed", seed)
    chosen, net = RECIPES[recipe], network()
    widest = chosen.initial_range
    start = np.random.default_rng(seed).uniform(-widest, widest, net.parameters.size)
    net.parameters = start * linked()
    if chosen.output_bias is not None:
        net.biases[-1][:] = chosen.output_bias
    memory = np.zeros((2 if chosen.betas else 1, net.parameters.size))
    return FamilyRun(chosen, seed, 0, net.parameters, memory)


def go_on(state: FamilyRun, sweeps: int) -> FamilyRun:
    """Train for so many sweeps more; cut into calls as one likes, a run is the same.

    Raises:
        ValueError: the number of sweeps is out of its range.
    """
    limits.require("epochs", sweeps, "sweeps")
    end = state.sweep + sweeps
    if state.recipe.betas is None and state.sweep < EARLY < end:
        state = _trained(state, EARLY - state.sweep)
    return _trained(state, end - state.sweep)


def _trained(state: FamilyRun, sweeps: int) -> FamilyRun:
    """Train with one rate and one momentum."""
    net, recipe = state.network, state.recipe
    optimiser = _optimiser(state, net)
    gradient = np.zeros_like(net.parameters)
    fold = net.layout.folded
    batch = ColumnPass(net, fold(net.parameters), fold(gradient), len(questions()) - HELD_OUT)
    x, t = columns_of(net, Dataset("family", *trained_on(state.seed)))
    calls: list[Call] = [
        *batch.forward_calls(x, t),
        *_small_error_calls(batch.residual, recipe.measured_from_bounds),
        *batch.backward_calls(x),
        partial(np.multiply, gradient, gradient_factors(batch, net.layout) * linked(), gradient),
        partial(optimiser.step, gradient),
    ]
    for _ in range(sweeps):
        for call in calls:
            call()
    if isinstance(optimiser, Adam):
        memory = np.array([optimiser.first_moment, optimiser.second_moment])
    else:
        memory = optimiser.velocity[None]
    return replace(state, sweep=state.sweep + sweeps, parameters=net.parameters, memory=memory)


def _small_error_calls(errors: Array, measured_from_bounds: bool) -> list[Call]:
    """Calls that make `without_small_errors` of the errors ŷ − t, whatever their sign.

    Both bounds are as far from their targets, so an error of at most 0.2 is none; a larger one
    counts from there on, or all of it.
    """
    near, bound = np.empty_like(errors), np.full_like(errors, OFF)
    if measured_from_bounds:
        return [
            partial(np.minimum, errors, bound, out=near),
            partial(np.maximum, near, -bound, out=near),
            partial(np.subtract, errors, near, errors),
        ]
    return [
        partial(np.abs, errors, near),
        partial(np.greater, near, bound, near),
        partial(np.multiply, errors, near, errors),
    ]


def _optimiser(state: FamilyRun, net: Network) -> Momentum | Adam:
    recipe, w = state.recipe, net.parameters
    if recipe.betas is None:
        is_early = state.sweep < EARLY
        η, α = (EARLY_RATE, EARLY_MOMENTUM) if is_early else (recipe.learning_rate, recipe.momentum)
        return Momentum(w, η, α, shrink=recipe.shrink, velocity=state.memory[0])
    decays = np.full_like(w, recipe.weight_decay)
    for biases in net.split(decays).biases:
        biases[:] = 0
    adam = Adam(w, recipe.learning_rate, recipe.betas, weight_decay=decays)
    adam.first_moment[:], adam.second_moment[:] = state.memory
    adam.steps = state.sweep
    return adam


def without_small_errors(outputs: Array, targets: Array, measured_from_bounds: bool) -> Array:
    """Targets in whose place an output that is far enough on its side has no error.

    Args:
        outputs: ŷ, `(examples, 24)`.
        targets: t, each 0 or 1.
        measured_from_bounds: see `Recipe`.

    Returns:
        ŷ itself where it is above 0.8 and to be 1, or below 0.2 and to be 0; elsewhere the bound,
        or t.
    """
    nearest = np.clip(outputs, np.where(targets == 1, ON, 0), np.where(targets == 1, 1, OFF))
    if measured_from_bounds:
        return nearest
    return np.where(nearest == outputs, outputs, targets)


def pulls(state: FamilyRun) -> list[tuple[float, float]]:
    """Of each layer's weights, from the first on: what the gradient and what the decay would do.

    Both are lengths of a change in one sweep of gradient descent where gradient and weights stay
    as they are: η / (1 − α) |∂E/∂W|, and |W| times the share by which it is made smaller.
    """
    net, recipe = state.network, state.recipe
    x, t = trained_on(state.seed)
    forward = net.forward(x)
    targets = without_small_errors(forward.outputs, t, recipe.measured_from_bounds)
    gradient = net.split(net.backward(forward, targets).gradient * linked())
    reach = recipe.learning_rate / (1 - recipe.momentum)
    return [
        (float(reach * np.linalg.norm(slope)), float(recipe.shrink * np.linalg.norm(w)))
        for slope, w in zip(gradient.weights, net.weights, strict=True)
    ]


def run(
    recipe: str = "repaired",
    seeds: int | Sequence[int] = 24,
    sweeps: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> list[FamilyRun]:
    """Train one network from each seed.

    Args:
        recipe: a name in `RECIPES`.
        seeds: the seeds, or how many, counted from 0.
        sweeps: how often each network sees its 100 questions; None: as the recipe says.
        progress: called with the sweeps done, of all seeds together, and those to do.

    Raises:
        ValueError: there is no such recipe, or seeds or sweeps are out of their range.
    """
    chosen = [*range(seeds)] if isinstance(seeds, int) else [*seeds]
    limits.require("population", len(chosen), "the number of seeds")
    starts = [begin(recipe, seed) for seed in chosen]
    each = starts[0].recipe.sweeps if sweeps is None else sweeps
    limits.require("epochs", each, "sweeps")
    runs = []
    for place, start in enumerate(starts):
        state = start
        while state.sweep < each:
            state = go_on(state, min(SLICE, each - state.sweep))
            if progress is not None:
                progress(place * each + state.sweep, len(starts) * each)
        runs.append(state)
    return runs
