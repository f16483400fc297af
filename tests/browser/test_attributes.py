"""Attributes of the element are alive: set, changed and read at any time, as those of images."""

from __future__ import annotations

import re

import pytest
from figures import START_MS, Figure
from playwright.sync_api import expect

MAKE = """(attributes) => {
    const figure = document.createElement("backprop-figure");
    for (const [name, value] of Object.entries(attributes)) figure.setAttribute(name, value);
    document.querySelector("main").append(figure);
}"""


def made(running_page, **attributes):
    """The only figure of a page whose Python runs."""
    page = running_page.page
    page.evaluate(MAKE, attributes)
    figure = Figure(page, attributes.get("figure", "network"))
    figure.element = page.locator("backprop-figure")
    return figure.ready()


def is_network(figure, sizes):
    figure.wait("(el, sizes) => el.getState().layer_sizes?.join() === sizes", sizes)
    figure.ready()
    assert figure.inspect()["parameters"]


def test_another_figure_takes_the_place_of_the_one_that_is_shown(running_page):
    figure = made(running_page, figure="network")
    figure.ask("el => { el.figure = 'slope'; }")
    expect(figure.find(".neuron-columns")).to_be_visible()
    figure.ready()
    assert figure.ask("el => el.getAttribute('figure')") == "slope"
    assert figure.state()["weight"] is not None
    expect(figure.find(".network")).to_have_count(0)
    figure.ask("el => el.setAttribute('figure', 'network')")
    expect(figure.find(".network")).to_be_visible()
    expect(figure.find(".neuron-columns")).to_have_count(0)
    is_network(figure, "2,2,1")
    figure.ask("el => el.removeAttribute('figure')")
    assert figure.ask("el => el.figure") == "network"
    is_network(figure, "2,2,1")


def test_a_figure_of_the_same_kind_opens_anew_and_works(running_page):
    figure = made(running_page, figure="network", preset="2-2-1-a")
    figure.set(inputs=[0.25, 0.75])
    figure.ask("el => { el.preset = '2-3-3-1'; }")
    is_network(figure, "2,3,3,1")
    figure.ask("el => { el.preset = '2-2-1-a'; }")
    is_network(figure, "2,2,1")
    assert figure.state()["inputs"] == [0.5, 0.8], "as the preset opens"
    assert figure.inspect()["loss"] == pytest.approx(0.0010724284008909765, rel=1e-12)
    figure.button("Step").click()
    figure.wait("el => el.getState().step === 1")
    figure.weight(1, 0, 0).click()
    figure.wait("el => el.getState().selected?.layer === 1")


def test_a_state_is_opened_whenever_it_is_set(running_page):
    figure = made(running_page, figure="slope")
    figure.ask("el => { el.state = 'weight=3.2&learning_rate=0.3&steps=2'; }")
    figure.wait("el => el.getState().steps === 2")
    figure.ready()
    assert figure.state()["weight"] == 3.2
    figure.ask("el => { el.state = 'weight=1.5'; }")
    figure.wait("el => el.getState().weight === 1.5")
    assert figure.state()["steps"] == 0, "what a state does not say is as the figure opens"


def test_whatever_the_order_the_figure_is_what_is_written_in_the_end(running_page):
    figure = made(running_page, figure="blame")
    figure.ask("""el => {
        el.state = "inputs=0.1,0.9"; el.preset = "2-1-1"; el.figure = "xor";
        el.figure = "network"; el.heading = "At last"; el.setState({ learning_rate: 0.125 }); }""")
    is_network(figure, "2,1,1")
    assert figure.state()["inputs"] == [0.1, 0.9]
    assert figure.state()["learning_rate"] == 0.125
    expect(figure.find(".heading")).to_have_text("At last")
    assert figure.find(".link-notes").count() == 0


def test_ready_is_waited_for_and_told_again_when_a_figure_opens_anew(running_page):
    figure = made(running_page, figure="network")
    heard = figure.ask("""async el => {
        let heard = 0;
        el.addEventListener("backprop-ready", () => { heard += 1; });
        el.preset = "2-3-3-1";
        await el.whenReady();
        return [heard, el.getState().layer_sizes.length, el.dataset.state]; }""")
    assert heard == [1, 4, "ready"]


