"""Symmetry detection from many starts, by what independent reruns of the paper found."""

from runpy import run_module

import numpy as np
import pytest

from backprop import Network
from backprop.experiments import symmetry
from backprop.training.trainer import Trainer


def test_eight_of_the_64_patterns_are_symmetric() -> None:
    examples = symmetry.patterns()
    assert len(examples) == 64
    assert examples.targets.sum() == 8
    rows = zip(examples.inputs.tolist(), examples.targets.tolist(), strict=True)
    target = {tuple(x): t for x, (t,) in rows}
    assert target[1, 0, 0, 0, 0, 1] == 1
    assert target[1, 0, 0, 1, 0, 0] == 0
    assert symmetry.patterns(signed=True).inputs[0].tolist() == [-1] * 6


def test_sizes_are_told_by_pairs_from_the_outermost_to_the_innermost() -> None:
    net = symmetry.network()
    net.weights[0][:] = [[2, -2], [8, -8], [-4, 4], [4, -4], [-8, 8], [-2, 2]]
    sizes = symmetry.pair_sizes(net.parameters)
    assert sizes.tolist() == [1, 4, 2]


def test_mirror_weights_that_are_opposite_have_no_error() -> None:
    net = symmetry.network()
    net.weights[0][:] = np.array([[2, 8, -4, 4, -8, -2], [1, 0, 0, 0, 0, 0.5]]).T
    # Of the second unit one pair is 1 and 0.5: (1 + 0.5) / (1 − 0.5).
    assert symmetry.mirror_errors(net.parameters).tolist() == pytest.approx([0, 3])


def test_halves_become_opposite_in_what_is_solved() -> None:
    state = symmetry.go_on(symmetry.begin([6]), 1_500)
    (run,) = state.runs
    assert run.solved
    errors = symmetry.mirror_errors(state.parameters[0])
    assert errors.max() < 0.01 < symmetry.mirror_errors(symmetry.begin([6]).parameters[0]).min()


def test_a_run_may_pause_anywhere() -> None:
    whole = symmetry.go_on(symmetry.begin([3, 6], signed=True), 40)
    part = symmetry.begin([3, 6], signed=True)
    for sweeps in (13, 0, 27):
        part = symmetry.go_on(part, sweeps)
    assert part.sweep == 40
    assert part.runs == whole.runs
    assert (part.velocities == whole.velocities).all()


@pytest.mark.parametrize(
    ("sizes", "ratio"),
    [
        ((1, 2, 4), "1 : 2 : 4"),
        ((4.1, 1, 1.95), "1 : 2 : 4"),
        ((2.02, 1, 1.52), "1 : 1.52 : 2.02"),
        ((1, 2, 4.3), None),
        ((1, 1, 1), None),
    ],
)
def test_a_ratio_is_one_of_two_within_five_per_cent_in_any_order(
    sizes: tuple[float, float, float], ratio: str | None
) -> None:
    assert symmetry.ratio_of(sizes) == ratio


def test_each_start_ends_as_it_does_alone() -> None:
    runs = symmetry.run([3, 6], 700)
    for one in runs:
        net = Network(
            [6, 2, 1],
            "sigmoid",
            "half_squared_error",
            reduction="sum",
            seed=one.seed,
            initial_range=0.3,
        )
        alone = Trainer(net, symmetry.patterns(), 0.1, 0.9).run(700)
        assert one.loss == pytest.approx(alone.loss, rel=1e-9)
        assert one.sizes == pytest.approx(symmetry.pair_sizes(net.parameters).tolist(), rel=1e-9)


def test_what_is_solved_ends_in_one_of_two_ratios_and_the_rest_says_never() -> None:
    runs = symmetry.run(8, 4_000)
    solved = [one for one in runs if one.solved]
    # Of 200 starts 92% are solved by 20,000 sweeps, and the fastest of them takes 343.
    assert 3 <= len(solved) <= 7
    assert all(one.sweeps is not None and one.sweeps >= 343 for one in solved)
    assert all(one.ratio is not None for one in solved)
    assert all(sorted(one.order) == [1, 2, 3] for one in runs)
    assert f"Solved: {len(solved)} of 8 starts." in symmetry.table(runs)
    # "Never" leaves the errors of the 8 symmetric patterns: ½ · 8 = 4.
    assert all(one.loss == pytest.approx(4, abs=1e-3) for one in runs if not one.solved)


def test_progress_comes_to_its_end_and_counts_over_slices() -> None:
    seen: list[tuple[int, int]] = []
    whole = symmetry.run([6], 1_000, progress=lambda done, total: seen.append((done, total)))
    assert seen == [(250, 1_000), (500, 1_000), (750, 1_000), (1_000, 1_000)]
    sweeps = whole[0].sweeps
    assert sweeps is not None
    assert sweeps > 250
    assert not symmetry.run([6], sweeps - 1)[0].solved
    assert symmetry.run([6], sweeps)[0].sweeps == sweeps


@pytest.mark.parametrize(
    ("seeds", "sweeps", "complaint"),
    [
        (0, 10, "the number of seeds must be at least 1"),
        (5_000, 10, "the number of seeds must be at most 4,096"),
        (1, -1, "sweeps must be at least 0"),
    ],
)
def test_what_cannot_be_run_is_refused(seeds: int, sweeps: int, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        symmetry.run(seeds, sweeps)


@pytest.mark.host
def test_the_command_prints_a_line_for_each_start(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["symmetry", "--seeds", "2", "--sweeps", "600"])
    run_module("backprop.experiments.symmetry", run_name="__main__")
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].split()[:2] == ["0", "never"]
    assert lines[2].split()[0] == "1"
    assert any(line.endswith("of 2 starts.") for line in lines)


@pytest.mark.host
def test_the_command_names_the_option_that_is_out_of_range(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["symmetry", "--sweeps", "-1"])
    with pytest.raises(SystemExit):
        run_module("backprop.experiments.symmetry", run_name="__main__")
    assert "sweeps must be at least 0" in capsys.readouterr().err
