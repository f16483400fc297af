"""The figure `symmetry`: a run that is trained while one looks, and patterns in its hands."""

from figures import figure_alone
from playwright.sync_api import expect

from backprop import engine
from backprop.experiments import symmetry
from backprop.figures.symmetry.symmetry import OPENINGS

OPENING = OPENINGS["symmetry"]


def test_a_run_is_shown_trained_and_gone_through(page, page_url, axe):
    figure = figure_alone(page, page_url, "symmetry").shown()
    assert figure.inspect() == engine.handle(OPENING), "recorded"
    figure.ready()

    cell = figure.find('[data-cell="5"]')
    cell.focus()
    page.keyboard.press("Enter")
    expect(figure.find(".symmetry-pattern-sentence")).to_contain_text("is not symmetric")
    expect(cell).to_have_attribute("aria-label", "Input 6: 0")
    unit = figure.number('[data-unit="0"]', "data-activation")
    assert unit == engine.handle(OPENING | {"pattern": "110010"})["frames"][-1]["activations"][0]

    figure.find("input[type=range]").focus()
    page.keyboard.press("Home")
    expect(figure.find(".symmetry-sentence")).to_contain_text("After 0 sweeps")
    figure.button("Play").click()
    expect(figure.find(".symmetry")).not_to_have_attribute("data-sweep", "0")
    figure.button("Pause").click()

    figure.button("New seed").click()
    (run,) = symmetry.run([48], 6_400)
    expect(figure.find(".symmetry-ending")).to_contain_text(f"Solved after {run.sweeps:,} sweeps")
    assert figure.inspect()["solved"] == run.sweeps
    expect(figure.find("[role=status]").last).to_contain_text("Solved after")

    figure.button("Train 200 starts").click()
    expect(figure.find(".symmetry-bars li").last).to_have_attribute("data-count", "200")
    expect(figure.find(".symmetry-bars li").first).not_to_have_attribute("data-count", "0")
    figure.button("Pause").click()
    expect(figure.button("Go on")).to_be_visible()
    assert figure.state()["starts"], "a link has them"
    assert axe(page) == []
    figure.find(".symmetry-bars button").first.click()
    expect(figure.find(".symmetry-ending")).to_contain_text("fewer than the 1,425")
    assert figure.inspect()["solved"] <= 500, "a start of the bar from 0 to 500 is open"

    # As a link that has them sets it: nothing is trained before the reader says so.
    figure.set(signed=True, starts=True)
    expect(figure.find(".symmetry-starts-sentence")).to_contain_text("They are not trained yet")
    expect(figure.find(".symmetry-bars")).to_have_count(0)
    expect(figure.button("Train 200 starts")).to_be_visible()

    figure.button("Reset").click()
    expect(figure.find(".symmetry-ending")).to_contain_text("Solved after 1,431 sweeps")