def test_flags_look_and_heading_follow_their_attributes(running_page):
    figure = made(running_page, figure="network")
    figure.ask(
        "el => { el.predict = true; el.code = true; el.theme = 'dark'; el.heading = 'Ein'; }"
    )
    figure.wait("el => el.getState().predict && el.getState().code_open")
    expect(figure.find(".heading")).to_have_text("Ein")
    assert figure.ask("el => getComputedStyle(el).colorScheme") == "dark"
    written = "el => ['predict', 'code', 'theme', 'heading'].map(name => el.getAttribute(name))"
    assert figure.ask(written) == ["", "", "dark", "Ein"]
    figure.ask("""el => { el.setAttribute("predict", "false"); el.code = "false"; el.theme = null;
        el.heading = undefined; el.controls = "hidden"; }""")
    figure.wait("el => !el.getState().predict && !el.getState().code_open")
    expect(figure.find(".heading")).to_have_count(0)
    expect(figure.button("Step")).to_be_hidden()
    read = "el => [el.predict, el.code, el.theme, el.heading, el.controls, el.start, el.files]"
    assert figure.ask(read) == [False, False, "auto", None, "hidden", "view", None]
    figure.ask("el => el.removeAttribute('controls')")
    expect(figure.button("Step")).to_be_visible()


def test_false_means_false_from_the_first(running_page):
    figure = made(running_page, figure="network", predict="false", code="false")
    assert [figure.state()[name] for name in ("predict", "code_open")] == [False, False]
    figure.ask("el => { el.predict = ''; }")
    figure.wait("el => el.getState().predict")


EARLY = """<!doctype html><link rel="icon" href="data:,">
<backprop-figure></backprop-figure>
<script>
  Object.assign(document.querySelector("backprop-figure"),
    {{ figure: "slope", heading: "Early", state: "weight=2.5", code: false }});
</script>
<script type="module" src="{site}backprop-figure.js"></script>"""


def test_properties_set_before_the_script_came_are_not_lost(page, page_url):
    page.set_content(EARLY.format(site=page_url))
    page.wait_for_function("() => document.querySelector('backprop-figure').isLive")
    figure = page.locator("backprop-figure")
    expect(figure).to_have_attribute("figure", "slope")
    expect(figure.locator(".heading")).to_have_text("Early")
    assert figure.evaluate("el => el.getState().weight") == 2.5


def test_python_starts_when_the_author_changes_his_mind(page, page_url):
    page.goto(page_url + "embed.html?figure=slope&start=interaction")
    figure = Figure(page, "slope").shown()
    expect(figure.element).to_have_attribute("data-state", "recorded")
    figure.ask("el => { el.start = 'view'; }")
    expect(figure.element).to_have_attribute("data-state", "ready", timeout=START_MS)


NAMES = {
    "figure": ("xnor", "network"),
    "preset": ("2-2-1", None),
    "theme": ("night", "auto"),
    "controls": ("none", "shown"),
    "start": ("never", "view"),
    "layout": ("tiny", "full"),
    "fit": ("both", "width"),
}


@pytest.mark.parametrize("attribute", NAMES)
@pytest.mark.parametrize("when", ["written", "set later"])
def test_a_name_that_does_not_exist_is_refused_aloud(running_page, attribute, when):
    name, usual = NAMES[attribute]
    page = running_page.page
    warned = []
    page.on("console", lambda said: warned.append(said.text) if said.type == "warning" else None)
    page.evaluate("""() => { window.refused = [];
        document.querySelector("main").addEventListener("backprop-error", ({ detail }) => {
            refused.push(detail); }); }""")
    if when == "written":
        figure = made(running_page, **({"figure": "network"} | {attribute: name}))
    else:
        figure = made(running_page, figure="network")
        figure.ask(f"el => {{ el.setAttribute('{attribute}', '{name}'); }}")
    note = figure.find(f".link-notes [data-field-note={attribute}]")
    expect(note).to_contain_text(f"“{name}”")
    figure.ready()
    refused = page.evaluate("refused")
    assert [detail["field"] for detail in refused] == [attribute]
    assert refused[0]["message"] == note.inner_text()
    assert [text for text in warned if note.inner_text() in text]
    if usual:
        assert figure.ask(f"el => el.{attribute}") == usual
    assert figure.state()["layer_sizes"] == [2, 2, 1], "what it would show otherwise"
    figure.ask(f"el => el.removeAttribute('{attribute}')")
    expect(figure.find(".link-notes")).to_have_count(0)


def test_the_frame_refuses_such_a_name_too(page, page_url):
    page.goto(page_url + "embed.html?figure=nosuch&predict=false")
    note = page.locator("backprop-figure [data-field-note=figure]")
    expect(note).to_contain_text("“nosuch”")
    figure = page.locator("backprop-figure")
    assert figure.evaluate("el => [el.figure, el.getState().predict]") == ["network", False]


