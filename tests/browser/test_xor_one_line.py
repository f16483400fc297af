"""One line tries XOR beside the network that does it: numbers by hand, keyboard, state."""

import numpy as np
import pytest
from playwright.sync_api import expect
from xor_page import INPUTS, TARGETS, XorFigure, sigmoid


@pytest.fixture
def figure(running_page):
    return XorFigure(running_page.put("xor")).ready().all_controls()


def single_unit(parameters: list[float], epochs: int, rate: float, momentum: float):
    """Full-batch gradient descent on σ(w·x + b), written down from the formulas."""
    w, velocity = np.array(parameters), np.zeros(3)
    rows = np.column_stack([INPUTS, np.ones(4)])
    losses = []
    for _ in range(epochs):
        y = sigmoid(rows @ w)
        error = y - TARGETS[:, 0]
        losses.append(float(np.mean(error**2 / 2)))
        velocity = momentum * velocity - rate * rows.T @ (error * y * (1 - y)) / 4
        w = w + velocity
    return losses, w, rows @ w


def test_the_line_is_trained_as_by_hand_and_both_its_sums_are_equal(figure):
    figure.element.get_by_label("One line, no hidden units").check()
    figure.settled()
    start = figure.state()["parameters"]
    assert len(start) == 3
    losses, weights, z = single_unit(start, 40, rate=0.5, momentum=0.9)
    figure.train_epochs(40)
    np.testing.assert_allclose(figure.numbers("losses"), losses, rtol=0, atol=1e-12)
    np.testing.assert_allclose(figure.numbers("parameters"), weights, rtol=0, atol=1e-12)
    rows = figure.find('[data-part="one-line"] [data-total]')
    totals = rows.evaluate_all("rows => rows.map(row => +row.dataset.total)")
    assert totals == pytest.approx([z[0] + z[3], z[1] + z[2]], abs=1e-12)
    assert totals[0] == pytest.approx(totals[1], abs=1e-12)
    expect(figure.find('[data-part="one-line"]')).to_contain_text("no line has all four right")


def test_the_line_never_has_more_than_three_right_and_ends_at_one_eighth(figure):
    figure.set(model="line")
    right = set()
    for _ in range(12):
        figure.train_epochs(5)
        right.add(figure.inspect()["accuracy"])
    assert max(right) <= 0.75
    figure.train_epochs(3_000)
    assert figure.inspect()["loss"] == pytest.approx(0.125, abs=1e-9)
    expect(figure.find('[data-part="now"]')).to_contain_text("Stuck")
    expect(figure.find('[data-part="one-line"]')).to_contain_text("the line has given up")


def test_line_and_network_are_chosen_by_keyboard_and_kept_in_the_state(figure, axe):
    figure.element.get_by_label("A network with hidden units").focus()
    figure.page.keyboard.press("ArrowUp")
    figure.wait("el => el.getState().model === 'line'")
    figure.settled()
    expect(figure.find("[data-field=hidden_units]")).to_have_count(0)
    summary = figure.find('[data-part="perceptron"] summary')
    summary.focus()
    figure.page.keyboard.press("Enter")
    mistakes = figure.find('[data-part="perceptron"] tbody tr')
    expect(mistakes).to_have_count(9)
    expect(mistakes.last).to_contain_text("(1, 1)")
    assert axe(figure.page) == []
    figure.train_epochs(7)
    state = figure.state()
    figure.set(model="network")
    assert len(figure.state()["parameters"]) == 9
    figure.ask("(el, state) => el.setState(state)", state)
    figure.settled()
    assert figure.state() == state
