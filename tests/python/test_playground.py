"""TensorFlow Playground's runs, held to the page's own numbers and to its loop written out."""

import re
from dataclasses import replace

import numpy as np
import pytest
from plain_network import plain_gradient

from backprop.playground import Playground, Settings, from_link
from backprop.playground.chance import SeededRandom

DEFAULTS = "seed=0.59704"
SPIRAL = (
    "seed=0.12345&dataset=spiral&noise=10&networkShape=8,8&activation=relu&sinX=true&sinY=true"
    "&batchSize=30&regularization=L2&regularizationRate=0.001&percTrainData=70"
)
CLOUDS = "seed=0.42182&dataset=gauss&noise=50&networkShape=1"
PEAKS = "seed=0.42182&problem=regression&regDataset=reg-gauss&noise=5&networkShape=6,4&xTimesY=true"

# Losses of the page itself: (epochs done, of the training points, of the test points).
MEASURED_THERE = {
    DEFAULTS: [
        (0, 0.4994400967795191, 0.5011900890290666),
        (1, 0.49757837808668076, 0.49811584841550893),
        (10, 0.486274570790497, 0.48422242942162247),
        (100, 0.010395673188064355, 0.011562363897663278),
    ],
    SPIRAL: [
        (0, 0.5255908278915181, 0.5406598118293426),
        (1, 0.48898714920681097, 0.5091552960955261),
        (10, 0.4598991911301495, 0.4915769326099676),
        (100, 0.3521937775394995, 0.3803146816098279),
    ],
    CLOUDS: [
        (0, 0.4230535544887053, 0.391877356071044),
        (1, 0.2746129135575379, 0.26241977567565916),
        (10, 0.14470691249451707, 0.13022407105120423),
        (100, 0.1375314136314245, 0.1291252604521871),
    ],
    PEAKS: [
        (0, 0.07217163385520797, 0.08824010657691382),
        (1, 0.0419744675983232, 0.0454892517432506),
        (10, 0.03258852540609992, 0.03488931099536335),
        (100, 0.01933182874760008, 0.02176210095639103),
    ],
}


def test_the_generator_gives_the_numbers_of_seedrandom():
    random = SeededRandom("0.59704")
    drawn = [random() for _ in range(3)]
    assert drawn == [0.3720885891366738, 0.5777042295963245, 0.512260760220704]


def test_the_first_point_and_the_first_weights_are_those_of_the_page():
    playground = from_link(DEFAULTS)
    assert playground.training_points[0].tolist() == [0.24014491222149606, 0.46035893207186385]
    assert playground.training.targets[0] == 1
    first_unit = playground.network.weights[0][:, 0]
    assert first_unit.tolist() == [0.013961340352000695, 0.43302599830780975]
    assert (len(playground.training), len(playground.test)) == (250, 250)


@pytest.mark.parametrize("link", MEASURED_THERE)
def test_losses_are_those_of_the_page(link):
    playground = from_link(link)
    done = 0
    for epochs, training, test in MEASURED_THERE[link]:
        playground.run(epochs - done, measure_every=100)
        done = epochs
        assert playground.training_loss == pytest.approx(training, rel=1e-12)
        assert playground.test_loss == pytest.approx(test, rel=1e-12)
    assert playground.epoch == 100


def epochs_written_out(playground, epochs):
    """The page's loop: an example at a time, sums of gradients, and a step when they are enough."""
    chosen, net = playground.settings, playground.network
    w = net.parameters.copy()
    biases = np.zeros(w.size, dtype=bool)
    for layer in net.split(biases).biases:
        layer[:] = True
    ended = np.zeros(w.size, dtype=bool)
    sums, count, change = np.zeros(w.size), 0, np.zeros(w.size)
    m, v, steps = np.zeros(w.size), np.zeros(w.size), 0
    η, λ = chosen.learning_rate, chosen.regularisation_rate
    for _ in range(epochs):
        for i in range(len(playground.training)):
            example = playground.training.inputs[i : i + 1], playground.training.targets[i : i + 1]
            sums, count = sums + plain_gradient(net, w, example), count + 1
            if (i + 1) % chosen.batch_size:
                continue
            pull = w if chosen.regularisation == "L2" else np.sign(w)
            change = chosen.momentum * change - η * sums / count
            if chosen.optimiser == "adam":  # Kingma and Ba, 2015, algorithm 1
                steps += 1
                m, v = 0.9 * m + 0.1 * sums / count, 0.999 * v + 0.001 * (sums / count) ** 2
                change = -η * (m / (1 - 0.9**steps)) / (np.sqrt(v / (1 - 0.999**steps)) + 1e-8)
            moved = w + change
            new = moved - η * λ * pull
            if chosen.regularisation == "L1":
                crosses = ~biases & (moved * new < 0)
                new[crosses] = 0
                ended |= crosses
            new = np.where(biases, moved, new)
            w = np.where(ended, 0, new)
            sums, count = np.zeros(w.size), 0
    return w, ended


