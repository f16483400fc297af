"""Spreadsheets that readers take home: change a number, and every gradient follows."""

import base64
import re
import zipfile
from io import BytesIO
from typing import Any

import numpy as np
import pytest
from formula_sheet import FormulaSheet, from_csv, from_xlsx
from numpy.testing import assert_allclose
from taken_home import CASES, Case

from backprop import engine
from backprop.message.presets import PRESETS, XOR_RUN
from backprop.take_home.sheet_files import csv_text, xlsx_bytes
from backprop.take_home.sheet_pass import SheetPass, pass_sheet

XOR = {**XOR_RUN, "state": None, "epochs": 0}


def trace_of(preset: str) -> dict[str, Any]:
    fields = {name: value for name, value in PRESETS[preset].items() if name != "title"}
    return {"kind": "trace", **fields}


def exported(ending: str, subject: dict[str, Any]) -> dict[str, Any]:
    answer = engine.handle({"kind": "export", "format": ending, "subject": subject})
    assert answer["kind"] == "export", answer
    return answer


def opened(case: Case, ending: str) -> FormulaSheet:
    told = SheetPass(case.net, case.inputs, case.targets, 0.25)
    if ending == "csv":
        return from_csv(csv_text(pass_sheet(told, has_names=False)))
    return from_xlsx(xlsx_bytes(pass_sheet(told, has_names=True)))[0]


def block(sheet: FormulaSheet, heading: str, end: str | None) -> np.ndarray:
    return np.array([sheet[f"C{row}"] for row in sheet.rows_between(heading, end)])


def changed(sheet: FormulaSheet, case: Case) -> tuple[Case, np.ndarray]:
    """The same case with other numbers everywhere, typed into the sheet."""
    rng = np.random.default_rng(7)
    inputs, targets = rng.uniform(-1, 1, case.inputs.shape), rng.uniform(0, 1, case.targets.shape)
    first = sheet.row_of("Inputs") + 1
    for row, column in enumerate(np.hstack([inputs, targets]).T, first):
        for example, value in enumerate(column):
            sheet[f"{'CDEFGH'[example]}{row}"] = value
    parameters = rng.uniform(-1.5, 1.5, case.net.parameters.size)
    for row, value in zip(sheet.rows_between("Weights", "Forward pass"), parameters, strict=True):
        sheet[f"C{row}"] = value
    return case._replace(inputs=inputs, targets=targets), parameters


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_gradient_follows_when_any_number_changes(case: Case, ending: str) -> None:
    sheet = opened(case, ending)
    assert_allclose(block(sheet, "Gradients", "Update"), case.gradient(), rtol=1e-9, atol=1e-13)
    other, parameters = changed(sheet, case)
    gradient = other.gradient(parameters)
    found = block(sheet, "Gradients", "Update")
    assert_allclose(found, gradient, rtol=1e-9, atol=1e-13)
    stepped = parameters - 0.25 * gradient
    assert_allclose(block(sheet, "Update", None), stepped, rtol=1e-9, atol=1e-13)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_numbers_that_a_file_shows_at_once_are_those_of_its_formulas(case: Case) -> None:
    told = SheetPass(case.net, case.inputs, case.targets, 0.25)
    sheet, kept = from_xlsx(xlsx_bytes(pass_sheet(told, has_names=True)))
    for address, value in kept.items():
        assert sheet[address] == pytest.approx(value, rel=1e-9, abs=1e-12), address


def test_the_sheet_of_the_first_worked_example_holds_its_numbers() -> None:
    sheet = from_csv(exported("csv", trace_of("2-2-1-a"))["text"])
    assert sheet[f"C{sheet.row_of('E')}"] == pytest.approx(0.0010724284008909765, rel=1e-13)
    assert sheet[f"C{sheet.row_of('δ²₁')}"] == pytest.approx(-0.010484254563090536, rel=1e-12)
    for label, value in (
        ("∂E/∂w²₁₁", -0.00612480215579979),
        ("∂E/∂w²₂₁", -0.005971267597225847),
        ("∂E/∂w¹₁₁", -0.0007640252344581602),
    ):
        assert sheet[f"C{sheet.row_of(label)}"] == pytest.approx(value, rel=1e-12)


def test_a_formula_reads_as_on_the_page() -> None:
    answer = exported("xlsx", trace_of("2-2-1-a"))
    sheet, _ = from_xlsx(base64.b64decode(answer["base64"]))
    assert sheet.cells[f"C{sheet.row_of('z¹₁')}"] == "=w1_11*x_1+w1_21*x_2"
    assert sheet.cells[f"C{sheet.row_of('∂E/∂w¹₁₂')}"] == "=x_1*delta1_2"
    assert sheet.cells[f"C{sheet.row_of('w¹₁₂ new')}"] == "=w1_12-learning_rate*dE_dw1_12"
    assert answer["filename"] == "backpropagation-2-2-1.xlsx"


