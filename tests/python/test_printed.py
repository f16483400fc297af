"""Worked examples of books and courses: the exact numbers, the printed ones, and how those differ.

Exact numbers were found independently in float64; the wrong rules are written down here once more,
number by number.
"""

from itertools import combinations
from math import exp
from typing import Any

import numpy as np
import pytest
from plain_network import plain_gradient, plain_loss

from backprop.engine import handle
from backprop.figures.network.guesses import rounds_to
from backprop.figures.network.textbook.examples import TEXTBOOK_EXAMPLES
from backprop.message.presets import build

NUMBERS = {
    f"{name}, {part.title.lower()}, {number.name}": (name, part.title, number)
    for name, example in TEXTBOOK_EXAMPLES.items()
    for part in example.parts
    for number in part.numbers
}
ANSWERS = {name: handle({"kind": "printed", "preset": name}) for name in TEXTBOOK_EXAMPLES}


def told(name: str, title: str, number: str) -> dict[str, Any]:
    """What the engine answers of one number."""
    (part,) = (part for part in ANSWERS[name]["parts"] if part["title"] == title)
    (found,) = (each for each in part["numbers"] if each["name"] == number)
    result: dict[str, Any] = found
    return result


def exact(name: str, title: str, *numbers: str) -> list[float]:
    return [told(name, title, number)["exact"] for number in numbers]


def σ(z: float) -> float:
    return 1 / (1 + exp(-z))


@pytest.mark.parametrize("which", NUMBERS)
def test_a_printed_number_is_the_exact_one_or_comes_out_by_the_rule_that_is_given(which: str):
    name, title, number = NUMBERS[which]
    answer = told(name, title, number.name)
    if number.text is None:
        assert (answer["same"], answer["why"], answer["slip"]) == (None, None, None)
        return
    assert answer["same"] == rounds_to(number.text, answer["exact"])
    if answer["same"]:
        assert number.slip is None
        return
    assert number.slip is not None
    assert answer["why"] == number.slip.sentence
    assert rounds_to(number.slip.gives or number.text, answer["slip"])


def test_where_the_print_has_a_misprint_too_it_is_one_digit_too_many_or_too_few():
    misprints = [
        (number.text, number.slip.gives)
        for _, _, number in NUMBERS.values()
        if number.slip is not None and number.slip.gives is not None and number.text is not None
    ]
    assert len(misprints) == 2
    for printed, meant in misprints:
        longer, shorter = sorted((printed, meant), key=len, reverse=True)
        assert len(longer) == len(shorter) + 1
        assert shorter in {"".join(kept) for kept in combinations(longer, len(shorter))}


def test_mazur_s_numbers():
    name = "mazur"
    assert exact(name, "Forward pass", "out h₁", "out h₂", "out o₁", "out o₂", "E total") == (
        pytest.approx(
            [
                *(0.5932699921071872, 0.596884378259767),
                *(0.7513650695523157, 0.7729284653214625, 0.2983711087600027),
            ],
            rel=1e-14,
        )
    )
    assert exact(name, "Backward pass", "∂E/∂w₅", "∂E/∂w₁") == pytest.approx(
        [0.08216704056423077, 0.0004385677344743465], rel=1e-13
    )
    weights = exact(name, "After one update", *(f"w{digit}" for digit in "₁₂₃₄₅₆₇₈"))
    assert weights == pytest.approx(
        [
            *(0.1497807161327628, 0.19956143226552567, 0.24975114363236958, 0.29950228726473915),
            *(0.35891647971788465, 0.4086661860762334, 0.5113012702387375, 0.5613701211079891),
        ],
        rel=1e-14,
    )
    assert exact(name, "After one update", "E total") == pytest.approx([0.29102777369359933])
    later = exact(name, "After 10,000 updates", "E total", "out o₁", "out o₂")
    assert later == pytest.approx([0.0000351018778, 0.0159136204, 0.9840642735], rel=1e-8)


def test_mazur_s_biases_have_gradients_that_sum_where_they_are_one_number_for_a_layer():
    part = "With biases, which the post leaves as they are"
    names = ("∂E/∂b₁, one number for its layer", "∂E/∂b₂, one number for its layer")
    sums = exact("mazur", part, *names)
    assert sums == pytest.approx([0.018725609394704128, 0.10040032511200071], rel=1e-13)
    preset = TEXTBOOK_EXAMPLES["mazur"].preset
    net = build(preset["network"])
    example = (np.array([preset["inputs"]]), np.array([preset["targets"]]))
    h = 1e-30j  # by the complex step: both biases of a layer move as one
    for indices, expected in zip(([4, 5], [10, 11]), sums, strict=True):
        moved = net.parameters.astype(complex)
        moved[indices] += h
        assert plain_loss(net, moved, example).imag / 1e-30 == pytest.approx(expected, rel=1e-13)
    names = ("E after 1 update of each bias too", "E after 10,000 of them")
    assert exact("mazur", part, *names) == pytest.approx([0.28047144679, 2.4475622e-6], rel=1e-7)


