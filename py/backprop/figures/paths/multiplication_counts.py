"""How many multiplications a gradient takes: path by path, and by backpropagation.

Both begin where the forward pass has ended, with every activation a, every slope f′(z) and ∂E/∂ŷ
at hand, and end with ∂E/∂w of every weight. Biases, whose gradient is their unit's δ, are left out
of both; so are additions, of which there are never more than multiplications.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import prod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class MultiplicationCounts:
    """What one gradient of a fully connected network costs; whole numbers, exact at any size."""

    layer_sizes: tuple[int, ...]
    paths: int
    """All paths from a weight to an output, over all weights."""
    path_by_path: int
    """Multiplications when each path's product is worked out from its own factors."""
    backpropagation: int
    """Multiplications when every δ is worked out once, from the δ ahead of it."""


def multiplication_counts(layer_sizes: Sequence[int]) -> MultiplicationCounts:
    """Count for a network without direct links; `layer_sizes` as in `Network`, inputs first.

    A path from a weight of layer l passes the L − l layers of weights after it. It is a product of
    ∂E/∂ŷ, as many weights, one slope more than that, and the activation that the weight carried:
    2 (L − l) + 3 factors, hence one multiplication fewer. Raises ValueError for fewer than two
    layers or a layer without units.
    """
    sizes = tuple(layer_sizes)
    if len(sizes) < 2 or min(sizes) < 1:
        raise ValueError(f"layer_sizes needs two layers or more of at least one unit: {sizes}")
    last = len(sizes) - 2
    paths = [prod(sizes[layer:]) for layer in range(last + 1)]
    products = [2 * (last - layer) + 2 for layer in range(last + 1)]
    weights = sum(n_in * n_out for n_in, n_out in pairwise(sizes))
    collected = sum(n * ahead + n for n, ahead in pairwise(sizes[1:]))  # (Σ w δ) f′(z)
    return MultiplicationCounts(
        layer_sizes=sizes,
        paths=sum(paths),
        path_by_path=sum(n * each for n, each in zip(paths, products, strict=True)),
        backpropagation=sizes[-1] + collected + weights,  # δ at the outputs, δ inside, a δ
    )
