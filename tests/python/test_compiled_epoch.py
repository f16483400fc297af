"""The fast loop does what the readable network says, on networks of every kind."""

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st
from random_networks import TRAINED_ENDS, Case, cases, distance_to_kinks

from backprop import Network
from backprop.core.datasets import Dataset
from backprop.core.rules import Array
from backprop.training.compiled_epoch import CompiledEpochs

EPOCHS = 4


def written_out(
    net: Network, dataset: Dataset, compiled: CompiledEpochs, learning_rate: float, momentum: float
) -> tuple[Array, Array, float]:
    """Gradient descent with momentum as a textbook has it; net ends with the new parameters."""
    velocity = np.zeros_like(net.parameters)
    losses: list[float] = []
    kinks = np.inf
    for epoch in range(EPOCHS):
        losses.append(net.backward(net.forward(dataset.inputs), dataset.targets).loss)
        for batch in compiled.batches(epoch):
            x, t = dataset.inputs[batch], dataset.targets[batch]
            kinks = min(kinks, distance_to_kinks(net, x))
            gradient = net.backward(net.forward(x), t).gradient
            velocity = momentum * velocity - learning_rate * gradient
            net.parameters += velocity
    return np.array(losses), velocity, kinks


@given(
    case=cases(ends=TRAINED_ENDS, max_batch=7),
    batch_size=st.none() | st.integers(1, 7),
    momentum=st.sampled_from([0.0, 0.5, 0.9]),
    learning_rate=st.sampled_from([0.0, 0.001, 0.02]),
    seed=st.integers(0, 2**32 - 1),
)
def test_compiled_epochs_do_what_forward_and_backward_say(
    case: Case, batch_size: int | None, momentum: float, learning_rate: float, seed: int
) -> None:
    net, dataset = case.net, Dataset("random", case.inputs, case.targets)
    compiled = CompiledEpochs(net, dataset, learning_rate, momentum, batch_size, seed)
    losses = np.empty(EPOCHS)
    compiled.train(0, losses)

    expected, velocity, kinks = written_out(net, dataset, compiled, learning_rate, momentum)
    # At a kink the last digit decides between two slopes; and a run that explodes multiplies
    # its rounding errors. Neither tells anything of the epochs.
    assume(kinks > 1e-9)
    assume(np.abs(net.parameters).max() < 20)
    assume(expected.max() < 100)
    assert np.abs(losses - expected).max() <= 1e-12 * max(1, expected.max())
    assert (
        np.abs(compiled.parameters - net.parameters).max() <= 1e-12 * np.abs(net.parameters).max()
    )
    assert np.abs(compiled.velocity - velocity).max() <= 1e-12 * max(1, np.abs(velocity).max())


@given(case=cases(ends=TRAINED_ENDS, max_batch=5), other=st.integers(1, 9))
def test_loss_is_measured_on_whole_sets_as_the_network_measures_it(case: Case, other: int) -> None:
    net, dataset = case.net, Dataset("random", case.inputs, case.targets)
    rng = np.random.default_rng(other)
    held_out = Dataset(
        "other",
        rng.uniform(-2, 2, (other, net.layer_sizes[0])),
        rng.uniform(0, 1, (other, net.layer_sizes[-1])),
    )
    compiled = CompiledEpochs(net, dataset, 0.1, 0.9, 2, 0, held_out)
    for found, examples in ((compiled.loss(), dataset), (compiled.held_out_loss(), held_out)):
        expected = net.backward(net.forward(examples.inputs), examples.targets).loss
        assert abs(found - expected) <= 1e-12 * max(1, expected)


def test_losses_of_certain_but_wrong_answers_are_exact() -> None:
    # z = ±800: σ(z) rounds to 0 or 1, and −ln σ(−800) = 800 to the last digit.
    dataset = Dataset("far", np.array([[800.0], [-800.0]]), np.array([[0.0], [1.0]]))
    sigmoid = Network([1, 1], "sigmoid", "binary_cross_entropy", use_biases=False)
    sigmoid.parameters[:] = 1
    assert CompiledEpochs(sigmoid, dataset, 0.1, 0, None, 0).loss() == 800

    dataset = Dataset("far", np.array([[800.0]]), np.array([[0.0, 1.0]]))
    softmax = Network([1, 2], "softmax", "cross_entropy", use_biases=False)
    softmax.parameters[:] = 1, -1
    assert CompiledEpochs(softmax, dataset, 0.1, 0, None, 0).loss() == 1600


def test_one_epoch_one_by_one_takes_every_example_once_in_an_order_of_its_own() -> None:
    dataset = Dataset("line", np.arange(20.0)[:, None], np.zeros((20, 1)))
    net = Network([1, 1], "linear", "half_squared_error", seed=1)
    compiled = CompiledEpochs(net, dataset, 0.1, 0.9, 1, seed=3)
    orders = [[int(i) for (i,) in compiled.batches(epoch)] for epoch in (0, 1, 64, 0)]
    assert all(sorted(order) == list(range(20)) for order in orders)
    assert orders[0] == orders[3]
    assert orders[0] != orders[1]
    assert orders[0] != orders[2]


def test_the_last_batch_may_be_smaller_than_the_others() -> None:
    dataset = Dataset("line", np.arange(10.0)[:, None], np.zeros((10, 1)))
    compiled = CompiledEpochs(
        Network([1, 1], "linear", "squared_error", seed=1), dataset, 0.1, 0.9, 4, seed=3
    )
    assert [len(batch) for batch in compiled.batches(0)] == [4, 4, 2]
