"""Tasks that readers solve in code: their texts, and which numbers a program is to give.

Programs are judged elsewhere (`backprop.engine.sandbox`), in a Python of their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from backprop.exercises import all_tasks, asked_numbers, task_named
from backprop.message.request_fields import asked, opening, read_request

if TYPE_CHECKING:
    from backprop.exercises import Task
    from backprop.message.field import Field

FIRST = "output_error_signal"


def _task_name(given: Field) -> str:
    return given.choice([task.name for task in all_tasks()])


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
    task = task_named(request.task)
    beside = [other.name for other in all_tasks() if other.kind == task.kind]
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
        "tasks": [
            {"name": other.name, "kind": other.kind, "title": other.title} for other in all_tasks()
        ],
        "layer_sizes": _layer_sizes(task),
        "asked": [{"place": place, "name": name} for place, name in asked_numbers(task)],
    }


def _layer_sizes(task: Task) -> list[int]:
    """The units of each layer of the network that the numbers belong to; empty if they are of none.

    A place has a layer, the unit that a weight comes from and the one that it goes to.
    """
    weights = [
        tuple(map(int, place.partition(":")[2].split(",")))
        for place, _ in asked_numbers(task)
        if place.startswith("weights:")
    ]
    layers = sorted({layer for layer, _, _ in weights})
    if len(layers) < 2:
        return []
    counts = [1 + max(source for layer, source, _ in weights if layer == at) for at in layers]
    return [*counts, 1 + max(target for layer, _, target in weights if layer == layers[-1])]
