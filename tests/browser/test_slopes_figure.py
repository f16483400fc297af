"""The slopes that one needs, as a reader finds them: by nudging, and by looking closer."""

from __future__ import annotations

import pytest
from figures import Figure, figure_alone
from playwright.sync_api import expect

from backprop import engine
from backprop.figures.slopes.slopes import OPENINGS


@pytest.fixture
def figure(running_page):
    return Figure(running_page.put("slopes"), "slopes").ready()


def slope(figure):
    return figure.number(".slopes-plot", "data-slope")


def test_its_recorded_picture_is_what_python_computes(page, page_url, expected_errors):
    expected_errors += ["ERR_FAILED", "Failed to load resource"]
    page.route("**/engine-worker.js*", lambda route: route.abort())
    alone = figure_alone(page, page_url, "slopes").shown()
    assert alone.inspect() == engine.handle(OPENINGS["slopes"])
    expect(alone.find(".slopes-sentence")).to_contain_text("y rises by 7")


def test_a_smaller_nudge_is_seen_closer(figure):
    figure.button("0.01").click()
    # 3.01² = 9.0601
    expect(figure.find(".slopes-sentence")).to_contain_text("y rises by 0.0601")
    expect(figure.button("0.01")).to_have_attribute("aria-pressed", "true")
    low, high = figure.inspect()["view"]["x"]
    assert (low, high) == pytest.approx((2.94, 3.06))
    # Full stop and comma go on and back, as in every figure.
    figure.find(".slopes-point").press(",")
    expect(figure.find(".slopes-sentence")).to_contain_text("y rises by 0.61")


def test_the_point_moves_by_keys_and_by_the_pointer(figure):
    point = figure.find(".slopes-point")
    point.focus()
    point.press("ArrowLeft")
    expect(figure.find(".slopes-sentence")).to_contain_text("from 2.9 to 3.9")
    assert slope(figure) == pytest.approx(5.8)
    point.press("Home")
    expect(figure.find(".slopes-sentence")).to_contain_text("from −4 to −3")
    middle = figure.find(".slopes-point-mark").bounding_box()
    picture = figure.find(".slopes-plot > svg").bounding_box()
    figure.page.mouse.move(middle["x"] + middle["width"] / 2, middle["y"] + middle["height"] / 2)
    figure.page.mouse.down()
    figure.page.mouse.move(picture["x"] + picture["width"] / 2, middle["y"], steps=4)
    figure.page.mouse.up()
    figure.settled()
    x = figure.state()["x"]
    assert abs(x) < 1
    assert slope(figure) == pytest.approx(2 * x)


def test_each_function_opens_where_its_slope_tells_something(figure):
    # (3x + 2)² at 0: 3 · 4; w₁² + 3w₁w₂ at (1, 2): 2 + 6; σ at 0: ¼
    for name, wanted in {"squared_line": 12, "two_weights": 8, "sigmoid": 0.25, "relu": 1}.items():
        figure.find("[data-field=function]").select_option(name)
        figure.settled()
        assert slope(figure) == wanted, name
    expect(figure.find("[data-field=held]")).to_have_count(0)
    figure.find("[data-field=function]").select_option("two_weights")
    figure.find("[data-field=held]").fill("-2")
    expect(figure.find(".slopes-sentence")).to_contain_text("With w₂ held at −2")
    assert slope(figure) == -4
    figure.button("Reset").click()
    expect(figure.find(".slopes-sentence")).to_contain_text("y rises by 7")


def test_a_number_beyond_its_limit_is_refused_and_axe_finds_nothing(figure, axe):
    field = figure.find("[data-field=x]")
    field.fill("5")
    expect(figure.find(".field-note")).to_contain_text("from −4 to 4")
    assert figure.state()["x"] == 3
    assert axe(figure.page) == []
