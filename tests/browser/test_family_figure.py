"""The figure `family`: questions to a recorded network, and its run trained while one looks."""

import pytest
from figures import Figure
from playwright.sync_api import expect

from backprop import engine
from backprop.figures.family.family import OPENINGS

OPENING = OPENINGS["family"]


def test_a_question_is_asked_by_keyboard_and_a_run_is_trained_on_request(running_page):
    figure = Figure(running_page.put("family"), "family").ready()
    figure.settled()
    recorded = figure.inspect()
    expected = engine.handle(OPENING)
    assert recorded["questions"] == expected["questions"]
    assert recorded["run"]["parameters"] == pytest.approx(expected["run"]["parameters"], rel=1e-9)
    # Nothing is trained by looking at it, nor by choosing another recipe.
    figure.find('[data-recipe="printed"]').click()
    figure.settled()
    assert (figure.inspect()["sweep"], figure.inspect()["trained_right"]) == (1500, 0)

    colin = figure.find('.family-person[aria-pressed="true"]')
    colin.focus()
    for key in ("ArrowLeft", "ArrowUp", "Enter"):
        figure.page.keyboard.press(key)
    expect(figure.find(".family-answer")).to_contain_text("Who is Arthur’s ")
    expect(figure.find('.family-person[aria-pressed="true"]')).to_be_focused()
    figure.find(".family-aside-question").first.click()
    expect(figure.find(".family-answer")).to_contain_text("never trained on this question")

    # Without decay a difference in the last digit stays one, so the run ends as it was recorded.
    figure.find('[data-recipe="without_decay"]').click()
    figure.settled()
    recorded = figure.inspect()
    figure.button("Train 1,500 sweeps here").click()
    figure.wait("el => el.inspect().sweep > 50 && el.inspect().sweep < 1500")
    figure.button("Pause").click()
    figure.settled()
    paused = figure.inspect()["sweep"]
    assert 50 < paused < 1500
    figure.button("Go on").click()
    figure.wait("el => el.inspect().sweep === 1500")
    trained = figure.inspect()
    assert trained["sentence"] == recorded["sentence"]
    assert trained["run"]["looks"]["trained_right"] == recorded["run"]["looks"]["trained_right"]
    assert trained["run"]["parameters"] == pytest.approx(recorded["run"]["parameters"], abs=1e-9)
    figure.button("New seed").click()
    figure.settled()
    assert (figure.state()["seed"], figure.inspect()["sweep"]) == (1, 0)

    # All starts of the opening recipe are recorded; those of another are trained on request.
    assert figure.find(".family-start .number").all_inner_texts() == ["–"] * 24
    figure.button("Train 24 starts").click()
    figure.wait("el => el.shadowRoot.querySelector('.family-starts progress').value > 0")
    figure.find(".family-starts").get_by_role("button", name="Pause").click()
    figure.find('[data-recipe="repaired"]').click()
    expect(figure.find(".family-starts-sentence")).to_contain_text("Of 24 starts, ")
    figure.find(".family-start").nth(7).click()
    figure.settled()
    assert (figure.state()["seed"], figure.state()["recipe"]) == (7, "repaired")
