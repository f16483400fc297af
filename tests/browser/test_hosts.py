"""Figures on somebody else's page: as elements of another origin, in frames, in a sandbox."""

from __future__ import annotations

import pytest
from figures import START_MS, Figure
from host_site import script
from playwright.sync_api import expect


def test_an_author_sets_the_element_up_with_attributes(page, page_url, host):
    page.goto(
        host.serve(
            f"""{script(page_url)}
            <style>backprop-figure {{ --bp-forward: rgb(1, 2, 3) }} p {{ color: red }}</style>
            <backprop-figure figure="network" preset="2-2-1-b" heading="Ein Netz" theme="dark"
              code state="v=1&figure=network&preset=2-2-1-b&step=3">
              <p>Without scripts</p><span slot="caption">Abbildung 1</span></backprop-figure>
            <backprop-figure figure="xor" controls="hidden"></backprop-figure>"""
        )
    )
    figure = Figure(page).ready()
    assert figure.state()["preset"] == "2-2-1-b"
    assert figure.state()["step"] == 3
    assert figure.state()["code_open"] is True
    expect(figure.find(".heading")).to_have_text("Ein Netz")
    expect(page.get_by_text("Abbildung 1")).to_be_visible()
    expect(page.get_by_text("Without scripts")).to_be_hidden()
    assert figure.ask("el => getComputedStyle(el).colorScheme") == "dark"
    blue = "el => getComputedStyle(el.shadowRoot.querySelector('.stage')).getPropertyValue"
    assert figure.ask(f"{blue}('--bp-forward')") == "rgb(1, 2, 3)"
    loaded = (
        "() => [...document.fonts].some(f => /Inter V/.test(f.family) && f.status === 'loaded')"
    )
    page.wait_for_function(loaded)
    assert page.evaluate("document.activeElement === document.body"), "no focus is taken"
    xor = Figure(page, "xor").shown()
    for control in xor.find(".xor :is(button, input, select)").all():
        expect(control).to_be_hidden()
    expect(xor.find("[data-part=now]")).to_have_text(
        "Nothing is trained yet: these are the first weights.", use_inner_text=True
    )


HARSH = """
  html { direction: rtl; font-size: 62.5% }
  * { margin: 0; padding: 0; box-sizing: border-box; color: red; cursor: wait; hyphens: auto;
      font: italic small-caps 20px/3 fantasy; letter-spacing: .1em; list-style: none;
      text-align: center; text-indent: 2em; text-shadow: 1px 1px red; text-transform: uppercase;
      text-wrap: balance; white-space: pre; word-break: break-all; word-spacing: 1em }"""


def test_a_page_that_styles_everything_changes_nothing_within_a_figure(page, page_url, host):
    page.goto(
        host.serve(
            f"""<style>{HARSH}</style>{script(page_url)}<div style="width: 700px">
            <backprop-figure figure="slope" heading="Ein Hang" start="interaction">
            </backprop-figure></div>"""
        )
    )
    changed = (
        Figure(page, "slope")
        .shown()
        .ask(
            """el => {
            const looks = () => [...el.shadowRoot.querySelectorAll('*')].map(part => {
              const rules = getComputedStyle(part);
              return [...rules].map(name => `${part.localName} ${name}: ${rules[name]}`);
            });
            const harsh = looks().flat();
            document.styleSheets[0].disabled = true;
            return looks().flat().filter((rule, index) => rule !== harsh[index]);
            }"""
        )
    )
    assert changed == []


def test_a_figure_has_a_width_where_it_may_be_as_narrow_as_it_likes(page, page_url, host):
    page.set_viewport_size({"width": 390, "height": 844})
    around = ("display: flex", "display: table", "display: inline-grid", "float: left")
    figures = "".join(
        f'<div style="{style}"><backprop-figure figure="blame" start="interaction">'
        "</backprop-figure></div>"
        for style in around
    )
    page.goto(host.serve(script(page_url) + figures))
    Figure(page, "blame").shown()
    widths = page.locator("backprop-figure").evaluate_all(
        "figures => figures.map(figure => figure.clientWidth)"
    )
    assert all(300 < width <= 390 for width in widths), widths
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("nothing", ["null", "undefined", "7", '"weight=2"'])
def test_a_caller_who_sets_nothing_changes_nothing(page, page_url, host, nothing):
    page.goto(
        host.serve(
            f'{script(page_url)}<backprop-figure figure="slope" start="interaction">'
            "</backprop-figure>"
        )
    )
    figure = Figure(page, "slope").shown()
    before = figure.state()
    figure.ask(f"el => el.setState({nothing})")
    assert figure.state() == before


