"""The pass as discrete steps: forward, back, played, scrubbed, and the code that does them."""

import json
import re
from pathlib import Path

import numpy as np
import pytest
from figures import Figure
from playwright.sync_api import expect

from places import DIST

CORE = Path(__file__).parents[2] / "py" / "backprop"

# A 2-2-1 sigmoid net without biases: three units (z, then a), the loss, ∂E/∂ŷ and δ of the output,
# its two weights, ∂E/∂a and δ of two hidden units, their four weights, an update of each layer.
STEPS = 3 * 2 + 1 + 2 + 2 + 2 * 2 + 4 + 2

PICTURE = """el => [...el.shadowRoot.querySelectorAll('.stage, .sentence, .step-formula')]
    .map(part => part.textContent.replace(/\\s+/g, ' ')).join('|')"""
RECORDED = json.loads((DIST / "recorded" / "network-2-2-1-a.json").read_text(encoding="utf-8"))


@pytest.fixture
def figure(running_page):
    return Figure(running_page.put("network", "preset=2-2-1-a")).ready().whole_pass()


def steps_to(figure: Figure, step: int) -> None:
    expect(figure.find(".stage")).to_have_attribute("data-position", str(step))
    assert figure.state()["step"] == step
    figure.ask("el => el.updateComplete")


def test_step_and_back_go_through_every_operation_and_show_the_same_both_ways(figure):
    figure.find(".speed select").select_option("4")
    figure.button("Reset").click()
    steps_to(figure, 0)
    seen = [figure.ask(PICTURE)]
    for step in range(1, STEPS + 1):
        figure.button("Step").click()
        steps_to(figure, step)
        seen.append(figure.ask(PICTURE))
    expect(figure.button("Step")).to_be_disabled()
    assert len(set(seen)) == STEPS + 1, "every step shows something of its own"
    for step in range(STEPS - 1, -1, -1):
        figure.button("Back").click()
        steps_to(figure, step)
        assert figure.ask(PICTURE) == seen[step]
    expect(figure.button("Back")).to_be_disabled()


def test_scrubbing_in_any_order_shows_what_stepping_shows(figure):
    scrubber = figure.element.get_by_role("slider", name="Position in the pass")
    seen: dict[int, str] = {}
    for step in (7, 2, 19, 7, 0, 2, 19):
        scrubber.fill(str(step))
        steps_to(figure, step)
        assert seen.setdefault(step, figure.ask(PICTURE)) == figure.ask(PICTURE)


def test_phases_come_in_order(figure):
    tags: list[str] = []
    for step in range(1, STEPS + 1):
        figure.ask("(el, step) => el.setState({step})", step)
        figure.ask("el => el.updateComplete")
        tag = figure.find(".tag").inner_text()
        if not tags or tags[-1] != tag:
            tags.append(tag)
    assert tags == ["Forward pass", "Loss", "Backward pass", "Update"]


def test_play_goes_on_by_itself_and_pause_stops_it(figure):
    figure.find(".speed select").select_option("4")
    figure.button("Play").click()
    figure.wait("el => el.getState().step >= 3")
    figure.button("Pause").click()
    expect(figure.button("Play")).to_be_visible()
    stopped = figure.state()["step"]
    steps_to(figure, stopped)
    figure.button("Play").click()
    figure.wait("(el, step) => el.getState().step > step", stopped)


def test_values_travel_while_a_step_is_under_way_and_rest_in_reduced_motion(figure):
    travellers = "el => el.shadowRoot.querySelectorAll('.stage .net-traveller').length"
    figure.find(".speed select").select_option("0.25")
    figure.button("Reset").click()
    figure.button("Step").click()
    figure.wait(f"el => ({travellers})(el) > 0")
    steps_to(figure, 1)
    figure.page.emulate_media(reduced_motion="reduce")
    for _ in range(2):  # on to the second sum: the step between takes place inside a unit
        figure.button("Step").click()
    figure.ask("el => el.updateComplete")
    assert figure.number(".stage", "data-position") == 3, "there at once"
    assert figure.ask(travellers) == 0
    assert figure.find(".stage .net-arrow").count() > 0, "a still arrow says which way"


def test_code_of_the_step_is_one_click_away_with_its_line_lit(figure):
    figure.button("Show code").click()
    for step in (1, 2, 7, 9, 10, STEPS):
        figure.ask("(el, step) => el.setState({step})", step)
        figure.ask("el => el.updateComplete")
        panel = figure.find('[data-part="code"]')
        file, line = panel.get_attribute("data-file"), int(panel.get_attribute("data-line"))
        written = (CORE / file).read_text(encoding="utf-8").splitlines()[line - 1]
        expect(figure.find(".lit-line")).to_have_text(written.rstrip())
    figure.button("Hide code").click()
    expect(figure.find('[data-part="code"]')).to_have_count(0)


def test_pointing_at_a_factor_lights_its_place_in_the_drawing(figure):
    factor = figure.find("[data-factor]").nth(2)
    place = factor.get_attribute("data-place")
    assert place == "weight:1,0,0"
    factor.hover()
    expect(figure.weight(1, 0, 0)).to_have_attribute("data-hovered", "")
    figure.find(".sentence").hover()
    expect(figure.weight(1, 0, 0)).not_to_have_attribute("data-hovered", "")


@pytest.mark.parametrize("step", [1, 8, 12])
def test_formula_sentence_and_drawing_speak_of_the_same_step(figure, step):
    figure.ask("(el, step) => el.setState({step})", step)
    figure.ask("el => el.updateComplete")
    value = RECORDED["trace"]["steps"][step - 1]["value"]
    shown = re.sub(r"\s", "", figure.find(".step-formula .numbers").inner_text())
    assert shown.replace("−", "-").endswith(f"{value:.4g}")
    place = figure.find(".step-formula .numbers").get_attribute("data-place")
    lit = figure.ask(
        "el => [...el.shadowRoot.querySelectorAll('.stage .is-lit')].map(m => m.dataset.place)"
    )
    base = place.replace("pre:", "unit:").replace("error:", "unit:")
    assert place in lit or base in lit


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def test_a_hundred_updates_at_once_are_a_hundred_single_ones(running_page):
    figure = Figure(running_page.put("network", "preset=2-2-1-a")).ready()
    figure.set(frozen=[0])
    figure.button("Apply update").click()
    figure.settled()
    figure.find("[data-updates='100']").focus()
    figure.page.keyboard.press("Enter")
    expect(figure.find("[data-part=update] h3")).to_contain_text("100 updates")
    figure.settled()
    # 2-2-1 A by hand, with its first weight held: x = (0.5, 0.8), t = 0.7, η = 0.5.
    w, v = np.array([[0.2, 0.4], [0.3, 0.1]]), np.array([0.6, 0.5])
    x, target, free = np.array([0.5, 0.8]), 0.7, np.array([[0, 1], [1, 1]])
    for _ in range(101):
        a = sigmoid(x @ w)
        output = sigmoid(a @ v)
        δ = (output - target) * output * (1 - output)
        hidden = v * δ * a * (1 - a)
        w, v = w - 0.5 * free * np.outer(x, hidden), v - 0.5 * δ * a
    assert figure.state()["parameters"] == pytest.approx([*w.ravel(), *v], rel=1e-9)
    loss = (sigmoid(sigmoid(x @ w) @ v) - target) ** 2 / 2
    assert figure.number("[data-part=update]", "data-loss-after") == pytest.approx(loss, rel=1e-6)
    focused = figure.ask("el => el.shadowRoot.activeElement?.dataset.updates")
    assert focused == "100", "the keyboard stays where it was"
