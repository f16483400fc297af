"""Each file that Python needs, and each way in which it may not come.

The faults are the server's, so that the browser's own cache has its part in them. Every failure is
told with its reason, in time, and Try again works once the server is well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bare_engine import OUTPUT, TRACE, Engine

if TYPE_CHECKING:
    from typing import Any

    from faulty_site import Faults
    from playwright.sync_api import Page

SILENCE_MS = 1_000
NO_HURRY_MS = 30_000

REASONS = {
    "missing": "not_found",
    "refused": "server_error",
    "cut": "fetch_blocked",
    "broken": "fetch_blocked",
    "silent": "stalled",
    "stalled": "stalled",
    "short": "corrupt",
    "empty": "corrupt",
    "corrupt": "corrupt",
}
"""What the reader is told of each fault, whatever the file."""
WORKER = "engine-worker.js"
PARTS = [WORKER, "runtime/manifest.json", "runtime/pyodide.asm.js", "runtime/pyodide.asm.wasm"]
DATA = [
    "runtime/manifest.json",
    "runtime/*.wasm",
    "runtime/*.whl",
    "runtime/*.zip",
    "runtime/*lock.json",
]
EXPORT = {"kind": "export", "format": "csv", "subject": TRACE}
ASK_FOR_A_FILE = """message => {
    window.made = null;
    engine.ask(message, { from: "take home" }).then(answer => { window.made = answer; });
}"""
MADE = "() => window.made && { kind: made.kind, code: made.code, message: made.message }"
WAIT = "deadlines => { Object.assign(engine.deadlines, deadlines); }"


@pytest.fixture
def engine(page: Page, expected_errors: list[str]) -> Engine:
    """A client in an otherwise empty page, where the browser logs what does not come."""
    expected_errors += ["favicon", "Failed to load", "ERR_", "WebAssembly", "MIME type"]
    return Engine(page)


def opened(engine: Engine, page_url: str, silence: int = NO_HURRY_MS) -> dict[str, Any]:
    """How a start ends on a page that waits only so long for each byte."""
    document = page_url + "py/backprop/__init__.py"
    status: dict[str, Any] = engine.open(page_url, document, download=silence, check=NO_HURRY_MS)
    return status


def waits(part: str, fault: str) -> dict[str, int]:
    """How long the page waits for what never comes, and as long as need be for all else."""
    silence = SILENCE_MS if REASONS[fault] == "stalled" else NO_HURRY_MS
    # A worker without a script, or with an empty one, is known by its silence alone.
    is_mute = part == WORKER and (fault == "empty" or REASONS[fault] == "stalled")
    return {"download": silence, "check": SILENCE_MS // 2 if is_mute else NO_HURRY_MS}


def assert_has_failed(engine: Engine, status: dict[str, Any], fault: str) -> None:
    """The reason is told, whoever asks Python hears it too, and no worker is left."""
    reason = REASONS[fault]
    assert (status["kind"], status.get("reason"), status.get("retry")) == ("failed", reason, True)
    assert status["message"].endswith(".")
    assert engine.ask(TRACE) == {"code": reason, "message": status["message"]}
    assert engine.workers_left(0) == 0


@pytest.mark.parametrize("fault", REASONS)
def test_a_start_says_in_time_what_did_not_come_and_works_when_it_comes(
    engine: Engine, page_url: str, faults: Faults, fault: str
) -> None:
    getattr(faults, fault).append(WORKER)
    document = page_url + "py/backprop/__init__.py"
    assert_has_failed(engine, engine.open(page_url, document, **waits(WORKER, fault)), fault)
    browser = engine.page.context.new_cdp_session(engine.page)
    for part in PARTS[1:]:
        faults.mend()
        # What came beside the part before it would be taken from the cache, and meet no fault.
        browser.send("Network.clearBrowserCache")
        getattr(faults, fault).append(part)
        engine.page.evaluate(WAIT, waits(part, fault))
        assert_has_failed(engine, engine.retry(), fault)
    faults.mend()
    engine.page.evaluate(WAIT, {"download": NO_HURRY_MS})
    assert engine.retry()["kind"] == "ready"
    assert engine.output_of_a_trace() == pytest.approx(OUTPUT, rel=1e-12)


def test_a_script_that_comes_as_another_kind_of_file_is_not_run_and_that_is_said(
    engine: Engine, page_url: str, faults: Faults
) -> None:
    faults.mistyped.append(WORKER)
    assert opened(engine, page_url).get("reason") == "refused"
    faults.mend()
    faults.mistyped.append("runtime/pyodide.asm.js")
    assert engine.retry().get("reason") == "refused"
    faults.mend()
    assert engine.retry()["kind"] == "ready"


def test_what_is_refused_once_and_data_of_any_type_go_unnoticed(
    engine: Engine, page_url: str, faults: Faults
) -> None:
    faults.refused_once += [WORKER, "runtime/*"]
    faults.mistyped += DATA
    assert opened(engine, page_url)["kind"] == "ready"
    assert faults.requests.count(WORKER) == 3, "refused, looked at, and run"
    faults.refused_once.append("later/*.zip")
    faults.mistyped.append("later/*.zip")
    assert engine.ask(EXPORT)["result"]["kind"] == "export"
    assert faults.requests.count("later/take_home.zip") == 2


def test_what_is_needed_later_keeps_nobody_waiting_and_is_asked_for_again(
    engine: Engine, page_url: str, faults: Faults
) -> None:
    opened(engine, page_url, 2 * SILENCE_MS)
    for fault, reason in REASONS.items():
        getattr(faults, fault).append("later/*.zip")
        engine.page.evaluate(ASK_FOR_A_FILE, EXPORT)
        output = engine.output_of_a_trace(**{"from": "slider"})
        assert output == pytest.approx(OUTPUT, rel=1e-12)
        if reason == "stalled":
            assert engine.page.evaluate(MADE) is None, "the answer did not wait for the file"
        made = engine.page.wait_for_function(MADE).json_value()
        assert (made["kind"], made["code"]) == ("error", reason), (fault, made)
        assert made["message"].endswith(".")
        faults.mend()
    assert engine.ask(EXPORT)["result"]["kind"] == "export"
