"""The network figure with the keyboard alone."""

import itertools
import json

import pytest
from figures import Figure
from playwright.sync_api import expect

from places import DIST

FOCUSED = """el => { let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.dataset?.place ?? at?.textContent?.trim() ?? ''; }"""


@pytest.fixture
def figure(running_page):
    return Figure(running_page.put("network", "preset=2-2-1-a")).ready().whole_pass()


def tab_to(figure: Figure, wanted: str, most: int = 40) -> None:
    for _ in range(most):
        figure.page.keyboard.press("Tab")
        if figure.ask(FOCUSED) == wanted:
            return
    raise AssertionError(f"Tab never came to {wanted}")


def test_a_reader_can_do_everything_without_a_pointer(figure):
    press = figure.page.keyboard.press

    tab_to(figure, "weight:0,0,0")  # the drawing is one stop, at the chosen weight
    press("ArrowRight")
    assert figure.ask(FOCUSED) == "unit:1,0"
    press("ArrowRight")
    assert figure.ask(FOCUSED).startswith("weight:1,0,")
    figure.settled()
    expect(figure.panel).to_have_attribute("data-weight-shown", "weight:1,0,0")

    press("Shift+ArrowUp")
    figure.settled()
    assert figure.inspect()["weights"][1][0][0] == 0.7

    press("Control+z")
    figure.wait("el => el.getState().parameters[4] === 0.6")
    press("Control+Shift+Z")
    figure.wait("el => el.getState().parameters[4] === 0.7")

    press("1")  # a digit opens the field, and stands in it
    figure.wait("el => el.getState().parameters[4] === 1")
    press("ArrowDown")
    figure.wait("el => el.getState().parameters[4] === 0.9")

    press("Escape")  # one level up: out of the chain rule, back to the drawing
    figure.settled()
    assert figure.state()["selected"] is None
    assert figure.ask(FOCUSED) == "weight:1,0,0"
    press("Enter")
    figure.settled()
    expect(figure.panel).to_have_attribute("data-weight-shown", "weight:1,0,0")

    press("ArrowLeft")  # a unit has no value to type: a point and a comma step through the pass
    press(".")
    figure.wait("el => el.getState().step === 1")
    press(",")
    figure.wait("el => el.getState().step === 0")

    tab_to(figure, "Step")
    press("Enter")
    figure.wait("el => el.getState().step === 1")
    tab_to(figure, "Apply update")
    press("Space")
    figure.settled()
    assert (
        figure.state()["last_update"]["loss_after"] < figure.state()["last_update"]["loss_before"]
    )


def test_space_plays_and_pauses(figure):
    figure.panel.focus()
    figure.page.keyboard.press("Space")
    expect(figure.button("Pause")).to_be_visible()
    figure.wait("el => el.getState().step >= 1")
    figure.page.keyboard.press("Space")
    expect(figure.button("Play")).to_be_visible()


def test_committed_steps_are_spoken_at_most_once_a_second(figure):
    figure.ask(
        """el => { window.spoken = [];
        const line = el.shadowRoot.querySelector('[role=status]');
        new MutationObserver(() => window.spoken.push([performance.now(), line.textContent]))
          .observe(line, {childList: true, characterData: true, subtree: true}); }"""
    )
    for step in range(1, 7):
        figure.ask("(el, step) => el.step(1)", step)
    recorded = DIST / "recorded" / "network-2-2-1-a.json"
    steps = json.loads(recorded.read_text(encoding="utf-8"))
    last = steps["trace"]["steps"][5]["sentence"]
    figure.page.wait_for_function("last => window.spoken.at(-1)?.[1] === last", arg=last)
    times = [time for time, _ in figure.page.evaluate("window.spoken")]
    assert all(later - earlier >= 900 for earlier, later in itertools.pairwise(times))


def test_every_mark_says_what_it_is_and_its_value(figure):
    names = figure.ask(
        "el => [...el.shadowRoot.querySelectorAll('.stage [role=button], .stage [role=img]')]"
        ".map(mark => mark.getAttribute('aria-label'))"
    )
    assert len(names) >= 5 + 6 + 2
    assert all(names)
    assert any("weight from input 1 to hidden unit 2" in name and "0.4" in name for name in names)
