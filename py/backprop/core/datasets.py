"""Small sets of examples: the gates, which are exact, and three that are drawn.

The drawn sets live in about -1 to 1 on both axes, have as many examples of one class as of the
other (one more of the first when the count is odd) and targets of 0 and 1. The same name, count,
noise and seed give the same examples everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from . import limits
from .network_arguments import as_numbers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Dataset:
    """Examples to train on, in a fixed order.

    Attributes:
        name: what the set is called.
        inputs: `(examples, n_in)`, float64.
        targets: `(examples, n_out)`, float64.

    Raises:
        ValueError: the arrays are not 2-D, differ in length, are empty or not finite.
    """

    name: str
    inputs: Floats
    targets: Floats

    def __post_init__(self) -> None:
        for field in ("inputs", "targets"):
            array = as_numbers(getattr(self, field), field).copy()
            if array.ndim != 2 or 0 in array.shape:
                raise ValueError(f"{field} must be rows of numbers, one row for each example")
            if not np.isfinite(array).all():
                raise ValueError(f"{field} must be finite")
            array.flags.writeable = False  # a set is shared by every figure that shows it
            object.__setattr__(self, field, array)
        if len(self.inputs) != len(self.targets):
            raise ValueError(
                f"{len(self.inputs)} rows of inputs do not go with {len(self.targets)} of targets"
            )

    def __len__(self) -> int:
        return len(self.inputs)

    @property
    def middle(self) -> float:
        """The value of an output between its two answers: 0 for targets of −1 and 1, else 0.5."""
        return 0.0 if (self.targets < 0).any() else 0.5

    def split(self, held_out: int, seed: int = 0) -> tuple[Dataset, Dataset]:
        """Return two sets: the examples to train on, and `held_out` others drawn by `seed`.

        Raises:
            ValueError: fewer than one example would be left on either side.
        """
        if not 1 <= held_out < len(self):
            raise ValueError(f"held_out must be between 1 and {len(self) - 1}")
        order = np.random.default_rng(seed).permutation(len(self))
        kept, other = np.sort(order[held_out:]), np.sort(order[:held_out])
        return (
            Dataset(self.name, self.inputs[kept], self.targets[kept]),
            Dataset(f"{self.name}, held out", self.inputs[other], self.targets[other]),
        )


def as_dataset(examples: Dataset | tuple[ArrayLike, ArrayLike]) -> Dataset:
    """Return a `Dataset`, made of `(inputs, targets)` if it is not one already."""
    if isinstance(examples, Dataset):
        return examples
    inputs, targets = examples
    return Dataset("examples", as_numbers(inputs, "inputs"), as_numbers(targets, "targets"))


def _gate(name: str, targets: Iterable[int], noise: float, seed: int) -> Dataset:
    """The four corners (0,0), (0,1), (1,0), (1,1), moved by `noise` if there is any."""
    corners = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=np.float64)
    return _labelled(name, corners, targets, noise, np.random.default_rng(seed))


def _labelled(
    name: str, points: Floats, targets: Iterable[int], noise: float, rng: np.random.Generator
) -> Dataset:
    """Add Gaussian noise to points that already have their targets."""
    limits.require("noise", noise)
    moved = points + noise * rng.standard_normal(points.shape) if noise else points
    return Dataset(name, moved, np.array(list(targets), dtype=np.float64)[:, None])


def xor(noise: float = 0.0, seed: int = 0) -> Dataset:
    """Exclusive or: 1 when exactly one input is 1. No straight line parts the two classes."""
    return _gate("xor", (0, 1, 1, 0), noise, seed)


def and_(noise: float = 0.0, seed: int = 0) -> Dataset:
    """Logical and: 1 when both inputs are. The name is the one in Python's `operator`."""
    return _gate("and", (0, 0, 0, 1), noise, seed)


def or_(noise: float = 0.0, seed: int = 0) -> Dataset:
    """Logical or: 1 when either input is. The name is the one in Python's `operator`."""
    return _gate("or", (0, 1, 1, 1), noise, seed)


def _halves(count: int) -> tuple[int, int, list[int]]:
    """Sizes of the two classes and the targets, the class of ones first."""
    limits.require("examples", count, "count")
    first, second = count - count // 2, count // 2
    return first, second, [1] * first + [0] * second


def circle(count: int = 200, noise: float = 0.0, seed: int = 0) -> Dataset:
    """A disc of radius 0.5 (target 1) inside a ring from 0.7 to 1 (target 0), even in area.

    Args:
        count: 2 to 2,000 examples.
        noise: standard deviation of what is added to each coordinate, 0 to 1.
        seed: a whole number from 0 on.

    Raises:
        ValueError: an argument is out of its range.
    """
    inner, outer, targets = _halves(count)
    rng = np.random.default_rng(seed)
    # The square root makes the points even in area: a ring holds as many as its area says.
    area = np.concatenate([rng.uniform(0, 0.5**2, inner), rng.uniform(0.7**2, 1, outer)])
    radius, angle = np.sqrt(area), rng.uniform(0, 2 * np.pi, count)
    points = np.column_stack([radius * np.cos(angle), radius * np.sin(angle)])
    return _labelled("circle", points, targets, noise, rng)


def gaussians(count: int = 200, noise: float = 0.0, seed: int = 0) -> Dataset:
    """Two round clouds of standard deviation 0.15, at (0.5, 0.5) (1) and (-0.5, -0.5) (0).

    Args and errors as in `circle`; noise widens the clouds.
    """
    first, second, targets = _halves(count)
    rng = np.random.default_rng(seed)
    centres = np.concatenate([np.full((first, 2), 0.5), np.full((second, 2), -0.5)])
    return _labelled(
        "gaussians", centres + 0.15 * rng.standard_normal((count, 2)), targets, noise, rng
    )


def spiral(count: int = 200, noise: float = 0.0, seed: int = 0) -> Dataset:
    """Two arms of an Archimedean spiral, 1.75 turns each, half a turn apart.

    Args and errors as in `circle`; without noise the seed makes no difference.
    """
    first, second, targets = _halves(count)
    radius = np.concatenate([(np.arange(n) + 1) / n for n in (first, second)])
    angle = 1.75 * 2 * np.pi * radius + np.where(np.array(targets) == 1, 0, np.pi)
    points = np.column_stack([radius * np.sin(angle), radius * np.cos(angle)])
    return _labelled("spiral", points, targets, noise, np.random.default_rng(seed))


GATES: dict[str, Callable[..., Dataset]] = {"xor": xor, "and": and_, "or": or_}
DRAWN: dict[str, Callable[..., Dataset]] = {
    "circle": circle,
    "gaussians": gaussians,
    "spiral": spiral,
}


def make(name: str, count: int | None = None, noise: float = 0.0, seed: int = 0) -> Dataset:
    """Return the set of that name: `xor`, `and`, `or`, `circle`, `gaussians` or `spiral`.

    Args:
        name: one of the above.
        count: number of examples of a drawn set (None: 200); a gate always has its four.
        noise: standard deviation of what is added to each coordinate, 0 to 1.
        seed: a whole number from 0 to 4,294,967,295.

    Raises:
        ValueError: no set has that name, or a number is out of its range.
    """
    limits.require("seed", seed)
    chosen: dict[str, Any] = {"noise": noise, "seed": seed}
    if name in GATES:
        return GATES[name](**chosen)
    if name not in DRAWN:
        known = ", ".join([*GATES, *DRAWN])
        raise ValueError(f"there is no data set {name!r}; there are {known}")
    if count is not None:
        chosen["count"] = count
    return DRAWN[name](**chosen)
