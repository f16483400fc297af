"""The figure `graph`: any formula, gone through there and back, with every number Python's own."""

import pytest
from figures import Figure, figure_alone
from playwright.sync_api import expect

from backprop import engine
from backprop.figures.graph.classic_graphs import CLASSIC_GRAPHS
from backprop.figures.graph.graph import OPENINGS


def gradients(figure):
    """What stands below the numbers that went in, by name."""
    found = figure.find("b[data-leaf]").evaluate_all(
        "all => all.map(each => [each.dataset.leaf, Number(each.dataset.gradient)])"
    )
    return dict(found)


def test_it_is_gone_through_without_python_by_buttons_and_keys_and_told_at_every_step(
    page, page_url
):
    figure = figure_alone(page, page_url, "graph").shown()
    assert figure.inspect() == engine.handle(OPENINGS["graph"])
    sentence = figure.find(".graph-sentence")
    figure.button("Step").click()
    expect(sentence).to_have_text("q is the sum of x and y: 3.")
    expect(figure.find('[data-node="2"]')).to_have_attribute("aria-current", "step")
    page.keyboard.press(".")
    page.keyboard.press(".")
    expect(sentence).to_contain_text("The way back begins at f")
    page.keyboard.press(".")
    page.keyboard.press(".")
    expect(sentence).to_contain_text("x gets −4; y gets −4. Every number that went in")
    assert gradients(figure) == {"x": -4, "y": -4, "z": 3}
    figure.button("Back").click()
    assert gradients(figure) == {"z": 3}
    # The drawing is one stop; arrows go from number to number, Enter to the step of one.
    figure.find('[data-node][tabindex="0"]').focus()
    page.keyboard.press("ArrowLeft")
    expect(figure.find(':focus[aria-label^="q, + of x and y, 3, gradient −4"]')).to_have_count(1)
    page.keyboard.press("Enter")
    assert figure.state()["step"] == 5
    figure.button("Show the line of Python").click()
    expect(figure.find(".lit-line")).to_contain_text("operand.gradient += derivative")


def test_a_formula_is_typed_and_dragged_and_a_wrong_one_is_refused_at_its_place(page, page_url):
    figure = figure_alone(page, page_url, "graph").ready()
    field = figure.find('[data-field="formula"]')
    field.fill("a*b + a")
    field.press("Enter")
    expect(figure.find(".graph-node")).to_have_count(4)
    assert figure.state()["values"] == {"a": 1, "b": 1}
    figure.find('[data-field="values.b"]').fill("2.5")
    figure.set(step=1000)
    # f = a b + a: ∂f/∂a = b + 1, collected in two shares, and ∂f/∂b = a
    assert gradients(figure) == {"a": 3.5, "b": 1}
    shares = figure.find("[data-share]").evaluate_all("all => all.map(each => each.dataset.share)")
    assert sorted(shares) == ["1", "2.5"]
    figure.find(".graph-forward summary").click()
    expect(figure.find('[data-sweep="a"]')).to_have_attribute("data-derivative", "3.5")
    field.fill("a*b + oh(a)")
    field.press("Enter")
    expect(figure.find("#note-formula")).to_contain_text("At character 7 of the formula")
    expect(figure.find("#note-formula mark")).to_have_text("o")
    expect(field).to_have_value("a*b + oh(a)")
    field.fill("a + <img src=x onerror=alert(1)>")
    field.press("Enter")
    expect(figure.find("#note-formula")).to_contain_text("<img src=x onerror=alert(1)>")
    expect(figure.find("img")).to_have_count(0)
    assert figure.state()["formula"] == "a*b + a"
    figure.find('[data-field="preset"]').select_option("shared")
    expect(figure.find("#note-formula")).to_have_count(0)
    expect(field).to_have_value(CLASSIC_GRAPHS["shared"].formula)
    figure.settled()
    assert figure.state()["values"] == {"a": -2, "b": 3}


def test_a_wrong_order_marks_where_it_first_goes_wrong_and_ends_beside_what_is_right(
    page, page_url
):
    figure = figure_alone(page, page_url, "graph").ready()
    figure.find('[data-field="preset"]').select_option("order")
    figure.find('[data-field="order"]').select_option("recursion")
    figure.settled()
    figure.set(step=8)
    expect(figure.find(".is-wrong")).to_have_count(0)
    figure.button("Step").click()
    expect(figure.find(".graph-node.is-wrong")).to_have_attribute("data-node", "2")
    expect(figure.find(".graph-sentence")).to_contain_text("c hands on too early")
    figure.set(step=1000)
    assert gradients(figure) == {"a": 29, "b": 22}
    expect(figure.find(".graph-leaves")).to_contain_text("right: 25")
    # In an order of one's own a choice in the drawing hands on, and Back takes it away again.
    figure.find('[data-field="order"]').select_option("own")
    figure.settled()
    for node in (6, 4, 2):
        figure.find(f'[data-node="{node}"]').click()
        figure.settled()
    expect(figure.find(".graph-sentence")).to_contain_text("c hands on too early")
    expect(figure.find(".graph-sentence")).to_contain_text("d and f have yet to hand on")
    figure.button("Back").click()
    for node in (5, 3, 2):
        figure.find(f'[data-node="{node}"]').click()
        figure.settled()
    assert figure.state()["picks"] == [6, 4, 5, 3, 2]
    assert gradients(figure) == {"a": 25, "b": 19}


def test_a_network_is_opened_as_a_graph_with_its_own_weights_and_grouped_by_unit(page, page_url):
    page.goto(f"{page_url}#network")
    network = Figure(page).ready().all_controls()
    hidden = network.inspect()["activations"][1]
    network.button("See it as a graph").click()
    page.wait_for_url("**/deeper.html#graph*")
    figure = Figure(page, "graph").ready()
    figure.settled()
    figure.find('[data-field="opened"]').select_option("none")
    figure.settled()
    figure.set(step=1000)
    marks = figure.find(".graph-node.is-unit").evaluate_all(
        "all => all.map(each => Number(each.dataset.value))"
    )
    assert marks[:2] == pytest.approx(hidden)
    # Chosen once, a unit shows its step; chosen again, it opens.
    unit = figure.find('[aria-label^="hidden unit 2"]')
    unit.click()
    unit.click()
    expect(figure.find('[data-field="opened"]')).to_have_value("1.1")
    expect(figure.find('[aria-label^="the weight from input 1 to hidden unit 2"]')).to_have_count(1)
