"""The start of the engine in a real browser, and its life: what it answers, how it is replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bare_engine import OUTPUT, TRACE, Engine
from faulty_site import Faults, FaultySite, served_site

if TYPE_CHECKING:
    from typing import Any

    from playwright.sync_api import BrowserType, Page, Route
    from running_page import RunningPage

STAGES = ["check", "download", "interpreter", "numpy", "core"]


@pytest.fixture
def engine(page: Page, expected_errors: list[str]) -> Engine:
    """A client in an otherwise empty page."""
    expected_errors.append("favicon")  # which the browser asks of a bare document's host
    return Engine(page)


@pytest.fixture
def started(running_page: RunningPage) -> Engine:
    """A client whose Python runs."""
    return Engine(running_page.page).join()


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


def test_python_answers_with_plain_data(started: Engine) -> None:
    assert started.output_of_a_trace() == pytest.approx(OUTPUT, rel=1e-12)
    kinds = started.page.evaluate(
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


def test_a_refused_message_is_an_answer(started: Engine) -> None:
    result = started.ask({"kind": "dance"})["result"]
    assert (result["kind"], result["code"]) == ("error", "unknown_kind")
    assert started.output_of_a_trace() == pytest.approx(OUTPUT, rel=1e-12)


def test_ten_askers_share_one_worker(started: Engine) -> None:
    outputs = started.page.evaluate(
        """async (trace) => {
            const askers = Array.from({ length: 10 }, (_, from) => engine.ask(trace, { from }));
            return (await Promise.all(askers)).map((result) => result.outputs[0]);
        }""",
        TRACE,
    )
    assert outputs == pytest.approx([OUTPUT] * 10, rel=1e-12)
    assert started.workers_left(1) == 1


def test_a_host_that_sends_wasm_under_another_type_will_do(engine: Engine, page_url: str) -> None:
    def send_as_text(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, headers=response.headers | {"content-type": "text/plain"})

    engine.page.route("**/runtime/*.wasm", send_as_text)
    assert engine.open(page_url)["kind"] == "ready"


def test_each_file_is_downloaded_once(engine: Engine, page_url: str, faults: Faults) -> None:
    faults.requests.clear()
    assert engine.open(page_url, page_url + "py/backprop/engine/__init__.py")["kind"] == "ready"
    large = [path for path in faults.requests if path.endswith((".wasm", ".whl", ".zip"))]
    assert len(large) == len(set(large)) == 4


def test_a_second_start_asks_for_no_large_file_again(
    engine: Engine, page_url: str, faults: Faults
) -> None:
    document = page_url + "py/backprop/engine/__init__.py"
    assert engine.open(page_url, document)["kind"] == "ready"
    faults.requests.clear()
    assert engine.open(page_url, document)["kind"] == "ready"
    asked = [path for path in faults.requests if path.startswith("runtime/")]
    assert "runtime/manifest.json" in asked
    assert [path for path in asked if path.endswith((".wasm", ".whl", ".zip"))] == []


def test_an_endless_computation_is_ended_and_its_question_answered(
    engine: Engine, page_url: str
) -> None:
    engine.open(page_url, answer=3_000)
    first = engine.page.workers[0]
    first.evaluate("setTimeout(() => { for (;;); })")
    assert engine.ask(TRACE)["code"] == "unresponsive"
    assert engine.outcome()["kind"] == "ready"
    assert engine.workers_left(1) == 1
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
        document = host.url + "py/backprop/engine/__init__.py"
        host.faults.headers["py/*"] = {
            "Content-Security-Policy": f"script-src {figure} 'wasm-unsafe-eval'; "
            f"worker-src blob:; connect-src {figure}; require-trusted-types-for 'script'"
        }
        assert engine.open(page_url, document)["kind"] == "ready"
        assert engine.output_of_a_trace() == pytest.approx(OUTPUT, rel=1e-12)


def test_it_starts_on_a_page_that_is_not_secure(
    browser_type: BrowserType, browser_type_launch_args: dict[str, Any], page_url: str
) -> None:
    """Served over plain HTTP by name, a page has no ``crypto.subtle`` to verify files with."""
    arguments = ["--host-resolver-rules=MAP plain.test 127.0.0.1"]
    browser = browser_type.launch(**browser_type_launch_args, args=arguments)
    try:
        engine = Engine(browser.new_page())
        assert engine.open(page_url.replace("127.0.0.1", "plain.test"))["kind"] == "ready"
        assert engine.page.evaluate("[isSecureContext, typeof crypto.subtle]") == [
            False,
            "undefined",
        ]
        assert engine.output_of_a_trace() == pytest.approx(OUTPUT, rel=1e-12)
    finally:
        browser.close()
