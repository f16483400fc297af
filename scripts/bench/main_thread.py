"""The page itself, opened as a reader does: long tasks, layout shifts, what it loads as script."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Locator, Page, Request

from bench.floors import Floor, Row

OBSERVED = Path(__file__).resolve().parent / "web" / "observed.js"
WIDTHS = {1280: 800, 390: 844}
READY = """figure => Promise.race([
  figure.whenReady(),
  new Promise((_, reject) => setTimeout(reject, 60000, new Error(`not ready after a minute: ${
    figure.status?.message ?? figure.dataset.state}`))),
])"""
LONG = 50.0
WINDOW_BARS = 200
"""More than the height of a browser's tabs and address bar (px)."""
THOUSANDS_OF_EPOCHS = 80_000


@dataclass
class Visit:
    """What one visit to the page showed.

    Attributes:
        width: of the window, px.
        tasks: the longest task of the main thread, by what the page was doing: milliseconds by
            the clock on the wall, and of the processor, which other programs do not make longer.
        long_tasks: every task over 50 ms by the clock on the wall, by the same.
        busy_tasks: how many had the processor for over 50 ms, which is the page's own doing.
        shift: sum of the layout shifts while loading.
        moved: what shifted.
        interaction: the slowest, from a click to the next picture, ms.
        scripts: addresses of what was loaded as script.
        first_scripts: how many of them until Python was there for the first figure, with nothing
            asked of the others.
    """

    width: int
    tasks: dict[str, tuple[float, float]] = field(default_factory=dict)
    long_tasks: dict[str, list[float]] = field(default_factory=dict)
    busy_tasks: dict[str, int] = field(default_factory=dict)
    shift: float = 0.0
    moved: list[Any] = field(default_factory=list)
    interaction: float = 0.0
    scripts: list[str] = field(default_factory=list)
    first_scripts: int = 0


def figure(page: Page, kind: str) -> Locator:
    """The figure of that kind."""
    return page.locator(f'backprop-figure[figure="{kind}"]')


def button(inside: Locator, name: str) -> Locator:
    """The button that is called exactly so."""
    return inside.get_by_role("button", name=name, exact=True)


def observed_page(browser: Browser, width: int, visit: Visit | None = None) -> Page:
    """A new empty page in a profile of its own, which will note what the browser says of it."""
    page = browser.new_page(viewport={"width": width, "height": WIDTHS[width]})
    page.add_init_script(path=OBSERVED)
    show_whole(page, width)
    if visit is not None:
        scripts = visit.scripts

        def note(request: Request) -> None:
            if request.resource_type == "script" and "/runtime/" not in request.url:
                scripts.append(request.url)

        page.on("request", note)
    return page


def show_whole(page: Page, width: int) -> None:
    """Make the window so tall that its own bars leave room for the page.

    The foot of the page would not be on screen otherwise, and a change there would wait for its
    picture until something else was drawn.
    """
    tools = page.context.new_cdp_session(page)
    window = tools.send("Browser.getWindowForTarget")["windowId"]
    bounds = {"width": width, "height": WIDTHS[width] + WINDOW_BARS}
    tools.send("Browser.setWindowBounds", {"windowId": window, "bounds": bounds})
    tools.detach()


def train_on(xor: Locator, rules: int = 2) -> None:
    """Train at full speed, past the rules that would end the run."""
    xor.evaluate("figure => figure.setState({speed: 'fastest'})")
    for _ in range(rules):
        button(xor, "Train").click()
        button(xor, "Train").wait_for()
    button(xor, "Train").click()


class Watched:
    """A stretch of a visit in which the browser records every task of the page's main thread."""

    def __init__(self, browser: Browser, page: Page, visit: Visit, name: str) -> None:
        self.browser, self.page, self.visit, self.name = browser, page, visit, name

    def __enter__(self) -> None:
        """Begin."""
        self.browser.start_tracing(
            page=self.page, categories=["-*", "disabled-by-default-devtools.timeline"]
        )

    def __exit__(self, *_: object) -> None:
        """Keep the longest task, and those that the page itself saw over 50 ms."""
        tasks = main_thread_tasks(self.browser.stop_tracing())
        walls, processor = [wall for wall, _ in tasks], [busy for _, busy in tasks]
        self.visit.tasks[self.name] = (max(walls, default=0.0), max(processor, default=0.0))
        seen = self.page.evaluate("bench.longTasks.splice(0).map(({duration}) => duration)")
        self.visit.long_tasks[self.name] = seen
        self.visit.busy_tasks[self.name] = sum(busy > LONG for busy in processor)


