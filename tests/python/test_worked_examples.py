"""Every number of the worked examples, to full precision and as printed where they were found."""

from itertools import pairwise

import pytest

from backprop import ForwardPass, Network
from backprop.core.network import BackwardPass
from backprop.message.presets import PRESETS

EXACT = 1e-14


def traced(name: str) -> tuple[Network, ForwardPass, BackwardPass]:
    preset = PRESETS[name]
    spec = {key: value for key, value in preset["network"].items() if key != "parameters"}
    net = Network(**spec)  # type: ignore[arg-type]
    net.parameters = preset["network"]["parameters"]
    forward = net.forward(preset["inputs"])
    return net, forward, net.backward(forward, preset["targets"])


def test_one_weight() -> None:
    _, forward, backward = traced("one-weight")
    assert forward.outputs.item() == 0.5
    assert backward.loss == 2.25
    assert backward.gradient.tolist() == [-3]


def test_linear_neuron() -> None:
    net, forward, backward = traced("linear-neuron")
    assert forward.outputs.item() == pytest.approx(2.1, rel=EXACT)
    assert backward.loss == pytest.approx(3.61, rel=EXACT)
    assert backward.output_gradients == pytest.approx(-3.8, rel=EXACT)
    assert backward.gradient == pytest.approx([-7.98, -3.8], rel=EXACT)
    net.parameters -= 0.01 * backward.gradient
    after = net.forward([2.1])
    assert net.parameters == pytest.approx([1.0798, 0.038], rel=EXACT)
    assert after.outputs.item() == pytest.approx(2.30558, rel=EXACT)
    assert net.backward(after, [4]).loss == pytest.approx(2.8710591364, rel=EXACT)


def test_linear_neuron_without_bias_has_its_minimum_where_the_weight_is_target_over_input() -> None:
    net = Network([1, 1], "linear", "squared_error", use_biases=False)
    net.parameters = [4 / 2.1]
    backward = net.backward(net.forward([2.1]), [4])
    assert net.parameters.item() == pytest.approx(1.904762, abs=5e-7)
    assert backward.loss == pytest.approx(0, abs=1e-30)
    assert backward.gradient.item() == pytest.approx(0, abs=1e-14)


def test_relu_walk_has_only_whole_numbers_and_halves_and_a_unit_that_is_off() -> None:
    _, forward, backward = traced("relu-walk")
    assert [z.tolist() for z in forward.pre_activations] == [[[1, -0.5]], [[0.5]]]
    assert forward.activations[1].tolist() == [[1, 0]]
    assert backward.loss == 0.5
    assert backward.output_gradients is not None
    assert backward.output_gradients.tolist() == [[-1]]
    assert [δ.tolist() for δ in backward.error_signals] == [[[-0.5, 0]], [[-1]]]
    assert backward.weight_gradients[1].tolist() == [[-1], [0]]
    assert backward.weight_gradients[0].tolist() == [[-0.5, 0]]


def test_2_2_1_a() -> None:
    net, forward, backward = traced("2-2-1-a")
    assert net.weights[0].tolist() == [[0.2, 0.4], [0.3, 0.1]]
    assert net.weights[1].tolist() == [[0.6], [0.5]]
    z, a = forward.pre_activations, forward.activations
    assert z[0][0] == pytest.approx([0.34, 0.28], rel=EXACT)
    assert a[1][0] == pytest.approx([0.5841905229354073, 0.569546223939229], rel=EXACT)
    assert z[1].item() == pytest.approx(0.635287425730859, rel=EXACT)
    assert forward.outputs.item() == pytest.approx(0.6536874012629181, rel=EXACT)
    assert backward.loss == pytest.approx(0.0010724284008909765, rel=1e-12)
    assert backward.error_signals[1].item() == pytest.approx(-0.010484254563090536, rel=1e-13)
    expected = [-0.00612480215579979, -0.005971267597225847]
    assert backward.weight_gradients[1].ravel() == pytest.approx(expected, rel=1e-13)
    assert backward.weight_gradients[0][0, 0] == pytest.approx(-0.0007640252344581602, rel=1e-13)


def test_2_2_1_a_as_printed() -> None:
    _, forward, _ = traced("2-2-1-a")
    assert [f"{a:.3f}" for a in forward.activations[1][0]] == ["0.584", "0.570"]
    assert f"{forward.outputs.item():.3f}" == "0.654"


