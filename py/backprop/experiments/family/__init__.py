"""The family trees of 1986: who is whose aunt, and what the units come to stand for."""

from .examples import held_out
from .family import FamilyRun, begin, go_on, pulls, run
from .looks import LOOK, Look, watched
from .people import PEOPLE, RELATIONS, Question, questions
from .printed_table import table
from .recipes import RECIPES, Recipe
from .traits import trait_correlations, trait_shares

__all__ = [
    "LOOK",
    "PEOPLE",
    "RECIPES",
    "RELATIONS",
    "FamilyRun",
    "Look",
    "Question",
    "Recipe",
    "begin",
    "go_on",
    "held_out",
    "pulls",
    "questions",
    "run",
    "table",
    "trait_correlations",
    "trait_shares",
    "watched",
]
