"""Where a run of the playground stands, and what it did."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from backprop.core.rules import Array


@dataclass(frozen=True)
class PlaygroundState:
    """Where a run stands: all that is needed to go on from it.

    Attributes:
        epoch: how many epochs are done.
        step: how many steps of the next one are done.
        parameters: `(P,)`.
        alive: `(P,)`, 0 for each weight that L1 has ended, 1 for the others.
        velocity: `(P,)`, Δw of the step before; of Adam m, the running mean of the gradient.
        squares: `(P,)`, of Adam v, the running mean of the gradient's square.
    """

    epoch: int
    step: int
    parameters: Array
    alive: Array
    velocity: Array
    squares: Array


@dataclass(frozen=True)
class LossCurve:
    """What a call of `run` did.

    Attributes:
        epochs: `(measured,)`, how many epochs were done at each measurement.
        training, test: `(measured,)`, the losses then.
        ended: why the run ended before its last epoch, as a sentence; None if it did not.
    """

    epochs: NDArray[np.int64]
    training: Array
    test: Array
    ended: str | None
