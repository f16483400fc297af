"""A drawing of a training run for notebooks: the loss over the epochs, as on the page."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import numpy as np

from backprop.core.number_text import count_text, number_text

if TYPE_CHECKING:
    from backprop.core.rules import Array

WIDTH, HEIGHT = 520, 220
LEFT, RIGHT, TOP, BOTTOM = 70, 20, 24, 30
ACROSS, DOWN = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM
INK, FAINT, LOSS, PAPER = "#222", "#999", "#9b1c2e", "#fff"
LETTERING = f'font-family="sans-serif" font-size="12" fill="{INK}"'
DASHED = ' stroke-dasharray="5 4"'


def loss_curve_svg(losses: Array, held_out_losses: Array | None, first: int, sentence: str) -> str:
    """The curves as SVG, on paper of its own, so that they can be read in a dark notebook too.

    Args:
        losses: `(k,)`, k ≥ 1, one an epoch. What is not finite is left out of the line.
        held_out_losses: `(k,)` or fewer, of the same epochs, drawn dashed; or None.
        first: the epoch of the first loss.
        sentence: says what is shown to those who do not see it.
    """
    curves = [(losses, "")] + ([] if held_out_losses is None else [(held_out_losses, DASHED)])
    every = np.concatenate([curve for curve, _ in curves])
    highest = float(every[np.isfinite(every)].max(initial=0.0))
    last, floor, end = len(losses) - 1, TOP + DOWN, LEFT + ACROSS
    size = f'width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}"'
    key = "" if held_out_losses is None else "dashed: held-out examples"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {LETTERING} role="img">',
        f"<title>{escape(sentence)}</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>',
        f'<path d="M{LEFT} {TOP}V{floor}H{end}" fill="none" stroke="{FAINT}"/>',
        *(
            f'<path d="{_line(curve, last, highest)}" fill="none" stroke="{LOSS}" '
            f'stroke-width="1.5"{dashes}/>'
            for curve, dashes in curves
        ),
        f'<g text-anchor="end"><text x="{LEFT - 6}" y="{TOP - 10}">loss</text>',
        f'<text x="{LEFT - 6}" y="{TOP + 4}">{number_text(highest)}</text>',
        f'<text x="{LEFT - 6}" y="{floor + 4}">0</text><text x="{end}" y="{TOP - 10}">{key}</text>',
        f'<text x="{end}" y="{floor + 18}">{count_text(first + last)}</text></g>',
        f'<text x="{LEFT}" y="{floor + 18}">{count_text(first)}</text>',
        f'<text x="{LEFT + ACROSS / 2}" y="{floor + 18}" text-anchor="middle">epoch</text>',
        "</svg>",
    ]
    return "".join(parts)


def _line(losses: Array, last: int, highest: float) -> str:
    """The path of one curve up to the epoch `last`: where it is not finite it has a gap."""
    epochs = _seen(losses)
    drawn, pen = [], "M"
    for epoch, loss in zip(epochs.tolist(), losses[epochs].tolist(), strict=True):
        if not isfinite(loss):
            pen = "M"
            continue
        x = LEFT + ACROSS * epoch / max(1, last)
        y = TOP + DOWN * (1 - loss / (highest or 1.0))
        drawn.append(f"{pen}{round(x, 1)} {round(y, 1)}")
        pen = "L"
    return "".join(drawn)


def _seen(losses: Array) -> np.ndarray:
    """The epochs to draw: of a long run the lowest and the highest loss in each pixel's width."""
    if len(losses) <= 2 * ACROSS:
        return np.arange(len(losses))
    extremes = [
        (cut[losses[cut].argmin()], cut[losses[cut].argmax()])
        for cut in np.array_split(np.arange(len(losses)), ACROSS)
    ]
    return np.unique([0, len(losses) - 1, *np.ravel(extremes)])
