"""Predict first: a gradient is asked for before it is shown, and the guess stays beside it."""

import pytest
from figures import Figure
from playwright.sync_api import expect

# 2-2-1 A by hand: ∂E/∂v₁ = δ·a₁, and what comes out with the activation of the layer before.
DELTA_OUT = -0.010484254563090536
A1 = 0.5841905229354073
OLD_LAYER = DELTA_OUT * 0.5


@pytest.fixture
def figure(running_page):
    return Figure(running_page.put("network", "predict", "preset=2-2-1-a")).ready().whole_pass()


def test_a_guess_is_asked_for_and_judged_beside_the_answer(figure):
    question = figure.find('[data-part="question"]')
    expect(question).to_be_visible()
    expect(figure.find("[data-factor]")).to_have_count(0)
    expect(figure.find(".stage")).not_to_contain_text("−0.000764")
    figure.weight(1, 0, 0).click()
    figure.element.get_by_label("the loss rises").check()
    figure.find('[data-field="guess_value"]').fill(f"{OLD_LAYER:.3g}")
    figure.button("Check").click()
    judgement = figure.find('[data-part="judgement"]')
    expect(judgement).to_contain_text("You used the activation of a layer before, input 1, 0.5")
    expect(judgement).to_contain_text("exactly one is negative")
    expect(judgement.locator('[data-verdict="wrong"]')).to_have_count(2)
    expect(judgement).to_contain_text("−0.00524")
    expect(judgement).to_contain_text("−0.006125")
    expect(judgement).to_be_focused()
    assert figure.inspect()["judgement"]["mistakes"][0]["value"] == pytest.approx(OLD_LAYER)
    factors = figure.find("[data-factor]").evaluate_all("rows => rows.map(r => +r.dataset.value)")
    product = 1.0
    for factor in factors:
        product *= factor
    assert product == pytest.approx(DELTA_OUT * A1)

    figure.button("Guess again").click()
    figure.element.get_by_label("the loss falls").check()
    figure.find('[data-field="guess_value"]').fill(f"{DELTA_OUT * A1:.2g}")
    figure.page.keyboard.press("Enter")
    expect(judgement.locator('[data-verdict="right"]')).to_have_count(2)


def test_a_guess_is_made_and_skipped_with_the_keyboard_alone(figure, axe):
    press = figure.page.keyboard.press
    figure.weight(0, 0, 0).focus()
    press("Enter")
    first = figure.element.get_by_label("the loss rises")
    expect(first).to_be_focused()
    press("ArrowDown")
    press("Tab")
    press("Tab")
    expect(figure.button("Check")).to_be_focused()
    press("Enter")
    expect(figure.find('[data-part="judgement"]')).to_contain_text("Right: raising this weight")
    figure.wait("el => el.shadowRoot.querySelector('[role=status]').textContent.includes('Right:')")
    assert axe(figure.page) == []
    figure.weight(0, 1, 1).focus()
    press("Enter")
    expect(first).to_be_focused()
    figure.button("Check").click()
    expect(figure.element.get_by_role("alert")).to_contain_text("Choose one of the three")
    figure.button("Show me").click()
    expect(figure.find("[data-factor]").first).to_be_focused()
    press("Escape")
    expect(figure.weight(0, 1, 1)).to_be_focused()


@pytest.mark.parametrize("is_open", [False, True])
def test_a_click_on_a_weight_brings_the_keyboard_to_the_question_as_enter_does(figure, is_open):
    address = (0, 0, 0) if is_open else (1, 0, 0)
    figure.weight(*address).click()
    expect(figure.element.get_by_label("the loss rises")).to_be_focused()
    place = f"weight:{','.join(map(str, address))}"
    expect(figure.panel).to_have_attribute("data-weight-shown", place)


def test_a_guess_is_a_part_of_the_state(figure):
    given = {"predict": True, "revealed": True, "guess_direction": "lowers", "guess_value": "-0.1"}
    figure.set(**given)
    state = figure.state()
    assert {name: state[name] for name in given} == given
    judged = figure.inspect()["judgement"]
    assert (judged["direction_is_right"], judged["value"]) == (True, "wrong")
    figure.set(predict=False)
    expect(figure.find('[data-part="judgement"]')).to_have_count(0)
    figure.ask("(el, state) => el.setState(state)", state)
    figure.settled()
    assert figure.inspect()["judgement"] == judged
