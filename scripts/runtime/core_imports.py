"""Which modules of the core take part when one of them is imported, read from their sources."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import resolve_name
from pathlib import Path

from places import CORE
from runtime.core_files import core_files


def files_behind(modules: Iterable[str]) -> set[Path]:
    """The files of ``modules`` and of all that these import, some of it perhaps for types alone.

    A module that is imported by its name's text, as figures are by their registry, is not seen, nor
    is what has no place in a page.
    """
    in_page, found = set(core_files()), set[Path]()
    waiting = [path for module in modules for path in files_of(module)]
    while waiting:
        path = waiting.pop()
        if path in in_page and path not in found:
            found.add(path)
            waiting.extend(imported_files(path))
    return found


def files_of(name: str) -> Iterator[Path]:
    """The file of a module of the core, and those of the packages that it is in.

    ``name`` may go on with what a module holds, as in ``backprop.core.network.Network``.
    """
    top, *inner = name.split(".")
    if top == CORE.name:
        for depth in range(len(inner) + 1):
            place = CORE.joinpath(*inner[:depth])
            files = (place.with_suffix(".py"), place / "__init__.py")
            yield from (file for file in files if file.is_file())


@cache
def imported_files(path: Path) -> tuple[Path, ...]:
    """The files of the core that a file imports, if only within a function."""
    package = ".".join(path.relative_to(CORE.parent).parent.parts)
    names: list[str] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.extend(name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            origin = resolve_name("." * node.level + (node.module or ""), package)
            names.extend([origin, *(f"{origin}.{name.name}" for name in node.names)])
    return tuple(file for name in names for file in files_of(name))
