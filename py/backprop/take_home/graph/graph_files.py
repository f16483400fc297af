"""The graph that a figure shows, in the files that there are of it."""

from __future__ import annotations

from backprop.figures.graph.graph import GraphRequest, read
from backprop.message.field import Refusal
from backprop.take_home.file import CSV, PYTHON, File

from .backprop_script import backprop_script
from .plain_script import plain_script
from .value_table import value_table
from .written_graph import written_graph

__all__ = ["FORMATS", "file_of", "read"]

WRITERS = {
    "backprop": ("graph-backprop.py", PYTHON, backprop_script),
    "plain": ("graph-plain.py", PYTHON, plain_script),
    "csv": ("graph.csv", CSV, value_table),
}
FORMATS = tuple(WRITERS)


def file_of(wanted: str, request: GraphRequest) -> File:
    """A graph in one of `FORMATS`.

    Raises:
        Refusal: as the figure refuses it; or the order is one of its own kind, and the figure
            draws several of the graph's numbers as one.
    """
    name, media_type, write = WRITERS[wanted]
    try:
        return File(name, media_type, write(written_graph(request)))
    except Refusal as refused:
        raise Refusal(refused.code, str(refused), f"subject.{refused.field}") from None
