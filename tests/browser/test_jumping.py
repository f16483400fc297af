"""A reader who jumps about while a page loads finds every figure there, in full height, alive."""

from __future__ import annotations

import pytest
from host_site import script
from jumping_reader import Jump, JumpingReader

WIDE = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}

HELD_AND_JUMPS = {
    "styles": (
        "page.css",
        Jump("key", "End"),
        Jump("key", "Home", frames=1),
        Jump("contents", "xor", responses=12),
        Jump("scroll bar", 0.2, frames=20),
    ),
    "a font": (
        "fonts/inter-latin.woff2",
        Jump("contents", "network"),
        Jump("key", "End", responses=16),
        Jump("key", "Home", frames=3),
        Jump("link", "paths", frames=30),
    ),
    "the page's script": (
        "page.js",
        Jump("key", "End", frames=1),
        Jump("search", "Who is to blame?", frames=2),
        Jump("scroll bar", 1, frames=6),
        Jump("link", "walk", frames=12),
    ),
    "what was recorded": (
        "recorded/*.json",
        Jump("scroll bar", 0.5),
        Jump("key", "End", frames=4),
        Jump("contents", "slope", frames=9),
        Jump("search", "What do you know now?", responses=40),
    ),
    "the interpreter": (
        "runtime/pyodide.asm.wasm",
        Jump("key", "End"),
        Jump("key", "Home", frames=2),
        Jump("contents", "xor", frames=15),
        Jump("key", "Home", frames=40),
    ),
}
"""Twenty moments: four in each load, the first while a file is held back, before it has come."""

READERS = {"wide": (WIDE, 1), "phone-4x-slower": (PHONE, 4)}
OTHER_READERS = {"wide-4x-slower": (WIDE, 4), "phone": (PHONE, 1)}
LOADS = {
    f"{held}-{name}": (held, *reader)
    for number, held in enumerate(HELD_AND_JUMPS)
    for name, reader in (OTHER_READERS if number % 2 else READERS).items()
}
"""Each load by two readers. Together they have every window at every speed."""


@pytest.mark.parametrize(("held", "window", "slower"), LOADS.values(), ids=LOADS)
def test_no_figure_of_the_page_is_lost_to_a_jump(page, page_url, faults, held, window, slower):
    page.set_viewport_size(window)
    reader = JumpingReader(page, faults, slower)
    pattern, first, *others = HELD_AND_JUMPS[held]
    # Every slow load begins at a section that a link names.
    start = "#xor" if slower > 1 else ""
    reader.open(f"{page_url}index.html{start}", pattern)
    reader.jump(first)
    reader.release()
    for jump in others:
        reader.jump(jump)
    reader.wait_for_python()
    assert reader.missing() == []
    assert reader.missing_when_read() == []


@pytest.mark.parametrize(
    ("other", "held", "slower"),
    [
        ("embed-guide.html", "backprop-figure.js", 1),
        ("embed-guide.html", "backprop-figure.js", 4),
        ("deeper.html", "page.js", 4),
    ],
)
def test_no_figure_of_another_page_is_lost_to_a_jump(page, page_url, faults, other, held, slower):
    reader = JumpingReader(page, faults, slower)
    reader.open(f"{page_url}{other}", held)
    reader.jump(Jump("key", "End"))
    reader.release()
    for key, frames in (("Home", 2), ("End", 8), ("Home", 1), ("End", 20)):
        reader.jump(Jump("key", key, frames=frames))
    reader.wait_for_python()
    assert reader.missing_when_read() == []
    assert reader.missing() == []


HOST_PAGE = """
    <div style="height: 1500px"></div>
    <div id="text"><backprop-figure figure="slope"></backprop-figure></div>
    <div id="tab" hidden><backprop-figure figure="network"></backprop-figure></div>
    <div id="other-tab" hidden><backprop-figure figure="xor"></backprop-figure></div>
    <details id="section"><summary>More</summary>
      <backprop-figure figure="equations"></backprop-figure></details>
    <details id="other-section"><summary>More</summary>
      <backprop-figure figure="paths"></backprop-figure></details>"""
SHOW = """([id, isOpen]) => {
    const part = document.getElementById(id);
    if (part.localName === "details") part.open = isOpen;
    else part.hidden = !isOpen;
}"""


@pytest.mark.parametrize("slower", [1, 4], ids=["light", "4x-slower"])
@pytest.mark.parametrize("window", [WIDE, PHONE], ids=["wide", "phone"])
def test_no_figure_in_a_tab_or_a_closed_section_of_a_host_is_lost(
    page, page_url, faults, host, window, slower
):
    page.set_viewport_size(window)
    reader = JumpingReader(page, faults, slower)
    reader.open(host.serve(script(page_url) + HOST_PAGE), "recorded/slope.json")
    reader.jump(Jump("key", "End"))
    page.evaluate(SHOW, ["tab", True])
    page.evaluate(SHOW, ["section", True])
    reader.jump(Jump("key", "Home", frames=2))
    page.evaluate(SHOW, ["tab", False])
    reader.release()
    reader.jump(Jump("key", "End", frames=3))
    page.evaluate(SHOW, ["section", False])
    page.evaluate(SHOW, ["other-tab", True])
    reader.jump(Jump("key", "Home", frames=12))
    page.evaluate(SHOW, ["other-section", True])
    reader.wait_for_python()
    page.evaluate(SHOW, ["tab", True])
    page.evaluate(SHOW, ["section", True])
    reader.jump(Jump("key", "End", frames=1))
    assert reader.missing_when_read() == []
    assert reader.missing() == []
