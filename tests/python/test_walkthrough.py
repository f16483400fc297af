import re
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from latex_arithmetic import braces_balance, worked_out
from random_networks import Case, complex_step_gradient, examples

import backprop
from backprop import Network, walkthrough
from backprop.explain.step import Step


def relu_walk() -> tuple[Step, ...]:
    net = Network([1, 2, 1], ["relu", "linear"], "half_squared_error", use_biases=False)
    net.parameters = [1, -0.5, 0.5, 1]
    return walkthrough(net, [1], [1.5], 1)


def sigmoid_walk(**options: object) -> tuple[Step, ...]:
    net = Network([2, 2, 1], "sigmoid", "half_squared_error", use_biases=False)
    net.parameters = [0.2, 0.4, 0.3, 0.1, 0.6, 0.5]
    return walkthrough(net, [0.5, 0.8], [0.7], 0.5, **options)  # type: ignore[arg-type]


def test_the_name_in_the_package_is_the_function() -> None:
    assert callable(backprop.walkthrough)


def test_the_relu_walk_has_seventeen_steps_in_the_order_of_the_lesson() -> None:
    steps = relu_walk()
    assert [(step.phase, step.operation, step.place) for step in steps] == [
        ("forward", "pre_activation", "pre:1,0"),
        ("forward", "activation", "unit:1,0"),
        ("forward", "pre_activation", "pre:1,1"),
        ("forward", "activation", "unit:1,1"),
        ("forward", "pre_activation", "unit:2,0"),
        ("loss", "loss", "loss"),
        ("backward", "output_gradient", "error:2,0"),
        ("backward", "weight_gradient", "weight:1,0,0"),
        ("backward", "weight_gradient", "weight:1,1,0"),
        ("backward", "activation_gradient", "unit:1,0"),
        ("backward", "error_signal", "error:1,0"),
        ("backward", "activation_gradient", "unit:1,1"),
        ("backward", "error_signal", "error:1,1"),
        ("backward", "weight_gradient", "weight:0,0,0"),
        ("backward", "weight_gradient", "weight:0,0,1"),
        ("update", "update", "rate"),
        ("update", "update", "rate"),
    ]


def test_the_relu_walk_has_the_values_worked_out_by_hand() -> None:
    assert [step.value for step in relu_walk()] == [
        *(1, 1, -0.5, 0, 0.5),
        0.5,
        *(-1, -1, 0, -0.5, -0.5, -1, 0, -0.5, 0),
        [1.5, 1],
        [1.5, -0.5],
    ]


def test_the_relu_walk_needs_no_rounding_and_says_so() -> None:
    assert not any(r"\approx" in step.substituted for step in relu_walk())


def test_formulas_use_the_letters_of_the_page() -> None:
    formulas = {step.place: (step.formula, step.substituted) for step in sigmoid_walk()[:-2]}
    assert formulas["pre:1,0"] == (
        r"z^{(1)}_1 = w^{(1)}_{11} \, x_1 + w^{(1)}_{21} \, x_2",
        r"z^{(1)}_1 = 0.2 \cdot 0.5 + 0.3 \cdot 0.8 = 0.34",
    )
    assert formulas["unit:2,0"] == (
        r"\frac{\partial E}{\partial \hat{y}} = \hat{y} - t",
        r"\frac{\partial E}{\partial \hat{y}} = 0.6537 - 0.7 \approx -0.04631",
    )
    assert formulas["error:1,0"] == (
        r"\delta^{(1)}_1 = \frac{\partial E}{\partial a^{(1)}_1} \, \sigma'(z^{(1)}_1)",
        r"\delta^{(1)}_1 = (-0.006291) \cdot 0.2429 \approx -0.001528",
    )
    assert formulas["weight:0,0,0"] == (
        r"\frac{\partial E}{\partial w^{(1)}_{11}} = x_1 \, \delta^{(1)}_1",
        r"\frac{\partial E}{\partial w^{(1)}_{11}} = 0.5 \cdot (-0.001528) \approx -0.000764",
    )


