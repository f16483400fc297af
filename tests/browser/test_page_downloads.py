"""Each part of a page that is fetched when it is needed, and each way in which it may not come.

The faults are the server's, so that the browser's own cache and its memory of modules have their
part in them. What did not come is told in time where it was wanted, keeps nothing else from its
place, and comes when it is asked for again and the server is well.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from figures import Figure
from host_site import script
from playwright.sync_api import expect

from places import DIST

if TYPE_CHECKING:
    from faulty_site import Faults
    from host_site import Host
    from playwright.sync_api import Locator, Page

SAID = {
    "missing": "is missing on the server",
    "refused": "the server refused to send",
    "cut": "got no answer",
    "broken": "got no answer",
    "silent": "no more came",
    "stalled": "no more came",
    "short": "arrived damaged",
    "empty": "arrived damaged",
    "corrupt": "arrived damaged",
    "mistyped": "refused to run",
}
"""What the reader is told of each fault, whatever the part."""
FIGURE, RECORDED = "xor_figure-*.js", "recorded/xor.json"
PARTS = {
    "take-home": "panel-*.js",
    "own-data": "own_data_panel-*.js",
}
STATIC_IMPORT = re.compile(r'(?:\bfrom|^import|;import)\s*"\./([^"]+)"', re.MULTILINE)


@pytest.fixture(autouse=True)
def logged_by_the_browser(expected_errors: list[str]) -> None:
    """What does not come is in the browser's log."""
    expected_errors += ["Failed to load", "ERR_", "MIME type"]


class Patience:
    """A reader's, which need not last as long as it would take."""

    def __init__(self, page: Page, fault: str) -> None:
        self.page = page
        self.is_needed = SAID[fault] == "no more came"
        if self.is_needed:
            page.clock.install()

    def until(self, locator: Locator) -> None:
        """Wait until something is visible, or as long as the page waits for a byte."""
        if self.is_needed:
            # Each time that the page has asked again it waits again.
            for _ in range(3):
                self.page.clock.run_for(11_000)
        expect(locator).to_be_visible()


def mended(faults: Faults, fault: str, pattern: str) -> None:
    """Let one fault follow the other."""
    faults.mend()
    getattr(faults, fault).append(pattern)


def press(button: Locator) -> None:
    """Press a button by script: a pointer's press would start Python, which nobody needs here."""
    button.dispatch_event("click")


@pytest.mark.parametrize("fault", SAID)
def test_what_did_not_come_is_said_where_it_is_wanted_and_comes_when_it_is_asked_for_again(
    page: Page, page_url: str, faults: Faults, fault: str
) -> None:
    patience = Patience(page, fault)
    getattr(faults, fault).append(FIGURE)
    page.goto(page_url + "embed.html?figure=xor&start=interaction")
    xor = Figure(page, "xor")
    said = xor.find("[role=alert], .missing").filter(has_text=SAID[fault])
    patience.until(said)
    expect(xor.element).to_have_attribute("data-state", "failed")
    assert said.inner_text().startswith(xor.ask("el => el.readiness.ready.catch(e => e.message)"))
    if fault != "mistyped":  # which does data no harm
        mended(faults, fault, RECORDED)
        press(xor.button("Try again"))
        patience.until(said)
    faults.mend()
    press(xor.button("Try again"))
    xor.shown()
    expect(said).to_have_count(0)

    faults.requests.clear()
    mended(faults, fault, "kept_link-*.js")
    xor.ask("el => el.setState({ seed: 7 })")
    if patience.is_needed:
        for _ in range(3):
            page.clock.run_for(11_000)
    else:
        page.wait_for_function("""() => performance.getEntriesByType("resource")
            .filter(({ name }) => name.includes("kept_link")).length > 1""")
    faults.mend()
    xor.ask("el => el.setState({ seed: 8 })")
    if patience.is_needed:
        page.clock.run_for(3_000)
    page.wait_for_function("() => location.hash.includes('seed=8')")

    # While the clock ran, the wait for Python may have come to its end, too.
    said = xor.find("[role=alert]:not(.engine), .missing").filter(has_text=SAID[fault])
    xor.ask("el => el.setState({ more_controls: true })")
    for part, pattern in PARTS.items():
        mended(faults, fault, pattern)
        details = xor.find(f"details[data-part={part}]")
        details.evaluate("el => { el.open = true; }")
        patience.until(details.get_by_role("alert").filter(has_text=SAID[fault]))
        faults.mend()
        press(details.get_by_role("button", name="Try again"))
        expect(details.get_by_role("button").first).not_to_have_text("Try again")
        expect(details.get_by_role("alert")).to_have_count(0)

    mended(faults, fault, "share_dialog-*.js")
    press(xor.find(".share-button"))
    patience.until(said)
    faults.mend()
    press(xor.find(".share-button"))
    expect(xor.element.get_by_role("dialog")).to_be_visible()
    expect(said).to_have_count(0)

    if fault == "corrupt":
        # Names with a hash are kept for ever: what the browser had kept of them is whole again.
        page.reload()
        xor.shown()
        assert xor.state()["seed"] == 8


