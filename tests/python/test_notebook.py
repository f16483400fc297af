"""What a notebook shows of networks, explanations and runs, what it may pass in, and keeps."""

import json
import re
from xml.etree import ElementTree as ET

import numpy as np
import pytest

from backprop import Network, Trainer, explain_weight, train_population, walkthrough
from backprop.core.datasets import as_dataset
from backprop.explain.chain_rule import Explanation

SVG = "{http://www.w3.org/2000/svg}"
INPUTS, TARGETS = [0.5, 0.8], [0.7]


@pytest.fixture
def net():
    """2-2-1 A of the worked examples: it answers 0.6537, and ∂E/∂w¹₁₁ is −0.000764."""
    net = Network([2, 2, 1], "sigmoid", "half_squared_error", use_biases=False)
    net.parameters = [0.2, 0.4, 0.3, 0.1, 0.6, 0.5]
    return net


@pytest.mark.parametrize(
    "written",
    [
        "Network([2, 2, 1], 'sigmoid', 'half_squared_error', use_biases=False)",
        "Network([2, 3, 2], ('tanh', 'softmax'), 'cross_entropy', reduction='sum')",
        "Network([2, 1, 1], 'tanh', 'squared_error', skip_to_output=True)",
    ],
)
def test_a_network_is_written_as_it_is_made(written):
    assert repr(eval(written)) == written  # noqa: S307 - a text of this file


@pytest.mark.host
def test_a_network_is_drawn_with_a_line_for_each_weight_and_its_number(net):
    net.parameters[1] = -0.4
    drawing = ET.fromstring(net._repr_svg_())  # noqa: S314 - our own
    lines = drawing.findall(f"{SVG}line")
    assert len(lines) == 6
    assert [line.get("stroke-dasharray") is not None for line in lines] == [
        *(False, True, False),
        *(False, False, False),
    ]
    assert lines[1].findtext(f"{SVG}title") == "weight from input 1 to hidden unit 2: −0.4"
    assert "−0.4" in [text.text for text in drawing.findall(f"{SVG}text")]
    assert len(drawing.findall(f"{SVG}circle")) == 5


@pytest.mark.host
def test_a_large_network_is_drawn_without_numbers(net):
    net = Network([8, 8, 8, 8], "tanh", "squared_error", skip_to_output=True)
    drawing = ET.fromstring(net._repr_svg_())  # noqa: S314 - our own
    assert len(drawing.findall(f"{SVG}line")) == 4 * 64
    assert "0." not in "".join(text.text or "" for text in drawing.findall(f"{SVG}text[@stroke]"))


def test_an_explanation_is_a_formula_in_a_notebook_and_a_sentence_in_a_terminal(net):
    why = explain_weight(net, INPUTS, TARGETS, layer=0, source=0, target=0)
    assert isinstance(why, Explanation)
    assert repr(why).startswith("<Explanation of the weight from input 1 to hidden unit 1: Raise")
    assert "by 0.01 and the loss falls by about 7.6×10⁻⁶" in repr(why)
    latex = why._repr_latex_()
    assert latex.startswith(r"$\displaystyle \begin{aligned} \frac{\partial E}")
    assert r"\approx -0.000764 \end{aligned}$" in latex
    assert latex.count("&=") == 2
    assert why.formula._repr_latex_() == rf"$\displaystyle {why.formula}$"
    assert repr(why.factors[2]) == "<0.6, the weight by which hidden unit 1 moves the output>"


def test_steps_of_a_walkthrough_say_what_they_do(net):
    first, *_, last = walkthrough(net, INPUTS, TARGETS, learning_rate=0.5, frozen=[0])
    assert repr(first) == (
        "<Step pre_activation: Hidden unit 1 adds its two inputs, each times its weight: 0.34.>"
    )
    assert "= 0.34" in first._repr_latex_()
    assert last._repr_latex_().count(r"\begin{aligned}") == 2  # the update has rows of its own


def test_a_run_is_told_in_a_line(net):
    run = Trainer(net, ([INPUTS], [TARGETS]), learning_rate=0.0).run(20)
    assert repr(run) == (
        "<TrainingResult of 20 epochs: loss 0.001072 → 0.001072. 20 epochs are done.>"
    )
    many = train_population(
        net, ([INPUTS], [TARGETS]), np.zeros((3, 6)), epochs=1, learning_rate=0, tolerance=1
    )
    assert repr(many) == "<PopulationResult of 3 networks: 100% of them solved>"


def curve_of(losses, held_out):
    from backprop.core.notebook.loss_curve import loss_curve_svg  # noqa: PLC0415 - a page has none

    return ET.fromstring(loss_curve_svg(losses, held_out, 0, "a < b"))  # noqa: S314 - our own


def points(path):
    """The points of a curve of straight lines, as a share of 430 pixels across, 166 down."""
    drawn = [tuple(map(float, at.split(" "))) for at in re.split("[ML]", path.get("d"))[1:]]
    return [((x - 70) / 430, (y - 24) / 166) for x, y in drawn]


