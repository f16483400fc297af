"""The numbers of the network figure, against facts worked out elsewhere and by hand here."""

import itertools
import math

import pytest
from figures import Figure
from playwright.sync_api import expect

# shared facts: preset → attribute → value, computed independently of this project
WORKED = {
    "2-2-1-a": {
        ('[data-unit="1,0"]', "data-pre-activation"): 0.34,
        ('[data-unit="1,1"]', "data-pre-activation"): 0.28,
        ('[data-unit="1,0"]', "data-activation"): 0.5841905229354073,
        ('[data-unit="1,1"]', "data-activation"): 0.569546223939229,
        ('[data-unit="2,0"]', "data-pre-activation"): 0.635287425730859,
        ('[data-unit="2,0"]', "data-activation"): 0.6536874012629181,
        ('[data-unit="2,0"]', "data-error-signal"): -0.010484254563090536,
        ('[data-weight="1,0,0"]', "data-gradient"): -0.00612480215579979,
        ('[data-weight="1,1,0"]', "data-gradient"): -0.005971267597225847,
        ('[data-weight="0,0,0"]', "data-gradient"): -0.0007640252344581602,
    },
    "2-2-1-b": {
        ('[data-unit="1,0"]', "data-activation"): 0.5646362918030292,
        ('[data-unit="1,1"]', "data-activation"): 0.574442516811659,
        ('[data-unit="2,0"]', "data-activation"): 0.6384305551096378,
        ('[data-unit="2,0"]', "data-error-signal"): -0.08346359922931729,
        ('[data-unit="1,0"]', "data-error-signal"): -0.012310320834654111,
        ('[data-unit="1,1"]', "data-error-signal"): -0.008161348222092777,
        ('[data-weight="1,0,0"]', "data-gradient"): -0.04712657716937588,
        ('[data-weight="1,1,0"]', "data-gradient"): -0.047945040003448666,
        ('[data-weight="0,0,0"]', "data-gradient"): -0.0061551604173270555,
    },
}
LOSS = {"2-2-1-a": 0.0010724284008909765, "2-2-1-b": 0.06536623173916235}


@pytest.fixture
def figure(running_page):
    return Figure(running_page.put("network", "preset=2-2-1-a")).ready().whole_pass()


def sigmoid(z: float) -> float:
    return 1 / (1 + math.exp(-z))


def loss_2_2_1(w: list[float], x: list[float], t: float) -> float:
    """½ (ŷ − t)² of a 2-2-1 sigmoid network without biases, written out."""
    first = sigmoid(w[0] * x[0] + w[2] * x[1])
    second = sigmoid(w[1] * x[0] + w[3] * x[1])
    return 0.5 * (sigmoid(w[4] * first + w[5] * second) - t) ** 2


@pytest.mark.parametrize("preset", WORKED)
def test_worked_examples_stand_in_the_drawing_to_the_last_digits(figure, preset):
    figure.set(preset=preset)
    for (selector, attribute), value in WORKED[preset].items():
        assert figure.number(selector, attribute) == pytest.approx(value, rel=1e-12), selector
    assert figure.inspect()["loss"] == pytest.approx(LOSS[preset], rel=1e-12)


def test_recorded_numbers_are_the_same_before_python_is_there(page, network_url):
    page.route("**/runtime/**", lambda _: None)  # never answered
    page.goto(network_url)
    figure = Figure(page).shown()
    for (selector, attribute), value in WORKED["2-2-1-a"].items():
        assert figure.number(selector, attribute) == pytest.approx(value, rel=1e-12), selector


def test_factors_of_every_weight_multiply_to_its_gradient(figure):
    for preset in ("2-2-1-a", "2-3-3-1", "xor-10"):
        figure.set(preset=preset)
        sizes = figure.state()["layer_sizes"]
        for layer, (sources, targets) in enumerate(itertools.pairwise(sizes)):
            for address in [(layer, i, j) for i in range(sources) for j in range(targets)]:
                selected = dict(zip(("layer", "source", "target"), address, strict=True))
                figure.set(selected=selected)
                gradient = float(figure.panel.get_attribute("data-gradient"))
                factors = figure.panel.locator("[data-factor]").evaluate_all(
                    "rows => rows.map(row => Number(row.dataset.value))"
                )
                assert math.prod(factors) == pytest.approx(gradient, rel=1e-12, abs=1e-300)
                drawn = figure.number(
                    f'[data-weight="{",".join(map(str, address))}"]', "data-gradient"
                )
                assert drawn == gradient


