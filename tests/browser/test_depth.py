"""The figure of a deep stack: its numbers are right, and a keyboard is enough for it."""

import json

import numpy as np
import pytest
from figures import Figure

from places import DIST


@pytest.fixture
def figure(running_page):
    return Figure(running_page.put("depth"), "depth").ready()


def test_dots_are_those_of_a_stack_multiplied_out_by_numpy(figure):
    recorded = json.loads((DIST / "recorded" / "depth.json").read_text(encoding="utf-8"))
    live = figure.inspect()
    for ours, theirs in zip(live["layers"], recorded["result"]["layers"], strict=True):
        assert ours["signal"] == pytest.approx(theirs["signal"], rel=1e-12)
    signals = [layer["signal"] for layer in live["layers"]]
    factors = [layer["factor"] for layer in live["layers"][1:]]
    assert all(factor["slope"] <= 0.25 for factor in factors)
    product = np.prod([factor["slope"] * factor["weights"] for factor in factors])
    assert signals[0] == pytest.approx(signals[-1] * product, rel=1e-10)
    assert figure.number('[data-part=gradient] [data-layer="1"]', "data-signal") == signals[0]
    half = figure.find("[data-comparison=half] td:last-child")
    assert float(half.get_attribute("data-value")) == 7.888609052210118e-31


def test_a_keyboard_chooses_a_layer_trains_and_comes_back(figure):
    layer = figure.find("[data-field=layer]").first
    layer.focus()
    figure.page.keyboard.press("ArrowLeft")
    figure.wait("el => el.getState().layer === 9")
    assert "layer 9;" in layer.get_attribute("aria-valuetext")
    figure.button("Train").focus()
    figure.page.keyboard.press("Enter")
    figure.wait("el => el.inspect().training.steps === 50")
    figure.settled()
    moved = [layer["moved"] for layer in figure.inspect()["layers"]]
    assert moved[-1] > 1e5 * moved[0]
    label = figure.find("[data-part=moved] svg").get_attribute("aria-label")
    assert "After 50 steps" in label
    residual = figure.find("[data-field=residual]")
    residual.focus()
    figure.page.keyboard.press("Space")
    figure.wait("el => el.inspect().mean.link !== 1")
    assert figure.inspect()["share"] > 0.1
    figure.all_controls()
    layers = figure.find(".values")
    layers.locator("summary").click()
    shown = layers.locator("tbody tr").nth(18).locator("td")
    ours = figure.inspect()["layers"][18]
    told = [ours["signal"], ours["weight_gradient"], ours["factor"]["factor"], ours["moved"]]
    assert [float(cell.get_attribute("data-value")) for cell in shown.all()] == told
    figure.button("Reset").click()
    figure.settled()
    assert figure.state()["residual"] is False
    assert figure.inspect()["training"]["steps"] == 0
