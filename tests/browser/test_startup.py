"""The start of the engine in a real browser, when all is well and in each way it can fail.

The page here is a bare document of the site with nothing but a client in it, so that what is seen
is the engine's own doing. The faults are the server's, the network's and the security policy's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from faulty_site import Faults, FaultySite, served_site

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page, Route

STAGES = ["check", "download", "interpreter", "numpy", "core"]
START_MS = 90_000
TRACE = {
    "kind": "trace",
    "network": {
        "layer_sizes": [2, 2, 1],
        "activations": ["sigmoid", "sigmoid"],
        "loss": "half_squared_error",
        "use_biases": False,
        "parameters": [0.2, 0.4, 0.3, 0.1, 0.6, 0.5],
    },
    "inputs": [0.5, 0.8],
    "targets": [0.7],
    "learning_rate": 0.5,
    "weight": None,
}
# facts.md, 2-2-1 A
OUTPUT = 0.6536874012629181

OPEN = """async ([base, deadlines]) => {
    const { EngineClient } = await import(base + "backprop-figure.js");
    window.engine = new EngineClient(base, { deadlines });
    window.seen = [];
    engine.subscribe((status) => seen.push(status));
    engine.start();
}"""
OUTCOME = """() => ["ready", "failed"].includes(engine.status.kind) && engine.status"""
ASK = """([message, options]) => engine.ask(message, options).then(
    (result) => ({ result }),
    (error) => ({ code: error.code, message: error.message }),
)"""


class Engine:
    """A client in a page, and what it says."""

    def __init__(self, page: Page) -> None:
        """Take the page that the client will live in."""
        self.page = page

    def open(self, base: str, document: str = "", **deadlines: int) -> dict[str, Any]:
        """Start a client for ``base`` in a bare document, and return how the start ended."""
        self.page.goto(document or base + "runtime/manifest.json")
        self.page.evaluate(OPEN, [base, deadlines])
        return self.outcome()

    def outcome(self) -> dict[str, Any]:
        """The status once it is ready or failed."""
        status: dict[str, Any] = self.page.wait_for_function(OUTCOME, timeout=START_MS).json_value()
        return status

    def retry(self) -> dict[str, Any]:
        """Press Retry, and return how that start ended."""
        self.page.evaluate("seen.length = 0; engine.retry()")
        return self.outcome()

    def seen(self) -> list[dict[str, Any]]:
        """Every status since the client was made, or since Retry."""
        statuses: list[dict[str, Any]] = self.page.evaluate("seen")
        return statuses

    def ask(self, message: object, **options: object) -> dict[str, Any]:
        """Ask, and return the result, or the code and sentence of what went wrong."""
        answer: dict[str, Any] = self.page.evaluate(ASK, [message, options])
        return answer

    def workers_left(self, count: int) -> int:
        """How many workers run, once it is ``count``: the browser ends them in its own time."""
        for _ in range(1_000):
            if len(self.page.workers) == count:
                break
            self.page.evaluate("new Promise(requestAnimationFrame)")
        return len(self.page.workers)

    def output_of_a_trace(self, **options: object) -> float:
        """What the 2-2-1 net of facts.md puts out."""
        output: float = self.ask(TRACE, **options)["result"]["outputs"][0]
        return output


@pytest.fixture
def engine(page: Page, expected_errors: list[str]) -> Engine:
    """A client in an otherwise empty page."""
    expected_errors.append("favicon")  # which the browser asks of a bare document's host
    return Engine(page)


def test_every_stage_passes_in_order_with_growing_bytes(
    engine: Engine, page_url: str, site: FaultySite
) -> None:
    status = engine.open(page_url)
    assert status["kind"] == "ready"
    assert status["versions"] == {"pyodide": "314.0.3", "python": "3.14.2", "numpy": "2.4.3"}
    assert list(status["times"]) == STAGES
    loading = [status for status in engine.seen() if status["kind"] == "loading"]
    assert list(dict.fromkeys(status["stage"] for status in loading)) == STAGES
    assert all(status["label"] for status in loading)
    downloading = [status for status in loading if status["stage"] == "download"]
    loaded = [status["loaded"] for status in downloading]
    assert loaded == sorted(loaded)
    assert len(set(loaded)) > 2
    runtime = site.folder / "runtime"
    total = sum(
        path.stat().st_size
        for path in runtime.iterdir()
        if path.suffix != ".br" and path.name != "manifest.json"
    )
    assert loaded[-1] == downloading[-1]["total"] == total


def test_python_answers_with_plain_data(engine: Engine, page_url: str) -> None:
    engine.open(page_url)
    assert engine.output_of_a_trace() == pytest.approx(OUTPUT, rel=1e-12)
    kinds = engine.page.evaluate(
        """async (trace) => {
            const traced = await engine.ask(trace);
            const trained = await engine.ask({
                kind: "train",
                network: { ...trace.network, parameters: undefined, seed: 1 },
                dataset: { name: "xor" },
                learning_rate: 0.5, momentum: 0.9, batch_size: null, state: null, epochs: 3,
                surface: { x_range: [0, 1], y_range: [0, 1], resolution: 5 },
            });
            return {
                none: traced.explanation,
                surface: trained.surface?.values.constructor.name,
                points: trained.surface?.values.length,
                memory: trained.surface?.values.buffer.byteLength,
                losses: trained.losses?.constructor.name,
                trained,
            };
        }""",
        TRACE,
    )
    assert kinds["none"] is None, kinds
    assert kinds["surface"] == kinds["losses"] == "Float64Array", kinds
    assert kinds["points"] == 25
    assert kinds["memory"] == 25 * 8, "a copy of its own, not a window on Python's memory"


def test_a_refused_message_is_an_answer(engine: Engine, page_url: str) -> None:
    engine.open(page_url)
    result = engine.ask({"kind": "dance"})["result"]
    assert (result["kind"], result["code"]) == ("error", "unknown_kind")
    assert engine.output_of_a_trace() == pytest.approx(OUTPUT, rel=1e-12)


def test_ten_askers_share_one_worker(engine: Engine, page_url: str) -> None:
    engine.open(page_url)
    outputs = engine.page.evaluate(
        """async (trace) => {
            const askers = Array.from({ length: 10 }, (_, from) => engine.ask(trace, { from }));
            return (await Promise.all(askers)).map((result) => result.outputs[0]);
        }""",
        TRACE,
    )
    assert outputs == pytest.approx([OUTPUT] * 10, rel=1e-12)
    assert engine.workers_left(1) == 1


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
    "a missing interpreter": (break_by("missing", "runtime/*.wasm"), "not_found"),
    "a missing manifest": (break_by("missing", "runtime/manifest.json"), "not_found"),
    "a missing script": (break_by("missing", "runtime/pyodide.asm.mjs"), "not_found"),
    "a damaged wheel": (break_by("corrupt", "runtime/*.whl"), "corrupt"),
    "a damaged interpreter": (break_by("corrupt", "runtime/*.wasm"), "corrupt"),
    "a damaged script": (break_by("corrupt", "runtime/pyodide.mjs"), "corrupt"),
    "a damaged core": (break_by("corrupt", "runtime/backprop.zip"), "corrupt"),
    "a damaged manifest": (break_by("corrupt", "runtime/manifest.json"), "corrupt"),
    "a closed connection": (break_by("cut", "runtime/python_stdlib.zip"), "fetch_blocked"),
    "a policy without wasm": (policy("engine-worker.js", "script-src 'self'"), "wasm_blocked"),
    "a policy without fetch": (policy("engine-worker.js", "connect-src 'none'"), "fetch_blocked"),
    "a missing worker": (break_by("missing", "engine-worker.js"), "no_worker"),
}


@pytest.mark.parametrize("failure", FAILURES)
def test_each_failure_has_its_reason_and_retry_works_without_a_reload(
    engine: Engine, page_url: str, faults: Faults, expected_errors: list[str], failure: str
) -> None:
    expected_errors += ["404", "ERR_", "Content Security Policy", "WebAssembly"]
    document = page_url + "py/backprop/engine.py"
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


def test_each_file_is_downloaded_once(engine: Engine, page_url: str, faults: Faults) -> None:
    faults.requests.clear()
    assert engine.open(page_url, page_url + "py/backprop/engine.py")["kind"] == "ready"
    large = [path for path in faults.requests if path.endswith((".wasm", ".whl", ".zip"))]
    assert len(large) == len(set(large)) == 4


def test_an_endless_computation_is_ended_and_its_question_answered(
    engine: Engine, page_url: str
) -> None:
    engine.open(page_url, answer=3_000)
    first = engine.page.workers[0]
    first.evaluate("setTimeout(() => { for (;;); })")
    assert engine.ask(TRACE)["code"] == "unresponsive"
    assert engine.outcome()["kind"] == "ready"
    engine.page.workers[0].evaluate("setTimeout(() => { for (;;); })")
    assert engine.output_of_a_trace(again=True) == pytest.approx(OUTPUT, rel=1e-12)
    assert engine.workers_left(1) == 1
    assert first not in engine.page.workers


def test_a_worker_that_is_gone_is_replaced(engine: Engine, page_url: str) -> None:
    engine.open(page_url, answer=3_000)
    engine.page.workers[0].evaluate("setTimeout(() => close())")
    assert engine.output_of_a_trace(again=True) == pytest.approx(OUTPUT, rel=1e-12)


def test_a_worker_that_breaks_down_is_replaced(
    engine: Engine, page_url: str, expected_errors: list[str]
) -> None:
    expected_errors.append("out of order")
    engine.open(page_url)
    with engine.page.expect_worker():
        engine.page.workers[0].evaluate("setTimeout(() => { throw Error('out of order'); })")
    assert engine.outcome()["kind"] == "ready"
    assert engine.output_of_a_trace() == pytest.approx(OUTPUT, rel=1e-12)


def test_it_starts_on_somebody_elses_page_under_the_smallest_policy(
    engine: Engine, page_url: str
) -> None:
    figure = page_url.split("/some/", maxsplit=1)[0]
    with served_site() as host:
        document = host.url + "py/backprop/engine.py"
        host.faults.headers["py/*"] = {
            "Content-Security-Policy": f"script-src {figure} 'wasm-unsafe-eval'; "
            f"worker-src blob:; connect-src {figure}"
        }
        assert engine.open(page_url, document)["kind"] == "ready"
        assert engine.output_of_a_trace() == pytest.approx(OUTPUT, rel=1e-12)


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
            status = engine.open(page_url, host.url + "py/backprop/engine.py")
            assert (status["kind"], status.get("reason")) == ("failed", reason), status
