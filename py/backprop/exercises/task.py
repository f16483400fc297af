"""A task as its file tells it: text, hints, starting code, solution and known mistakes.

The file is Python with a docstring in front and cells below it:

    \"\"\"Title in one line.

    What is to be done, in paragraphs.

    Check: output_error_signal
    Hint: the first of three.
    \"\"\"

    # %% start
    # %% solution
    # %% wrong: name of the mistake
    # What is told to who makes it, in a comment of one or more lines.

Files are read as text and never imported.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

TASKS = Path(__file__).parent / "tasks"

KINDS = ("ladder", "bugs")
"""Folders below `TASKS`: programs to be written, and programs to be mended."""

HINTS = 3
CELL = re.compile(r"^# %% (start|solution|wrong: .+)$", re.MULTILINE)
FIELD = re.compile(r"^(Check|Hint): ", re.MULTILINE)


class TaskFileError(ValueError):
    """A file of a task is not as it has to be."""


@dataclass(frozen=True)
class WrongProgram:
    """A mistake that readers are known to make."""

    name: str
    sentence: str
    """What is told to who makes it."""
    code: str


@dataclass(frozen=True)
class Task:
    """What a reader is asked to write."""

    name: str
    """Of the file, without its number; links hold it."""
    kind: str
    """One of `KINDS`."""
    title: str
    paragraphs: tuple[str, ...]
    check: str
    """Which of the checks judges it."""
    hints: tuple[str, ...]
    start: str
    solution: str
    wrong: tuple[WrongProgram, ...]


def read_task(path: Path) -> Task:
    """Read the file of a task.

    Raises:
        TaskFileError: something in it is missing or out of place; the sentence names the file.
    """
    text = path.read_text(encoding="utf-8")
    front, *cells = CELL.split(text)
    docstring = ast.get_docstring(ast.parse(front))
    if docstring is None:
        raise TaskFileError(f"{path.name} has no text in front.")
    said, *fields = FIELD.split(docstring)
    title, *paragraphs = (" ".join(part.split()) for part in said.strip().split("\n\n"))
    named: dict[str, list[str]] = {"Check": [], "Hint": []}
    for name, value in zip(fields[::2], fields[1::2], strict=True):
        named[name].append(" ".join(value.split()))
    programs = {
        name: code.strip() + "\n" for name, code in zip(cells[::2], cells[1::2], strict=True)
    }
    if len(named["Check"]) != 1 or len(named["Hint"]) != HINTS or not paragraphs:
        raise TaskFileError(f"{path.name} needs a text, one check and {HINTS} hints.")
    if not {"start", "solution"} <= programs.keys():
        raise TaskFileError(f"{path.name} needs a cell to start from and one with the solution.")
    return Task(
        name=path.stem.partition("_")[2],
        kind=path.parent.name,
        title=title.removesuffix("."),
        paragraphs=tuple(paragraphs),
        check=named["Check"][0],
        hints=tuple(named["Hint"]),
        start=programs["start"],
        solution=programs["solution"],
        wrong=tuple(
            _wrong_program(path, name.removeprefix("wrong: "), code)
            for name, code in programs.items()
            if name.startswith("wrong: ")
        ),
    )


def _wrong_program(path: Path, name: str, cell: str) -> WrongProgram:
    lines = cell.splitlines()
    told = [line.removeprefix("#").strip() for line in lines if line.startswith("#")]
    code = "\n".join(line for line in lines if not line.startswith("#")).strip() + "\n"
    if not told:
        raise TaskFileError(f"{path.name} does not say what is told of “{name}”.")
    return WrongProgram(name, " ".join(told), code)


@lru_cache(maxsize=1)
def all_tasks() -> tuple[Task, ...]:
    """Every task, in the order in which readers come to them."""
    return tuple(read_task(path) for kind in KINDS for path in sorted((TASKS / kind).glob("*.py")))


def task_named(name: str) -> Task:
    """The task of that name.

    Raises:
        KeyError: there is none.
    """
    for task in all_tasks():
        if task.name == name:
            return task
    raise KeyError(name)
