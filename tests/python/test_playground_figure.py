"""The figure `playground`: runs in slices, links, presets, and an example to look into."""

import json
import random
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from test_playground import MEASURED_THERE

from backprop import engine
from backprop.core.limits import LIMITS as CORE_LIMITS
from backprop.core.number_text import number_text
from backprop.figures.playground import playground_link, playground_settings
from backprop.figures.playground.playground import MOST_PARAMETERS, OPENINGS, read
from backprop.message.field import Field
from backprop.playground import PRESETS, Playground, Settings, settings
from backprop.playground.features import FEATURES
from backprop.playground.link import KNOWN, NUMBERS, WORDS

OPENING = OPENINGS["playground"]
NO_SETTINGS = ("run", "epochs", "resolution")


def opened(link):
    """The first message of a run that a link opens."""
    answer = engine.handle({"kind": "playground_link", "link": link})
    assert answer["kind"] == "playground_link", answer
    return OPENING | answer["settings"]


@pytest.mark.parametrize("link", MEASURED_THERE)
def test_a_link_has_the_losses_that_it_has_on_the_page(link):
    answer = engine.handle(opened(link) | {"epochs": 100})
    curve = answer["curve"]
    assert curve["epochs"] == list(range(101))
    for epoch, training, test in MEASURED_THERE[link]:
        assert curve["training"][epoch] == pytest.approx(training, rel=1e-12)
        assert curve["test"][epoch] == pytest.approx(test, rel=1e-12)
    assert answer["training_loss"] == curve["training"][-1]


def test_slices_with_a_time_limit_go_where_one_run_goes():
    whole = engine.handle(OPENING | {"epochs": 30})
    message = OPENING
    epochs: list[int] = []
    while not epochs or epochs[-1] < 30:
        left = 30 - (epochs[-1] if epochs else 0)
        answer = engine.handle(message | {"epochs": left, "time_limit": 0.002})
        epochs += answer["curve"]["epochs"]
        message = OPENING | {"run": answer["run"]}
    assert epochs == list(range(31))
    assert list(answer["run"]["parameters"]) == list(whole["run"]["parameters"])
    assert answer["test_loss"] == whole["test_loss"]
    assert (answer["start"], whole["start"] is None) == (None, False)


def test_another_run_in_between_changes_nothing():
    begun = engine.handle(OPENING | {"epochs": 3})
    engine.handle(OPENING | {"epochs": 9})
    gone_on = engine.handle(OPENING | {"run": begun["run"], "epochs": 2})
    assert gone_on["training_loss"] == engine.handle(OPENING | {"epochs": 5})["training_loss"]


def test_points_come_at_the_start_and_the_first_is_that_of_the_page():
    start = engine.handle(OPENING)["start"]
    assert start["training_points"][:3] == [0.24, 0.46, 1]
    assert (len(start["training_points"]), len(start["test_points"])) == (750, 750)


def test_the_pictures_are_what_the_units_answer():
    answer = engine.handle(OPENING | {"resolution": 13})
    values = np.reshape(answer["surface"]["values"], (13, 13))
    net_input = [[-6.0, 6.0], [6.0, -6.0]]  # column 0 and row 12; column 12 and row 0
    parameters = np.array(answer["run"]["parameters"])
    w1, b1 = parameters[:8].reshape(2, 4), parameters[8:12]
    w2, b2 = parameters[12:20].reshape(4, 2), parameters[20:22]
    w3, b3 = parameters[22:24].reshape(2, 1), parameters[24:]
    first = np.tanh(net_input @ w1 + b1)
    output = np.tanh(np.tanh(first @ w2 + b2) @ w3 + b3)[:, 0]
    shades = (output + 1) / 2  # from 0 for −1 to 1 for +1
    assert [values[12, 0], values[0, 12]] == pytest.approx(shades.tolist(), abs=6e-4)
    layers = answer["thumbnails"]["layers"]
    assert [len(layer) for layer in layers] == [2 * 169, 4 * 169, 2 * 169]
    units = np.reshape(layers[1], (4, 13, 13))
    assert units[:, 12, 0].tolist() == pytest.approx(((first[0] + 1) / 2).tolist(), abs=6e-4)
    coarse = engine.handle(OPENING | {"resolution": 13, "discretised": True})["surface"]["values"]
    assert [coarse[156], coarse[12]] == [float(value >= 0) for value in output]


