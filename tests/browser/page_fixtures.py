"""Fixtures of all tests in a browser: the built site, one Chromium, and ears for errors.

A page that logs an error or throws one fails its test, unless the test says which it expects.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from faulty_site import Faults, FaultySite, answering, served_site
from host_site import Host, HostHandler
from playwright.sync_api import Browser, ConsoleMessage, Page, WebError
from running_page import RunningPage, Traffic

from places import DIST, NODE_MODULES
from testing.chromium import chromium

AXE = NODE_MODULES / "axe-core" / "axe.min.js"


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the Chromium that the machine has."""
    return browser_type_launch_args | {"executable_path": str(chromium())}


@pytest.fixture(scope="session")
def site() -> Iterator[FaultySite]:
    """The built site; all tests share its server."""
    assert (DIST / "index.html").is_file(), "run npm run build first"
    with served_site() as served:
        yield served


@pytest.fixture
def faults(site: FaultySite) -> Iterator[Faults]:
    """What is wrong with the site in this test; nothing, until the test says so."""
    site.faults = Faults()
    yield site.faults
    site.faults.mend()


@pytest.fixture
def page_url(site: FaultySite) -> str:
    """Address of the page; its files lie below it, such as ``page_url + "runtime/"``."""
    url: str = site.url
    return url


@pytest.fixture
def host() -> Iterator[Host]:
    """Somebody's site."""
    with answering(Host(("127.0.0.1", 0), HostHandler)) as site:
        yield site


@pytest.fixture
def network_url(page_url: str) -> str:
    """Address of the network figure alone, all of its pass and its controls in sight."""
    state = "overview%3Dtrue%26selected%3D0%2C0%2C0%26more_controls%3Dtrue"
    return f"{page_url}embed.html?figure=network&preset=2-2-1-a&state={state}"


@pytest.fixture
def xor_url(page_url: str) -> str:
    """Address of the XOR figure alone, with all of its controls in sight."""
    return page_url + "embed.html?figure=xor&state=more_controls%3Dtrue"


@pytest.fixture
def expected_errors() -> list[str]:
    """Regular expressions of the console errors that a test provokes; a test appends to it."""
    return []


@pytest.fixture(scope="session")
def page_of_all_tests(browser: Browser, site: FaultySite) -> Iterator[RunningPage]:
    """What ``running_page`` gives to one test after the other."""
    shared = RunningPage(browser, site.url)
    yield shared
    shared.close()


@pytest.fixture
def running_page(
    request: pytest.FixtureRequest, page_of_all_tests: RunningPage
) -> Iterator[RunningPage]:
    """A page whose Python runs, empty until the test puts a figure on it."""
    yield page_of_all_tests
    # Playwright's plugin keeps the reports. What a test that failed leaves behind, nobody knows.
    if request.node.rep_setup.failed or request.node.rep_call.failed:
        page_of_all_tests.close()
    else:
        page_of_all_tests.clear()


@pytest.fixture
def traffic(running_page: RunningPage) -> Iterator[Traffic]:
    """What the figures of ``running_page`` say, to Python and to the page."""
    heard = Traffic(running_page.page)
    yield heard
    heard.end()


@pytest.fixture
def no_page_errors(request: pytest.FixtureRequest, expected_errors: list[str]) -> Iterator[None]:
    """Fail the test when any of its pages logged or threw an error that it did not expect."""
    heard: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type == "error":
            where = message.location.get("url", "")
            heard.append(f"{message.text} ({where})")

    def hear_thrown(thrown: WebError) -> None:
        heard.append(str(thrown.error))

    contexts = []
    if "context" in request.fixturenames:
        contexts.append(request.getfixturevalue("context"))
    if "running_page" in request.fixturenames:
        contexts.append(request.getfixturevalue("running_page").page.context)
    for context in contexts:
        context.on("console", hear)
        context.on("weberror", hear_thrown)
    yield
    for context in contexts:
        context.remove_listener("console", hear)
        context.remove_listener("weberror", hear_thrown)
    unexpected = [
        text for text in heard if not any(re.search(known, text) for known in expected_errors)
    ]
    if unexpected:
        pytest.fail("The page reported errors:\n" + "\n".join(unexpected))


@pytest.fixture
def axe() -> Callable[..., list[str]]:
    """A function that runs axe-core on a page and gives its violations, one line each."""
    source = AXE.read_text(encoding="utf-8")

    def violations(page: Page, options: dict[str, Any] | None = None) -> list[str]:
        # Evaluated by the debugger, which no Content-Security-Policy stops.
        page.evaluate(source)
        found = page.evaluate("options => axe.run(document, options)", options or {})
        return [
            f"{rule['id']}: {rule['help']}: {node['target']} {node.get('failureSummary', '')}"
            for rule in found["violations"]
            for node in rule["nodes"]
        ]

    return violations
