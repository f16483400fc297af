"""Ways in which the start of the engine can fail, and Retry after it.

What can happen to each kind of file is in test_python_downloads.py.

The faults are the server's, the network's and the security policy's; nothing of ours is replaced.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bare_engine import OUTPUT, TRACE, Engine
from faulty_site import Faults, served_site

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page, Route


@pytest.fixture
def engine(page: Page, expected_errors: list[str]) -> Engine:
    """A client in an otherwise empty page."""
    expected_errors.append("favicon")  # which the browser asks of a bare document's host
    return Engine(page)


def break_by(fault: str, pattern: str) -> Callable[[Faults], None]:
    """Set one of the site's faults for the files of a pattern."""

    def set_fault(faults: Faults) -> None:
        getattr(faults, fault).append(pattern)

    return set_fault


def policy(pattern: str, text: str) -> Callable[[Faults], None]:
    """Send a Content-Security-Policy with the files of a pattern."""

    def set_policy(faults: Faults) -> None:
        faults.headers[pattern] = {"Content-Security-Policy": text}

    return set_policy


FAILURES = {
    "a damaged wheel": (break_by("corrupt", "runtime/*.whl"), "corrupt"),
    "a damaged script": (break_by("corrupt", "runtime/pyodide.js"), "corrupt"),
    "a damaged core": (break_by("corrupt", "runtime/backprop.zip"), "corrupt"),
    "a closed connection": (break_by("cut", "runtime/python_stdlib.zip"), "fetch_blocked"),
    "a policy without wasm": (policy("engine-worker.js", "script-src 'self'"), "wasm_blocked"),
    "a policy without fetch": (policy("engine-worker.js", "connect-src 'none'"), "fetch_blocked"),
}


@pytest.mark.parametrize("failure", FAILURES)
def test_each_failure_has_its_reason_and_retry_works_without_a_reload(
    engine: Engine, page_url: str, faults: Faults, expected_errors: list[str], failure: str
) -> None:
    expected_errors += ["404", "ERR_", "Content Security Policy", "WebAssembly"]
    document = page_url + "py/backprop/engine/__init__.py"
    set_fault, reason = FAILURES[failure]
    set_fault(faults)
    status = engine.open(page_url, document)
    assert (status["kind"], status.get("reason")) == ("failed", reason), status
    assert status["retry"] is True
    assert status["message"].endswith(".")
    assert engine.ask(TRACE) == {"code": reason, "message": status["message"]}
    assert engine.workers_left(0) == 0
    faults.mend()
    assert engine.retry()["kind"] == "ready"
    assert engine.output_of_a_trace() == pytest.approx(OUTPUT, rel=1e-12)


def test_a_download_that_stops_half_way_has_stalled(
    engine: Engine, page_url: str, faults: Faults
) -> None:
    faults.stalled.append("runtime/*.whl")
    status = engine.open(page_url, download=2_000)
    assert (status["kind"], status.get("reason")) == ("failed", "stalled"), status
    download = [status for status in engine.seen() if status.get("stage") == "download"]
    assert 0 < download[-1]["loaded"] < download[-1]["total"]
    faults.mend()
    engine.page.evaluate("engine.deadlines.download = 30_000")
    assert engine.retry()["kind"] == "ready"


def test_a_request_that_something_in_the_browser_blocks_is_named(
    engine: Engine, page_url: str, expected_errors: list[str]
) -> None:
    expected_errors.append("ERR_BLOCKED_BY_CLIENT")

    def block(route: Route) -> None:
        route.abort("blockedbyclient")

    engine.page.route("**/runtime/*.wasm", block)
    status = engine.open(page_url)
    assert (status["kind"], status.get("reason")) == ("failed", "fetch_blocked"), status
    engine.page.unroute("**/runtime/*.wasm")
    assert engine.retry()["kind"] == "ready"


def test_a_file_that_was_damaged_once_is_fetched_anew_unnoticed(
    engine: Engine, page_url: str
) -> None:
    sent = []

    def spoil_the_first(route: Route) -> None:
        sent.append(route.request.url)
        if len(sent) > 1:
            route.continue_()
            return
        response = route.fetch()
        body = bytearray(response.body())
        body[len(body) // 2] ^= 1
        route.fulfill(response=response, body=bytes(body))

    engine.page.route("**/runtime/*.whl", spoil_the_first)
    assert engine.open(page_url)["kind"] == "ready"
    assert len(sent) == 2


def test_somebody_elses_policy_that_forbids_wasm_or_fetch_is_named(
    engine: Engine, page_url: str, expected_errors: list[str]
) -> None:
    expected_errors += ["Content Security Policy", "WebAssembly"]
    figure = page_url.split("/some/", maxsplit=1)[0]
    policies = {
        f"script-src {figure}; worker-src blob:": "wasm_blocked",
        f"script-src {figure} 'wasm-unsafe-eval'; worker-src blob:; connect-src 'none'": (
            "fetch_blocked"
        ),
        f"script-src {figure} 'wasm-unsafe-eval'; worker-src 'none'": "no_worker",
    }
    with served_site() as host:
        for text, reason in policies.items():
            host.faults.headers["py/*"] = {"Content-Security-Policy": text}
            status = engine.open(page_url, host.url + "py/backprop/engine/__init__.py")
            assert (status["kind"], status.get("reason")) == ("failed", reason), status