@pytest.mark.parametrize(
    ("regularisation", "rate", "optimiser", "momentum"),
    [
        ("none", 0.0, "descent", 0.0),
        ("L1", 0.03, "descent", 0.0),
        ("L2", 0.1, "descent", 0.0),
        ("L1", 0.1, "descent", 0.5),
        ("none", 0.0, "adam", 0.0),
        ("L1", 0.3, "adam", 0.0),
    ],
)
def test_epochs_do_what_the_page_s_loop_does(regularisation, rate, optimiser, momentum):
    # 5% of 500 are 25 examples, so batches of 10 leave 5 over to the next epoch.
    settings = Settings(
        seed="0.7",
        dataset="xor",
        training_percent=5,
        hidden_layers=(3,),
        learning_rate=0.1,
        optimiser=optimiser,
        momentum=momentum,
        regularisation=regularisation,
        regularisation_rate=rate,
    )
    playground = Playground(settings)
    expected, ended = epochs_written_out(playground, 40)
    playground.run(40)
    assert np.abs(playground.network.parameters - expected).max() < 1e-13
    assert bool(ended.any()) == (regularisation == "L1")
    assert (playground.network.parameters[ended] == 0).all()


def test_single_steps_and_slices_of_epochs_end_in_the_same_weights():
    whole, stepped = (
        from_link(f"{DEFAULTS}&percTrainData=45"),
        from_link(f"{DEFAULTS}&percTrainData=45"),
    )
    whole.run(3)
    stepped.step(30)  # 225 examples are 22 steps in an epoch
    assert stepped.epoch == 1
    stepped.run(2)  # the second epoch is finished first
    assert stepped.epoch == 3
    assert (whole.network.parameters == stepped.network.parameters).all()


@pytest.mark.parametrize("changes", [{"momentum": 0.9}, {"optimiser": "adam"}])
def test_a_state_takes_a_run_on_and_restart_takes_it_back(changes):
    settings = replace(from_link(SPIRAL).settings, **changes)
    one, other = Playground(settings), Playground(settings)
    start = one.network.parameters.copy()
    one.step(20)
    other.go_to(one.state)
    one.run(2)
    other.run(2)
    assert (one.network.parameters == other.network.parameters).all()
    one.restart()
    assert one.epoch == 0
    assert (one.network.parameters == start).all()
    assert (one.state.velocity == 0).all()
    assert (one.state.squares == 0).all()
    one.step(20)
    one.run(2)
    assert (one.network.parameters == other.network.parameters).all()


def test_losses_are_measured_every_few_epochs_and_at_the_end():
    curve = from_link(DEFAULTS).run(10, measure_every=4)
    assert curve.epochs.tolist() == [4, 8, 10]
    assert curve.training[-1] == pytest.approx(0.486274570790497, rel=1e-12)
    assert curve.ended is None
    with pytest.raises(ValueError, match="measure_every must be at least 1"):
        from_link(DEFAULTS).run(1, measure_every=0)


def test_a_set_smaller_than_a_batch_never_makes_a_step():
    playground = from_link(f"{DEFAULTS}&batchSize=251")
    start = playground.network.parameters.copy()
    playground.run(5)
    playground.step()
    assert playground.epoch == 5
    assert (playground.network.parameters == start).all()


def test_frozen_parameters_stay_and_the_others_move():
    playground = from_link(f"{DEFAULTS}&regularization=L2&regularizationRate=0.1")
    playground.frozen = [(0, 0, 1), (2, None, 0)]
    assert playground.frozen == ((0, 0, 1), (2, None, 0))
    before = playground.network.parameters.copy()
    playground.run(2)
    stayed = np.flatnonzero(playground.network.parameters == before)
    addresses = playground.network.layout.addresses()
    assert [addresses[index] for index in stayed] == [(0, 0, 1), (2, None, 0)]
    with pytest.raises(ValueError, match="frozen"):
        playground.frozen = [(9, 0, 0)]


def test_a_parameter_takes_another_value_and_lives_again_after_l1():
    playground = from_link(f"{DEFAULTS}&regularization=L1&regularizationRate=0.1")
    playground.run(20)
    assert (playground.network.weights[0] == 0).all()
    playground.change((0, 1, 2), 3.5)
    assert playground.network.weights[0][1, 2] == 3.5
    playground.step()
    assert 3.4 < playground.network.weights[0][1, 2] < 3.5
    assert np.count_nonzero(playground.network.weights[0]) == 1
    for address, value, word in (((0, 9, 0), 1.0, "address"), ((0, 0, 0), 1e7, "value")):
        with pytest.raises(ValueError, match=word):
            playground.change(address, value)


