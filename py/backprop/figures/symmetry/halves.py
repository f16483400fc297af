"""What the two halves of a pattern do to the hidden units."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from backprop.core.network import Network
    from backprop.core.rules import Array


@dataclass(frozen=True)
class Halves:
    """What a pattern does at one moment.

    Attributes:
        halves: `(2, 2)`, for each hidden unit what its left and its right half add up to.
        biases: `(2,)`, of the hidden units.
        pre_activations: `(2,)`, of the hidden units: both halves and the bias.
        activations: `(2,)`, of the hidden units.
        output: ŷ, above 0.5 where the network calls the pattern symmetric.
    """

    halves: Array
    biases: Array
    pre_activations: Array
    activations: Array
    output: float


def halves_of(net: Network, inputs: Array) -> Halves:
    """What six inputs, `(6,)`, do in a network of 6-2-1."""
    forward = net.forward(inputs)
    parts = net.weights[0] * inputs[:, None]
    return Halves(
        np.stack([parts[:3].sum(axis=0), parts[3:].sum(axis=0)], axis=1),
        net.biases[0].copy(),
        forward.pre_activations[0].ravel(),
        forward.activations[1].ravel(),
        forward.outputs.item(),
    )
