"""The files of the core that go into a page."""

from __future__ import annotations

from pathlib import Path

from building.step_cache import files_under
from places import CORE, WIDGET


def core_files() -> list[Path]:
    """The core's sources; what is for notebooks, terminals or type checkers is in no page."""
    drawings = (CORE / "core" / "notebook", CORE / "graph" / "notebook")
    bar = CORE / "experiments" / "progress.py"
    elsewhere = (WIDGET, *drawings, bar, CORE / "py.typed")
    return [
        path
        for path in files_under(CORE)
        if path.name != "__main__.py" and not any(path.is_relative_to(other) for other in elsewhere)
    ]
