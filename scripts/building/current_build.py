"""Whether ``dist/`` was built of the sources as they are now."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from building.made_of import Hashes, hashes_of
from building.step_cache import files_under
from places import CACHE, CORE, DIST, ROOT, SCRIPTS, WEB, WIDGET

NOTE = CACHE / "built.txt"
"""In which form ``dist`` was built, and a hash of the sources that it was built of."""
FOLDERS = (WEB, CORE, SCRIPTS)
"""What a build reads lies in these, but for some files."""
FILES = tuple(
    ROOT / name
    for name in ("LICENSE", "package.json", "package-lock.json", "requirements/build.txt")
)
"""Those."""
NO_SOURCES = (
    *(WEB / "styles" / "fonts.css", WIDGET / "page"),
    *(SCRIPTS / "bench", SCRIPTS / "pictures"),
)
"""What the build itself writes there, and what it does not read."""


def is_source(path: Path) -> bool:
    """Whether a file in one of the folders goes into a build; editors' own files do not."""
    if path.name.startswith(".") or path.name.endswith(("~", ".pyc")):
        return False
    return not any(path.is_relative_to(other) for other in NO_SOURCES)


def sources() -> list[Path]:
    """Every file that a build reads."""
    files = (path for folder in FOLDERS for path in files_under(folder) if is_source(path))
    return [*files, *FILES]


def note_of(form: str, hashes: Hashes) -> str:
    """What a build in a form, such as ``"draft"``, of these sources writes down."""
    return f"{form} {hashlib.sha256(json.dumps(hashes).encode()).hexdigest()}"


def build_id(form: str, hashes: Hashes) -> str:
    """What tells builds of other sources apart: 16 hexadecimal digits."""
    return hashlib.sha256(note_of(form, hashes).encode()).hexdigest()[:16]


def is_current(form: str) -> bool:
    """Whether the built ``dist`` is what a build in this form would give again."""
    if not (DIST / "index.html").is_file() or not NOTE.is_file():
        return False
    return NOTE.read_text(encoding="utf-8") == note_of(form, hashes_of(sources()))
