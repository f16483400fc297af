"""The record of one operation in a walkthrough."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .formula import Formula, aligned

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .formula import Equation
    from .source_lines import SourceLine


@dataclass(frozen=True, slots=True, repr=False)
class Step:
    """One operation of a pass.

    Unit layers count the input as 0; layers of weights count from 0, the direct weights being
    one more than the last. `place` says where in a drawing the value belongs, as `unit:1,0`.
    """

    phase: str
    """`forward`, `loss`, `backward` or `update`."""
    operation: str
    """Such as `pre_activation` or `weight_gradient`."""
    units: tuple[tuple[int, int], ...]
    """Every unit touched, as (unit layer, unit); the one computed is first."""
    weights: tuple[tuple[int, int, int], ...]
    """Every weight touched, as (layer, source, target)."""
    biases: tuple[tuple[int, int], ...]
    """Every bias touched, as (layer, target)."""
    place: str
    symbol: str
    """LaTeX of what is computed."""
    formula: Formula
    substituted: Formula
    """The formula with its numbers, ending in the value."""
    value: float | list[float]
    """Of an update: the new weights row by row, then the biases."""
    sentence: str
    function: str
    """The function of the core that computes it, and where."""
    file: str
    line: int

    def __repr__(self) -> str:
        return f"<Step {self.operation}: {self.sentence}>"

    def _repr_latex_(self) -> str:
        return aligned(self.formula, self.substituted)


def step_of(
    phase: str,
    operation: str,
    written: Equation,
    sentence: str,
    line: SourceLine,
    *,
    units: Sequence[tuple[int, int]] = (),
    weights: Sequence[tuple[int, int, int]] = (),
    biases: Sequence[tuple[int, int]] = (),
) -> Step:
    """The step that computes the result of an equation."""
    return Step(
        phase,
        operation,
        tuple(units),
        tuple(weights),
        tuple(biases),
        written.result.symbol["place"],
        written.result.symbol["latex"],
        written.formula,
        written.substituted,
        written.result.value,
        sentence,
        *line,
    )
