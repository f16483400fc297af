"""A network that a reader brings to the network figure: pasted, from a file, and taken back."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from figures import Figure
from playwright.sync_api import expect

from backprop.core.stored.safetensors import write_safetensors

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator

HIDDEN, OUTPUT = [[1.0, 2.0], [3.0, 4.0]], [[5.0, 6.0], [7.0, 8.0]]
TURNED = [1, 3, 2, 4, 5, 7, 6, 8]
"""The parameters, if a row of the matrices holds the weights into one unit."""
PATIENCE_MS = 60_000


@pytest.fixture
def network(running_page: Any) -> Figure:
    """The figure with the part open, by keyboard, and its code there."""
    figure = Figure(running_page.put("network", "preset=2-2-1-a")).ready().all_controls()
    figure.find(".own-weights > summary").press("Enter")
    expect(text_area(figure)).to_be_visible()
    return figure


def text_area(figure: Figure) -> Locator:
    area: Locator = figure.element.get_by_role("textbox", name="The network")
    return area


def said(figure: Figure, words: str) -> None:
    note = figure.find("[data-part=own-weights-note]")
    expect(note).to_contain_text(words, timeout=PATIENCE_MS)
    figure.settled()


def paste(figure: Figure, text: str) -> None:
    text_area(figure).fill(text)
    figure.button("Open this network").click()


def taken(figure: Figure, name: str, folder: Path) -> Path:
    with figure.page.expect_download(timeout=PATIENCE_MS) as download:
        figure.find(f"[data-take={name}]").press("Enter")
    file = folder / str(download.value.suggested_filename)
    download.value.save_as(file)
    return file


def test_weights_are_pasted_asked_about_refused_and_taken_back(network: Figure, axe: Any) -> None:
    before = network.state()["parameters"]
    paste(network, json.dumps([HIDDEN, OUTPUT]))
    said(network, "What is a row of them?")
    assert network.state()["parameters"] == before
    assert axe(network.page) == []
    network.button("Weights into one unit, as in PyTorch").press("Enter")
    said(network, "rows of its matrices were outputs")
    expect(text_area(network)).to_be_focused()
    assert network.state()["parameters"] == TURNED
    assert network.inspect()["parameters"] == TURNED
    network.button("Undo").click()
    network.settled()
    assert network.state()["parameters"] == before

    paste(network, json.dumps({"0.weight": HIDDEN, "2.weight": [[1, 2, 3]]}))
    said(network, "2.weight takes 3 inputs, and 0.weight has 2 outputs")
    expect(text_area(network)).to_have_attribute("aria-invalid", "true")
    assert network.state()["parameters"] == before
    expect(text_area(network)).to_have_value(
        '{"0.weight": [[1.0, 2.0], [3.0, 4.0]], "2.weight": [[1, 2, 3]]}'
    )


def test_files_of_weights_and_states_are_opened(network: Figure, tmp_path: Path) -> None:
    choose = network.find(".own-weights input[type=file]")
    entries = {"0.weight": np.array(HIDDEN), "2.weight": np.array(OUTPUT)}
    file = tmp_path / "model.safetensors"
    file.write_bytes(write_safetensors(entries))
    choose.set_input_files(file)
    said(network, "A 2-2-2 network without biases")
    assert network.state()["parameters"] == TURNED
    file.write_bytes(b"PK\x03\x04\xff\xfe\x00")
    choose.set_input_files(file)
    said(network, "neither text nor safetensors")

    network.set(layer_sizes=[2, 3, 1], parameters=[0.1 * n / 3 for n in range(9)])
    kept = network.state()
    network.find(".take-home > summary").press("Enter")
    arrays = taken(network, "arrays", tmp_path)
    state = taken(network, "state", tmp_path)
    network.button("Reset").click()
    choose.set_input_files(arrays)
    said(network, "rows of its matrices were inputs")
    assert network.state()["parameters"] == kept["parameters"]
    network.button("Reset").click()
    choose.set_input_files(state)
    said(network, "The state is open.")
    assert network.state() == kept
    content = json.loads(state.read_text(encoding="utf-8"))
    content["state"]["parameters"][2] = "many"
    paste(network, json.dumps(content))
    said(network, "Weight from input 1 to hidden unit 3 takes a number")


def test_another_shape_keeps_the_weights_and_marks_the_new_ones(network: Figure) -> None:
    before = network.state()
    network.find("summary").filter(has_text="Change the network").press("Enter")
    network.element.get_by_label("Units, hidden layer 1").select_option("3")
    network.settled()
    after = network.state()["parameters"]
    kept = [0, 1, 3, 4, 6, 7]  # of 2×3 weights row by row, then of 3: those of two hidden units
    assert [after[index] for index in kept] == before["parameters"]
    assert network.state()["new_parameters"] == [2, 5, 8]
    assert network.find(".stage .net-star").count() == 3
    expect(network.weight(0, 0, 2)).to_have_attribute("aria-label", re.compile(", new"))
    network.button("Undo").click()
    network.settled()
    assert network.state() == before
    assert network.find(".stage .net-star").count() == 0
