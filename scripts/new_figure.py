"""Lay down a figure that works, on both sides, with tests:  python scripts/new_figure.py NAME"""

from __future__ import annotations

import keyword
import re
import sys
from pathlib import Path

from launch.setup_failure import SetupFailure, run_command, run_step
from places import ROOT, SCRIPTS, WEB
from testing.checks import node_tool, python_tool

TEMPLATE = SCRIPTS / "figure_template"
NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
PYTHON_REGISTRY = ROOT / "py" / "backprop" / "figures" / "registry.py"
PAGE_REGISTRY = WEB / "figures" / "figure_kinds.js"
LINK_TEST = ROOT / "tests" / "browser" / "test_links.py"


def named(text: str, name: str) -> str:
    """A text of the template with the figure's name, in each way of writing it."""
    capital = "".join(part.capitalize() for part in name.split("_"))
    ways = {
        "new_figure": name,
        "new-figure": name.replace("_", "-"),
        "NewFigure": capital,
        "newFigure": capital[0].lower() + capital[1:],
    }
    return re.sub("|".join(ways), lambda found: ways[found[0]], text)


def new_files(name: str) -> dict[Path, str]:
    """What is to be written, by its place."""
    files = {}
    for path in sorted(TEMPLATE.rglob("*.template")):
        place = named(path.relative_to(TEMPLATE).as_posix(), name).removesuffix(".template")
        files[ROOT / place] = named(path.read_text(encoding="utf-8"), name)
    return files


def tables(name: str) -> dict[Path, str]:
    """Both registries, and the table of the test of links, with another line at their ends."""
    module = 'import("./new_figure/new_figure_figure.js")'
    lines = {
        PYTHON_REGISTRY: ("\n)\n", '    Line(("new_figure",), ("new_figure",)),'),
        PAGE_REGISTRY: ("\n};\n", f'  new_figure: later(() => {module}, "newFigureFigure"),'),
        LINK_TEST: ("\n}\n", '    "new_figure": {"z": 2},'),
    }
    texts = {}
    for table, (end, line) in lines.items():
        before, found, after = table.read_text(encoding="utf-8").partition(end)
        texts[table] = f"{before}\n{named(line, name)}{found}{after}"
    return texts


def main() -> int:
    """Write it, and say what is next.

    Raises:
        SetupFailure: the name is none that a figure may have, or there is such a figure.
    """
    name = "".join(sys.argv[1:2])
    if not NAME.fullmatch(name) or keyword.iskeyword(name):
        raise SetupFailure(
            f"{name!r} names no figure: take small letters, digits and _, such as family_tree."
        )
    files = new_files(name)
    for path in files:
        if path.exists() or path.with_suffix("").is_dir():
            raise SetupFailure(f"There is a {path.relative_to(ROOT)} already: take another name.")
    tests = [path.relative_to(ROOT).as_posix() for path in files if "test_" in path.name]
    files |= tables(name)
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        print(path.relative_to(ROOT))
    # How lines break depends on the name's length.
    scripts, modules = (
        [str(path) for path in files if path.suffix == end] for end in (".js", ".py")
    )
    biome = node_tool("@biomejs/biome", "bin/biome", "format", "--write", "--log-level=error")
    for tool in ([*biome, *scripts], python_tool("ruff", "format", "--quiet", *modules)):
        run_step(tool, "The figure is there, but could not be put into format.")
    print(f"Its tests:  npm test -- {' '.join(tests)} tests/web/figures/{name}")
    print("What comes next is in web/README.md, under How to add a figure.")
    return 0


if __name__ == "__main__":
    run_command(main)
