"""The figure on learning rate and momentum, as a reader uses it."""

import re

import numpy as np
import pytest
from figures import Figure, figure_alone
from playwright.sync_api import expect

from backprop import engine
from backprop.figures.rates.rates import OPENINGS

X, T = np.array([0.7, 1.4, 2.1]), np.array([1.9, 2.95, 4.0])


def path_by_hand(start, learning_rate, momentum, steps):
    (w, b), (dw, db), path = start, (0.0, 0.0), [start]
    for _ in range(steps):
        error = w * X + b - T
        dw = -learning_rate * np.mean(error * X) + momentum * dw
        db = -learning_rate * np.mean(error) + momentum * db
        w, b = w + dw, b + db
        path.append((w, b))
    return path


def test_rates_recorded_picture_is_what_python_computes(page, page_url):
    page.route("**/engine-worker.js*", lambda route: route.abort())
    figure = figure_alone(page, page_url, "rates").shown()
    python = engine.handle(OPENINGS["rates"])
    assert figure.inspect()["runs"] == python["runs"]
    expect(figure.find(".rates-sentence")).to_contain_text(python["runs"][0]["sentences"][40])


@pytest.fixture(autouse=True)
def blocked_requests_are_heard(expected_errors):
    expected_errors += ["ERR_FAILED", "Failed to load resource"]


def test_rates_runs_are_those_worked_out_by_hand_wherever_they_start(running_page):
    figure = Figure(running_page.put("rates"), "rates").ready()
    figure.ask("el => el.setState({start: [1, 2], chosen: 'good', learning_rate: 0.5, step: 3})")
    figure.wait("el => el.inspect().start[0] === 1 && el.inspect().runs[1].learning_rate === 0.5")
    by_hand = path_by_hand((1.0, 2.0), 0.5, 0.0, 40)
    run = figure.inspect()["runs"][1]
    assert run["points"] == pytest.approx(np.array(by_hand), rel=1e-9)
    expect(figure.find(".rates-map .rates-here")).to_have_attribute("data-step", "3")
    drawn = figure.number(".rates-map .rates-here", "data-x")
    assert drawn == pytest.approx(by_hand[3][0])


def test_rates_with_the_keyboard_alone(running_page):
    figure = Figure(running_page.put("rates"), "rates").ready()
    assert figure.ask("el => el.getState()")["step"] == 40
    figure.find("[data-run=too_large]").focus()
    figure.page.keyboard.press("Enter")
    figure.wait("el => el.getState().chosen === 'too_large'")
    figure.ask("el => el.setState({step: 4})")
    figure.page.keyboard.press(".")
    figure.wait("el => el.getState().step === 5")
    # η = 0.66: the step's own losses, by hand, stand on the chart's scale of powers of ten.
    losses = [np.mean((w * X + b - T) ** 2) / 2 for w, b in path_by_hand((4, -1), 0.66, 0, 5)]
    chart = figure.find(".rates-losses svg[role=img]")
    expect(chart).to_have_accessible_name(re.compile(f"η.=.0.66: {losses[5]:.4g};"))
    expect(figure.find(".rates-sentence")).to_contain_text("Divergence")
    figure.find(".rates-start").focus()
    figure.page.keyboard.press("ArrowLeft")
    figure.wait("el => el.inspect().start[0] === 3.9")
    figure.button("Reset").click()
    figure.wait("el => el.getState().chosen === 'small' && el.inspect().start[0] === 4")
