"""Many starts of one setting, by what a single network does from the same seed."""

from runpy import run_module
from typing import Any

import numpy as np
import pytest

from backprop.core import datasets
from backprop.experiments import luck
from backprop.experiments.luck import Setting
from backprop.training.trainer import Trainer

SMALL = Setting(initial_range=0.3)


@pytest.mark.parametrize(
    ("count", "total", "low", "high"),
    [
        # (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n) with z = 1.96, by a pocket calculator.
        (20, 500, 0.0260, 0.0610),
        (5, 10, 0.2366, 0.7634),
        (0, 10, 0, 0.2775),
        (10, 10, 0.7225, 1),
    ],
)
def test_the_interval_of_a_share_is_wilsons(
    count: int, total: int, low: float, high: float
) -> None:
    assert luck.wilson_interval(count, total) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize(("count", "total"), [(1, 0), (-1, 5), (6, 5)])
def test_a_count_that_is_no_part_of_its_total_has_no_interval(count: int, total: int) -> None:
    with pytest.raises(ValueError, match="count must be from 0 to total"):
        luck.wilson_interval(count, total)


def first_solved(setting: Setting, seed: int, epochs: int) -> int:
    """The epoch after which one network alone has no error of 0.5 or more; −1: none."""
    net, examples = setting.network(seed), setting.make_dataset()
    trainer = Trainer(net, examples, setting.learning_rate, setting.momentum)
    for epoch in range(epochs + 1):
        if np.abs(net.forward(examples.inputs).outputs - examples.targets).max() < 0.5:
            return epoch
        trainer.run(1)
    return -1


@pytest.mark.parametrize(
    "setting",
    [
        Setting(),
        Setting(hidden_units=3, activation="tanh", learning_rate=0.3, momentum=0.5),
        Setting("gaussians", examples=20, activation="relu", learning_rate=0.1),
    ],
)
def test_each_start_is_solved_when_it_is_alone(setting: Setting) -> None:
    seeds = [3, 11, 29]
    run = luck.run(setting, seeds, 350)
    assert run.solved_epochs.tolist() == [first_solved(setting, seed, 350) for seed in seeds]


def test_of_the_small_starts_of_xor_about_4_in_100_are_stuck() -> None:
    # 2-2-1, η = 0.5, α = 0.9, ±0.3: of 500 seeds about 4%, by an independent rerun.
    run = luck.run(SMALL, 120, 9_000)
    low, high = run.unsolved_interval
    assert low < 0.04 < high
    assert run.outcomes.count("unsolved") == run.unsolved
    assert run.seeds[np.array(run.outcomes) == "unsolved"].tolist() == run.running.tolist()


def test_a_run_may_pause_anywhere() -> None:
    whole = luck.go_on(luck.begin(Setting(), 40), 400)
    part = luck.begin(Setting(), 40)
    for epochs in (150, 0, 249, 1):
        part = luck.go_on(part, epochs)
    assert part.epoch == whole.epoch == 400
    assert part.outcomes == whole.outcomes
    assert part.solved_epochs.tolist() == whole.solved_epochs.tolist()
    assert (part.parameters == whole.parameters).all()


def test_what_overflows_has_diverged_and_trains_no_longer() -> None:
    setting = Setting(activation="linear", learning_rate=100, momentum=0.999, initial_range=100)
    state = luck.begin(setting, 3)
    broken = luck.LuckRun(**{**vars(state), "parameters": state.parameters * [[1], [1e300], [1]]})
    run = luck.go_on(broken, 5)
    assert run.outcomes[1] == "diverged"
    assert 1 not in run.running
    assert luck.go_on(run, 5).outcomes[1] == "diverged"


def test_quantiles_and_histogram_are_those_of_the_solved() -> None:
    state = luck.begin(Setting(), 6)
    solved = np.array([10, -1, 30, 20, 0, 40])
    run = luck.LuckRun(**{**vars(state), "solved_epochs": solved, "running": np.array([1])})
    assert run.epochs_to_solve(0, 0.5, 1) == [0, 20, 40]
    assert run.epochs_to_solve(0.125) == [5]
    assert run.histogram([0, 20, 40]) == [2, 3]
    assert all(map(np.isnan, luck.begin(Setting(), 2).epochs_to_solve(0.5)))


