"""A file for the reader."""

from __future__ import annotations

from dataclasses import dataclass

PYTHON = "text/x-python"
CSV = "text/csv"


@dataclass(frozen=True)
class File:
    """Its name, and what is in it.

    Attributes:
        name: with its ending.
        media_type: such as `text/csv`.
        content: text or bytes.
    """

    name: str
    media_type: str
    content: str | bytes
