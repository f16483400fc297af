"""Whether a network learns or was only lucky: two settings beside each other, from many starts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from backprop.core.limits import Limit
from backprop.core.number_text import count_text, number_text, percent_text
from backprop.message.network_fields import HIDDEN_ACTIVATIONS
from backprop.message.request_fields import asked, choice, number, opening, read_request, whole

from .luck_setting import DIFFERENCES, EPOCHS, NAMES, SettingRequest, experiment, in_words

if TYPE_CHECKING:
    from backprop.experiments.luck import LuckRun, Setting
    from backprop.message.field import Field

MOST_STARTS = 1_000
LIMITS = {"luck_starts": Limit(1, MOST_STARTS, True)}
STUCK, DIVERGED = -1, -2
"""What stands in place of an epoch for a start that was never solved."""

CODES = Limit(DIVERGED, EPOCHS, True)
EDGES = list(range(0, EPOCHS + 1, 50))
"""Of the histogram: epochs from one edge to before the next, the last edge included."""

NONE = "none"


def _epochs_so_far(given: Field) -> tuple[int, ...]:
    count = given.length()
    if count > MOST_STARTS:
        raise given.refusal(f"must have at most {count_text(MOST_STARTS)} entries", "too_large")
    epochs = given.numbers(count, CODES)
    if (epochs % 1).any():
        raise given.refusal("must be whole numbers")
    return tuple(map(int, epochs))


@dataclass(frozen=True)
class LuckRequest(SettingRequest):
    """Two settings that differ in one field or two, and what is known of their starts already.

    Starts have the seeds 0, 1, 2 …; those that are known come first and are not trained again.
    """

    starts: int = whole(LIMITS["luck_starts"], opening=100)
    differs: str = choice(DIFFERENCES, opening="hidden_units")
    other_value: float = number("any", opening=4)
    other_activation: str = choice(HIDDEN_ACTIVATIONS, opening="tanh")
    also_differs: str = choice((NONE, *DIFFERENCES), absent=NONE)
    also_value: float = number("any", absent=0.0)
    first_epochs: tuple[int, ...] = asked(_epochs_so_far, absent=())
    second_epochs: tuple[int, ...] = asked(_epochs_so_far, absent=())

    @property
    def differences(self) -> dict[str, Any]:
        """The fields in which the second setting differs, and its values there."""
        given = {self.differs: self.other_value}
        if self.also_differs != NONE:
            given[self.also_differs] = self.also_value
        return {name: self._value(name, value) for name, value in given.items()}

    def _value(self, name: str, value: float) -> object:
        if name == "activation":
            return self.other_activation
        return int(value) if name == "hidden_units" else value


OPENINGS = {"luck": opening("luck", LuckRequest)}


def read(message: Field) -> LuckRequest:
    """A `luck` message.

    Raises:
        Refusal: a field is not as it must be; `other_value` and `also_value` have the limits of the
            fields that differ, which are two.
    """
    request: LuckRequest = read_request(LuckRequest, message)
    if request.also_differs == request.differs:
        raise message["also_differs"].refusal("must be another field than differs")
    for differs, value in (
        (request.differs, message["other_value"]),
        (request.also_differs, message["also_value"]),
    ):
        if differs == "hidden_units":
            value.whole("units")
        elif differs not in (NONE, "activation"):
            value.number(differs)
    return request


def answer(request: LuckRequest) -> dict[str, Any]:
    """What became of each start of both settings, and whether they differ; see `LuckResult`."""
    setting, differences = request.setting(), request.differences
    other = replace(setting, **differences)
    sides = [
        _side(setting, request.first_epochs, request.starts),
        _side(other, request.second_epochs, request.starts),
    ]
    # A cell of the map may have one of its two values in common with the first setting.
    named = [name for name in differences if getattr(setting, name) != getattr(other, name)]
    for side, each in zip(sides, (setting, other), strict=True):
        side["name"] = " and ".join(
            in_words(name, getattr(each, name)) for name in named or differences
        )
    return {
        "kind": "luck",
        "starts": request.starts,
        "epochs": EPOCHS,
        "edges": EDGES,
        "sides": sides,
        "sentence": _compared(sides, request.starts),
        "examples": None if request.dataset == "xor" else _examples(setting),
    }


def _side(setting: Setting, known: tuple[int, ...], starts: int) -> dict[str, Any]:
    """The outcomes of all starts of a setting, after training those that are not known."""
    known = known[:starts]
    epochs = [*known]
    if len(known) < starts:
        epochs += _outcomes(experiment().run(setting, range(len(known), starts), EPOCHS))
    solved = sorted(epoch for epoch in epochs if epoch >= 0)
    stuck, diverged = epochs.count(STUCK), epochs.count(DIVERGED)
    low, high = experiment().wilson_interval(stuck + diverged, starts)
    return {
        "solved_epochs": epochs,
        "solved": len(solved),
        "stuck": stuck,
        "diverged": diverged,
        "failed_share": (stuck + diverged) / starts,
        "interval": [low, high],
        "histogram": [
            sum(start <= epoch < end or epoch == end == EPOCHS for epoch in solved)
            for start, end in pairwise(EDGES)
        ],
        "sentence": _told(NAMES[setting.dataset], solved, stuck, diverged, (low, high)),
    }


def _outcomes(run: LuckRun) -> list[int]:
    return [
        DIVERGED if lost else epoch
        for epoch, lost in zip(run.solved_epochs.tolist(), run.diverged.tolist(), strict=True)
    ]


def _told(
    name: str, solved: list[int], stuck: int, diverged: int, interval: tuple[float, float]
) -> str:
    starts = len(solved) + stuck + diverged
    low, high = (percent_text(end, 2) for end in interval)
    if not solved:
        return (
            f"Not one of {count_text(starts)} starts learns {name} in {count_text(EPOCHS)} epochs: "
            f"with 95% confidence at least {low} of all starts fail."
        )
    half = solved[(len(solved) - 1) // 2]
    begun = (
        f"{count_text(len(solved))} of {count_text(starts)} starts learn {name}, "
        f"half of these by epoch {count_text(half)}."
    )
    if stuck + diverged == 0:
        return f"{begun} None fails: with 95% confidence at most {high} of all starts do."
    share = percent_text((stuck + diverged) / starts, 2)
    how = f"{count_text(stuck)} {'is' if stuck == 1 else 'are'} stuck" if stuck else ""
    gone = f"{count_text(diverged)} {'has' if diverged == 1 else 'have'} diverged"
    both = " and ".join(part for part in (how, gone if diverged else "") if part)
    return f"{begun} {both}: {share} fail, with a 95% interval from {low} to {high}."


def _compared(sides: list[dict[str, Any]], starts: int) -> str:
    """Whether the shares of failures differ by more than chance, by the interval of Newcombe."""
    failed = [side["stuck"] + side["diverged"] for side in sides]
    low, high = experiment().difference_interval(failed[1], starts, failed[0], starts)
    names = [side["name"] for side in sides]
    if low <= 0 <= high:
        more = " More starts may." if starts < MOST_STARTS else ""
        return (
            f"These {count_text(starts)} starts of each do not tell whether training fails less "
            f"often with {names[1]} or with {names[0]}.{more}"
        )
    word = "less" if high < 0 else "more"
    ends = sorted((abs(low), abs(high)))
    least, most = (number_text(100 * end, 2) for end in ends)
    return (
        f"With {names[1]} training fails {word} often than with {names[0]}, by {least} to {most} "
        f"percentage points (95% interval). That is hardly luck."
    )


def _examples(setting: Setting) -> list[float]:
    """Two inputs and a target of each example, one after the other."""
    dataset = setting.make_dataset()
    return [
        value
        for inputs, targets in zip(dataset.inputs.tolist(), dataset.targets.tolist(), strict=True)
        for value in (*inputs, *targets)
    ]
