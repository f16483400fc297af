"""The page as a whole: its first picture, its reach, and what it does to those who read it."""

import math

import pytest
from figures import START_MS, Figure
from playwright.sync_api import expect


def sigmoid(z):
    return 1 / (1 + math.exp(-z))


@pytest.mark.usefixtures("blocked_requests_are_heard")
def test_first_picture_and_chain_rules_need_no_python(page, page_url):
    page.route("**/runtime/**", lambda route: route.abort())
    page.route("**/engine-worker.js*", lambda route: route.abort())
    page.goto(page_url)
    figure = Figure(page).shown()
    # 2-2-1 C by hand: x = (1, 0.5) and z = (1.25, 0), so the second unit's activation is a half.
    output = sigmoid(1.5 * sigmoid(1.25) - 0.5)
    assert figure.number('[data-unit="2,0"]', "data-activation") == pytest.approx(output)
    figure.weight(1, 1, 0).click()
    assert float(figure.panel.get_attribute("data-gradient")) == pytest.approx(
        0.5 * output * output * (1 - output), rel=1e-12
    )
    figure.button("Step").click()
    expect(figure.find(".stage")).to_have_attribute("data-position", "1")
    expect(figure.find(".sentence")).to_contain_text("Hidden unit 1")


@pytest.fixture
def blocked_requests_are_heard(expected_errors):
    """The browser logs each request that a test blocks."""
    expected_errors += ["ERR_FAILED", "Failed to load resource"]


def test_without_javascript_the_network_its_numbers_and_the_text_are_there(browser, page_url):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(page_url)
    figure = page.locator("backprop-figure[figure=network]")
    assert figure.locator("[data-weight]:visible").count() == 6
    table = figure.locator(".values-table").first
    expect(table).to_be_visible()
    expect(table).to_contain_text(str(sigmoid(1.5 * sigmoid(1.25) - 0.5))[:14])
    expect(page.locator("backprop-figure[figure=xor] svg").first).to_be_visible()
    expect(page.locator("main")).to_contain_text(
        "a product along the way from the weight to the loss"
    )
    context.close()


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_shifts_while_the_page_comes_alive_and_trains(page, page_url, width):
    page.set_viewport_size({"width": width, "height": 844})
    page.add_init_script(
        """window.shifts = [];
        // Chromium also tells of what a scroll moved and is where it was.
        const changed = ({ previousRect, currentRect }) =>
          JSON.stringify(previousRect) !== JSON.stringify(currentRect);
        new PerformanceObserver(list => { for (const entry of list.getEntries())
          if (!entry.hadRecentInput && entry.sources.some(changed)) window.shifts.push(
            [entry.value, JSON.stringify(entry.sources.filter(changed))]);
        }).observe({type: 'layout-shift', buffered: true});"""
    )
    page.goto(page_url)
    Figure(page).ready()
    xor = Figure(page, "xor").ready()
    # A real click would be an input, which excuses shifts.
    press = "el => el.shadowRoot.querySelector('.xor-train').click()"
    xor.ask(press)
    xor.wait("el => el.inspect().epoch > 100")
    xor.ask(press)
    for figure in page.locator("main backprop-figure").all():
        figure.evaluate("el => el.whenReady()")
    assert page.evaluate("window.shifts") == []


def test_axe_finds_nothing_on_the_page_with_every_figure_alive(page, page_url, axe):
    page.goto(page_url)
    for figure in page.locator("main backprop-figure").all():
        figure.evaluate("el => el.whenReady()")
    for summary in page.locator("main > section > details > summary").all():
        summary.click()
    assert axe(page) == []
    page.emulate_media(color_scheme="dark")
    # Nothing but colours is another in the dark.
    assert axe(page, {"runOnly": ["color-contrast"]}) == []


def test_axe_finds_nothing_in_a_network_with_everything_open(running_page, axe):
    figure = Figure(running_page.put("network", "preset=2-2-1-a")).ready().whole_pass()
    figure.button("Show code").click()
    for summary in figure.find("summary").locator("visible=true").all():
        if summary.evaluate("el => !el.parentElement.open"):
            summary.click()
    expect(figure.find(".lit-line")).to_be_visible()
    assert axe(figure.page) == []
    figure.set(preset="2-3-3-1", step=30)
    figure.find('[data-field="inputs[0]"]').fill("x")
    assert axe(figure.page) == []
    figure.page.emulate_media(color_scheme="dark")
    assert axe(figure.page, {"runOnly": ["color-contrast"]}) == []


