"""The network of the family trees, the questions as its examples, and those that are kept aside."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from backprop.core.network import Network

from .people import PEOPLE, RELATIONS, questions

if TYPE_CHECKING:
    from backprop.core.rules import Array

PERSON_UNITS = RELATION_UNITS = 6
LAYER_SIZES = (len(PEOPLE) + len(RELATIONS), PERSON_UNITS + RELATION_UNITS, 12, 6, len(PEOPLE))
HELD_OUT = 4


def network() -> Network:
    """The network 36-12-12-6-24 of logistic units, its loss ½ Σ (ŷ − t)² over all questions."""
    return Network(LAYER_SIZES, "sigmoid", "half_squared_error", reduction="sum", initial_range=0)


@cache
def all_inputs() -> Array:
    """`(104, 36)`, read only: a 1 for the person and one for the relation of each question."""
    rows = np.zeros((len(questions()), LAYER_SIZES[0]))
    for row, question in zip(rows, questions(), strict=True):
        row[PEOPLE.index(question.person)] = 1
        row[len(PEOPLE) + RELATIONS.index(question.relation)] = 1
    rows.flags.writeable = False
    return rows


@cache
def all_targets() -> Array:
    """`(104, 24)`, read only: a 1 for each person who is an answer."""
    rows = np.array([[float(p in question.answers) for p in PEOPLE] for question in questions()])
    rows.flags.writeable = False
    return rows


def held_out(seed: int) -> list[int]:
    """The places of the four questions that a start is not trained on, in rising order."""
    order = np.random.default_rng([seed, 1]).permutation(len(questions()))
    return sorted(int(place) for place in order[:HELD_OUT])


def trained_on(seed: int) -> tuple[Array, Array]:
    """Inputs and targets of all questions but the four."""
    kept = np.ones(len(questions()), dtype=np.bool_)
    kept[held_out(seed)] = False
    return all_inputs()[kept], all_targets()[kept]


@cache
def linked() -> Array:
    """`(P,)`, read only: 1 for a parameter that the network has, and 0 for one that stays 0.

    Those lead from a person to the units of relations and from a relation to the units of persons.
    """
    links = np.ones(network().parameters.size)
    first = network().split(links).weights[0]
    first[: len(PEOPLE), PERSON_UNITS:] = 0
    first[len(PEOPLE) :, :PERSON_UNITS] = 0
    links.flags.writeable = False
    return links
