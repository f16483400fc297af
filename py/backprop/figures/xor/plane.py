"""What is drawn in the plane of two inputs: the surface of outputs and the lines of hidden units.

The plane is that of the examples as they were given. A network that gets standardised inputs is
asked in its own plane, and its lines are brought back.
"""

from __future__ import annotations

from math import inf, nextafter
from typing import TYPE_CHECKING, Any

from backprop.training.decision_surface import decision_surface, hidden_lines, span_of

if TYPE_CHECKING:
    from backprop.core.network import Network
    from backprop.training.decision_surface import Segment, Span

    from .own.parts import Parts
    from .train_request import SurfaceRequest

WINDOW = (0.0, 1.0)


def plane_told(net: Network, parts: Parts, window: SurfaceRequest | None) -> dict[str, Any]:
    """The fields `surface`, `hidden_lines` of an answer; none and nothing without two inputs.

    Args:
        net: with its parameters as they are.
        parts: the examples.
        window: which part of the plane, and how finely; None: no surface, and lines from 0 to 1.
    """
    if net.layer_sizes[0] != 2:
        return {"surface": None, "hidden_lines": []}
    x_range, y_range = WINDOW, WINDOW
    if window:
        xs, ys = parts.whole.inputs.T
        x_range, y_range = window.x_range or span_of(xs), window.y_range or span_of(ys)
    asked = _asked(parts, x_range, 0), _asked(parts, y_range, 1)
    surface = None
    if window:
        values = decision_surface(net, *asked, window.resolution).ravel()
        surface = {
            "values": (values + 1) / 2 if parts.middle == 0 else values,
            "resolution": window.resolution,
            "x_range": list(x_range),
            "y_range": list(y_range),
        }
    lines = [
        line and {"unit": unit, **ends(_back(parts, line))}
        for unit, line in enumerate(hidden_lines(net, *asked))
    ]
    return {"surface": surface, "hidden_lines": lines}


def ends(line: Segment) -> dict[str, list[float]]:
    """A line as plain data."""
    return {"from": list(line[0]), "to": list(line[1])}


def _asked(parts: Parts, span: Span, column: int) -> Span:
    """A range of one input as the network gets it."""
    if not parts.scaling:
        return span
    mean, deviation = parts.scaling.mean[column], parts.scaling.deviation[column]
    low, high = (float((end - mean) / deviation) for end in span)
    return low, max(high, nextafter(low, inf))


def _back(parts: Parts, line: Segment) -> Segment:
    """A line in the plane of the network, in that of the examples."""
    if not parts.scaling:
        return line
    (mean_x, mean_y), (scale_x, scale_y) = parts.scaling.mean, parts.scaling.deviation
    (x1, y1), (x2, y2) = line
    return (
        (float(x1 * scale_x + mean_x), float(y1 * scale_y + mean_y)),
        (float(x2 * scale_x + mean_x), float(y2 * scale_y + mean_y)),
    )
