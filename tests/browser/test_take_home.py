"""What readers take home from a figure, saved by a real browser and opened again."""

from __future__ import annotations

import csv
import json
import re
import struct
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from figures import Figure
from playwright.sync_api import expect
from xor_page import XorFigure

PATIENCE_MS = 60_000


@pytest.fixture
def network(running_page):
    return opened(Figure(running_page.put("network", "preset=2-2-1-a")).ready().whole_pass())


@pytest.fixture
def xor(running_page):
    return opened(XorFigure(running_page.put("xor")).ready().all_controls())


def opened(figure: Any) -> Any:
    """Open the part by keyboard, and wait until its code is there."""
    figure.find(".take-home > summary").press("Enter")
    expect(figure.find("[data-take=csv]")).to_be_visible()
    return figure


def saved(figure: Any, name: str, folder: Path) -> Path:
    with figure.page.expect_download(timeout=PATIENCE_MS) as download:
        figure.find(f"[data-take={name}]").press("Enter")
    file = folder / str(download.value.suggested_filename)
    download.value.save_as(file)
    return file


def note(figure: Any) -> Any:
    return figure.find("[data-part=take-home-note]")


def test_scripts_and_sheets_from_the_page_hold_what_the_figure_shows(network, tmp_path):
    network.set(parameters=[0.3, -0.4, 0.3, 0.1, 0.6, 0.5], frozen=[1])
    script = saved(network, "numpy", tmp_path)
    command = [sys.executable, "-I", str(script)]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    told = dict(line.split(" = ") for line in output.splitlines() if line)
    shown = network.inspect()
    assert float(told["E"]) == pytest.approx(shown["loss"], rel=1e-12)
    (one, two), (three, four) = json.loads(told["dE/dw1"])
    assert [one, two, three, four] == pytest.approx(shown["gradient"][:4], rel=1e-12)
    assert json.loads(told["w1"])[0][1] == -0.4
    assert saved(network, "pytorch", tmp_path).read_text(encoding="utf-8").count("backward()") > 0
    file = saved(network, "xlsx", tmp_path)
    with zipfile.ZipFile(file) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    (value,) = re.findall(r"<f>w1_11\*x_1\+w1_21\*x_2</f><v>([\d.]+)</v>", sheet)
    assert float(value) == pytest.approx(0.3 * 0.5 + 0.3 * 0.8)
    text = saved(network, "csv", tmp_path).read_text(encoding="utf-8")
    rows = list(csv.reader(text.splitlines()))
    assert ["z¹₁", "weighted sum of hidden unit 1", "=$C$8*$C$3+$C$10*$C$4"] in rows


def test_what_makes_files_is_asked_for_again_when_it_could_not_be_fetched(
    page, network_url, tmp_path, faults, expected_errors
):
    page.goto(network_url)
    network = opened(Figure(page).ready())
    expected_errors.append("404")
    faults.missing.append("later/take_home.zip")
    network.find("[data-take=csv]").click()
    expect(note(network)).to_contain_text("missing on the server")
    network.find("[data-take=state]").click()
    expect(note(network)).to_have_text("Saved: network-state.json")
    faults.missing.clear()
    assert saved(network, "csv", tmp_path).stat().st_size > 0


def test_a_state_that_was_saved_opens_again(xor, tmp_path):
    xor.set(seed=7, learning_rate=0.1 + 0.2)
    xor.settled()
    kept = xor.state()
    file = saved(xor, "state", tmp_path)
    xor.set(seed=8, learning_rate=0.5)
    choose = xor.find(".take-home input[type=file]")
    choose.set_input_files(file)
    expect(note(xor)).to_have_text("The state is open.")
    xor.settled()
    assert xor.state() == kept
    file.write_text("{", encoding="utf-8")
    choose.set_input_files(file)
    expect(note(xor)).to_contain_text("not JSON")