def test_a_heading_in_an_address_is_one_line_and_no_page_of_its_own(page, page_url):
    address = f"{page_url}embed.html?figure=slope&start=interaction&heading="
    page.goto(address + "Sign in here. " * 1_000)
    figure = Figure(page, "slope").shown()
    shown = [figure.find(".heading").inner_text(), page.title()]
    assert [len(text) for text in shown] == [119, 119], "120 letters, the last one a space"
    page.goto(address + "A slope, and a hill")
    expect(Figure(page, "slope").shown().find(".heading")).to_have_text("A slope, and a hill")
    page.goto(address)
    expect(page).to_have_title("The slope of one neuron · Backpropagation, Traced")
    expect(page.get_by_role("heading", level=2)).to_have_text("The slope of one neuron")


def test_a_figure_that_is_drawn_to_its_width_is_no_error_of_the_page(page, page_url, host):
    drawn_to_their_width = ("network", "xor", "rates", "paths", "stopping", "blame")
    figures = "".join(
        f'<backprop-figure figure="{kind}" start="interaction"></backprop-figure>'
        for kind in drawn_to_their_width
    )
    page.add_init_script("heard = []; addEventListener('error', e => heard.push(e.message))")
    page.goto(host.serve(script(page_url) + figures))
    for kind in drawn_to_their_width:
        Figure(page, kind).shown()
    two_pictures = "new Promise(seen => requestAnimationFrame(() => requestAnimationFrame(seen)))"
    for width in (1280, 1000, 500, 360, 1280):
        page.set_viewport_size({"width": width, "height": 700})
        page.evaluate(two_pictures)
    assert page.evaluate("heard") == []


def test_what_is_typed_in_a_figure_is_no_shortcut_of_the_page(page, page_url, host):
    page.goto(
        host.serve(
            f"""<script>window.heard = [];
            for (const type of ['keydown', 'keypress', 'keyup'])
              addEventListener(type, event => heard.push(event.key));</script>
            {script(page_url)}<backprop-figure figure="slope" start="interaction">
            </backprop-figure>"""
        )
    )
    figure = Figure(page, "slope").shown()
    figure.find("input").first.focus()
    for key in ("s", "ArrowRight", "Enter", "Tab", "Control+k"):
        page.keyboard.press(key)
    assert set(page.evaluate("heard")) == {"Tab", "Control", "k"}


HEARS = """<script>window.heard = [];
    for (const type of ['keydown', 'keypress', 'keyup'])
      addEventListener(type, event => heard.push(event.key));</script>"""


def test_a_key_that_a_figure_has_no_use_for_is_the_pages(page, page_url, host):
    """A presenter who has clicked on a figure turns the slides with the same device as before."""
    figure_tag = '<backprop-figure figure="network" start="interaction"></backprop-figure>'
    page.goto(host.serve(f"{HEARS}{script(page_url)}{figure_tag}"))
    figure = Figure(page).shown()
    figure.button("Step").click()
    figure.wait("el => el.getState().step === 1")
    for key in ("PageDown", "PageUp", "Home", "b", "n", "?", "ArrowRight"):
        page.evaluate("() => { heard = []; }")
        page.keyboard.press(key)
        assert set(page.evaluate("heard")) == {key}, key
    page.evaluate("() => { heard = []; }")
    page.keyboard.press(".")
    figure.wait("el => el.getState().step === 2")
    page.keyboard.press(" ")
    figure.wait("el => el.getState().step === 3")
    assert page.evaluate("heard") == [], "steps by the figure, presses its button"
    figure.weight(1, 0, 0).click()
    figure.wait("el => el.getState().selected !== null")
    page.keyboard.press("Escape")
    figure.wait("el => el.getState().selected === null")
    assert page.evaluate("heard") == [], "closed the chain rule"
    page.keyboard.press("Escape")
    assert set(page.evaluate("heard")) == {"Escape"}, "there was nothing to close"


def test_a_slider_keeps_the_keys_that_move_it(page, page_url, host):
    tag = '<backprop-figure figure="blame" start="interaction"></backprop-figure>'
    page.goto(host.serve(f"{HEARS}{script(page_url)}{tag}"))
    slider = Figure(page, "blame").shown().find("input[type=range]:visible").first
    slider.focus()
    page.keyboard.press("Home")
    expect(slider).to_have_value("0")
    page.keyboard.press("PageUp")
    expect(slider).not_to_have_value("0")
    assert page.evaluate("heard") == []
    page.keyboard.press("b")
    assert set(page.evaluate("heard")) == {"b"}


def test_python_waits_for_the_reader_where_the_author_says_so(page, page_url, host):
    page.goto(
        host.serve(
            f'{script(page_url)}<backprop-figure figure="slope" start="interaction">'
            "</backprop-figure>"
        )
    )
    figure = Figure(page, "slope").shown()
    expect(figure.button("Step")).to_be_visible()
    expect(figure.element).to_have_attribute("data-state", "recorded")
    figure.button("Step").click()
    expect(figure.element).to_have_attribute("data-state", "ready", timeout=START_MS)