def main_thread_tasks(trace: bytes) -> list[tuple[float, float]]:
    """Milliseconds of every task of the page's main thread, by the wall and of the processor.

    The browser's own pages have renderers too, so the page's is looked up: every trace tells which
    process each frame is in when it begins, and when one comes to a new document.
    """
    events = json.loads(trace)["traceEvents"]
    ours: set[int] = set()
    for event in events:
        data = event.get("args", {}).get("data", {})
        if event["name"] == "TracingStartedInBrowser":
            ours |= {frame["processId"] for frame in data["frames"]}
        elif event["name"] == "FrameCommittedInBrowser" and "processId" in data:
            ours.add(data["processId"])
    mains = {
        (event["pid"], event["tid"])
        for event in events
        if event["name"] == "thread_name" and event["args"]["name"] == "CrRendererMain"
    }
    return [
        (event["dur"] / 1e3, event.get("tdur", 0) / 1e3)
        for event in events
        if event["name"] == "RunTask"
        and (event["pid"], event["tid"]) in mains
        and event["pid"] in ours
        and "dur" in event
    ]


def visit_page(browser: Browser, site: str, width: int, *, whole: bool) -> Visit:
    """Load the page; if ``whole``, play the pass of the network and train XOR as well."""
    visit = Visit(width)
    page = observed_page(browser, width, visit)
    network, xor = figure(page, "network"), figure(page, "xor")
    with Watched(browser, page, visit, "loading"):
        page.goto(f"{site}dist/index.html")
        page.locator("backprop-figure").first.evaluate(READY)
        visit.first_scripts = len(visit.scripts)
        network.evaluate(READY)
        xor.evaluate(READY)
    shifts = page.evaluate("bench.shifts.splice(0)")
    visit.shift = sum(shift["value"] for shift in shifts)
    visit.moved = shifts
    if whole:
        with Watched(browser, page, visit, "animating"):
            play_pass(network)
        with Watched(browser, page, visit, "training"):
            xor.scroll_into_view_if_needed()
            train_on(xor)
            page.wait_for_function(
                "([figure, epochs]) => figure.getState().epoch > epochs",
                arg=[xor.element_handle(), THOUSANDS_OF_EPOCHS],
                polling=200,
            )
            button(xor, "Pause").click()
        visit.interaction = page.evaluate("Math.max(0, ...bench.interactions.values())")
    page.close()
    return visit


def play_pass(network: Locator) -> None:
    """Play the whole pass at the quickest speed, from its beginning to its end."""
    network.scroll_into_view_if_needed()
    network.evaluate("el => el.setState({ more_controls: true })")
    network.locator(".speed select").select_option("4")
    button(network, "Play").click()
    button(network, "Pause").wait_for()
    button(network, "Play").wait_for()


def main_thread_rows(visits: list[Visit]) -> list[Row]:
    """The floors that a reader would feel."""
    long_tasks = [t for visit in visits for seen in visit.long_tasks.values() for t in seen]
    busy_tasks = sum(count for visit in visits for count in visit.busy_tasks.values())
    longest = {
        name: [max(visit.tasks.get(name, (0.0, 0.0))[kind] for visit in visits) for kind in (0, 1)]
        for name in visits[0].tasks
    }
    told = ", ".join(f"{name} {wall:.0f}" for name, (wall, _) in longest.items())
    busy = ", ".join(f"{name} {processor:.0f}" for name, (_, processor) in longest.items())
    samples = {f"{visit.width} px": vars(visit) for visit in visits}
    rows = [
        Row(
            "main thread: tasks over 50 ms",
            f"{len(long_tasks)}",
            f"{busy_tasks} of the processor",
            value=float(len(long_tasks)),
            floor=Floor(most=0),
            samples=samples,
        ),
        Row("  longest task, ms", told, f"of the processor: {busy}"),
    ]
    rows += [
        Row(
            f"layout shift while loading, {visit.width} px",
            f"{visit.shift:.4f}",
            value=visit.shift,
            floor=Floor(most=0),
        )
        for visit in visits
    ]
    slowest = max(visit.interaction for visit in visits)
    rows.append(Row("  slowest interaction", f"{slowest:.0f} ms"))
    return rows
