"""The share dialog: a link, a frame and an element, each copied with one click."""

import pytest
from figures import Figure
from playwright.sync_api import expect


@pytest.mark.parametrize("width", [1120, 390])
def test_a_figure_is_handed_on_with_one_click(page, page_url, axe, width):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(page_url + "embed.html?figure=slope&heading=Ein%20Hang")
    figure = Figure(page, "slope").ready()
    figure.ask("el => el.setState({weight: 0.1234567890123456})")
    figure.button("Share").focus()
    page.keyboard.press("Enter")
    dialog = figure.element.get_by_role("dialog", name="Share this figure")
    expect(dialog).to_be_visible()
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    copied = {}
    for name in ("Link", "Frame for any page", "Element for your own page"):
        dialog.get_by_role("button", name=f"Copy: {name}").click()
        expect(dialog.get_by_role("status")).to_have_text("Copied")
        copied[name] = page.evaluate("navigator.clipboard.readText()")
    assert "weight=0.1234567890123456&" in copied["Link"]
    assert 'heading="Ein Hang"' in copied["Element for your own page"]
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(figure.button("Share")).to_be_focused()

    page.goto(copied["Link"])
    opened = Figure(page, "slope").shown()
    expect(opened.element).to_be_in_viewport()
    assert opened.state()["weight"] == 0.1234567890123456


def test_where_nothing_can_be_copied_the_text_is_selected(page, page_url):
    page.goto(page_url + "embed.html?figure=blame")
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    figure = Figure(page, "blame").shown()
    figure.button("Share").click()
    figure.button("Copy: Link").click()
    expect(figure.find(".share-said")).to_contain_text("Selected")
    area = figure.find("textarea").first
    selected = area.evaluate("el => el.value.slice(el.selectionStart, el.selectionEnd)")
    assert selected == page_url + "#v=1&figure=blame"
