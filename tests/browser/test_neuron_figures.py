"""The figures of one weight and of one neuron: their numbers by hand, their keys, their ends."""

from typing import Any

import pytest
from figures import Figure, figure_alone
from playwright.sync_api import expect

from backprop import engine
from backprop.figures.neuron.neuron import OPENINGS


def stands_at(figure: Figure, step: int) -> dict[str, Any]:
    """Wait until the run has come to that step, and give its row."""
    figure.wait("(el, step) => el.inspect().rows.length === step + 1", step)
    row: dict[str, Any] = figure.inspect()["rows"][-1]
    return row


@pytest.mark.parametrize("kind", ["slope", "neuron"])
def test_first_picture_is_what_python_computes(page, page_url, kind):
    figure = figure_alone(page, page_url, kind).shown()
    recorded = figure.inspect()
    assert recorded == engine.handle(OPENINGS[kind])
    assert figure.ready().inspect() == recorded
    state = figure.state()
    figure.ask("(el, state) => el.setState({ ...state, weight: 1.25 })", state)
    figure.wait("el => el.inspect().rows[0].weight === 1.25")
    figure.ask("(el, state) => el.setState(state)", state)
    figure.wait("(el, w) => el.inspect().rows[0].weight === w", state["weight"])
    assert figure.state() == state
    assert figure.inspect() == recorded


def test_slope_reads_minus_three_and_moves_by_key_pointer_and_step(running_page):
    figure = Figure(running_page.put("slope"), "slope").ready()
    assert figure.number(".neuron-plot", "data-loss") == 2.25
    assert figure.number(".neuron-plot", "data-slope") == -3
    expect(figure.find(".neuron-sentence")).to_contain_text("make w larger")
    figure.button("Step").click()
    # w = 0.5 + 0.1 · 3; E = (0.8 − 2)²
    row = stands_at(figure, 1)
    assert (row["weight"], row["loss"]) == pytest.approx((0.8, 1.44))
    figure.page.keyboard.press(",")
    stands_at(figure, 0)
    ball = figure.find("[role=slider]")
    ball.focus()
    figure.page.keyboard.press("ArrowRight")
    figure.wait("el => el.getState().weight === 0.55")
    expect(ball).to_have_attribute("aria-valuetext", "w = 0.55, E = 2.103, slope −2.9")
    plot = figure.find(".neuron-plot > svg")
    plot.scroll_into_view_if_needed()
    box = plot.bounding_box()
    height = box["y"] + box["height"] / 2
    figure.page.mouse.move(box["x"] + 0.3 * box["width"], height)
    figure.page.mouse.down()
    figure.page.mouse.move(box["x"] + 0.85 * box["width"], height)
    figure.page.mouse.up()
    figure.wait("el => el.inspect().rows[0].weight > 3")
    w = figure.state()["weight"]
    assert figure.number(".neuron-plot", "data-slope") == pytest.approx(2 * (w - 2))
    figure.button("Reset").click()
    figure.wait("el => el.getState().weight === 0.5")


def test_neuron_shows_its_worked_example_and_what_a_step_promised_and_brought(running_page):
    figure = Figure(running_page.put("neuron"), "neuron").ready()
    formulas = figure.find(".neuron-operations")
    expect(formulas).to_have_count(0)
    assert figure.find('[data-place="gradient:bias"]').count() == 0
    figure.element.get_by_label("Add a bias").check()
    expect(figure.find('[data-place="gradient:bias"]').first).to_be_visible()
    expect(figure.find(".neuron-invite")).to_contain_text("old balls lie on older curves")
    figure.find(".neuron-formulas > summary").click()
    expect(formulas).to_be_visible()
    shown = {
        name: figure.number(f'[data-operation="{name}"]', "data-value")
        for name in ("output", "loss", "output_gradient", "weight_gradient", "bias_gradient")
    }
    assert list(shown.values()) == pytest.approx([2.1, 3.61, -3.8, -7.98, -3.8])
    promised = figure.number(".neuron-promise", "data-promised")
    came = figure.number(".neuron-promise", "data-came")
    assert (promised, came) == pytest.approx((-0.781204, -0.7389408636))
    figure.button("Step").click()
    row = stands_at(figure, 1)
    found = [row[name] for name in ("weight", "bias", "output", "loss")]
    assert found == pytest.approx([1.0798, 0.038, 2.30558, 2.8710591364])
    first = figure.find('.neuron-history tr[data-step="1"]')
    expect(first).to_contain_text("2.87106")
    expect(first).to_contain_text("−0.7812")
    expect(first).to_contain_text("−0.7389")
    figure.element.get_by_label("Add a bias").uncheck()
    figure.wait("el => el.getState().bias === null && el.getState().steps === 0")
    expect(figure.find(".neuron-history thead th")).to_have_count(7)


def test_too_large_a_rate_diverges_and_the_run_is_stopped_with_a_sentence(running_page):
    figure = Figure(running_page.put("neuron"), "neuron").ready()
    rate = figure.find('input[data-field="learning_rate"]')
    rate.fill("0.25")
    figure.wait("el => el.inspect().rate.regime === 'diverges'")
    figure.find(".neuron-sentence").click()
    figure.button("Play").click()
    expect(figure.find(".neuron-ended")).to_contain_text("This run diverges", timeout=20_000)
    row = stands_at(figure, 19)
    # each step multiplies the error by 1 − 2 · 0.25 · 2.1² = −1.205, from −1.9
    assert row["loss"] == pytest.approx(1.9**2 * 1.205**38)
    assert row["bias"] == 0
    expect(figure.button("Step")).to_be_disabled()
    figure.button("Back").click()
    stands_at(figure, 18)
