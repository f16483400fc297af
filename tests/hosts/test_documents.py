"""Sites and slides of other generators, written as the recipes of the guide say."""

from __future__ import annotations

import pytest
from figures import Figure
from hosted_figures import assert_numbers_are_right, assert_xor_is_learnt
from node_projects import installed, run
from playwright.sync_api import expect

pytestmark = pytest.mark.usefixtures("no_page_errors")

GENERATORS = {
    "vitepress_project": (("node_modules/vitepress/bin/vitepress.js", "build"), ".vitepress/dist"),
    "docusaurus_project": (
        ("node_modules/@docusaurus/core/bin/docusaurus.mjs", "build", "--no-minify"),
        "build",
    ),
}
"""The folder of a site: the command that builds it, and where it puts it."""


@pytest.mark.parametrize("name", GENERATORS)
def test_a_figure_is_alive_on_a_page_that_a_link_of_the_site_leads_to(page, page_url, serve, name):
    project = installed(name)
    command, built = GENERATORS[name]
    run(project, "env", f"FIGURES={page_url}", "node", *command)
    page.goto(serve(project / built, path="/"))
    page.evaluate("window.isTheSameDocument = true")
    page.get_by_role("link", name="To the figures").click()
    assert_numbers_are_right(page)
    assert_xor_is_learnt(page)
    assert page.evaluate("window.isTheSameDocument")
    expect(page.get_by_text("Figure 1: XOR, learnt")).to_be_visible()


def test_a_figure_fills_its_slide_and_a_presenters_keys_turn_the_slides(page, page_url, serve):
    project = installed("reveal_project")
    slides = project / "slides.html"
    text = slides.read_text(encoding="utf-8")
    slides.write_text(text.replace("FIGURES/", page_url), encoding="utf-8")
    page.set_viewport_size({"width": 1280, "height": 720})
    page.goto(serve(project, path="/") + "slides.html")
    xor = Figure(page, "xor").ready()
    box = xor.element.bounding_box()
    assert box["y"] > 0
    assert 400 < box["height"] < 720 - box["y"]
    assert 800 < box["width"] <= 1280
    xor.button("Train").click()
    xor.wait("el => el.inspect().epoch > 20")
    xor.button("Pause").click()
    page.keyboard.press("PageDown")
    expect(page.locator("section.present h2")).to_have_text("Questions")
