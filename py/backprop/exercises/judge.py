"""A program judged: does it give the right numbers, and if not, what is the first that is wrong?

Right is what the complex step and central differences say of the forward pass alone, on random
small networks. A mistake is known by its values: if a program gives the very numbers of one that
the task's file has as wrong, it makes the same mistake.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from backprop.core.number_text import DIGITS, number_text

from .checks import CHECKS
from .reader_program import SECONDS, ReaderProgram, Stopped

if TYPE_CHECKING:
    from backprop.core.rules import Array

    from .checks import Check, Part, Trial
    from .task import Task

RELATIVE, ABSOLUTE = 1e-6, 1e-9
"""How near a number has to be: a millionth of the largest beside it, or a billionth."""

MOST_DIGITS = 10
"""Of two numbers that differ by little."""

TRIALS_TOLD_APART = 3
"""On how many trials a mistake has to give the same numbers."""

State = Literal["right", "wrong", "missing"]


@dataclass(frozen=True)
class Number:
    """One number of the first trial, as the program gives it and as it should be."""

    place: str
    """`weights:0,1,0` (layer, from, to), `biases:0,1` or `errors:1,0`; empty for none."""
    name: str
    given: float | None
    expected: float
    state: State


@dataclass(frozen=True)
class Verdict:
    """What a program turned out to be."""

    passed: bool
    sentence: str
    line: int | None
    """Where it stopped, counted from 1."""
    mistake: str | None
    """The name of the wrong program in the task's file that gives the same numbers."""
    printed: str
    numbers: tuple[Number, ...]
    """Of the first trial, whether it passed or not; empty if the program came to no end."""


def judge(task: Task, code: str, seconds: float = SECONDS) -> Verdict:
    """Run a program and compare what it gives with what its task asks for.

    Args:
        task: which it is to solve.
        code: the program, at most 20,000 characters.
        seconds: after which it is stopped, at the next turn of a loop or call of a function.
    """
    check = CHECKS[task.check]
    trials = check.trials()
    program = ReaderProgram(code, seconds)
    given: list[list[Array | None]] = []
    numbers: tuple[Number, ...] = ()
    failure: tuple[Trial, list[Array | None], int] | None = None
    try:
        with program.limited():
            program.define()
            function = program.function(check.function)
            for trial in trials:
                given.append([_array(value) for value in check.ask(function, trial)])
                numbers = numbers or tuple(_numbers(trial, given[-1]))
                wrong = _first_wrong(trial, given[-1])
                if wrong is not None and failure is None:
                    failure = trial, given[-1], wrong
    except Stopped as stop:
        return Verdict(False, str(stop), stop.line, None, program.printed, numbers)
    if failure is None:
        sentence = (
            f"Right: every number is the one that {len(given)} checks by differences ask for."
        )
        return Verdict(True, sentence, None, None, program.printed, numbers)
    known = _mistake(task, check, given)
    sentence = _told(check, *failure)
    if known:
        sentence = f"{sentence} {known[1]}"
    return Verdict(False, sentence, None, known[0] if known else None, program.printed, numbers)


def asked_numbers(task: Task) -> list[tuple[str, str]]:
    """The place and the name of every number that a verdict on this task tells."""
    trial = CHECKS[task.check].trials()[0]
    nothing: list[Array | None] = [None] * len(trial.parts)
    return [(number.place, number.name) for number in _numbers(trial, nothing)]


def _array(value: object) -> Array | None:
    """What a program returned as numbers; None where it returned none."""
    if value is None or value is Ellipsis:
        return None
    try:
        array: Any = np.asarray(value)
    except ValueError:  # rows of different lengths
        return None
    if array.dtype.kind not in "fiub":
        return None
    return np.array(array, dtype=float)


def _first_wrong(trial: Trial, given: list[Array | None]) -> int | None:
    for i, (part, value) in enumerate(zip(trial.parts, given, strict=True)):
        if not _is_same(value, part.expected):
            return i
    return None


def _is_same(one: Array | None, other: Array | None) -> bool:
    if one is None or other is None:
        return one is other
    if one.shape != other.shape:
        return False
    with np.errstate(all="ignore"):
        near = ABSOLUTE + RELATIVE * np.abs(other).max(initial=0)
        alike = (one == other) | (np.abs(one - other) <= near) | (np.isnan(one) & np.isnan(other))
        return bool(alike.all())


