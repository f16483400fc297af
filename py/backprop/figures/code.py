"""Tasks that readers solve in code: their texts, and which numbers a program is to give.

Programs are judged elsewhere (`backprop.engine.sandbox`), in a Python of their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from backprop.message.request_fields import asked, opening, read_request

if TYPE_CHECKING:
    from types import ModuleType

    from backprop.exercises import Task
    from backprop.message.field import Field

FIRST = "output_error_signal"
CHECK = """

if __name__ == "__main__":  # the check of the page; needs backpropagation-traced
    from backprop.exercises import judge, task_named

    with open(__file__, encoding="utf-8") as program:
        print(judge(task_named("{task}"), program.read()).sentence)
"""
"""The end of a program that a reader has saved: it lets the file check itself when it is run."""


def _exercises() -> ModuleType:
    """The tasks, in an archive of their own that a page has only when this figure asks."""
    from backprop import exercises  # noqa: PLC0415

    return exercises


def _task_name(given: Field) -> str:
    name: str = given.choice([task.name for task in _exercises().all_tasks()])
    return name


@dataclass(frozen=True)
class CodeRequest:
    """Which task."""

    task: str = asked(_task_name, opening=FIRST)


OPENINGS = {"code": opening("code", CodeRequest)}


def read(message: Field) -> CodeRequest:
    """A `code` message."""
    return read_request(CodeRequest, message)


def answer(request: CodeRequest) -> dict[str, Any]:
    """The text of a task, what else there is, and the numbers it asks for; see `CodeResult`."""
    exercises = _exercises()
    task: Task = exercises.task_named(request.task)
    tasks: tuple[Task, ...] = exercises.all_tasks()
    beside = [other.name for other in tasks if other.kind == task.kind]
    asked_for: list[tuple[str, str]] = exercises.asked_numbers(task)
    return {
        "kind": "code",
        "task": task.name,
        "task_kind": task.kind,
        "number": beside.index(task.name) + 1,
        "of": len(beside),
        "title": task.title,
        "paragraphs": list(task.paragraphs),
        "hints": list(task.hints),
        "start": task.start,
        "solution": task.solution,
        "check": CHECK.format(task=task.name),
        "tasks": [
            {"name": other.name, "kind": other.kind, "title": other.title} for other in tasks
        ],
        "layer_sizes": _layer_sizes([place for place, _ in asked_for]),
        "asked": [{"place": place, "name": name} for place, name in asked_for],
    }


def _layer_sizes(places: list[str]) -> list[int]:
    """The units of each layer of the network that the numbers belong to; empty if they are of none.

    A place has a layer, the unit that a weight comes from and the one that it goes to.
    """
    weights = [
        tuple(map(int, place.partition(":")[2].split(",")))
        for place in places
        if place.startswith("weights:")
    ]
    layers = sorted({layer for layer, _, _ in weights})
    if len(layers) < 2:
        return []
    counts = [1 + max(source for layer, source, _ in weights if layer == at) for at in layers]
    return [*counts, 1 + max(target for layer, _, target in weights if layer == layers[-1])]
