"""The articles: their sections and figures, numbered in the order in which they are read."""

from __future__ import annotations

import re
from dataclasses import dataclass

from launch.setup_failure import SetupFailure
from places import WEB

ARTICLES = {
    "index.html": "The story",
    "deeper.html": "Deeper",
    "laboratory.html": "Laboratory",
    "playground.html": "Playground",
    "reference.html": "Reference",
}
"""What each page that is an article is called; one that does not exist is not named anywhere."""

NOT_IN_BAR = ("playground.html",)
"""For a fifth name a phone has no room; the contents have it, and so have the other articles."""

FIGURE = re.compile(r'<backprop-figure figure="(\w+)"></backprop-figure>')
FIGURE_LINK = re.compile(r"<!-- figure (\w+) -->")
SECTION = re.compile(
    r'<section aria-labelledby="([\w-]+)">\s*<h2 id="\1">(.*?)</h2>(.*?)</section>', re.DOTALL
)
HEADING = re.compile(r'<h2 id="([\w-]+)">(.*?)</h2>', re.DOTALL)
HEAD, FOOT = (
    "<!-- head of an article -->",
    "<!-- foot of an article -->",
)
"""Where an article has what all of them share."""


@dataclass(frozen=True)
class Section:
    """A section of an article.

    Attributes:
        page: the name of the article's file.
        name: the id of its heading, by which links find it.
        heading: as markup.
        figures: the names of those in it.
    """

    page: str
    name: str
    heading: str
    figures: tuple[str, ...]


def address_of(page: str) -> str:
    """How the pages of one folder link to one of them."""
    return "./" if page == "index.html" else page


class Articles:
    """What the articles hold, read once from their sources."""

    def __init__(self) -> None:
        """Read every article that there is."""
        names = [name for name in ARTICLES if (WEB / name).is_file()]
        self.texts = {name: (WEB / name).read_text(encoding="utf-8") for name in names}
        self.sections = [
            Section(page, name, heading, tuple(FIGURE.findall(inside)))
            for page, text in self.texts.items()
            for name, heading, inside in SECTION.findall(text)
        ]
        self.page_of_figure = {
            figure: page for page, text in self.texts.items() for figure in FIGURE.findall(text)
        }
        self.number_of_figure = {
            figure: number for number, figure in enumerate(self.page_of_figure, start=1)
        }

    def written(self, page: str) -> str:
        """The text of an article with its head, its foot and all numbers in it.

        Raises:
            SetupFailure: it names a figure that stands in no article.
        """
        text = self.texts[page].replace(FOOT, FOOT_MARKUP)
        text = text.replace(HEAD, self._bar(page))
        text = HEADING.sub(self._numbered_heading, text)
        text = FIGURE.sub(lambda tag: self._figure_number(tag[1]) + tag[0], text)
        return FIGURE_LINK.sub(lambda link: self._figure_link(page, link[1]), text)

    def _numbered_heading(self, heading: re.Match[str]) -> str:
        names = [section.name for section in self.sections]
        number = names.index(heading[1]) + 1
        return f'<h2 id="{heading[1]}"><span class="number">{number}</span> {heading[2]}</h2>'

    def _figure_number(self, figure: str) -> str:
        link = f'<a href="#figure-{figure}">Figure {self.number_of_figure[figure]}</a>'
        return f'<p class="figure-number" id="figure-{figure}">{link}</p>\n        '

    def _figure_link(self, page: str, figure: str) -> str:
        if figure not in self.page_of_figure:
            raise SetupFailure(f"{page} names the figure {figure}, which stands in no article.")
        other = self.page_of_figure[figure]
        where = "" if other == page else address_of(other)
        return f'<a href="{where}#figure-{figure}">Figure {self.number_of_figure[figure]}</a>'

    def _bar(self, page: str) -> str:
        pages = "\n          ".join(
            f'<a href="{address_of(name)}"{CURRENT if name == page else ""}>{ARTICLES[name]}</a>'
            for name in self.texts
            if name not in NOT_IN_BAR
        )
        parts = "\n".join(self._contents_of(name, page) for name in self.texts)
        return f"""{self._skip(page)}<header class="bar">
      <nav aria-label="Pages">
          {pages}
      </nav>
      <button class="contents-button" popovertarget="contents"><span
        class="contents-word">Contents</span></button>
    </header>
    <nav class="contents" id="contents" aria-label="Contents" popover>
{parts}
    </nav>"""

    def _skip(self, page: str) -> str:
        """A link past the bar, for who goes by keyboard."""
        names = [section.name for section in self.sections if section.page == page]
        links = [f'<a class="skip" href="#{name}">Skip to the first section</a>' for name in names]
        return "".join(f"{link}\n    " for link in links[:1])

    def _contents_of(self, name: str, page: str) -> str:
        """The part of the contents for one article, `page` being the one that is read."""
        is_here = name == page
        where = "" if is_here else address_of(name)
        lines = "\n".join(
            f'          <li value="{number}"><a href="{where}#{section.name}" '
            f'data-figures="{" ".join(section.figures)}">{section.heading}</a></li>'
            for number, section in enumerate(self.sections, start=1)
            if section.page == name
        )
        title = ARTICLES[name] if is_here else f'<a href="{where}">{ARTICLES[name]}</a>'
        return f"""      <div{' class="here"' if is_here else ""}>
        <p>{title}</p>
        <ol>
{lines}
        </ol>
      </div>"""


CURRENT = ' aria-current="page"'
FOOT_MARKUP = """<footer class="page-foot">
      <p>
        Backpropagation, Traced. MIT licence. <a href="embed-guide.html">A figure on your page</a> ·
        <a href="reference.html#citing">How to cite it</a><!-- link to the repository -->
      </p>
    </footer>"""
