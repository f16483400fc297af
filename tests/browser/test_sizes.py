"""How high figures are: in columns of any width, compact, on slides, and before they are there."""

from __future__ import annotations

import pytest
from figures import START_MS, Figure
from host_site import script
from playwright.sync_api import expect

KINDS = (
    *("network", "walk", "xor", "neuron", "slope", "blame", "rates", "pulls"),
    *("stopping", "depth", "paths", "cost", "equations", "slopes", "learning", "code", "graph"),
    *("symmetry", "family", "luck", "digits", "playground"),
)
COMPACT = KINDS[:5]
BLOGS = (600, 680, 760, 800)
WIDE = 1100

# The height that the figure needs, and the room that is kept for it, at each width.
MEASURE = """async (figure, widths) => {
    const free = new CSSStyleSheet();
    free.replaceSync(".figure { min-height: 0 !important }");
    const root = figure.shadowRoot;
    const shown = root.querySelector(".figure");
    const picture = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    const measured = {};
    for (const width of widths) {
        figure.style.width = `${width}px`;
        for (let times = 0; times < 3; times += 1) {
            await picture();
            await figure.updateComplete;
            // A font is fetched when a text is laid out in it, and moves what stands around it.
            await document.fonts.ready;
        }
        const room = parseFloat(getComputedStyle(shown).minHeight);
        root.adoptedStyleSheets.push(free);
        const needed = shown.getBoundingClientRect().height;
        root.adoptedStyleSheets.pop();
        measured[width] = { needed, room, sideways: shown.scrollWidth - shown.clientWidth };
    }
    return measured;
}"""


def measured(running_page, widths, **attributes):
    """The figure of a page whose Python runs, at each width."""
    page = running_page.page
    page.set_viewport_size({"width": 1280, "height": 900})
    page.evaluate(
        """attributes => {
            const figure = document.createElement("backprop-figure");
            for (const name in attributes) figure.setAttribute(name, attributes[name]);
            document.querySelector("main").replaceChildren(figure); }""",
        attributes,
    )
    figure = Figure(page, attributes["figure"]).ready()
    return {int(width): sizes for width, sizes in figure.ask(MEASURE, list(widths)).items()}


