"""Results that are made again only when a file that they were made of has changed.

Beside such a result stands the list of those files, each with the hash that it had before the work
began. So a file that is saved while a tool reads it makes the result old, never wrong.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from building.step_cache import put_in_place, sha256
from places import ROOT

Hashes = Mapping[str, str]
"""SHA-256 by a file's name, relative to the project."""
LIST = "made-of.json"


def hashes_of(files: Iterable[Path]) -> dict[str, str]:
    """The hashes of files of the project."""
    return {path.relative_to(ROOT).as_posix(): sha256(path) for path in files}


def note_made_of(folder: Path, names: Iterable[str], hashes: Hashes) -> None:
    """Write down in a folder what it was made of."""
    made_of = {name: hashes[name] for name in names}
    (folder / LIST).write_text(json.dumps(made_of, indent=1), encoding="utf-8")


def is_as_made(folder: Path, hashes: Hashes) -> bool:
    """Whether all that a folder was made of is still the same."""
    if not (folder / LIST).is_file():
        return False
    made_of = json.loads((folder / LIST).read_text(encoding="utf-8"))
    return all(hashes.get(name) == value for name, value in made_of.items())


def kept_folder(folder: Path, hashes: Hashes, make: Callable[[Path], Iterable[str]]) -> Path:
    """The folder, filled anew if something has changed that it was made of.

    Args:
        folder: where the result is kept.
        hashes: of all that it could be made of, as they were before.
        make: fills an empty folder, and returns the names of the files that it did it with.
    """
    if not is_as_made(folder, hashes):
        stage = folder.with_name(f"{folder.name}.unfinished")
        shutil.rmtree(stage, ignore_errors=True)
        stage.mkdir(parents=True)
        note_made_of(stage, make(stage), hashes)
        put_in_place(stage, folder)
    return folder
