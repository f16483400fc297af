"""Which article each figure stands in, as the build has it."""

from __future__ import annotations

from pages.articles import Articles, address_of

_ARTICLES = Articles()

ARTICLES = tuple(address_of(page) for page in _ARTICLES.texts)
"""The addresses of all articles, below that of the site."""

ADDRESS = {figure: address_of(page) for figure, page in _ARTICLES.page_of_figure.items()}
"""The address of the article in which a figure stands."""


def figures_of(address: str) -> list[str]:
    """The figures of an article."""
    return [figure for figure, other in ADDRESS.items() if other == address]
