"""Where each parameter of a network lies in the one vector that holds them all.

Layer by layer: weights (row by row), then biases. Direct input-to-output weights come last.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import numpy.typing as npt

    from .rules import Array

Address: TypeAlias = tuple[int, int | None, int]
"""(layer, source, target) of a weight; a bias has no source. Direct weights have the layer number
after the last."""


@dataclass(frozen=True)
class ParameterViews:
    """Views of one vector (P,) of parameters, or of one (P, nets) of many networks at once."""

    weights: tuple[Array, ...]
    """`weights[l]` has shape (n_in, n_out)."""
    biases: tuple[Array, ...]
    """`biases[l]` has shape (n_out,), or (0,) in a network without biases."""
    skip_weights: Array | None
    """Shape (n_inputs, n_outputs), or None in a network without direct links."""


@dataclass(frozen=True)
class ParameterLayout:
    """The order of the parameters of every network with these layers."""

    layer_sizes: tuple[int, ...]
    use_biases: bool = True
    skip_to_output: bool = False

    @property
    def ends(self) -> list[tuple[int, int]]:
        """(n_in, n_out) of each layer of weights, direct weights as one more layer."""
        sizes = self.layer_sizes
        return [*pairwise(sizes), *[(sizes[0], sizes[-1])] * self.skip_to_output]

    @property
    def size(self) -> int:
        """P, the number of parameters."""
        biases = sum(self.layer_sizes[1:]) * self.use_biases
        return sum(n_in * n_out for n_in, n_out in self.ends) + biases

    def addresses(self) -> list[Address]:
        """The address of every parameter, in its order."""
        found: list[Address] = []
        for layer, (n_in, n_out) in enumerate(self.ends):
            found += [(layer, i, j) for i in range(n_in) for j in range(n_out)]
            if self.use_biases and layer < len(self.layer_sizes) - 1:
                found += [(layer, None, j) for j in range(n_out)]
        return found

    def split(self, vector: npt.NDArray[Any]) -> ParameterViews:
        """Views of a vector (P,), shaped like the parameters: for a gradient or a velocity too.

        A vector may have further axes, such as (P, nets); every view has them last.

        Raises:
            ValueError: the first axis is not P.
        """
        if vector.shape[:1] != (self.size,):
            raise ValueError(f"parameters must have shape {(self.size,)}, not {vector.shape}")
        weights, biases, start = [], [], 0
        for n_in, n_out in pairwise(self.layer_sizes):
            weights.append(_as_matrix(vector[start : start + n_in * n_out], n_in, n_out))
            start += n_in * n_out
            biases.append(vector[start : start + n_out * self.use_biases])
            start += n_out * self.use_biases
        ends = (self.layer_sizes[0], self.layer_sizes[-1])
        skip_weights = _as_matrix(vector[start:], *ends) if self.skip_to_output else None
        return ParameterViews(tuple(weights), tuple(biases), skip_weights)

    def folded(self, vector: Array) -> list[Array]:
        """Views of a vector (P,) with each layer's weights and biases as one matrix.

        They follow each other in the vector as they stand: biases are weights from a unit that is
        always 1. Direct weights are more rows of the last matrix.
        """
        heights = [n_in + self.use_biases for n_in in self.layer_sizes[:-1]]
        heights[-1] += self.layer_sizes[0] * self.skip_to_output
        matrices, start = [], 0
        for n_in, n_out in zip(heights, self.layer_sizes[1:], strict=True):
            matrices.append(_as_matrix(vector[start : start + n_in * n_out], n_in, n_out))
            start += n_in * n_out
        return matrices


def _as_matrix(part: npt.NDArray[Any], n_in: int, n_out: int) -> npt.NDArray[Any]:
    return part.reshape(n_in, n_out, *part.shape[1:])
