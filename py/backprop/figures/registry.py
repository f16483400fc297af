"""The figures, one line for each: what a page calls them, and the modules that answer for them.

A module is imported when it is first asked, so that the first figure waits for the mathematics of
no other.
"""

from __future__ import annotations

from typing import NamedTuple


class Line(NamedTuple):
    """The figures that share a module or a folder, and what they ask.

    Attributes:
        figures: their names, as the attribute `figure` of an element says them.
        modules: below this package. The last part of a module's name is the kind of the messages
            that its `read(message)` reads and its `answer(request)` answers.
    """

    figures: tuple[str, ...]
    modules: tuple[str, ...]


REGISTRY = (
    Line(("blame",), ("blame",)),
    Line(("slope", "neuron"), ("neuron.neuron",)),
    Line(("walk", "network"), ("network.trace", "network.check")),
    Line(("paths",), ("paths.paths",)),
    Line(("cost",), ("cost.cost", "cost.timing")),
    Line(("xor",), ("xor.train", "xor.own_data")),
    Line(("pulls",), ("pulls",)),
    Line(("rates",), ("rates.rates",)),
    Line(("stopping",), ("stopping",)),
    Line(("depth",), ("depth.depth",)),
    Line(("equations",), ("equations.equations",)),
)
"""In the order in which the page shows them."""

FIGURES = tuple(figure for line in REGISTRY for figure in line.figures)

MODULES = {
    module.rpartition(".")[2]: f"{__package__}.{module}"
    for line in REGISTRY
    for module in line.modules
}
"""Kind of message → the whole name of the module that reads and answers it."""
