"""The figure on the pulls of examples, as a reader uses it."""

import numpy as np
import pytest
from figures import Figure, figure_alone
from playwright.sync_api import expect

from backprop import engine
from backprop.figures.pulls import OPENINGS


@pytest.fixture(autouse=True)
def blocked_requests_are_heard(expected_errors):
    expected_errors += ["ERR_FAILED", "Failed to load resource"]


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def test_pulls_recorded_picture_is_what_python_computes(page, page_url):
    page.route("**/engine-worker.js*", lambda route: route.abort())
    figure = figure_alone(page, page_url, "pulls").shown()
    python = engine.handle(OPENINGS["pulls"])
    assert figure.inspect() == python
    expect(figure.find(".pulls-sentence")).to_contain_text("A tug-of-war")


def test_pulls_at_the_start_are_those_written_out_by_hand(running_page):
    figure = Figure(running_page.put("pulls"), "pulls").ready()
    figure.ask("el => el.setState({weight: 0, seed: 3, epoch: 0})")
    figure.wait("el => el.inspect().weight.index === 0 && el.inspect().epochs.at(-1) !== 832")
    start = engine.handle(
        {
            "kind": "trace",
            "network": {
                "layer_sizes": [2, 2, 1],
                "activations": ["sigmoid", "sigmoid"],
                "loss": "half_squared_error",
                "use_biases": True,
                "seed": 3,
            },
            "inputs": [1, 0],
            "targets": [1],
            "learning_rate": 0.5,
        }
    )
    w = np.array(start["parameters"])
    for k, (x, y, t) in enumerate([(0, 0, 0), (0, 1, 1), (1, 0, 1), (1, 1, 0)]):
        a1 = sigmoid(x * w[0] + y * w[2] + w[4])
        a2 = sigmoid(x * w[1] + y * w[3] + w[5])
        out = sigmoid(a1 * w[6] + a2 * w[7] + w[8])
        slope = (out - t) * out * (1 - out) * w[6] * a1 * (1 - a1) * x
        drawn = figure.number(f'[data-pull="{k}"]', "data-value")
        assert drawn == pytest.approx(-slope / 4, rel=1e-12, abs=1e-18)


def test_pulls_with_the_keyboard_alone(running_page):
    figure = Figure(running_page.put("pulls"), "pulls").ready()
    figure.element.get_by_label("Epochs of the run").focus()
    figure.page.keyboard.press("End")
    figure.wait("el => el.getState().epoch === 832")
    expect(figure.find(".pulls-sentence")).to_have_attribute("data-tug", "false")
    figure.page.keyboard.press("Shift+Tab")
    figure.page.keyboard.press(",")
    figure.wait("el => el.getState().epoch < 832")
    figure.button("Reset").click()
    expect(figure.find(".pulls-sentence")).to_have_attribute("data-tug", "true")