@pytest.mark.parametrize("width", [390, 320])
def test_a_phone_shows_everything_without_sideways_scroll(page, page_url, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(page_url)
    figure = Figure(page).ready()
    for preset in ("2-2-1-a", "2-3-3-1"):
        figure.set(preset=preset)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    beyond = figure.ask(
        """(el, width) => [...el.shadowRoot.querySelectorAll('button, input, select, svg, table')]
        .filter(part => part.checkVisibility() && part.getBoundingClientRect().right > width)
        .map(part => part.className)""",
        width,
    )
    assert beyond == []


def test_page_runs_under_its_own_strict_policy_and_with_trusted_types(page, page_url, faults):
    trusted = "require-trusted-types-for 'script'; trusted-types lit-html backpropagation-traced"
    faults.headers["index.html"] = {"Content-Security-Policy": trusted}
    page.goto(page_url)
    policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
    assert "unsafe-inline" not in policy
    assert "'unsafe-eval'" not in policy
    figure = Figure(page).ready().all_controls()
    figure.find("details[data-part=take-home]").evaluate("el => { el.open = true; }")
    expect(figure.find("[data-take=numpy]")).to_be_visible()
    # And no violation was logged: the fixture would have heard it.


def test_figures_of_a_page_share_one_worker(page, page_url):
    page.goto(page_url)
    Figure(page).ready()
    page.evaluate(
        """() => { for (let i = 0; i < 8; i++) {
        const figure = document.createElement('backprop-figure');
        figure.setAttribute('figure', i % 2 ? 'network' : 'xor');
        document.querySelector('main').append(figure); } }"""
    )
    added = page.locator("main > backprop-figure")
    for index in range(8):
        added.nth(index).scroll_into_view_if_needed()
        expect(added.nth(index)).to_have_attribute("data-state", "ready", timeout=START_MS)
    assert len(page.workers) == 1


def test_element_tells_outside_callers_what_happens(page, page_url):
    page.goto(page_url)
    heard = page.evaluate(
        """async () => { const figure = document.createElement('backprop-figure');
        const heard = [];
        for (const type of ['backprop-ready', 'backprop-change', 'backprop-error'])
          figure.addEventListener(type, event => heard.push([type, event.detail.field ?? '']));
        figure.setState({ preset: '2-2-1-b' });
        document.querySelector('main').prepend(figure);
        await figure.whenReady();
        figure.setState({ learning_rate: 1e308 });
        figure.setState({ inputs: [0, 1] });
        figure.step(2);
        const { inputs, targets, step } = figure.getState();
        figure.destroy();
        const forgotten = Object.keys(figure.getState()).length === 0;
        figure.remove();
        return { heard, inputs, targets, step, forgotten }; }"""
    )
    types = [name for name, _ in heard["heard"]]
    assert "backprop-ready" in types
    assert ["backprop-error", "learning_rate"] in heard["heard"]
    assert types.count("backprop-change") >= 2
    assert (heard["inputs"], heard["targets"], heard["step"]) == ([0, 1], [1], 2)
    assert heard["forgotten"]


def test_a_worker_that_dies_takes_nothing_of_the_readers_with_it(page, page_url):
    page.goto(page_url)
    figure = Figure(page).ready()
    figure.set(inputs=[0.25, 0.75])
    page.workers[0].evaluate("self.close()")
    page.evaluate("""async () => {
        const { sharedEngine } = await import('./backprop-figure.js');
        sharedEngine(document.baseURI).restart(); }""")
    expect(figure.element).to_have_attribute("data-state", "loading")
    figure.ready()
    figure.set(targets=[0.1])
    result = figure.inspect()
    assert result["activations"][0] == [0.25, 0.75]
    assert result["targets"] == [0.1]


def test_a_worker_that_was_killed_is_told_of_and_then_replaced(page, page_url):
    page.clock.install()
    page.goto(page_url + "embed.html?figure=network")
    figure = Figure(page).ready()
    page.workers[0].evaluate("self.close()")
    figure.ask("el => el.setState({ inputs: [0.25, 0.75] })")
    page.clock.run_for(6_000)
    expect(figure.find(".engine")).to_contain_text("Python has not answered for some seconds")
    page.clock.run_for(10_000)
    figure.wait("el => el.inspect().activations[0][0] === 0.25")
    expect(figure.find(".engine")).to_contain_text("Live")
