"""What the six units of a person have come to stand for, in numbers and in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backprop.core.number_text import NO_BREAK, number_text, signed_number_text
from backprop.experiments.family import PEOPLE, trait_correlations
from backprop.experiments.family.examples import PERSON_UNITS
from backprop.experiments.family.traits import STANDS_FOR

from .questions_told import joined

if TYPE_CHECKING:
    from backprop.experiments.family import FamilyRun


DECIMALS = 4
"""Of weights: they are drawn."""


def units_told(run: FamilyRun) -> list[dict[str, Any]]:
    """Of each unit its 24 weights, and Pearson's r of these with each trait.

    `stands_for` has the traits with |r| > 0.8, and none where there is none.
    """
    weights = run.network.weights[0][: len(PEOPLE), :PERSON_UNITS].T
    found = trait_correlations(run)
    told = []
    for unit, row in enumerate(weights):
        correlations = {name: each[unit] for name, each in found.items()}
        told.append(
            {
                "weights": [round(weight, DECIMALS) for weight in row.tolist()],
                "correlations": [
                    {
                        "trait": name,
                        "value": r,
                        "text": signed_number_text(r, 2),
                        "stands": abs(r) > STANDS_FOR,
                    }
                    for name, r in correlations.items()
                ],
            }
        )
    return told


def told_units(units: list[dict[str, Any]]) -> str:
    """Which traits some unit stands for, and how near the others come."""
    stands: list[str] = []
    falls: list[str] = []
    for row in zip(*(unit["correlations"] for unit in units), strict=True):
        place = max(range(len(row)), key=lambda unit: abs(row[unit]["value"]))
        best = row[place]
        if best["stands"]:
            r = f"(r{NO_BREAK}={NO_BREAK}{best['text']})"
            verb = "" if stands else " stands"
            stands.append(f"unit {place + 1}{verb} for {best['trait']} {r}")
        else:
            size = number_text(abs(best["value"]), 2)
            falls.append(f"{best['trait']} (|r|{NO_BREAK}≤{NO_BREAK}{size})")
    told = f"In this network {joined(stands)}. " if stands else ""
    if not falls:
        return told.strip()
    return f"{told}No unit stands for {joined(falls, 'or')}."
