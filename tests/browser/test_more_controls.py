"""Figures that open with few controls, and bring the others when they are asked for."""

import pytest
from figures import figure_alone
from playwright.sync_api import expect

MOST = 8
# Those in the drawing are its parts; those within a closed part are not in sight.
CONTROLS = ":is(button, select, input, textarea, summary):not(svg *)"


@pytest.mark.parametrize("kind", ["network", "xor", "depth"])
def test_a_figure_opens_with_few_controls_and_links_remember_that_the_others_stand_open(
    page, page_url, context, kind
):
    figure = figure_alone(page, page_url, kind).ready()
    in_sight = [control for control in figure.find(CONTROLS).all() if control.is_visible()]
    assert 0 < len(in_sight) <= MOST
    figure.find(".more-controls > summary").click()
    rate = figure.find("input[data-field=learning_rate]")
    expect(rate).to_be_visible()
    figure.wait("el => el.getState().more_controls")
    page.wait_for_function("() => location.hash.includes('more_controls=true')")
    other = context.new_page()
    other.goto(page.url)
    expect(other.locator("input[data-field=learning_rate]")).to_be_visible()
    figure.find(".more-controls > summary").click()
    expect(rate).to_be_hidden()
    assert figure.state()["more_controls"] is False
