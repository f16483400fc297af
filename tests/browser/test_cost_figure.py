"""The figure on cost: gradients against the complex step, counts, keys, what was recorded."""

import json

import pytest
from figures import START_MS, Figure
from playwright.sync_api import expect

from backprop import Network, engine
from backprop.figures.cost.cost import OPENINGS
from backprop.message.presets import PRESETS
from places import DIST


@pytest.fixture
def cost(running_page):
    return Figure(running_page.put("cost"), "cost")


def test_recorded_comparison_is_what_python_says_and_times_are_recorded_beside_it():
    recorded = json.loads((DIST / "recorded" / "cost.json").read_text(encoding="utf-8"))
    assert recorded["message"] == OPENINGS["cost"]
    timings = recorded["result"].pop("timings")
    answer = engine.handle({"kind": "cost", "preset": OPENINGS["cost"]["preset"]})
    assert answer.pop("timings") is None
    assert recorded["result"] == answer
    assert [row["parameters"] for row in timings] == [27, 61, 153, 433, 1377, 10273]


def test_components_and_the_foot_of_the_v_hold_against_the_complex_step(cost):
    cost.ready()
    opening = cost.state()
    assert (opening["preset"], opening["precision"]) == ("2-3-3-1", "float64")
    preset = PRESETS["2-3-3-1"]
    spec = preset["network"]
    net = Network(spec["layer_sizes"], spec["activations"], spec["loss"])
    rows = cost.find(".cost-digits tbody tr").all()
    assert len(rows) == 6
    for row in rows:
        nudged = net.parameters * 0 + [complex(value) for value in spec["parameters"]]
        nudged[int(row.get_attribute("data-component"))] += 1e-30j
        true = net.loss_at(nudged, preset["inputs"], preset["targets"]).imag / 1e-30
        assert float(row.get_attribute("data-gradient")) == pytest.approx(true, rel=1e-12)
        assert float(row.get_attribute("data-difference")) == pytest.approx(true, rel=1e-8)
        first, second = row.locator(".cost-value b").all_text_contents()
        assert first == second
        assert len(first) > 8
    slider = cost.find('[data-field="step"]')
    slider.focus()
    slider.press("End")  # h = 1
    assert cost.number(".cost-sentence[data-error]", "data-error") > 0.1
    slider.press("Home")  # h = 10⁻¹⁴
    assert cost.number(".cost-sentence[data-error]", "data-error") > 1e-3
    cost.find('[data-field="precision"]').select_option("float32")
    cost.button("Best step").click()
    assert 1e-6 < cost.number(".cost-sentence[data-error]", "data-error") < 1e-3
    assert cost.state()["precision"] == "float32"
    cost.button("Reset").click()
    assert cost.state() == opening


def test_running_by_keyboard_replaces_recorded_times_by_measured_ones(cost):
    cost.ready()
    source = cost.find(".cost-source")
    expect(source).to_have_attribute("data-source", "recorded")
    cost.button("Run on this machine").press("Enter")
    expect(cost.button("Stop")).to_be_focused()
    expect(cost.button("Run again")).to_be_visible(timeout=START_MS)
    expect(source).to_have_attribute("data-source", "measured")
    passes = [
        int(row.get_attribute("data-difference-passes"))
        for row in cost.find(".cost-timings tbody tr").all()
    ]
    widths = [2, 4, 8, 16, 32, 96]
    assert passes == [2 * (9 * w + (w + 1) * w + w + 1) for w in widths]
    assert not cost.inspect()["timings_recorded"]
