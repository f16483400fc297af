"""What is said of a run, and of what moves its first weights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backprop.core.number_text import count_text, number_text, percent_text
from backprop.experiments.family import LOOK, RECIPES, questions
from backprop.experiments.family.examples import HELD_OUT
from backprop.experiments.family.traits import STANDS_FOR, TRAITS

from .questions_told import joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backprop.experiments.family import FamilyRun, Look, Recipe

TRAINED = len(questions()) - HELD_OUT


def recipes_told(names: dict[str, str]) -> list[dict[str, str]]:
    """The settings of each recipe in words, by what a message calls it."""
    return [
        {"recipe": name, "settings": told_settings(RECIPES[recipe])}
        for name, recipe in names.items()
    ]


def told_settings(recipe: Recipe) -> str:
    """Rate, momentum, first weights and decay of a recipe."""
    rate, widest = number_text(recipe.learning_rate), number_text(recipe.initial_range)
    pace = "Adam" if recipe.betas else f"momentum {number_text(recipe.momentum)}"
    if recipe.weight_decay:
        decay = f"penalty {number_text(recipe.weight_decay)}"
    elif recipe.shrink:
        decay = f"decay {percent_text(recipe.shrink, 2)}"
    else:
        decay = "no decay"
    return f"rate {rate}, {pace}, first weights up to ±{widest}, {decay}"


def told_run(run: FamilyRun) -> str:
    """How many questions are answered after how many sweeps."""
    right, aside = run.trained_right, run.held_out_right
    known = "all" if right == TRAINED else "none" if right == 0 else f"{right}"
    held_out = "none" if aside == 0 else "all" if aside == HELD_OUT else f"{aside}"
    begun = "Before the first sweep" if run.sweep == 0 else f"After {count_text(run.sweep)} sweeps"
    return (
        f"{begun} the network answers {known} of the {TRAINED} questions that it is trained on, "
        f"and {held_out} of the {HELD_OUT} that are kept aside."
    )


def told_pulls(recipe: Recipe, looks: Sequence[Look]) -> str:
    """Which of gradient and decay moves the first weights more, where that differs most."""
    if recipe.betas:
        return (
            "Adam divides each gradient by its own usual size, so small gradients move weights too."
        )
    if recipe.shrink == 0:
        return "Nothing shrinks the weights here, so a small gradient is not lost."
    place = max(range(len(looks)), key=lambda at: looks[at].decay / (looks[at].gradient or 1))
    look = looks[place]
    many = look.decay / look.gradient if look.gradient else 0
    decay, gradient = number_text(look.decay, 2), number_text(look.gradient, 2)
    when = f"At sweep {count_text(LOOK * place)}"
    if many > 1:
        return (
            f"{when} decay takes {decay} from the first weights in a sweep, and the gradient "
            f"moves them by {gradient}: decay is {number_text(many, 2)} times as strong."
        )
    return (
        f"The gradient is the stronger one throughout. {when}, where it is weakest beside decay, "
        f"it moves the first weights by {gradient} in a sweep, and decay by {decay}."
    )


def told_starts(outcomes: Sequence[Sequence[float]], starts: int) -> str:
    """What has become of the starts at their end, with what the paper claims.

    Args:
        outcomes: of each trained and held-out questions answered, and the largest |r| by trait.
        starts: how many there are in all.
    """
    if not outcomes:
        return "No start is at its end yet."
    solved = [each for each in outcomes if each[0] == TRAINED]
    all_held_out = sum(each[1] == HELD_OUT for each in outcomes)
    mean = number_text(sum(each[1] for each in outcomes) / len(outcomes), 2)
    count = len(outcomes)
    of = f"{count} starts" if count == starts else f"the first {count} of {starts} starts"
    told = [
        f"Of {of}, {len(solved)} answer all {TRAINED} questions that they are trained on.",
        f"Of the {HELD_OUT} kept aside they answer {mean} on average, and all in {all_held_out} "
        + ("start" if all_held_out == 1 else "starts")
        + "; the paper reports all.",
    ]
    if solved:
        counts = [
            f"{name} in {sum(each[2 + place] > STANDS_FOR for each in solved)}"
            for place, name in enumerate(TRAITS)
        ]
        told.append(f"Of the {len(solved)}, a unit stands for {joined(counts)}.")
    return " ".join(told)
