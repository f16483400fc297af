"""The figure `playground`: a link opens and trains, and a point opens with its gradients."""

import re

import pytest
from figures import START_MS, Figure
from playwright.sync_api import expect

from backprop import engine
from backprop.core.number_text import number_text
from backprop.figures.playground.playground import OPENINGS
from backprop.playground import Playground, Settings

OPENING = OPENINGS["playground"]
LINK = "https://playground.tensorflow.org/#dataset=gauss&noise=50&networkShape=1&seed=0.42182&foo=1"


def test_a_link_opens_trains_and_shows_the_gradients_of_a_point(running_page):
    figure = Figure(running_page.put("playground"), "playground").ready()
    figure.settled()
    first, here = figure.inspect(), engine.handle(OPENING)
    assert first["start"] == here["start"]
    assert first["training_loss"] == pytest.approx(here["training_loss"], rel=1e-12)

    field = figure.find('[data-field="link"]')
    field.fill("no link at all")
    figure.button("Open").click()
    expect(figure.find("#note-link")).to_contain_text("must look like https://", timeout=START_MS)
    expect(field).to_have_value("no link at all")
    field.fill(LINK)
    field.press("Enter")
    expect(figure.find('[data-part="not-taken-over"]')).to_contain_text("foo")
    figure.wait("el => el.inspect().layer_sizes.join() === '2,1,1'")

    figure.button("Train").click()
    figure.wait("el => el.inspect().run.epoch >= 20")
    figure.button("Pause").click()
    figure.wait("el => el.getState().epochs === el.inspect().run.epoch")
    figure.button("One epoch").click()
    figure.wait("el => el.getState().epochs === el.inspect().run.epoch")
    figure.settled()
    state, shown = figure.state(), figure.inspect()
    assert state["epochs"] > 20
    # However many slices it took, the run is where Python alone brings it.
    settings = {name: value for name, value in state.items() if name in OPENING}
    alone = engine.handle(OPENING | settings)
    assert shown["training_loss"] == pytest.approx(alone["training_loss"], rel=1e-9)
    assert shown["test_loss"] == pytest.approx(alone["test_loss"], rel=1e-9)

    plane = figure.find(".playground-points")
    plane.focus()
    page = figure.page
    page.keyboard.press("Home")
    figure.wait("el => el.inspect().example?.index === 0")
    example = figure.inspect()["example"]
    expect(plane).to_have_attribute("aria-valuetext", example["sentence"])
    page.keyboard.press("Enter")
    network = Figure(page, "network").ready()
    network.wait("el => el.getState().layer_sizes.join() === '2,1,1'")
    assert network.state()["inputs"] == pytest.approx(example["network"]["inputs"])

    figure.button("Same start again").click()
    figure.wait("el => el.inspect().run.epoch === 0")
    assert figure.inspect()["training_loss"] == pytest.approx(0.4230535544887053, rel=1e-12)


def test_a_preset_says_why_and_a_bad_shape_stays_where_it_was_typed(running_page):
    figure = Figure(running_page.put("playground"), "playground").ready()
    figure.find('[data-field="preset"]').select_option("l2-explodes")
    expect(figure.find('[data-part="preset"]')).to_contain_text("1 − ηλ", timeout=START_MS)
    figure.button("Train").click()
    expect(figure.find(".playground-sentence")).to_contain_text("more than 2")
    figure.find('[data-part="more-controls"] > summary').click()
    shape = figure.find('[data-field="hidden_layers"]')
    shape.fill("4, 17")
    shape.press("Enter")
    expect(figure.find(".field-note")).to_contain_text("16")
    expect(shape).to_have_value("4, 17")
    assert figure.state()["hidden_layers"] == [4, 2]

    figure.find('[data-field="preset"]').select_option("squares")
    expect(figure.find('[data-part="preset"]')).to_contain_text("squared distance")
    figure.wait("el => el.inspect().layer_sizes.join() === '2,4,3'")
    figure.find('[data-field="shown_class"]').select_option("2")
    figure.settled()
    state = {name: value for name, value in figure.state().items() if name in OPENING}
    surface = engine.handle(OPENING | state | {"shown_class": 2})["surface"]
    assert figure.inspect()["surface"]["values"] == pytest.approx(surface["values"], abs=2e-3)

    figure.set(dataset="reg-formula", formula="x*y/9")
    formula = figure.find('[data-field="formula"]')
    formula.fill("x*")
    formula.press("Enter")
    expect(figure.find(".field-note")).to_contain_text("At character 3")
    expect(formula).to_have_value("x*")
    assert figure.state()["formula"] == "x*y/9"