def test_more_than_two_classes_show_how_probable_each_is():
    rings = OPENING | {"dataset": "rings", "classes": 3, "hidden_layers": [], "resolution": 3}
    answer = engine.handle(rings | {"shown_class": 2, "example": 0, "epochs": 2})
    assert set(answer["start"]["training_points"][2::3]) == {0, 1, 2}
    p = np.array(answer["run"]["parameters"])
    z = [-6.0, 6.0] @ p[:6].reshape(2, 3) + p[6:]  # at column 0 and row 2
    probabilities = np.exp(z) / np.exp(z).sum()
    values = np.reshape(answer["surface"]["values"], (3, 3))
    assert values[2, 0] == pytest.approx(probabilities[2], abs=6e-4)
    outputs = np.reshape(answer["thumbnails"]["layers"][-1], (3, 3, 3))
    assert outputs[:, 2, 0] == pytest.approx(probabilities, abs=6e-4)
    coarse = engine.handle(rings | {"shown_class": 2, "discretised": True, "epochs": 2})
    assert coarse["surface"]["values"][6] == float(probabilities.argmax() == 2)

    network, told = answer["example"]["network"], answer["example"]["sentence"]
    label = network["targets"].index(1)
    z = network["inputs"] @ p[:6].reshape(2, 3) + p[6:]
    probable = np.exp(z[label]) / np.exp(z).sum()
    assert f"the target is class {label + 1}, its probability {number_text(probable, 3)}" in told
    assert f"the loss {number_text(-np.log(probable), 3)}." in told


def test_a_formula_is_a_regression_and_a_wrong_one_says_where():
    curve = OPENING | {"dataset": "reg-formula", "formula": "x*y/36"}
    points = np.reshape(engine.handle(curve)["start"]["training_points"], (-1, 3))
    assert points[:, 2] == pytest.approx(points[:, 0] * points[:, 1] / 36, abs=1e-3)
    wrong = engine.handle(curve | {"formula": "x*"})
    assert (wrong["kind"], wrong["field"]) == ("error", "formula")


def test_a_chosen_point_opens_with_its_own_numbers():
    answer = engine.handle(OPENING | {"example": 0})
    network, told = answer["example"]["network"], answer["example"]["sentence"]
    assert network["inputs"] == pytest.approx([0.24014491222149606, 0.46035893207186385])
    assert (network["targets"], network["layer_sizes"]) == ([1.0], [2, 4, 2, 1])
    assert list(network["parameters"]) == list(answer["run"]["parameters"])
    assert told.startswith("Training point (0.24, 0.46): the target is 1")
    test = engine.handle(OPENING | {"example": 250})["example"]["sentence"]
    assert test.startswith("Test point")


@pytest.mark.parametrize(
    ("layers", "reason"), [([9], "has 9 units"), ([1, 1, 1, 1, 1], "has 7 layers")]
)
def test_where_the_network_figure_is_too_small_a_sentence_says_so(layers, reason):
    example = engine.handle(OPENING | {"hidden_layers": layers, "example": 0})["example"]
    assert example["network"] is None
    assert reason in example["too_large"]


def test_a_run_whose_numbers_overflow_ends_and_says_why():
    wild = {"learning_rate": 0.3, "regularisation": "L2", "regularisation_rate": 10}
    answer = engine.handle(OPENING | wild | {"epochs": 100})
    assert "more than 2" in answer["ended"]
    assert answer["ended"] in answer["sentence"]
    assert np.isfinite(answer["training_loss"])
    again = engine.handle(OPENING | wild | {"run": answer["run"], "epochs": 1})
    assert again["run"]["epoch"] == answer["run"]["epoch"]


def test_a_link_says_what_was_not_taken_over():
    link = "https://playground.tensorflow.org/#dataset=moon&seed=0.1"
    answer = engine.handle({"kind": "playground_link", "link": link})
    assert answer["settings"]["dataset"] == "circle"
    assert answer["not_taken_over"][0].startswith("dataset=moon: ")


def test_settings_have_a_link_back_or_a_reason():
    link = engine.handle(OPENING)["link"]
    assert opened(link) == OPENING
    adam = engine.handle(OPENING | {"optimiser": "adam"})
    assert (adam["link"], adam["no_link"]) == (
        None,
        "TensorFlow Playground has no momentum and no Adam.",
    )


@pytest.mark.parametrize("name", playground_link.PRESETS)
def test_each_preset_is_a_message_and_has_a_reason_and_a_task(name):
    answer = engine.handle({"kind": "playground_link", "preset": name})
    assert answer["preset"]["reason"] == PRESETS[name].reason
    assert engine.handle(OPENING | answer["settings"])["kind"] == "playground"


@pytest.mark.host
def test_the_menu_calls_presets_by_their_titles_in_their_order():
    words = Path(__file__).parents[2] / "web/figures/playground/playground_words.js"
    menu = words.read_text(encoding="utf-8").split("const PRESET_NAMES = {")[1].split("};")[0]
    names = re.findall(r'^  "?([\w-]+)"?: "(.+)",$', menu, re.MULTILINE)
    assert names == [(name, PRESETS[name].title) for name in playground_link.PRESETS]


