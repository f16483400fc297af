"""Numbers of a run as a table of comma-separated values."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Cell = float | int | str | None


def table_text(names: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """A line for the names and one for each row; a number has all its digits, None is left empty.

    Args:
        names: of the columns, without commas or quotation marks.
        rows: each as long as the names; its texts have neither of the two.
    """
    lines = [",".join("" if cell is None else str(cell) for cell in row) for row in rows]
    return "\r\n".join([",".join(names), *lines, ""])
