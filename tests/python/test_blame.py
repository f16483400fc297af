"""Shares multiply along a path and add where paths meet, whichever way they are worked out."""

from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprop import engine
from backprop.figures.blame import LINKS, OPENINGS, assign, backward


def test_the_report_bears_nine_per_cent():
    chain = engine.handle(OPENINGS["blame"])["chain"]
    assert chain["total"] == pytest.approx(0.09, rel=1e-15)
    assert chain["percent"]["report"] == "9%"
    assert chain["formula"]["latex"] == r"100\% \times 60\% \times 50\% \times 30\% = 9\%"


def test_a_second_path_adds_its_own_product():
    branching = engine.handle(OPENINGS["blame"])["branching"]
    # 1 · 0.6 · 0.5 · 0.3 + 1 · 0.6 · 0.4 · 0.2
    assert [path["product"] for path in branching["paths"]] == pytest.approx([0.09, 0.048])
    assert branching["total"] == pytest.approx(0.138)
    assert "add up to 13.8%" in branching["sentence"]


def test_a_sum_above_all_of_it_is_read_as_a_derivative():
    everything = engine.handle({**OPENINGS["blame"], "shares": [1.0] * 6})["branching"]
    assert everything["sentence"].endswith(
        "together they add up to 200%. As blame that is absurd; as a derivative it is normal. "
        "If the report moved by 0.01, the outcome would move by about 0.02."
    )
    whole = engine.handle({**OPENINGS["blame"], "shares": [1, 1, 0.5, 1, 0.5, 1]})["branching"]
    assert whole["sentence"].endswith("add up to 100%.")


def test_worked_backwards_each_node_is_judged_once():
    nodes = engine.handle(OPENINGS["blame"])["branching"]["nodes"]
    assert nodes == pytest.approx(
        {"outcome": 1, "ceo": 1, "vp": 0.6, "manager": 0.3, "analyst": 0.24, "report": 0.138}
    )
    assert list(nodes)[-1] == "report"


@given(shares=st.lists(st.floats(0, 1), min_size=6, max_size=6))
def test_path_by_path_and_backwards_agree_with_a_sum_over_every_walk(shares: list[float]):
    weight = {tuple(link): share for link, share in zip(LINKS, shares, strict=True)}
    expected = 0.0
    for a, b, c in product({n for link in LINKS for n in link}, repeat=3):
        along = 1.0
        for ends in pairwise(("report", a, b, c, "outcome")):
            along *= weight.get(ends, 0.0)
        expected += along
    found = assign(LINKS, shares)
    assert found.total == pytest.approx(expected, abs=1e-15)
    assert found.nodes["report"] == pytest.approx(expected, abs=1e-15)


def test_links_out_of_order_are_none_that_backward_is_given():
    order = sorted(LINKS, key=lambda link: link.source == "report")
    assert backward(order, [1.0] * 6)["report"] == 2


@pytest.mark.parametrize("bad", [[1, 0.6], [1, 0.6, 0.5, 0.3, 0.4, 1.5], "x", [None] * 6])
def test_shares_must_be_six_from_nothing_to_all(bad):
    assert engine.handle({"kind": "blame", "shares": bad})["field"].startswith("shares")
