"""Refusals of a pass whose numbers a float64 cannot hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from backprop.core.overflow import overflow_sentence
from backprop.message.field import Refusal

if TYPE_CHECKING:
    from backprop.core.network import Network


def lost_step() -> Refusal:
    """A refusal to check a weight so large that a finite difference's step does not change it."""
    return Refusal(
        "too_large",
        "A weight is too large to check: the step of a finite difference is lost in its rounding.",
        "network.parameters",
    )


def require_finite(
    net: Network, inputs: npt.ArrayLike, targets: npt.ArrayLike, *computed: npt.ArrayLike
) -> None:
    """Refuse a pass if anything `computed` in it is infinite or undefined.

    Raises:
        Refusal: its sentence names the first operation that went wrong.
    """
    if all(np.isfinite(value).all() for value in computed):
        return
    sentence = overflow_sentence(net, inputs, targets)
    raise Refusal("not_finite", sentence, "network.parameters")