def test_a_figure_that_comes_late_takes_the_place_of_its_drawing_in_the_page(
    page: Page, page_url: str, faults: Faults
) -> None:
    faults.missing.append("recorded/depth.json")
    page.goto(page_url + "deeper.html")
    depth = Figure(page, "depth")
    depth.element.scroll_into_view_if_needed()
    expect(depth.find(".missing")).to_contain_text(SAID["missing"])
    expect(depth.find(".figure")).to_have_count(1)
    faults.mend()
    press(depth.button("Try again"))
    depth.shown()
    expect(depth.find(".figure")).to_have_count(1)


def test_what_is_refused_once_goes_unnoticed(page: Page, page_url: str, faults: Faults) -> None:
    ours = {path.name for path in DIST.glob("*.js")} - loaded_with("embed.js")
    faults.refused_once += ["recorded/*", *ours]
    page.goto(page_url + "embed.html?figure=xor&start=interaction")
    xor = Figure(page, "xor").shown().all_controls()
    for part in PARTS:
        details = xor.find(f"details[data-part={part}]")
        details.evaluate("el => { el.open = true; }")
        expect(details.get_by_role("button").first).to_be_visible()
    press(xor.find(".share-button"))
    expect(xor.element.get_by_role("dialog")).to_be_visible()
    xor.ask("el => el.setState({ seed: 7 })")
    page.wait_for_function("() => location.hash.includes('seed=7')")
    expect(xor.find("[role=alert]")).to_have_count(0)


def test_a_damaged_script_that_others_share_is_whole_after_a_reload(
    page: Page, page_url: str, faults: Faults
) -> None:
    """A browser remembers it for as long as the page is open, which the sentence tells."""
    (figure,) = (path.name for path in DIST.glob("xor_figure-*.js"))
    shared = min(loaded_with(figure) - loaded_with("embed.js") - {figure})
    faults.corrupt.append(shared)
    page.goto(page_url + "embed.html?figure=xor&start=interaction")
    xor = Figure(page, "xor")
    expect(xor.find(".missing")).to_contain_text("or reload the page")
    faults.mend()
    press(xor.button("Try again"))
    page.wait_for_function(
        "name => performance.getEntriesByName(new URL(name, location.href).href).length > 2",
        arg=shared,
    )
    page.reload()
    xor.shown()


def test_source_code_and_its_editor_are_said_to_be_missing_and_come_later(
    page: Page, page_url: str, faults: Faults
) -> None:
    faults.missing += ["code_view-*.js", "py/backprop/*"]
    page.goto(page_url + "embed.html?figure=network&start=interaction&code")
    network = Figure(page, "network")
    said = network.find('[data-part="code"] [role=alert]')
    expect(said).to_contain_text("The source could not be loaded: one of its files is missing")
    mended(faults, "refused", "py/backprop/*")
    press(said.get_by_role("button", name="Try again"))
    expect(said).to_contain_text("the server refused to send")
    faults.mend()
    press(said.get_by_role("button", name="Try again"))
    expect(network.find('[data-part="code"] .cm-content')).to_be_visible()
    expect(said).to_have_count(0)


@pytest.mark.parametrize("fault", ["silent", "corrupt"])
def test_a_figure_on_somebodys_page_does_without_its_fonts(
    page: Page, page_url: str, host: Host, faults: Faults, fault: str
) -> None:
    getattr(faults, fault).extend(["figure_fonts-*.js", "fonts.css", "fonts/*"])
    element = '<backprop-figure figure="blame" start="interaction"></backprop-figure>'
    page.goto(host.serve(script(page_url) + element))
    Figure(page, "blame").shown()


def loaded_with(name: str) -> set[str]:
    """A script, and those that it imports before it runs."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        script_name = waiting.pop()
        if script_name not in found:
            found.add(script_name)
            text = (DIST / script_name).read_text(encoding="utf-8")
            waiting += STATIC_IMPORT.findall(text)
    return found