def test_the_update_writes_out_every_weight_of_a_small_layer() -> None:
    assert sigmoid_walk()[-2].substituted == (
        r"\begin{aligned} w^{(2)}_{11} & \leftarrow 0.6 - 0.5 \cdot (-0.006125) \approx 0.6031 \\ "
        r"w^{(2)}_{21} & \leftarrow 0.5 - 0.5 \cdot (-0.005971) \approx 0.503 \end{aligned}"
    )


def test_the_update_of_a_large_layer_ends_in_dots() -> None:
    net = Network([4, 4, 1], "sigmoid", "half_squared_error", seed=1)
    last = walkthrough(net, [1, 2, 3, 4], [1], 0.1)[-1]
    assert isinstance(last.value, list)
    assert len(last.value) == 20
    assert last.substituted.count(r"\leftarrow") == 5
    assert r"\vdots" in last.substituted


def test_frozen_weights_stay_and_are_called_frozen() -> None:
    moved, held = sigmoid_walk()[-1], sigmoid_walk(frozen=[1])[-1]
    assert isinstance(moved.value, list)
    assert held.value == [moved.value[0], 0.4, *moved.value[2:]]
    assert r"w^{(1)}_{12} & = 0.4 \text{ (frozen)}" in held.substituted
    assert "3 weights" in held.sentence
    assert "1 frozen one stays" in held.sentence


def test_a_walk_leaves_the_network_as_it_was() -> None:
    net = Network([2, 2, 1], "sigmoid", "half_squared_error", seed=1)
    before = net.parameters.tolist()
    walkthrough(net, [0.5, 0.8], [0.7], 0.5)
    assert net.parameters.tolist() == before


def test_softmax_waits_for_every_pre_activation() -> None:
    net = Network([1, 3], "softmax", "cross_entropy", seed=1, use_biases=False)
    places = [step.place for step in walkthrough(net, [1], [0, 0, 1], 0.1)]
    forward = ["pre:1,0", "pre:1,1", "pre:1,2", "unit:1,0", "unit:1,1", "unit:1,2", "loss"]
    assert places[:7] == forward
    assert places[7:10] == ["error:1,0", "error:1,1", "error:1,2"]


def test_direct_links_are_one_layer_more() -> None:
    net = Network([2, 1, 1], "sigmoid", "half_squared_error", seed=1, skip_to_output=True)
    steps = walkthrough(net, [1, 0], [1], 0.5)
    output = next(step for step in steps if step.place == "pre:2,0")
    assert output.weights == ((1, 0, 0), (2, 0, 0), (2, 1, 0))
    assert r"u_{11} \, x_1 + u_{21} \, x_2" in output.formula
    gradients = [step.place for step in steps if step.operation == "weight_gradient"]
    assert gradients == [
        "weight:1,0,0",
        "weight:2,0,0",
        "weight:2,1,0",
        "weight:0,0,0",
        "weight:0,1,0",
    ]
    assert steps[-2].weights == ((1, 0, 0), (2, 0, 0), (2, 1, 0))


def test_an_error_signal_of_a_cross_entropy_is_one_step() -> None:
    net = Network([1, 1], "sigmoid", "binary_cross_entropy", use_biases=False)
    net.parameters = [0]
    steps = walkthrough(net, [1], [1], 0.1)
    assert [step.operation for step in steps] == [
        *("pre_activation", "activation", "loss", "error_signal", "weight_gradient", "update"),
    ]
    assert steps[3].substituted == r"\delta^{(1)}_1 = 0.5 - 1 = -0.5"


def test_a_saturated_output_is_explained_without_a_logarithm_of_zero() -> None:
    net = Network([1, 1], "sigmoid", "binary_cross_entropy", use_biases=False)
    net.parameters = [1000]
    loss = next(step for step in walkthrough(net, [1], [0], 0.1) if step.phase == "loss")
    assert loss.value == 1000
    assert r"\ln(1 + \exp(1000))" in loss.substituted


