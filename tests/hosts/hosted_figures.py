"""What a figure must do on whatever page it stands: be right, and train."""

from __future__ import annotations

import numpy as np
import pytest
from figures import Figure
from playwright.sync_api import Frame, Page
from xor_page import INPUTS, PlainNetwork, XorFigure

# Shared facts on the preset 2-2-1 A, computed independently of this project.
LOSS = 0.0010724284008909765
OUTPUT = 0.6536874012629181
GRADIENT = {
    "1,0,0": -0.00612480215579979,
    "1,1,0": -0.005971267597225847,
    "0,0,0": -0.0007640252344581602,
}


def assert_numbers_are_right(page: Page | Frame) -> None:
    """A network figure with the preset 2-2-1 A has Python's numbers, and they are the facts'."""
    figure = Figure(page, "network").ready().whole_pass()
    assert figure.inspect()["loss"] == pytest.approx(LOSS, rel=1e-12)
    output = figure.number('[data-unit="2,0"]', "data-activation")
    assert output == pytest.approx(OUTPUT, rel=1e-12)
    for address, slope in GRADIENT.items():
        drawn = figure.number(f'[data-weight="{address}"]', "data-gradient")
        assert drawn == pytest.approx(slope, rel=1e-12), address


def assert_xor_is_learnt(page: Page | Frame) -> None:
    """An XOR figure trains to its end, and is then what the formulas make of its weights."""
    figure = XorFigure(page).ready()
    figure.train_to_its_end()
    assert figure.inspect()["ended"]["rule"] == "loss_below"
    _, outputs = PlainNetwork(figure.state()).forward(INPUTS)
    predicted = [prediction["output"] for prediction in figure.inspect()["predictions"]]
    np.testing.assert_allclose(predicted, outputs[:, 0], rtol=0, atol=1e-12)
    assert (np.array(predicted) > 0.5).tolist() == [False, True, True, False]
