"""A sheet as a file: `.xlsx` by XlsxWriter, or CSV."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from backprop.core.number_text import count_text

from .sheet import FIRST_COLUMN, Heading, Row, Sheet, column_letters

SHEET_NAME = "Backpropagation"
UNFOLDED = 12
"""Examples that stand open; others are folded away, so that what is on their right is in sight."""
WASHES = {
    "plain": ("#1d1c19", "#f4f2ea"),
    "forward": ("#1a5fa8", "#e6eff9"),
    "backward": ("#b04a00", "#fbeadd"),
    "loss": ("#9b1c2e", "#fbe9eb"),
    "target": ("#4d6a58", "#ffffff"),
}
"""Role → ink and wash, the page's own colours on paper."""


BYTE_ORDER_MARK = "\ufeff"
"""By it spreadsheet programs see that the text is UTF-8; without it some show "xâ‚‚" for x₂."""


def csv_text(sheet: Sheet) -> str:
    """The sheet as CSV, a formula in every calculated cell, with a byte order mark before it."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    for line in sheet.lines:
        if isinstance(line, Heading):
            writer.writerow([line.title, line.note])
            continue
        cells: list[object] = list(line.values)
        if line.formulas is not None:
            cells = [f"={formula}" for formula in line.formulas]
        writer.writerow([line.symbol, line.meaning, *cells])
    return BYTE_ORDER_MARK + text.getvalue()


def xlsx_bytes(sheet: Sheet) -> bytes:
    """The sheet as an `.xlsx` file, with names, colours and the page's numbers beside its own."""
    file = BytesIO()
    book = Workbook(file, {"in_memory": True})
    book.set_properties({"title": SHEET_NAME})
    _Page(book, sheet).write()
    for name, address in sheet.single_names():
        book.define_name(name, f"={SHEET_NAME}!{address}")
    book.close()
    return file.getvalue()


class _Page:
    """The worksheet, line by line."""

    def __init__(self, book: Workbook, sheet: Sheet) -> None:
        self.book, self.sheet = book, sheet
        self.page = book.add_worksheet(SHEET_NAME)
        self.check = FIRST_COLUMN + sheet.examples
        self.folded = max(0, sheet.examples - UNFOLDED)
        self._formats: dict[tuple[object, ...], Format] = {}

    def write(self) -> None:
        """Write every line."""
        self.page.set_paper(9)  # A4
        self.page.fit_to_pages(1, 0)  # as wide as the paper, as long as it takes
        self.page.set_column(0, 0, 17)
        self.page.set_column(1, 1, 46)
        self.page.set_column(FIRST_COLUMN, self.check + 1, 16)
        if self.folded:
            first = FIRST_COLUMN + UNFOLDED
            self.page.set_column(first, self.check - 1, 16, None, {"level": 1, "hidden": True})
            self.page.set_column(self.check, self.check, 16, None, {"collapsed": True})
        self.page.hide_gridlines(2)
        self.page.freeze_panes(1, FIRST_COLUMN)
        for at, line in enumerate(self.sheet.lines):
            if isinstance(line, Heading):
                self._heading(at, line)
            else:
                self._row(at, line)

    def _heading(self, at: int, heading: Heading) -> None:
        ink, wash = WASHES[heading.role]
        title = self._format(bold=True, font_color=ink, bg_color=wash, font_size=12 if at else 14)
        note = self._format(italic=True, font_color=ink, bg_color=wash)
        self.page.set_row(at, 24 if at == 0 else 20)
        for column in range(self.check + 2):
            self.page.write_blank(at, column, None, note)
        self.page.write_string(at, 0, heading.title, title)
        if at == 0:
            right = self._format(italic=True, font_color=ink, bg_color=wash, align="right")
            self.page.write_string(at, self.check, "on the page", right)
            self.page.write_string(at, self.check + 1, "changed by", right)
            if self.folded:
                told = (
                    f"{count_text(self.folded)} more examples are folded away: the + above opens "
                    "them."
                )
                self.page.write_string(at, FIRST_COLUMN + 3, told, note)
        else:
            self.page.write_string(at, 1, heading.note, note)

    def _row(self, at: int, row: Row) -> None:
        ink, _ = WASHES[row.role]
        self.page.write_string(at, 0, row.symbol, self._format(bold=True, font_color=ink))
        self.page.write_string(at, 1, row.meaning, self._format(font_color="#55524a"))
        if row.formulas is None:
            boxed = self._format(border=1, border_color="#8b867a", font_color=ink)
            for column, value in enumerate(row.values, FIRST_COLUMN):
                self.page.write_number(at, column, value, boxed)
            return
        cell = self._format(font_color=ink)
        for column, (formula, value) in enumerate(
            zip(row.formulas, row.values, strict=True), FIRST_COLUMN
        ):
            self.page.write_formula(at, column, f"={formula}", cell, value)
        if len(row.values) == 1:
            soft = self._format(font_color="#6f6b61")
            self.page.write_number(at, self.check, row.values[0], soft)
            mine = f"{column_letters(FIRST_COLUMN)}{at + 1}"
            theirs = f"{column_letters(self.check)}{at + 1}"
            self.page.write_formula(at, self.check + 1, f"={mine}-{theirs}", soft, 0)

    def _format(self, **properties: object) -> Format:
        key = tuple(properties.items())
        if key not in self._formats:
            self._formats[key] = self.book.add_format({"font_name": "Calibri", **properties})
        return self._formats[key]