@pytest.mark.host
def test_a_run_is_drawn_as_the_curve_of_its_losses_with_gaps_where_they_are_not_finite():
    losses, held_out = np.array([4.0, 2.0, np.inf, 1.0, 0.0]), np.array([3.0, 1.0, 1.0, 2.0])
    drawing = curve_of(losses, held_out)
    assert drawing.findtext(f"{SVG}title") == "a < b"
    _, curve, dashed = drawing.findall(f"{SVG}path")
    assert np.array(points(curve)) == pytest.approx(
        np.array([(0, 0), (0.25, 0.5), (0.75, 0.75), (1, 1)]), abs=1e-3
    )
    assert curve.get("d", "").count("M") == 2
    assert np.array(points(dashed)) == pytest.approx(
        np.array([(0, 0.25), (0.25, 0.75), (0.5, 0.75), (0.75, 0.5)]), abs=1e-3
    )
    assert {text.text for text in drawing.iter(f"{SVG}text")} >= {"4", "0", "epoch", "loss"}


@pytest.mark.host
def test_the_curve_of_a_long_run_is_short_and_keeps_its_peak():
    losses = np.linspace(1, 0.5, 200_000)
    losses[123_456] = 2
    drawn = points(curve_of(losses, None).findall(f"{SVG}path")[1])
    assert len(drawn) < 900
    assert (0.617, 0.0) in [(round(x, 3), y) for x, y in drawn]
    assert drawn[-1] == pytest.approx((1, 0.75), abs=1e-3)


@pytest.mark.host
def test_a_run_in_a_notebook_is_the_curve_of_this_run(net):
    trainer = Trainer(net, ([INPUTS], [TARGETS]), learning_rate=0.0)
    trainer.run(5)
    run = trainer.run(2)
    drawing = ET.fromstring(run._repr_svg_())  # noqa: S314 - our own
    assert drawing.findtext(f"{SVG}title") == repr(run)[1:-1]
    assert points(drawing.findall(f"{SVG}path")[1]) == [(0, 0), (0.5, 0), (1, 0)]
    assert {text.text for text in drawing.iter(f"{SVG}text")} >= {"5", "7"}


def test_a_prediction_has_the_shape_of_what_was_asked(net):
    assert net.predict(INPUTS) == pytest.approx([0.6536874012629181], rel=1e-15)
    assert net.predict([INPUTS, INPUTS]).shape == (2, 1)
    assert net.predict(np.array([INPUTS])).shape == (1, 1)


@pytest.mark.host
def test_a_saved_network_answers_as_before_to_the_last_digit(tmp_path):
    net = Network(
        [2, 3, 2], ("tanh", "softmax"), "cross_entropy", reduction="sum", skip_to_output=True
    )
    net.save(tmp_path / "net.json")
    loaded = Network.load(tmp_path / "net.json")
    assert repr(loaded) == repr(net)
    assert loaded.parameters.tolist() == net.parameters.tolist()
    assert loaded.predict([0.1, -3]).tolist() == net.predict([0.1, -3]).tolist()


@pytest.mark.host
@pytest.mark.parametrize(
    "text", ["", "[1, 2]", "{}", '{"layer_sizes": [2, 1], "parameters": [0, 0, 0]}', "null"]
)
def test_a_file_without_a_network_is_refused_by_name(tmp_path, text):
    (tmp_path / "other.json").write_text(text)
    with pytest.raises(ValueError, match=r"other\.json holds no saved network"):
        Network.load(tmp_path / "other.json")


@pytest.mark.host
def test_a_saved_network_with_too_few_parameters_is_refused(tmp_path, net):
    net.save(tmp_path / "net.json")
    told = json.loads((tmp_path / "net.json").read_text())
    (tmp_path / "net.json").write_text(json.dumps(told | {"parameters": [1.0]}))
    with pytest.raises(ValueError, match=r"net\.json .* parameters must have shape \(6,\)"):
        Network.load(tmp_path / "net.json")


class Frame:
    """Stands for a frame of pandas or a tensor: all that NumPy knows of either is `__array__`."""

    def __init__(self, rows):
        self.rows = rows

    def __array__(self, dtype=None, copy=None):
        return np.array(self.rows, dtype=dtype)


def test_whatever_becomes_an_array_is_taken_for_one(net):
    expected = net.predict([INPUTS]).tolist()
    assert net.predict(Frame([INPUTS])).tolist() == expected
    assert net.predict((tuple(INPUTS),)).tolist() == expected
    assert len(as_dataset((Frame([INPUTS]), Frame([TARGETS])))) == 1
    why = explain_weight(net, Frame([INPUTS]), Frame([TARGETS]), layer=0, source=0, target=0)
    assert why.gradient == pytest.approx(-0.0007640252344581602, rel=1e-13)


@pytest.mark.parametrize(
    ("inputs", "wrong"),
    [
        ("ab", "not the text 'ab'"),
        ([["a", 2.0]], "not the text 'a'"),
        ([[1, 2], [3]], "not of 1 and 2"),
        ([[1, 2], 3], "not of 2 and a number"),
        ([[1j, 2]], "complex"),
    ],
)
def test_what_is_no_table_of_numbers_is_refused_in_words_that_name_it(net, inputs, wrong):
    with pytest.raises(ValueError, match=f"^inputs must be numbers in rows of one length.*{wrong}"):
        net.forward(inputs)
    with pytest.raises(ValueError, match=f"^inputs must be numbers in rows of one length.*{wrong}"):
        Trainer(net, (inputs, [TARGETS]), 0.5)
