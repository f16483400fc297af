"""The figure `family`: runs that are handed back, and what is said of answers and units."""

import numpy as np
import pytest

from backprop import engine
from backprop.experiments import family
from backprop.figures.family.family import ALSO_RECORDED, OPENINGS, RECIPE_NAMES
from backprop.figures.family.family_sentences import told_pulls

OPENING = OPENINGS["family"]


@pytest.fixture(scope="module")
def runs():
    """What the build records: each recipe at its end."""
    others = [message for message in ALSO_RECORDED["family"] if message["kind"] == "family"]
    asked = [OPENING, *others]
    return {message["recipe"]: engine.handle(message) for message in asked}


def asked_of(answer, person, relation):
    """The question about a person's relation."""
    place, kind = family.PEOPLE.index(person), family.RELATIONS.index(relation)
    return next(q for q in answer["questions"] if (q["person"], q["relation"]) == (place, kind))


def test_a_run_that_is_cut_into_slices_is_the_same():
    message = OPENING | {"recipe": "adam", "sweeps": 60}
    whole = engine.handle(message)
    part = engine.handle(message | {"sweeps": 0})
    for sweeps in (10, 30, 50, 60):
        part = engine.handle(message | {"sweeps": sweeps, "run": part["run"]})
    assert part == whole
    assert whole["sweeps"] == [0, 25, 50]


def test_a_recorded_run_is_told_again_without_training(runs):
    answer = engine.handle(OPENING | {"run": runs["repaired"]["run"]})
    assert answer == runs["repaired"]


def test_a_run_at_its_end_does_not_go_on_and_an_earlier_sweep_begins_anew(runs):
    end = runs["adam"]
    assert end["run"]["memory"] is None
    assert end["sweep"] == end["end"] == 500
    message = OPENING | {"recipe": "adam", "sweeps": 25}
    assert engine.handle(message | {"run": end["run"]}) == engine.handle(message)


def test_the_recipes_answer_what_reruns_from_many_starts_found(runs):
    assert runs["printed"]["trained_right"] == 0
    assert 40 <= runs["without_decay"]["trained_right"] <= 90
    assert runs["repaired"]["trained_right"] == runs["adam"]["trained_right"] == 100
    assert "answers none of the 100 questions" in runs["printed"]["sentence"]
    assert "After 1,500 sweeps the network answers all of the 100" in runs["repaired"]["sentence"]


def test_each_look_counts_what_the_questions_say(runs):
    for answer in runs.values():
        assert answer["run"]["looks"]["trained_right"][-1] == answer["trained_right"]
        told = [q["right"] for q in answer["questions"] if not q["held_out"]]
        assert (len(told), sum(told)) == (100, answer["trained_right"])
        aside = [q["right"] for q in answer["questions"] if q["held_out"]]
        assert (len(aside), sum(aside)) == (4, answer["held_out_right"])


def test_an_answer_names_whose_output_is_above_a_half(runs):
    for answer in runs.values():
        for question in answer["questions"]:
            named = [place for place, output in enumerate(question["outputs"]) if output > 0.5]
            assert question["right"] == (named == question["answers"])
            said = question["sentence"].partition("The network ")[2].partition(" That is")[0]
            assert all(family.PEOPLE[place] in said for place in named)
            assert ("That is right." in question["sentence"]) == question["right"]
            assert ("never trained" in question["sentence"]) == question["held_out"]


def test_colins_aunts_are_those_of_the_paper(runs):
    question = asked_of(runs["repaired"], "Colin", "aunt")
    assert [family.PEOPLE[place] for place in question["answers"]] == ["Jennifer", "Margaret"]
    nobody = asked_of(runs["printed"], "Colin", "aunt")["sentence"]
    assert "The network names nobody" in nobody
    assert "The right answer is Jennifer and Margaret." in nobody


def test_a_unit_stands_for_a_trait_only_where_its_weights_go_with_it(runs):
    english = np.array([1.0] * 12 + [0.0] * 12)
    for answer in runs.values():
        strongest = 0.0
        for unit in answer["units"]:
            weights = np.array(unit["weights"])
            for each in unit["correlations"]:
                assert each["stands"] == (abs(each["value"]) > 0.8)
            r = unit["correlations"][0]["value"]
            strongest = max(strongest, abs(r))
            if weights.std() > 0.01:  # the weights that are drawn are rounded
                assert r == pytest.approx(np.corrcoef(weights, english)[0, 1], abs=0.02)
        claimed = "for nationality (r" in answer["units_sentence"]
        assert claimed == (strongest > 0.8)
    assert "No unit stands for nationality" in runs["printed"]["units_sentence"]


