"""Formulas that a reader types: what they are made of, where one is refused, and their drawing."""

import cmath
import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprop.graph import FormulaError, Graph, graph_of
from backprop.graph.operations import FUNCTIONS

SVG = "{http://www.w3.org/2000/svg}"
VALUES = {"x": 2.0, "y": -3.0}


@pytest.mark.parametrize(
    ("formula", "place", "reason"),
    [
        ("", 0, "a formula is needed"),
        ("   ", 3, "a formula is needed"),
        ("x + * y", 4, "cannot be read"),
        ("  x + * y", 6, "cannot be read"),
        ("(" * 399, 200, "cannot be read"),
        ("x +\0y", 0, "cannot be read"),
        ("x + \ud800", 0, "cannot be read"),
        ("x + foo", 4, "foo has no value"),
        ("×x", 0, "not part of a formula"),
        ("x · ä", 4, "ä has no value"),
        ("é = x*y; é + ü", 13, "ü has no value"),
        ("x^2", 2, "written with **"),
        ("x**y", 3, "a number is needed"),
        ("x**'2'", 3, "a number is needed"),
        ("x + True", 4, "a number is needed"),
        ("x + 2j", 4, "a number is needed"),
        ("x + 1e999", 4, "too large"),
        ("x + 9" + "9" * 320, 4, "too large"),
        ("x*1e300*1e300", 0, "× of 2×10³⁰⁰ and 1×10³⁰⁰ is too large"),
        ("y + exp(1000)", 4, "exp of 1000 is too large"),
        ("x + log(y)", 4, "log of −3 is not defined"),
        ("y + 1/(x - 2)", 4, "÷ of 1 and 0 is not defined"),
        ("y**0.5", 0, "^0.5 of −3 is not defined"),
        ("1 + (x - 2)**0.5", 4, "has no finite derivative"),
        ("x + tanh", 4, "needs brackets behind it"),
        ("max(x)", 0, "max takes two numbers"),
        ("exp(x, y)", 0, "exp takes one number"),
        ("exp(*x)", 0, "exp takes one number"),
        ("exp(a=x)", 0, "exp takes one number"),
        ("x + sinh(y)", 4, "the functions are exp, log, sin, cos, tanh"),
        ("x + x.real", 4, "not part of a formula"),
        ("__import__('os').system('ls')", 0, "the functions are"),
        ("x + (lambda: y)()", 4, "the functions are"),
        ("[x]", 0, "not part of a formula"),
        ("x if y else x", 0, "not part of a formula"),
        ("x < y", 0, "not part of a formula"),
        ("x // y", 0, "not part of a formula"),
        ("not x", 0, "not part of a formula"),
        ("x; y", 0, "only the last part may have no name"),
        ("c = x*y; import os", 9, "not part of a formula"),
        ("c = x*y; c += x", 9, "not part of a formula"),
        ("x = 3; x + y", 0, "x has a meaning already"),
        ("exp = x*y; exp", 0, "exp has a meaning already"),
        ("c = d = x*y; c", 0, "one name"),
        ("c = x; c*y", 0, "second name"),
        ("c = x*y; d = x + y; c", 9, "d is defined here and not used"),
        ("x" * 401, 400, "at most 400 characters"),
        ("-" * 399 + "x", 200, "at most 200 values"),
        ("x+" * 101 + "1+" * 98 + "y", 0, "at most 200 values"),
    ],
)
def test_a_refusal_names_the_place_in_the_text_and_the_reason(formula, place, reason):
    with pytest.raises(FormulaError) as refused:
        graph_of(formula, VALUES)
    assert reason in refused.value.reason
    assert refused.value.place == place
    assert str(refused.value).startswith(f"at character {place + 1}: ")


def test_values_have_to_be_finite_and_in_the_formula():
    with pytest.raises(ValueError, match="y must be finite"):
        graph_of("x*y", {"x": 1, "y": float("nan")})
    with pytest.raises(ValueError, match="the formula has no z"):
        graph_of("x*y", {"x": 1, "y": 2, "z": 3})


def test_a_formula_of_the_greatest_size_is_read():
    graph = graph_of("x+" * 199 + "x", {"x": 0.5})
    assert (len(graph.nodes), graph.root.data) == (200, 100)
    assert graph.backward() == {"x": 200}


@pytest.mark.parametrize(
    ("formula", "result"),
    [
        ("x × y − 4 ÷ x", -8),
        ("x·y\n  + 1", -5),
        ("+x - -y", -1),
        ("-x**2", -4),
        ("2**-2 * x", 0.5),
        ("x - y - 1", 4),
        ("y/x/2", -0.75),
    ],
)
def test_signs_as_they_are_printed_are_read_and_bind_as_they_should(formula, result):
    names = {name: VALUES[name] for name in VALUES if name in formula}
    assert graph_of(formula, names).root.data == result


def graph_or_refusal(formula, values):
    """What comes of a formula; any other exception is a fault."""
    try:
        return graph_of(formula, values)
    except ValueError as refused:
        return refused


