"""One figure of a page under test: found, waited for, and asked as an outside check would."""

from __future__ import annotations

from typing import Any, Self

from playwright.sync_api import Locator, Page, expect

START_MS = 60_000

# Every question is answered, those of figures out of sight and those that wait for a file too, and
# what an answer makes a figure ask. In the end nothing changes any more. The limit is ours, since
# Playwright has none for a script.
SETTLED = """async el => {
    const last = performance.now() + 60000;
    const isAsking = ({ asked, aside, line }) =>
        asked || aside.size > 0 || [...line.lines.values()].some(({ length }) => length > 0);
    const picture = () => new Promise((shown, late) => {
        if (performance.now() > last) late(new Error(`not settled: ${seen()}`));
        requestAnimationFrame(() => setTimeout(shown));
    });
    const seen = () => JSON.stringify([el.getState(), el.inspect()]);
    let before;
    do {
        before = seen();
        await el.engine.ask({ kind: "describe" });
        while (el.engine && isAsking(el.engine.questions)) await picture();
        await picture();
        await el.updateComplete;
    } while (seen() !== before);
}"""


def figure_alone(page: Page, site: str, kind: str) -> Figure:
    """The one figure of an otherwise empty page, which is sooner there than the whole article."""
    page.goto(f"{site}embed.html?figure={kind}")
    return Figure(page, kind)


class Figure:
    """A `<backprop-figure>` on a page."""

    def __init__(self, page: Page, kind: str = "network") -> None:
        self.page = page
        self.element = page.locator(f"backprop-figure[figure={kind}]").first

    def ready(self) -> Self:
        """Bring it into view and wait until Python's own result is on screen."""
        self.element.scroll_into_view_if_needed()
        expect(self.element).to_have_attribute("data-state", "ready", timeout=START_MS)
        return self

    def shown(self) -> Self:
        """Bring it near and wait until it is alive, with recorded results at least."""
        self.element.scroll_into_view_if_needed()
        self.wait("el => el.isLive")
        return self

    def all_controls(self) -> Self:
        """Bring the controls into sight that it opens without."""
        self.set(more_controls=True)
        return self

    def whole_pass(self) -> Self:
        """Show a network's pass at once, the chain rule of its first weight, and all controls."""
        first = {"layer": 0, "source": 0, "target": 0}
        self.set(overview=True, selected=first, more_controls=True)
        return self

    def ask(self, expression: str, argument: Any = None) -> Any:
        """The value of a JavaScript function of the element."""
        return self.element.evaluate(expression, argument)

    def wait(self, condition: str, argument: Any = None) -> None:
        """Wait until a JavaScript function of the element and the argument is true."""
        self.page.wait_for_function(
            f"([el, argument]) => ({condition})(el, argument)",
            arg=[self.element.element_handle(), argument],
        )

    def state(self) -> dict[str, Any]:
        """What the figure says it shows."""
        state: dict[str, Any] = self.ask("el => el.getState()")
        return state

    def set(self, **fields: Any) -> None:
        """Set fields, and wait until what the engine makes of them is on screen."""
        self.ask("(el, fields) => el.setState(fields)", fields)
        self.settled()

    def settled(self) -> None:
        """Wait until no question is open and the drawing is that of the answer."""
        self.ask(SETTLED)

    def inspect(self) -> dict[str, Any]:
        """The engine's current result."""
        result: dict[str, Any] = self.ask("el => el.inspect()")
        return result

    def button(self, name: str) -> Locator:
        """A button by its accessible name."""
        return self.element.get_by_role("button", name=name, exact=True)

    def find(self, selector: str) -> Locator:
        """An element of its shadow root."""
        return self.element.locator(selector)

    def weight(self, *address: int) -> Locator:
        """A weight in the drawing: layer, source, target."""
        return self.find(f'[data-weight="{",".join(map(str, address))}"]')

    def number(self, selector: str, attribute: str) -> float:
        """A full-precision number from a data attribute."""
        text = self.find(selector).get_attribute(attribute)
        assert text is not None, f"{selector} has no {attribute}"
        return float(text)

    @property
    def panel(self) -> Locator:
        """The chain-rule panel."""
        return self.find('[data-part="chain-rule"]')