def mazur_output_first(updates: int) -> list[float]:
    """Two outputs and the loss, each weight by its own line, output weights before the hidden."""
    x, t, η = (0.05, 0.10), (0.01, 0.99), 0.5
    hidden = [[0.15, 0.20], [0.25, 0.30]]  # into h₁, into h₂
    output = [[0.40, 0.45], [0.50, 0.55]]  # into o₁, into o₂

    def forward() -> tuple[list[float], list[float]]:
        h = [σ(v[0] * x[0] + v[1] * x[1] + 0.35) for v in hidden]
        return h, [σ(v[0] * h[0] + v[1] * h[1] + 0.60) for v in output]

    for _ in range(updates):
        h, o = forward()
        δ = [(o[k] - t[k]) * o[k] * (1 - o[k]) for k in range(2)]
        output = [[output[k][j] - η * δ[k] * h[j] for j in range(2)] for k in range(2)]
        back = [δ[0] * output[0][j] + δ[1] * output[1][j] for j in range(2)]
        hidden = [
            [hidden[j][i] - η * back[j] * h[j] * (1 - h[j]) * x[i] for i in range(2)]
            for j in range(2)
        ]
    _, o = forward()
    return [*o, sum((o[k] - t[k]) ** 2 / 2 for k in range(2))]


def test_mazur_s_losses_come_out_when_the_output_weights_are_updated_first():
    *_, after_one = mazur_output_first(1)
    assert f"{after_one:.9f}" == "0.291027924"
    assert told("mazur", "After one update", "E total")["slip"] == pytest.approx(after_one)
    later = mazur_output_first(10_000)
    assert [f"{value:.9f}" for value in later] == ["0.015912196", "0.984065734", "0.000035085"]
    slips = [
        told("mazur", "After 10,000 updates", number)["slip"]
        for number in ("out o₁", "out o₂", "E total")
    ]
    assert slips == pytest.approx(later, rel=1e-9)


def test_macleod_s_numbers():
    name = "macleod"
    assert exact(name, "Backward pass", "δ₅", "δ₃", "δ₄") == pytest.approx(
        [-0.040681125112339026, -0.0026544890308847417, -0.008171645064129868], rel=1e-13
    )
    after = exact(name, "After one update", "w₃₅", "w₄₅", "w₁₃", "w₂₃", "w₁₄", "w₂₄")
    assert after == pytest.approx(
        [
            *(0.27232596506128215, 0.8729983630089926, 0.09907092883919034),
            *(0.7976109598722038, 0.39713992422755456, 0.592645519442283),
        ],
        rel=1e-14,
    )


def test_macleod_s_hidden_error_signals_went_through_the_new_output_weights():
    # By the book's own numbers: 0.272392 and 0.87305 are the output weights after their update.
    through_new = [-0.0406 * 0.272392 * 0.32 * 0.68, -0.0406 * 0.87305 * 0.3363 * 0.6637]
    assert [f"{value:.6f}" for value in through_new] == ["-0.002406", "-0.007912"]
    slips = [told("macleod", "Backward pass", number)["slip"] for number in ("δ₃", "δ₄")]
    assert slips == pytest.approx(through_new, rel=1e-5)


def test_han_and_kamber_s_numbers():
    name = "han-kamber"
    assert exact(name, "Forward pass", "I₆", "O₄", "O₅", "O₆") == pytest.approx(
        [-0.10453950584533817, 0.3318122278318339, 0.52497918747894, 0.47388889882398544]
    )
    assert exact(name, "Backward pass", "Err₆", "Err₄", "Err₅") == pytest.approx(
        [0.1311690782143445, -0.008724561965433262, -0.006542085064168994], rel=1e-13
    )
    numbers = ("w₄₆", "w₅₆", "w₁₄", "w₁₅", "w₃₄", "w₃₅", "θ₄", "θ₅", "θ₆")
    assert exact(name, "After one update", *numbers) == pytest.approx(
        [
            *(-0.26082884634154524, -0.13802506750700472, 0.19214789423111006),
            *(-0.30588787655775207, -0.50785210576889, 0.19411212344224793),
            *(-0.40785210576888997, 0.19411212344224793, 0.21805217039291008),
        ],
        rel=1e-13,
    )


