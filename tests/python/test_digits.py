"""Handwritten digits: the data, the training, and what its gradients do, by independent reruns."""

from importlib import import_module
from runpy import run_module
from typing import Any

import numpy as np
import pytest
from random_networks import complex_step_gradient

from backprop.experiments import digits
from backprop.experiments.digits import DigitsRun, Setting
from backprop.experiments.digits.epoch_record import gradient_measures
from backprop.training.trainer import Trainer

FOUR = Setting(hidden_units=4)


@pytest.fixture(scope="module", autouse=True)
def digit_images() -> None:
    """The images are there, as a build would put them."""
    try:
        digits.images()
    except FileNotFoundError:
        import_module("runtime.digit_images").put_digit_images()


@pytest.fixture(scope="module")
def normal_run() -> DigitsRun:
    return digits.run(0)


def test_the_images_are_those_that_scikit_learn_has() -> None:
    images = digits.images()
    assert images.inputs.shape == (1_797, 64)
    assert images.targets.sum(axis=0).tolist() == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]
    assert images.inputs.min() == 0
    assert images.inputs.max() == 1
    assert (images.inputs * 16 % 1 == 0).all()
    assert (~images.inputs.any(axis=0)).sum() == 3  # dots that are paper in every image
    # The first image is a nought; its first row is 0 0 5 13 9 1 0 0.
    assert images.targets[0].argmax() == 0
    assert (16 * images.inputs[0, :8]).tolist() == [0, 0, 5, 13, 9, 1, 0, 0]


def test_the_images_kept_aside_are_none_of_those_trained_on() -> None:
    train, aside = digits.training_set(), digits.aside_set()
    assert (len(train), len(aside)) == (1_437, 360)
    seen = {row.tobytes() for row in train.inputs}
    assert sum(row.tobytes() in seen for row in aside.inputs) == 0


def test_first_weights_are_as_large_as_their_rule_says() -> None:
    for start, largest in (("he", (6 / 64) ** 0.5), ("xavier", (6 / 96) ** 0.5)):
        w = Setting(start=start).network(0).weights[0]
        assert 0.99 * largest < np.abs(w).max() <= largest
    tiny = Setting(start="tiny").network(0)
    assert tiny.weights[0].std() == pytest.approx(0.01, rel=0.05)
    assert not tiny.biases[0].any()
    assert (Setting().network(1).parameters != Setting().network(2).parameters).any()


@pytest.mark.parametrize("activation", ["relu", "sigmoid"])
def test_a_run_has_the_weights_that_a_trainer_finds(activation: str) -> None:
    setting = Setting(hidden_units=4, activation=activation)
    run = digits.go_on(digits.go_on(digits.begin(7, setting)))
    net = setting.network(7)
    alone = Trainer(net, digits.training_set(), 0.1, batch_size=32, seed=7).run(2)
    assert np.abs(run.parameters - net.parameters).max() < 1e-12
    assert run.records[-1].loss == pytest.approx(alone.loss, rel=1e-12)
    assert (digits.run(7, setting, 2).parameters == run.parameters).all()


def test_about_97_per_cent_are_right_after_30_epochs(normal_run: DigitsRun) -> None:
    # Of 20 seeds the median was 96.8%, and the lowest 95.3%.
    last = normal_run.records[-1]
    assert len(normal_run.records) == 30
    assert 0.95 < last.aside_accuracy < 0.985
    assert last.accuracy > 0.98
    assert last.loss < last.aside_loss
    counts = digits.confusion(normal_run)
    assert counts.sum() == 360
    assert counts.trace() == round(360 * last.aside_accuracy)
    assert counts.sum(axis=1).tolist() == digits.aside_set().targets.sum(axis=0).tolist()


@pytest.mark.parametrize(
    ("name", "first", "tenth", "last"),
    [
        # Medians of 20 seeds of an independent rerun, in epochs 1, 10 and 30.
        ("batch_norm", 0.723, 0.400, 0.301),
        ("batch_spread", 0.17, 0.31, 0.45),
        ("successive_cosine", 0.24, -0.07, -0.07),
        ("sign_flips", 0.38, 0.46, 0.45),
        ("signal", 0.48, 0.10, 0.05),
        ("whole_norm", 0.517, 0.126, 0.065),
    ],
)
def test_first_gradients_agree_and_last_ones_are_noise(
    normal_run: DigitsRun, name: str, first: float, tenth: float, last: float
) -> None:
    found = [getattr(normal_run.records[epoch - 1], name) for epoch in (1, 10, 30)]
    assert found == pytest.approx([first, tenth, last], rel=0.25, abs=0.06)


def test_one_batch_points_less_and_less_where_the_whole_set_does(normal_run: DigitsRun) -> None:
    cosines = [record.cosine_to_whole for record in normal_run.records]
    assert 0.5 < cosines[0] < 0.7
    assert np.mean(cosines[-5:]) < 0.4


def test_very_small_weights_begin_with_small_gradients_that_grow_tenfold() -> None:
    norms = [record.whole_norm for record in digits.run(0, Setting(start="tiny"), 8).records]
    assert norms[0] < 0.04
    assert max(norms) > 8 * norms[0]
    assert norms[-1] < max(norms)


