"""A spreadsheet program in a few lines: cells of numbers and formulas, read back and worked out."""

import csv
import io
import math
import re
import zipfile
from typing import Any
from xml.etree import ElementTree as ET

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?(?![\d(_])")
NAME = re.compile(r"\b[a-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*\b")

WORDS = {
    "EXP": math.exp,
    "LN": math.log,
    "TANH": math.tanh,
    "ABS": abs,
    "MAX": lambda *numbers: max(numbers),
    "IF": lambda condition, then, otherwise: then if condition else otherwise,
    "SUM": sum,
    "SUMPRODUCT": lambda one, other: sum(a * b for a, b in zip(one, other, strict=True)),
}


class FormulaSheet:
    """Cells by address, such as `C3`: a number, a text, or a formula that begins with =."""

    def __init__(self, cells: dict[str, Any], names: dict[str, str] | None = None) -> None:
        self.cells = cells
        self.names = names or {}
        self._known: dict[str, float] = {}

    def __getitem__(self, address: str) -> Any:
        """The value of a cell."""
        if address not in self._known:
            content = self.cells[address]
            is_formula = isinstance(content, str) and content.startswith("=")
            self._known[address] = self._worked_out(content[1:]) if is_formula else content
        return self._known[address]

    def __setitem__(self, address: str, value: float) -> None:
        """Type a number into a cell: everything is worked out anew."""
        assert not str(self.cells[address]).startswith("="), f"{address} is calculated"
        self.cells[address] = value
        self._known.clear()

    def row_of(self, label: str) -> int:
        """The row whose first cell says this."""
        (row,) = (int(cell[1:]) for cell, content in self.cells.items()
                  if re.fullmatch(r"A\d+", cell) and content == label)  # fmt: skip
        return row

    def rows_between(self, heading: str, end: str | None) -> list[int]:
        """The rows of a block."""
        rows = (int(cell[1:]) for cell in self.cells if re.fullmatch(r"A\d+", cell))
        last = self.row_of(end) if end else max(rows) + 1
        return list(range(self.row_of(heading) + 1, last))

    def row_values(self, row: int, columns: int) -> list[float]:
        """The numbers of a row, from column C on."""
        return [self[f"{letters(2 + column)}{row}"] for column in range(columns)]

    def _worked_out(self, formula: str) -> float:
        arithmetic = NAME.sub(lambda name: self.names[name[0]], formula)
        arithmetic = REFERENCE.sub(self._pointed, arithmetic).replace("^", "**")
        return float(eval(arithmetic, {"__builtins__": {}}, WORDS | {"at": self}))  # noqa: S307

    def _pointed(self, found: re.Match[str]) -> str:
        column, row, last, end = found.groups()
        if last is None:
            return f"at['{column}{row}']"
        assert end == row
        columns = range(number(column), number(last) + 1)
        return "[" + ",".join(f"at['{letters(c)}{row}']" for c in columns) + "]"


def number(column: str) -> int:
    """A is 0."""
    value = 0
    for letter in column:
        value = 26 * value + ord(letter) - ord("A") + 1
    return value - 1


def letters(column: int) -> str:
    """0 is A."""
    before, last = divmod(column, 26)
    return (letters(before - 1) if before else "") + chr(ord("A") + last)


def from_csv(text: str) -> FormulaSheet:
    """A sheet from CSV."""
    cells: dict[str, Any] = {}
    for row, line in enumerate(csv.reader(io.StringIO(text.removeprefix("\ufeff"))), 1):
        for column, content in enumerate(line):
            is_number = re.fullmatch(r"-?[\d.]+(e[-+]?\d+)?", content)
            cells[f"{letters(column)}{row}"] = float(content) if is_number else content
    return FormulaSheet(cells)


def from_xlsx(file: bytes) -> tuple[FormulaSheet, dict[str, float]]:
    """A sheet from the XML inside an `.xlsx`, and the values kept beside its formulas."""
    archive = zipfile.ZipFile(io.BytesIO(file))
    texts = ["".join(item.itertext()) for item in _root(archive, "xl/sharedStrings.xml")]
    defined = _root(archive, "xl/workbook.xml").iter(f"{MAIN}definedName")
    names = {
        str(entry.get("name")): str(entry.text).partition("!")[2].replace("$", "")
        for entry in defined
    }
    cells: dict[str, Any] = {}
    kept: dict[str, float] = {}
    for cell in _root(archive, "xl/worksheets/sheet1.xml").iter(f"{MAIN}c"):
        address, formula, value = str(cell.get("r")), cell.find(f"{MAIN}f"), cell.find(f"{MAIN}v")
        if formula is not None and value is not None:
            cells[address], kept[address] = f"={formula.text}", float(str(value.text))
        elif value is not None:
            is_text = cell.get("t") == "s"
            cells[address] = texts[int(str(value.text))] if is_text else float(str(value.text))
    return FormulaSheet(cells, names), kept


def _root(archive: zipfile.ZipFile, name: str) -> ET.Element:
    return ET.fromstring(archive.read(name))  # noqa: S314 - made by our own code
