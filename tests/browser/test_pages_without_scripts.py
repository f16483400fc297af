"""Pages whose scripts do not come or may not run: what they say then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from places import DIST

if TYPE_CHECKING:
    from faulty_site import Faults
    from host_site import Host
    from playwright.sync_api import Browser, Page

PAGES = ["index.html", "deeper.html", "embed.html?figure=xor", "embed-guide.html"]
SAID = """() => {
    for (const late of document.getAnimations()) late.finish();
    const said = getComputedStyle(document.body, "::after");
    const isShown = said.display !== "none" && said.visibility === "visible";
    return isShown && said.content !== "none" ? said.content : "";
}"""
NOT_YET = "() => getComputedStyle(document.body, '::after').visibility"


@pytest.mark.parametrize("address", PAGES)
def test_a_page_whose_script_does_not_come_says_so_after_a_while(
    page: Page, page_url: str, faults: Faults, expected_errors: list[str], address: str
) -> None:
    expected_errors.append("404")
    faults.missing += ["page.js", "embed.js", "backprop-figure.js"]
    page.goto(page_url + address)
    assert page.evaluate(NOT_YET) == "hidden"
    assert "has not come" in page.evaluate(SAID)
    faults.mend()
    page.reload()
    page.wait_for_function("() => !document.querySelector('backprop-figure:not(:defined)')")
    assert page.evaluate(SAID) == ""


@pytest.mark.parametrize("address", PAGES)
def test_a_page_that_is_opened_from_the_disk_says_at_once_what_it_needs(
    page: Page, expected_errors: list[str], address: str
) -> None:
    expected_errors += ["CORS", "ERR_", "Not allowed to load local resource"]
    page.goto(DIST.as_uri() + "/" + address)
    page.wait_for_function("() => document.documentElement.className === 'from-disk'")
    assert page.evaluate(NOT_YET) == "visible"
    assert "npm start" in page.evaluate(SAID)


def test_without_javascript_a_page_says_that_and_nothing_of_a_script(
    browser: Browser, page_url: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for address in PAGES:
        page.goto(page_url + address)
        expect(page.locator(".no-script, .unscripted")).to_be_visible()
        assert page.evaluate(SAID) == ""
    context.close()


def test_a_frame_that_may_run_no_script_leads_to_the_page_that_needs_none(
    page: Page, page_url: str, host: Host, expected_errors: list[str]
) -> None:
    expected_errors.append("sandbox")
    page.goto(host.serve(f'<iframe src="{page_url}embed.html" sandbox></iframe>'))
    frame = page.frame_locator("iframe")
    frame.get_by_role("link", name="The page it comes from").click()
    expect(frame.get_by_role("heading", name="Backpropagation, Traced")).to_be_attached()
