"""What each output adds to the loss, by hand and as a sum."""

from math import log

import numpy as np
import pytest
from plain_network import LOSSES as PLAIN_LOSSES

from backprop import Network
from backprop.core.loss_terms import loss_terms
from backprop.core.rules import LOSSES_FOR_OUTPUT
from backprop.engine import handle
from backprop.message.presets import PRESETS, traced

PAIRS = [(output, loss) for output, losses in LOSSES_FOR_OUTPUT.items() for loss in losses]


@pytest.mark.parametrize(("output", "loss"), PAIRS)
def test_the_parts_of_a_loss_are_those_of_its_formula_and_sum_to_it(output: str, loss: str):
    net = Network([2, 3, 3], ["tanh", output], loss, seed=4)
    x, t = np.array([[0.3, -0.8], [1.2, 0.4]]), np.array([[0.2, 0.5, 0.3], [0.0, 1.0, 0.0]])
    forward = net.forward(x)
    terms = loss_terms(net, forward, t)
    plain = PLAIN_LOSSES[loss](forward.outputs, t)
    assert terms == pytest.approx(plain, rel=1e-12)
    assert terms.sum() / 2 == pytest.approx(net.backward(forward, t).loss, rel=1e-12)


def test_mazur_s_two_outputs_have_the_losses_that_are_printed():
    preset = handle({"kind": "describe"})["presets"]["mazur"]
    told = handle(traced(preset))["output_losses"]
    # ½ (0.7513650695523157 − 0.01)² and ½ (0.7729284653214625 − 0.99)²
    assert told == pytest.approx([0.274811083176, 0.023560025584], abs=1e-12)
    assert sum(told) == pytest.approx(0.2983711087600027, rel=1e-14)


def test_one_output_has_the_whole_loss():
    answer = handle(traced(PRESETS["2-2-1-a"]))
    assert answer["output_losses"] == [answer["loss"]]


def test_of_a_cross_entropy_only_the_right_class_has_a_part():
    net = Network([1, 3], "softmax", "cross_entropy", use_biases=False, initial_range=0)
    terms = loss_terms(net, net.forward([1.0]), [0, 1, 0])
    assert terms.tolist() == [pytest.approx([0, log(3), 0], rel=1e-15)]
