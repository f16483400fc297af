"""A page whose Python runs already, for tests that want one figure alone and no start of their own.

Most of what a test costs on a fresh page is the start of Python, which test_startup.py and others
look at. Python keeps nothing from one message to the next and all figures of a page share it, so
tests may share it too. Everything else is new in each: the figure, the address, the window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, ViewportSize

WINDOW: ViewportSize = {"width": 1280, "height": 720}

# The page holds the engine as a figure does: it would be let go with the last figure.
OPEN = """async () => {
    const { sharedEngine } = await import("./backprop-figure.js");
    const engine = sharedEngine(new URL("./", document.baseURI));
    engine.acquire();
    await engine.whenReady();
    document.querySelector("backprop-figure").remove();
    const own = new Set(Object.getOwnPropertyNames(window));
    const { innerHTML } = document.body;
    const address = location.href;
    return { clear: () => {
        for (const figure of document.querySelectorAll("backprop-figure")) {
            figure.remove();
            figure.destroy();
        }
        for (const name of Object.getOwnPropertyNames(window)) {
            if (!own.has(name)) delete window[name];
        }
        document.body.innerHTML = innerHTML;
        sessionStorage.clear();
        history.replaceState(null, "", address);
        scrollTo({ top: 0, behavior: "instant" });
        if (engine.status.kind === "failed") throw Error(engine.status.message);
    } };
}"""
PUT = """([kind, attributes]) => {
    const figure = document.createElement("backprop-figure");
    figure.setAttribute("figure", kind);
    for (const attribute of attributes) {
        const [name, value = ""] = attribute.split("=");
        figure.setAttribute(name, value);
    }
    document.querySelector("main").append(figure);
}"""
LISTEN = """() => {
    const { postMessage } = Worker.prototype;
    let messages = [], changes = 0;
    const count = () => { changes += 1; };
    Worker.prototype.postMessage = function (said) {
        if (said.type === "ask") messages.push(said.message.kind);
        postMessage.call(this, said);
    };
    document.addEventListener("backprop-change", count);
    return {
        take: () => {
            const heard = [messages, changes];
            [messages, changes] = [[], 0];
            return heard;
        },
        end: () => {
            Worker.prototype.postMessage = postMessage;
            document.removeEventListener("backprop-change", count);
        },
    };
}"""


class Traffic:
    """What is said on a page from here on: by the figures to Python, and by them to the page."""

    def __init__(self, page: Page) -> None:
        self.ears = page.evaluate_handle(LISTEN)

    def take(self) -> tuple[list[str], int]:
        """The kinds of the messages and the number of `backprop-change`, since the last call."""
        messages, changes = self.ears.evaluate("ears => ears.take()")
        # `Figure.settled` asks for a description, and waits for it.
        return [kind for kind in messages if kind != "describe"], changes

    def end(self) -> None:
        """Leave the page as it was."""
        self.ears.evaluate("ears => ears.end()")


class RunningPage:
    """One page of a browser, opened when it is first needed and cleared after each test."""

    def __init__(self, browser: Browser, site: str) -> None:
        """Nothing is open yet."""
        self.browser = browser
        self.address = site + "embed.html"
        self.opened: Page | None = None

    @property
    def page(self) -> Page:
        """The page; Python runs in it, and no figure is there."""
        if self.opened is None:
            page = self.browser.new_context(viewport=WINDOW).new_page()
            page.goto(self.address)
            self.table = page.evaluate_handle(OPEN)
            self.opened = page
        return self.opened

    def put(self, kind: str, *attributes: str) -> Page:
        """Put a figure with some attributes, each ``name`` or ``name=value``, on the page."""
        self.page.evaluate(PUT, [kind, attributes])
        return self.page

    def clear(self) -> None:
        """Leave nothing of a test to the next one but Python."""
        page = self.page
        for other in page.context.pages:
            if other is not page:
                other.close()
        page.unroute_all()
        page.set_viewport_size(WINDOW)
        page.emulate_media(
            media="null", color_scheme="null", reduced_motion="null", forced_colors="null"
        )
        page.mouse.move(0, 0)
        self.table.evaluate("table => table.clear()")

    def close(self) -> None:
        """Give the page up; the next test gets a new one."""
        if self.opened is not None:
            self.opened.context.close()
            self.opened = None
