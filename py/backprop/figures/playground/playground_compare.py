"""What differs between runs that a reader compares, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from backprop.message.request_fields import asked, read_part, read_request

from .playground_settings import SettingsRequest

if TYPE_CHECKING:
    from backprop.message.field import Field

MOST_RUNS = 13
"""Twelve that are kept, and the present one."""


def _runs(given: Field) -> list[SettingsRequest]:
    return [read_part(SettingsRequest, run) for run in given.items(1, MOST_RUNS)]


@dataclass(frozen=True)
class CompareRequest:
    """Settings of the runs; the others are told by what is not as in the first."""

    runs: list[SettingsRequest] = asked(_runs)


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

    first, *others = (run.settings() for run in request.runs)
    return {
        "kind": "playground_compare",
        "differences": [_told(differences(other, first)) for other in others],
    }


def _told(found: list[str]) -> str:
    if not found:
        return "The settings of run 1."
    return " ".join(f"{difference[:1].upper()}{difference[1:]}." for difference in found)
