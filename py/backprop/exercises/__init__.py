"""Tasks that a reader solves in code: write a backward pass, or find what is wrong with one.

    from backprop.exercises import judge, task_named

    task = task_named("output_error_signal")
    print(task.start)
    judge(task, code).sentence

A task is a file in `tasks/`; `py/README.md` says how to write one.
"""

from __future__ import annotations

from .judge import Verdict, asked_numbers, judge
from .task import Task, all_tasks, task_named

__all__ = ["Task", "Verdict", "all_tasks", "asked_numbers", "judge", "task_named"]
