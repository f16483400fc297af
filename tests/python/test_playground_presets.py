"""What is said of every preset is so: it is measured, and so is what its task says."""

from dataclasses import replace

import numpy as np
import pytest

from backprop.playground import PRESETS, Playground


def trained(name, epochs=None, **changes):
    """The run of a preset after its epochs, with some of its settings changed."""
    playground = Playground(replace(PRESETS[name].settings, **changes))
    playground.run(PRESETS[name].epochs if epochs is None else epochs, measure_every=1_000)
    return playground


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_goes_as_it_is_said_to(name):
    preset = PRESETS[name]
    playground = trained(name)
    if preset.goes_well:
        assert playground.test_loss < 0.05
    else:
        assert playground.test_loss > 0.25
    for sentence in (preset.reason, preset.task):
        assert sentence.endswith(".")
        assert len(sentence.split()) <= 30


@pytest.mark.parametrize(
    ("name", "changes", "low", "high"),
    [
        ("circle", {"hidden_layers": (2,)}, 0.15, 0.3),
        ("xor-product", {"features": ("x", "y")}, 0.45, 0.55),
        ("squares", {"features": ("x", "y")}, 0.2, 0.5),
        ("spiral", {"hidden_layers": (4, 2)}, 0.3, 0.5),
        ("straight-layers", {"activation": "tanh"}, 0, 0.05),
        ("zero", {"initial_zero": False}, 0, 0.05),
        ("vanishing", {"activation": "tanh"}, 0, 0.01),
        ("dead-relu", {"learning_rate": 0.3}, 0, 0.05),
        ("full-batch", {"batch_size": 10}, 0, 0.05),
        ("full-batch", {"learning_rate": 0.3}, 0, 0.05),
        ("by-heart", {"training_percent": 50}, 0.1, 0.25),
        ("by-heart", {"regularisation": "L2", "regularisation_rate": 0.1}, 0.1, 0.2),
        ("l1-ends-all", {"regularisation_rate": 0.003}, 0, 0.05),
        ("l2-explodes", {"regularisation_rate": 3}, 0.4, 0.6),
        ("l2-explodes", {"regularisation_rate": 0.001}, 0, 0.05),
        ("step-too-long", {"learning_rate": 0.01}, 0, 1e-9),
    ],
)
def test_the_task_of_a_preset_shows_its_reason(name, changes, low, high):
    assert low <= trained(name, **changes).test_loss <= high


def test_the_product_takes_one_weight():
    assert trained("xor-product", 0).network.weights[0].size == 1


def test_layers_without_a_bend_answer_with_a_plane():
    playground = trained("straight-layers")
    along = np.column_stack([np.linspace(-6, 6, 9), np.linspace(-2, 5, 9)])
    z = playground.network.forward(playground.features_at(along)).pre_activations[-1]
    assert np.abs(np.diff(z, 2, axis=0)).max() < 1e-12


def test_from_zero_only_the_last_bias_moves():
    playground = trained("zero")
    assert (playground.network.parameters[:-1] == 0).all()
    assert playground.network.parameters[-1] != 0


def test_six_sigmoid_layers_leave_a_hundred_thousandth_of_the_gradient():
    playground = trained("vanishing", 0)
    net, examples = playground.network, playground.training
    gradients = net.backward(net.forward(examples.inputs), examples.targets).weight_gradients
    assert 0 < np.abs(gradients[0]).max() < 1e-5 * np.abs(gradients[-1]).max()


def test_units_that_died_are_zero_for_every_point():
    playground = trained("dead-relu")
    last = playground.network.forward(playground.training.inputs).activations[-2]
    assert (last == 0).all()


def test_a_batch_of_all_points_makes_one_step_and_one_that_never_fills_none():
    full, ten = trained("full-batch", 0), trained("full-batch", 0, batch_size=10)
    full.step()
    ten.step(24)
    assert (full.epoch, ten.epoch) == (1, 0)
    ten.step()
    assert ten.epoch == 1
    never = trained("no-step")
    assert (never.network.parameters == trained("no-step", 0).network.parameters).all()
    filled = trained("no-step", batch_size=50)
    assert filled.training_loss < never.training_loss - 0.01


def test_what_was_learned_by_heart_fits_its_own_points_alone():
    playground = trained("by-heart")
    assert (len(playground.training), playground.network.parameters.size) == (50, 145)
    assert playground.training_loss < 0.01


def test_l1_pulls_more_than_any_gradient_and_ends_every_weight_or_few():
    playground = trained("l1-ends-all", 0)
    for _ in range(8):
        net, examples = playground.network, playground.training
        backward = net.backward(net.forward(examples.inputs), examples.targets)
        assert max(np.abs(gradient).max() for gradient in backward.weight_gradients) < 0.1
        playground.run(1)
    weights = [w.ravel() for w in trained("l1-ends-all").network.weights]
    assert (np.concatenate(weights) == 0).all()
    weights = [w.ravel() for w in trained("l1-ends-all", regularisation_rate=0.003).network.weights]
    assert 0 < (np.concatenate(weights) == 0).sum() < 5


@pytest.mark.parametrize("name", ["l2-explodes", "step-too-long"])
def test_a_preset_that_overflows_says_which_law_it_broke(name):
    ended = Playground(PRESETS[name].settings).run(PRESETS[name].epochs).ended
    assert ended is not None
    assert "is more than 2" in ended


def test_the_far_points_of_a_regression_make_the_error_larger():
    points = trained("step-too-long", 0).training_points
    assert (1 - (1 + (points**2).sum(axis=1))).min() < -1
    assert (1 - 0.01 * (1 + (points**2).sum(axis=1))).min() > -1
