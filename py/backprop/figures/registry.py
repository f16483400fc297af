"""The figures, one line for each: what a page calls them, and the modules that answer for them.

A module is imported when it is first asked, so that the first figure waits for the mathematics of
no other.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from types import ModuleType

    from backprop.core.limits import Limit


class Line(NamedTuple):
    """The figures that share a module or a folder, and what they ask.

    Attributes:
        figures: their names, as the attribute `figure` of an element says them.
        modules: below this package. The last part of a module's name is the kind of the messages
            that its `read(message)` reads and its `answer(request)` answers. The first holds in
            `OPENINGS` what each figure asks first, and may hold in `ALSO_RECORDED` what else the
            build records of it; any may hold limits of its own in `LIMITS`.
    """

    figures: tuple[str, ...]
    modules: tuple[str, ...]


REGISTRY = (
    Line(("learning",), ("learning.learning",)),
    Line(("blame",), ("blame",)),
    Line(("slope", "neuron"), ("neuron.neuron",)),
    Line(("slopes",), ("slopes.slopes",)),
    Line(
        ("walk", "network"),
        (
            "network.trace",
            "network.check",
            "network.updates",
            "network.weights.weights",
            "network.printed",
        ),
    ),
    Line(("paths",), ("paths.paths",)),
    Line(("cost",), ("cost.cost", "cost.timing")),
    Line(("xor",), ("xor.train", "xor.own.own_columns", "xor.own.own_data")),
    Line(("pulls",), ("pulls",)),
    Line(("rates",), ("rates.rates",)),
    Line(("stopping",), ("stopping",)),
    Line(("depth",), ("depth.depth",)),
    Line(("equations",), ("equations.equations",)),
    Line(("graph",), ("graph.graph",)),
    Line(("code",), ("code",)),
    Line(("symmetry",), ("symmetry.symmetry", "symmetry.symmetry_starts")),
    Line(("family",), ("family.family", "family.family_starts")),
    Line(("luck",), ("luck.luck", "luck.luck_map")),
    Line(("digits",), ("digits.digits",)),
    Line(
        ("playground",),
        ("playground.playground", "playground.playground_link", "playground.playground_compare"),
    ),
)
"""In the order in which the page shows the first figure of each line."""

FIGURES = tuple(figure for line in REGISTRY for figure in line.figures)

MODULES = {
    module.rpartition(".")[2]: f"{__package__}.{module}"
    for line in REGISTRY
    for module in line.modules
}
"""Kind of message → the whole name of the module that reads and answers it."""


def opening(figure: str) -> dict[str, Any]:
    """The message that a figure asks first."""
    (line,) = (line for line in REGISTRY if figure in line.figures)
    message: dict[str, Any] = _module(line.modules[0]).OPENINGS[figure]
    return message


def also_recorded(figure: str) -> list[dict[str, Any]]:
    """What else the build asks for a figure, so that its answers are there before Python is."""
    (line,) = (line for line in REGISTRY if figure in line.figures)
    table: dict[str, list[dict[str, Any]]] = getattr(_module(line.modules[0]), "ALSO_RECORDED", {})
    return table.get(figure, [])


def openings() -> dict[str, dict[str, Any]]:
    """What every figure asks first. This imports all of them."""
    return {figure: opening(figure) for figure in FIGURES}


def limits() -> dict[str, Limit]:
    """The limits that figures have of their own, by name. This imports all of them."""
    modules = [_module(name) for line in REGISTRY for name in line.modules]
    tables: list[dict[str, Limit]] = [getattr(module, "LIMITS", {}) for module in modules]
    return {name: limit for table in tables for name, limit in table.items()}


def _module(name: str) -> ModuleType:
    return import_module(f"{__package__}.{name}")
