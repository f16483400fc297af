"""A client of the engine in an otherwise empty page, and what it says.

The page is a bare document of the site with nothing but the client in it, so that what is seen is
the engine's own doing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

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
JOIN = """async () => {
    const { sharedEngine } = await import("./backprop-figure.js");
    window.engine = sharedEngine(new URL("./", document.baseURI));
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

    def join(self) -> Engine:
        """Take the client of a page on which Python runs."""
        self.page.evaluate(JOIN)
        return self

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
