"""A reader's own examples: a table of inputs and one target, pasted or dropped as text.

What a spreadsheet or a text editor gives is taken. Whatever cannot be used is refused with its line
and column.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from backprop.core import limits
from backprop.core.number_text import count_text, number_text
from backprop.figures.xor.train_request import MOST_NUMBERS
from backprop.message.field import Refusal
from backprop.message.table_text import TableError, number_in

from .columns import ROLES, Columns, columns_of, guessed, shortened
from .targets import are_two_sided, targets_of

if TYPE_CHECKING:
    from backprop.core.rules import Array
    from backprop.message.field import Field

LONGEST_TEXT = 400_000
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
NAMES = ("x₁", "x₂", "x₃", "x₄", "x₅", "x₆", "x₇", "x₈")
WIDE = 10.0
"""Inputs beyond this leave a sigmoid with hardly any slope."""


@dataclass(frozen=True)
class OwnDataRequest:
    """A text that may hold a table, and what its columns are; without that, it is guessed."""

    text: str
    roles: tuple[str, ...] | None


class Examples(NamedTuple):
    """Inputs and target of each row, `(examples, inputs + 1)`, and what is to be said of them."""

    values: Array
    sentence: str


def read(message: Field) -> OwnDataRequest:
    """An `own_data` message: `text`, and perhaps `roles`, one for each column."""
    message.shape(("kind", "text"), ("roles",))
    roles = message["roles"]
    return OwnDataRequest(
        text_of(message),
        None if roles.absent else tuple(role.choice(ROLES) for role in roles.items(1, 32)),
    )


def text_of(message: Field) -> str:
    """The field `text` of a message, which may be as long as a table of 2,000 rows needs."""
    text = message["text"]
    if type(text.value) is not str:
        raise text.refusal("must be a text")
    if len(text.value) > LONGEST_TEXT:
        sentence = f"That is more text than {count_text(LONGEST_TEXT)} characters."
        raise Refusal("too_large", sentence, "text")
    return text.value


def answer(request: OwnDataRequest) -> dict[str, Any]:
    """The examples as one flat list, and sentences about them.

    Raises:
        Refusal: there is no such table in the text; the sentence names line and column.
    """
    try:
        columns = columns_of(request.text)
        roles = list(request.roles or guessed(columns).roles)
        examples, told = examples_of(columns, roles)
    except TableError as problem:
        raise Refusal("bad_value", str(problem), "text") from None
    targets = examples[:, -1]
    middle = 0.0 if are_two_sided(targets) else 0.5
    ones = int((targets >= middle).sum())
    what = "of 1" if middle == 0 else "of 0.5 or more"
    sentences = [
        f"{count_text(len(examples))} examples, {count_text(ones)} of them with a target {what}.",
        told,
    ]
    if np.abs(examples[:, :-1]).max() > WIDE:
        sentences.append(
            "Inputs this large leave little slope: standardised, or from −1 to 1, a network learns "
            "sooner."
        )
    return {
        "kind": "own_data",
        "points": examples.ravel().tolist(),
        "inputs": examples.shape[1] - 1,
        "count": len(examples),
        "sentence": " ".join(filter(None, sentences)),
    }


def examples_of(columns: Columns, roles: list[str]) -> Examples:
    """The rows of a table as numbers.

    Args:
        columns: the table.
        roles: what each column is, one of `ROLES`.

    Raises:
        TableError: the roles do not suit the table or a cell does not suit its column; the message
            is a whole sentence.
    """
    if len(roles) != columns.width:
        raise TableError(f"It has {columns.width} columns, and {len(roles)} roles were chosen.")
    inputs, targets = ([at for at, role in enumerate(roles) if role == one] for one in ROLES[:2])
    if len(targets) != 1:
        found = "No column is" if not targets else f"{len(targets)} columns are"
        raise TableError(f"{found} chosen as the target; it has to be one.")
    if not 1 <= len(inputs) <= len(ORDINALS):
        found = f"{len(inputs)} columns are" if inputs else "No column is"
        raise TableError(f"{found} chosen as input; a network here takes 1 to {len(ORDINALS)}.")
    numbers = len(columns.rows) * (len(inputs) + 1)
    if numbers > MOST_NUMBERS:
        raise TableError(
            f"{count_text(len(columns.rows))} examples of {len(inputs)} inputs and a target are "
            f"{count_text(numbers)} numbers; {count_text(MOST_NUMBERS)} can be used."
        )
    values = [
        [_input(columns, row, column, ORDINALS[at]) for at, column in enumerate(inputs)]
        for row in range(len(columns.rows))
    ]
    found_targets = targets_of(columns, targets[0])
    together = np.column_stack([np.array(values), found_targets.values])
    return Examples(together, f"{_names(columns, inputs)} {found_targets.sentence}".strip())


def _names(columns: Columns, inputs: list[int]) -> str:
    """Which input is which column, where that is not plain from their order."""
    if not columns.headings or inputs == list(range(len(inputs))):
        return ""
    told = [f"{name} is {columns.quoted(at)}" for name, at in zip(NAMES, inputs, strict=False)]
    return ", ".join(told) + "."


def _input(columns: Columns, row: int, column: int, ordinal: str) -> float:
    line, cells = columns.rows[row]
    cell = cells[column]
    place = f"Line {line}, column {column + 1} (the {ordinal} input)"
    value = number_in(cell, columns.separator)
    if value is None:
        shown = f"“{shortened(cell)}” is no number" if cell else "nothing stands there"
        raise TableError(f"{place}: {shown}.")
    limit = limits.LIMITS["coordinate"]
    if not limit.minimum <= value <= limit.maximum:
        raise TableError(
            f"{place}: {number_text(value)} is outside {count_text(limit.minimum)} to "
            f"{count_text(limit.maximum)}."
        )
    return value
