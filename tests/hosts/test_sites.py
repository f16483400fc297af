"""Posts of real site generators, with figures embedded as the guide tells authors to.

Each is served from an origin of its own, below a sub-path, and each under other hardships: a strict
policy, shortcuts of the page, sandboxed frames, a browser that stores nothing.
"""

from __future__ import annotations

import json

import pytest
from figures import Figure
from generated_sites import hugo, mkdocs, pelican, sphinx
from hosted_figures import assert_numbers_are_right, assert_xor_is_learnt
from playwright.sync_api import expect

from places import DIST
from testing.chromium import chromium

ELEMENTS = """<script type="module" src="{figures}backprop-figure.js"></script>

<backprop-figure figure="network" preset="2-2-1-a"></backprop-figure>

<div>
<backprop-figure figure="xor">
<span slot="caption">Figure 1: XOR, learnt</span>
<p>Without scripts there is a picture here.</p>
</backprop-figure>
</div>
"""
FRAMES = """<script type="module" src="{figures}fit-frame.js"></script>

<iframe src="{figures}embed.html?figure=network&amp;preset=2-2-1-a" title="A network"
  width="100%" height="300" loading="lazy" {sandbox}></iframe>

<iframe src="{figures}embed.html?figure=xor" title="XOR"
  width="100%" height="300" loading="lazy" {sandbox}></iframe>
"""
STORES_NOTHING = {
    "profile": {
        "default_content_setting_values": {"cookies": 2},
        "block_third_party_cookies": True,
        "cookie_controls_mode": 1,
    }
}
"""Chromium's own settings; they hold for everything that a page can keep, not for cookies alone."""
KEEPS = "() => { try { return Boolean(localStorage); } catch { return false; } }"


def assert_elements_live(page):
    assert_numbers_are_right(page)
    assert_xor_is_learnt(page)
    expect(page.get_by_text("Figure 1: XOR, learnt")).to_be_visible()
    expect(page.get_by_text("Without scripts")).to_be_hidden()


def assert_frames_live(page):
    network, xor = (frame.element_handle() for frame in page.locator("iframe").all())
    for frame, assert_lives in ((network, assert_numbers_are_right), (xor, assert_xor_is_learnt)):
        frame.scroll_into_view_if_needed()
        content = frame.content_frame()
        assert_lives(content)
        height = content.evaluate("document.documentElement.getBoundingClientRect().height")
        assert height > 600
        is_fitted = "([frame, height]) => frame.clientHeight >= height"
        page.wait_for_function(is_fitted, arg=[frame, height])


@pytest.mark.usefixtures("no_page_errors")
def test_a_post_of_hugo_under_a_strict_policy(page, page_url, serve, tmp_path):
    figures = page_url.split("/some/", maxsplit=1)[0]
    site = hugo(tmp_path, ELEMENTS.format(figures=page_url))
    policy = (
        f"default-src 'none'; script-src 'self' {figures} 'wasm-unsafe-eval'; worker-src blob:; "
        f"connect-src {figures}; font-src {figures}; style-src 'self'; img-src 'self'"
    )
    page.goto(serve(site, {"Content-Security-Policy": policy}) + "posts/figure/")
    assert_elements_live(page)


def test_a_post_of_mkdocs_with_its_own_copy_of_the_figures(page, serve, tmp_path):
    site = mkdocs(tmp_path, ELEMENTS.format(figures="../figures/"), DIST)
    page.goto(serve(site) + "figure/")
    assert_elements_live(page)
    page.get_by_role("heading", name="A figure").click()
    page.keyboard.press("s")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    figure = Figure(page, "xor")
    figure.element.get_by_text("Your own data").click()
    field = figure.find("textarea").first
    field.press_sequentially("sp")
    expect(field).to_have_value("sp")
    expect(page.get_by_role("dialog")).to_be_hidden()


@pytest.mark.usefixtures("no_page_errors")
def test_a_post_of_pelican_with_sandboxed_frames(page, page_url, serve, tmp_path):
    site = pelican(tmp_path, FRAMES.format(figures=page_url, sandbox='sandbox="allow-scripts"'))
    page.goto(serve(site) + "a-figure.html")
    assert_frames_live(page)


def test_a_post_of_sphinx_in_a_browser_that_stores_nothing(playwright, page_url, serve, tmp_path):
    post = ELEMENTS.format(figures=page_url) + FRAMES.format(figures=page_url, sandbox="")
    site = sphinx(tmp_path, post)
    profile = tmp_path / "profile"
    (profile / "Default").mkdir(parents=True)
    (profile / "Default" / "Preferences").write_text(json.dumps(STORES_NOTHING), encoding="utf-8")
    browser = playwright.chromium.launch_persistent_context(
        profile, executable_path=str(chromium())
    )
    page = browser.pages[0]
    # By this name the post is another site than the figures, not merely another origin.
    page.goto(serve(site).replace("127.0.0.1", "localhost") + "figure.html")
    assert not page.evaluate(KEEPS)
    assert_elements_live(page)
    assert_frames_live(page)
    assert not page.frames[1].evaluate(KEEPS)
    browser.close()
