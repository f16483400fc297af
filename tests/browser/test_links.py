"""Links that hold what figures show: written as the reader works, opened to the last bit."""

from urllib.parse import quote

import pytest
from articles import ADDRESS, figures_of
from figures import SETTLED, Figure
from playwright.sync_api import expect

from backprop.figures.registry import FIGURES

# What is set in each kind of figure; every other field comes along in the link.
# `npm run new-figure` adds a line.
CHANGED = {
    "learning": {"epoch": 128, "progress": 0.5},
    "blame": {"shares": [1, 0.35, 0.5, 0.3, 0.4, 0.2], "branching": True},
    "slope": {"weight": 0.1234567890123456, "steps": 3},
    "neuron": {"learning_rate": 0.07, "steps": 2},
    "slopes": {"function": "two_weights", "x": 0.3, "held": -1.5, "nudge": 2},
    "walk": {"step": 5},
    "network": {"parameters": [0.2, 0.4, 0.3, 0.1, 0.6, 1 / 3], "step": 4},
    "paths": {"width": 5, "stage": 1},
    "cost": {"preset": "2-2-1-a", "step": 3},
    "xor": {"hidden_units": 3, "learning_rate": 1.5},
    "pulls": {"weight": 1},
    "rates": {"landscape": "xor", "chosen": "small"},
    "stopping": {"noise": 0.12},
    "depth": {"depth": 6, "activation": "relu", "steps": 2},
    "equations": {"inputs": [0.1, 0.7], "weight": {"layer": 1, "source": None, "target": 0}},
    "graph": {
        "formula": "(a + b) * tanh(a)",
        "values": {"a": 0.3, "b": -2},
        "step": 5,
        "order": "own",
        "picks": [4],
    },
    "code": {"task": "weight_gradient", "hints": 2},
    "symmetry": {"seed": 3, "pattern": "100000", "sweep": 1200, "starts": True},
    "family": {"recipe": "adam", "person": 10, "relation": 6},
    "luck": {
        "differs": "momentum",
        "other_value": 0.5,
        "also_differs": "hidden_units",
        "also_value": 3,
        "seed": 7,
        "side": 1,
    },
    "digits": {"guess": "size", "digit": 5, "drawing": "83o3kcet.9gmg.", "steps": 2},
    "playground": {
        "dataset": "spiral",
        "hidden_layers": [3],
        "seed": "a b",
        "epochs": 3,
        "steps": 2,
        "changes": [{"epoch": 1, "step": 4, "index": 0, "value": 0.5}],
        "example": 7,
    },
}

READY = (
    "() => Promise.all([...document.querySelectorAll('backprop-figure')].map(f => f.whenReady()))"
)
SHOWN = """() => Object.fromEntries([...document.querySelectorAll('backprop-figure')].map(
    figure => [figure.figure, [figure.getState(), JSON.stringify(figure.inspect())]]))"""


def open_all(page, url):
    """Open the article and wait until all its figures show what Python computed."""
    page.goto(url)
    page.evaluate(READY)


def settled(page):
    """Wait until no figure waits for an answer."""
    figures = page.locator("backprop-figure")
    for _ in range(2):  # XOR's run is gone through again, question by question, before it is shown
        figures.evaluate_all(f"all => Promise.all(all.map({SETTLED}))")
        expect(page.locator(".outdated")).to_have_count(0)


def change_all(page, changed):
    """Set some fields of figures, and wait until the page and its address have them."""
    page.evaluate(
        """changed => { for (const [name, fields] of Object.entries(changed))
            document.querySelector(`backprop-figure[figure=${name}]`).setState(fields); }""",
        changed,
    )
    page.wait_for_function(
        "count => location.hash.split('figure=').length > count", arg=len(changed)
    )
    settled(page)


def opens_as_it_was(page, context):
    """Whether the address of a page opens all its figures as they are; Back leaves the page."""
    link, shown = page.url, page.evaluate(SHOWN)
    assert page.evaluate("history.length") <= 2, "Back leaves the page"
    other = context.new_page()
    open_all(other, link)
    settled(other)
    opened = other.evaluate(SHOWN)
    for name in shown:
        assert opened[name] == shown[name], name
    assert other.url == link


def test_every_kind_of_figure_is_changed_here():
    assert tuple(CHANGED) == FIGURES


def test_a_link_opens_every_figure_of_the_story_as_it_was_to_the_last_bit(page, page_url, context):
    open_all(page, page_url)
    change_all(page, {name: CHANGED[name] for name in figures_of("./")})
    xor = page.locator("backprop-figure[figure=xor]")
    xor.evaluate("xor => xor.step(150)")
    settled(page)
    xor.evaluate("xor => { xor.setState({learning_rate: 0.4, batch: 'one'}); xor.step(50); }")
    settled(page)
    xor.evaluate("xor => xor.setState({momentum: 0.5})")
    page.wait_for_function("() => /momentum=0.5&.*epoch=200/.test(location.hash)")
    opens_as_it_was(page, context)


@pytest.mark.parametrize("article", sorted({*ADDRESS.values()} - {"./"}))
def test_a_link_opens_every_figure_of_another_article_as_it_was(page, page_url, context, article):
    open_all(page, page_url + article)
    change_all(page, {name: CHANGED[name] for name in figures_of(article)})
    opens_as_it_was(page, context)