def test_a_large_rate_makes_the_first_steps_turn_back() -> None:
    (record,) = digits.run(0, Setting(learning_rate=0.5), 1).records
    assert record.successive_cosine < -0.2


def test_a_far_too_large_rate_kills_every_unit() -> None:
    last = digits.run(3, Setting(learning_rate=2), 3).records[-1]
    assert last.dead_units == tuple(range(32))
    assert last.batch_norm == last.whole_norm == 0
    assert np.isnan(last.cosine_to_whole)
    assert last.aside_accuracy < 0.15


def test_measures_of_gradients_are_those_worked_out_by_hand() -> None:
    batches = np.array([[3.0, 4.0, 0.0], [-3.0, 4.0, 0.0]])
    measured = gradient_measures(batches, np.array([[0.0, 2.0, 0.0]]), [1])
    assert measured["batch_norm"] == 5
    assert measured["batch_spread"] == 0
    assert measured["whole_norm"] == 2
    assert measured["cosine_to_whole"] == pytest.approx(0.8)
    assert measured["successive_cosine"] == pytest.approx((16 - 9) / 25)
    assert measured["sign_flips"] == 0.5
    assert measured["signal"] == pytest.approx((4 / 3) / (3 / 3))


def test_a_batch_of_the_whole_set_is_the_whole_set() -> None:
    (record,) = digits.run(0, Setting(hidden_units=4, batch_size=2_000), 1).records
    assert record.batch_norm == pytest.approx(record.whole_norm, rel=1e-12)
    assert record.cosine_to_whole == pytest.approx(1, rel=1e-12)
    assert np.isnan(record.successive_cosine)
    assert np.isnan(record.signal)


def test_gradients_of_batches_have_the_whole_sets_as_their_mean() -> None:
    run = digits.begin(3, FOUR)
    whole, batches = digits.batch_gradients(run, 45)
    assert batches.shape == (45, 64, 4)
    sizes = np.array([32] * 44 + [1_437 - 44 * 32])
    mean = (sizes[:, None, None] * batches).sum(axis=0) / 1_437
    assert np.abs(mean - whole).max() < 1e-12
    assert len(digits.batch_gradients(run)[1]) == 8
    net, train = run.network, digits.training_set()
    slope = complex_step_gradient(net, train.inputs, train.targets)[: 64 * 4]
    assert np.abs(whole.ravel() - slope).max() < 1e-12


def test_the_gradient_of_a_dot_is_what_a_little_more_ink_does() -> None:
    run = digits.run(1, FOUR, 1)
    image, step = digits.aside_set().inputs[5], 1e-5
    found = digits.input_gradient(run, image, 7)
    net, target = run.network, np.eye(10)[[7]]
    for dot in (18, 35, 42):
        ink = step * np.eye(64)[dot]
        more, less = (net.backward(net.forward([image + d]), target).loss for d in (ink, -ink))
        assert found[dot] == pytest.approx((more - less) / (2 * step), rel=1e-5, abs=1e-8)


@pytest.mark.parametrize(
    ("choices", "complaint"),
    [
        ({"hidden_units": 129}, "hidden_units must be at most 128"),
        ({"learning_rate": -1}, "learning_rate must be at least 0"),
        ({"batch_size": 0}, "batch_size must be at least 1"),
        ({"start": "large"}, "start must be among xavier, he, tiny, not 'large'"),
        ({"activation": "softmax"}, "softmax is for the output layer only"),
    ],
)
def test_a_setting_out_of_range_is_refused(choices: dict[str, Any], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        Setting(**choices)


def test_arguments_out_of_range_are_refused() -> None:
    with pytest.raises(ValueError, match="seed must be at least 0"):
        digits.begin(-1)
    with pytest.raises(ValueError, match="epochs must be at most 1,000"):
        digits.run(0, FOUR, 1_001)
    with pytest.raises(ValueError, match="digit must be from 0 to 9, not 10"):
        digits.input_gradient(digits.begin(0, FOUR), np.zeros(64), 10)


def test_the_table_has_medians_over_the_starts() -> None:
    runs = [digits.run(seed, FOUR, 3) for seed in range(2)]
    lines = digits.table(runs).splitlines()
    assert lines[0].split()[-2:] == ["1", "2-3"]
    norms = [run.records[0].whole_norm for run in runs]
    assert float(lines[1].split()[-2]) == pytest.approx(np.mean(norms), rel=5e-3)


@pytest.mark.host
def test_the_command_prints_the_table(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    options = ["--seeds", "1", "--epochs", "1", "--hidden-units", "4"]
    monkeypatch.setattr("sys.argv", ["digits", *options])
    run_module("backprop.experiments.digits", run_name="__main__")
    assert capsys.readouterr().out == digits.table([digits.run(0, FOUR, 1)]) + "\n"


@pytest.mark.host
def test_the_command_names_the_option_that_is_out_of_range(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["digits", "--seeds", "0"])
    with pytest.raises(SystemExit):
        run_module("backprop.experiments.digits", run_name="__main__")
    assert "seeds must be at least 1" in capsys.readouterr().err
