"""What a check is: the arguments that a function is given, and what has to come out."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from backprop.core.rules import Array


@dataclass(frozen=True)
class Part:
    """One array that the function returns, or has in what it returns."""

    name: str
    """As a sentence says it: “the gradient of the weights of layer 1”."""
    expected: Array
    place: str = ""
    """In the drawing of a network: `weights:0`, `biases:0`, `errors:1`; empty for none."""


@dataclass(frozen=True)
class Trial:
    """One call of the function."""

    told: str
    """What it was called with: “a 2-2-1 network and one example”."""
    arguments: tuple[object, ...]
    parts: tuple[Part, ...]
    """In the order in which a backward pass comes to them."""


class Check(ABC):
    """How a function is judged. All of its trials are the same each time."""

    function: str
    """Its name in the program."""
    returns: str
    """What it returns, in words, for who returned something else."""
    drawn_sizes: tuple[int, ...] = (2, 2, 1)
    """Of the layers of the network that the first trial is of and that is drawn; empty for none."""

    @abstractmethod
    def trials(self) -> tuple[Trial, ...]:
        """The calls, the first of which is drawn where there is a drawing."""

    def ask(self, function: Callable[..., object], trial: Trial) -> list[object]:
        """Call the function, and say what it gives for each part of the trial; None is nothing."""
        return [function(*deepcopy(trial.arguments))]
