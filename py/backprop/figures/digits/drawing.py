"""A digit that a reader draws, as a page writes it down: `8308.c3` is a line and a dot.

Two letters are a dot of the 32×32 that a pen goes through, x and y, each from 0 to v (31). A full
stop ends a stroke; `.` alone is blank paper.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from backprop.message.field import Field

ALPHABET = "0123456789abcdefghijklmnopqrstuv"
MOST_LETTERS = 1_000
"""Of a drawing: a digit takes about 100."""

Stroke = tuple[tuple[int, int], ...]


def drawing_of(given: Field) -> tuple[Stroke, ...]:
    """The strokes of a drawing, each the dots that it goes through.

    Raises:
        Refusal: the text is too long, or no drawing.
    """
    text = given.text(MOST_LETTERS)
    strokes = [stroke for stroke in text.split(".") if stroke]
    if not set(text) <= {*ALPHABET, "."} or any(len(stroke) % 2 for stroke in strokes):
        raise given.refusal("must be pairs of letters from 0 to v, with full stops between strokes")
    return tuple(
        tuple(
            (ALPHABET.index(x), ALPHABET.index(y))
            for x, y in zip(stroke[::2], stroke[1::2], strict=True)
        )
        for stroke in strokes
    )
