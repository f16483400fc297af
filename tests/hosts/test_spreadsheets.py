"""Spreadsheets that readers take home, changed and then recalculated by LibreOffice."""

from __future__ import annotations

import re
import subprocess
import zipfile
from pathlib import Path

import numpy as np
import pytest
from formula_sheet import FormulaSheet, from_csv
from numpy.testing import assert_allclose
from taken_home import CASES as SMALL_CASES
from taken_home import LARGE, Case

from backprop.take_home.sheet_files import csv_text, xlsx_bytes
from backprop.take_home.sheet_pass import SheetPass, pass_sheet
from testing.libreoffice import libreoffice

CASES = [*SMALL_CASES, LARGE]

SHEET = "xl/worksheets/sheet1.xml"
TO_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false"
"""Commas, quotes, UTF-8, and every digit of a number instead of those that a cell shows."""
FROM_CSV = "CSV:44,34,76,1,,0,false,true,false,false,false,-1,true"
"""The last field: what begins with = is a formula."""


def other_numbers(case: Case) -> tuple[Case, np.ndarray]:
    """The same case with one input and one weight changed."""
    inputs, parameters = case.inputs.copy(), case.net.parameters.copy()
    inputs[0, 0] += 0.375
    parameters[-1] -= 0.625
    return case._replace(inputs=inputs), parameters


def changes(sheet: FormulaSheet, case: Case) -> dict[str, float]:
    """What to type into which cell, to make that change."""
    other, parameters = other_numbers(case)
    last_weight = sheet.rows_between("Weights", "Forward pass")[-1]
    return {
        f"C{sheet.row_of('Inputs') + 1}": float(other.inputs[0, 0]),
        f"C{last_weight}": float(parameters[-1]),
    }


def typed_into_xlsx(file: bytes, typed: dict[str, float], place: Path) -> None:
    """Change cells of a file, and forget what its formulas had given."""
    place.write_bytes(file)
    with zipfile.ZipFile(place) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    text = re.sub(r"</f><v>[^<]*</v>", "</f>", parts[SHEET].decode())
    for cell, value in typed.items():
        text, count = re.subn(rf'(<c r="{cell}"[^>]*><v>)[^<]*', rf"\g<1>{value!r}", text)
        assert count == 1
    with zipfile.ZipFile(place, "w") as archive:
        for name, content in (parts | {SHEET: text.encode()}).items():
            archive.writestr(name, content)


def typed_into_csv(text: str, typed: dict[str, float], place: Path) -> None:
    """Change the first value of some lines."""
    lines = text.split("\r\n")
    for cell, value in typed.items():
        row = int(cell[1:]) - 1
        lines[row], count = re.subn(r"(,)(-?[\d.]+(?:e-\d+)?)(,|$)", rf"\g<1>{value!r}\3",
                                    lines[row], count=1)  # fmt: skip
        assert count == 1, lines[row]
    place.write_text("\r\n".join(lines), encoding="utf-8", newline="")


@pytest.fixture(scope="module")
def recalculated(tmp_path_factory: pytest.TempPathFactory) -> dict[str, FormulaSheet]:
    """Every case as `.xlsx` and as CSV, changed, recalculated and read back."""
    folder = tmp_path_factory.mktemp("sheets")
    for kind in ("xlsx", "csv"):
        (folder / kind).mkdir()
    for number, case in enumerate(CASES):
        told = SheetPass(case.net, case.inputs, case.targets, 0.25)
        text = csv_text(pass_sheet(told, has_names=False))
        typed = changes(from_csv(text), case)
        typed_into_csv(text, typed, folder / "csv" / f"{number}.csv")
        file = xlsx_bytes(pass_sheet(told, has_names=True))
        typed_into_xlsx(file, typed, folder / "xlsx" / f"{number}.xlsx")
    sheets = {}
    for kind, options in (("xlsx", []), ("csv", [f"--infilter={FROM_CSV}"])):
        out = folder / f"from_{kind}"
        profile = (folder / "profile").as_uri()
        command = [str(libreoffice()), "--headless", f"-env:UserInstallation={profile}", *options]
        command += ["--convert-to", TO_CSV, "--outdir", str(out)]
        command += [str(path) for path in sorted((folder / kind).iterdir())]
        subprocess.run(command, check=True, capture_output=True)
        for number in range(len(CASES)):
            text = (out / f"{number}.csv").read_text(encoding="utf-8")
            sheets[f"{kind} {number}"] = from_csv(text)
    return sheets


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
@pytest.mark.parametrize("number", range(len(CASES)), ids=lambda number: CASES[number].name)
def test_every_gradient_follows_a_changed_input_and_a_changed_weight(
    recalculated: dict[str, FormulaSheet], kind: str, number: int
) -> None:
    sheet = recalculated[f"{kind} {number}"]
    other, parameters = other_numbers(CASES[number])
    rows = sheet.rows_between("Gradients", "Update")
    found = np.array([sheet[f"C{row}"] for row in rows])
    gradient = other.gradient(parameters)
    assert_allclose(found, gradient, rtol=1e-9, atol=1e-12)
    stepped = [sheet[f"C{row}"] for row in sheet.rows_between("Update", None)]
    assert_allclose(stepped, parameters - 0.25 * gradient, rtol=1e-9, atol=1e-12)
