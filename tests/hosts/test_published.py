"""What is published: npm's package, Python's, and the package as a CDN serves it."""

from __future__ import annotations

import json
import subprocess
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from faulty_site import answering
from hosted_figures import assert_numbers_are_right, assert_xor_is_learnt
from node_projects import NPM, QUIETLY, run
from playwright.sync_api import expect

from places import DIST, ROOT
from project_version import VERSION
from serve import StaticHandler, StaticServer
from testing.host_environment import host_environment


def test_npm_would_publish_the_package_of_less_than_12_megabytes(packed):
    published = ("publish", str(packed), "--dry-run", "--json", *QUIETLY)
    told = json.loads(run(ROOT, NPM, *published))
    told = told.get("backpropagation-traced", told)
    assert told["id"] == f"backpropagation-traced@{VERSION}"
    # Every build of a project with the package has all of it.
    assert told["unpackedSize"] < 12e6
    assert not json.loads((ROOT / "package.json").read_text(encoding="utf-8")).get("private")


def test_the_package_has_no_article_and_no_script_twice(packed):
    with tarfile.open(packed) as archive:
        names = {member.name.removeprefix("package/") for member in archive if member.isfile()}
    assert [name for name in names if name.endswith(".html")] == ["package/pages/embed.html"]
    assert not {name for name in names if Path(name).name.startswith("page.") and "js" in name}
    figures = {path.name.split("-")[0] for path in DIST.glob("*_figure-*.js")}
    assert figures
    for figure in figures:
        assert len([name for name in names if Path(name).name.startswith(f"{figure}-")]) == 1


def test_what_editors_read_of_the_element_names_all_of_it(packed):
    with tarfile.open(packed) as archive:
        file = archive.extractfile("package/package/custom-elements.json")
        assert file is not None
        (module,) = json.load(file)["modules"]
    (element,) = module["declarations"]
    assert element["tagName"] == "backprop-figure"
    attributes = {attribute["name"]: attribute for attribute in element["attributes"]}
    assert set(attributes) == {
        *("figure", "preset", "state", "files", "heading", "theme", "controls", "start"),
        *("layout", "fit", "predict", "code"),
    }
    assert attributes["theme"]["type"]["text"] == '"auto" | "light" | "dark"'
    methods = {member["name"] for member in element["members"] if member["kind"] == "method"}
    assert methods == {"whenReady", "getState", "setState", "inspect", "step", "destroy"}
    events = [event["name"] for event in element["events"]]
    assert events == ["backprop-ready", "backprop-change", "backprop-open", "backprop-error"]
    assert all(entry["description"] for entry in [*element["members"], *element["events"]])


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Python's package, built from its own source distribution."""
    folder = tmp_path_factory.mktemp("python")
    python = str(host_environment("jupyter") / "python")
    command = [python, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True, cwd=folder)
    (source,) = folder.glob("*.tar.gz")
    assert source.name == f"backpropagation_traced-{VERSION}.tar.gz"
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_has_the_core_and_a_notebooks_figure_and_no_article(wheel):
    assert wheel.name == f"backpropagation_traced-{VERSION}-py3-none-any.whl"
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        metadata = archive.read(f"backpropagation_traced-{VERSION}.dist-info/METADATA").decode()
    assert "Name: backpropagation-traced\n" in metadata
    assert "backprop/__init__.py" in names
    assert "backprop/widget/page/widget.js" in names
    assert [name for name in names if name.endswith(".html")] == []
    assert [name for name in names if name.endswith(".js")] == ["backprop/widget/page/widget.js"]
    assert wheel.stat().st_size < 2e6


class CdnHandler(StaticHandler):
    """As jsDelivr does: pages come as text, and may run nothing."""

    def send_header(self, keyword: str, value: str) -> None:
        """Name a page's type otherwise."""
        is_page = keyword == "Content-Type" and value.startswith("text/html")
        super().send_header(keyword, "text/plain; charset=utf-8" if is_page else value)


@pytest.fixture
def cdn(packed, tmp_path) -> Iterator[str]:
    """The address of the package below that of its version, on an origin of its own."""
    folder = tmp_path / "npm" / f"backpropagation-traced@{VERSION}"
    with tarfile.open(packed) as archive:
        archive.extractall(tmp_path, filter="data")
    folder.parent.mkdir()
    (tmp_path / "package").rename(folder)
    server = StaticServer(tmp_path)
    server.RequestHandlerClass = CdnHandler
    with answering(server):
        yield f"{server.url}npm/{folder.name}/"


@pytest.mark.usefixtures("no_page_errors")
def test_one_script_of_a_cdn_makes_figures_live(page, cdn, serve, tmp_path):
    package = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    assert package["unpkg"] == package["jsdelivr"] == "./package/index.js"
    script = f"{cdn}{package['jsdelivr'].removeprefix('./')}"
    blog = tmp_path / "blog"
    blog.mkdir()
    (blog / "index.html").write_text(
        f"""<!doctype html><title>A post</title><link rel="icon" href="data:,">
        <script type="module" src="{script}"></script>
        <backprop-figure figure="network" preset="2-2-1-a"></backprop-figure>
        <backprop-figure figure="xor"></backprop-figure>""",
        encoding="utf-8",
    )
    page.goto(serve(blog))
    assert_numbers_are_right(page)
    assert_xor_is_learnt(page)
    page.locator("backprop-figure[figure=xor]").get_by_role("button", name="Share").click()
    element = page.get_by_label("Element for your own page", exact=True)
    assert element.input_value().startswith(f'<script type="module" src="{script}"></script>\n')
    expect(page.get_by_label("Link", exact=True)).to_have_count(0)
    expect(page.get_by_label("Frame for any page", exact=True)).to_have_count(0)
