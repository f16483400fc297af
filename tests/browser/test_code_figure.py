"""The figure `code`: a reader's program, run when the reader says so, in a Python of its own."""

import pytest
from figures import START_MS, Figure, figure_alone
from playwright.sync_api import expect

from backprop import engine
from backprop.exercises import task_named
from backprop.figures.code import OPENINGS

WHOLE = "backward_in_four_lines"


@pytest.fixture
def code(page, page_url):
    """The figure alone, with its editor."""
    figure = figure_alone(page, page_url, "code").ready()
    expect(figure.find(".cm-content")).to_be_visible()
    return figure


def run(figure):
    """Run the program, and give the sentence on it."""
    button = figure.find(".program-work .primary")
    button.click()
    expect(button).to_have_attribute("aria-disabled", "false", timeout=START_MS)
    return figure.find(".program-sentence").inner_text()


def test_a_reader_types_a_solution_and_it_stays_solved(code):
    assert code.inspect() == engine.handle(OPENINGS["code"]) | {"verdict": None}
    assert "does not yet return" in run(code)
    code.find(".cm-content").click()
    page = code.page
    page.keyboard.press("Control+End")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("End")
    for _ in "...":
        page.keyboard.press("Backspace")
    page.keyboard.type("(output - target) * output * (1 - output)")
    page.keyboard.press("Control+Enter")
    expect(code.find(".program-sentence")).to_contain_text("Right", timeout=START_MS)
    expect(code.find("p.unseen[role=status]")).to_contain_text("Right")
    assert code.inspect()["verdict"]["passed"]
    assert [worker.evaluate("() => typeof fetch") for worker in page.workers] == [
        "function",
        "undefined",
    ]
    page.reload()
    again = Figure(page, "code").ready()
    expect(again.find(".cm-content")).to_contain_text("output * (1 - output)")
    expect(again.find(".program-solved")).to_contain_text("1 of 18 solved")
    assert again.inspect()["verdict"] is None
    again.button("Forget them").click()
    expect(again.find(".program-solved")).to_have_count(0)


def test_a_figure_has_its_editor_on_a_page_to_which_one_came_before(running_page):
    # What a page has already is there before the figure has drawn the place for it.
    for _ in ("the first", "one more"):
        figure = Figure(running_page.put("code"), "code").ready()
        expect(figure.find(".cm-content")).to_be_visible()
        figure.ask("el => el.remove()")


def test_wrong_gradients_are_marked_at_their_weights_with_what_should_stand_there(code):
    left_out = " * hidden * (1 - hidden)"
    program = task_named(WHOLE).solution.replace(left_out, "")
    code.set(task=WHOLE)
    code.set(program=program)
    sentence = run(code)
    assert "the gradient of the biases of layer 2 is right" in sentence
    assert "left out" in sentence
    numbers = code.inspect()["verdict"]["numbers"]
    wrong = {number["place"] for number in numbers if number["state"] == "wrong"}
    assert wrong == {number["place"] for number in numbers if ":0," in number["place"]}
    assert code.find(".program-network .program-line.program-wrong").count() == 4
    assert code.find(".program-network .program-line.program-right").count() == 2
    assert code.find(".program-numbers tr[data-state=wrong]").count() == 6
    code.page.set_viewport_size({"width": 320, "height": 700})
    scale = code.find(".program-network").evaluate(
        "svg => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width"
    )
    assert 13 * scale >= 12, "letters of 13 px of the drawing are 12 px on a phone at least"
    code.set(program=program.replace("delta_2 @ weights[1].T", f"delta_2 @ weights[1].T{left_out}"))
    assert "Right" in run(code)


# A program, and what is said of it.
LIMITS = {
    "while True: pass": "Line 1: the program was still running after 4 seconds",
    "import numpy as np\nimport os": "Line 2: os cannot be imported here",
    "import js": "Line 1: js cannot be imported here",
    "import numpy as np\na = np.ones((50_000, 1_000))": "Line 2 asks for more memory",
    "print('x' * 1_000_000)": "Line 1: more than 10,000 characters were printed",
    "def error_signal(output, target):\n    return 1 / 0": "Line 2 raised ZeroDivisionError",
    "sum(range(10**10))": "still busy after 5 seconds, so its Python was ended",
    "raise ValueError('<img src=x onerror=alert(1)>')": "<img src=x onerror=alert(1)>",
    "def error_signal(": "Line 1 is not Python",
}


def test_a_program_beyond_its_limits_ends_in_a_sentence_and_the_figure_lives_on(code):
    for program, said in LIMITS.items():
        code.set(program=program)
        assert said in run(code), program
        assert code.state()["program"] == program
        assert code.find("img").count() == 0
    expect(code.find(".lit-line")).to_have_count(1)
    code.set(program=task_named("output_error_signal").solution)
    assert "Right" in run(code)


def test_what_one_program_leaves_behind_the_next_one_does_not_find(code):
    solution = task_named("output_error_signal").solution
    code.set(program=f"import math\nmath.pi = 3\n{solution}")
    assert "Right" in run(code)
    code.set(program=f"import math\nassert math.pi > 3.1\n{solution}")
    assert "Right" in run(code)


def test_a_link_fills_the_editor_and_runs_nothing(page, page_url, context):
    page.goto(page_url + "laboratory.html")
    code = Figure(page, "code").ready()
    code.set(task="weight_gradient", hints=2)
    code.set(program="raise SystemExit  # <b>not markup</b>")
    page.wait_for_function("() => location.hash.includes('program=')")
    other = context.new_page()
    other.goto(page.url)
    opened = Figure(other, "code").ready()
    expect(opened.find(".cm-content")).to_contain_text("<b>not markup</b>")
    expect(opened.find(".program-hints li")).to_have_count(2)
    assert opened.inspect()["verdict"] is None
    assert len(other.workers) == 1


def test_a_task_chosen_before_python_or_during_a_run_has_its_own_program_and_verdict(
    page, page_url
):
    code = figure_alone(page, page_url, "code").shown()
    expect(code.find(".cm-content")).to_contain_text("error_signal")
    code.find("[data-field=task]").select_option(WHOLE)
    code.ready()
    expect(code.find(".cm-content")).to_contain_text("def backward")
    code.find(".program-work .primary").click()
    code.find("[data-field=task]").select_option("weight_gradient")
    expect(code.find(".cm-content")).to_contain_text("def weight_gradient")
    button = code.find(".program-work .primary")
    expect(button).to_have_attribute("aria-disabled", "false", timeout=START_MS)
    assert code.inspect()["verdict"] is None
    expect(code.find(".program-sentence")).to_contain_text("Press Run")


def test_the_keyboard_leaves_the_editor_by_escape_and_tab(code):
    code.find(".cm-content").focus()
    code.page.keyboard.press("Tab")
    expect(code.find(".cm-content")).to_be_focused()
    code.page.keyboard.press("Escape")
    code.page.keyboard.press("Tab")
    expect(code.find(".program-work .primary")).to_be_focused()


def test_a_program_is_saved_as_a_file_that_holds_its_check(code, tmp_path):
    code.set(program="def error_signal(output, target):\n    return 1\n")
    with code.page.expect_download() as download:
        code.button("Save as a file").click()
    assert download.value.suggested_filename == "output_error_signal.py"
    download.value.save_as(tmp_path / "saved.py")
    saved = (tmp_path / "saved.py").read_text(encoding="utf-8")
    assert saved.startswith("def error_signal(output, target):\n    return 1\n")
    assert saved.endswith(code.inspect()["check"])