def test_a_picture_and_the_steps_on_paper_stand_alone(network, tmp_path):
    network.page.emulate_media(color_scheme="dark")
    svg = saved(network, "svg", tmp_path).read_text(encoding="utf-8")
    assert 'fill="rgb(30, 33, 38)"' in svg  # the dark theme's paper
    assert "url(" in svg.partition("</style>")[0]
    assert "font/woff2;base64," in svg
    assert "0.5842" in svg
    for foreign in ("class=", " style=", "var(", "light-dark", "http://127"):
        assert foreign not in svg
    png = saved(network, "png", tmp_path).read_bytes()
    width, height = struct.unpack(">II", png[16:24])
    size = f'width="{width // 2}" height="{height // 2}"'
    assert size in svg
    with network.page.context.expect_page() as opening:
        network.find("[data-take=print]").click()
    printed = opening.value
    expect(printed.get_by_role("listitem")).to_have_count(network.inspect()["step_count"])
    expect(printed.get_by_role("button", name="Print")).to_be_visible()
    expect(printed.locator("math").first).to_be_visible()
    assert printed.evaluate("() => document.querySelector('img').naturalWidth") > 300


def test_the_losses_of_a_run_come_as_a_table_and_its_script_trains_alike(xor, tmp_path, axe):
    xor.find("[data-take=losses]").click()
    expect(note(xor)).to_contain_text("Nothing has been trained yet")
    xor.train_epochs(40)
    with saved(xor, "losses", tmp_path).open(newline="") as file:
        rows = list(csv.reader(file))
    losses = xor.numbers("losses")
    assert rows[0] == ["epoch", "loss"]
    assert [(int(epoch), float(loss)) for epoch, loss in rows[1:]] == list(enumerate(losses))
    script = saved(xor, "numpy", tmp_path)
    command = [sys.executable, "-I", str(script)]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    told = dict(line.split(" = ") for line in output.splitlines())
    assert float(told["epoch 20 E"]) == pytest.approx(losses[20], rel=1e-9)
    assert float(told["epoch 40 E"]) == pytest.approx(xor.inspect()["loss"], rel=1e-9)
    assert "image" in saved(xor, "svg", tmp_path).read_text(encoding="utf-8")
    assert axe(xor.page) == []


def test_a_graph_comes_as_a_script_a_table_a_picture_and_a_state(running_page, tmp_path):
    graph = Figure(running_page.put("graph"), "graph").ready()
    graph.set(formula="a*b + a", values={"a": 2, "b": -3}, order="twice_without_zeroing")
    opened(graph)
    script = saved(graph, "plain", tmp_path)
    command = [sys.executable, "-I", str(script)]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    told = dict(line.split(" = ") for line in output.splitlines())
    # f = ab + a = −4. The first run leaves f 1, ab 1, a −3 + 1 and b 2. The second adds to these:
    # ab hands on 1 + 1 = 2, and so b has 2 + 2·2 and a −2 + 1 + 2·(−3).
    assert (float(told["f"]), float(told["df/da"]), float(told["df/db"])) == (-4, -7, 6)
    table = saved(graph, "csv", tmp_path).read_text(encoding="utf-8-sig")
    by_name = {row["name"]: row for row in csv.DictReader(table.splitlines())}
    assert (by_name["b"]["gradient"], by_name["b"]["right_gradient"]) == ("6.0", "2.0")
    assert "graph.backward('twice_without_zeroing')" in saved(
        graph, "backprop", tmp_path
    ).read_text(encoding="utf-8")
    picture = saved(graph, "svg", tmp_path).read_text(encoding="utf-8")
    assert "above: the number" in picture
    assert "Choose any number" not in picture
    kept, file = graph.state(), saved(graph, "state", tmp_path)
    graph.button("Reset").click()
    graph.settled()
    graph.find(".take-home input[type=file]").set_input_files(file)
    expect(note(graph)).to_have_text("The state is open.")
    graph.settled()
    assert graph.state() == kept


def own_examples(figure: Any) -> Any:
    """Open the part for a reader's own examples by keyboard, and wait until its code is there."""
    figure.find(".own-data > summary").press("Enter")
    table = figure.element.get_by_role("textbox", name="Your examples")
    expect(table).to_be_visible()
    return table