def at_kink(graph):
    """Whether a function of the graph has two slopes there, or nearly."""
    for value in graph.nodes:
        symbol = value.operation.symbol if value.operation else ""
        numbers = [operand.data for operand in value.operands]
        if symbol in {"relu", "leaky_relu"} and abs(numbers[0]) < 1e-9:
            return True
        if symbol == "max" and abs(numbers[0] - numbers[1]) < 1e-9:
            return True
    return False


def joined(parts):
    """Larger formulas of smaller ones."""
    return st.one_of(
        st.builds("({} {} {})".format, parts, st.sampled_from("+-*/"), parts),
        st.builds("{}({})".format, st.sampled_from(sorted(set(FUNCTIONS) - {"max"})), parts),
        st.builds("max({}, {})".format, parts, parts),
        st.builds("({})**{}".format, parts, st.sampled_from([-1, 0, 1, 2, 3, 0.5])),
        st.builds("-{}".format, parts),
    )


numbers = st.floats(-2, 2).map(lambda number: round(number, 3))
formulas = st.recursive(
    st.one_of(st.sampled_from("abc"), numbers.map(abs).map(str)), joined, max_leaves=12
)

PLAIN = {
    "exp": cmath.exp,
    "log": cmath.log,
    "sin": cmath.sin,
    "cos": cmath.cos,
    "tanh": cmath.tanh,
    "sigmoid": lambda z: 1 / (1 + cmath.exp(-z)),
    "softplus": lambda z: cmath.log(1 + cmath.exp(z)),
    "relu": lambda z: z if z.real > 0 else 0j,
    "leaky_relu": lambda z: z if z.real > 0 else 0.01 * z,
    "max": lambda z, w: z if z.real >= w.real else w,
}


@given(formulas, st.lists(numbers, min_size=3, max_size=3))
def test_gradients_of_random_formulas_are_those_of_the_complex_step(formula, given_numbers):
    values = {
        n: v for n, v in zip("abc", given_numbers, strict=True) if re.search(rf"\b{n}\b", formula)
    }
    graph = graph_or_refusal(formula, values)
    if isinstance(graph, FormulaError):
        assert 0 <= graph.place <= len(formula)
        return
    assert isinstance(graph, Graph)
    if at_kink(graph):
        return  # the complex step, whose square is below zero, may see the other side
    gradients = graph.backward()
    sizes = [abs(value.gradient) for value in graph.nodes] + [abs(v.data) for v in graph.nodes]
    if max(sizes) > 1e6:
        return  # too steep for 16 digits
    h = 1e-30
    for name, gradient in gradients.items():
        inner = {each: complex(value, h * (each == name)) for each, value in values.items()}
        result = eval(formula, dict(PLAIN), inner)  # noqa: S307 - made above
        assert gradient == pytest.approx(complex(result).imag / h, rel=1e-7, abs=1e-8 * max(sizes))


@given(
    st.one_of(
        st.text(max_size=420),
        st.text("xy()+-*/=;,.:0123456789e<>[]{}'\"\\# \n\t√×·", max_size=60),
        st.lists(
            st.sampled_from(
                ["x", "y", "max(", "exp(", ")", "**", "+", "-", "1e308", "=", "c", ";", ","]
            ),
            max_size=30,
        ).map("".join),
    )
)
def test_any_text_is_a_graph_or_a_refusal_with_a_place(text):
    for values in ({}, VALUES):
        found = graph_or_refusal(text, values)
        if isinstance(found, Graph):
            assert 1 <= len(found.nodes) <= 200
        elif isinstance(found, FormulaError):
            assert 0 <= found.place <= len(text)
        else:
            assert str(found) in {f"the formula has no {name}" for name in values}


@pytest.mark.host
def test_a_graph_is_drawn_with_a_box_for_each_value_and_no_two_overlap():
    graph = graph_of("(x + sigmoid(y)) / (sigmoid(x) + (x + y)**2)", {"x": 3, "y": -4})
    graph.backward()
    drawing = ET.fromstring(graph._repr_svg_())  # noqa: S314 - our own
    boxes = drawing.findall(f"{SVG}rect")[1:]
    corners = [(float(box.get("x", "")), float(box.get("y", ""))) for box in boxes]
    width, height = float(boxes[0].get("width", "")), float(boxes[0].get("height", ""))
    assert len(corners) == len(graph.nodes) == 9
    for index, (x, y) in enumerate(corners):
        assert all(abs(x - u) >= width or abs(y - v) >= height for u, v in corners[:index])
    assert len(drawing.findall(f"{SVG}ellipse")) == 7
    lines = [line.get("points") for line in drawing.findall(f"{SVG}polyline")]
    assert len(lines) == len(set(lines)) == 11
    texts = [text.text for text in drawing.findall(f"{SVG}text")]
    assert {"x", "3", "gradient 2.06", "sigmoid", "÷", "1.546"} <= set(texts)


@pytest.mark.host
def test_a_value_used_twice_has_two_lines_and_a_name_is_no_markup():
    drawing = ET.fromstring(graph_of("a + a", {"a": 3}).to_svg())  # noqa: S314 - our own
    lines = [line.get("points") for line in drawing.findall(f"{SVG}polyline")]
    assert len(lines) == len(set(lines)) == 2
    graph = graph_of("a + 1", {"a": 3})
    graph.root.label = "<script>"
    assert "&lt;script&gt;" in graph.to_svg()
