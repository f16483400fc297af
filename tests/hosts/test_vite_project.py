"""Somebody's project that installs the packed package: types, Vite, and another bundler."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from figures import Figure
from hosted_figures import assert_numbers_are_right, assert_xor_is_learnt
from node_projects import run, with_package
from playwright.sync_api import Page, expect

from places import NODE_MODULES

pytestmark = pytest.mark.usefixtures("no_page_errors")

BUILDS = [("vite", "/", "/"), ("vite", "/blog/", "/blog/"), ("vite-7", "/", "/")]
"""A version of Vite, the base that it builds for, and the path below which that is served."""


@pytest.fixture(scope="module")
def project(packed: Path) -> Path:
    """The project, with both Vites, TypeScript and the package."""
    folder: Path = with_package("vite_project", packed)
    return folder


def vite(project: Path, name: str = "vite") -> list[str]:
    return ["node", str(project / "node_modules" / name / "bin" / "vite.js")]


def test_typescript_knows_the_element_its_methods_and_its_events(project):
    run(project, "node", "node_modules/typescript/bin/tsc", "--project", ".")


def assert_figures_live(page: Page) -> None:
    """Figures are right and train, and the project's own code heard of it."""
    assert_numbers_are_right(page)
    expect(page.locator("#heard")).to_contain_text("ready 0.00107242840089")
    expect(page.locator("#heard")).to_contain_text("refused learning_rate: Learning rate takes")
    assert_xor_is_learnt(page)


@pytest.mark.parametrize(("version", "base", "path"), BUILDS)
def test_what_vite_builds_shows_live_figures_at_its_base(page, project, serve, version, base, path):
    run(project, *vite(project, version), "build", "--base", base)
    page.goto(serve(project / "dist", path=path))
    assert_numbers_are_right(page)
    expect(page.locator("#heard")).to_contain_text("ready 0.00107242840089")


def test_what_vite_builds_shows_live_figures_below_any_path(page, project, serve):
    run(project, *vite(project), "build", "--base", "./")
    page.goto(serve(project / "dist"))
    assert_figures_live(page)
    network = Figure(page, "network")
    network.button("Show code").click()
    expect(network.find(".cm-content")).to_contain_text("Activation and loss functions")
    page.locator("backprop-figure[figure=xor]").get_by_role("button", name="Share").click()
    link = page.get_by_label("Link", exact=True).input_value()
    assert link.startswith(page.url + "backprop-files/embed.html#")
    page.goto(link)
    shared = Figure(page, "xor").ready()
    assert shared.inspect()["ended"]["rule"] == "loss_below"


def test_the_import_does_nothing_on_a_server(project):
    """Next, Astro, Nuxt and SvelteKit import on their servers what a page of theirs imports."""
    said = run(
        project,
        "node",
        "--input-type=module",
        "--eval",
        "const { BackpropFigure } = await import('backpropagation-traced');"
        "console.log(typeof BackpropFigure, typeof customElements, typeof document)",
    )
    assert said.split() == ["function", "undefined", "undefined"]


@pytest.fixture
def development(project: Path) -> Iterator[str]:
    """The address of Vite's own server, as it prints it, without the colours that CI gets."""
    command = [*vite(project), "--host", "127.0.0.1", "--clearScreen", "false"]
    plain = os.environ | {"NO_COLOR": "1"}
    with subprocess.Popen(
        command, cwd=project, env=plain, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as server:
        assert server.stdout is not None
        said = next(line for line in server.stdout if "http://" in line)
        yield "http://" + said.partition("http://")[2].strip()
        server.terminate()


def test_vite_in_development_shows_live_figures(page, development):
    page.goto(development)
    assert_figures_live(page)


def test_another_bundler_needs_the_folder_named(page, project, serve):
    built = project / "other"
    esbuild = str(NODE_MODULES / "esbuild" / "bin" / "esbuild")
    options = ("--bundle", "--splitting", "--format=esm", "--outdir=other")
    run(project, esbuild, "src/main.ts", *options)
    files = project / "node_modules" / "backpropagation-traced" / "package" / "files"
    shutil.copytree(files, built / "figures")
    text = (project / "index.html").read_text(encoding="utf-8")
    text = text.replace("/src/main.ts", "main.js").replace("figure=", 'files="figures" figure=')
    (built / "index.html").write_text(text, encoding="utf-8")
    page.goto(serve(built))
    assert_figures_live(page)
