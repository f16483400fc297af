"""What each example asks of a weight, and how the askings add up."""

import numpy as np
import pytest

from backprop import engine
from backprop.core.datasets import xor
from backprop.core.network import Network
from backprop.explain.chain_rule import explain_weight
from backprop.figures import pulls
from backprop.figures.pulls import OPENINGS


@pytest.fixture
def net() -> Network:
    return Network((2, 3, 1), ("tanh", "sigmoid"), "half_squared_error", seed=4)


def test_shares_of_the_examples_are_the_gradients_of_each_alone_over_their_number(net):
    examples = xor()
    forward_pass = net.forward(examples.inputs)
    backward = net.backward(forward_pass, examples.targets)
    for index, address in enumerate(net.layout.addresses()):
        shares = pulls.per_example_gradients(net, forward_pass, backward, address)
        for k, (x, t) in enumerate(zip(examples.inputs, examples.targets, strict=True)):
            alone = net.backward(net.forward(x), t).gradient[index]
            assert shares[k] == pytest.approx(alone / 4, abs=1e-17)
        assert shares.sum() == pytest.approx(backward.gradient[index], abs=1e-16)


def test_shares_hold_for_direct_links_too():
    net = Network((2, 1, 1), "sigmoid", "half_squared_error", seed=1, skip_to_output=True)
    forward_pass = net.forward(xor().inputs)
    backward = net.backward(forward_pass, xor().targets)
    shares = pulls.per_example_gradients(net, forward_pass, backward, (2, 1, 0))
    assert shares[0] == 0  # its input is 0
    assert shares.sum() == pytest.approx(backward.gradient[-1])


def test_pull_is_the_downhill_slope_of_an_examples_own_part_of_the_loss():
    run = pulls.run_of(29)
    told = engine.handle(OPENINGS["pulls"])
    moment, step = 40, 1e-5
    net = Network(run.net.layer_sizes, "sigmoid", "half_squared_error")
    for k, (x, t) in enumerate(zip(run.dataset.inputs, run.dataset.targets, strict=True)):
        up, down = run.parameters[moment].copy(), run.parameters[moment].copy()
        up[6] += step
        down[6] -= step
        slope = (net.loss_at(up, x, t) - net.loss_at(down, x, t)) / (2 * step)
        assert told["pulls"][moment][k] == pytest.approx(-slope / 4, rel=1e-6)
    explained = explain_weight(net, [1, 0], [1], 1, 0, 0)
    assert told["weight"]["symbol"] == explained.symbol


def test_share_left_is_all_where_all_agree_and_nothing_where_two_cancel():
    rows = np.array([[1.0, 2.0, 1.0], [2.0, -1.0, -1.0], [3.0, -1.0, 0.0], [0.0, 0.0, 0.0]])
    assert pulls.share_left(rows) == pytest.approx([1, 0, 0.5, 0])


def test_plateau_of_the_run_is_a_tug_of_war():
    told = engine.handle(OPENINGS["pulls"])
    moment = told["plateau"]
    assert 0.12 < told["losses"][moment] < 0.13  # every answer is near ½: the loss is near ⅛
    assert sum(abs(pull) for pull in told["pulls"][moment]) > 0.01
    assert abs(told["sums"][moment]) < 0.1 * 0.01 * 4
    assert "tug-of-war" in told["sentences"][moment]
    assert told["left"][-1] > 0.5


def test_weight_that_the_network_does_not_have_is_refused():
    assert engine.handle({"kind": "pulls", "weight": 9, "seed": 29})["field"] == "weight"
