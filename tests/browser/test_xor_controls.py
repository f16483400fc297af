"""The XOR figure in the reader's hands: fields, keyboard, names, small screens."""

import re

import pytest
from playwright.sync_api import expect
from xor_page import XorFigure

BAD = ["NaN", "1e308", "--5", "", "Infinity"]


@pytest.fixture
def figure(running_page):
    return XorFigure(running_page.put("xor")).ready().all_controls()


@pytest.mark.parametrize("field", ["learning_rate", "momentum", "seed"])
def test_a_field_keeps_its_last_good_value_and_says_why(figure, field):
    before = figure.state()[field]
    entry = figure.find(f"input[data-field={field}]")
    for bad in BAD:
        entry.fill(bad)
        expect(entry).to_have_attribute("aria-invalid", "true")
        note = figure.find(f".field:has(input[data-field={field}]) [role=alert]")
        expect(note).to_contain_text("takes")
        assert figure.state()[field] == before
    entry.fill("0.5" if field != "seed" else "12")
    expect(entry).to_have_attribute("aria-invalid", "false")
    assert figure.state()[field] == (12 if field == "seed" else 0.5)


def test_refused_values_from_outside_name_their_field(figure):
    refused = figure.ask(
        """el => {
          const refused = [];
          el.addEventListener("backprop-error", (event) => refused.push(event.detail.field));
          el.setState({ hidden_units: 9, activation: "softmax", learning_rate: NaN, momentum: 0.5,
            parameters: [1, 2], speed: "warp" });
          return refused;
        }"""
    )
    assert refused == ["hidden_units", "activation", "learning_rate", "speed", "parameters"]
    state = figure.state()
    assert (state["hidden_units"], state["momentum"], len(state["parameters"])) == (2, 0.5, 9)


def test_each_setting_makes_the_network_it_says(figure):
    slider = figure.element.get_by_role("slider", name="Hidden units")
    for units in (1, 8, 3):
        slider.fill(str(units))
        figure.settled()
        assert len(figure.numbers("parameters")) == 4 * units + 1
        assert len(figure.inspect()["predictions"][0]["hidden"]) == units
    figure.element.get_by_role("combobox", name="Hidden activation").select_option("tanh")
    figure.settled()
    hidden = [a for p in figure.inspect()["predictions"] for a in p["hidden"]]
    assert min(hidden) < 0, "tanh reaches below zero"


def test_everything_can_be_done_by_keyboard_alone(figure):
    figure.button("Train").focus()
    figure.page.keyboard.press("Enter")
    expect(figure.button("Pause")).to_be_focused()
    figure.page.keyboard.press("Space")
    expect(figure.button("Train")).to_be_focused()
    epoch = figure.epoch()
    figure.page.keyboard.press(".")
    figure.wait("(el, epoch) => el.inspect().epoch === epoch", epoch + 1)
    figure.page.keyboard.press(",")
    figure.wait("(el, epoch) => el.inspect().epoch <= epoch", epoch)
    figure.find("[data-point='2']").focus()
    figure.page.keyboard.press("Enter")
    expect(figure.find("[data-part=network]")).to_be_visible()
    figure.page.keyboard.press("Escape")
    expect(figure.find("[data-part=network]")).to_have_count(0)


def test_the_plots_say_in_words_what_they_show(figure):
    figure.train_to_its_end()
    epoch = figure.text("epoch")
    surface = figure.element.get_by_role("img", name=f"Decision surface at epoch {epoch}")
    expect(surface).to_have_accessible_name(
        re.compile(r"4 of 4 examples.*\(1, 1\) gives 0\.\d\d, target 0\.")
    )
    curve = figure.element.get_by_role("img", name="Loss curve, linear axis")
    way = rf"\d at the start, (0\.\d+ at epoch \d+, ){{3}}0\.\d+ at epoch {epoch}\.$"
    expect(curve).to_have_accessible_name(re.compile(way))
    figure.element.get_by_role("checkbox", name="Log scale").check()
    expect(figure.element.get_by_role("img", name="Loss curve, logarithmic axis")).to_have_count(1)


def test_no_accessibility_violation_after_training(figure, axe):
    figure.train_to_its_end()
    assert [found for found in axe(figure.page) if "xor" in found] == []
    figure.page.emulate_media(color_scheme="dark")
    contrast = axe(figure.page, {"runOnly": ["color-contrast"]})
    assert [found for found in contrast if "xor" in found] == []


@pytest.mark.parametrize("width", [390, 320])
def test_a_narrow_screen_shows_everything_without_sideways_scroll(running_page, width):
    page = running_page.page
    page.set_viewport_size({"width": width, "height": 800})
    figure = XorFigure(running_page.put("xor")).ready().all_controls()
    figure.set(hidden_units=8)
    figure.train_epochs(100)
    figure.find("[data-point='3']").click()
    expect(figure.find("[data-part=network] [data-unit='2,0']")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for part in ("surface", "loss", "hidden-space", "predictions"):
        box = figure.find(f"[data-part={part}]").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
    for point in range(4):
        box = figure.find(f"[data-point='{point}'] circle").first.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24
