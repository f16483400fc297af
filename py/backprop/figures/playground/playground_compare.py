"""What differs between runs that a reader compares, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from backprop.core.limits import Limit
from backprop.core.number_text import count_text
from backprop.message.request_fields import asked, read_part, read_request, whole

from .playground_changes import MOST_CHANGES
from .playground_settings import SettingsRequest

if TYPE_CHECKING:
    from backprop.message.field import Field

MOST_RUNS = 13
"""Twelve that are kept, and the present one."""


@dataclass(frozen=True)
class ComparedRun(SettingsRequest):
    """A run by its settings, and how often its parameters were changed by hand."""

    changes: int = whole(Limit(0, MOST_CHANGES, True), absent=0)


def _runs(given: Field) -> list[ComparedRun]:
    return [read_part(ComparedRun, run) for run in given.items(1, MOST_RUNS)]


@dataclass(frozen=True)
class CompareRequest:
    """Settings of the runs; the others are told by what is not as in the first."""

    runs: list[ComparedRun] = asked(_runs)


def read(message: Field) -> CompareRequest:
    """A `playground_compare` message.

    Raises:
        Refusal: a field is not as it must be.
    """
    request: CompareRequest = read_request(CompareRequest, message)
    return request


def answer(request: CompareRequest) -> dict[str, Any]:
    """What of each run but the first is not as in the first, in words.

    Raises:
        Refusal: a setting does not go with the others.
    """
    from backprop.playground import differences  # noqa: PLC0415 - in a later archive

    first, *others = request.runs
    told = []
    for run in others:
        found = differences(run.settings(), first.settings())
        if run.changes != first.changes:
            found.append(f"{_changes(run.changes)} in place of {_changes(first.changes)}")
        told.append(_told(found))
    return {"kind": "playground_compare", "differences": told}


def _changes(count: int) -> str:
    return f"{count_text(count) if count else 'no'} change{'s' * (count != 1)} by hand"


def _told(found: list[str]) -> str:
    if not found:
        return "It has the settings of run 1."
    return " ".join(f"{difference[:1].upper()}{difference[1:]}." for difference in found)
