"""Figures for those who do not see them or do not use a mouse: speech, focus, names, reach."""

import pytest
from figures import Figure
from playwright.sync_api import expect

from backprop.figures.registry import FIGURES

# Figure, a control, what is pressed there, and the sentence that a reader sees change.
CHANGES = [
    ("blame", "input[type=range]", "ArrowLeft", ".blame-sentence"),
    ("blame", "input[type=checkbox]", "Space", ".blame-sentence"),
    ("slope", "[role=slider]", "ArrowRight", ".neuron-sentence"),
    ("neuron", "[role=slider]", "ArrowRight", ".neuron-sentence"),
    ("neuron", "[data-field=learning_rate]", "PageDown", ".neuron-sentence"),
    ("cost", "[data-field=step]", "ArrowLeft", ".cost-compare .cost-sentence"),
    ("pulls", ".playback-buttons .primary", "Enter", ".pulls-sentence"),
    ("stopping", "[data-field=patience]", "ArrowUp", ".stopping-sentence"),
    ("depth", "[data-field=residual]", "Space", ".depth-now"),
    ("equations", ".equations-buttons .primary", "Enter", ".equations-now"),
    ("paths", ".paths-buttons .primary", "Enter", ".paths-sentence"),
]


@pytest.mark.parametrize(("kind", "control", "key", "sentence"), CHANGES)
def test_what_is_spoken_after_a_change_is_what_is_shown(running_page, kind, control, key, sentence):
    figure = Figure(running_page.put(kind), kind).ready()
    before = figure.find(sentence).first.text_content()
    figure.find(control).first.focus()
    figure.page.keyboard.press(key)
    spoken = figure.find("p.unseen[role=status]")
    expect(spoken).not_to_be_empty()
    figure.wait(
        """(el, [sentence, before]) => {
          const plain = text => text.replace(/\\s+/g, " ").trim();
          const shown = plain(el.shadowRoot.querySelector(sentence).textContent);
          const said = plain(el.shadowRoot.querySelector("p.unseen[role=status]").textContent);
          return said !== "" && shown.startsWith(said)
            && (shown !== plain(before) || el.getAttribute("figure") === "neuron");
        }""",
        [sentence, before],
    )


# Figure, a button that comes to its end, and how often it is pressed before.
ENDS = [
    ("slope", "Back", ["Step"]),
    ("neuron", "Back", ["Step"]),
    ("equations", "Back", ["Step"]),
    ("network", "Undo", ["Apply update"]),
    ("depth", "Back to the start", ["Train"]),
]


@pytest.mark.parametrize("kind", ["pulls", "rates"])
def test_back_keeps_the_keyboard_at_the_start_of_a_run(running_page, kind):
    figure = Figure(running_page.put(kind), kind).ready()
    scrubber = figure.find(".playback-scrubber input")
    scrubber.press("Home")
    scrubber.press("ArrowRight")
    back = figure.button("Back")
    back.press("Enter")
    expect(back).to_have_attribute("aria-disabled", "true")
    expect(back).to_be_focused()


@pytest.mark.parametrize(("kind", "button", "before"), ENDS)
def test_a_button_that_has_come_to_its_end_keeps_the_keyboard(running_page, kind, button, before):
    figure = Figure(running_page.put(kind), kind).ready()
    for summary in figure.find(".more-controls > summary").all():
        summary.click()
    for name in before:
        figure.button(name).click()
    end = figure.button(button)
    expect(end).to_have_attribute("aria-disabled", "false")
    end.press("Enter")
    expect(end).to_have_attribute("aria-disabled", "true")
    expect(end).to_be_focused()
    state = figure.state()
    end.press("Enter")
    assert figure.state() == state


