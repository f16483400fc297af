"""What the figure `symmetry` answers about 200 starts at once."""

from typing import Any

import pytest

from backprop import engine
from backprop.experiments import symmetry
from backprop.experiments.symmetry import SymmetryRun
from backprop.figures.symmetry.symmetry_starts import EDGES, told_starts

ASKED: dict[str, Any] = {"kind": "symmetry_starts", "signed": False, "time_limit": 0.001}


def test_slices_solve_each_start_when_the_experiment_does() -> None:
    answer = engine.handle(ASKED)
    while answer["state"]["sweep"] < 560:
        answer = engine.handle(ASKED | {"state": answer["state"]})
    runs = symmetry.run(200, answer["state"]["sweep"])
    solved = [-1 if run.sweeps is None else run.sweeps for run in runs]
    assert answer["state"]["solved"] == solved
    early = [run.seed for run in runs if run.sweeps is not None and run.sweeps <= 500]
    assert early
    assert answer["bars"][0]["seeds"] == early
    assert sum(len(bar["seeds"]) for bar in answer["bars"]) + len(answer["unsolved"]) == 200
    assert [bar["name"] for bar in answer["bars"] if bar["published"]] == ["1,000 to 1,425"]
    assert EDGES[-1] == 20_000


def test_a_start_that_has_settled_stays_as_it_is() -> None:
    state = engine.handle(ASKED)["state"]
    state["losses"][3] = 0.01
    later = engine.handle(ASKED | {"state": state})["state"]
    third, fourth = slice(2 * 17, 3 * 17), slice(3 * 17, 4 * 17)
    assert later["parameters"][third] != state["parameters"][third]
    assert later["parameters"][fourth] == state["parameters"][fourth]
    answer = engine.handle(ASKED | {"state": state | {"losses": [0.01] * 200}})
    assert answer["done"]
    assert answer["state"]["sweep"] == state["sweep"]


def test_the_sum_of_all_starts_is_told_with_the_share_of_each_solution() -> None:
    runs = [
        _run(400, "1 : 2 : 4"),
        _run(1_425, "1 : 2 : 4"),
        _run(3_000, "1 : 1.52 : 2.02"),
        _run(4_000, "1 : 2 : 4"),
        _run(None, None),
    ]
    told = told_starts(runs, 20_000, done=True).replace("\N{NO-BREAK SPACE}", " ")
    assert told == (
        "After 20,000 sweeps 4 of 5 starts are solved. By the 1,425 of the paper 2 were, 40% of "
        "all. Half of the solved took 2,213 sweeps or fewer. Of the solved starts 75% end at "
        "1 : 2 : 4 and 25% end at 1 : 1.52 : 2.02."
    )
    assert told_starts(runs[:1], 500, done=False) == "After 500 sweeps 1 of 1 starts are solved."


def _run(sweeps: int | None, ratio: str | None) -> SymmetryRun:
    solved = sweeps is not None
    return SymmetryRun(0, solved, sweeps, 0.01 if solved else 4.0, (1, 2, 4), ratio, (1, 2, 3))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("sweep", 20_001),
        ("solved", [1]),
        ("solved", [0.5] * 200),
        ("losses", None),
        ("losses", [33] * 200),
        ("velocities", [1e308] * 3_400),
        ("parameters", [0] * 200),
    ],
)
def test_a_state_that_does_not_fit_is_refused_by_name(field: str, value: object) -> None:
    state = engine.handle(ASKED)["state"]
    answer = engine.handle(ASKED | {"state": state | {field: value}})
    assert answer["kind"] == "error"
    assert answer["field"].partition("[")[0] == f"state.{field}"


def test_one_call_takes_a_second_at_most() -> None:
    answer = engine.handle(ASKED | {"time_limit": 1.1})
    assert (answer["kind"], answer["field"]) == ("error", "time_limit")
