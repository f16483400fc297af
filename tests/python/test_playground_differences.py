"""What is said to differ between two runs is what makes them differ, and nothing else."""

from dataclasses import fields, replace
from typing import Any

import pytest

from backprop.playground import Playground, Settings, differences

BASE = Settings(seed="0.7", training_percent=5, hidden_layers=(3,))
OWN = replace(BASE, dataset="own", points=((0, 0, 1), (1, 2, -1), (2, 1, 1)))


CASES: list[tuple[Settings, dict[str, Any], list[str]]] = [
    (BASE, {}, []),
    (BASE, {"shows_test_data": True, "discretised": True}, []),
    (BASE, {"classes": 5, "formula": "x*y", "regularisation_rate": 0.5}, []),
    (BASE, {"seed": "0.5"}, ["seed 0.5 in place of 0.7"]),
    (BASE, {"dataset": "xor"}, ["data set xor in place of circle"]),
    (
        replace(BASE, dataset="reg-formula"),
        {"formula": "x*y"},
        ["data set reg-formula of x*y in place of reg-formula of sin(x)"],
    ),
    (
        replace(BASE, dataset="rings"),
        {"classes": 3},
        ["data set rings of 3 classes in place of rings"],
    ),
    (OWN, {"points": OWN.points[::-1]}, ["other points"]),
    (OWN, {"noise": 10}, []),
    (BASE, {"regularisation": "L1"}, []),
    (BASE, {"noise": 10}, ["noise 10% in place of 0%"]),
    (BASE, {"training_percent": 10}, ["training part 10% in place of 5%"]),
    (BASE, {"features": ("x", "sinY")}, ["inputs x, sinY in place of x, y"]),
    (BASE, {"hidden_layers": (4, 2)}, ["hidden layers 4, 2 in place of 3"]),
    (BASE, {"hidden_layers": (), "activation": "relu"}, ["hidden layers none in place of 3"]),
    (BASE, {"activation": "relu"}, ["activation ReLU in place of tanh"]),
    (BASE, {"initial_zero": True}, ["first weights zero in place of drawn"]),
    (BASE, {"learning_rate": 0.030001}, ["learning rate 0.030001 in place of 0.03"]),
    (BASE, {"momentum": 0.9}, ["optimiser descent with momentum 0.9 in place of descent"]),
    (BASE, {"optimiser": "adam"}, ["optimiser Adam in place of descent"]),
    (replace(BASE, optimiser="adam"), {"momentum": 0.9}, []),
    (BASE, {"batch_size": 1}, ["batch size 1 in place of 10"]),
    (
        BASE,
        {"regularisation": "L2", "regularisation_rate": 0.1},
        ["regularisation L2 with a rate of 0.1 in place of none"],
    ),
]


@pytest.mark.parametrize(("base", "changes", "told"), CASES)
def test_two_runs_differ_in_their_losses_where_a_difference_is_told(base, changes, told):
    other = replace(base, **changes)
    assert differences(other, base) == told
    losses = []
    for settings in (base, other):
        playground = Playground(settings)
        playground.run(3)
        losses.append((playground.training_loss, playground.test_loss))
    assert (losses[0] != losses[1]) == bool(told)


def test_every_setting_is_changed_by_a_case_above():
    assert {name for _, changes, _ in CASES for name in changes} == {
        field.name for field in fields(Settings)
    }
