"""The two trees, and what a network answers to each of their 104 questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backprop.core.number_text import number_text
from backprop.experiments.family import PEOPLE, RELATIONS, held_out, questions
from backprop.experiments.family.people import COUPLES, generation

if TYPE_CHECKING:
    from backprop.core.rules import Array
    from backprop.experiments.family import FamilyRun, Question

DECIMALS = 3
"""Of outputs: they are drawn, and written with fewer digits."""


def people_told() -> list[dict[str, Any]]:
    """Each person's name, and the generation: 1, 2 or 3."""
    return [{"name": name, "generation": generation(name)} for name in PEOPLE]


def couples_told() -> list[list[int]]:
    """Of each couple the two, and their children if they have any, by their places in `PEOPLE`."""
    return [[PEOPLE.index(name) for name in couple] for couple in COUPLES]


def questions_told(run: FamilyRun) -> list[dict[str, Any]]:
    """Of each question of `questions()`: who asks for whom, the 24 outputs, and what they say."""
    aside = held_out(run.seed)
    told = zip(questions(), run.outputs, run.is_right, strict=True)
    return [
        {
            "person": PEOPLE.index(question.person),
            "relation": RELATIONS.index(question.relation),
            "answers": [PEOPLE.index(name) for name in question.answers],
            "held_out": place in aside,
            "right": is_right,
            "outputs": [round(output, DECIMALS) for output in outputs.tolist()],
            "sentence": told_question(question, outputs, is_right, is_held_out=place in aside),
        }
        for place, (question, outputs, is_right) in enumerate(told)
    ]


def told_question(question: Question, outputs: Array, is_right: bool, *, is_held_out: bool) -> str:
    """Whom the network names, with the outputs above 0.5, and whether that is right."""
    named = [place for place, output in enumerate(outputs) if output > 0.5]
    texts = [f"{PEOPLE[place]} ({number_text(float(outputs[place]), 2)})" for place in named]
    asked = f"Who is {question.person}’s {question.relation}?"
    if texts:
        said = f"The network says {joined(texts)}."
    else:
        most = int(outputs.argmax())
        largest = number_text(float(outputs[most]), 2)
        said = f"The network names nobody: its largest output is {largest}, for {PEOPLE[most]}."
    verdict = "That is right." if is_right else f"The right answer is {joined(question.answers)}."
    aside = " It was never trained on this question." if is_held_out else ""
    return f"{asked} {said} {verdict}{aside}"


def joined(names: tuple[str, ...] | list[str], word: str = "and") -> str:
    """Names as one says them: `Jennifer and Margaret`."""
    *others, last = names
    return f"{', '.join(others)} {word} {last}" if others else last
