import pytest

from backprop import Network
from backprop.message.presets import PRESETS, XOR_RUN


def test_presets_have_the_names_that_the_page_asks_for() -> None:
    assert list(PRESETS) == [
        *("2-2-1-a", "2-2-1-b", "2-1-1", "xor-00", "xor-01", "xor-10", "xor-11"),
        *("2-3-3-1", "relu-walk", "linear-neuron", "one-weight"),
    ]


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