def test_a_sweep_gives_a_run_for_each_cell_from_the_same_seeds() -> None:
    values: dict[str, list[Any]] = {"hidden_units": [2, 3], "momentum": [0.0, 0.9]}
    runs = [*luck.sweep(Setting(), values, 30, 300)]
    cells = [(run.setting.hidden_units, run.setting.momentum) for run in runs]
    assert cells == [(2, 0), (2, 0.9), (3, 0), (3, 0.9)]
    alone = luck.run(Setting(hidden_units=3), 30, 300)
    assert runs[3].solved_epochs.tolist() == alone.solved_epochs.tolist()


def test_progress_comes_to_its_end() -> None:
    seen: list[tuple[int, int]] = []
    luck.run(Setting(), 2, 250, lambda done, total: seen.append((done, total)))
    assert seen == [(100, 250), (200, 250), (250, 250)]


@pytest.mark.parametrize(
    ("choices", "complaint"),
    [
        ({"hidden_units": 9}, "hidden_units must be at most 8"),
        ({"momentum": 1}, "momentum must be at most 0.999"),
        ({"learning_rate": -1}, "learning_rate must be at least 0"),
        ({"initial_range": 101}, "initial_range must be at most 100"),
        ({"activation": "softmax"}, "softmax is for the output layer only"),
        ({"dataset": "moons"}, "there is no data set 'moons'"),
        ({"dataset": "circle", "examples": 1}, "count must be at least 2"),
    ],
)
def test_a_setting_out_of_range_is_refused(choices: dict[str, Any], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        Setting(**choices)


@pytest.mark.parametrize(
    ("values", "complaint"),
    [
        ({"width": [2]}, "there is no field 'width'"),
        ({"hidden_units": range(1, 8)}, "hidden_units takes 1 to 6 values, not 7"),
        ({"hidden_units": [2], "momentum": [0.9], "learning_rate": [1]}, "two fields at the most"),
        ({"hidden_units": [2, 9]}, "hidden_units must be at most 8"),
    ],
)
def test_a_sweep_that_cannot_be_is_refused_at_once(values: dict[str, Any], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        luck.sweep(Setting(), values)


@pytest.mark.parametrize(
    ("starts", "epochs", "complaint"),
    [
        (0, 1, "starts must be at least 1"),
        (5_000, 1, "starts must be at most 4,096"),
        ([-1], 1, "seed must be at least 0"),
        (1, -1, "epochs must be at least 0"),
    ],
)
def test_starts_and_epochs_out_of_range_are_refused(
    starts: int | list[int], epochs: int, complaint: str
) -> None:
    with pytest.raises(ValueError, match=complaint):
        luck.run(Setting(), starts, epochs)


@pytest.mark.parametrize("name", [*datasets.GATES, *datasets.DRAWN])
def test_every_set_has_its_luck(name: str) -> None:
    assert len(luck.run(Setting(name), 2, 1).outcomes) == 2


def test_the_table_has_a_line_for_each_setting() -> None:
    run = luck.run(Setting(), 20, 300)
    (line,) = luck.table([run]).splitlines()[1:]
    solved = run.outcomes.count("solved")
    assert line.split()[:8] == [
        "xor",
        "2",
        "sigmoid",
        "1",
        "0.5",
        "0.9",
        f"{solved}",
        f"{20 - solved}",
    ]
    assert luck.table([luck.begin(Setting(), 2)]).split()[-3:] == ["-", "-", "-"]


@pytest.mark.host
def test_the_command_prints_a_line_for_each_setting(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    options = ["--starts", "20", "--epochs", "300", "--hidden-units", "2,3"]
    monkeypatch.setattr("sys.argv", ["luck", *options])
    run_module("backprop.experiments.luck", run_name="__main__")
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[:3] for line in lines[1:]] == [
        ["xor", "2", "sigmoid"],
        ["xor", "3", "sigmoid"],
    ]


@pytest.mark.host
def test_the_command_names_the_option_that_is_out_of_range(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["luck", "--momentum", "2"])
    with pytest.raises(SystemExit):
        run_module("backprop.experiments.luck", run_name="__main__")
    assert "momentum must be at most 0.999" in capsys.readouterr().err