def test_limits_and_words_are_those_of_the_playground():
    ours = playground_settings
    assert ours.LIMITS["playground_noise"] == settings.LIMITS["noise"]
    for name in ("training_percent", "regularisation_rate"):
        assert ours.LIMITS[name] == settings.LIMITS[name]
    for name in ("learning_rate", "momentum", "batch_size"):
        assert settings.LIMITS[name] == CORE_LIMITS[name]
    assert tuple(FEATURES) == ours.FEATURES
    assert set(ours.DATASETS) < set(settings.CHOICES["dataset"])
    assert ours.MOST_LAYERS == settings.MOST_LAYERS
    assert ours.LIMITS["playground_units"].maximum == settings.MOST_UNITS
    assert ours.LIMITS["playground_classes"] == settings.LIMITS["classes"]
    assert ours.LONGEST_SEED == settings.LONGEST_SEED
    sizes = {"features": list(FEATURES), "hidden_layers": [16] * 10, "resolution": 2}
    largest = engine.handle(OPENING | sizes | {"dataset": "rings", "classes": 6})
    assert len(largest["run"]["parameters"]) == MOST_PARAMETERS
    defaults = Settings()
    assert all(
        np.all(np.array(value) == np.array(getattr(defaults, name)))
        for name, value in OPENING.items()
        if hasattr(defaults, name)
    )


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"seed": ""}, "seed"),
        ({"noise": 81}, "noise"),
        ({"features": ["y", "x"]}, "features"),
        ({"features": []}, "features"),
        ({"hidden_layers": [17]}, "hidden_layers[0]"),
        ({"hidden_layers": [1] * 11}, "hidden_layers"),
        ({"dataset": "moon"}, "dataset"),
        ({"example": 500}, "example"),
        ({"run": {"epoch": 0}}, "run.step"),
        ({"unit": [0, 0]}, "unit[0]"),
        ({"unit": [1, 4]}, "unit"),
    ],
)
def test_what_is_out_of_its_range_is_refused_by_name(changes, field):
    answer = engine.handle(OPENING | changes)
    assert (answer["kind"], answer["field"]) == ("error", field)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("frozen", [25]),
        ("parameters", [0.0]),
        ("alive", [1.0] * 24),
        ("step", 25),
        ("squares", [0.0] * 5_000),
    ],
)
def test_a_state_of_another_run_is_refused(name, value):
    run = engine.handle(OPENING)["run"]
    answer = engine.handle(OPENING | {"run": run | {name: value}})
    assert (answer["kind"], answer["field"].split(".")[0]) == ("error", "run")


def test_single_batches_go_where_whole_epochs_go():
    ten = engine.handle(OPENING | {"steps": 10})
    assert (ten["run"]["epoch"], ten["run"]["step"], ten["curve"]["epochs"]) == (0, 10, [0])
    assert ten["sentence"].startswith("After 0 epochs and 10 batches of the next")
    alone = Playground(Settings())
    alone.step(10)
    assert list(ten["run"]["parameters"]) == alone.network.parameters.tolist()
    whole = engine.handle(OPENING | {"run": ten["run"], "steps": 25})  # 250 points in batches of 10
    assert (whole["run"]["epoch"], whole["run"]["step"]) == (1, 0)
    assert whole["training_loss"] == engine.handle(OPENING | {"epochs": 1})["training_loss"]
    assert whole["curve"]["epochs"] == [1]
    never = engine.handle(OPENING | {"batch_size": 251, "steps": 3})
    assert (never["run"]["epoch"], never["run"]["step"]) == (0, 0)


CHANGES: list[dict[str, Any]] = [
    {"epoch": 0, "step": 0, "index": 24, "value": -0.5},
    {"epoch": 2, "step": 3, "index": 0, "value": 1.5},
    {"epoch": 2, "step": 3, "index": 0, "frozen": True},
    {"epoch": 4, "step": 0, "index": 0, "frozen": False},
]
"""Of the parameters of 2-4-2-1 number 24 is the output's bias, and 0 the first weight."""


def test_changes_by_hand_come_at_their_places_however_the_run_is_cut():
    alone = Playground(Settings())
    alone.change((2, None, 0), -0.5)
    alone.run(2)
    alone.step(3)
    alone.change((0, 0, 0), 1.5)
    alone.frozen = [(0, 0, 0)]
    alone.run(2)
    assert alone.network.parameters[0] == 1.5
    alone.frozen = []
    alone.run(2)

    whole = engine.handle(OPENING | {"epochs": 6, "changes": CHANGES})
    assert list(whole["run"]["parameters"]) == alone.network.parameters.tolist()
    assert whole["run"]["frozen"] == []
    assert whole["curve"]["epochs"] == list(range(7))

    first = engine.handle(OPENING | {"epochs": 3, "changes": CHANGES})
    assert first["run"]["frozen"] == [0]
    rest = OPENING | {"run": first["run"], "epochs": 3, "changes": CHANGES[3:]}
    assert list(engine.handle(rest)["run"]["parameters"]) == alone.network.parameters.tolist()