def test_decay_outweighs_the_gradient_in_the_printed_recipe_alone(runs):
    looks = {name: answer["run"]["looks"] for name, answer in runs.items()}
    ratios = np.divide(looks["printed"]["decay"], looks["printed"]["gradient"])
    most = int(ratios.argmax())
    assert ratios[most] > 5
    sentence = runs["printed"]["pulls_sentence"]
    assert sentence.startswith(f"At sweep {25 * most} decay takes ")
    assert f"decay is {round(ratios[most])} times as strong" in sentence
    repaired = looks["repaired"]
    assert np.less(repaired["decay"], repaired["gradient"]).all()
    assert "The gradient is the stronger one throughout" in runs["repaired"]["pulls_sentence"]
    assert not np.any(looks["without_decay"]["decay"])


def test_a_gradient_of_zero_is_told_without_a_ratio():
    look = family.Look(0, 0, 0.0, 0.0)
    assert "0 in a sweep" in told_pulls(family.RECIPES["repaired"], [look])


def test_the_settings_of_a_recipe_are_told(runs):
    told = {each["recipe"]: each["settings"] for each in runs["adam"]["recipes"]}
    assert list(told) == list(RECIPE_NAMES)
    assert told["printed"] == "rate 0.01, momentum 0.9, first weights up to ±0.3, decay 0.2%"
    assert told["adam"] == "rate 0.1, Adam, first weights up to ±1, penalty 0.001"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"recipe": "better"}, "recipe"),
        ({"sweeps": 1_501}, "sweeps"),
        ({"run": {"sweep": 1}}, "run.parameters"),
    ],
)
def test_what_is_out_of_its_range_is_refused_by_name(changes, field):
    answer = engine.handle(OPENING | changes)
    assert (answer["kind"], answer["field"]) == ("error", field)


def test_a_run_that_does_not_fit_is_refused():
    run = engine.handle(OPENING | {"sweeps": 25})["run"]
    for part, value, field in (
        ("memory", [run["memory"][0], [0.0] * 846], "run.memory"),
        ("memory", [[0.0]], "run.memory[0]"),
        ("parameters", [1e7, *run["parameters"][1:]], "run.parameters[0]"),
        ("looks", run["looks"] | {"decay": [0.0]}, "run.looks.decay"),
        ("sweep", 50, "run.looks.trained_right"),
    ):
        answer = engine.handle(OPENING | {"run": run | {part: value}})
        assert (answer["kind"], answer["field"]) == ("error", field)


def test_starts_that_are_cut_into_questions_are_the_same_as_single_runs():
    message = {"kind": "family_starts", "recipe": "adam", "starts": []}
    whole = engine.handle(message | {"sweeps": 1_100})
    part, sweeps = message, 0
    for more in (130, 470, 500):
        answer = engine.handle(part | {"sweeps": more})
        part = message | {"starts": answer["starts"], "start": answer["start"]}
        sweeps += more
        assert answer["progress"] == pytest.approx(sweeps / (24 * 500))
    assert answer == whole
    runs = family.run("adam", 2)
    for outcome, run in zip(whole["starts"], runs, strict=True):
        strongest = [max(map(abs, each)) for each in family.trait_correlations(run).values()]
        assert outcome == [run.trained_right, run.held_out_right, *strongest]


def test_the_sentence_on_starts_counts_them_beside_what_the_paper_reports():
    rows = [[100, 2, 0.9, 0.5, 0.1], [100, 4, 0.81, 0.85, 0.8], [98, 0, 0.9, 0.9, 0.9]]
    message = {"kind": "family_starts", "recipe": "printed", "sweeps": 1, "starts": rows}
    assert engine.handle(message)["sentence"] == (
        "Of the first 3 of 24 starts, 2 answer all 100 questions that they are trained on. "
        "Of the 4 kept aside they answer 2 on average, and all in 1 start; the paper reports all. "
        "Of the 2, a unit stands for nationality in 2, generation in 1 and branch in 0."
    )
    done = engine.handle(message | {"starts": rows * 8})
    assert (done["done"], done["start"], done["progress"]) == (True, None, 1)
    assert done["sentence"].startswith("Of 24 starts, 16 answer all 100 questions")
    assert "No start is at its end" in engine.handle(message | {"starts": []})["sentence"]


def test_starts_that_cannot_be_are_refused():
    message = {"kind": "family_starts", "recipe": "adam", "sweeps": 1, "starts": []}
    start = engine.handle(message)["start"]
    for changes, field in (
        ({"sweeps": 0}, "sweeps"),
        ({"starts": [[101, 0, 0, 0, 0]]}, "starts[0][0]"),
        ({"starts": [[100, 0]]}, "starts[0]"),
        ({"starts": [[0] * 5] * 25}, "starts"),
        ({"start": start, "recipe": "printed"}, "start.memory"),
    ):
        answer = engine.handle(message | changes)
        assert (answer["kind"], answer["field"]) == ("error", field)
