"""The licences of what comes with Python in the page, beside those of the bundled packages."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

from places import NODE_MODULES, ROOT
from runtime.digit_images import LICENCE as DIGIT_LICENCE
from runtime.engine_archive import spreadsheet_writer


def write_licences(folder: Path, wheel: Path) -> None:
    """Write the licences of this project, of NumPy with its parts, and of what else comes along.

    Args:
        folder: gets one text file for each.
        wheel: NumPy's stock wheel, which carries its licences.
    """
    folder.mkdir(parents=True, exist_ok=True)
    own = (ROOT / "LICENSE").read_text(encoding="utf-8")
    (folder / "backpropagation-traced.txt").write_text(own, encoding="utf-8")
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if ".dist-info/licenses/" in name]
        texts = [
            f"{name.partition('/licenses/')[2]}\n\n{archive.read(name).decode('utf-8')}"
            for name in sorted(names)
        ]
    (folder / "numpy.txt").write_text("\n\n".join(texts), encoding="utf-8")
    (writer,) = spreadsheet_writer().parent.glob("xlsxwriter-*.dist-info")
    licence = next(writer.rglob("LICENSE*")).read_text(encoding="utf-8")
    (folder / "xlsxwriter.txt").write_text(licence, encoding="utf-8")
    (folder / "scikit-learn.txt").write_bytes(DIGIT_LICENCE.read_bytes())
    package = json.loads((NODE_MODULES / "pyodide" / "package.json").read_text(encoding="utf-8"))
    source = package["repository"]["url"].removeprefix("git+")
    (folder / "pyodide.txt").write_text(
        f"Pyodide {package['version']} is distributed under {package['license']}; its source code "
        f"is at {source}. It contains CPython, under the Python Software Foundation License.\n",
        encoding="utf-8",
    )
