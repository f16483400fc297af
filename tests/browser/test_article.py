"""The text around the figures: it lights them, keeps its place, and can be printed."""

from figures import Figure
from playwright.sync_api import expect


def test_symbol_in_the_text_lights_its_places_in_the_figure(page, page_url):
    page.goto(page_url)
    figure = Figure(page).shown()
    signals = figure.find('.stage [data-place^="error:"]')
    section = page.locator("section[aria-labelledby=network]")
    section.locator("[data-lights='error:']").hover()
    expect(signals.first).to_have_attribute("data-hovered", "")
    assert signals.count() == figure.find(".stage [data-hovered]").count()
    section.locator("h2").hover()
    expect(figure.find("[data-hovered]")).to_have_count(0)


def test_every_symbol_that_lights_something_names_a_place_of_its_figure(page, page_url):
    page.goto(page_url)
    for section in page.locator("main section:has([data-lights])").all():
        figure = section.locator("backprop-figure")
        figure.scroll_into_view_if_needed()
        figure.evaluate("el => el.whenReady()")
        for mention in section.locator("[data-lights]").all():
            mention.hover()
            lit = figure.locator("[data-hovered]").first
            expect(lit, mention.get_attribute("data-lights")).to_be_attached()


HALF_A_LINE = 15  # px; on a first visit the fallback of a font may set lines a little apart


def test_reload_comes_back_to_the_line_that_was_read(page, page_url):
    page.goto(page_url)
    figure, heading = page.locator("backprop-figure[figure=paths]"), page.locator("#paths")
    heading.evaluate("el => el.scrollIntoView()")
    figure.evaluate("el => el.whenReady()")
    page.evaluate("() => document.fonts.ready")
    before = heading.bounding_box()["y"]
    page.reload()
    page.wait_for_function(
        "([el, y, most]) => Math.abs(el.getBoundingClientRect().y - y) < most",
        arg=[heading.element_handle(), before, HALF_A_LINE],
    )
    figure.evaluate("el => el.whenReady()")
    assert abs(heading.bounding_box()["y"] - before) < HALF_A_LINE


def test_on_paper_the_formal_versions_are_open_and_the_contents_gone(page, page_url):
    page.goto(page_url)
    formal = page.locator("section > details p").first
    expect(formal).not_to_be_visible()
    page.emulate_media(media="print")
    expect(formal).to_be_visible()
    expect(page.locator("nav.contents")).not_to_be_visible()
    expect(page.locator("backprop-figure[figure=network] svg").first).to_be_visible()


def test_the_text_grows_with_the_size_that_a_reader_has_chosen(page, page_url):
    page.goto(page_url)
    sizes = """() => ["main p", "h1", "h2", ".contents a", ".standfirst", ".references li"]
      .map(part => parseFloat(getComputedStyle(document.querySelector(part)).fontSize))"""
    before = page.evaluate(sizes)
    # What a browser's setting does: the size of the root element, which is 16 px otherwise.
    page.evaluate("document.documentElement.style.fontSize = '32px'")
    grown = page.evaluate(sizes)
    h1 = 1  # which is as large as the window has room for
    assert grown[h1] > before[h1]
    assert grown[:h1] + grown[h1 + 1 :] == [2 * size for size in before[:h1] + before[h1 + 1 :]]