def test_what_an_author_puts_inside_stays_until_there_is_a_picture(page, page_url, host):
    page.route("**/recorded/**", lambda route: route.abort())
    page.goto(
        host.serve(
            f'{script(page_url)}<backprop-figure figure="slope"><p>A drawing of it</p>'
            "</backprop-figure>"
        )
    )
    expect(page.get_by_text("A drawing of it")).to_be_visible()
    expect(page.get_by_text("This figure could not be loaded")).to_be_visible()
    page.unroute("**/recorded/**")
    page.get_by_role("button", name="Try again").click()
    figure = Figure(page, "slope").shown()
    expect(page.get_by_text("A drawing of it")).to_be_hidden()
    assert (
        figure.ask("el => getComputedStyle(el.shadowRoot.querySelector('.neuron-columns')).display")
        == "grid"
    )


@pytest.fixture(autouse=True)
def blocked_requests_are_heard(expected_errors):
    """The browser logs each request that a test blocks."""
    expected_errors += ["ERR_FAILED", "Failed to load resource"]


@pytest.mark.parametrize("sandbox", ["", 'sandbox="allow-scripts"'], ids=["plain", "sandboxed"])
def test_a_frame_is_as_high_as_its_figure_and_follows_the_theme(page, page_url, host, sandbox):
    page.goto(
        host.serve(
            f"""{script(page_url, "fit-frame.js")}
            <iframe {sandbox} title="A figure" width="700" height="150" data-theme="dark"
              src="{page_url}embed.html?figure=slope&heading=Im%20Rahmen"></iframe>"""
        )
    )
    frame = page.frame_locator("iframe")
    figure = frame.locator("backprop-figure")
    expect(figure).to_have_attribute("data-state", "ready", timeout=START_MS)
    expect(figure).to_have_attribute("theme", "dark")
    page.wait_for_function("() => document.querySelector('iframe').clientHeight > 600")
    inner = frame.locator("html").evaluate("root => root.getBoundingClientRect().height")
    assert page.evaluate("document.querySelector('iframe').clientHeight") >= inner
    page.evaluate("document.querySelector('iframe').dataset.theme = 'light'")
    expect(figure).to_have_attribute("theme", "light")
    assert page.evaluate("[scrollY, document.activeElement.tagName]") == [0, "BODY"]


def test_only_a_frame_of_ours_is_fitted_and_only_to_a_height(page, page_url, host):
    page.goto(
        host.serve(
            f"""{script(page_url, "fit-frame.js")}
            <iframe id="stranger" height="150" srcdoc="<script>parent.postMessage(
              {{type: 'backprop-figure-height', height: 900}}, '*')</script>"></iframe>
            <iframe id="ours" height="150" src="{page_url}embed.html?figure=slope"></iframe>"""
        )
    )
    ours = page.frame_locator("#ours")
    page.wait_for_function("() => document.querySelector('#ours').clientHeight > 600")
    say = """(_, height) => parent.postMessage({type: 'backprop-figure-height', height}, '*')"""
    for height in ("NaN", None, {"valueOf": 900}):
        ours.locator("html").evaluate(say, height)
    ours.locator("html").evaluate(say, 1e9)
    page.wait_for_function("() => document.querySelector('#ours').clientHeight === 4000")
    assert page.evaluate("document.querySelector('#stranger').clientHeight") == 150


def test_ten_figures_share_a_worker_and_fifty_comings_and_goings_leave_nothing(
    page, page_url, host
):
    page.goto(host.serve(script(page_url)))
    page.evaluate(
        """() => { for (let i = 0; i < 10; i++) { const figure =
            document.createElement('backprop-figure');
            figure.setAttribute('figure', ['slope', 'blame', 'network'][i % 3]);
            document.body.append(figure); } }"""
    )
    figures = page.locator("backprop-figure")
    for index in range(10):
        figures.nth(index).scroll_into_view_if_needed()
        expect(figures.nth(index)).to_have_attribute("data-state", "ready", timeout=START_MS)
    assert len(page.workers) == 1
    gone = page.evaluate(
        """async () => {
            const gone = [];
            for (let i = 0; i < 50; i++) {
              const figure = document.createElement('backprop-figure');
              figure.setAttribute('figure', ['slope', 'network'][i % 2]);
              document.body.append(figure);
              await figure.whenReady();
              gone.push(new WeakRef(figure));
              figure.remove();
            }
            window.gone = gone;
            return gone.length; }"""
    )
    assert gone == 50
    assert len(page.workers) == 1
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    # The last one or two may still be held by a promise that is being settled.
    page.wait_for_function("() => window.gone.filter(ref => ref.deref()).length <= 2")