def test_gradient_is_the_slope_of_the_loss_written_out_by_hand(figure):
    weights, inputs, target = [0.3, -0.7, 1.1, 0.4, -1.2, 0.9], [0.25, -1.5], 0.2
    figure.set(parameters=weights, inputs=inputs, targets=[target])
    gradient = figure.inspect()["gradient"]
    for index in range(6):
        up, down = list(weights), list(weights)
        up[index] += 1e-5
        down[index] -= 1e-5
        slope = (loss_2_2_1(up, inputs, target) - loss_2_2_1(down, inputs, target)) / 2e-5
        assert gradient[index] == pytest.approx(slope, rel=1e-6)


def test_paths_of_a_deep_weight_sum_to_its_gradient(figure):
    figure.set(preset="2-3-3-1", selected={"layer": 0, "source": 1, "target": 2})
    products = figure.panel.locator("[data-path]").evaluate_all(
        "rows => rows.map(row => Number(row.dataset.value))"
    )
    assert len(products) == 3
    assert sum(products) == pytest.approx(
        float(figure.panel.get_attribute("data-gradient")), rel=1e-12
    )


def test_spreadsheet_example_follows_the_weights_that_a_reader_chooses(figure):
    figure.set(preset="2-1-1", parameters=[0.9, -0.4, 1.6])
    activation = sigmoid(0.9 * 0.5 - 0.4 * 0.3)
    output = 1.6 * activation
    error = output - 1.0
    hidden_error = activation * (1 - activation) * 1.6 * error
    by_hand = {
        ('[data-unit="1,0"]', "data-activation"): activation,
        ('[data-unit="2,0"]', "data-activation"): output,
        ('[data-weight="1,0,0"]', "data-gradient"): activation * error,
        ('[data-weight="0,0,0"]', "data-gradient"): 0.5 * hidden_error,
        ('[data-weight="0,1,0"]', "data-gradient"): 0.3 * hidden_error,
    }
    for (selector, attribute), value in by_hand.items():
        assert figure.number(selector, attribute) == pytest.approx(value, rel=1e-12), selector


def test_finite_difference_stands_beside_the_gradient_and_agrees(figure):
    estimate = figure.number('[data-part="finite-difference"]', "data-value")
    assert estimate == pytest.approx(-0.0007640252344581602, rel=1e-6)
    assert estimate != -0.0007640252344581602, "an estimate, not the gradient again"
    assert figure.number('[data-part="finite-difference"]', "data-agreeing-digits") >= 6


def test_applied_update_keeps_the_promise_as_far_as_a_slope_can(figure):
    figure.set(preset="2-2-1-b")
    weights, gradient = figure.state()["parameters"], figure.inspect()["gradient"]
    figure.button("Apply update").click()
    figure.settled()
    moved = [w - 0.5 * g for w, g in zip(weights, gradient, strict=True)]
    assert figure.state()["parameters"] == pytest.approx(moved, rel=1e-12)
    applied = '[data-part="update"]'
    assert figure.number(applied, "data-loss-before") == pytest.approx(0.06536623173916235)
    assert figure.number(applied, "data-loss-after") == pytest.approx(
        loss_2_2_1(moved, [0.5, 0.3], 1.0), rel=1e-12
    )
    promised = -0.5 * sum(g * g for g in gradient)
    assert figure.number(applied, "data-promised-change") == pytest.approx(promised, rel=1e-12)
    assert figure.inspect()["loss"] == figure.number(applied, "data-loss-after")


def test_frozen_weight_is_left_alone_by_an_update(figure):
    before = figure.state()["parameters"]
    figure.find("text=Freeze").click()
    figure.settled()
    assert figure.state()["frozen"] == [0]
    figure.button("Apply update").click()
    figure.settled()
    after = figure.state()["parameters"]
    assert after[0] == before[0]
    assert all(new != old for new, old in zip(after[1:], before[1:], strict=True))


def test_a_book_s_numbers_stand_beside_the_exact_ones_and_its_updates_are_applied(figure):
    """Mazur's: printed, what comes out exactly, and what the printed number comes from."""
    menu = figure.find('select:has(optgroup[label="From books and courses"])')
    menu.select_option("mazur")
    panel = figure.find('[data-part="printed"]')
    expect(panel).to_contain_text("Of the 30 numbers that it prints, 25 are right")
    loss = panel.locator("tr", has_text="0.291027924")
    expect(loss).to_contain_text("0.29102777369359933")
    expect(panel.locator('[data-slip^="0.29102792"]')).to_contain_text("output weights are updated")
    panel.locator('[data-updates="10000"]').click()
    update = figure.find('[data-part="update"]')
    expect(update).to_contain_text("10,000 updates applied")
    assert figure.number('[data-part="update"]', "data-loss-after") == pytest.approx(
        0.0000351018778, rel=1e-8
    )
    biases = [figure.inspect()["parameters"][index] for index in (4, 5, 10, 11)]
    assert biases == [0.35, 0.35, 0.6, 0.6]
    expect(panel).to_be_visible()
    figure.find('[data-field="inputs[0]"]').fill("1")
    expect(panel).to_have_count(0)