def test_a_unit_that_is_off_says_why_its_gradients_are_exactly_zero() -> None:
    sentences = {step.place: step.sentence for step in relu_walk()}
    assert sentences["error:1,1"] == (
        "Hidden unit 2 is off: where ReLU is flat, a small change of its input changes nothing, "
        "so its error signal is exactly 0."
    )
    assert sentences["weight:1,1,0"] == (
        "Hidden unit 2 sent 0, so no change of this weight could matter: its gradient is exactly 0."
    )
    assert sentences["weight:0,0,1"] == (
        "No error comes back through hidden unit 2, so this weight's gradient is exactly 0."
    )


@given(examples())
def test_values_are_those_of_the_pass_and_gradients_those_of_the_complex_step(case: Case) -> None:
    net, inputs, targets = case
    steps = walkthrough(net, inputs, targets, 0.5)
    expected = complex_step_gradient(net, inputs, targets)
    views = net.split(expected)
    scale = np.abs(expected).max()
    weights = [*views.weights, views.skip_weights]
    for step in steps:
        if step.operation == "weight_gradient":
            ((layer, i, j),) = step.weights
            table = weights[layer]
            assert table is not None
            assert step.value == pytest.approx(table[i, j], abs=1e-12 * scale)
        if step.operation == "bias_gradient":
            ((layer, j),) = step.biases
            assert step.value == pytest.approx(views.biases[layer][j], abs=1e-12 * scale)
    updated = [step.value for step in reversed(steps) if step.phase == "update"]
    flat = [value for values in updated if isinstance(values, list) for value in values]
    assert flat == pytest.approx((net.parameters - 0.5 * expected).tolist(), abs=1e-10)


@given(examples())
def test_every_weight_and_bias_gets_one_gradient_and_one_update(case: Case) -> None:
    net, inputs, targets = case
    steps = walkthrough(net, inputs, targets, 0.5)
    found = sum(step.operation in {"weight_gradient", "bias_gradient"} for step in steps)
    updates = [step.value for step in steps if step.phase == "update"]
    assert found == net.parameters.size
    assert sum(len(value) for value in updates if isinstance(value, list)) == found
    assert len(updates) == len(net.weights)


@given(examples())
def test_the_numbers_of_every_formula_compute_to_its_value(case: Case) -> None:
    net, inputs, targets = case
    for step in walkthrough(net, inputs, targets, 0.5):
        for formula in (step.formula, step.substituted):
            assert "".join(piece["latex"] for piece in formula.parts) == formula
            assert braces_balance(formula)
            assert not re.search(r"\de[+-]?\d", formula)
        if step.phase == "update":
            continue
        symbol, *middle, value = re.split(r" = | \\approx ", step.substituted)
        assert symbol == step.symbol
        assert worked_out(value) == pytest.approx(step.value, rel=6e-4)
        for arithmetic in middle:  # from numbers with four digits, some of which cancel
            assert worked_out(arithmetic) == pytest.approx(step.value, rel=2e-3, abs=2e-2)


@given(examples())
def test_every_step_says_one_sentence_and_touches_what_exists(case: Case) -> None:
    net, inputs, targets = case
    for step in walkthrough(net, inputs, targets, 0.5):
        assert re.fullmatch(r"\S.*\.", step.sentence)
        assert all(unit < net.layer_sizes[layer] for layer, unit in step.units)
        for layer, i, j in step.weights:
            table = net.skip_weights if layer == len(net.weights) else net.weights[layer]
            assert table is not None
            assert (i, j) < table.shape


EXPECTED_LINES = {
    "pre_activation": "z = a[layer] @ w[layer] + (b[layer] if self.use_biases else 0)",
    "output_gradient": "return ŷ - t",
    "activation_gradient": "activation_gradient = δ @ w[layer].T",
    "bias_gradient": "views.biases[layer][:] = δ.sum(axis=0)",
    "update": "return parameters - learning_rate * gradient",
}