def needed_at(figure, width):
    """The height that the figure needs at a width, as it is now."""
    return figure.ask(MEASURE, [width])[str(width)]["needed"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_figure_is_not_much_higher_in_the_column_of_a_blog(running_page, kind):
    sizes = measured(running_page, (360, *BLOGS, WIDE), figure=kind)
    for width, size in sizes.items():
        assert size["sideways"] == 0, width
        assert size["needed"] <= size["room"] + 1, f"the room that is kept at {width}"
        assert size["room"] <= 1.1 * size["needed"], f"the room that is kept at {width}"
    highest = max(sizes[width]["needed"] for width in BLOGS)
    assert highest <= 1.35 * sizes[WIDE]["needed"]


@pytest.mark.parametrize("kind", COMPACT)
def test_a_compact_figure_is_its_picture_and_its_controls(running_page, kind):
    sizes = measured(running_page, (360, 960), figure=kind, layout="compact")
    assert sizes[960]["needed"] < 620
    assert sizes[360]["needed"] < 900
    for width, size in sizes.items():
        assert size["sideways"] == 0, width
        assert size["needed"] <= size["room"] + 1 <= 1.1 * size["needed"], width
    figure = Figure(running_page.page, kind)
    figure.button("Show all panels").click()
    expect(figure.button("Hide panels")).to_have_attribute("aria-expanded", "true")
    assert needed_at(figure, 960) > sizes[960]["needed"] + 100
    figure.button("Hide panels").click()
    expect(figure.button("Show all panels")).to_be_visible()
    assert needed_at(figure, 960) == pytest.approx(sizes[960]["needed"], abs=1)


def test_a_compact_network_opens_what_its_reader_asks_for(running_page):
    measured(running_page, (960,), figure="network", layout="compact")
    figure = Figure(running_page.page)
    expect(figure.panel).to_be_hidden()
    figure.weight(1, 0, 0).click()
    expect(figure.panel).to_be_visible()
    figure.panel.get_by_role("button", name="Close").click()
    expect(figure.panel).to_be_hidden()
    expect(figure.button("Show all panels")).to_be_visible()
    figure.find('[data-place="input:0"][tabindex]').click()
    expect(figure.find('input[data-field="inputs[0]"]')).to_be_focused()


# Type that a reader has to read; an index may be smaller.
SMALLEST = """figure => Math.min(...Array.from(
    figure.shadowRoot.querySelectorAll("svg:not([aria-hidden=true]) text:not(.net-index)"),
    text => text.getScreenCTM().a * parseFloat(getComputedStyle(text).fontSize)))"""
SLIDES = ((1280, 720), (960, 620), (700, 400))


@pytest.mark.parametrize("kind", COMPACT)
def test_a_figure_fills_a_slide_and_its_type_stays_readable(page, page_url, kind):
    page.set_viewport_size({"width": 1280, "height": 720})
    page.goto(f"{page_url}embed.html?figure={kind}&fit=height")
    figure = Figure(page, kind).ready()
    inside = """el => { const shown = el.shadowRoot.querySelector(".figure");
        return [shown.scrollHeight, shown.clientHeight]; }"""
    height_is = "(el, height) => Math.abs(el.getBoundingClientRect().height - height) < 1"
    for width, height in SLIDES:
        page.set_viewport_size({"width": width, "height": height})
        figure.wait(height_is, height)
        figure.settled()
        needed, there = figure.ask(inside)
        if width > SLIDES[-1][0]:
            assert needed == there, f"all of it is seen on {width} × {height}"
        assert figure.ask(SMALLEST) >= 12 - 0.01
        assert page.evaluate("document.documentElement.scrollHeight") == height
        assert page.evaluate("document.documentElement.scrollWidth") == width


ROOM = '<link rel="stylesheet" href="{site}backprop-figure.css">'
POST = """<style>main {{ width: {width}px }}</style><main>{figures}</main>
<script>
  window.shifts = [];
  // What moves inside a figure has no node that a page could see.
  new PerformanceObserver(list => {{
    for (const {{ value, sources }} of list.getEntries()) {{
      shifts.push({{ value, seen: sources.some(({{ node }}) => node) }});
    }}
  }}).observe({{ type: "layout-shift", buffered: true }});
  window.places = () => Array.from(document.querySelectorAll("p"), el => el.offsetTop);
  window.atFirst = places();
</script>"""


@pytest.mark.parametrize("width", [360, 700, 1100])
def test_nothing_on_a_page_moves_while_five_figures_come(page, page_url, host, width):
    figures = [
        '<backprop-figure figure="slope"></backprop-figure>',
        '<backprop-figure layout="compact"><a href="#x">Read on</a></backprop-figure>',
        '<backprop-figure figure="xor" heading="XOR"></backprop-figure>',
        '<backprop-figure figure="blame"></backprop-figure>',
        '<backprop-figure figure="neuron" layout="compact"></backprop-figure>',
    ]
    text = "".join(f"{figure}<p>What follows.</p>" for figure in figures)
    page.set_viewport_size({"width": width + 40, "height": 800})
    body = POST.format(width=width, figures=text)
    page.goto(host.serve(ROOM.format(site=page_url) + body + script(page_url)))
    for element in page.locator("backprop-figure").all():
        element.scroll_into_view_if_needed()
        expect(element).to_have_attribute("data-state", "ready", timeout=START_MS)
    assert page.evaluate("places()") == page.evaluate("atFirst")
    shifts = page.evaluate("shifts")
    assert not [shift for shift in shifts if shift["seen"]]
    assert sum(shift["value"] for shift in shifts) < 0.02, (
        "a line in a figure takes another's place"
    )


def test_a_figure_that_fills_its_frame_asks_for_no_other_height(page, page_url, host):
    src = f"{page_url}embed.html?figure=slope&fit=height"
    frame = f'<iframe src="{src}" width="900" height="560" title="A slope"></iframe>'
    page.goto(host.serve(script(page_url, "fit-frame.js") + frame))
    inner = page.frame_locator("iframe").locator("backprop-figure")
    expect(inner).to_have_attribute("data-state", "ready", timeout=START_MS)
    assert page.locator("iframe").evaluate("el => el.style.height") == ""
    assert inner.evaluate("el => el.getBoundingClientRect().height") == 560