def test_a_link_of_the_original_behind_our_address_opens_as_a_pasted_one_does(page, page_url):
    page.goto(f"{page_url}playground.html{LINK[LINK.index('#') :]}")
    figure = Figure(page, "playground").ready()
    expect(figure.find('[data-part="not-taken-over"]')).to_contain_text("foo", timeout=START_MS)
    figure.wait("el => el.inspect().layer_sizes.join() === '2,1,1'")
    assert figure.inspect()["training_loss"] == pytest.approx(0.4230535544887053, rel=1e-12)
    page.wait_for_function("() => location.hash.includes('v=1&figure=playground&seed=0.42182')")


def test_a_bias_is_changed_a_weight_frozen_and_one_batch_made_at_a_time(running_page):
    figure = Figure(running_page.put("playground"), "playground").ready().all_controls()
    figure.button("One batch").click()
    expect(figure.find(".playground-sentence")).to_contain_text("1 batch of the next")
    figure.find('[data-field="unit"]').select_option("3,0")
    bias = figure.find('[data-field="value[24]"]')
    bias.focus()
    expect(bias).to_have_value(re.compile(r"0\.\d{9,}"))  # all digits, for one who changes some
    bias.fill("-0.5")
    bias.press("Tab")
    figure.find('[data-field="frozen[22]"]').check()
    figure.settled()
    frozen = figure.inspect()["run"]["parameters"][22]
    figure.button("One epoch").click()
    figure.wait("el => el.inspect().run.epoch === 1")
    figure.find('[data-field="epochs_at_once"]').fill("7")
    figure.button("Train so many").click()
    figure.wait("el => el.inspect().run.epoch === 8")
    expect(figure.find('[data-field="frozen[22]"]')).to_be_checked()

    alone = Playground(Settings())
    alone.step(1)
    alone.change((2, None, 0), -0.5)
    alone.frozen = [(2, 0, 0)]
    alone.run(8)
    shown = figure.inspect()
    assert shown["run"]["parameters"][22] == frozen == alone.network.parameters[22]
    assert shown["training_loss"] == pytest.approx(alone.training_loss, rel=1e-9)
    assert shown["curve"]["epochs"] == list(range(9))


def test_kept_runs_are_told_apart_read_at_an_epoch_and_open_from_a_link(running_page):
    figure = Figure(running_page.put("playground"), "playground").ready()
    for batch, epochs in ((10, 8), (50, 6)):
        figure.set(batch_size=batch, epochs=epochs)
        figure.wait("(el, epochs) => el.inspect().run.epoch >= epochs", epochs)
        figure.button("Keep this run to compare").click()
    figure.set(learning_rate=0.1)
    told = figure.find('[data-part="compare"]')
    expect(told).to_contain_text("Batch size 50 in place of 10.")
    now = told.locator('[data-run="now"]')
    expect(now).to_contain_text("Learning rate 0.1 in place of 0.03.")
    figure.find('[data-part="losses"] [role="slider"]').focus()
    for key in ("Home", "ArrowRight", "ArrowRight"):
        figure.page.keyboard.press(key)
    second = engine.handle(OPENING | {"batch_size": 50, "epochs": 2})
    training, test = (number_text(second[f"{name}_loss"], 3) for name in ("training", "test"))
    reading = f"Epoch 2: training loss {training}, test loss {test}"
    expect(told.locator('[data-run="2"]')).to_contain_text(reading)
    expect(now).to_contain_text("It ends at epoch 0")

    # Another figure with this state trains the runs again, and another seed is that of all.
    state, text = figure.state(), told.inner_text()
    figure.set(pins=[])
    expect(told).to_have_count(0)
    figure.set(pins=state["pins"], seed="0.1")
    expect(told.locator("canvas")).to_have_count(2)
    expect(told).not_to_have_text(text, use_inner_text=True)
    figure.set(seed=state["seed"])
    expect(told).to_have_text(text, use_inner_text=True)
    figure.button("Open run 1").click()
    figure.wait("el => el.inspect().run.epoch === 8 && el.inspect().curve.epochs.length === 9")
    assert figure.state()["learning_rate"] == OPENING["learning_rate"]
