"""A map of settings: the share of starts that learn, for up to six values of each of two fields.

Each answer trains one cell more than the page knows of already.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from backprop.core.limits import Limit
from backprop.core.number_text import count_text, number_text, percent_text
from backprop.message.request_fields import asked, choice, read_request

from .luck_setting import (
    DIFFERENCES,
    EPOCHS,
    NAMES,
    SettingRequest,
    activation_name,
    experiment,
    in_words,
)

if TYPE_CHECKING:
    from backprop.experiments.luck import Setting
    from backprop.message.field import Field

STARTS = 100
"""Of each cell, with the seeds from 0 on."""

VALUES: dict[str, tuple[Any, ...]] = {
    "hidden_units": (1, 2, 3, 4, 6, 8),
    "activation": ("sigmoid", "tanh", "relu", "leaky_relu", "linear"),
    "initial_range": (0.1, 0.3, 1.0, 2.0, 4.0, 8.0),
    "learning_rate": (0.05, 0.2, 0.5, 1.0, 2.0, 5.0),
    "momentum": (0.0, 0.5, 0.8, 0.9, 0.95, 0.99),
}
"""Field → the values along an axis."""

SHARES = Limit(0, STARTS, True)


def _solved_so_far(given: Field) -> tuple[int, ...]:
    most = max(map(len, VALUES.values())) ** 2
    return tuple(entry.whole(SHARES) for entry in given.items(0, most))


@dataclass(frozen=True)
class LuckMapRequest(SettingRequest):
    """What all cells have in common, the two axes, and how many starts of the first cells learnt.

    Cells are counted row by row; `solved` has those that are trained already.
    """

    across: str = choice(DIFFERENCES)
    down: str = choice(DIFFERENCES)
    solved: tuple[int, ...] = asked(_solved_so_far, absent=())


def read(message: Field) -> LuckMapRequest:
    """A `luck_map` message.

    Raises:
        Refusal: a field is not as it must be; both axes are one field, or more cells are known than
            there are.
    """
    request: LuckMapRequest = read_request(LuckMapRequest, message)
    if request.across == request.down:
        raise message["down"].refusal("must be another field than across")
    count = len(VALUES[request.across]) * len(VALUES[request.down])
    if len(request.solved) > count:
        raise message["solved"].refusal(f"must have at most {count} entries", "too_large")
    return request


def answer(request: LuckMapRequest) -> dict[str, Any]:
    """The cells that are known, and one more; see `LuckMapResult`."""
    first, columns, rows = request.setting(), VALUES[request.across], VALUES[request.down]
    settings = [
        replace(first, **{request.across: x, request.down: y}) for y in rows for x in columns
    ]
    solved = [*request.solved]
    if len(solved) < len(settings):
        run = experiment().run(settings[len(solved)], STARTS, EPOCHS)
        solved.append(run.outcomes.count("solved"))
    cells = [_cell(request, each, count) for each, count in zip(settings, solved, strict=False)]
    return {
        "kind": "luck_map",
        "columns": [_value(x) for x in columns],
        "rows": [_value(y) for y in rows],
        "cells": cells,
        "own": settings.index(first) if first in settings else None,
        "done": len(cells) == len(settings),
        "progress": len(cells) / len(settings),
        "sentence": _told(request, cells, len(settings)),
    }


def _value(value: Any) -> dict[str, Any]:  # noqa: ANN401 - of whichever field it is
    """A value of an axis, and its text."""
    named = isinstance(value, str)
    return {"value": value, "name": activation_name(value) if named else number_text(value)}


def _cell(request: LuckMapRequest, setting: Setting, solved: int) -> dict[str, Any]:
    name = " and ".join(
        in_words(field, getattr(setting, field)) for field in (request.across, request.down)
    )
    low, high = experiment().wilson_interval(solved, STARTS)
    share, least, most = (percent_text(each, 2) for each in (solved / STARTS, low, high))
    return {
        "solved": solved,
        "share": solved / STARTS,
        "interval": [low, high],
        "name": name,
        "text": share,
        "sentence": f"With {name}, {share} learn, with a 95% interval from {least} to {most}.",
    }


def _told(request: LuckMapRequest, cells: list[dict[str, Any]], count: int) -> str:
    """How far the map is, and where most starts learn, and fewest."""
    task = NAMES[request.dataset]
    begun = (
        f"{count_text(STARTS)} starts of each of {count_text(len(cells))} settings"
        f"{'' if len(cells) == count else f' of {count_text(count)}'} are trained on {task}."
    )
    counts = [cell["solved"] for cell in cells]
    best, worst = max(counts), min(counts)
    if best == worst:
        return f"{begun} In all of them {cells[0]['text']} learn."
    return f"{begun} Most learn {_places(cells, best)}; fewest {_places(cells, worst)}."


def _places(cells: list[dict[str, Any]], solved: int) -> str:
    """The setting in which so many starts learn, or how many such settings there are."""
    found = [cell for cell in cells if cell["solved"] == solved]
    if len(found) == 1:
        return f"with {found[0]['name']}, {found[0]['text']}"
    return f"in {count_text(len(found))} of them, {found[0]['text']}"
