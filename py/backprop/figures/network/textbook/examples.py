"""All worked examples of books, courses and posts, by the names of their presets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .han_kamber import HAN_KAMBER
from .macleod import MACLEOD
from .mazur import MAZUR
from .mitchell import MITCHELL
from .negnevitsky import NEGNEVITSKY
from .single_neurons import CS231N, MICROGRAD, NIELSEN_FAST, NIELSEN_SLOW

if TYPE_CHECKING:
    from .example import TextbookExample

TEXTBOOK_EXAMPLES: dict[str, TextbookExample] = {
    "mazur": MAZUR,
    "macleod": MACLEOD,
    "han-kamber": HAN_KAMBER,
    "negnevitsky": NEGNEVITSKY,
    "mitchell": MITCHELL,
    "nielsen-fast": NIELSEN_FAST,
    "nielsen-slow": NIELSEN_SLOW,
    "cs231n": CS231N,
    "micrograd": MICROGRAD,
}
