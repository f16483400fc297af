"""The XOR figure's numbers, against XOR written down in NumPy by hand."""

import numpy as np
import pytest
from playwright.sync_api import expect
from xor_page import INPUTS, TARGETS, PlainNetwork, XorFigure


@pytest.fixture
def figure(running_page):
    return XorFigure(running_page.put("xor")).ready().all_controls()


def test_training_from_the_default_seed_solves_xor(figure):
    figure.train_to_its_end()
    result = figure.inspect()
    assert result["ended"]["rule"] == "loss_below"
    assert result["accuracy"] == 1
    for prediction, (target,) in zip(result["predictions"], TARGETS, strict=True):
        assert prediction["target"] == target
        assert (prediction["output"] > 0.5) == (target > 0.5)
    assert figure.text("accuracy") == "4 of 4"
    assert figure.text("predictions").count("✓") == 4
    assert figure.text("now") == result["ended"]["sentence"]


@pytest.mark.parametrize(("hidden_units", "activation"), [(2, "sigmoid"), (3, "tanh")])
def test_every_loss_and_weight_is_that_of_a_training_loop_by_hand(figure, hidden_units, activation):
    figure.set(hidden_units=hidden_units, activation=activation)
    plain = PlainNetwork(figure.state())
    losses = plain.train(300, rate=0.5, momentum=0.9)
    figure.train_epochs(300)
    assert figure.epoch() == 300
    np.testing.assert_allclose(figure.numbers("losses"), losses, rtol=0, atol=1e-9)
    np.testing.assert_allclose(figure.numbers("parameters"), plain.parameters, rtol=0, atol=1e-9)


def test_slices_at_any_speed_add_up_to_the_same_run(figure):
    figure.train_to_its_end()
    by_training = figure.numbers("losses")
    figure.button("Reset").click()
    figure.train_epochs(len(by_training))
    assert figure.numbers("losses") == by_training


def test_the_surface_and_the_predictions_are_a_forward_pass(figure):
    figure.train_epochs(200)
    plain = PlainNetwork(figure.state())
    surface = figure.inspect()["surface"]
    count = surface["resolution"]
    values = np.array(figure.numbers("surface.values")).reshape(count, count)
    width, height = np.ptp(surface["x_range"]), np.ptp(surface["y_range"])
    for row, column in [(0, 0), (3, count - 1), (count // 2, 7), (count - 1, 1)]:
        x = surface["x_range"][0] + column * width / (count - 1)
        y = surface["y_range"][0] + row * height / (count - 1)
        _, output = plain.forward(np.array([[x, y]]))
        assert values[row, column] == pytest.approx(output.item(), abs=1e-12)
    hidden, outputs = plain.forward(INPUTS)
    predictions = figure.inspect()["predictions"]
    np.testing.assert_allclose([p["output"] for p in predictions], outputs[:, 0], atol=1e-12)
    np.testing.assert_allclose([p["hidden"] for p in predictions], hidden, atol=1e-12)


def test_hidden_lines_are_where_the_pre_activation_is_zero(figure):
    figure.train_epochs(900)
    plain = PlainNetwork(figure.state())
    lines = [line for line in figure.inspect()["hidden_lines"] if line]
    assert lines, "some hidden unit's line crosses the picture"
    for line in lines:
        ends = np.array([line["from"], line["to"]])
        z = ends @ plain.hidden[:, line["unit"]] + plain.hidden_bias[line["unit"]]
        np.testing.assert_allclose(z, 0, atol=1e-9)


def test_reset_comes_back_to_the_same_start_and_the_same_losses(figure):
    start = figure.state()
    figure.train_epochs(50)
    first = figure.numbers("losses")
    assert figure.state()["parameters"] != start["parameters"]
    figure.button("Reset").click()
    assert figure.state() == start
    assert figure.numbers("losses") == []
    figure.train_epochs(50)
    assert figure.numbers("losses") == first


def test_a_new_seed_is_another_start_and_the_old_one_is_where_it_was(figure):
    start = figure.state()
    figure.button("New seed").click()
    figure.settled()
    other = figure.state()
    assert other["seed"] == start["seed"] + 1
    assert other["parameters"] != start["parameters"]
    figure.set(seed=start["seed"])
    assert figure.state() == start


def test_weights_and_epoch_can_be_set_from_outside(figure):
    weights = [0.1, -0.2, 0.3, -0.4, 0.5, -0.6, 0.7, -0.8, 0.9]
    figure.set(parameters=weights, epoch=1000)
    state = figure.state()
    assert state["parameters"] == weights
    assert state["epoch"] == 1000
    losses = PlainNetwork(state).train(5, rate=0.5, momentum=0.9)
    figure.train_epochs(5)
    assert figure.epoch() == 1005
    np.testing.assert_allclose(figure.numbers("losses"), losses, rtol=0, atol=1e-12)


def test_one_by_one_makes_four_steps_an_epoch(figure):
    figure.train_epochs(1)
    whole = figure.numbers("parameters")
    figure.set(batch="one", seed=figure.state()["seed"])
    figure.button("Reset").click()
    figure.train_epochs(1)
    assert figure.numbers("parameters") != whole
    assert len(figure.numbers("losses")) == 1


def test_the_table_carries_full_precision_and_shows_three_digits(figure):
    figure.train_epochs(10)
    for number, prediction in enumerate(figure.inspect()["predictions"]):
        row = figure.find(f"tr[data-example='{number}']")
        assert float(row.get_attribute("data-output") or "nan") == prediction["output"]
        expect(row).to_contain_text(f"{prediction['output']:.3f}")