# The core that the page loads has no sources beside it.
SOURCES = Path(__file__).parents[2] / "py" / "backprop"


def line_of(step: Step) -> str:
    text = (SOURCES / step.file).read_text(encoding="utf-8")
    return text.splitlines()[step.line - 1].strip()


@pytest.mark.parametrize("operation", EXPECTED_LINES)
def test_a_step_points_to_the_line_that_computes_it(operation: str) -> None:
    net = Network([2, 2, 1], "sigmoid", "half_squared_error", seed=1)
    steps = walkthrough(net, [0.5, 0.8], [0.7], 0.5)
    step = next(step for step in steps if step.operation == operation)
    assert line_of(step) == EXPECTED_LINES[operation]


def test_weight_gradients_point_to_their_line_and_direct_ones_to_theirs() -> None:
    net = Network([1, 1, 1], "sigmoid", "half_squared_error", seed=1, skip_to_output=True)
    steps = [s for s in walkthrough(net, [1], [1], 1) if s.operation == "weight_gradient"]
    assert [line_of(step) for step in steps] == [
        "views.weights[layer][:] = a[layer].T @ δ",
        "views.skip_weights[:] = a[0].T @ δ",
        "views.weights[layer][:] = a[layer].T @ δ",
    ]
    assert {(step.function, step.file) for step in steps} == {
        ("Network.backward", "core/network.py")
    }


@pytest.mark.parametrize(
    ("activation", "line"),
    [
        ("sigmoid", "return 1 / (1 + np.exp(-np.maximum(z, LOWEST_EXPONENT)))"),
        ("tanh", "return np.tanh(z)"),
        ("relu", "return np.where(z.real > 0, z, 0.0)"),
        ("leaky_relu", "return np.where(z.real > 0, z, LEAK * z)"),
        ("softmax", "return powers / row_sums(powers)"),
    ],
)
def test_an_activation_points_to_its_rule(activation: str, line: str) -> None:
    net = Network([1, 2], activation, "squared_error", seed=1)
    steps = walkthrough(net, [1], [1, 0], 0.5)
    step = next(step for step in steps if step.operation == "activation")
    assert (step.function, step.file, line_of(step)) == (activation, "core/rules.py", line)


@pytest.mark.parametrize(
    ("output", "loss", "lines"),
    [
        (
            "sigmoid",
            "half_squared_error",
            ["return 0.5 * row_sums((ŷ - t) ** 2)", "return gradient * self.derivative(a)"],
        ),
        (
            "softmax",
            "squared_error",
            [
                "return row_sums((ŷ - t) ** 2)",
                "return a * (gradient - row_sums(gradient * a))",
            ],
        ),
        ("sigmoid", "binary_cross_entropy", ["return row_sums(softplus - t * z)", "return ŷ - t"]),
        ("softmax", "cross_entropy", ["return -row_sums(t * log_ŷ)", "return ŷ * row_sums(t) - t"]),
    ],
)
def test_loss_and_error_signal_point_to_their_rules(
    output: str, loss: str, lines: list[str]
) -> None:
    net = Network([1, 2], output, loss, seed=1)
    steps = {step.operation: step for step in walkthrough(net, [1], [1, 0], 0.5)}
    assert [line_of(steps["loss"]), line_of(steps["error_signal"])] == lines


def test_only_one_example_can_be_walked_through() -> None:
    net = Network([1, 1], "linear", "squared_error")
    with pytest.raises(ValueError, match="inputs must be one example, not 2"):
        walkthrough(net, [[1], [2]], [[1], [2]], 0.5)


def test_a_learning_rate_that_is_no_finite_number_is_refused() -> None:
    net = Network([1, 1], "linear", "squared_error")
    with pytest.raises(ValueError, match="learning_rate must be a finite number"):
        walkthrough(net, [1], [1], float("nan"))
