"""What the figure `graph` answers: the graphs that courses draw, and what wrong orders end with."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprop import engine
from backprop.figures.graph.classic_graphs import CLASSIC_GRAPHS
from backprop.figures.graph.graph import LIMITS, OPENINGS, ORDER_TITLES
from backprop.graph import ORDERS
from backprop.graph.formula_reader import MOST_CHARACTERS, MOST_NODES

OPENING = OPENINGS["graph"]

# Value and gradient of the numbers of each graph, as the courses give them; worked out in float64
# where those round. A constant of the formula is left out.
PUBLISHED: dict[str, dict[str, tuple[float, float]]] = {
    "gates": {"x": (-2, -4), "y": (5, -4), "z": (-4, 3), "q": (3, -4), "f": (-12, 1)},
    "neuron": {
        "w0": (2, -0.19661193324148188),
        "x0": (-1, 0.39322386648296376),
        "w1": (-3, -0.39322386648296376),
        "x1": (-2, -0.5898357997244457),
        "w2": (-3, 0.19661193324148188),
        "v4": (1, 0.19661193324148188),
        "f": (0.7310585786300049, 1),
    },
    "neuron-written-out": {
        "w0": (2, -0.19661193324148188),
        "x1": (-2, -0.5898357997244457),
        "v5": (-1, -0.19661193324148188),
        "v6": (0.36787944117144233, -0.534446645388523),
        "v7": (1.3678794411714423, -0.534446645388523),
        "f": (0.7310585786300049, 1),
    },
    "quotient": {
        "x": (3, 2.0595697955721652),
        "y": (-4, 1.5922327514838093),
        "f": (1.5456448841066441, 1),
    },
    "maximum": {"x": (3, -8), "y": (-4, 6), "z": (2, 2), "w": (-1, 0), "f": (-20, 1)},
    "lecture": {
        "a": (2, 6),
        "b": (-3, -4),
        "c": (10, -2),
        "f": (-2, 4),
        "e": (-6, -2),
        "d": (4, -2),
        "L": (-8, 1),
    },
    "lecture-neuron": {
        "x1": (2, -1.5),
        "w1": (-3, 1),
        "x2": (0, 0.5),
        "w2": (1, 0),
        "b": (6.8813735870195432, 0.5),
        "n": (0.8813735870195432, 0.5),
        "f": (0.7071067811865476, 1),
    },
    "lecture-neuron-written-out": {
        "x1": (2, -1.5),
        "b": (6.8813735870195432, 0.5),
        "e": (5.828427124746192, 0.04289321881345247),
        "f": (0.7071067811865476, 1),
    },
    "twice": {"a": (3, 2), "f": (6, 1)},
    "shared": {"a": (-2, -3), "b": (3, -8), "f": (-6, 1)},
    "squares": {"x0": (0, 0), "x1": (1, 4), "x2": (2, 8), "x3": (3, 12), "f": (28, 1)},
    "order": {"a": (2, 25), "b": (3, 19), "y": (41, 1)},
    "skip": {"x": (2, 108), "u": (4, 26), "v": (12, 4), "w": (14, 4), "f": (56, 1)},
}

# The gradients of a and b in "order" that each order ends with.
ENDS = {
    "topological": (25, 19),
    "recursion": (29, 22),
    "children_first": (0, 0),
    "depth_first_once": (4, 3),
    "breadth_first": (25, 19),
    "twice_without_zeroing": (100, 76),
}


def asked(name="gates", **changes):
    """The answer about a known graph, with some fields changed."""
    preset = CLASSIC_GRAPHS[name]
    return engine.handle(OPENING | {"formula": preset.formula, "values": preset.values} | changes)


def ended(answer):
    """Value and gradient of every number at the last step, by name."""
    gradients = dict.fromkeys(range(len(answer["nodes"])), 0.0)
    for step in answer["steps"]:
        gradients.update(step["gradients"])
    return {
        node["name"]: (node["value"], gradients[index])
        for index, node in enumerate(answer["nodes"])
    }


@pytest.mark.parametrize("name", CLASSIC_GRAPHS)
def test_every_known_graph_ends_with_the_values_and_gradients_that_are_published(name):
    result = ended(asked(name))
    for node, numbers in PUBLISHED[name].items():
        assert result[node] == pytest.approx(numbers, rel=1e-14, abs=1e-14), node


@pytest.mark.parametrize("name", CLASSIC_GRAPHS)
def test_forward_mode_finds_the_published_gradients_too_one_sweep_each(name):
    forward = asked(name)["forward"]
    found = {each["name"]: each["derivative"] for each in forward["sweeps"]}
    for leaf, derivative in found.items():
        if leaf in PUBLISHED[name]:
            assert derivative == pytest.approx(PUBLISHED[name][leaf][1], rel=1e-14, abs=1e-14)


def test_sweeps_are_counted_beside_the_one_way_back():
    # Two operations of two operands each: 4 multiplications a sweep, and three numbers go in.
    forward = asked("gates")["forward"]
    assert forward["multiplications"] == 4
    assert forward["sentence"] == (
        "Here it takes 3 sweeps of 4 multiplications, 12 in all. "
        "One way back takes 4 multiplications, for every gradient."
    )


@pytest.mark.parametrize("order", ORDERS)
def test_each_order_ends_with_its_own_numbers(order):
    answer = asked("order", order=order)
    result = ended(answer)
    assert (result["a"][1], result["b"][1]) == ENDS[order]
    leaves = {leaf["name"]: (leaf["gradient"], leaf["right"]) for leaf in answer["leaves"]}
    assert leaves == {"a": (ENDS[order][0], 25), "b": (ENDS[order][1], 19)}
    assert (answer["mistake"] is None) == (ENDS[order] == (25, 19))


def test_the_first_value_that_goes_wrong_is_named_with_the_reason():
    def mistake(name, order):
        answer = asked(name, order=order)
        step = answer["steps"][answer["mistake"]["step"]]
        assert answer["mistake"]["sentence"] in step["sentence"]
        return answer["nodes"][answer["mistake"]["node"]]["name"], answer["mistake"]["sentence"]

    early = ("c", "c hands on too early: f has yet to hand something to it.")
    assert mistake("order", "recursion") == mistake("order", "depth_first_once") == early
    assert mistake("order", "children_first") == (
        "c",
        "c hands on too early: e and f have yet to hand something to it.",
    )
    assert mistake("order", "twice_without_zeroing") == (
        "y",
        "y hands on once more, with what it had handed on before.",
    )
    # w, one step from the result, hands on to v and x; u does so before v has handed on to u.
    assert mistake("skip", "breadth_first")[0] == "u"
    assert dict(ended(asked("skip", order="breadth_first")))["x"][1] == 60


def test_a_reader_chooses_who_hands_on_and_is_told_what_is_left_and_what_went_wrong():
    begun = asked("order", order="own")
    assert begun["end"] == "Choose the next number: c, d, e, f and y have yet to hand on."
    assert begun["back"] == len(begun["steps"]) - 1
    # Nodes are in the order of computing: a, b, c, d, e, f, y.
    right = asked("order", order="own", picks=[6, 5, 4, 3, 2])
    assert (right["mistake"], right["is_complete"]) == (None, True)
    assert [leaf["gradient"] for leaf in right["leaves"]] == [25, 19]
    # y, e, and then c before f: c has 1 of its 7, and nobody hands on the other 6.
    early = asked("order", order="own", picks=[6, 4, 2])
    assert early["steps"][early["mistake"]["step"]]["node"] == 2
    assert early["end"] == "Choose the next number: d and f have yet to hand on."
    ended_wrong = asked("order", order="own", picks=[6, 4, 2, 5, 3])
    # d has 1 from e and 5 from f: a = 1 + 6·3 and b = 1 + 6·2
    assert [leaf["gradient"] for leaf in ended_wrong["leaves"]] == [19, 13]


@pytest.mark.parametrize("picks", [[0], [7], [-1], [6] * 201, "6"])
def test_only_numbers_that_an_operation_made_can_be_chosen(picks):
    answer = asked("order", order="own", picks=picks)
    assert answer["kind"] == "error"
    assert answer["field"].startswith("picks")


def test_another_right_order_is_not_called_wrong_for_its_rounding():
    # 0.1 + 0.2 + 0.3 and 0.3 + 0.2 + 0.1 differ in the last bit, and so do these shares.
    formula = "u = 0.1*x; v = 0.2*x; w = 0.3*x; u + v + w"
    asking = OPENING | {"formula": formula, "values": {"x": 1}, "order": "own"}
    names = [node["name"] for node in engine.handle(asking)["nodes"]]

    def ended_by(*order):
        picks = [names.index(name) for name in order]
        return engine.handle(asking | {"picks": picks})

    one, other = (ended_by("f", "v1", *rest) for rest in ("uvw", "wvu"))
    assert one["leaves"][0]["gradient"] != other["leaves"][0]["gradient"]
    for answer in (one, other):
        assert answer["mistake"] is None
        assert not answer["leaves"][0]["is_wrong"]
        assert answer["end"].startswith("Every number that went in has its gradient")


FORMULAS = st.recursive(
    st.sampled_from(["x", "y", "2", "0", "-3.5", "900"]),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-*/"), inner).map(lambda parts: f"({''.join(parts)})"),
        st.tuples(st.sampled_from(["exp", "log", "tanh", "sigmoid", "relu"]), inner).map(
            lambda parts: f"{parts[0]}({parts[1]})"
        ),
        st.tuples(inner, st.sampled_from(["2", "3", "-1", "0.5"]))
        .map("**".join)
        .map("({})".format),
    ),
    max_leaves=12,
)


@given(FORMULAS, st.sampled_from(list(ORDERS)))
def test_any_formula_is_answered_or_refused_in_any_order(formula, order):
    answer = engine.handle(OPENING | {"formula": formula, "values": {}, "order": order})
    if answer["kind"] == "error":
        assert answer["field"].split("[")[0] in {"formula", "order"}
    else:
        assert all(step["sentence"].endswith(".") for step in answer["steps"])


def test_a_value_that_is_used_twice_collects_two_shares():
    steps = asked("shared")["steps"]
    assert [step["handed"] for step in steps[-2:]] == [
        [[3, 0, -6], [3, 1, -6]],
        [[2, 0, 3], [2, 1, -2]],
    ]
    assert steps[-1]["sentence"].endswith(
        "a had −6 and gets 3 more, which makes −3; b had −6 and gets −2 more, which makes −8."
    )
    assert [group[1]["latex"] for group in steps[-1]["formulas"]] == [
        r"\frac{\partial f}{\partial a} = (-6) + 3 \cdot 1 = -3",
        r"\frac{\partial f}{\partial b} = (-6) + (-2) \cdot 1 = -8",
    ]


@pytest.mark.parametrize(
    ("formula", "slope"),
    [
        ("a - b", 1),
        ("a / b", 1 / 0.4),
        ("b / a", -0.4 / 0.7**2),
        ("exp(a)", math.exp(0.7)),
        ("log(a)", 1 / 0.7),
        ("sin(a)", math.cos(0.7)),
        ("cos(a)", -math.sin(0.7)),
        ("tanh(a)", 1 / math.cosh(0.7) ** 2),
        ("sigmoid(a)", math.exp(-0.7) / (1 + math.exp(-0.7)) ** 2),
        ("softplus(a)", 1 / (1 + math.exp(-0.7))),
        ("relu(a)", 1),
        ("leaky_relu(-a)", -0.01),
        ("max(a, b)", 1),
        ("a**3", 3 * 0.7**2),
        ("a**-1", -1 / 0.7**2),
        ("a**1", 1),
        ("a**0", 0),
        ("a*a", 1.4),
    ],
)
def test_every_operation_is_told_in_both_directions(formula, slope):
    answer = engine.handle(OPENING | {"formula": formula, "values": {"a": 0.7, "b": 0.4}})
    assert answer["leaves"][-1 if formula == "b / a" else 0]["gradient"] == pytest.approx(slope)
    for step in answer["steps"]:
        assert step["sentence"].endswith(".")
        assert all("nan" not in each["latex"] for group in step["formulas"] for each in group)


def test_a_name_without_a_value_gets_one_and_a_value_without_a_name_is_let_go():
    answer = engine.handle(OPENING | {"formula": "x * speed", "values": {"x": 3, "old": 5}})
    assert [(leaf["name"], leaf["value"]) for leaf in answer["leaves"]] == [("x", 3), ("speed", 1)]


@pytest.mark.parametrize(
    ("formula", "field"),
    [("(x + $", "formula[5]"), ("x + foo(y)", "formula[4]"), ("1 / (x - x)", "formula[0]")],
)
def test_a_formula_that_cannot_be_read_is_refused_at_its_place(formula, field):
    answer = engine.handle(OPENING | {"formula": formula})
    assert (answer["kind"], answer["field"]) == ("error", field)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"formula": 7}, "formula"),
        ({"formula": "x" * 401}, "formula"),
        ({"values": [1]}, "values"),
        ({"values": {"x": 1001}}, "values.x"),
        ({"values": {f"x{i}": 1 for i in range(201)}}, "values"),
        ({"order": "sideways"}, "order"),
    ],
)
def test_what_is_no_such_field_is_refused_by_name(changes, field):
    answer = engine.handle(OPENING | changes)
    assert (answer["kind"], answer["field"]) == ("error", field)


def test_an_order_that_would_be_told_for_ever_is_refused():
    doubled = "; ".join([f"a{i + 1} = a{i} + a{i}" for i in range(12)])
    answer = engine.handle(OPENING | {"formula": doubled, "values": {}, "order": "recursion"})
    assert (answer["kind"], answer["field"]) == ("error", "order")


def test_limits_and_orders_are_those_of_graphs():
    assert list(ORDER_TITLES) == [*ORDERS, "own"]
    assert LIMITS["formula_characters"].maximum == MOST_CHARACTERS
    assert LIMITS["graph_names"].maximum == MOST_NODES
