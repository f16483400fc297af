"""The guide to embedding is a host itself: every option at work."""

from figures import START_MS
from playwright.sync_api import expect


def test_every_option_of_the_guide_is_at_work(page, page_url, axe):
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto(page_url + "embed-guide.html")
    figures = page.locator("backprop-figure")
    for index in range(figures.count()):
        figures.nth(index).scroll_into_view_if_needed()
        expect(figures.nth(index)).to_have_attribute("data-state", "ready", timeout=START_MS)
    slope = page.locator("backprop-figure[figure=slope]")
    assert slope.evaluate("el => el.getState().steps") == 2
    lesson = page.locator("backprop-figure[predict]")
    assert lesson.evaluate("el => [el.getState().predict, el.getState().code_open]") == [True, True]
    page.locator("iframe").scroll_into_view_if_needed()
    framed = page.frame_locator("iframe").locator("backprop-figure")
    expect(framed).to_have_attribute("data-state", "ready", timeout=START_MS)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert axe(page, {"iframes": False}) == []
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1120, "height": 900})
    assert axe(page, {"iframes": False}) == []
