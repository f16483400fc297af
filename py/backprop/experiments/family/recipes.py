"""Four ways to train the family trees: as printed in 1986, and three that learn more."""

from __future__ import annotations

from dataclasses import dataclass

EARLY = 20
"""Sweeps that gradient descent begins with at a rate and a momentum of their own."""

EARLY_RATE, EARLY_MOMENTUM = 0.005, 0.5


@dataclass(frozen=True)
class Recipe:
    """How a network is trained.

    Attributes:
        name: by which `RECIPES` has it.
        initial_range: r, the first weights and biases lying evenly from −r to r.
        learning_rate: η after the first 20 sweeps; of Adam, from the first.
        sweeps: how many are told of it: as often every question is seen.
        momentum: α after the first 20 sweeps; Adam has none.
        shrink: by which share every parameter is made smaller after each change.
        betas: β₁ and β₂ of Adam; None: gradient descent with momentum.
        weight_decay: λ of a penalty ½ λ w², for weights and not for biases.
        output_bias: where the biases of the outputs begin; None: as all others.
        measured_from_bounds: outputs above 0.8 that are to be 1, and below 0.2 that are to be 0,
            have no error. False: the error of all others is measured from 1 and 0, so that it
            jumps at the bound; True: from 0.8 and 0.2, so that it begins with 0 there.
    """

    name: str
    initial_range: float
    learning_rate: float
    sweeps: int = 1_500
    momentum: float = 0.9
    shrink: float = 0.0
    betas: tuple[float, float] | None = None
    weight_decay: float = 0.0
    output_bias: float | None = None
    measured_from_bounds: bool = True

    @property
    def penalty(self) -> float:
        """λ of the penalty that shrinking amounts to, s (1 − α) / η.

        A gradient that stays moves a weight by η / (1 − α) in each sweep; shrinking, by s w.
        """
        return self.shrink * (1 - self.momentum) / self.learning_rate


RECIPES = {
    recipe.name: recipe
    for recipe in (
        Recipe("printed", 0.3, 0.01, shrink=0.002, measured_from_bounds=False),
        Recipe("without decay", 1.0, 0.01),
        Recipe("repaired", 2.0, 0.1, shrink=0.002),
        Recipe(
            "adam",
            1.0,
            0.1,
            sweeps=500,
            momentum=0.0,
            betas=(0.9, 0.95),
            weight_decay=0.001,
            output_bias=-2.5,
        ),
    )
}
"""The recipe of the paper, and what learns: the same without decay and from weights up to 1; ten
times the rate and weights up to 2; and Adam."""
