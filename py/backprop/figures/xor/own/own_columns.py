"""A first look at a reader's table, before it is trained on: its columns and what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backprop.message.field import Refusal
from backprop.message.table_text import TableError

from .columns import columns_of, guessed, shortened
from .own_data import text_of

if TYPE_CHECKING:
    from backprop.message.field import Field

SHOWN_ROWS = 4


def read(message: Field) -> str:
    """An `own_columns` message: `text`, as long as that of `own_data`."""
    message.shape(("kind", "text"))
    return text_of(message)


def answer(text: str) -> dict[str, Any]:
    """The columns with their likely roles, the first rows as they stand, and why the roles.

    Raises:
        Refusal: there is no table in the text; the sentence says where it ends to be one.
    """
    try:
        columns = columns_of(text)
    except TableError as problem:
        raise Refusal("bad_value", str(problem), "text") from None
    roles, sentence = guessed(columns)
    return {
        "kind": "own_columns",
        "columns": [
            {"name": columns.name(column), "role": role} for column, role in enumerate(roles)
        ],
        "rows": [[shortened(cell) for cell in row.cells] for row in columns.rows[:SHOWN_ROWS]],
        "sentence": sentence,
    }