def test_a_unit_tells_its_weights_and_its_bias():
    frozen = {"epoch": 0, "step": 0, "index": 22, "frozen": True}
    answer = engine.handle(OPENING | {"unit": [3, 0], "changes": [frozen]})
    parameters = answer["run"]["parameters"]
    assert answer["unit"] == [
        {"index": 22, "source": 0, "value": parameters[22], "frozen": True},
        {"index": 23, "source": 1, "value": parameters[23], "frozen": False},
        {"index": 24, "source": None, "value": 0.1, "frozen": False},
    ]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ([CHANGES[0] | {"index": 25}], "changes"),
        ([CHANGES[0] | {"value": 1e7}], "changes[0].value"),
        ([CHANGES[0] | {"frozen": True}], "changes[0]"),
        ([CHANGES[1], CHANGES[0]], "changes[1]"),
        ([CHANGES[0]] * 501, "changes"),
    ],
)
def test_a_change_that_cannot_be_made_is_refused_by_name(changes, field):
    answer = engine.handle(OPENING | {"epochs": 9, "changes": changes})
    assert (answer["kind"], answer["field"]) == ("error", field)


RUN = {name: value for name, value in OPENING.items() if name not in {"kind", *NO_SETTINGS}}


def test_runs_are_told_by_what_is_not_as_in_the_first():
    runs = [RUN, RUN | {"batch_size": 1, "noise": 10}, RUN | {"discretised": True}]
    answer = engine.handle({"kind": "playground_compare", "runs": runs})
    assert answer["differences"] == [
        "Noise 10% in place of 0%. Batch size 1 in place of 10.",
        "It has the settings of run 1.",
    ]
    by_hand = engine.handle({"kind": "playground_compare", "runs": [RUN, RUN | {"changes": 2}]})
    assert by_hand["differences"] == ["2 changes by hand in place of no changes by hand."]


@pytest.mark.parametrize(
    ("runs", "field"),
    [
        ([], "runs"),
        ([RUN] * 14, "runs"),
        ([RUN, RUN | {"noise": -1}], "runs[1].noise"),
        ([RUN | {"epochs": 1}], "runs[0].epochs"),
    ],
)
def test_runs_that_are_none_are_refused_by_name(runs, field):
    answer = engine.handle({"kind": "playground_compare", "runs": runs})
    assert (answer["kind"], answer["field"]) == ("error", field)


NAMES = (*sorted(KNOWN), "x_hide", "sinX_hide", "batchSize_hide", "momentum", "lr", "")
VALUES = (
    *("", "1", "-1", "0.5", "1e400", "NaN", "true", "false", "%", "\N{ARABIC-INDIC DIGIT THREE}"),
    *("relu", "swish", "L1", "spiral", "moon", "regression", "4,2", "1,,2", "17", "1," * 11 + "1"),
)
"""What stands in links that people share, and what nobody would write."""


def test_ten_thousand_links_open_a_run_or_name_what_was_not_taken_over():
    draw = random.Random(7)  # noqa: S311 - links, no secrets
    for number in range(10_000):
        pairs = {draw.choice(NAMES): draw.choice(VALUES) for _ in range(draw.randint(1, 6))}
        link = "#" + "&".join(f"{name}={value}" for name, value in pairs.items())
        answer = engine.handle({"kind": "playground_link", "link": link})
        assert answer["kind"] == "playground_link", link
        told = " ".join(answer["not_taken_over"])
        unknown = {name for name in pairs if name not in KNOWN and not name.endswith("_hide")}
        no_number = {name for name in NUMBERS if pairs.get(name) in {"swish", "NaN", "true", "%"}}
        no_word = {name for name in WORDS if pairs.get(name) in {"swish", "moon", "4,2"}}
        assert all(name in told for name in unknown | no_number | no_word), (link, told)
        read(Field(OPENING | answer["settings"]))
        if number % 500 == 0:
            run = engine.handle(OPENING | answer["settings"] | {"epochs": 1})
            assert run["kind"] == "playground", link


@pytest.mark.parametrize("link", ["hello", "x" * 10_001, None])
def test_what_is_no_link_is_refused(link):
    answer = engine.handle({"kind": "playground_link", "link": link})
    assert (answer["kind"], answer["field"]) == ("error", "link")


def test_the_recorded_opening_is_short():
    answer = engine.handle(OPENING)
    assert len(json.dumps(answer)) < 60_000
