"""What a reader takes home: the message that asks for it.

The answer is made by the package `take_home`, which a page fetches only when it is first asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from backprop.message.field import Field

    from .requests import TraceRequest, TrainRequest

FORMATS = ("numpy", "pytorch", "xlsx", "csv")


@dataclass(frozen=True)
class ExportRequest:
    """A file of one pass or one training run: in which format, and of what."""

    format: str
    subject: TraceRequest | TrainRequest


def read(message: Field, subjects: dict[str, Callable[[Field], Any]]) -> ExportRequest:
    """An `export` message.

    Args:
        message: `kind`, `format`, and as `subject` a whole message of another kind.
        subjects: how those other kinds are read.
    """
    message.shape(("kind", "format", "subject"))
    subject = message["subject"]
    if type(subject.value) is not dict:
        raise subject.refusal("must be an object")
    if "kind" not in subject.value:
        raise subject.refusal("must have a kind", "missing_field")
    kind = subject["kind"].choice(tuple(subjects))
    return ExportRequest(message["format"].choice(FORMATS), subjects[kind](subject))


def answer(request: ExportRequest) -> dict[str, Any]:
    """The file as plain data; bytes in base64."""
    take_home = import_module(".take_home.export", __package__)
    file: dict[str, Any] = take_home.answer(request)
    return file
