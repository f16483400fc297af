"""A long run that is put in place: its numbers at once, its curve when it has been gone through."""

import numpy as np
import pytest
from playwright.sync_api import expect
from xor_page import PlainNetwork, XorFigure

# More epochs than are gone through before anything is shown, at one rate and then at another.
EPOCHS, LATER = 18_000, 3_000
RATE, LATER_RATE = 0.5, 0.25

# As a link does it; what is there with the first picture, before the curve is; and then the reader
# trains, for which the curve has to wait.
PLACE = """(el, state) => new Promise(resolve => {
    el.addEventListener("backprop-change", function look() {
        const { epoch, parameters, losses } = el.inspect();
        if (epoch !== state.epoch) return;
        el.removeEventListener("backprop-change", look);
        el.shadowRoot.querySelector(".xor-train").click();
        resolve({ parameters, losses });
    });
    el.setState(state);
})"""


@pytest.fixture
def figure(running_page):
    return XorFigure(running_page.put("xor")).ready().all_controls()


def test_a_long_run_is_there_at_once_and_its_curve_comes_after(figure, axe):
    figure.set(seed=0)
    plain = PlainNetwork(figure.state())
    figure.train_epochs(EPOCHS)
    figure.set(learning_rate=LATER_RATE)
    figure.train_epochs(LATER)
    state, losses = figure.state(), figure.numbers("losses")
    assert state["epoch"] == EPOCHS + LATER == len(losses)
    figure.button("Reset").click()
    figure.settled()

    seen = figure.ask(PLACE, state)
    assert seen["parameters"] == state["parameters"]
    assert seen["losses"] == []
    note = figure.find("[data-part=earlier]")
    expect(note).to_contain_text("Going through the earlier epochs again")
    figure.wait("(el, epoch) => el.inspect().epoch > epoch + 5", state["epoch"])
    expect(note).to_be_visible()
    figure.button("Pause").click()
    assert axe(figure.page) == []

    expect(note).to_have_count(0)
    whole = figure.numbers("losses")
    assert len(whole) == figure.epoch() > state["epoch"] + 5
    assert whole[: len(losses)] == losses
    by_hand = [*plain.train(EPOCHS, RATE, 0.9), *plain.train(LATER, LATER_RATE, 0.9)]
    np.testing.assert_allclose(losses, by_hand, rtol=0, atol=1e-9)
    slider = figure.element.get_by_role("slider", name="Training so far")
    slider.fill("0")
    assert figure.epoch() == 0
    figure.button("Train").click()
    figure.wait("el => el.inspect().epoch > 0")
