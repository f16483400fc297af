"""The figure `luck`: starts come by the hundred, and each opens as the one that it was."""

from figures import START_MS, Figure
from playwright.sync_api import expect

from backprop import engine
from backprop.figures.luck.luck import OPENINGS


def test_starts_are_trained_on_request_shown_as_they_come_and_opened_alone(running_page):
    figure = Figure(running_page.put("luck"), "luck").ready()
    figure.settled()
    assert figure.inspect() == engine.handle(OPENINGS["luck"])
    figure.button("Train 1,000 starts").click()
    figure.wait("el => el.inspect().starts >= 300")
    figure.button("Pause").click()
    figure.wait("el => el.getState().starts === el.inspect().starts")
    figure.settled()
    paused = figure.inspect()
    assert 300 <= paused["starts"] < 1000
    # However they came, they are what Python says of all of them at once.
    assert paused == engine.handle(OPENINGS["luck"] | {"starts": paused["starts"]})

    dots = figure.find(".luck-dots").first
    dots.focus()
    page = figure.page
    page.keyboard.press("End")
    stuck = figure.state()["seed"]
    assert paused["sides"][0]["solved_epochs"][stuck] == -1
    expect(dots).to_have_attribute("aria-valuetext", f"Start {stuck} is stuck after 1,000 epochs.")
    page.keyboard.press("Home")
    early = figure.state()["seed"]
    epoch = paused["sides"][0]["solved_epochs"][early]
    assert epoch == min(each for each in paused["sides"][0]["solved_epochs"] if each >= 0)

    page.keyboard.press("Enter")
    opened = Figure(page, "xor").ready()
    assert opened.state()["seed"] == early
    for count, at, is_solved in ((epoch - 1, epoch - 1, False), (1, epoch, True)):
        opened.ask("(el, count) => el.step(count)", count)
        opened.wait("(el, epoch) => el.inspect().epoch === epoch", at)
        assert all(each["correct"] for each in opened.inspect()["predictions"]) == is_solved


def test_other_settings_begin_anew_and_a_value_out_of_range_keeps_the_last(running_page, axe):
    figure = Figure(running_page.put("luck"), "luck").ready()
    figure.find('[data-field="differs"]').select_option("momentum")
    expect(figure.find(".luck-side h3").nth(1)).to_have_text("momentum 0", timeout=START_MS)
    field = figure.find('[data-field="other_value"]')
    field.fill("1")
    expect(figure.find(".field-note")).to_contain_text("0.999")
    field.fill("0.5")
    expect(figure.find(".luck-side h3").nth(1)).to_have_text("momentum 0.5")
    assert figure.state()["starts"] == 100
    figure.button("Train the map").click()
    expect(figure.find(".luck-cell").nth(1)).to_be_visible(timeout=START_MS)
    figure.button("Pause the map").click()
    expect(figure.button("Go on")).to_be_visible()
    figure.find(".luck-cell").nth(1).click()
    expect(figure.find(".luck-side h3").nth(1)).to_have_text("momentum 0")
    cell = figure.find(".luck-cell").nth(1).inner_text().strip()
    solved = figure.inspect()["sides"][1]["solved"]
    assert cell == f"{solved}%"
    assert axe(figure.page) == []
