"""One start of symmetry detection, kept at many sweeps, so that its training can be watched."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from .symmetry import SymmetryState, begin, go_on, network, patterns

if TYPE_CHECKING:
    from .symmetry import SymmetryRun

MOST_SWEEPS = 20_000
"""Most starts that are not solved by then rest on a plateau."""

SETTLED = 0.02
"""Below this loss the weights still grow, and their ratio stays."""

FEWEST_MOMENTS = 60
FIRST_STRIDE = 10


@dataclass(frozen=True)
class Moment:
    """The run after so many sweeps, and how many of the 64 patterns have an error below 0.5."""

    state: SymmetryState
    right: int


@dataclass(frozen=True)
class Trajectory:
    """A run from its first weights on, until its loss is below `SETTLED` or it is given up.

    Attributes:
        moments: at even distances, at most 120 and from so many on at least 60.
        stride: the sweeps between two of them.
    """

    moments: tuple[Moment, ...]
    stride: int

    @property
    def end(self) -> SymmetryRun:
        """What has become of the start by now."""
        return self.moments[-1].state.runs[0]

    @property
    def is_done(self) -> bool:
        """Whether the run has settled or has been given up."""
        return _is_done(self.moments[-1].state)


def trajectory(seed: int, *, signed: bool = False) -> Trajectory:
    """A run before its first sweep, with the settings of the paper.

    Args:
        seed: of the first weights, which are those of `Network(..., seed=s, initial_range=0.3)`.
        signed: inputs of −1 and 1 instead of 0 and 1.

    Raises:
        ValueError: the seed is out of its range.
    """
    return Trajectory((_moment(begin([seed], signed=signed)),), FIRST_STRIDE)


def trained(run: Trajectory, sweeps: int) -> Trajectory:
    """The run after so many sweeps, or a few more; it is the same in however many calls."""
    moments, stride = list(run.moments), run.stride
    while not _is_done(state := moments[-1].state) and state.sweep < sweeps:
        moments.append(_moment(go_on(state, min(stride, MOST_SWEEPS - state.sweep))))
        if len(moments) > 2 * FEWEST_MOMENTS:
            moments, stride = moments[::2], 2 * stride
    return Trajectory(tuple(moments), stride)


def _is_done(state: SymmetryState) -> bool:
    return float(state.losses[0]) < SETTLED or state.sweep >= MOST_SWEEPS


def _moment(state: SymmetryState) -> Moment:
    net, examples = network(), patterns(state.signed)
    net.parameters = state.parameters[0]
    errors = np.abs(net.forward(examples.inputs).outputs - examples.targets)
    return Moment(state, int((errors < 0.5).sum()))
