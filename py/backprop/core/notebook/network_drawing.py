"""A drawing of a network for notebooks: units in columns, weights as lines between them.

Drawn as on the page: the width of a line is the size of its weight, and a negative one is dashed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from backprop.core.number_text import number_text
from backprop.core.unit_names import parameter_name, unit_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backprop.core.parameter_layout import ParameterLayout
    from backprop.core.rules import Array

COLUMN, ROW, MARGIN, RADIUS = 200, 64, 40, 17
INK, FORWARD, PAPER = "#222", "#1d5fa8", "#fff"
LETTERING = 'font-family="sans-serif" font-size="11" text-anchor="middle"'

DASHED = ' stroke-dasharray="5 4"'
HALO = f'stroke="{PAPER}" stroke-width="4" paint-order="stroke" fill="{INK}"'

NUMBERED = 30
"""Numbers have room beside so many parameters; of more one points at a line to read its own."""

TITLED = 600
"""Lines of a larger network have no names, which would make a notebook slow."""


def network_svg(layout: ParameterLayout, parameters: Array) -> str:
    """The drawing as SVG, on paper of its own, so that it can be read in a dark notebook too."""
    sizes = layout.layer_sizes
    width, height = 2 * MARGIN + COLUMN * (len(sizes) - 1), 2 * MARGIN + ROW * (max(sizes) - 1)
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    names = ", ".join(map(str, sizes))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {LETTERING} role="img">',
        f"<title>A network with layers of {names} units</title>",
        f'<rect width="{width}" height="{height}" fill="{PAPER}"/>',
        *_lines(layout, parameters),
        *_units(layout, parameters),
        "</svg>",
    ]
    return "".join(parts)


def _place(sizes: tuple[int, ...], layer: int, unit: int) -> tuple[float, float]:
    above = (max(sizes) - sizes[layer]) / 2
    return MARGIN + COLUMN * layer, MARGIN + ROW * (above + unit)


def _lines(layout: ParameterLayout, parameters: Array) -> Iterator[str]:
    """A line for every weight, then the numbers on them."""
    largest = np.abs(parameters).max() or 1.0
    sizes, last = layout.layer_sizes, len(layout.layer_sizes) - 1
    addresses = layout.addresses()
    numbers = []
    for address, weight in zip(addresses, parameters.tolist(), strict=True):
        layer, source, target = address
        if source is None:
            continue
        start, end = (0, last) if layer == last else (layer, layer + 1)
        (x1, y1), (x2, y2) = _place(sizes, start, source), _place(sizes, end, target)
        value = number_text(weight)
        title = f"<title>{parameter_name(sizes, address)}: {value}</title>"
        yield (
            f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="{FORWARD}" '
            f'stroke-width="{0.6 + 3 * round(abs(weight) / largest, 2)}"'
            f"{DASHED if weight < 0 else ''}>"
            f"{title if len(addresses) <= TITLED else ''}</line>"
        )
        share = 0.24 + 0.17 * (target % 3)  # the lines of a unit have their numbers side by side
        x, y = x1 + share * (x2 - x1), y1 + share * (y2 - y1)
        numbers.append(f'<text x="{round(x)}" y="{round(y) + 4}" {HALO}>{value}</text>')
    if len(addresses) <= NUMBERED:
        yield from numbers


def _units(layout: ParameterLayout, parameters: Array) -> Iterator[str]:
    last = len(layout.layer_sizes) - 1
    for layer, units in enumerate(layout.layer_sizes):
        letter = "x" if layer == 0 else "ŷ" if layer == last else "a"
        for unit in range(units):
            x, y = _place(layout.layer_sizes, layer, unit)
            name = unit_name(layout.layer_sizes, layer, unit)
            yield (
                f'<circle cx="{x}" cy="{y}" r="{RADIUS}" fill="{PAPER}" stroke="{INK}">'
                f"<title>{name}</title></circle>"
                f'<text x="{x}" y="{y + 4}" fill="{INK}">{letter}{unit + 1}</text>'
            )
            if layer and layout.use_biases:
                value = number_text(layout.split(parameters).biases[layer - 1].item(unit))
                below = y + RADIUS + 12
                yield f'<text x="{x}" y="{below}" fill="{INK}" font-size="9">b {value}</text>'