def accessible_nodes(page, role):
    """Every node of a role, as the browser tells it to a screen reader."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return [
        node for node in nodes if not node["ignored"] and node.get("role", {}).get("value") == role
    ]


@pytest.mark.parametrize("kind", FIGURES)
def test_controls_have_names_and_no_stop_is_without_a_purpose(running_page, kind):
    figure = Figure(running_page.put(kind), kind).ready()
    for role in ("slider", "textbox", "combobox", "button", "checkbox", "spinbutton"):
        nodes = accessible_nodes(figure.page, role)
        assert [node for node in nodes if not node["name"]["value"].strip()] == [], role
        spoken = [node["name"]["value"] for node in nodes]
        assert [name for name in spoken if name.startswith("=")] == []
    for width in (1280, 320):
        figure.page.set_viewport_size({"width": width, "height": 720})
        figure.ask("el => el.updateComplete")
        stops = figure.ask(
            """el => [...el.shadowRoot.querySelectorAll("*")].filter(part => {
              const isScroller = /auto|scroll/.test(getComputedStyle(part).overflow)
                && (part.scrollHeight > part.clientHeight || part.scrollWidth > part.clientWidth);
              return part.checkVisibility() && isScroller
                && !part.closest("[tabindex], textarea, select, [aria-label]");
            }).map(part => [part.className, part.scrollWidth - part.clientWidth,
              part.scrollHeight - part.clientHeight])"""
        )
        assert stops == [], f"at {width} px"
    drawings = figure.ask(
        """el => [...el.shadowRoot.querySelectorAll("svg.network-drawing")]
          .filter(svg => svg.tabIndex >= 0).length"""
    )
    assert drawings == 0


def test_every_table_has_a_name_and_headers_and_no_two_sources_are_called_alike(running_page):
    for kind in FIGURES:
        figure = Figure(running_page.put(kind), kind).ready()
        figure.ask(
            """el => { for (const part of el.shadowRoot.querySelectorAll("details")) {
              part.open = true;
            } }"""
        )
        figure.ask("el => el.updateComplete")
        bare = figure.ask(
            """el => [...el.shadowRoot.querySelectorAll("table")].filter(table =>
              !table.caption?.textContent.trim() && !table.getAttribute("aria-label")
              || table.querySelectorAll("th").length !== table.querySelectorAll("th[scope]").length
              || !table.querySelector("th")).map(table => table.outerHTML.slice(0, 200))"""
        )
        assert bare == [], kind
    regions = []
    for kind in ("walk", "network"):
        figure = Figure(running_page.put(kind), kind).ready()
        figure.ask("el => el.setState({ code_open: true })")
        regions.append(figure.find("section.code").get_attribute("aria-label"))
    assert len({*regions}) == 2


def test_live_numbers_are_spoken_by_the_one_live_region_alone(running_page):
    for kind in FIGURES:
        page = running_page.put(kind)
        Figure(page, kind).shown()
    found = running_page.page.evaluate(
        """() => [...document.querySelectorAll("backprop-figure")].flatMap(figure =>
          [...figure.shadowRoot.querySelectorAll("output, [aria-live=assertive]")]
            .map(part => `${figure.getAttribute("figure")}: ${part.className}`))"""
    )
    assert found == []


def test_a_swipe_that_scrolls_the_page_leaves_its_slider_alone(browser, page_url):
    context = browser.new_context(has_touch=True, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(page_url + "embed.html?figure=blame")
    figure = Figure(page, "blame").ready()
    slider = figure.find("input[type=range]").nth(1)
    slider.scroll_into_view_if_needed()
    before = figure.state()
    box = slider.bounding_box()
    session = context.new_cdp_session(page)
    x, y = box["x"] + box["width"] * 0.25, box["y"] + box["height"] / 2
    session.send(
        "Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]}
    )
    for moved in range(10, 130, 10):
        points = [{"x": x, "y": y - moved}]
        session.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": points})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_function("scrollY > 0")
    figure.settled()
    assert figure.state() == before
    context.close()


def test_two_fingers_may_enlarge_every_drawing(running_page):
    for kind in FIGURES:
        Figure(running_page.put(kind), kind).shown()
    barred = running_page.page.evaluate(
        """() => [...document.querySelectorAll("backprop-figure")].flatMap(figure =>
          [...figure.shadowRoot.querySelectorAll("svg, svg *")]
            .filter(part => getComputedStyle(part).touchAction === "pan-y")
            .map(part => part.getAttribute("class")))"""
    )
    assert barred == []


def test_enter_on_a_unit_goes_to_the_step_that_computes_it(running_page):
    figure = Figure(running_page.put("network", "preset=2-2-1-a")).ready().whole_pass()
    unit = figure.find('[data-unit="1,0"]')
    unit.focus()
    figure.page.keyboard.press("Enter")
    # The first unit's pre-activation and activation are the first two steps of the pass.
    figure.wait("el => el.getState().step === 2 && !el.getState().overview")


@pytest.mark.parametrize("kind", ["network", "walk", "cost", "neuron", "xor"])
def test_nothing_is_cut_off_on_a_narrow_screen_with_wide_text(running_page, kind):
    figure = Figure(running_page.put(kind), kind).ready()
    for summary in figure.find("summary").all():
        if summary.is_visible():
            summary.click()
    for width, spacing in ((320, ""), (390, "letter-spacing: .12em; word-spacing: .16em")):
        figure.page.set_viewport_size({"width": width, "height": 844})
        figure.ask(
            "(el, spacing) => { el.shadowRoot.querySelector('.figure').style = spacing }", spacing
        )
        figure.ask("el => el.updateComplete")
        cut = figure.ask(
            """el => {
              const edge = el.getBoundingClientRect().right;
              const scrolls = part => part && (part.scrollWidth > part.clientWidth + 1
                && /auto|scroll/.test(getComputedStyle(part).overflowX)
                || scrolls(part.parentElement));
              return [...el.shadowRoot.querySelectorAll("button, input, td, th, p, h4, summary")]
                .filter(part => part.checkVisibility() && !part.classList.contains("unseen")
                  && !part.closest(".unseen") && part.getBoundingClientRect().right > edge + 1
                  && !scrolls(part))
                .map(part => `${part.localName} ${part.textContent.trim().slice(0, 30)}`);
            }"""
        )
        assert cut == [], f"at {width} px"


def test_translators_are_told_to_leave_a_figure_alone(running_page):
    figure = Figure(running_page.put("slope"), "slope").shown()
    expect(figure.find(".figure")).to_have_attribute("translate", "no")


def test_a_value_below_zero_can_be_typed_on_a_phone(running_page):
    figure = Figure(running_page.put("network")).shown()
    # The decimal keyboard of some phones has no minus sign.
    assert figure.find("input[inputmode=decimal], input[inputmode=numeric]").count() == 0


SPOKEN = "p.unseen[role=status]"


def test_a_chosen_weight_is_spoken_and_its_chain_rule_is_the_next_stop(running_page):
    figure = Figure(running_page.put("network", "preset=2-2-1-a")).ready().whole_pass()
    weight = figure.weight(0, 0, 1)
    weight.focus()
    expect(weight).to_have_attribute("aria-pressed", "true")
    expect(figure.weight(0, 0, 0)).to_have_attribute("aria-pressed", "false")
    figure.page.keyboard.press("Enter")
    name = "Chain rule of the weight from input 1 to hidden unit 2"
    expect(figure.find(SPOKEN)).to_contain_text(name)
    expect(figure.find(SPOKEN)).to_contain_text(figure.panel.locator(".meaning").inner_text())
    figure.page.keyboard.press("Tab")
    link = figure.find(".to-chain-rule")
    expect(link).to_be_focused()
    expect(link).to_contain_text(name)
    figure.page.keyboard.press("Enter")
    expect(figure.panel).to_be_focused()
    figure.page.keyboard.press("Escape")
    expect(weight).to_be_focused()


def test_a_phone_has_the_way_to_the_chain_rule_right_under_the_drawing(running_page):
    figure = Figure(running_page.put("network", "preset=2-2-1-a")).ready().whole_pass()
    figure.page.set_viewport_size({"width": 390, "height": 844})
    figure.weight(1, 0, 0).click()
    figure.settled()
    link = figure.find(".to-chain-rule")
    drawing, line = figure.find(".stage").bounding_box(), link.bounding_box()
    assert 0 <= line["y"] - (drawing["y"] + drawing["height"]) < 20
    gradient = figure.find(".panel .factors tfoot .number").inner_text()
    expect(link).to_contain_text(gradient)
    link.click()
    expect(figure.panel.locator("h3")).to_be_in_viewport()


def test_a_gradient_that_is_to_be_guessed_is_neither_spoken_nor_linked(running_page):
    figure = Figure(running_page.put("network", "predict", "preset=2-2-1-a")).ready()
    figure.weight(0, 0, 1).click()
    expect(figure.find('[data-part="question"]')).to_be_visible()
    figure.settled()
    assert figure.find(".to-chain-rule b").count() == 0
    expect(figure.find(SPOKEN)).to_be_empty()


def test_every_edit_of_a_network_is_spoken_by_what_it_makes_of_the_loss(running_page):
    figure = Figure(running_page.put("network", "preset=2-2-1-a")).ready().whole_pass()
    spoken = figure.find(SPOKEN)
    # The output of the first preset is about 0.6; the loss is half the squared distance.
    figure.find('[data-field="targets[0]"]').fill("2")
    expect(spoken).to_contain_text("away from the target 2;")
    figure.button("Undo").click()
    expect(spoken).to_contain_text("away from the target 0.7;")
    before = spoken.text_content()
    figure.weight(1, 0, 0).press("Shift+ArrowUp")
    expect(spoken).to_contain_text("away from the target 0.7;")
    expect(spoken).not_to_have_text(before)


def test_training_is_spoken_now_and_then_and_an_epoch_each_time(running_page):
    figure = Figure(running_page.put("xor"), "xor").ready().all_controls()
    spoken = figure.find(SPOKEN)
    figure.button("One epoch").click()
    expect(spoken).to_contain_text("Epoch 1, loss")
    figure.button("One epoch").click()
    expect(spoken).to_contain_text("Epoch 2, loss")
    figure.find("select[data-field=speed]").select_option("1")
    figure.button("Train").click()
    figure.wait(
        """el => {
          const said = el.shadowRoot.querySelector("p.unseen[role=status]").textContent;
          return el.shadowRoot.querySelector("[data-training=true]") && !/^Epoch 2,/.test(said);
        }"""
    )
    figure.button("Pause").click()


def test_every_figure_is_a_group_with_a_name_of_its_own(running_page):
    for kind in FIGURES:
        Figure(running_page.put(kind), kind).shown()
    page = running_page.page
    names = [node["name"]["value"] for node in accessible_nodes(page, "group")]
    figures = [name for name in names if name.startswith("Figure: ")]
    assert len(figures) == len(set(figures)) == len(FIGURES)
    shares = [
        node["name"]["value"]
        for node in accessible_nodes(page, "button")
        if node["name"]["value"].startswith("Share")
    ]
    assert sorted(shares) == sorted(name.replace("Figure", "Share") for name in figures)


@pytest.mark.parametrize(
    ("kind", "control"),
    [
        ("blame", "input[type=range]"),
        ("slope", ".button.primary"),
        ("network", '.stage [tabindex="0"]'),
    ],
)
def test_a_figure_that_comes_alive_leaves_the_keyboard_where_it_was(
    page, page_url, faults, kind, control
):
    faults.stalled.append("page.js")
    page.goto(page_url, wait_until="commit")
    figure = Figure(page, kind)
    found = figure.find(control).locator("visible=true").first
    found.focus()
    name = found.evaluate("part => part.ariaLabel ?? part.textContent.trim()")
    faults.mend()
    figure.shown()
    figure.ask("el => el.updateComplete")
    live = figure.ask(
        """el => { const part = el.shadowRoot.activeElement;
          return part && (part.ariaLabel ?? part.textContent.trim()); }"""
    )
    assert live == name


def test_without_scripts_no_control_is_there_that_does_nothing(browser, page_url):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(page_url)
    controls = page.locator("backprop-figure").locator("button, input, select, .asked, .engine")
    in_picture = page.locator("backprop-figure .in-picture").locator("visible=true").count()
    assert controls.locator("visible=true").count() == in_picture
    expect(page.get_by_text("its controls are left out")).to_be_visible()
    expect(page.locator("backprop-figure .values-table").first).to_be_visible()
    context.close()