@pytest.mark.parametrize(
    ("field", "value"), [("epoch", -1), ("step", 25), ("alive", np.ones(3)), ("parameters", [1])]
)
def test_a_state_that_does_not_go_with_a_run_is_refused_by_its_field(field, value):
    playground = from_link(DEFAULTS)
    with pytest.raises(ValueError, match=field):
        playground.go_to(replace(playground.state, **{field: value}))


def test_all_gradients_of_one_example_are_the_derivatives_of_its_loss():
    playground = from_link(SPIRAL)
    forward, backward = playground.passes([1.5, -0.5], [1])
    inputs = np.array([[1.5, -0.5, np.sin(1.5), np.sin(-0.5)]])
    assert np.abs(forward.activations[0] - inputs).max() < 1e-15
    net = playground.network
    expected = plain_gradient(net, net.parameters, (inputs, np.array([[1.0]])))
    assert np.abs(backward.gradient - expected).max() < 1e-14


def test_a_run_of_too_much_l2_tells_that_weights_double_in_every_step():
    playground = from_link(f"{DEFAULTS}&learningRate=0.3&regularization=L2&regularizationRate=10")
    curve = playground.run(1_000)
    assert curve.ended is not None
    assert "0.3 · 10 = 3 is more than 2" in curve.ended
    assert "1 − ηλ = −2 in each step" in curve.ended
    # A float64 ends at 2¹⁰²⁴, and the first weights are below 1.
    step = int(re.findall(r"In step ([\d,]+)", curve.ended)[-1].replace(",", ""))
    assert 1_015 <= step <= 1_035
    assert np.isfinite(playground.network.parameters).all()
    assert np.isfinite(curve.training).all()
    assert playground.epoch == curve.epochs[-1] == (step - 1) // 25
    assert playground.run(10).ended == curve.ended


def test_a_run_of_a_linear_output_with_long_steps_tells_the_curvature():
    playground = from_link(
        "seed=0.59704&problem=regression&learningRate=1&batchSize=1&networkShape="
    )
    curve = playground.run(5)
    assert (playground.epoch, len(curve.epochs)) == (0, 0)
    assert curve.ended is not None
    told = re.search(r"In step (\d+) the curvature κ .* is ([\d.]+)\. ηκ", curve.ended)
    assert told is not None
    # Without hidden layers a step with η = 1 multiplies the error by 1 − (1 + x² + y²).
    curvatures = 1 + (playground.training_points**2).sum(axis=1)
    first = int(np.argmax(curvatures > 2))
    assert int(told[1]) == first + 1
    assert float(told[2]) == pytest.approx(curvatures[first], rel=5e-3)
    assert playground.step(600) is not None
    assert np.isfinite(playground.network.parameters).all()


def test_momentum_bears_longer_steps_and_tells_where_they_are_too_long():
    settings = Settings(dataset="reg-plane", hidden_layers=(), batch_size=600, momentum=0.5)
    points = Playground(settings).training_points
    inputs = np.column_stack([points, np.ones(600)])
    κ = np.linalg.eigvalsh(inputs.T @ inputs / 600).max()
    # Without momentum ηκ = 2 is the bound, with momentum 0.5 it is 2 (1 + 0.5) = 3.
    for ηκ, momentum, overflows in ((2.1, 0.0, True), (2.9, 0.5, False), (3.1, 0.5, True)):
        playground = Playground(replace(settings, learning_rate=ηκ / κ, momentum=momentum))
        ended = playground.run(9_000, measure_every=1_000).ended
        assert (ended is not None) == overflows
        if ended is not None:
            bound = "more than 2(1 + α) = 3, so" if momentum else "more than 2, so"
            assert f"ηκ = {ηκ} is {bound}" in ended
        else:
            assert playground.training_loss < 1e-9


def test_parameters_without_a_finite_loss_are_not_trained():
    playground = from_link("seed=0.1&problem=regression&batchSize=2000")
    playground.network.parameters[:] = 1e200
    for train in (playground.run, playground.step):
        with pytest.raises(ValueError, match="not finite"):
            train(1)


@pytest.mark.host
def test_the_command_prints_the_losses_as_a_table(capsys):
    from backprop.playground.__main__ import main  # noqa: PLC0415 - a page has no commands

    assert main([f"{DEFAULTS}&dropout=0.5", "--epochs", "10"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Not taken over: TensorFlow Playground has no dropout."
    epoch, training, test = lines[-1].split()
    assert int(epoch) == 10
    assert float(training) == pytest.approx(0.486274570790497, rel=1e-12)
    assert float(test) == pytest.approx(0.48422242942162247, rel=1e-12)
