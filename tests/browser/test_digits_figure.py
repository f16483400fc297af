"""The figure `digits`: an epoch with each question, and an image that steps along its gradient."""

import pytest
from figures import Figure
from playwright.sync_api import expect

from backprop import engine
from backprop.figures.digits.digits import OPENINGS

OPENING = OPENINGS["digits"]


def test_a_run_is_trained_on_request_and_its_images_can_be_looked_at(running_page, axe):
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
    draws_a_seven(figure, axe)


def draws_a_seven(figure, axe):
    """A learnt network reads what a reader draws by pointer and keys, stroke by stroke."""
    figure.button("Draw one yourself").click()
    figure.settled()
    assert figure.inspect()["image"]["dots"] == [0] * 64
    sheet, mouse, keyboard = figure.find(".digits-sheet"), figure.page.mouse, figure.page.keyboard
    sheet.scroll_into_view_if_needed()
    box = sheet.bounding_box()
    dot = box["width"] / 9  # the image, with a margin of half a dot

    def to(x, y, steps=1):
        across, down = ((place + 0.5) / 4 + 0.5 for place in (x, y))
        mouse.move(box["x"] + across * dot, box["y"] + down * dot, steps=steps)

    to(8, 3)
    mouse.down()
    to(24, 3, steps=5)
    to(14, 29, steps=8)
    mouse.up()
    figure.settled()
    one_stroke = figure.state()["drawing"]
    assert one_stroke.startswith("83")
    assert one_stroke.count(".") == 1
    image = figure.inspect()["image"]
    assert (image["digit"], image["told"]) == (None, 7)
    assert axe(figure.page) == []
    # From the pen's last place to the bar: the keys lead it without a line, then with one.
    sheet.focus()
    for key in (*["ArrowUp"] * 6, *["ArrowLeft"] * 3, "Space", *["ArrowRight"] * 6, "Space"):
        keyboard.press(key)
    keyboard.press("ArrowDown")
    figure.settled()
    both = figure.state()["drawing"]
    assert both.startswith(one_stroke)
    assert len(both) == len(one_stroke) + 2 * 7 + 1
    assert figure.inspect()["image"]["told"] == 7
    keyboard.press("Control+z")
    figure.settled()
    assert figure.state()["drawing"] == one_stroke
    figure.button("Clear").click()
    figure.button("Undo").click()
    figure.settled()
    assert figure.state()["drawing"] == one_stroke
    assert figure.inspect()["image"]["dots"] == image["dots"]
    figure.button("Back to the set’s images").click()
    figure.settled()
    assert figure.inspect()["image"]["digit"] is not None
