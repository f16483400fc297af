"""The share dialog: a link, a frame and an element, each copied with one click."""

import pytest
from figures import Figure
from playwright.sync_api import expect

COPIED_PICTURE = """async () => {
  const [item] = await navigator.clipboard.read();
  const picture = await createImageBitmap(await item.getType('image/png'));
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext('2d');
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(0, 0, picture.width, picture.height);
  return [picture.width, picture.height, new Set(new Uint32Array(data.buffer)).size]; }"""


def assert_a_feed_shows(browser, element, link):
    """Where neither scripts nor our element are known, it is a picture with a link."""
    context = browser.new_context(java_script_enabled=False)
    reader = context.new_page()
    with reader.expect_response("**/previews/slope.png") as answer:
        reader.set_content(element)
    assert answer.value.headers["content-type"] == "image/png"
    shown = reader.get_by_role("link", name="Ein Hang")
    expect(shown).to_have_attribute("href", link)
    # One that is broken, and has no other words, takes no room.
    reader.wait_for_function("document.images[0].height > 100")
    context.close()


@pytest.mark.parametrize("width", [1120, 390])
def test_a_figure_is_handed_on_with_one_click(browser, page, page_url, axe, width):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(page_url + "embed.html?figure=slope&heading=Ein%20Hang")
    figure = Figure(page, "slope").ready()
    figure.ask("el => el.setState({weight: 0.1234567890123456})")
    figure.button("Share: The slope of one neuron").focus()
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
    copy_picture = dialog.get_by_role("button", name="Copy: Picture")
    copy_picture.click()
    expect(copy_picture).to_have_text("Copied")
    drawn = figure.find(".neuron-plot").bounding_box()
    width_copied, height_copied, colours = page.evaluate(COPIED_PICTURE)
    assert width_copied >= 2 * drawn["width"]
    assert height_copied >= 2 * drawn["height"]
    assert colours > 20
    assert "weight=0.1234567890123456&" in copied["Link"]
    assert 'heading="Ein Hang"' in copied["Element for your own page"]
    assert_a_feed_shows(browser, copied["Element for your own page"], copied["Link"])
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(figure.button("Share: The slope of one neuron")).to_be_focused()

    page.goto(copied["Link"])
    opened = Figure(page, "slope").shown()
    expect(opened.element).to_be_in_viewport()
    assert opened.state()["weight"] == 0.1234567890123456


def test_where_nothing_can_be_copied_the_text_is_selected(page, page_url):
    page.goto(page_url + "embed.html?figure=blame")
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    figure = Figure(page, "blame").shown()
    figure.button("Share: Who is to blame").click()
    figure.button("Copy: Link").click()
    expect(figure.find(".share-said")).to_contain_text("Selected")
    area = figure.find("textarea").first
    selected = area.evaluate("el => el.value.slice(el.selectionStart, el.selectionEnd)")
    assert selected == page_url + "#v=1&figure=blame"
    with page.expect_download() as download:
        figure.button("Copy: Picture").click()
    assert download.value.suggested_filename == "blame.png"
    expect(figure.find(".share-said")).to_contain_text("Saved as blame.png")
