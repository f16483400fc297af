"""Take pictures of pages and figures, to be looked at:  npm run pictures -- [--preview] [PART …]

Into ``pictures/``, which Git ignores: every page and every figure at the widths of a wide window, a
tablet, a phone and a small phone, light and dark, with Python at work. ``PART`` is a word in the
names of those that are wanted, such as ``xor`` or ``deeper``. ``--preview`` writes what stands for
a page or a figure elsewhere: ``web/picture.png`` where somebody passes on a link to a page, and in
``web/previews/`` a picture of each figure, which feeds and e-mails show in its place.
A build has no browser, so these are committed: take one anew when what it shows has changed.
"""

from __future__ import annotations

import argparse
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Literal

sys.path.append(str(Path(__file__).resolve().parent.parent))

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from building.figure_registry import figure_modules
from launch.setup_failure import run_command
from pages.articles import Articles
from pages.writing import PICTURE, PICTURE_SIZE, PREVIEWS, page_sources
from places import DIST, ROOT, WEB
from serve import StaticServer
from testing.chromium import chromium

FOLDER = ROOT / "pictures"
WINDOWS = {1280: 800, 768: 1024, 390: 844, 320: 640}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
FRAME = "embed.html"
"""A page that is nothing but the figure that its address names."""
TALLEST = 8000
"""A picture that is higher comes in pieces, since browsers paint no surface of any height (px)."""
READY = "figure => figure.whenReady()"
STILL_BAR = ".bar { position: absolute }"
"""Fixed to the window, the bar would lie over figures."""
ONLY_TITLE_AND_FIGURE = """
  .bar, .skip, .figure-number, main > p { display: none }
  body:has(.bar) { padding: 0 }
  main .title { display: block; margin: 40px 40px 28px; padding: 0 }
  main .title h1 { margin: 0; font-size: 56px; line-height: 1.1 }
  main .title .standfirst { margin: 8px 0 0; max-width: none; font-size: 23px; white-space: nowrap }
"""
"""How the first screen is laid out for the preview, which is shown small."""
SHOWN_SMALL = 2 / 3
"""Pixels of a preview for each of its own: a column of text is narrower than the window."""
COLOURS = 64
"""Of a figure's preview: a quarter of the bytes, and every package has all of them."""


@contextmanager
def served() -> Iterator[str]:
    """The address of the built pages, while they are served."""
    server = StaticServer(DIST)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.url
    finally:
        server.shutdown()
        server.server_close()


def read_through(page: Page) -> None:
    """Scroll to each figure of the page until its numbers are live, and back."""
    for figure in page.locator("main backprop-figure").all():
        figure.scroll_into_view_if_needed()
        figure.evaluate(READY)
    page.evaluate("scrollTo(0, 0)")


def take_page(page: Page, name: str) -> None:
    """The whole page, in as many pieces as its height needs."""
    width, height = page.evaluate(
        "[document.documentElement.clientWidth, document.documentElement.scrollHeight]"
    )
    tops = range(0, height, TALLEST)
    for number, top in enumerate(tops, start=1):
        part = f"_{number}" if len(tops) > 1 else ""
        page.screenshot(
            path=FOLDER / f"{name}{part}.png",
            full_page=True,
            clip={"x": 0, "y": top, "width": width, "height": min(TALLEST, height - top)},
        )


def take_width(browser: Browser, site: str, width: int, parts: list[str]) -> int:
    """All wanted pages and figures in windows of one width; how many they are.

    With reduced motion, so that the same picture comes each time.
    """
    taken = 0
    for source, figures in pages_and_figures():
        names = [f"page_{source.stem}", *(f"figure_{figure}" for figure in figures)]
        wanted = [name for name in names if not parts or any(part in name for part in parts)]
        if not wanted:
            continue
        page = browser.new_page(
            viewport={"width": width, "height": WINDOWS[width]},
            reduced_motion="reduce",
            bypass_csp=True,
        )
        page.goto(site + source.name)
        page.add_style_tag(content=STILL_BAR)
        read_through(page)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            for name in wanted:
                picture = f"{name}_{width}_{scheme}"
                if name == names[0]:
                    take_page(page, picture)
                else:
                    figure = name.removeprefix("figure_")
                    shown = page.locator(f"main backprop-figure[figure={figure}]")
                    shown.screenshot(path=FOLDER / f"{picture}.png")
                taken += 1
        page.close()
    return taken


def pages_and_figures() -> list[tuple[Path, list[str]]]:
    """Every page but the one for frames, with the figures whose place is there."""
    pages = Articles().page_of_figure
    return [
        (source, [figure for figure, page in pages.items() if page == source.name])
        for source in page_sources()
        if source.name != FRAME
    ]


def take_preview(browser: Browser, site: str) -> None:
    """The title and the first figure at the end of its lesson."""
    width, height = PICTURE_SIZE
    page = browser.new_page(
        viewport={"width": width, "height": height},
        color_scheme="light",
        reduced_motion="reduce",
        bypass_csp=True,
    )
    page.goto(site)
    page.add_style_tag(content=ONLY_TITLE_AND_FIGURE)
    page.locator("main backprop-figure").first.evaluate(READY)
    page.screenshot(path=WEB / PICTURE)
    page.close()


def keep_small(picture: bytes, path: Path) -> None:
    """Write a picture with the few colours that a drawing has, not dotted where one is missing."""
    with Image.open(BytesIO(picture)) as taken:
        few = taken.convert("RGB").quantize(
            COLOURS, method=Image.Quantize.MAXCOVERAGE, kmeans=3, dither=Image.Dither.NONE
        )
    few.save(path, optimize=True)


def take_figures(browser: Browser, site: str, figures: list[str]) -> None:
    """Each figure in the size of such pictures, without controls, which do nothing there."""
    width, height = PICTURE_SIZE
    page = browser.new_page(
        viewport={"width": width, "height": height},
        device_scale_factor=SHOWN_SMALL,
        color_scheme="light",
        reduced_motion="reduce",
    )
    (WEB / PREVIEWS).mkdir(exist_ok=True)
    for figure in figures:
        page.goto(f"{site}{FRAME}?figure={figure}&controls=hidden&fit=height")
        page.locator("backprop-figure").evaluate(READY)
        keep_small(page.screenshot(), WEB / PREVIEWS / f"{figure}.png")
    page.close()


def main() -> int:
    """Take what is asked for, and say where it is."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("parts", nargs="*", metavar="PART", help="a word in the names to take")
    parser.add_argument("--preview", action="store_true", help="write those in web/ instead")
    given = parser.parse_args()
    with served() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(chromium()))
        if given.preview:
            figures = [name for name in figure_modules() if not given.parts or name in given.parts]
            take_figures(browser, site, figures)
            if not given.parts:
                take_preview(browser, site)
            print(f"web/{PICTURE} and web/{PREVIEWS}/ are new.")
        else:
            FOLDER.mkdir(exist_ok=True)
            taken = sum(take_width(browser, site, width, given.parts) for width in WINDOWS)
            print(f"{taken} pictures are in {FOLDER.name}/.")
        browser.close()
    return 0


if __name__ == "__main__":
    run_command(main)
