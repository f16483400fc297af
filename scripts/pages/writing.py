"""The pages as they are served: with the figures drawn into them, and closed by a strict policy."""

from __future__ import annotations

import base64
import hashlib
import html
import re
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from building.drawings import TOKENS
from building.figure_registry import figure_modules
from launch.setup_failure import SetupFailure
from pages.articles import FIGURE, Articles
from places import WEB
from project_version import VERSION

FIGURE_NAMES = "<!-- names of figures -->"
"""Where a page tells which figures there are."""
TITLE = re.compile(r"<title>(.*?)</title>")
DESCRIPTION = re.compile(r'<meta name="description" content="(.*?)">')
PICTURE, ICON = "picture.png", "icon.svg"
"""What stands for a page where a link to it is shown, and in its tab; beside the pages."""
PREVIEWS = "previews"
"""The folder with a picture of each figure, for feeds and e-mails, which run no scripts."""
PICTURE_SIZE = (1200, 630)
"""Width and height of the picture (px): what all that show such pictures have room for."""
PICTURE_IN_WORDS = (
    "A small network with its values and gradients, the surface that it has learned, and its loss"
)
VERSION_PLACE = "<!-- version -->"
"""Where a page tells which version of the project it is."""
REPOSITORY_MARKUP = {
    "<!-- link to the repository -->": ' · <a href="{0}">The repository</a>',
    "<!-- lines that fetch the repository -->": """<p>
          All of it is in <a href="{0}">the repository</a>. The first line below installs the
          package with pip; the others fetch everything and open these pages on your machine.
        </p>
        <pre><code>pip install git+{0}

git clone {0} backpropagation-traced
cd backpropagation-traced
npm start</code></pre>""",
}
"""What stands in the places for the project's repository, where its address is known."""
SHEET = re.compile(r"<style>(.*?)</style>", re.DOTALL)


FIRST = (
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
)
"""Browsers look for the encoding in the first 1,024 bytes: nothing long may stand before it."""

FONTS = (
    "source-serif-4-latin-normal",
    "source-serif-4-latin-italic",
    "inter-latin",
    "noto-sans-math",
)
FONT_ATTRIBUTES = 'as="font" type="font/woff2" crossorigin'
LINKS_PLACE = "<!-- links of a page -->"
LINKS = "\n    ".join(
    [
        '<meta name="color-scheme" content="light dark">',
        '<link rel="icon" href="icon.svg" type="image/svg+xml">',
        *(f'<link rel="preload" href="fonts/{name}.woff2" {FONT_ATTRIBUTES}>' for name in FONTS),
        '<link rel="stylesheet" href="page.css">',
        '<script src="opened-from-disk.js" async></script>',
    ]
)
"""Where a page has what all of them share, and what that is."""


def page_sources() -> list[Path]:
    """The pages as they were written."""
    return sorted(WEB.glob("*.html"))


def figures_of_pages() -> list[str]:
    """The figures that are drawn into some page, each once."""
    texts = (page.read_text(encoding="utf-8") for page in page_sources())
    return list(dict.fromkeys(name for text in texts for name in FIGURE.findall(text)))


def checked_site_url(text: str) -> str:
    """The address below which the pages will be, with a slash at its end.

    Raises:
        SetupFailure: it is no whole address of a folder on the web.
    """
    if not is_whole_address(text):
        raise SetupFailure(
            f"--site-url {text} is no address that pages can have: write it whole, such as "
            "--site-url https://your.host/backprop/"
        )
    return text.rstrip("/") + "/"


def checked_repository(text: str) -> str:
    """The address of the repository that the pages name, as `git clone` takes it.

    Raises:
        SetupFailure: it is no whole address on the web.
    """
    if not is_whole_address(text):
        raise SetupFailure(
            f"--repository {text} is no address of a repository: write it whole, such as "
            "--repository https://your.host/you/backpropagation-traced"
        )
    return text.rstrip("/")


