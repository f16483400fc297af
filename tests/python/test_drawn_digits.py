"""Digits that a reader draws: images made as those of the set were, and what is said of them."""

import numpy as np
import pytest

from backprop import Network, engine
from backprop.experiments import digits
from backprop.experiments.digits.strokes import PEN_RADIUS
from backprop.figures.digits.digits import OPENINGS

OPENING = OPENINGS["digits"]
SEVEN = "83o3kcet.9gmg."
"""Across the top, down to the left; then a bar through the middle."""


@pytest.fixture(scope="module")
def learnt():
    return engine.handle(OPENING | {"epochs": 30})


def asked(learnt, **changes):
    """What a learnt network makes of an image."""
    run = {name: learnt[name] for name in ("epoch", "parameters", "records")}
    return engine.handle(OPENING | {"epochs": 30, "run": run} | changes)["image"]


def test_the_pen_blackens_what_is_within_its_radius():
    assert PEN_RADIUS == 2
    spot = digits.bitmap([[(10, 20)]])
    # The 13 dots whose middles are at most 2 away: 1, 3, 5, 3, 1 in five rows.
    assert [int(row.sum()) for row in spot[18:23]] == [1, 3, 5, 3, 1]
    assert spot.sum() == 13
    line = digits.bitmap([[(4, 8), (20, 8)]])
    # 17 dots long and 5 wide, and half a spot beyond each end: twice 1 + 3 / 2 + ... = 4.
    assert line.sum() == 17 * 5 + 2 * (2 + 1 + 1)
    assert line[6:11, 4:21].all()


def test_each_grey_counts_the_black_dots_of_its_block():
    fine = np.zeros((32, 32), dtype=bool)
    fine[0:4, 4:8] = True  # the whole second block of the first row
    fine[31, 31] = True  # one of the sixteen of the last block
    greys = digits.greys(fine)
    assert greys.shape == (64,)
    assert greys[1] == 1
    assert greys[63] == 1 / 16
    assert greys.sum() == 1 + 1 / 16


def test_a_drawn_digit_is_as_dark_as_those_of_the_set():
    darkness = digits.images().inputs.sum(axis=1)
    middle = darkness.mean(), darkness.std()
    zero = [[(16, 3), (10, 6), (8, 12), (8, 20), (10, 26), (16, 29), (22, 26), (24, 20), (24, 12)]]
    zero[0] += [(22, 6), (16, 3)]
    drawn = digits.greys(digits.bitmap(zero)).sum()
    assert abs(drawn - middle[0]) < middle[1]


def test_a_drawing_is_looked_at_as_an_image_is(learnt):
    image = asked(learnt, drawing=SEVEN, digit=7)
    strokes = [[(8, 3), (24, 3), (20, 12), (14, 29)], [(9, 16), (22, 16)]]
    assert image["dots"] == digits.greys(digits.bitmap(strokes)).tolist()
    assert (image["digit"], image["told"]) == (None, 7)
    assert image["sentence"].startswith("Of your drawing the network says 7, and is 98% sure.")
    net = Network([64, 16, 10], ["relu", "softmax"], "cross_entropy", initial_range=0)
    net.parameters = np.array(learnt["parameters"])
    dots, nudge = np.array(image["dots"]), 1e-6
    for place in (3, 20, 44):
        either = [dots.copy(), dots.copy()]
        either[0][place] += nudge
        either[1][place] -= nudge
        above, below = (net.loss_at(net.parameters, each, np.eye(10)[7]).real for each in either)
        assert image["gradient"][place] == pytest.approx((above - below) / (2 * nudge), abs=1e-6)


def test_a_drawing_steps_along_its_gradient_to_another_digit(learnt):
    losses = [asked(learnt, drawing=SEVEN, digit=1, steps=steps)["loss"] for steps in (0, 2, 8)]
    assert losses[0] > losses[1] > losses[2]
    stepped = asked(learnt, drawing=SEVEN, digit=1, steps=8)
    assert stepped["told"] == 1
    assert "After 8 steps along its gradient your drawing is told as 1." in stepped["sentence"]


def test_of_blank_paper_something_is_said_too(learnt):
    image = asked(learnt, drawing=".")
    assert image["dots"] == [0] * 64
    assert image["sentence"].startswith("Nothing is drawn yet: of blank paper the network says ")


@pytest.mark.parametrize(
    ("drawing", "said"),
    [
        ("83o", "drawing must be pairs of letters from 0 to v"),
        ("8w.", "drawing must be pairs of letters from 0 to v"),
        ("83" * 501, "drawing must have at most 1000 characters"),
        (7, "drawing must be text"),
    ],
)
def test_what_is_no_drawing_is_refused_by_name(drawing, said):
    answer = engine.handle(OPENING | {"drawing": drawing})
    assert (answer["kind"], answer["field"]) == ("error", "drawing")
    assert answer["message"].startswith(said)