@pytest.mark.parametrize("kind", ["network", "xor", "slope", "blame", "depth"])
def test_a_field_that_does_not_exist_is_refused_aloud(running_page, kind):
    figure = made(running_page, figure=kind, state="nosuch=1")
    expect(figure.find("[data-field-note=nosuch]")).to_contain_text("“nosuch”")
    refused = figure.ask("""el => { const refused = [];
        el.addEventListener("backprop-error", ({ detail }) => refused.push(detail.field));
        el.setState({ neither_this: 1 });
        return refused; }""")
    assert refused == ["neither_this"]
    expect(figure.find("[data-field-note=neither_this]")).to_be_visible()


def test_every_field_that_a_figure_tells_can_be_set_without_being_refused(running_page):
    figure = made(running_page, figure="network")
    for kind in ("network", "walk", "xor", "slope", "neuron", "blame", "paths", "cost", "pulls"):
        figure.ask("(el, kind) => { el.figure = kind; }", kind)
        figure.wait("(el, kind) => el.kind?.name === kind && el.isLive && !el.openings.isDue", kind)
        figure.ask("el => el.setState(el.getState())")
        figure.ask("el => el.updateComplete")
        assert figure.find(".link-notes").count() == 0, kind


def test_what_a_framework_sets_as_properties_is_shared(running_page):
    figure = made(running_page, figure="network")
    figure.ask("""el => Object.assign(el, { heading: "Mine", preset: "2-1-1", predict: true,
        theme: "dark", start: "load" })""")
    is_network(figure, "2,1,1")
    figure.find(".share-button").click()
    element = running_page.page.get_by_label("Element for your own page", exact=True).input_value()
    for written in ('heading="Mine"', " predict", 'theme="dark"', 'start="load"', "preset=2-1-1"):
        assert written in element
    frame = running_page.page.get_by_label("Frame for any page", exact=True).input_value()
    assert re.search(r"heading=Mine&amp;.*predict=", frame)


def test_a_figure_that_was_let_go_opens_anew_if_it_stays_in_the_page(running_page):
    """React's strict mode cleans up after a first effect, and goes on with the same element."""
    figure = made(running_page, figure="slope")
    figure.ask("el => el.setState({ weight: 3 })")
    told = figure.ask("""async el => {
        el.destroy();
        const told = [el.isConnected, Object.keys(el.getState()).length, el.inspect()];
        await el.whenReady();
        return told; }""")
    assert told == [True, 0, None]
    figure.ready()
    expect(figure.find("svg").first).to_be_visible()
    assert figure.state()["weight"] != 3, "nothing was remembered"
    gone = figure.ask("""async el => {
        const waiting = el.whenReady();
        el.figure = "blame";
        const wanted = el.whenReady();
        el.remove();
        el.destroy();
        return [await waiting, await wanted.catch(error => error.code), el.shown]; }""")
    assert gone == [None, "disposed", None]


def test_waiting_for_python_ends_when_there_will_be_none(page, page_url, faults, expected_errors):
    expected_errors += ["404", "Failed to load resource"]
    faults.missing.append("runtime/*")
    page.goto(page_url + "embed.html?figure=slope&start=interaction")
    figure = Figure(page, "slope").shown()
    wait = "el => el.whenReady().then(() => 'ready', error => error.code)"
    assert figure.ask(wait) == "not_found"
    assert figure.ask(wait) == "not_found"
    faults.missing.clear()
    figure.button("Try again").click()
    expect(figure.element).to_have_attribute("data-state", "ready", timeout=START_MS)
    assert figure.ask(wait) == "ready"


def test_a_lone_figure_that_is_mounted_anew_finds_its_python_running(page, page_url):
    page.goto(page_url + "embed.html?figure=slope")
    Figure(page, "slope").ready()
    assert len(page.workers) == 1
    ready = page.evaluate("""async () => {
        const figure = document.querySelector("backprop-figure");
        const parent = figure.parentElement;
        figure.remove();
        await new Promise(requestAnimationFrame);
        await new Promise(requestAnimationFrame);
        const next = document.createElement("backprop-figure");
        next.figure = "slope";
        parent.append(next);
        const { status } = next.engine;
        await next.whenReady();
        return status.kind; }""")
    assert ready == "ready"
    assert len(page.workers) == 1
