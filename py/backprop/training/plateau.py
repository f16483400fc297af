"""Standing still: how a start that is stuck is told from one that is only slow.

Gradient descent on XOR often spends thousands of epochs near a saddle, with every output at
about one half, and then solves the problem: the loss alone cannot tell that from a real trap.
The curvature can. At a saddle the loss falls away to some side, with second derivative λ < 0,
and descent with momentum leaves along it by a factor of about 1 + η|λ|/(1 − α) a step. So a run
is called stuck when

* some example is on the wrong side of one half,
* the loss has stayed within 2% for `PATIENCE` epochs, and
* no direction curves down enough to grow by e within `HORIZON` epochs.

Measured on 2-2-1 and XOR, η=0.5, α=0.9, mean loss, looked at every 1,000 epochs up to 20,000:

* seeds 0-499 at ±0.3, the whole set at a time: 486 solved it, the slowest after 17,047 epochs, and
  none of them was ever called stuck; of the other 14, 13 were. The last still stood at a saddle.
* seeds 0-299 at ±1: 244 solved it, none of them called stuck; of the other 56, all were.
* seeds 0-99 at ±0.3, one by one: 90 solved it, none of them called stuck; of the 10, all were.

On a saddle the growth was never below 1.1e-4 an epoch, in a trap never above 2.9e-5: the line
is drawn at 1e-4.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from backprop.core.number_text import count_text, number_text

from .population_pass import PopulationPass
from .stopping_rules import TrainingEnd, count_of

if TYPE_CHECKING:
    from backprop.core.datasets import Dataset
    from backprop.core.network import Network
    from backprop.core.rules import Array

PATIENCE = 1_000
HORIZON = 10_000
TOLERANCE = 0.02
GRID = 64
"""The loss is compared with its plateau at epochs that are multiples of this."""

STEP = 1e-4
"""Of the central differences of the gradient; the error is of the order of its square."""


MOST_COLUMNS = 20_000
"""Examples times nudged networks that are worth a look; a larger run is never called stuck."""


def moved_to(plateau: tuple[float, int], epoch: int, losses: Array) -> tuple[float, int]:
    """Return the loss and the epoch since which the loss has stayed within 2%.

    Args:
        plateau: the same as it was before these losses.
        epoch: number of the first of them.
        losses: one for each epoch.
    """
    level, since = plateau
    for i in range(-epoch % GRID, len(losses), GRID):
        loss = float(losses[i])
        if not abs(loss - level) <= TOLERANCE * level:
            level, since = loss, epoch + i
    return level, since


def lowest_curvature(net: Network, dataset: Dataset) -> float:
    """Return the lowest eigenvalue of the loss's matrix of second derivatives.

    Where the gradient overflows nothing is known of the curvature, and −∞ is returned.

    Its columns are central differences of the gradient; all of those gradients are computed at
    once, as a population of networks that differ from `net` in one parameter each.
    """
    size = net.parameters.size
    nudges = STEP * np.eye(size)
    nudged = net.parameters[:, None] + np.concatenate([nudges, -nudges], axis=1)
    gradients = np.empty_like(nudged)
    work = PopulationPass(net, dataset, nudged, gradients)
    with np.errstate(all="ignore"):
        work.forward()
        work.backward()
    if not np.isfinite(gradients).all():
        return -np.inf
    second = (gradients[:, :size] - gradients[:, size:]) * (work.share / (2 * STEP))
    return float(np.linalg.eigvalsh((second + second.T) / 2)[0])


def escape_rate(
    net: Network, dataset: Dataset, learning_rate: float, momentum: float, steps: int
) -> float:
    """Return the share by which a step away from here grows in an epoch; 0 if none does.

    `steps` is how many an epoch has, one for each batch.
    """
    downward = max(0.0, -lowest_curvature(net, dataset))
    return steps * learning_rate * downward / (1 - momentum)


def stuck(
    net: Network,
    dataset: Dataset,
    learning_rate: float,
    momentum: float,
    steps: int,
    epoch: int,
    plateau: tuple[float, int],
) -> TrainingEnd | None:
    """Say that a run is stuck, if it is; the rule is in the head of this module.

    Args:
        net: with its parameters as they are.
        dataset: the examples, with targets of 0 and 1, or of −1 and 1.
        learning_rate: η; at 0 nothing can be stuck, for nothing is tried.
        momentum: α.
        steps: how many an epoch has.
        epoch: how many epochs are done.
        plateau: the loss, and the epoch since which it has stayed within 2%.
    """
    level, since = plateau
    columns = 2 * net.parameters.size * len(dataset)
    if epoch - since < PATIENCE or learning_rate == 0 or columns > MOST_COLUMNS:
        return None
    outputs, middle = net.forward(dataset.inputs).outputs, dataset.middle
    wrong = int(((outputs > middle) != (dataset.targets > middle)).sum())
    if wrong == 0 or escape_rate(net, dataset, learning_rate, momentum, steps) * HORIZON >= 1:
        return None
    return TrainingEnd(
        "stuck",
        epoch,
        f"Stuck: {wrong} of {dataset.targets.size} answers {'is' if wrong == 1 else 'are'} wrong "
        f"after {count_of(epoch)}. The loss, looked at every {GRID}, has stayed within 2% of "
        f"{number_text(level)} since epoch {count_text(since)}, and gradient descent will not find "
        "a way down in any reasonable time.",
    )
