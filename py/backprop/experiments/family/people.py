"""The two family trees of 1986, and every question that they answer.

Each tree has twelve people, and the Italian one has the shape of the English one, person by person.
An uncle or an aunt may be one by marriage, and so may whose nephew or niece somebody is.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

# Husband, wife, and their son and daughter if they have any.
COUPLES = (
    ("Christopher", "Penelope", "Arthur", "Victoria"),
    ("Andrew", "Christine", "James", "Jennifer"),
    ("Arthur", "Margaret"),
    ("James", "Victoria", "Colin", "Charlotte"),
    ("Charles", "Jennifer"),
    ("Roberto", "Maria", "Emilio", "Lucia"),
    ("Pierro", "Francesca", "Marco", "Angela"),
    ("Emilio", "Gina"),
    ("Marco", "Lucia", "Alfonso", "Sophia"),
    ("Tomaso", "Angela"),
)

PEOPLE = tuple(dict.fromkeys(name for couple in COUPLES for name in couple))
"""The 24 people, the English ones first; person i of them goes with person i + 12."""

RELATIONS = (
    *("father", "mother", "husband", "wife", "son", "daughter"),
    *("uncle", "aunt", "brother", "sister", "nephew", "niece"),
)


@dataclass(frozen=True)
class Question:
    """Who stands in a relation to a person, such as "Colin's aunt"; one person or two."""

    person: str
    relation: str
    answers: tuple[str, ...]


@cache
def questions() -> tuple[Question, ...]:
    """All 104 that somebody answers, person by person in the order of `RELATIONS`."""
    asked = ((person, relation) for person in PEOPLE for relation in RELATIONS)
    return tuple(
        Question(person, relation, found)
        for person, relation in asked
        if (found := _answers(person, relation))
    )


def _answers(person: str, relation: str) -> tuple[str, ...]:
    """Everybody who is that to a person, in the order of `PEOPLE`."""
    is_male = relation in ("father", "husband", "son", "uncle", "brother", "nephew")
    match relation:
        case "father" | "mother":
            found = _parents(person)
        case "husband" | "wife":
            found = _spouses(person)
        case "son" | "daughter":
            found = _children(person)
        case "brother" | "sister":
            found = _siblings(person)
        case "uncle" | "aunt":
            near = [sibling for parent in _parents(person) for sibling in _siblings(parent)]
            found = near + [other for sibling in near for other in _spouses(sibling)]
        case _:
            near = [person, *_spouses(person)]
            siblings = [sibling for one in near for sibling in _siblings(one)]
            found = [child for sibling in siblings for child in _children(sibling)]
    return tuple(name for name in PEOPLE if name in found and is_man(name) == is_male)


def is_man(person: str) -> bool:
    """Whether a person is a husband or a son."""
    return any(person in couple[::2] for couple in COUPLES)


def _spouses(person: str) -> list[str]:
    return [
        other for pair in COUPLES if person in pair[:2] for other in pair[:2] if other != person
    ]


def _children(person: str) -> list[str]:
    return [child for couple in COUPLES if person in couple[:2] for child in couple[2:]]


def _parents(person: str) -> list[str]:
    return [parent for couple in COUPLES if person in couple[2:] for parent in couple[:2]]


def _siblings(person: str) -> list[str]:
    return [
        other for pair in COUPLES if person in pair[2:] for other in pair[2:] if other != person
    ]


def is_english(person: str) -> bool:
    """Whether a person is of the English family."""
    return PEOPLE.index(person) < len(PEOPLE) // 2


def generation(person: str) -> int:
    """1 for grandparents, 2 for their children and whom these have married, 3 for the youngest."""
    for one in (person, *_spouses(person)):
        if _parents(one):
            return 1 + generation(_parents(one)[0])
    return 1


def branch(person: str) -> int:
    """−1 on the side of a tree's first grandparents, 1 on that of the others.

    Who has come in by marriage belongs to the other one's side; the youngest, who descend from
    both sides, have 0.
    """
    if _parents(person):
        sides = {branch(parent) for parent in _parents(person)}
        return sides.pop() if len(sides) == 1 else 0
    (other,) = _spouses(person)
    if _parents(other):
        return branch(other)
    return -1 if {person, other} & {"Christopher", "Roberto"} else 1