def test_common_fields_can_be_read_and_a_figure_that_is_as_it_opened_is_not_in_the_link(
    page, page_url
):
    page.goto(page_url + "#network")
    figure = Figure(page).ready()
    figure.set(learning_rate=0.25)
    page.wait_for_function("() => location.hash.includes('learning_rate=0.25')")
    assert page.url.startswith(page_url + "#network&v=1&figure=network&")
    page.locator(".contents-button").click()
    page.locator(".contents a[href='#paths']").click()
    page.wait_for_function("() => location.hash.startsWith('#paths&v=1&figure=network&')")
    expect(page.locator("#paths")).to_be_in_viewport()
    page.go_back()
    page.wait_for_function("() => location.hash.startsWith('#network&v=1&figure=network&')")
    assert figure.state()["learning_rate"] == 0.25
    page.reload()
    assert Figure(page).ready().state()["learning_rate"] == 0.25


def test_figures_that_the_reader_has_not_come_to_keep_their_part_of_the_link(page, page_url):
    page.route("**/runtime/**", lambda route: route.abort())
    link = "#v=1&figure=blame&branching=true&figure=paths&width=5"
    page.goto(page_url + link)
    blame = Figure(page, "blame").shown()
    assert page.evaluate("document.querySelector('[figure=paths]').shown") is None
    blame.ask("el => el.setState({branching: false})")
    page.wait_for_function("() => !location.hash.includes('figure=blame')")
    assert page.url.endswith("#v=1&figure=paths&width=5")


def test_what_an_update_promised_and_brought_comes_along(page, page_url, context):
    page.goto(page_url + "embed.html?figure=network")
    figure = Figure(page).ready()
    figure.button("Apply update").click()
    figure.settled()
    page.wait_for_function("() => location.hash.includes('before_update=')")
    other = context.new_page()
    other.goto(page.url)
    opened = Figure(other).ready()
    opened.wait("el => el.getState().last_update !== null")
    assert opened.state() == figure.state()
    assert opened.inspect() == figure.inspect()


@pytest.fixture(autouse=True)
def blocked_requests_are_heard(expected_errors):
    """The browser logs each request that a test blocks."""
    expected_errors += ["ERR_FAILED", "Failed to load resource"]


NASTY = [
    "v=1&figure=network&preset=<img src=x onerror=window.ran=1>&<script>window.ran=1</script>=1",
    "v=1&figure=network&inputs=NaN,1e999&targets=--5&learning_rate=&activations=__proto__",
    "v=9&figure=network&layer_sizes=8,8,8,8,8,8,8,8,8,8&parameters=~" + "A" * 9000,
    "v=1&figure=network&selected=9,9,9&step=-1&frozen=99&parameters=~!!!!&%E0%A4%A=1",
    "v=1&figure=network&" + "&".join(f"a{i}=javascript:window.ran=1" for i in range(300)),
    "<svg onload=window.ran=1>&v=1&figure=network&overview=<b>&use_biases=1&seed=1.5",
]


@pytest.mark.parametrize("nasty", NASTY, ids=range(len(NASTY)))
def test_nothing_in_a_link_runs_or_becomes_markup(page, page_url, nasty):
    page.route("**/runtime/**", lambda route: route.abort())
    page.goto(page_url + "embed.html?figure=network#" + nasty)
    figure = Figure(page).shown()
    assert figure.find(".link-notes li").count() > 0, "what was left out is said"
    for element in ("script", "img", "svg[onload]", ".link-notes b"):
        assert figure.find(element).count() == 0
    assert page.evaluate("window.ran") is None
    figure.button("Step").click()
    expect(figure.find(".sentence")).to_contain_text("Hidden unit 1")


@pytest.mark.parametrize("frame", ["", "embed.html?figure=blame"], ids=["page", "frame"])
def test_a_link_of_which_no_figure_is_here_is_said_where_the_reader_looks(
    page, page_url, axe, frame
):
    page.route("**/runtime/**", lambda route: route.abort())
    page.goto(f"{page_url}{frame}#v=1&figure=<b>clock</b>&hands=2")
    note = page.get_by_role("status").filter(has_text="This link could not be followed")
    expect(note).to_be_in_viewport()
    expect(note.get_by_role("listitem")).to_have_text(
        "The link’s figure “<b>clock</b>” is not known here."
    )
    assert axe(page, {"include": [".page-note"]}) == []
    page.get_by_role("button", name="OK").click()
    expect(note).to_have_count(0)


def test_what_a_link_says_wrongly_is_named_and_the_rest_is_shown(page, page_url, axe):
    state = quote("learning_rate=0.25&inputs=1,2,3&colour=red", safe="")
    page.goto(f"{page_url}embed.html?figure=network&state={state}")
    figure = Figure(page).ready()
    notes = figure.find(".link-notes li")
    assert notes.evaluate_all("items => items.map(item => item.dataset.fieldNote)") == [
        "colour",
        "inputs",
    ]
    assert figure.state()["learning_rate"] == 0.25
    assert axe(page) == []
    figure.button("OK").click()
    expect(figure.find(".link-notes")).to_have_count(0)