def is_whole_address(text: str) -> bool:
    """Whether it is an address on the web with nothing behind its path, nor a space in it."""
    parts = urlsplit(text)
    is_web = parts.scheme in {"http", "https"} and bool(parts.hostname)
    return is_web and not (parts.query or parts.fragment or re.search(r"\s", text))


def write_pages(
    stage: Path,
    drawn: dict[str, str],
    build: str,
    site_url: str | None = None,
    repository: str | None = None,
) -> None:
    """Write every page.

    Args:
        stage: the folder that gets them.
        drawn: the markup of each figure by its name, and of the style sheet that all share.
        build: its name in each page, which finds out by it that there is another one.
        site_url: the address of that folder on the web; each page then names its own.
        repository: the address of the project's; unless it is known, no page speaks of one.
    """
    articles = Articles()
    for source in page_sources():
        is_article = source.name in articles.texts
        text = articles.written(source.name) if is_article else source.read_text(encoding="utf-8")
        for place, markup in REPOSITORY_MARKUP.items():
            shown = "" if repository is None else markup.format(html.escape(repository))
            text = text.replace(place, shown)
        text = text.replace(LINKS_PLACE, LINKS).replace(VERSION_PLACE, VERSION)
        text = text.replace(FIGURE_NAMES, in_words(list(figure_modules())))
        text = FIGURE.sub(lambda tag: drawn[tag[1]], text)
        build_mark = f'<meta name="build" content="{build}">'
        head = [*preview(text, source.name, site_url), build_mark, drawn[TOKENS]]
        text = text.replace("</title>", "\n    ".join(["</title>", *head]), 1)
        first = [*FIRST, policy(text)]
        text = text.replace("<head>", "\n    ".join(["<head>", *first]), 1)
        (stage / source.name).write_text(text, encoding="utf-8")


def preview(text: str, name: str, site_url: str | None) -> list[str]:
    """What is shown of a page where somebody passes on a link to it, as Open Graph has it.

    A picture and an address have to be whole there: they are named where the site's is known.
    """
    told = {"og:type": "website"}
    for key, pattern in (("og:title", TITLE), ("og:description", DESCRIPTION)):
        if found := pattern.search(text):
            told[key] = found[1]
    links = []
    if site_url is not None:
        address = html.escape(urljoin(site_url, "" if name == "index.html" else name))
        links = [f'<link rel="canonical" href="{address}">']
        width, height = PICTURE_SIZE
        told |= {
            "og:url": address,
            "og:image": html.escape(urljoin(site_url, PICTURE)),
            "og:image:width": str(width),
            "og:image:height": str(height),
            "og:image:alt": PICTURE_IN_WORDS,
        }
    card = "summary" if site_url is None else "summary_large_image"
    return [
        *links,
        *(f'<meta property="{key}" content="{value}">' for key, value in told.items()),
        f'<meta name="twitter:card" content="{card}">',
    ]


def in_words(names: list[str]) -> str:
    """Names of figures as a list in a sentence."""
    *before, last = (f"<code>{name}</code>" for name in names)
    return f"{', '.join(before)} and {last}"


def policy(text: str) -> str:
    """The content security policy of a page.

    It admits the page's own scripts and workers, WebAssembly, and the style sheets that are written
    into the page, by their hashes.
    """
    hashes = []
    for sheet in dict.fromkeys(SHEET.findall(text)):
        digest = hashlib.sha256(sheet.encode()).digest()
        hashes.append(f"'sha256-{base64.b64encode(digest).decode()}'")
    rules = [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "worker-src 'self' blob:",
        "connect-src 'self'",
        f"style-src 'self' {' '.join(hashes)}",
        "font-src 'self'",
        "img-src 'self' data:",
        *(["frame-src 'self'"] if "<iframe" in text else []),
        "base-uri 'none'",
        "form-action 'none'",
    ]
    return f'<meta http-equiv="Content-Security-Policy" content="{"; ".join(rules)}">'
