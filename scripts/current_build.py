"""Whether ``dist/`` was built of the sources as they are now."""

from __future__ import annotations

from pathlib import Path

from places import CACHE, DIST, ROOT, SCRIPTS, WEB, WIDGET
from runtime.core_files import core_files
from step_cache import digest, files_under

NOTE = CACHE / "built.txt"
"""The hash of the sources that ``dist`` was built of, and in which form."""
LOCKS = (ROOT / "package-lock.json", ROOT / "requirements" / "build.txt")


def sources() -> list[Path]:
    """Every file that a build reads, without what the build itself writes beside them."""
    web = (path for path in files_under(WEB) if path != WEB / "styles" / "fonts.css")
    widget = (path for path in files_under(WIDGET) if not path.is_relative_to(WIDGET / "page"))
    bench = SCRIPTS / "bench"
    scripts = (path for path in files_under(SCRIPTS) if not path.is_relative_to(bench))
    return [*web, *core_files(), *widget, *scripts, *LOCKS]


def note_of(form: str) -> str:
    """What a build in this form, such as ``"draft"``, of the present sources writes down."""
    return f"{form} {digest(sources())}"


def is_current(form: str) -> bool:
    """Whether the built ``dist`` is what a build in this form would give again."""
    if not (DIST / "index.html").is_file() or not NOTE.is_file():
        return False
    return NOTE.read_text(encoding="utf-8") == note_of(form)
