"""The built folder as a host serves it."""

import json

from playwright.sync_api import expect

START_MS = 60_000


def test_page_below_a_sub_path_asks_for_nothing_outside_it(page, page_url):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(page_url)
    figure = page.locator("backprop-figure").first
    figure.scroll_into_view_if_needed()
    expect(figure).to_have_attribute("data-state", "ready", timeout=START_MS)
    outside = [url for url in asked if not url.startswith((page_url, "blob:", "data:"))]
    assert outside == []


def test_manifest_names_every_file_of_the_runtime_with_its_bytes(page, page_url, site):
    manifest = json.loads(page.request.get(page_url + "runtime/manifest.json").text())
    named = {file["name"]: file["bytes"] for file in manifest["files"]}
    present = {
        path.name: path.stat().st_size
        for path in (site.folder / "runtime").iterdir()
        if path.suffix != ".br" and path.name != "manifest.json"
    }
    assert named == present
    assert manifest["pyodide"] == "314.0.3"
    assert manifest["numpy"] == "2.4.3"


def test_everything_python_needs_is_at_most_5_6_megabytes_of_brotli(site):
    runtime = site.folder / "runtime"
    assert sum(path.stat().st_size for path in runtime.glob("*.br")) <= 5_600_000


def test_a_missing_file_of_the_runtime_leaves_the_page_standing(
    page, page_url, faults, expected_errors
):
    faults.missing.append("runtime/*.wasm")
    expected_errors += ["404", "wasm"]
    page.goto(page_url)
    figure = page.locator("backprop-figure").first
    figure.scroll_into_view_if_needed()
    expect(figure).to_have_attribute("data-state", "failed", timeout=START_MS)