def test_a_weight_that_is_held_stays_as_it_is() -> None:
    sheet = from_csv(exported("csv", {**trace_of("2-2-1-a"), "frozen": [1]})["text"])
    assert sheet[f"C{sheet.row_of('w¹₁₂ new')}"] == 0.4
    assert sheet[f"C{sheet.row_of('w¹₁₁ new')}"] != 0.2


def test_a_sheet_of_a_run_takes_the_step_that_the_run_takes_next() -> None:
    half = engine.handle({**XOR, "epochs": 100, "stopping": None})
    next_step = engine.handle({**XOR, "state": half["state"], "epochs": 1, "stopping": None})
    sheet = from_csv(exported("csv", {**XOR, "state": half["state"]})["text"])
    update = block(sheet, "Update", None)
    assert_allclose(update[:9], half["state"]["velocity"], rtol=1e-15)
    assert_allclose(update[9:], next_step["state"]["parameters"], rtol=1e-10)
    outputs = sheet.row_values(sheet.row_of("ŷ"), 4)
    assert outputs == pytest.approx([p["output"] for p in half["predictions"]], rel=1e-12)


def circle(examples: int, layer_sizes: list[int]) -> dict[str, Any]:
    """A run on points within a circle and around it."""
    activations = ["tanh"] * (len(layer_sizes) - 2) + ["sigmoid"]
    network = {**XOR["network"], "layer_sizes": layer_sizes, "activations": activations}
    dataset = {"name": "circle", "count": examples, "noise": 0.1, "seed": 1}
    return {**XOR, "network": network, "dataset": dataset}


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_sheet_has_a_column_for_each_of_many_examples(ending: str) -> None:
    run = circle(300, [2, 2, 1])
    answer = exported(ending, run)
    if ending == "csv":
        sheet = from_csv(answer["text"])
    else:
        sheet, _ = from_xlsx(base64.b64decode(answer["base64"]))
    step = engine.handle({**run, "epochs": 1, "stopping": None, "batch_size": None})
    found = block(sheet, "Update", None)[-9:]
    assert_allclose(found, step["state"]["parameters"], rtol=1e-9)


def test_the_columns_of_many_examples_are_folded_away() -> None:
    file = base64.b64decode(exported("xlsx", circle(40, [2, 2, 1]))["base64"])
    with zipfile.ZipFile(BytesIO(file)) as archive:
        text = archive.read("xl/worksheets/sheet1.xml").decode()
        words = archive.read("xl/sharedStrings.xml").decode()
    # Twelve from C on stand open: O, the 15th, to AP, the 42nd, do not.
    assert re.search(r'<col min="15" max="42"[^>]* hidden="1"[^>]* outlineLevel="1"', text)
    assert "28 more examples are folded away" in words


def test_too_many_numbers_for_a_sheet_are_refused_by_name() -> None:
    run = circle(2000, [2, 8, 8, 1])
    answer = engine.handle({"kind": "export", "format": "xlsx", "subject": run})
    assert (answer["code"], answer["field"]) == ("too_large", "subject.dataset")
    assert "25,000 values at most: these are 38,000" in answer["message"]


def test_numbers_that_overflow_are_refused_in_words() -> None:
    network = {**PRESETS["linear-neuron"]["network"], "parameters": [1e6, 1e6]}
    subject = {**trace_of("linear-neuron"), "network": network, "inputs": [1e6]}
    subject["network"]["loss"] = "squared_error"
    assert exported("csv", subject)["text"]
    huge = {**XOR, "network": {**XOR["network"], "activations": ["linear", "linear"]}}
    huge["network"]["parameters"] = [1e300] * 9
    answer = engine.handle({"kind": "export", "format": "csv", "subject": huge})
    assert answer["code"] == "not_finite"


@pytest.mark.parametrize(
    ("message", "field"),
    [
        ({"format": "csv"}, "subject"),
        ({"format": "doc", "subject": XOR}, "format"),
        ({"format": "csv", "subject": 3}, "subject"),
        ({"format": "csv", "subject": {}}, "subject"),
        ({"format": "csv", "subject": {"kind": "describe"}}, "subject.kind"),
        ({"format": "csv", "subject": {**XOR, "momentum": 2}}, "subject.momentum"),
        ({"format": "csv", "subject": XOR, "path": "/"}, "path"),
    ],
)
def test_a_bad_message_is_refused_by_the_name_of_its_field(
    message: dict[str, Any], field: str
) -> None:
    answer = engine.handle({"kind": "export", **message})
    assert (answer["kind"], answer["field"]) == ("error", field)


def test_spreadsheet_programs_are_told_that_the_letters_are_utf_8() -> None:
    text = exported("csv", trace_of("2-2-1-a"))["text"]
    assert text.encode().startswith(b"\xef\xbb\xbf")
    assert "η" in text
