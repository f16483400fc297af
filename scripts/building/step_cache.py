"""Steps whose result is kept under a hash of everything that went in."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from places import CACHE, ROOT

KEPT_RESULTS = 3


def sha256(path: Path) -> str:
    """The SHA-256 of a file's bytes, as 64 hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def files_under(folder: Path, pattern: str = "*") -> list[Path]:
    """Every file below ``folder``, sorted, without what interpreters leave behind."""
    return sorted(
        path
        for path in folder.rglob(pattern)
        if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".pyc"
    )


def digest(files: Iterable[Path], *words: str) -> str:
    """A hash of the names and bytes of ``files`` and of ``words``: 20 hexadecimal digits."""
    total = hashlib.sha256()
    for word in words:
        total.update(word.encode() + b"\0")
    for path in files:
        name = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path.name
        total.update(f"{name}\0{sha256(path)}\0".encode())
    return total.hexdigest()[:20]


def cached_folder(step: str, key: str, make: Callable[[Path], None]) -> Path:
    """The folder that ``make`` filled for ``key``, made now if it is not there yet.

    It gets its name only when it is whole, so an interrupted build leaves nothing that looks
    finished. A few older results of the step are kept, for going back and forth between two states
    of the source.
    """
    kept = CACHE / step
    folder = kept / key
    if not folder.is_dir():
        unfinished = kept / f"{key}.unfinished-{os.getpid()}"
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(parents=True)
        try:
            make(unfinished)
        except BaseException:
            shutil.rmtree(unfinished, ignore_errors=True)
            raise
        if folder.is_dir():
            shutil.rmtree(unfinished)
        else:
            unfinished.rename(folder)
    folder.touch()
    forget_older(kept)
    return folder


def forget_older(kept: Path) -> None:
    """Remove all but the results that were used last."""
    results = [path for path in kept.iterdir() if path.is_dir() and ".unfinished" not in path.name]
    results.sort(key=lambda path: path.stat().st_mtime, reverse=True)
    for path in results[KEPT_RESULTS:]:
        shutil.rmtree(path, ignore_errors=True)


def put_in_place(stage: Path, place: Path) -> None:
    """Let a new folder, now that it is whole, take the place of an old one."""
    old = stage.with_name(stage.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if place.exists():
        place.rename(old)
    stage.rename(place)
    shutil.rmtree(old, ignore_errors=True)


def lay_into(stage: Path, kept: Path, *, without: str = "") -> None:
    """Put what a folder holds, but one name, into another, beside what is there.

    They are further names of the same files where the system has such, since nothing changes a file
    that has been made.
    """

    def name_or_copy(source: str, place: str) -> None:
        try:
            os.link(source, place)
        except OSError:
            shutil.copyfile(source, place)

    ignore = shutil.ignore_patterns(without)
    shutil.copytree(kept, stage, copy_function=name_or_copy, ignore=ignore, dirs_exist_ok=True)
