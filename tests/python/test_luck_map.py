"""The map of settings in the figure `luck`: each cell is a setting trained from its starts."""

import pytest

from backprop import engine
from backprop.experiments import luck
from backprop.figures.luck.luck import OPENINGS
from backprop.figures.luck.luck_map import STARTS, VALUES
from backprop.training.population import train_population

MAP = {
    "kind": "luck_map",
    **{
        name: OPENINGS["luck"][name]
        for name in ("dataset", "hidden_units", "activation", "initial_range", "learning_rate")
    },
    "momentum": 0.9,
    "across": "momentum",
    "down": "hidden_units",
}


def test_an_answer_trains_one_cell_more_row_by_row():
    first = engine.handle(MAP)
    assert len(first["cells"]) == 1
    assert first["progress"] == 1 / 36
    seventh = engine.handle(MAP | {"solved": [0, 1, 2, 3, 4, 5]})
    assert [cell["solved"] for cell in seventh["cells"][:6]] == [0, 1, 2, 3, 4, 5]
    assert seventh["cells"][6]["name"] == "momentum 0 and 2 hidden units"
    assert not seventh["done"]


def test_a_cell_counts_what_training_its_setting_gives():
    # The tenth cell is the first setting itself: two hidden units, momentum 0.9.
    cell = engine.handle(MAP | {"solved": [0] * 9})["cells"][9]
    setting = luck.Setting(hidden_units=2, momentum=0.9)
    net, data = setting.network(0), setting.make_dataset()
    starts = [setting.network(seed).parameters for seed in range(STARTS)]
    run = train_population(net, data, starts, epochs=1_000, learning_rate=0.5, momentum=0.9)
    assert cell["solved"] == (run.solved_epochs >= 0).sum() == 75
    assert cell["share"] == 0.75
    # Wilson's interval of 75 in 100, by its formula with z = 1.96: 0.657 to 0.825.
    assert cell["interval"] == pytest.approx([0.657, 0.825], abs=5e-4)
    assert cell["sentence"] == (
        "With momentum 0.9 and 2 hidden units, 75% learn, with a 95% interval from 66% to 82%."
    )
    assert engine.handle(MAP | {"solved": [0] * 36})["own"] == 9


def test_the_sentence_names_where_most_and_fewest_learn():
    counts = [0, 0, *[50] * 33, 90]
    told = engine.handle(MAP | {"solved": counts})
    assert told["done"]
    assert told["sentence"] == (
        "100 starts of each of 36 settings are trained on XOR. Most learn with momentum 0.99 and 8 "
        "hidden units, 90%; fewest in 2 of them, 0%."
    )
    alike = engine.handle(MAP | {"solved": [7] * 36})["sentence"]
    assert alike.endswith("In all of them 7% learn.")


def test_every_value_of_an_axis_is_one_that_a_setting_may_have():
    for field, values in VALUES.items():
        assert len(values) <= luck.luck.MOST_VALUES
        for value in values:
            luck.Setting(**{field: value})


def test_a_setting_may_differ_in_two_fields():
    few = OPENINGS["luck"] | {"starts": 5}
    both = few | {"differs": "momentum", "other_value": 0.5, "also_differs": "hidden_units"}
    first, second = engine.handle(both | {"also_value": 4})["sides"]
    assert first["name"] == "momentum 0.9 and 2 hidden units"
    assert second["name"] == "momentum 0.5 and 4 hidden units"
    expected = luck.run(luck.Setting(momentum=0.5, hidden_units=4), 5)
    assert second["solved_epochs"] == expected.solved_epochs.tolist()
    same = engine.handle(both | {"also_value": 2})["sides"]
    assert [side["name"] for side in same] == ["momentum 0.9", "momentum 0.5"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"down": "momentum"}, "down"),
        ({"across": "seed"}, "across"),
        ({"solved": [0] * 37}, "solved"),
        ({"solved": [101]}, "solved[0]"),
        ({"across": "activation", "solved": [0] * 31}, "solved"),
    ],
)
def test_what_is_no_map_is_refused_by_name(changes, field):
    answer = engine.handle(MAP | changes)
    assert (answer["kind"], answer["field"]) == ("error", field)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"also_differs": "hidden_units", "also_value": 3}, "also_differs"),
        ({"also_differs": "momentum", "also_value": 1}, "also_value"),
        ({"also_differs": "seed"}, "also_differs"),
    ],
)
def test_a_second_difference_out_of_its_range_is_refused_by_name(changes, field):
    assert engine.handle(OPENINGS["luck"] | changes)["field"] == field
