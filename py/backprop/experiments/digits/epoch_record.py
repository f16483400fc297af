"""What is measured of the first layer's gradient in an epoch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from backprop.core.rules import Array


@dataclass(frozen=True)
class EpochRecord:
    """An epoch of training, told of the weights between the image and the hidden units.

    A value that would divide by zero, such as a direction where every gradient is 0, is NaN.

    Attributes:
        epoch: its number, from 1 on.
        loss: the mean over the training set, after the epoch.
        aside_loss: the mean over the images kept aside.
        accuracy: the share of the training set that is told right, 0 to 1, after the epoch.
        aside_accuracy: the same of the images kept aside.
        whole_norm: |∂E/∂W| over the whole training set, the mean of the places in the epoch at
            which it is taken.
        batch_norm: the mean of |∂E/∂W| over a single batch.
        batch_spread: the standard deviation of these over their mean.
        cosine_to_whole: how far one batch's gradient points where the whole set's does: the mean of
            the cosine of the angle between them, 1 for the same direction.
        successive_cosine: the same between the gradients of one batch and the next.
        sign_flips: how often the sign (−, 0 or +) of a weight's gradient is another one in the next
            step, 0 to 1; of the weights that have a gradient at all.
        signal: how far a weight's gradients agree over the epoch: the size of their mean, over
            their standard deviation, each averaged over the weights first.
        dead_units: hidden ReLU units that answer 0 to every image of the training set.
    """

    epoch: int
    loss: float
    aside_loss: float
    accuracy: float
    aside_accuracy: float
    whole_norm: float
    batch_norm: float
    batch_spread: float
    cosine_to_whole: float
    successive_cosine: float
    sign_flips: float
    signal: float
    dead_units: tuple[int, ...]


def cosines(some: Array, others: Array) -> Array:
    """The cosine of the angle between rows of `(k, n)` and `(k, n)`: `(k,)`, NaN for a zero."""
    with np.errstate(invalid="ignore"):
        found: Array = (some * others).sum(axis=1) / (lengths(some) * lengths(others))
    return found


def lengths(rows: Array) -> Array:
    """√Σ g² of each row of `(k, n)`: `(k,)`."""
    found: Array = np.sqrt((rows * rows).sum(axis=1))
    return found


def known_mean(values: npt.NDArray[Any]) -> float:
    """The mean of the values that are numbers; NaN where none is."""
    known = values[np.isfinite(values)]
    return float(known.mean()) if known.size else np.nan


def gradient_measures(batches: Array, whole: Array, places: Sequence[int]) -> dict[str, float]:
    """The fields of `EpochRecord` that tell of gradients.

    Args:
        batches: `(steps, weights)`, the gradient of each batch of the epoch.
        whole: `(k, weights)`, the gradients of the whole set at some of these steps.
        places: which, k of them.
    """
    norms = lengths(batches)
    signs = np.sign(batches[:, batches.any(axis=0)])
    spread = batches.std(axis=0).mean()
    return {
        "whole_norm": float(lengths(whole).mean()),
        "batch_norm": float(norms.mean()),
        "batch_spread": float(norms.std() / norms.mean()) if norms.any() else np.nan,
        "cosine_to_whole": known_mean(cosines(batches[places], whole)),
        "successive_cosine": known_mean(cosines(batches[:-1], batches[1:])),
        "sign_flips": known_mean((signs[:-1] != signs[1:]).ravel()),
        "signal": float(np.abs(batches.mean(axis=0)).mean() / spread) if spread else np.nan,
    }
