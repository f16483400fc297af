"""A figure in a notebook of marimo, as the guide says: what happens in it is its `value`."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from figures import Figure
from hosted_figures import assert_numbers_are_right
from playwright.sync_api import expect

from testing.host_environment import host_environment

pytestmark = pytest.mark.usefixtures("no_page_errors")

NOTEBOOK = """\
import marimo

app = marimo.App()


@app.cell
def _():
    import marimo as mo
    from backprop.widget import Figure

    figure = mo.ui.anywidget(Figure("network", preset="2-2-1-a"))
    figure
    return figure, mo


@app.cell
def _(figure, mo):
    rate = figure.value["state"].get("learning_rate")
    mo.md(f"The learning rate is {rate}.")
    return


@app.cell
def _(mo):
    faster = mo.ui.button(label="faster", value=0, on_click=lambda count: count + 1)
    faster
    return (faster,)


@app.cell
def _(faster, figure):
    if faster.value:
        figure.widget.state = {"learning_rate": 0.75}
    return
"""


def answers(port: int) -> bool:
    """Whether a server listens there."""
    with socket.socket() as line:
        line.settimeout(1)
        return line.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture
def notebook(tmp_path: Path, python_package: Path) -> Iterator[str]:
    """The address of a notebook that marimo runs."""
    (tmp_path / "notebook.py").write_text(NOTEBOOK, encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(host_environment("jupyter") / "marimo"), "-q", "-y", "run", "notebook.py"]
    command += ["--headless", "--host=127.0.0.1", f"--port={port}", "--no-token"]
    with subprocess.Popen(
        command, cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(python_package)}
    ) as server:
        while not answers(port):
            assert server.poll() is None
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}/"
        server.terminate()


def test_what_happens_in_a_figure_is_its_value_and_what_is_set_is_shown(page, notebook):
    page.goto(notebook)
    assert_numbers_are_right(page)
    network = Figure(page, "network")
    network.set(learning_rate=0.125)
    expect(page.get_by_text("The learning rate is 0.125.")).to_be_visible()
    page.get_by_role("button", name="faster").click()
    network.wait("el => el.getState().learning_rate === 0.75")
    expect(page.get_by_text("The learning rate is 0.75.")).to_be_visible()
