"""A new build of the site under a page that is open."""

from __future__ import annotations

import os
import re
import shutil
from typing import TYPE_CHECKING

import pytest
from faulty_site import FaultySite, answering
from figures import Figure
from playwright.sync_api import expect

from places import DIST

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

HASHED = re.compile(r"-([A-Z0-9]{8})\.js")
OTHER_BUILD = "fedcba9876543210"
UPDATED = "This site has been updated since you opened the page."


@pytest.fixture
def own_site(tmp_path: Path) -> Iterator[FaultySite]:
    """A copy of the built site, into which another build can be put."""
    folder = tmp_path / "dist"
    shutil.copytree(DIST, folder, copy_function=os.link, ignore=shutil.ignore_patterns("*.br"))
    with answering(FaultySite(folder)) as site:
        yield site


def deploy(site: FaultySite) -> None:
    """Put another build in the place of the one that is there: its chunks have other names."""
    folder = site.folder
    for path in [*folder.glob("*.js"), *folder.glob("*.html"), folder / "build.json"]:
        text = path.read_text(encoding="utf-8")
        build = re.search(r'"build"(?:: | content=)"(\w+)"', text)
        path.unlink()
        new = HASHED.sub(lambda found: f"-{found[1][::-1]}.js", text)
        if build:
            new = new.replace(build[1], OTHER_BUILD)
        renamed = HASHED.sub(lambda found: f"-{found[1][::-1]}.js", path.name)
        path.with_name(renamed).write_text(new, encoding="utf-8")


def test_a_page_that_misses_a_file_says_that_the_site_was_updated_and_its_state_stays(
    page: Page, own_site: FaultySite, expected_errors: list[str]
) -> None:
    expected_errors.append("404")
    page.goto(own_site.url + "embed.html?figure=xor&start=interaction")
    xor = Figure(page, "xor").shown()
    xor.ask("el => el.setState({ seed: 7 })")
    page.wait_for_function("() => location.hash.includes('seed=7')")
    deploy(own_site)
    xor.all_controls()
    take_home = xor.find("details[data-part=take-home]")
    take_home.evaluate("el => { el.open = true; }")
    expect(take_home.get_by_role("alert")).to_contain_text("reload the page")
    note = page.locator(".page-note")
    expect(note).to_contain_text(UPDATED)
    note.get_by_role("button", name="Reload").click()
    page.wait_for_function(
        "build => document.querySelector('meta[name=build]')?.content === build", arg=OTHER_BUILD
    )
    xor = Figure(page, "xor").shown()
    assert xor.state()["seed"] == 7
    xor.find("details[data-part=take-home]").evaluate("el => { el.open = true; }")
    expect(xor.find("[data-take=numpy]")).to_be_visible()
    expect(note).to_have_count(0)


def test_a_page_that_was_left_for_long_asks_whether_it_is_still_the_same(
    page: Page, own_site: FaultySite
) -> None:
    page.clock.install()
    page.goto(own_site.url + "embed.html?figure=blame&start=interaction")
    Figure(page, "blame").shown()
    come_back = "document.dispatchEvent(new Event('visibilitychange'))"
    page.clock.fast_forward("31:00")
    with page.expect_response("**/build.json"):
        page.evaluate(come_back)
    expect(page.locator(".page-note")).to_have_count(0)
    deploy(own_site)
    page.clock.fast_forward("10:00")
    page.evaluate(come_back)
    page.clock.fast_forward("31:00")
    page.evaluate(come_back)
    expect(page.locator(".page-note")).to_contain_text(UPDATED)
    assert own_site.faults.requests.count("build.json") == 2
