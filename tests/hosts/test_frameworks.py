"""Apps and sites of frameworks that import the packed package, each built by its own tool."""

from __future__ import annotations

import shutil

import pytest
from figures import START_MS, Figure
from hosted_figures import assert_numbers_are_right, assert_xor_is_learnt
from node_projects import run, with_package
from playwright.sync_api import expect

pytestmark = pytest.mark.usefixtures("no_page_errors")


@pytest.fixture
def react_app(packed, serve):
    """An app of React in strict mode, checked by TypeScript and built for the root of a site.

    React's own development build runs each effect twice in strict mode, its production build once.
    """
    project = with_package("react_project", packed)
    run(project, "node", "node_modules/typescript/bin/tsc", "--project", ".")
    build = ("node", "node_modules/vite/bin/vite.js", "build", "--mode", "development")
    run(project, "env", "NODE_ENV=development", *build)
    return serve(project / "dist", path="/")


def test_an_app_of_react_sets_what_a_figure_shows_and_cleans_up(page, react_app):
    page.goto(react_app)
    assert_numbers_are_right(page)
    network = Figure(page, "network")
    for preset, sizes in (("2-3-3-1", [2, 3, 3, 1]), ("2-1-1", [2, 1, 1])):
        page.get_by_role("button", name=preset).click()
        network.wait("(el, sizes) => String(el.getState().layer_sizes) === String(sizes)", sizes)
        expect(network.find(".heading")).to_have_text(preset)
    network.ready()
    network.ask("el => el.setState({ learning_rate: 0.125 })")
    expect(page.locator("#heard")).to_have_text("changed 0.125")
    page.get_by_role("button", name="the slope").click()
    Figure(page, "slope").ready()
    # Strict mode has cleaned up once, and the figure is there all the same.
    expect(page.locator("#ready")).to_have_text("ready 1", timeout=START_MS)
    assert_xor_is_learnt(page)
    page.get_by_role("button", name="unmount").click()
    expect(page.locator("backprop-figure")).to_have_count(0)
    page.get_by_role("button", name="mount").click()
    Figure(page, "xor").ready()
    assert len(page.workers) == 1


@pytest.mark.parametrize("bundler", ["--turbopack", "--webpack"])
def test_a_page_of_next_is_rendered_by_its_server_and_alive(page, packed, serve, bundler):
    project = with_package("next_project", packed)
    figures = project / "node_modules" / "backpropagation-traced" / "package" / "files"
    shutil.copytree(figures, project / "public" / "figures")
    run(project, "node", "node_modules/next/dist/bin/next", "build", bundler)
    sent = (project / "out" / "index.html").read_text(encoding="utf-8")
    assert '<backprop-figure figure="network" preset="2-2-1-a"' in sent
    page.goto(serve(project / "out", path="/"))
    assert_numbers_are_right(page)
    expect(page.locator("#heard")).to_have_text("ready")


def test_a_page_of_astro_imports_on_its_server_and_in_the_browser(page, packed, serve):
    project = with_package("astro_project", packed)
    run(project, "node", "node_modules/astro/astro.js", "build")
    page.goto(serve(project / "dist", path="/"))
    assert_numbers_are_right(page)
    assert Figure(page, "network").state()["predict"] is False
    assert_xor_is_learnt(page)
