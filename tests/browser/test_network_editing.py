"""Everything in the network figure that a reader can change, and what is refused."""

import pytest
from figures import Figure
from playwright.sync_api import expect


@pytest.fixture
def figure(running_page):
    return Figure(running_page.put("network", "preset=2-2-1-a")).ready().whole_pass()


def test_typed_input_moves_everything_that_hangs_on_it(figure):
    figure.find('[data-field="inputs[0]"]').fill("1.5")
    figure.settled()
    # z of hidden unit 1 = 0.2 · 1.5 + 0.3 · 0.8
    assert figure.number('[data-unit="1,0"]', "data-pre-activation") == pytest.approx(0.54)
    assert figure.state()["preset"] is None


@pytest.mark.parametrize("bad", ["--5", "NaN", "1e308", "", "Infinity", "1 2", "abc"])
def test_bad_number_keeps_the_last_good_one_and_says_why(figure, bad):
    before = figure.inspect()
    errors = "el => { window.refused = []; el.addEventListener('backprop-error', e => "
    figure.ask(errors + "window.refused.push(e.detail.field)); }")
    field = figure.find('[data-field="targets[0]"]')
    field.fill(bad)
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(figure.find(".field-note")).to_contain_text("takes a number from")
    assert figure.page.evaluate("window.refused")[-1] == "targets[0]"
    expect(field).to_have_accessible_name("t")  # the note is no part of it
    field.blur()
    expect(field).to_have_value("0.7")
    expect(field).to_have_attribute("aria-invalid", "false")
    assert figure.inspect() == before
    field.fill("0.9")
    expect(field).to_have_attribute("aria-invalid", "false")
    figure.settled()
    assert figure.inspect()["targets"] == [0.9]


def test_weight_can_be_dragged_in_the_drawing_and_that_is_one_undo(figure):
    box = figure.weight(0, 0, 1).bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    mouse = figure.page.mouse
    mouse.move(x, y)
    mouse.down()
    for way in (10, 25, 50):
        mouse.move(x + way, y)
    mouse.up()
    figure.settled()
    assert figure.state()["parameters"][1] == pytest.approx(0.9)
    assert figure.number('[data-weight="0,0,1"]', "data-value") == pytest.approx(0.9)
    assert figure.state()["selected"] == {"layer": 0, "source": 0, "target": 1}
    figure.button("Undo").click()
    figure.settled()
    assert figure.state()["parameters"][1] == 0.4
    assert figure.state()["preset"] == "2-2-1-a"
    figure.button("Redo").click()
    figure.settled()
    assert figure.state()["parameters"][1] == pytest.approx(0.9)


def test_click_on_a_weight_or_a_bias_opens_its_chain_rule(figure):
    figure.weight(1, 1, 0).click()
    figure.settled()
    expect(figure.panel).to_have_attribute("data-weight-shown", "weight:1,1,0")
    figure.set(preset="xor-01")
    figure.find('[data-bias="0,1"]').click()
    figure.settled()
    expect(figure.panel).to_have_attribute("data-weight-shown", "bias:0,1")
    figure.find('[data-field="weight"]').fill("-5")
    figure.settled()
    assert figure.inspect()["biases"][0] == [-2, -5]


def test_a_click_or_enter_asks_once_and_tells_once_and_not_at_all_where_it_is_open(figure, traffic):
    figure.weight(1, 1, 0).click()
    figure.settled()
    assert traffic.take() == (["trace"], 1)
    figure.weight(1, 1, 0).click()
    figure.settled()
    assert traffic.take() == ([], 0)
    figure.weight(0, 1, 1).focus()
    figure.page.keyboard.press("Enter")
    figure.settled()
    assert traffic.take() == (["trace"], 1)


def test_slider_of_the_chosen_weight_moves_it(figure):
    slider = figure.element.get_by_role("slider", name="Drag its value")
    slider.fill("-1.25")
    figure.settled()
    assert figure.inspect()["weights"][0][0][0] == -1.25


def test_layers_units_rules_and_biases_can_be_chosen(figure):
    figure.find("summary >> text=Change the network").click()
    choose = figure.element.get_by_label
    choose("Hidden layers").select_option("4")
    figure.settled()
    assert figure.state()["layer_sizes"] == [2, 2, 2, 2, 2, 1]
    choose("Units, hidden layer 3").select_option("8")
    choose("Activation, hidden layer 3").select_option("tanh")
    choose("Activation, outputs").select_option("linear")
    figure.element.get_by_role("combobox", name="Loss").select_option("squared_error")
    figure.element.get_by_label("Biases").check()
    figure.settled()
    result = figure.inspect()
    assert [len(layer) for layer in result["activations"]] == [2, 2, 2, 8, 2, 1]
    assert [len(biases) for biases in result["biases"]] == [2, 2, 8, 2, 1]
    assert result["loss"] == pytest.approx((result["outputs"][0] - 0.7) ** 2)
    assert figure.find("[data-weight]").count() == 4 + 4 + 16 + 16 + 2