def test_own_examples_are_trained_on_and_drawn_in_the_place_of_xor(xor, tmp_path, axe):
    table = own_examples(xor)
    said = xor.find("[data-part=own-data-note]")
    table.evaluate(
        """(area, text) => { const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', text);
        const how = { clipboardData, bubbles: true, cancelable: true };
        area.dispatchEvent(new ClipboardEvent('paste', how)); }""",
        "x,y,t\n0.1,0.2,0\n0.3,many,1",
    )
    xor.button("Use these examples").click()
    expect(said).to_have_text("Line 3, column 2 (the second input): “many” is no number.")
    lines = [f"{n % 10},{n // 10},{int(n % 10 > 4)}" for n in range(60)]
    file = tmp_path / "mine.csv"
    file.write_text("\n".join(lines), encoding="utf-8")
    xor.find(".own-data input[type=file]").set_input_files(file)
    expect(said).to_contain_text("60 examples, 30 of them")
    assert xor.state()["examples"] is None
    guess = xor.find("[data-part=own-data-guess]")
    expect(guess).to_contain_text("Column 3 is taken as the target")
    xor.find("[data-column='0']").select_option("target")
    expect(said).to_have_text("2 columns are chosen as the target; it has to be one.")
    xor.find("[data-column='0']").select_option("input")
    expect(said).to_contain_text("60 examples, 30 of them")
    xor.button("Use these examples").click()
    expect(said).to_contain_text("Press Train.")
    xor.settled()
    assert xor.find(".xor-points .example-mark").count() == 60
    before = xor.inspect()
    assert before["surface"]["x_range"] == pytest.approx([-1.35, 10.35])
    xor.set(learning_rate=0.05)
    xor.train_epochs(200)
    after = xor.inspect()
    assert after["loss"] < before["loss"]
    assert xor.text("accuracy") == f"{round(60 * after['accuracy'])} of 60"
    assert "60" in saved(xor, "numpy", tmp_path).read_text(encoding="utf-8").splitlines()[0]
    assert axe(xor.page) == []
    state = xor.state()
    xor.set(**state)
    xor.settled()
    assert xor.inspect() == after
    xor.element.get_by_label("Standardise the inputs").check()
    xor.element.get_by_label("Held out, not trained on").select_option("20%")
    xor.settled()
    note = xor.find("[data-part=examples-note]")
    expect(note).to_contain_text(" of 12 right, with a loss of ")
    expect(note).to_contain_text("deviation of the examples trained on: x₁ by ")
    assert xor.find(".xor-points .xor-held-out").count() == 12
    assert xor.text("accuracy").endswith(" of 48")
    script = saved(xor, "numpy", tmp_path).read_text(encoding="utf-8")
    assert "x = (x - mean) / deviation" in script
    table.fill("kind,a,b,c\nyes,0.5,1,3\nno,-1,0,2\nyes,0.25,0.75,2.5")
    xor.button("Use these examples").click()
    expect(xor.find("[data-part=parallel]")).to_be_visible()
    expect(said).to_contain_text("“no” is taken as the target 0, “yes” as 1. Press Train.")
    xor.settled()
    assert len(xor.inspect()["parameters"]) == 3 * 2 + 2 + 2 + 1
    xor.train_epochs(20)
    assert xor.inspect()["surface"] is None
    three = xor.state()
    assert three["examples"]["inputs"] == 3
    expect(xor.find("[data-part=predictions] tbody tr").first).to_contain_text("#1")
    assert axe(xor.page) == []
    xor.button("Back to XOR").click()
    xor.settled()
    assert xor.find("[data-point]").count() == 4
    xor.set(**three)
    xor.settled()
    assert xor.state() == three


@pytest.mark.parametrize(
    ("kind", "state", "name", "column"),
    [
        ("symmetry", {"pattern": "100000"}, "symmetry-seed-47", "mirror symmetry"),
        ("luck", {"differs": "momentum"}, "luck-xor-100-starts", "epoch with momentum 0.9"),
        ("digits", {"drawing": "83o3kcet."}, "digits-64-16-10-seed-0", "aside loss"),
    ],
)
def test_a_run_of_the_laboratory_is_taken_home_as_it_stands(
    running_page, tmp_path, kind, state, name, column
):
    figure = Figure(running_page.put(kind), kind).ready()
    figure.set(**state)
    opened(figure)
    script = saved(figure, "numpy", tmp_path)
    assert script.name == f"{name}.py"
    compile(script.read_text(encoding="utf-8"), script.name, "exec")
    table = saved(figure, "csv", tmp_path)
    assert table.name == f"{name}.csv"
    with table.open(encoding="utf-8", newline="") as lines:
        assert column in next(csv.reader(lines))
    picture = saved(figure, "svg", tmp_path).read_text(encoding="utf-8")
    assert picture.startswith("<svg")
    assert picture.count("<svg") > 2  # drawings within the picture
