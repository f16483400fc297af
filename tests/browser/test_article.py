"""The text around the figures: it lights them, keeps its place, and can be printed."""

import pytest
from articles import ADDRESS, ARTICLES, figures_of
from figures import Figure
from playwright.sync_api import expect


def test_symbol_in_the_text_lights_its_places_in_the_figure(page, page_url):
    page.goto(page_url)
    figure = Figure(page).shown().whole_pass()
    signals = figure.find('.stage [data-place^="error:"]')
    section = page.locator("section[aria-labelledby=network]")
    section.locator("[data-lights='error:']").hover()
    expect(signals.first).to_have_attribute("data-hovered", "")
    assert signals.count() == figure.find(".stage [data-hovered]").count()
    section.locator("h2").hover()
    expect(figure.find("[data-hovered]")).to_have_count(0)


@pytest.mark.parametrize("article", [address for address in ARTICLES if figures_of(address)])
def test_every_symbol_that_lights_something_names_a_place_of_its_figure(page, page_url, article):
    page.goto(page_url + article)
    for section in page.locator("main section:has([data-lights])").all():
        figure = section.locator("backprop-figure").first
        figure.scroll_into_view_if_needed()
        figure.evaluate("el => el.whenReady()")
        if figure.get_attribute("figure") in {"network", "walk"}:
            figure.evaluate("el => el.setState({ overview: true })")  # values and gradients
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
    page.goto(page_url + "reference.html")
    sizes = """() => ["main p", "h1", "h2", ".contents a", ".standfirst", ".references li"]
      .map(part => parseFloat(getComputedStyle(document.querySelector(part)).fontSize))"""
    before = page.evaluate(sizes)
    # What a browser's setting does: the size of the root element, which is 16 px otherwise.
    page.evaluate("document.documentElement.style.fontSize = '32px'")
    grown = page.evaluate(sizes)
    h1 = 1  # which is as large as the window has room for
    assert grown[h1] > before[h1]
    assert grown[:h1] + grown[h1 + 1 :] == [2 * size for size in before[:h1] + before[h1 + 1 :]]


OLD_SECTIONS = (
    *("blame", "slope", "slopes", "neuron", "walk", "network", "paths", "cost", "xor", "pulls"),
    *("rates", "stopping", "depth", "equations", "code", "words", "history"),
)
"""All that ever had an address on the one page that there was first."""


def test_every_section_that_ever_had_an_address_is_still_found_by_it(page, page_url):
    for name in OLD_SECTIONS:
        page.goto("about:blank")
        page.goto(f"{page_url}index.html#{name}")
        heading = page.locator(f"h2#{name}")
        expect(heading).to_be_in_viewport()
        assert heading.evaluate("el => el.getBoundingClientRect().top") >= 44, "below the bar"


@pytest.mark.parametrize("figure", ADDRESS)
def test_a_link_to_a_state_leads_to_the_article_of_its_figure(page, page_url, figure):
    page.route("**/runtime/**", lambda route: route.abort())
    link = f"#v=1&figure={figure}"
    page.goto(f"{page_url}index.html{link}")
    expect(page.locator(f"backprop-figure[figure={figure}]")).to_be_in_viewport()
    assert page.url.endswith(ADDRESS[figure].replace("./", "index.html") + link)


def test_every_link_within_and_between_the_articles_arrives(page, page_url):
    ids = {}
    links = []
    for article in ARTICLES:
        page.goto(page_url + article)
        own = page_url + article.removeprefix("./")
        ids[own] = set(page.locator("[id]").evaluate_all("all => all.map(each => each.id)"))
        links += page.locator("a[href]").evaluate_all("all => all.map(each => each.href)")
    inside = {link for link in links if link.startswith(page_url)}
    assert len(inside) > 50
    for link in inside:
        address, _, place = link.partition("#")
        if address in ids:
            assert place == "" or place in ids[address], link
        else:
            assert page.request.get(address).ok, link


def test_sections_and_figures_are_numbered_through_all_articles(page, page_url):
    sections, figures, contents = [], [], []
    for article in ARTICLES:
        page.goto(page_url + article)
        sections += page.locator("main h2").all_inner_texts()
        figures += page.locator(".figure-number").all_inner_texts()
        contents.append(
            page.locator(".contents li").evaluate_all(
                "all => all.map(each => `${each.value} ${each.textContent.trim()}`)"
            )
        )
    assert [int(section.split()[0]) for section in sections] == [*range(1, len(sections) + 1)]
    assert figures == [f"Figure {number}" for number in range(1, len(ADDRESS) + 1)]
    assert contents == [sections] * len(ARTICLES), "the contents say what the headings say"


@pytest.mark.parametrize("width", [1280, 390])
def test_the_bar_is_never_over_what_has_the_focus(page, page_url, width):
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(page_url + "deeper.html")
    page.locator("backprop-figure[figure=rates]").evaluate("el => el.whenReady()")
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    page.locator(".page-foot a").last.focus()
    for _ in range(60):
        page.keyboard.press("Shift+Tab")
        top, height, bar = page.evaluate(
            """() => { let at = document.activeElement;
              while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
              const { top, height } = at.getBoundingClientRect();
              return [top, height, document.querySelector(".bar").offsetHeight]; }"""
        )
        is_under = top < bar - 1 and top + height > 0
        assert not is_under or height > 700 - bar, "what is taller than the window may be cut"


def test_the_contents_open_say_where_one_is_and_lead_on(page, page_url):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(page_url + "deeper.html#stopping")
    expect(page.get_by_role("button", name="Contents: 15 · When is it enough?")).to_be_visible()
    button = page.get_by_role("button", name="Contents")
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 844})
        shown, needed = button.evaluate("el => [el.clientWidth, el.scrollWidth]")
        assert shown >= 44
        assert needed <= shown, "the number is cut"
    button.press("Enter")
    contents = page.get_by_role("navigation", name="Contents")
    expect(contents.locator("[aria-current]")).to_have_text("When is it enough?")
    page.keyboard.press("Escape")
    expect(contents).to_be_hidden()
    button.click()
    contents.get_by_role("link", name="What is a plateau?").click()
    expect(contents).to_be_hidden()
    expect(page.locator("h2#pulls")).to_be_in_viewport()
    button.click()
    contents.get_by_role("link", name="Can it learn what one line cannot do?").click()
    expect(page.locator("h2#xor")).to_be_in_viewport()
