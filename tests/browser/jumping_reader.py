"""A reader who jumps about while a page loads, and what there is of every figure afterwards."""

from __future__ import annotations

import fnmatch
from dataclasses import dataclass
from typing import TYPE_CHECKING

from figures import START_MS

if TYPE_CHECKING:
    from faulty_site import Faults
    from playwright.sync_api import Page, Request, Response

SOON_MS = 20_000
"""So long a figure may take to be there, once Python runs; longer on a slower computer."""

FRAMES = """count => new Promise(resolve => {
    const next = () => count-- > 0 ? requestAnimationFrame(next) : resolve();
    next();
})"""

JUMPS = {
    "contents": """name => document.querySelector(`.contents a[href="#${name}"]`).click()""",
    "link": "name => { location.hash = name; }",
    "search": """async text => {
        // Who finds nothing yet, since the text has not come, searches again, from the top.
        const last = performance.now() + 30000;
        while (!find(text, false, false, true)) {
            if (performance.now() > last) throw new Error(`not found: ${text}`);
            await new Promise(resolve => setTimeout(resolve, 100));
        }
    }""",
    "scroll bar": """async share => {
        const from = scrollY;
        for (let step = 1; step <= 12; step++) {
            const to = share * (document.documentElement.scrollHeight - innerHeight);
            scrollTo({ top: from + (to - from) * step / 12, behavior: "instant" });
            await new Promise(requestAnimationFrame);
        }
    }""",
}

# A figure in a tab or a section that the host's page has closed is nowhere, and may be.
MISSING = """async ([isRead, soon]) => {
    const nameOf = figure => figure.getAttribute("figure");
    const whatIsWrong = figure => {
        if (!figure.checkVisibility()) return "";
        const drawing = figure.shadowRoot?.querySelector(".figure");
        if (!drawing?.checkVisibility({ contentVisibilityAuto: true })) {
            const said = figure.shadowRoot?.querySelector(".missing")?.textContent ?? "";
            return `not drawn: ${said} ${figure.kind?.name} ${figure.isConnected}`;
        }
        const room = figure.getBoundingClientRect().height;
        const { height } = drawing.getBoundingClientRect();
        if (height < 300 || height > room + 1) return `${height} px in a room of ${room} px`;
        if (!isRead) return "";
        const { state } = figure.dataset;
        const isAnswered = state === "ready" || figure.starts === "interaction";
        return figure.isLive && isAnswered ? "" : `${state}, live: ${figure.isLive}`;
    };
    const missing = [];
    let end = performance.now() + soon;
    for (const figure of document.querySelectorAll("backprop-figure")) {
        if (isRead) {
            figure.scrollIntoView();
            end = performance.now() + soon;
        }
        while (whatIsWrong(figure) && performance.now() < end) {
            // Looking in every picture would keep a slow page from all else that it has to do.
            await new Promise(resolve => setTimeout(resolve, 100));
        }
        if (whatIsWrong(figure)) missing.push(`${nameOf(figure)}: ${whatIsWrong(figure)}`);
    }
    return missing;
}"""


@dataclass(frozen=True)
class Jump:
    """Where a reader goes, how, and when.

    Attributes:
        way: "key" or one of JUMPS.
        to: a key, a section's name, a text, or a share of the page's height.
        frames: after so many pictures of the page from the last jump on.
        responses: not before so many files have begun to come.
    """

    way: str
    to: str | float
    frames: int = 0
    responses: int = 0


class JumpingReader:
    """Opens a page and jumps about in it before it is complete."""

    def __init__(self, page: Page, faults: Faults, slower: int = 1) -> None:
        """Read on a computer whose main thread is so many times slower than this one's."""
        self.page = page
        self.faults = faults
        self.soon = SOON_MS * slower
        self.responses = 0
        page.on("response", self._count)
        if slower > 1:
            tools = page.context.new_cdp_session(page)
            tools.send("Emulation.setCPUThrottlingRate", {"rate": slower})

    def _count(self, _: Response) -> None:
        self.responses += 1

    def open(self, address: str, held: str) -> None:
        """Open a page, and wait until it has asked for a file, whose second half does not come."""

        def is_held(request: Request) -> bool:
            return fnmatch.fnmatch(request.url, f"*/{held}")

        self.faults.stalled.append(held)
        with self.page.expect_request(is_held, timeout=START_MS):
            self.page.goto(address, wait_until="commit")

    def release(self) -> None:
        """Let the rest of the file come."""
        self.faults.mend()

    def jump(self, jump: Jump) -> None:
        """Wait for the jump's moment, then go there."""
        while self.responses < jump.responses:
            self.page.wait_for_event("response")
        if jump.frames:
            self.page.evaluate(FRAMES, jump.frames)
        if jump.way == "key":
            self.page.keyboard.press(str(jump.to))
        else:
            self.page.evaluate(JUMPS[jump.way], jump.to)

    def wait_for_python(self) -> None:
        """Wait until Python has answered one of the figures."""
        answered = self.page.locator("backprop-figure[data-state=ready]").first
        answered.wait_for(state="attached", timeout=START_MS)

    def missing(self) -> list[str]:
        """The figures that are not drawn in their full height, wherever the reader is."""
        missing: list[str] = self.page.evaluate(MISSING, [False, self.soon])
        return missing

    def missing_when_read(self) -> list[str]:
        """The figures that are not there and alive when the reader comes to them, one by one."""
        missing: list[str] = self.page.evaluate(MISSING, [True, self.soon])
        return missing
