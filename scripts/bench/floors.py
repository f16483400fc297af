"""What was measured, the floor it must keep, and the table of it all."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

COLUMNS = ("", "measured", "compared with", "ratio", "floor", "")


@dataclass(frozen=True)
class Floor:
    """A bound for a value: it must be at least ``least`` and at most ``most``, where given."""

    least: float | None = None
    most: float | None = None
    unit: str = ""

    def holds(self, value: float) -> bool:
        """Whether the value keeps the floor."""
        above = self.least is None or value >= self.least
        return above and (self.most is None or value <= self.most)

    def __str__(self) -> str:
        """The bound as the table shows it."""
        bounds = []
        if self.least is not None:
            bounds.append(f"≥ {self.least:g}{self.unit}")
        if self.most is not None:
            bounds.append(f"≤ {self.most:g}{self.unit}")
        return ", ".join(bounds)


@dataclass(frozen=True)
class Row:
    """One line of the table.

    Attributes:
        name: what was measured.
        measured: ours, with its unit.
        comparison: what it is held against, with its unit; may be empty.
        value: the number that the floor is about, a ratio where there is a comparison.
        floor: the bound; None: for information.
        samples: what the medians were taken of, for the JSON file.
    """

    name: str
    measured: str
    comparison: str = ""
    value: float | None = None
    floor: Floor | None = None
    samples: dict[str, Any] = field(default_factory=dict)

    @property
    def is_below(self) -> bool:
        """Whether a floor is missed; one that has nothing to look at is."""
        return self.floor is not None and (self.value is None or not self.floor.holds(self.value))

    def cells(self) -> tuple[str, ...]:
        """What the table shows of it."""
        verdict = "" if self.floor is None else "below" if self.is_below else "ok"
        ratio = f"{self.value:.2f}" if self.value is not None and self.comparison else ""
        floor = "" if self.floor is None else str(self.floor)
        return self.name, self.measured, self.comparison, ratio, floor, verdict

    def as_json(self) -> dict[str, Any]:
        """The same as plain data."""
        plain = asdict(self)
        plain["floor"] = str(self.floor) if self.floor else None
        plain["below"] = self.is_below
        return plain


def table(rows: list[Row]) -> str:
    """The rows under each other, columns as wide as what is in them."""
    lines = [COLUMNS, *(row.cells() for row in rows)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(COLUMNS))]
    laid_out = [
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    ]
    return "\n".join([laid_out[0], "─" * max(map(len, laid_out)), *laid_out[1:]])


def last_line(rows: list[Row]) -> str:
    """One sentence: every floor is kept, or the names of those that are not."""
    missed = [row.name.strip() for row in rows if row.is_below]
    kept = sum(row.floor is not None for row in rows) - len(missed)
    if not missed:
        return f"All {kept} floors are kept."
    return f"{kept} floors are kept, {len(missed)} missed: {'; '.join(missed)}."


def thousands(value: float) -> str:
    """A large number as a reader wants it: 138,000 with three digits that count."""
    return f"{float(f'{value:.3g}'):,.0f}"
