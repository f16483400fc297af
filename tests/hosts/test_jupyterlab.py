"""Figures in a notebook of a real JupyterLab, their numbers by the kernel's own NumPy."""

from __future__ import annotations

import json
import os
import re
import subprocess
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from figures import START_MS, Figure
from hosted_figures import assert_numbers_are_right, assert_xor_is_learnt
from playwright.sync_api import Locator, Page, expect
from xor_page import INPUTS, TARGETS, PlainNetwork, XorFigure

from testing.host_environment import host_environment

pytestmark = pytest.mark.usefixtures("no_page_errors")

CELLS = {
    "begun": "import pathlib, time\nfrom backprop.widget import Figure",
    "shown while the cell still runs": """\
network = Figure("network", preset="2-2-1-a")
display(network)
while not pathlib.Path("go on").exists():
    time.sleep(0.05)""",
    "xor": 'xor = Figure("xor", state={"learning_rate": 0.5}, heading="Exclusive or")\nxor',
    "told": """\
import json
print(json.dumps({"state": xor.state, "result": xor.inspect(), "loss": network.inspect()["loss"],
                  "problem": xor.problem}))""",
    "set": 'xor.state = {"learning_rate": 0.25, "hidden_units": 3}',
    "refused": 'xor.state = {"learning_rate": "fast"}',
    "stepped": "xor.step(10)",
}


@pytest.fixture(scope="module")
def lab(
    tmp_path_factory: pytest.TempPathFactory, python_package: Path
) -> Iterator[tuple[str, Path]]:
    """A JupyterLab of nobody's settings: the address of its notebook, and its folder."""
    folder = tmp_path_factory.mktemp("lab")
    home = folder / "home"
    settings = home / "config" / "labconfig" / "page_config.json"
    settings.parent.mkdir(parents=True)
    news = "@jupyterlab/apputils-extension:announcements"
    settings.write_text(json.dumps({"disabledExtensions": {news: True}}), encoding="utf-8")
    places = {"CONFIG": "config", "DATA": "data", "RUNTIME": "runtime"}
    environment = {f"JUPYTER_{name}_DIR": str(home / place) for name, place in places.items()}
    environment |= {"IPYTHONDIR": str(home / "ipython"), "PYTHONPATH": str(python_package)}
    work = folder / "work"
    work.mkdir()
    (work / "figures.ipynb").write_text(json.dumps(notebook()), encoding="utf-8")
    command = [str(host_environment("jupyter") / "jupyter-lab"), "--no-browser", "--allow-root"]
    command += ["--ip=127.0.0.1", "--port=0", f"--ServerApp.root_dir={work}"]
    with subprocess.Popen(
        command, env=os.environ | environment, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    ) as server:
        assert server.stderr is not None
        said = next(line for line in server.stderr if "http://127.0.0.1" in line)
        threading.Thread(target=server.stderr.read, daemon=True).start()
        address = said[said.index("http://") :].strip()
        yield address.replace("/lab?", "/lab/tree/figures.ipynb?"), work
        server.terminate()


def notebook() -> dict[str, Any]:
    """The cells as a notebook that nobody has run."""
    cells: list[dict[str, Any]] = [
        {
            "cell_type": "code",
            "id": name.replace(" ", "-"),
            "metadata": {},
            "execution_count": None,
            "outputs": [],
            "source": source,
        }
        for name, source in CELLS.items()
    ]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return {
        "cells": cells,
        "metadata": {"kernelspec": kernel},
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def run(page: Page, name: str) -> Locator:
    """Run a cell, as a reader does: its prompt, which says when it has run."""
    cell = page.locator(".jp-CodeCell").nth(list(CELLS).index(name))
    cell.scroll_into_view_if_needed()
    cell.locator(".cm-content").click()
    page.keyboard.press("Control+Enter")
    return cell.locator(".jp-InputPrompt")


def begin(page: Page) -> None:
    """Run the first cell until it has run: while it connects, JupyterLab loses what it is asked."""
    kernel = page.locator(".jp-StatusBar-Item").get_by_text("Python 3 (ipykernel) | Idle")
    kernel.wait_for(timeout=START_MS)
    for _ in range(15):
        prompt = run(page, "begun")
        with suppress(AssertionError):
            expect(prompt).to_have_text(re.compile(r"\d"), timeout=6000)
            return
    pytest.fail("JupyterLab runs no cell")


def told(page: Page, xor: XorFigure) -> dict[str, Any]:
    """What Python knows of the figures; asked again until it has heard of what is shown."""
    cell = page.locator(".jp-CodeCell").nth(list(CELLS).index("told"))
    for _ in range(20):
        before = cell.locator(".jp-InputPrompt").inner_text()
        prompt = run(page, "told")
        expect(prompt).not_to_have_text(before)
        expect(prompt).to_have_text(re.compile(r"\d"))
        known: dict[str, Any] = json.loads(cell.locator(".jp-OutputArea-output").inner_text())
        if known["state"] == xor.state() and known["result"]["epoch"] == xor.epoch():
            return known
    pytest.fail("Python did not hear of what the figure shows")


def test_figures_of_a_notebook_are_live_and_known_to_python(page, lab):
    address, folder = lab
    page.set_viewport_size({"width": 1300, "height": 1000})
    page.goto(address)
    begin(page)

    # The first picture needs no answer of the kernel, which is still at work on the cell.
    run(page, "shown while the cell still runs")
    recorded = Figure(page, "network").shown()
    expect(recorded.element).to_have_attribute("data-state", "loading")
    expect(recorded.find(".engine")).to_contain_text("Waiting for the notebook’s kernel")
    assert recorded.inspect()["loss"] == pytest.approx(0.0010724284008909765, rel=1e-12)
    (folder / "go on").touch()
    assert_numbers_are_right(page)

    run(page, "xor")
    assert_xor_is_learnt(page)
    xor = XorFigure(page)
    expect(xor.find(".heading")).to_have_text("Exclusive or")
    expect(xor.find(".share-button")).to_have_count(0)
    known = told(page, xor)
    assert known["loss"] == pytest.approx(0.0010724284008909765, rel=1e-12)
    plain = PlainNetwork(known["state"])
    _, outputs = plain.forward(INPUTS)
    assert known["result"]["loss"] == pytest.approx(float(np.mean((outputs - TARGETS) ** 2 / 2)))

    page.evaluate(
        """() => addEventListener("backprop-error",
            ({ detail }) => { globalThis.refusal = detail.field; })"""
    )
    # Python sets fields; what cannot be is refused by name, and the state stays true.
    run(page, "set")
    xor.wait("el => el.getState().learning_rate === 0.25 && el.getState().hidden_units === 3")
    run(page, "stepped")
    xor.wait("el => el.inspect().epoch === 10")
    xor.settled()
    run(page, "refused")
    page.wait_for_function("() => globalThis.refusal === 'learning_rate'")
    known = told(page, xor)
    assert known["problem"]["field"] == "learning_rate"
    assert known["state"]["learning_rate"] == 0.25
    assert known["result"]["epoch"] == 10

    # What is typed into a figure is not meant for the notebook: x would cut the cell.
    xor.find("input[data-field=learning_rate]").press("x")
    expect(page.locator(".jp-CodeCell")).to_have_count(len(CELLS))
