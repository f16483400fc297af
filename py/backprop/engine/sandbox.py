"""The door of the worker in which a page runs its readers' programs: one message in, a verdict out.

It is a door of its own, so that the Python of the figures never runs a program: `handle` in
`backprop.engine` knows no such message.
"""

from __future__ import annotations

import sys
from dataclasses import asdict
from types import ModuleType
from typing import Any

from backprop.exercises import all_tasks, judge, task_named
from backprop.exercises.reader_program import MODULES, MOST_CHARACTERS
from backprop.message.field import Field, Refusal

Result = dict[str, Any]


def handle(message: object, arrays: bool = False) -> Result:  # noqa: ARG001 - as engine.handle has it
    """Answer `{"kind": "judge", "task", "code"}`.

    Args:
        message: a dict of this shape; anything else is answered with an error.
        arrays: makes no difference, for a verdict has none.

    Returns:
        `{"kind": "judge", "spoilt", …}` with the fields of `Verdict`, or
        `{"kind": "error", "code", "message", "field"}`. `spoilt`: the program has put something
        into a module that the next one would find there.
    """
    before = _contents()
    try:
        task, code = _read(Field(message))
        verdict = asdict(judge(task_named(task), code))
    except Refusal as refusal:
        return _error(refusal.code, str(refusal), refusal.field)
    except (MemoryError, RecursionError):
        return _error("too_large", "That is more than this machine can hold.", None)
    now = _contents()
    spoilt = any(now.get(name) != values for name, values in before.items())
    return {"kind": "judge", **verdict, "numbers": list(verdict["numbers"]), "spoilt": spoilt}


def _contents() -> dict[str, dict[str, int]]:
    """What stands in the modules that programs may import; parts that are loaded do no harm."""
    return {
        name: {
            each: id(value)
            for each, value in vars(module).items()
            if not isinstance(value, ModuleType)
        }
        for name, module in sys.modules.items()
        if name.split(".", maxsplit=1)[0] in MODULES
    }


def _read(message: Field) -> tuple[str, str]:
    message.shape(("kind", "task", "code"))
    message["kind"].choice(("judge",))
    code = message["code"]
    if type(code.value) is not str or len(code.value) > MOST_CHARACTERS:
        raise code.refusal(f"must be a text of at most {MOST_CHARACTERS} characters")
    return message["task"].choice([task.name for task in all_tasks()]), code.value


def _error(code: str, sentence: str, field: str | None) -> Result:
    return {"kind": "error", "code": code, "message": sentence, "field": field}
