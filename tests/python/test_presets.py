import pytest

from backprop import Network
from backprop.engine import handle
from backprop.message.presets import PRESETS, XOR_RUN, build, traced


def test_presets_have_the_names_that_the_page_asks_for() -> None:
    assert list(PRESETS) == [
        *("2-2-1-c", "2-2-1-a", "2-2-1-b", "2-1-1", "xor-00", "xor-01", "xor-10", "xor-11"),
        *("2-3-3-1", "relu-walk", "relu-walk-half", "linear-neuron", "one-weight"),
    ]


def test_the_network_that_opens_has_gradients_of_both_signs_and_learns_within_sight() -> None:
    preset = PRESETS["2-2-1-c"]
    net = build(preset["network"])
    losses = []
    for _ in range(6):
        backward = net.backward(net.forward(preset["inputs"]), preset["targets"])
        losses.append(backward.loss)
        signs = {gradient > 0 for gradient in backward.gradient.tolist()}
        assert signs == {True, False}
        net.parameters -= preset["learning_rate"] * backward.gradient
    assert losses == sorted(losses, reverse=True)
    assert losses[1] < 0.85 * losses[0]
    assert losses[5] < 0.3 * losses[0]


# By hand: ŷ is 0.5 and t 1.5, so the weights v1 and w1 move by η and η / 2; then ŷ is
# (1 + η / 2) (0.5 + η).
@pytest.mark.parametrize(("name", "after"), [("relu-walk", 0.28125), ("relu-walk-half", 0.03125)])
def test_the_walk_s_first_update_takes_the_loss_from_a_half(name: str, after: float) -> None:
    update = handle(traced(PRESETS[name]))["update"]
    assert (update["loss_before"], update["loss_after"]) == (0.5, after)


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_s_numbers_fit_its_network(name: str) -> None:
    preset = PRESETS[name]
    spec = {key: value for key, value in preset["network"].items() if key != "parameters"}
    net = Network(**spec)  # type: ignore[arg-type]
    assert len(preset["network"]["parameters"]) == net.parameters.size
    assert len(preset["inputs"]) == net.layer_sizes[0]
    assert len(preset["targets"]) == net.layer_sizes[-1]


def test_the_xor_run_s_start_is_one_that_gradient_descent_gets_out_of() -> None:
    net = Network(**XOR_RUN["network"])
    inputs, targets = [[0, 0], [0, 1], [1, 0], [1, 1]], [[0], [1], [1], [0]]
    step = 0 * net.parameters
    for _ in range(900):
        gradient = net.backward(net.forward(inputs), targets).gradient
        step = XOR_RUN["momentum"] * step - XOR_RUN["learning_rate"] * gradient
        net.parameters += step
    outputs = net.forward(inputs).outputs
    assert (outputs > 0.5).ravel().tolist() == [False, True, True, False]
    assert net.loss_at(net.parameters, inputs, targets).real < XOR_RUN["stopping"]["loss_below"]
