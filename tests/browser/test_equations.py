"""The figure of the seven equations: right numbers, linked symbols, and a keyboard is enough."""

import json
import math

import pytest
from figures import Figure
from playwright.sync_api import expect

from places import DIST


@pytest.fixture
def figure(running_page):
    figure = Figure(running_page.put("equations"), "equations").ready()
    for numbers in figure.find(".equations-numbers:not([open]) > summary").all()[::-1]:
        numbers.click()
    return figure


def symbol(figure, equation, index):
    return figure.find(f"[data-equation={equation}] .equations-symbol").nth(index)


def test_symbols_show_what_the_chosen_unit_computes(figure):
    recorded = json.loads((DIST / "recorded" / "equations.json").read_text(encoding="utf-8"))
    live = figure.inspect()
    assert live["parameters"] == pytest.approx(recorded["result"]["parameters"], rel=1e-12)
    figure.weight(0, 1, 2).click()
    figure.settled()
    w, b = live["weights"][0], live["biases"][0]
    z = 0.5 * w[0][2] + 0.3 * w[1][2] + b[2]
    shown = symbol(figure, "forward", 0)
    assert float(shown.get_attribute("data-value")) == pytest.approx(z, rel=1e-12)
    a = 1 / (1 + math.exp(-z))
    ŷ = live["outputs"][0]
    δ = a * (1 - a) * live["weights"][1][2][0] * (ŷ - 1) * ŷ * (1 - ŷ)
    shown = symbol(figure, "weight_gradient", 0)
    assert float(shown.get_attribute("data-value")) == pytest.approx(0.3 * δ, rel=1e-10)

    symbol(figure, "hidden_error", 2).hover()
    expect(figure.weight(1, 2, 0)).to_have_attribute("data-hovered", "")

    figure.find("[data-form=matrix]").click()
    matrix = figure.find("[data-equation=forward] .equations-here mtable").first
    expect(matrix).to_be_visible()
    assert figure.find('[data-equation=update] .term[data-place="weight:0,1,2"]').count() == 3
    figure.page.set_viewport_size({"width": 320, "height": 640})
    cut_off = """el => { const all = s => [...el.shadowRoot.querySelectorAll(s)];
        for (const numbers of all(".equations-numbers")) numbers.open = true;
        const shown = all(".equations-here");
        return [shown.length, shown.filter(e => e.scrollWidth > e.clientWidth).length]; }"""
    assert figure.ask(cut_off) == [7, 0], "no matrix has to be scrolled sideways"


def test_a_click_on_a_weight_asks_once_and_tells_once_and_not_at_all_where_it_is_open(
    figure, traffic
):
    for expected in ((["equations"], 1), ([], 0)):
        figure.weight(1, 1, 0).click()
        figure.settled()
        assert traffic.take() == expected


LIGHTS = """el => {
    const all = selector => [...el.shadowRoot.querySelectorAll(selector)];
    const places = selector => all(selector).map(({ dataset }) => dataset.place);
    const focused = el.shadowRoot.activeElement.dataset.place;
    const mentions = places(`[data-place="${focused}"]`);
    return { focused, lit: places('[data-hovered]'), mentions };
}"""


def test_lights_follow_the_answer_to_another_weight(figure):
    figure.weight(0, 0, 0).focus()
    figure.settled()
    for key in ("ArrowRight", "ArrowDown"):
        figure.page.keyboard.press(key)
        figure.settled()
        lights = figure.ask(LIGHTS)
        assert lights["focused"] != "weight:0,0,0"
        assert lights["lit"] == lights["mentions"]


def test_a_keyboard_chooses_weights_walks_symbols_and_steps(figure):
    figure.weight(0, 0, 0).focus()
    press = figure.page.keyboard.press
    press("ArrowRight")
    figure.settled()
    first = symbol(figure, "forward", 0)
    first.focus()
    press("ArrowRight")
    place = figure.ask("el => el.shadowRoot.activeElement.dataset.place")
    assert place.startswith("weight:")
    lit = figure.find(f'.network-drawing [data-place="{place}"][data-hovered]')
    expect(lit).not_to_have_count(0)
    before = figure.inspect()["loss"]
    figure.button("Step").focus()
    press("Enter")
    figure.wait("el => el.inspect().steps === 1")
    assert figure.inspect()["loss"] < before
    press(",")
    figure.wait("el => el.inspect().steps === 0")
    figure.button("Reset").click()
    figure.settled()
    assert figure.state()["weight"] == {"layer": 0, "source": 0, "target": 0}
