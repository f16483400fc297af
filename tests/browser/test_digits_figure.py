"""The figure `digits`: an epoch with each question, and an image that steps along its gradient."""

import pytest
from figures import Figure
from playwright.sync_api import expect

from backprop import engine
from backprop.figures.digits.digits import OPENINGS

OPENING = OPENINGS["digits"]


def test_a_run_is_trained_on_request_and_its_images_can_be_looked_at(running_page):
    figure = Figure(running_page.put("digits"), "digits").ready()
    figure.settled()
    expected = engine.handle(OPENING)
    shown = figure.inspect()
    assert shown["sentence"] == expected["sentence"]
    assert shown["parameters"] == pytest.approx(expected["parameters"], rel=1e-9)
    figure.find('[data-field="guess"]').select_option("neither")
    figure.button("Train 30 epochs").click()
    figure.wait("el => el.inspect().epoch >= 3")
    figure.button("Pause").click()
    figure.settled()
    epoch = figure.inspect()["epoch"]
    assert 3 <= epoch < 30
    figure.button("Train 30 epochs").click()
    figure.wait("el => el.inspect().epoch === 30")
    expect(figure.find(".digits-sentence")).to_contain_text("You were right.")

    cell = figure.find(".digits-cell").first
    cell.focus()
    figure.page.keyboard.press("Enter")
    figure.settled()
    shown = figure.inspect()
    state = figure.state()
    chosen = next(each for each in shown["wrong"] if each["image"] == state["image"])
    assert (shown["image"]["digit"], shown["image"]["told"]) == (chosen["digit"], chosen["told"])
    # As the digit that it is, an image that is told wrong comes right along its own gradient.
    for _ in range(6):
        figure.button("Step along its gradient").click()
    figure.settled()
    after = figure.inspect()["image"]
    assert after["loss"] < shown["image"]["loss"]
    assert after["told"] == chosen["digit"]
    figure.button("Back to the image").click()
    figure.settled()
    assert figure.inspect()["image"]["dots"] == shown["image"]["dots"]
