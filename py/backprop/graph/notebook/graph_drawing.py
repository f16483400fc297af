"""A drawing of a computation graph for notebooks, from left to right.

A box has the name of a value, its number, and below that its gradient; the oval before it has the
operation that made it. The values are those at the time of drawing.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from backprop.core.notebook.network_drawing import FORWARD, INK, LETTERING, PAPER
from backprop.core.number_text import number_text
from backprop.graph.layers import Layers, Place, layers_of
from backprop.graph.value import Value

BACKWARD = "#a84300"
COLUMN, ROW, MARGIN = 260, 66, 24
BOX_WIDTH, BOX_HEIGHT = 122, 52
OVAL_WIDTH, OVAL_HEIGHT, GAP = 72, 24, 12
APART = 8


def graph_svg(nodes: list[Value]) -> str:
    """The drawing as SVG, on paper of its own, so that it can be read in a dark notebook too.

    Args:
        nodes: all values, each behind its operands; the last is the result.
    """
    layers = layers_of(nodes)
    right = max(place.column for place in layers.places.values())
    deepest = max(place.row for line in layers.lines for place in line) if layers.lines else 0
    width = 2 * MARGIN + COLUMN * right + BOX_WIDTH
    height = round(2 * MARGIN + 2 * ROW * deepest + BOX_HEIGHT)
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {LETTERING} role="img">',
        f"<title>A computation graph of {len(nodes)} values</title>",
        f'<rect width="{width}" height="{height}" fill="{PAPER}"/>',
        *_lines(nodes, layers, height / 2),
        *_boxes(layers, height / 2),
        "</svg>",
    ]
    return "".join(parts)


def _left(place: Place) -> int:
    return MARGIN + COLUMN * place.column


def _lines(nodes: list[Value], layers: Layers, middle: float) -> Iterator[str]:
    """From the right side of an operand's box, past the columns between, to the oval.

    Two operands end apart, so that a value that is used twice by one operation has two lines.
    """
    ends = [
        APART * (index - (len(value.operands) - 1) / 2)
        for value in nodes
        for index in range(len(value.operands))
    ]
    for line, end in zip(layers.lines, ends, strict=True):
        points = []
        for place in line:
            y = middle + ROW * place.row
            points += [(_left(place), y), (_left(place) + BOX_WIDTH, y)]
        oval = _left(line[-1]) - GAP - OVAL_WIDTH + 2 * bool(end)  # an oval is narrower there
        path = " ".join(f"{x},{y}" for x, y in [*points[1:-2], (oval, points[-2][1] + end)])
        yield f'<polyline points="{path}" fill="none" stroke="{INK}" stroke-opacity="0.5"/>'


def _boxes(layers: Layers, middle: float) -> Iterator[str]:
    for value, place in layers.places.items():
        x, y = _left(place), middle + ROW * place.row
        center = x + BOX_WIDTH / 2
        if value.operation is not None:
            oval = x - GAP - OVAL_WIDTH / 2
            yield (
                f'<line x1="{x - GAP}" y1="{y}" x2="{x}" y2="{y}" stroke="{INK}"/>'
                f'<ellipse cx="{oval}" cy="{y}" rx="{OVAL_WIDTH / 2}" '
                f'ry="{OVAL_HEIGHT / 2}" fill="{PAPER}" stroke="{INK}"/>'
                f'<text x="{oval}" y="{y + 4}" fill="{INK}">{value.operation.symbol}</text>'
            )
        yield (
            f'<rect x="{x}" y="{y - BOX_HEIGHT / 2}" width="{BOX_WIDTH}" height="{BOX_HEIGHT}" '
            f'rx="4" fill="{PAPER}" stroke="{INK}"/>'
        )
        name = [(escape(value.label), INK)] if value.label else []
        gradient = f"gradient {number_text(value.gradient)}"
        texts = [*name, (number_text(value.data), FORWARD), (gradient, BACKWARD)]
        for row, (text, colour) in enumerate(texts):
            baseline = y + 4 + 15 * (row - (len(texts) - 1) / 2)
            yield f'<text x="{center}" y="{baseline}" fill="{colour}">{text}</text>'
