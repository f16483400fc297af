"""The figure of shared blame: what it shows is a product, a sum of two, and what Python says."""

import pytest
from figures import figure_alone
from playwright.sync_api import expect

from backprop import engine
from backprop.figures.blame import OPENINGS


def test_shares_multiply_along_a_path_and_add_where_a_second_one_joins(page, page_url):
    figure = figure_alone(page, page_url, "blame").shown()
    recorded = figure.inspect()
    assert recorded == engine.handle(OPENINGS["blame"])
    assert figure.number(".blame", "data-total") == pytest.approx(0.09)
    expect(figure.find('[data-place="blame:report"] .blame-part').first).to_have_text("9%")
    second = figure.find("input[type=checkbox]")
    second.focus()
    page.keyboard.press("Space")
    # 1 · 0.6 · 0.5 · 0.3 + 1 · 0.6 · 0.4 · 0.2: recorded too, so no Python is needed
    assert figure.number(".blame", "data-total") == pytest.approx(0.138)
    figure.ready()
    share = figure.find('[data-share="manager-vp"]')
    share.focus()
    page.keyboard.press("Home")
    figure.wait("el => el.inspect().links[2].share === 0")
    assert figure.number(".blame", "data-total") == pytest.approx(0.048)
    expect(figure.find(".blame-sentence")).to_contain_text("0% and 4.8%")
    state = figure.state()
    assert state == {"shares": [1, 0.6, 0, 0.3, 0.4, 0.2], "branching": True}
    figure.button("Reset").click()
    figure.wait("el => el.inspect().links[2].share === 0.5")
    assert figure.number(".blame", "data-total") == pytest.approx(0.09)
    figure.ask("(el, state) => el.setState(state)", state)
    figure.wait("el => el.inspect().links[2].share === 0")
    assert figure.state() == state