def test_2_2_1_b() -> None:
    net, forward, backward = traced("2-2-1-b")
    assert net.weights[0].tolist() == [[0.4, 0.3], [0.2, 0.5]]
    assert net.weights[1].tolist() == [[0.6], [0.4]]
    assert forward.pre_activations[0][0] == pytest.approx([0.26, 0.30], rel=EXACT)
    expected = [0.5646362918030292, 0.574442516811659]
    assert forward.activations[1][0] == pytest.approx(expected, rel=EXACT)
    assert forward.outputs.item() == pytest.approx(0.6384305551096378, rel=EXACT)
    assert backward.loss == pytest.approx(0.06536623173916235, rel=1e-13)
    assert backward.error_signals[1].item() == pytest.approx(-0.08346359922931729, rel=1e-13)
    expected = [-0.04712657716937588, -0.047945040003448666]
    assert backward.weight_gradients[1].ravel() == pytest.approx(expected, rel=1e-13)
    expected = [-0.012310320834654111, -0.008161348222092777]
    assert backward.error_signals[0][0] == pytest.approx(expected, rel=1e-13)
    assert backward.weight_gradients[0][0, 0] == pytest.approx(-0.0061551604173270555, rel=1e-13)


def test_2_2_1_b_as_printed() -> None:
    _, forward, backward = traced("2-2-1-b")
    assert f"{forward.outputs.item():.3f}" == "0.638"
    assert f"{backward.loss:.3f}" == "0.065"
    assert f"{-backward.error_signals[1].item():.3f}" == "0.083"


def test_2_1_1_in_the_cells_of_a_spreadsheet() -> None:
    _, forward, backward = traced("2-1-1")
    z = 0.4 * 0.5 + 0.6 * 0.3
    a = 0.593873102  # 1/(1 + e^−0.38)
    assert z == pytest.approx(0.38)
    assert forward.activations[1].item() == pytest.approx(a, abs=1e-9)
    assert forward.outputs.item() == pytest.approx(0.8 * a, abs=1e-9)
    slope = (0.8 * a - 1) * 0.8 * a * (1 - a)
    assert backward.weight_gradients[0].ravel() == pytest.approx([slope * 0.5, slope * 0.3])


@pytest.mark.parametrize(
    ("name", "output"),
    [
        ("xor-00", 0.09115459),
        ("xor-01", 0.82772158),
        ("xor-10", 0.82772158),
        ("xor-11", 0.09115459),
    ],
)
def test_the_hand_made_xor_network_answers_all_four_on_the_right_side(
    name: str, output: float
) -> None:
    _, forward, _ = traced(name)
    assert forward.outputs.item() == pytest.approx(output, abs=5e-9)
    assert (output > 0.5) == (PRESETS[name]["targets"] == [1.0])


@pytest.mark.parametrize("name", PRESETS)
def test_one_step_of_descent_lowers_the_loss_of_every_preset(name: str) -> None:
    net, _, backward = traced(name)
    preset = PRESETS[name]
    after = net.parameters - preset["learning_rate"] * backward.gradient
    assert net.loss_at(after, preset["inputs"], preset["targets"]).real < backward.loss


def test_the_deeper_preset_is_the_drawn_network_rounded() -> None:
    drawn = Network([2, 3, 3, 1], "tanh", "half_squared_error", seed=5, initial_range=1.5)
    assert PRESETS["2-3-3-1"]["network"]["parameters"] == drawn.parameters.round(2).tolist()


def test_blame_of_a_chain_is_the_product_of_its_links() -> None:
    net = Network([1, 1, 1, 1, 1], "linear", "half_squared_error", use_biases=False)
    net.parameters = [1.0, 0.6, 0.5, 0.3]
    backward = net.backward(net.forward([1]), [-0.91])  # ŷ = 0.09, so ∂E/∂ŷ = 1
    assert net.forward([1]).outputs.item() == pytest.approx(0.09, rel=EXACT)
    assert backward.weight_gradients[0].item() == pytest.approx(0.09, rel=1e-12)


def test_error_signals_shrink_by_a_quarter_a_layer_at_most_where_weights_are_one() -> None:
    depth = 10
    net = Network([1] * (depth + 1), "sigmoid", "half_squared_error")
    for w, b in zip(net.weights, net.biases, strict=True):
        w[:] = 1
        b[:] = -0.5  # z = a − 0.5 is zero wherever a is one half
    forward = net.forward([0.5])
    δ = [signal.item() for signal in net.backward(forward, [0]).error_signals]
    assert [earlier / later for earlier, later in pairwise(δ)] == [0.25] * 9
    assert δ[0] / δ[-1] == 0.25**9
    assert 0.5**100 == 7.888609052210118e-31