def test_seed_draws_weights_and_the_same_seed_the_same_ones(figure):
    figure.find("summary >> text=Change the network").click()
    seed = figure.find('[data-field="seed"]')
    drawn = []
    for value in ("7", "8", "7"):
        seed.fill(value)
        figure.settled()
        drawn.append(figure.inspect()["parameters"])
    assert drawn[0] == drawn[2] != drawn[1]
    assert all(-1 <= weight <= 1 for weight in drawn[0])


def test_state_set_from_outside_round_trips(figure):
    wanted = {
        "layer_sizes": [3, 2, 2],
        "activations": ["relu", "softmax"],
        "loss": "cross_entropy",
        "use_biases": False,
        "parameters": [1, -1, 0.5, 2, 0.25, -0.5, 1, 2, 3, 4],
        "inputs": [1, 2, 3],
        "targets": [0, 1],
        "learning_rate": 0.25,
        "frozen": [0, 9],
        "step": 5,
        "selected": {"layer": 1, "source": 1, "target": 1},
    }
    figure.set(**wanted)
    state = figure.state()
    assert {field: state[field] for field in wanted} == wanted
    figure.set(**figure.state())
    assert {field: figure.state()[field] for field in wanted} == wanted


def test_what_the_engine_cannot_compute_is_taken_back_with_a_reason(figure):
    before = figure.state()
    figure.ask(
        "el => { window.said = []; el.addEventListener('backprop-error', "
        "e => window.said.push(e.detail)); }"
    )
    figure.set(layer_sizes=[1, 1], activations=["linear"], loss="squared_error")
    good = figure.state()
    assert good["layer_sizes"] == [1, 1]
    figure.set(
        parameters=[1e6, 0] if good["use_biases"] else [1e6], inputs=[1e6], learning_rate=0.1
    )
    assert figure.inspect()["loss"] == pytest.approx((1e12 - 0.7) ** 2)
    figure.set(parameters=[10] * 999)
    assert figure.page.evaluate("window.said")[-1]["field"] == "parameters"
    assert before["layer_sizes"] == [2, 2, 1]


def test_reset_brings_back_the_example_before_anything_is_computed(figure):
    figure.set(inputs=[1, 1], parameters=[0, 0, 0, 0, 0, 0])
    figure.button("Reset").click()
    figure.settled()
    state = figure.state()
    assert state["parameters"] == [0.2, 0.4, 0.3, 0.1, 0.6, 0.5]
    assert (state["inputs"], state["step"], state["overview"]) == ([0.5, 0.8], 0, False)
    expect(figure.find(".sentence")).to_contain_text("Nothing is computed yet")


@pytest.mark.parametrize(
    ("typed", "value"), [(".15", 0.15), ("+.2", 0.2), ("-.3", -0.3), (",5", 0.5), ("1/4", 0.25)]
)
def test_a_number_typed_on_a_weight_is_taken_as_it_was_typed(figure, typed, value):
    figure.set(preset="2-2-1-b", overview=True)
    weight = figure.weight(0, 1, 0)
    weight.click()
    figure.settled()
    figure.page.keyboard.type(typed)
    figure.wait("(el, value) => el.inspect().weights[0][1][0] === value", value)
    assert figure.state()["overview"], "no key of a number steps through the pass"


def test_a_refused_weight_is_named_as_the_reader_knows_it(figure):
    figure.set(preset="2-2-1-b", selected={"layer": 0, "source": 1, "target": 0})
    figure.find('[data-field="weight"]').fill("1/0")
    expect(figure.find(".field-note")).to_have_text(
        "Weight from input 2 to hidden unit 1 takes a number from −1,000,000 to 1,000,000, "
        "such as 0.5, −.5, 1/3 or 1e-3."
    )


def test_all_digits_of_a_value_stay_through_an_edit(figure):
    value = 6.881373587019543
    figure.set(inputs=[value, 0.5])
    field = figure.find('[data-field="inputs[0]"]')
    expect(field).to_have_value("6.88137")
    field.focus()
    expect(field).to_have_value("6.881373587019543")
    for key in ("End", "0", "Backspace", "Tab"):
        figure.page.keyboard.press(key)
    expect(field).to_have_value("6.88137")
    figure.settled()
    assert figure.state()["inputs"][0] == value


def test_ticking_biases_keeps_every_weight_that_was_typed(figure):
    figure.set(preset="2-2-1-b", parameters=[0.15, 0.2, 0.25, 0.3, 0.4, 0.45])
    figure.element.locator("summary", has_text="Change the network").click()
    box = figure.element.get_by_role("checkbox", name="Biases", exact=True)
    box.check()
    figure.settled()
    assert figure.state()["parameters"] == [0.15, 0.2, 0.25, 0.3, 0, 0, 0.4, 0.45, 0]
    box.uncheck()
    figure.settled()
    assert figure.state()["parameters"] == [0.15, 0.2, 0.25, 0.3, 0.4, 0.45]
