"""The figures in the three engines that browsers are made of: alive, whole, the same to the bit."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from typing import Any

import pytest
from engines import ENGINES, Engine
from figures import SETTLED
from hosted_figures import LOSS
from playwright.sync_api import Playwright

from building.figure_registry import figure_modules
from pages.articles import Articles

OTHERS = [name for name in ENGINES if name != "chromium"]
# WebKit's own small browser is at least 447 px wide, because of its buttons.
WIDTHS = (1280, 390)

# What a figure shows, once nothing is on its way any more. The one that plays by itself is held.
SHOWN = f"""async (name) => {{
  await customElements.whenDefined("backprop-figure");
  const figure = document.querySelector(`backprop-figure[figure=${{name}}]`);
  figure.scrollIntoView();
  await figure.whenReady();
  if (name === "learning") figure.setState({{ epoch: 0, progress: 1 }});
  await ({SETTLED})(figure);
  return JSON.stringify([figure.getState(), figure.inspect()]);
}}"""

# What is wider than its box is cut off, unless one may scroll it, by keyboard too. A text that only
# screen readers get has a box of one pixel.
CUT_OFF = """async () => {
  const page = document.documentElement;
  const isWide = (part) => part.clientWidth > 1 && part.scrollWidth > part.clientWidth + 1;
  const isCutOff = (part) => {
    const { overflowX } = getComputedStyle(part);
    const isReached = part.tabIndex === 0 || part.querySelector("[tabindex='0'], button");
    const scrolls = overflowX === "auto" && isReached;
    return isWide(part) && overflowX !== "visible" && !scrolls;
  };
  const found = page.scrollWidth > innerWidth ? ["the page"] : [];
  for (const figure of document.querySelectorAll("backprop-figure"))
    for (const part of figure.shadowRoot.querySelectorAll(".figure, .figure :not(.unseen)"))
      if (isCutOff(part)) found.push(`${figure.getAttribute("figure")}: ${part.className}`);
  return found;
}"""

STEPPED = f"""async (name, count) => {{
  const figure = document.querySelector(`backprop-figure[figure=${{name}}]`);
  await figure.step(count);
  await ({SETTLED})(figure);
  return JSON.stringify([figure.getState(), figure.inspect()]);
}}"""

# The text of a part, as soon as it is there and says something.
TEXT = """async (selector) => {
  const { shadowRoot } = document.querySelector("backprop-figure");
  for (;;) {
    const part = shadowRoot.querySelector(selector);
    const text = part?.value || part?.textContent.trim();
    if (text) return text;
    await new Promise((drawn) => requestAnimationFrame(drawn));
  }
}"""

# Keeps what the page gives the browser to save, beside its being saved.
KEEP_FILES = """async () => {
  const makeAddress = URL.createObjectURL;
  URL.createObjectURL = (file) => {
    window.saved = file;
    return makeAddress.call(URL, file);
  };
}"""
SAVED = """async () => {
  while (!window.saved) await new Promise((drawn) => requestAnimationFrame(drawn));
  return window.saved.text();
}"""


@pytest.fixture(scope="module")
def started(playwright: Playwright) -> Iterator[Callable[[str], Engine]]:
    """A function that gives an engine by its name; each is started once."""
    with ExitStack() as stack:
        yield cache(lambda name: stack.enter_context(ENGINES[name](playwright)))


@pytest.fixture(scope="module")
def article(started: Callable[[str], Engine], site: Any) -> Callable[[str], dict[str, Any]]:
    """A function that reads every article in an engine, from its first figure to its last."""
    pages = Articles().page_of_figure

    def read(name: str) -> dict[str, Any]:
        engine = started(name)
        shown = {}
        cut_off: dict[int, list[str]] = {width: [] for width in WIDTHS}
        for page in dict.fromkeys(pages.values()):
            engine.open(site.url + page, WIDTHS[0])
            for figure in [name for name, place in pages.items() if place == page]:
                shown[figure] = json.loads(engine.run(SHOWN, figure))
            for width in WIDTHS:
                engine.resize(width)
                cut_off[width] += engine.run(CUT_OFF)
        return {"shown": shown, "cut off": cut_off}

    return cache(read)


@pytest.fixture(scope="module")
def visit(started: Callable[[str], Engine], site: Any) -> Callable[[str], dict[str, Any]]:
    """A function that does in an engine what readers do: all that came of it."""

    def visited(name: str) -> dict[str, Any]:
        engine = started(name)
        engine.open(f"{site.url}embed.html?figure=network&preset=2-2-1-a", WIDTHS[0])
        found = {"network": json.loads(engine.run(SHOWN, "network"))}
        engine.run(KEEP_FILES)
        engine.click('[data-weight="0,0,0"]')
        engine.run(SHOWN, "network")
        found["chain rule"] = engine.run(TEXT, '[data-part="chain-rule"]')
        engine.type("0.25\n")
        found["edited"] = json.loads(engine.run(SHOWN, "network"))
        found["stepped"] = json.loads(engine.run(STEPPED, "network", 3))
        engine.click(".more-controls > summary")
        engine.run(TEXT, ".take-home > summary")
        engine.click(".take-home > summary")
        engine.run(TEXT, "[data-take=numpy]")
        engine.click("[data-take=numpy]")
        found["script"] = engine.run(SAVED)
        engine.click(".share-button")
        found["link"] = engine.run(TEXT, "#share-link").replace(site.url, "")
        engine.open(f"{site.url}embed.html?figure=xor", WIDTHS[0])
        engine.run(SHOWN, "xor")
        found["trained"] = json.loads(engine.run(STEPPED, "xor", 500))
        return found

    return cache(visited)


@pytest.mark.parametrize("name", OTHERS)
def test_every_figure_shows_the_same_numbers(article, name):
    here, in_chromium = article(name)["shown"], article("chromium")["shown"]
    assert set(here) == set(figure_modules())
    for figure, shown in here.items():
        assert shown == in_chromium[figure], figure


@pytest.mark.parametrize("name", ENGINES)
def test_nothing_is_cut_off(article, name):
    assert article(name)["cut off"] == {width: [] for width in WIDTHS}


@pytest.mark.parametrize("name", OTHERS)
def test_what_a_reader_does_has_the_same_result(visit, name):
    assert visit(name) == visit("chromium")


def test_what_a_reader_does_has_the_right_result(visit):
    found = visit("chromium")
    _, answer = found["network"]
    assert answer["loss"] == pytest.approx(LOSS, rel=1e-12)
    assert found["edited"][0]["parameters"][0] == 0.25
    assert found["stepped"][0]["step"] == 3
    assert found["trained"][1]["epoch"] == 500
