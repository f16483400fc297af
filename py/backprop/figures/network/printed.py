"""A worked example's printed numbers beside the exact ones, and why some of them differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backprop.core.number_text import MINUS, count_text, times_power_text

from .guesses import rounds_to
from .textbook.example import Run
from .textbook.examples import TEXTBOOK_EXAMPLES

if TYPE_CHECKING:
    from backprop.message.field import Field

    from .textbook.example import Printed, TextbookExample


def read(message: Field) -> TextbookExample:
    """A `printed` message: the name of the preset whose source is asked about.

    Raises:
        Refusal: a field is not as it must be.
    """
    message.shape(("kind", "preset"))
    return TEXTBOOK_EXAMPLES[message["preset"].choice(tuple(TEXTBOOK_EXAMPLES))]


def answer(example: TextbookExample) -> dict[str, Any]:
    """Answer a `printed` message."""
    run = Run(example.preset)
    beside = [[_beside(number, run) for number in part.numbers] for part in example.parts]
    return {
        "kind": "printed",
        "source": example.source,
        "note": example.note,
        "sentence": _sentence([number for numbers in beside for number in numbers]),
        "parts": [
            {
                "title": part.title,
                "sentence": _short_sentence(numbers),
                "updates": part.updates,
                "numbers": numbers,
            }
            for part, numbers in zip(example.parts, beside, strict=True)
        ],
    }


def _beside(number: Printed, run: Run) -> dict[str, Any]:
    exact, slip = number.quantity(run), number.slip
    return {
        "name": number.name,
        "printed": None if number.text is None else _written(number.text),
        "exact": exact,
        "same": None if number.text is None else rounds_to(number.text, exact),
        "why": None if slip is None else slip.sentence,
        "slip": None if slip is None else slip.quantity(run),
    }


def _written(text: str) -> str:
    """A number of a source with all the digits that it has there, written as others are here."""
    digits, _, power = text.replace("-", MINUS, 1).partition("e")
    return f"{digits}{times_power_text(int(power or 0))}"


def _sentence(numbers: list[dict[str, Any]]) -> str:
    right, compared = _right_of(numbers)
    if compared == 0:
        return "The source leaves all of these numbers to its readers."
    if right == compared:
        return f"All {count_text(right)} numbers that it prints are right to their last digit."
    return (
        f"Of the {count_text(compared)} numbers that it prints, {count_text(right)} are right to "
        "their last digit."
    )


def _short_sentence(numbers: list[dict[str, Any]]) -> str:
    right, compared = _right_of(numbers)
    if compared == 0:
        return "none is printed"
    if right == compared:
        return f"all {count_text(right)} are right" if right > 1 else "the printed one is right"
    return f"{count_text(right)} of {count_text(compared)} are right"


def _right_of(numbers: list[dict[str, Any]]) -> tuple[int, int]:
    """How many printed numbers are right to their last digit, and how many are printed."""
    compared = [number["same"] for number in numbers if number["same"] is not None]
    return sum(compared), len(compared)
