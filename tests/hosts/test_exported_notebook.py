"""A notebook that was run and exported as a page: no kernel is behind its figures."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
from figures import Figure
from node_projects import published
from playwright.sync_api import Page, Route, expect

from testing.host_environment import host_environment

CELLS = (
    'from backprop.widget import Figure\nFigure("network", preset="2-2-1-a")',
    'Figure("slope", state={"weight": 3.2})',
    'print(Figure("xor"))',
)
SHOWING_WIDGETS = {
    "@jupyter-widgets/html-manager@1.0.14": (
        "sha512-wglgQQ+VMj+MBKkTttdeoMtOah/H2A1w5GU1OAVXmDQqZYTK"
        "6C+oHZjQMxcNezIpiqUjC1YHKOo5XdP3ENvBng=="
    ),
    "requirejs@2.3.8": (
        "sha512-7/cTSLOdYkNBNJcDMWf+luFvMriVm7eYxp4BcFCsAX0wF421"
        "Vyce5SXP17c+Jd5otXKGNehIonFlyQXSowL6Mw=="
    ),
}
"""What such a page fetches of other hosts to show widgets, with the hashes of the tarballs."""


@pytest.fixture
def exported(tmp_path: Path, python_package: Path) -> Path:
    """The folder with a page that was made of a notebook when it had run."""
    cell: dict[str, Any] = {
        "cell_type": "code",
        "metadata": {},
        "execution_count": None,
        "outputs": [],
    }
    cells = [cell | {"id": f"cell-{number}", "source": text} for number, text in enumerate(CELLS)]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    notebook: dict[str, Any] = {"cells": cells, "metadata": {"kernelspec": kernel}}
    written = tmp_path / "figures.ipynb"
    written.write_text(json.dumps(notebook | {"nbformat": 4, "nbformat_minor": 5}), "utf-8")
    places = {f"JUPYTER_{name}_DIR": str(tmp_path / name) for name in ("CONFIG", "DATA", "RUNTIME")}
    places |= {"IPYTHONDIR": str(tmp_path / "ipython"), "PYTHONPATH": str(python_package)}
    convert = str(host_environment("jupyter") / "jupyter-nbconvert")
    command = [convert, str(written), "--execute", "--to", "html"]
    subprocess.run(command, env=os.environ | places, check=True, capture_output=True)
    return tmp_path


def bring_what_shows_widgets(page: Page, own: str) -> None:
    """Answer for the hosts that the page fetches its scripts of; formulas of Markdown have none."""
    manager, loader = (published(name, digest) for name, digest in SHOWING_WIDGETS.items())
    commands = host_environment("jupyter")
    (widgets,) = commands.parent.glob("[Ll]ib/**/anywidget/nbextension/index.js")
    scripts = {
        "require.min.js": loader / "require.js",
        "embed-amd.js": manager / "dist" / "embed-amd.js",
        "index.js": widgets,
    }

    def answer(route: Route) -> None:
        address = route.request.url
        script = scripts.get(address.rsplit("/", 1)[-1])
        if address.startswith((own, "blob:", "data:")):
            route.continue_()
        elif script:
            route.fulfill(path=script, content_type="text/javascript")
        else:
            route.abort()

    page.route("**/*", answer)


def test_figures_of_an_exported_notebook_say_that_there_is_no_kernel(page, exported, serve):
    own = serve(exported, path="/")
    bring_what_shows_widgets(page, own)
    page.goto(own + "figures.html")
    for figure in (Figure(page, "network"), Figure(page, "slope")):
        figure.element.scroll_into_view_if_needed()
        expect(figure.element).to_have_attribute("data-state", "failed")
        expect(figure.find(".engine")).to_contain_text("was made from a notebook and has no kernel")
        expect(figure.find(".engine button")).to_have_count(0)
        expect(figure.element).not_to_contain_text("loading")
    network = Figure(page, "network")
    network.button("Step").click()
    expect(network.find(".step-formula")).to_contain_text("0.34")
    assert network.inspect()["loss"] == pytest.approx(0.0010724284008909765, rel=1e-12)
    sentence = 'The figure "xor" of Backpropagation, Traced, alive in a notebook that runs.'
    expect(page.get_by_text(sentence)).to_be_visible()
