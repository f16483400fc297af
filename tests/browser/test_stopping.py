"""The figure on stopping, as a reader uses it."""

import numpy as np
import pytest
from figures import Figure, figure_alone
from playwright.sync_api import expect

from backprop import engine
from backprop.core.datasets import circle
from backprop.core.network import Network
from backprop.figures.stopping import OPENINGS


@pytest.fixture(autouse=True)
def blocked_requests_are_heard(expected_errors):
    expected_errors += ["ERR_FAILED", "Failed to load resource"]


def validation_losses(epochs):
    """The run of the opening, epoch by epoch with the readable pass."""
    training, validation = circle(80, 0.2, 1).split(40, 1)
    net = Network((2, 8, 1), ("tanh", "sigmoid"), "binary_cross_entropy", seed=1)
    velocity, losses = np.zeros_like(net.parameters), []
    for _ in range(epochs + 1):
        losses.append(net.loss_at(net.parameters, validation.inputs, validation.targets).real)
        gradient = net.backward(net.forward(training.inputs), training.targets).gradient
        velocity = -0.1 * gradient + 0.9 * velocity
        net.parameters += velocity
    return losses


def test_stopping_recorded_picture_is_what_python_computes(page, page_url):
    page.route("**/engine-worker.js*", lambda route: route.abort())
    figure = figure_alone(page, page_url, "stopping").shown()
    python = engine.handle(OPENINGS["stopping"])
    assert figure.inspect() == python
    expect(figure.find(".stopping-sentence")).to_have_text(python["sentence"])


def test_stopping_costs_are_those_of_a_run_done_again_step_by_step(running_page):
    figure = Figure(running_page.put("stopping"), "stopping").ready()
    figure.ask("el => el.setState({patience: 40, budget: 300})")
    figure.wait("el => el.inspect().rules[3].epoch === 300")
    losses = validation_losses(300)
    best = int(np.argmin(losses))
    row = figure.number('[data-rule-row="budget"]', "data-cost")
    assert row == pytest.approx(losses[300] - losses[best], rel=1e-6)
    patience = figure.inspect()["rules"][1]
    assert patience["epoch"] == best + 40
    assert figure.inspect()["first"] == "no_improvement"


def test_stopping_lines_move_by_key_and_by_pointer(running_page):
    figure = Figure(running_page.put("stopping"), "stopping").ready()
    budget = figure.find('[data-handle="budget"]')
    budget.focus()
    figure.page.keyboard.press("PageDown")
    figure.wait("el => el.inspect().rules[3].epoch === 950")
    expect(budget).to_have_attribute("aria-valuenow", "950")
    box = figure.find('[data-handle="no_improvement"] .stopping-grip').bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    figure.page.mouse.move(x, y)
    figure.page.mouse.down()
    figure.page.mouse.move(x + 60, y + 3, steps=3)
    figure.page.mouse.up()
    figure.wait("el => el.inspect().rules[1].epoch > 428")
    figure.button("Reset").click()
    figure.wait("el => el.inspect().rules[1].epoch === 428 && el.getState().budget === 1200")