def _numbers(trial: Trial, given: list[Array | None]) -> Iterator[Number]:
    """Every number that the trial asks for; those of an array of another shape are missing."""
    for part, value in zip(trial.parts, given, strict=True):
        fits = value is not None and value.shape == part.expected.shape
        near = ABSOLUTE + RELATIVE * float(np.abs(part.expected).max())
        for place in np.ndindex(part.expected.shape):
            expected = part.expected[place].item()
            if value is None or not fits:
                yield Number(*_place(part, place), None, expected, "missing")
                continue
            number = value[place].item()
            is_right = abs(number - expected) <= near
            shown = number if np.isfinite(number) else None
            state: State = "right" if is_right else "wrong"
            yield Number(*_place(part, place), shown, expected, state)


def _place(part: Part, place: tuple[int, ...]) -> tuple[str, str]:
    """The place in the drawing, and the name in a table."""
    kind, _, layer = part.place.partition(":")
    units = place if kind == "weights" else place[-1:]
    where = ",".join(map(str, (layer, *units))) if kind else ""
    first, *others = [str(unit + 1) for unit in units]
    which = f"from {first} to {others[0]}" if kind == "weights" else f"number {units[-1] + 1}"
    return (f"{kind}:{where}" if kind else ""), f"{part.name}, {which}"


def _told(check: Check, trial: Trial, given: list[Array | None], wrong: int) -> str:
    """The first number that is wrong, in a sentence, and what is right before it."""
    part, value = trial.parts[wrong], given[wrong]
    right = [each.name for each in trial.parts[:wrong]]
    before = f"{right[-1]} is right, but " if right else ""
    what, where = part.name, f"For {trial.told}"
    if value is None:
        if all(each is None for each in given):
            return f"`{check.function}` does not yet return {check.returns}."
        return f"{where}: {before}{what} is missing."
    needed = part.expected.shape
    if value.shape != needed:
        turn = ": transpose it" if _is_same(value.T, part.expected) else ""
        return (
            f"{where}: {before}{what} has the shape {value.shape} where {needed} is needed{turn}."
        )
    with np.errstate(all="ignore"):
        off = ~(np.abs(value - part.expected) <= ABSOLUTE + RELATIVE * np.abs(part.expected).max())
    place = tuple(np.argwhere(off)[0])
    found, asked = value[place].item(), part.expected[place].item()
    digits = DIGITS if number_text(found) != number_text(asked) else MOST_DIGITS
    return (
        f"{where}: {before}your program gives {number_text(found, digits)} for {what}, where "
        f"{number_text(asked, digits)} is right.{_in_proportion(value, part.expected)}"
    )


def _in_proportion(value: Array, expected: Array) -> str:
    """Whether all numbers are off by one factor, as a forgotten 2 or a turned sign leave it."""
    with np.errstate(all="ignore"):
        ratios = value / expected
        ratio = ratios.flat[0]
        alike = np.isfinite(ratios).all() and np.allclose(ratios, ratio, rtol=RELATIVE, atol=0)
    if value.size < 2 or not alike or ratio == 0:
        return ""
    if np.isclose(ratio, -1, rtol=RELATIVE):
        return " All of its signs are turned."
    return f" All of its numbers are {number_text(ratio)} times what they should be."


def _mistake(task: Task, check: Check, given: list[list[Array | None]]) -> tuple[str, str] | None:
    """The name and the sentence of the wrong program that gives the very same numbers."""
    trials = check.trials()
    differ = [
        i
        for i, (trial, values) in enumerate(zip(trials, given, strict=True))
        if _first_wrong(trial, values) is not None
    ]
    tried = (differ + [i for i in range(len(trials)) if i not in differ])[:TRIALS_TOLD_APART]
    for wrong in task.wrong:
        program = ReaderProgram(wrong.code)
        try:
            with program.limited():
                program.define()
                function = program.function(check.function)
                same = all(
                    _is_same(_array(theirs), ours)
                    for i in tried
                    for theirs, ours in zip(check.ask(function, trials[i]), given[i], strict=True)
                )
        except Stopped:
            continue
        if same:
            return wrong.name, wrong.sentence
    return None