def test_negnevitsky_s_numbers_have_thresholds_that_are_subtracted():
    name = "negnevitsky"
    assert exact(name, "Forward pass", "y₃", "y₄", "y₅") == pytest.approx(
        [0.5249791874789399, 0.8807970779778823, 0.5097242138886783], rel=1e-14
    )
    assert exact(name, "Backward pass", "δ₅", "δ₃", "δ₄") == pytest.approx(
        [-0.12738285377936295, 0.038119477996761235, -0.014711820790948535], rel=1e-13
    )
    numbers = ("w₃₅", "w₄₅", "w₁₃", "w₁₄", "θ₃", "θ₄", "θ₅")
    assert exact(name, "After one update", *numbers) == pytest.approx(
        [
            *(-1.2066873347, 1.0887801555, 0.5038119478, 0.8985288179),
            *(0.7961880522, -0.0985288179, 0.3127382854),
        ],
        abs=1e-10,
    )
    assert exact(name, "Backward pass", "Δθ₅") == pytest.approx([0.1 * 0.12738285377936295])


def test_mitchell_s_second_update_has_momentum():
    name = "mitchell"
    first = exact(name, "First example, (1, 0) → 1", "o_c", "o_d", "δ_d", "δ_c")
    assert first == pytest.approx(
        [0.549833997312478, 0.5386684799635422, 0.11464307343435433, 0.0028376060621625467],
        rel=1e-13,
    )
    weights = ("w_ca", "w_cb", "w_c0", "w_dc", "w_d0")
    assert exact(name, "After its update", *weights) == pytest.approx(
        [0.1008512818, 0.1, 0.1008512818, 0.1189103978, 0.134392922], abs=1e-10
    )
    assert exact(name, "Second example, (0, 1) → 0, with these weights", "δ_d", "δ_c") == (
        pytest.approx([-0.13608343498, -0.00400490715], rel=1e-9)
    )
    assert exact(name, "After its update, with momentum", *weights) == pytest.approx(
        [0.1016174355, 0.0987985279, 0.1004159633, 0.1134741644, 0.1245215214], abs=1e-10
    )


@pytest.mark.parametrize(
    ("name", "w", "b", "slope"),
    [("nielsen-fast", 0.6, 0.9, 0.12194), ("nielsen-slow", 2.0, 2.0, 0.01735)],
)
def test_nielsen_s_neuron_after_300_epochs(name: str, w: float, b: float, slope: float):
    assert exact(name, "At the start", "∂C/∂w") == pytest.approx([slope], abs=5e-6)
    for _ in range(300):
        a = σ(w + b)
        change = 0.15 * a * a * (1 - a)
        w, b = w - change, b - change
    assert exact(name, "After 300 epochs", "output", "w", "b") == pytest.approx([σ(w + b), w, b])


def test_the_neurons_of_cs231n_and_micrograd():
    slope = 0.19661193324148188
    names = ("gradient of w₀", "gradient of x₀", "gradient of w₁", "gradient of x₁")
    assert exact("cs231n", "Backward pass", *names) == pytest.approx(
        [-slope, 2 * slope, -2 * slope, -3 * slope], rel=1e-13
    )
    grads = ("x1.grad", "w1.grad", "x2.grad", "w2.grad", "b.grad")
    assert exact("micrograd", "Backward pass", *grads) == pytest.approx(
        [-1.5, 1, 0.5, 0, 0.5], rel=1e-13
    )


@pytest.mark.parametrize("name", TEXTBOOK_EXAMPLES)
def test_an_example_opens_as_a_preset_whose_update_leaves_its_frozen_parameters(name: str):
    described = handle({"kind": "describe"})
    assert name in described["textbook"]
    preset = described["presets"][name]
    frozen = preset.get("frozen", [])
    message = {field: preset[field] for field in ("network", "inputs", "targets", "learning_rate")}
    answer = handle({"kind": "trace", **message, "frozen": frozen})
    before = np.array(preset["network"]["parameters"])
    net = build(preset["network"])
    example = (np.array([preset["inputs"]]), np.array([preset["targets"]]))
    assert answer["loss"] == pytest.approx(plain_loss(net, before, example).item())
    gradient = plain_gradient(net, before, example)
    gradient[frozen] = 0
    expected = before - preset["learning_rate"] * gradient
    assert answer["update"]["parameters"] == pytest.approx(expected.tolist(), rel=1e-13)


def test_the_first_sentence_counts_the_numbers_that_are_right():
    sentences = {name: answer["sentence"] for name, answer in ANSWERS.items()}
    assert sentences["mazur"].startswith("Of the 30 numbers that it prints, 25 are right")
    assert sentences["negnevitsky"].startswith("All 30 numbers that it prints are right")
    assert sentences["mitchell"] == "The source leaves all of these numbers to its readers."


def test_a_printed_number_keeps_its_digits_and_is_written_as_others_are():
    assert told("mazur", "After one update", "w₇")["printed"] == "0.511301270"
    assert told("negnevitsky", "Backward pass", "δ₅")["printed"] == "−0.1274"
    assert told("macleod", "Backward pass", "δ₃")["printed"] == "−2.406×10⁻³"


def test_a_name_that_no_book_has_is_refused():
    refusal = handle({"kind": "printed", "preset": "2-2-1-a"})
    assert (refusal["kind"], refusal["field"]) == ("error", "preset")
