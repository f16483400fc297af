"""A figure of any kind, put at the end of the page: whether or not the article has one."""

from figures import Figure
from playwright.sync_api import Page


def added_figure(page: Page, kind: str) -> Figure:
    """Add a figure to the page, and bring it into view."""
    page.evaluate(
        """kind => { const figure = document.createElement('backprop-figure');
        figure.setAttribute('figure', kind);
        figure.dataset.added = '';
        document.querySelector('main').append(figure);
        figure.scrollIntoView(); }""",
        kind,
    )
    figure = Figure(page, kind)
    figure.element = page.locator("backprop-figure[data-added]")
    return figure
