"""The figure `learning`, as a reader meets it: one run from recorded results, and a way into it."""

import re

from figures import Figure, figure_alone
from playwright.sync_api import expect

from backprop import engine
from backprop.figures.learning.learning import OPENINGS

AUTHOR_WAITS = "el => el.setState({ epoch: 812, progress: 0 })"

LATER = """async el => {
    const seen = () => JSON.stringify(el.getState());
    const before = seen();
    for (let picture = 0; picture < 8; picture += 1) await new Promise(requestAnimationFrame);
    return [before, seen()];
}"""
"""The state now, and some pictures later."""

SHOW_TAB = """(el, state) => {
    Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
}"""


def playing(figure, is_so):
    """Wait until the run plays, or rests."""
    expect(figure.find(".learning")).to_have_attribute("data-playing", "true" if is_so else "false")


def test_without_python_it_plays_once_and_rests(page, page_url, expected_errors):
    expected_errors.append("ERR_FAILED")
    page.route("**/runtime/**", lambda route: route.abort())
    page.set_viewport_size({"width": 1120, "height": 700})  # as wide as on the page
    figure = figure_alone(page, page_url, "learning").shown()
    assert figure.inspect() == engine.handle(OPENINGS["learning"])
    playing(figure, True)
    expect(figure.find(".learning-pulse.is-backward").first).to_be_attached(timeout=20_000)
    figure.ask("el => el.setState({ epoch: 0, progress: 0.05 })")
    playing(figure, False)
    expect(figure.find(".learning-said")).to_contain_text("Forward: (0, 1) goes in")
    expect(figure.find(".learning-pulse:not(.is-backward)")).to_have_count(4)
    figure.button("Go on").click()
    playing(figure, True)

    # a tab that does not show stands still, and goes on when the reader is back
    figure.ask(SHOW_TAB, "hidden")
    before, after = figure.ask(LATER)
    assert before == after
    figure.ask(SHOW_TAB, "visible")
    before, after = figure.ask(LATER)
    assert before != after

    figure.button("Pause").click()
    playing(figure, False)
    before, after = figure.ask(LATER)
    assert before == after
    figure.ask(AUTHOR_WAITS)
    assert figure.state() == {"epoch": 812, "progress": 0}
    figure.button("Go on").click()
    expect(figure.button("Teach it again")).to_be_visible()
    expect(figure.find(".learning-said")).to_contain_text("Who told each number")
    assert figure.state() == {"epoch": 832, "progress": 1}
    expect(figure.find("[role=status]")).to_contain_text("Its loss falls from 0.1546")

    # once: it does not begin again by itself, but when it is asked
    figure.ask(SHOW_TAB, "hidden")
    figure.ask(SHOW_TAB, "visible")
    before, after = figure.ask(LATER)
    assert before == after
    figure.button("Teach it again").click()
    figure.wait("el => el.getState().epoch === 0 && el.getState().progress > 0")


def test_title_line_and_the_whole_figure_are_on_the_first_screen(page, page_url):
    page.emulate_media(reduced_motion="reduce")
    for width, height in ((1280, 800), (390, 844)):
        page.set_viewport_size({"width": width, "height": height})
        page.goto(page_url)
        learning = Figure(page, "learning").shown()
        parts = [page.locator("h1"), page.locator(".standfirst"), learning.element]
        edges = [part.bounding_box() for part in parts]
        ends = [box["y"] + box["height"] for box in edges]
        assert ends == sorted(ends)
        assert ends[-1] <= 600


def test_with_reduced_motion_it_stands_at_its_end_beside_its_beginning(page, page_url):
    page.emulate_media(reduced_motion="reduce")
    figure = figure_alone(page, page_url, "learning").ready()
    assert figure.state() == {"epoch": 832, "progress": 1}
    playing(figure, False)
    shown = [figure.find(f".learning-{name} .learning-surface") for name in ("first", "now")]
    for surface, epoch in zip(shown, ("0", "832"), strict=True):
        expect(surface).to_have_attribute("data-epoch", epoch)
    figure.button("Teach it again").click()
    figure.wait("el => el.getState().epoch === 0 && el.getState().progress > 0.02")
    expect(figure.find(".learning-pulse")).to_have_count(0)


def test_a_weight_leads_to_the_network_of_the_page_with_its_very_numbers(page, page_url):
    page.goto(page_url)
    learning = Figure(page, "learning").shown()
    learning.ask("el => el.setState({ epoch: 128 })")
    moment = next(each for each in learning.inspect()["moments"] if each["epoch"] == 128)
    learning.weight(0, 1, 0).focus()
    page.keyboard.press("Enter")
    network = Figure(page, "network")
    expect(page).to_have_url(re.compile("#network"))
    expect(network.element).to_be_in_viewport()
    network.ready()
    state = network.state()
    assert state["parameters"] == moment["pass"]["parameters"]
    assert (state["inputs"], state["targets"]) == ([1, 0], [1])
    assert state["selected"] == {"layer": 0, "source": 1, "target": 0}
    network.settled()
    assert network.inspect()["gradient"] == moment["pass"]["gradient"]
    page.go_back()
    expect(learning.element).to_be_in_viewport()
    assert learning.state()["epoch"] == 128


def test_where_there_is_no_network_figure_one_opens_below(running_page):
    figure = Figure(running_page.put("learning"), "learning").ready()
    figure.ask("el => el.setState({ epoch: 550 })")
    moment = next(each for each in figure.inspect()["moments"] if each["epoch"] == 550)
    figure.find('[data-place="weight:1,0,0"].net-line .net-hit').click(force=True)
    network = Figure(running_page.page, "network").ready()
    network.wait("el => el.getState().parameters?.length === 9")
    assert network.state()["parameters"] == moment["pass"]["parameters"]
    figure.find(".opened-figure > header button").click()
    expect(network.element).to_have_count(0)
