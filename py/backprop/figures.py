"""What the explainer's figures ask: each kind of message has a module that reads and answers it.

A module is imported when it is first asked, so that the first figure waits for the mathematics of
no other.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from backprop.message.field import Field

FIGURES: dict[str, tuple[str, str]] = {
    "neuron": ("neuron_answer.read", "neuron_answer.answer"),
    "blame": ("blame.read", "blame.answer"),
    "rates": ("run_messages.read_rates", "rates.answer"),
    "pulls": ("pulls.read", "pulls.answer"),
    "stopping": ("stopping_lines.read", "stopping_lines.answer"),
    "depth": ("depth_answer.read", "depth_answer.answer"),
    "paths": ("paths.read", "paths.answer"),
    "cost": ("cost.read_cost", "cost.answer_cost"),
    "timing": ("cost.read_timing", "cost.answer_timing"),
    "equations": ("equations_answer.read", "equations_answer.answer"),
    "own_data": ("own_data.read", "own_data.answer"),
}
"""Kind of message → what reads it and what answers it, as module and function."""


class FigureRequest(NamedTuple):
    """What a figure asks, as its own module read it."""

    kind: str
    asked: Any


def read(message: Field) -> FigureRequest:
    """Read a message whose kind is one of `FIGURES`.

    Raises:
        Refusal: the message is not of the shape or within the limits it must be.
    """
    kind = str(message["kind"].value)
    reader, _ = FIGURES[kind]
    return FigureRequest(kind, _function(reader)(message))


def answer(request: FigureRequest) -> dict[str, Any]:
    """Answer what was read."""
    _, answering = FIGURES[request.kind]
    answered: dict[str, Any] = _function(answering)(request.asked)
    return answered


def _function(place: str) -> Callable[..., Any]:
    module, _, name = place.partition(".")
    function: Callable[..., Any] = getattr(import_module(f".{module}", __package__), name)
    return function
