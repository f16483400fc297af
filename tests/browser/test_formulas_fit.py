"""No formula is cut: what does not fit into a line goes on in the next one."""

from typing import Any

import pytest
from figures import Figure

from backprop.figures.registry import FIGURES

PHONE, TABLET = 320, 640
WIDTHS = (PHONE, 360, 600, 700, 780)

# Figures that have none, and those whose formulas are looked at step by step above.
WITHOUT_FORMULAS = {
    "learning",
    "xor",
    "stopping",
    "network",
    "walk",
    "code",
    "family",
    "luck",
    "digits",
    "playground",
    "symmetry",
}

# Numbers of many digits, where a figure opens with few.
LONG: dict[str, dict[str, Any]] = {
    "blame": {"branching": True, "shares": [0.37, 0.93, 0.51, 0.37, 0.43, 0.27]},
    "slope": {"weight": -12.34567, "input": -98.7654, "learning_rate": 0.0000012345},
    "neuron": {"bias": 0.123456, "bias_is_free": True, "weight": -12.34567, "input": -98.7654},
    "slopes": {"function": "two_weights", "x": -1.2345, "held": -1.5432, "nudge": 2},
    "paths": {"stage": 3},
    "rates": {"landscape": "xor", "chosen": "momentum"},
    "depth": {"batch_normalisation": True, "residual": True, "depth": 50},
    "equations": {"inputs": [-98.765, 0.000012345], "learning_rate": 0.012345, "steps": 3},
}

OPEN_ALL = """el => {
    for (const part of el.shadowRoot.querySelectorAll("details")) part.open = true;
}"""

# The formulas in sight that reach out of a box which clips or scrolls, or out of the figure.
HIDDEN = """el => [...el.shadowRoot.querySelectorAll("math")].filter(math => {
    if (!math.checkVisibility() || math.closest(".unseen")) return false;
    const { left, right } = math.getBoundingClientRect();
    for (let box = math.parentElement; box; box = box.parentElement) {
        const edges = box.getBoundingClientRect();
        const hides = getComputedStyle(box).overflowX !== "visible";
        if (hides && (right > edges.right + 1 || left < edges.left - 1)) return true;
    }
    return right > el.getBoundingClientRect().right + 1;
}).map(math => math.textContent)"""

# Of each step's formula and each weight's chain rule, the pieces that reach out of their box, and
# what is hidden of a box by its own size.
CUT = """async (el, size) => {
    const cut = [];
    const look = () => {
        const boxes = ".step-formula, .products, .paths .formula";
        for (const box of el.shadowRoot.querySelectorAll(boxes)) {
            const { right } = box.getBoundingClientRect();
            for (const piece of box.querySelectorAll(".formula-piece math")) {
                if (piece.getBoundingClientRect().right > right + 0.5) cut.push(piece.textContent);
            }
            const hides = getComputedStyle(box).overflowY !== "visible";
            if (hides && box.scrollHeight > box.clientHeight) cut.push(box.textContent);
        }
    };
    const { step_count } = el.inspect();
    for (let step = 1; step <= step_count; step += 1) {
        el.setState({ step });
        await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
        await el.updateComplete;
        look();
    }
    return cut;
}"""


def test_every_formula_of_a_pass_is_whole_on_the_narrowest_phone(running_page):
    figure = Figure(running_page.put("network", "preset=2-2-1-a")).ready()
    page = figure.page
    page.set_viewport_size({"width": PHONE, "height": 900})
    weight = {"layer": 0, "source": 1, "target": 1}
    figure.set(preset="2-2-1-a", selected=weight)
    assert figure.ask(CUT) == []
    # Numbers of many digits, and sums and products of many terms, by a seed.
    figure.set(layer_sizes=[3, 3, 2], use_biases=True, seed=7)
    figure.set(inputs=[-0.12345, -98765, 0.000012345], learning_rate=0.012345, selected=weight)
    figure.find(".paths > summary").click()
    assert figure.ask(CUT) == []
    page.set_viewport_size({"width": TABLET, "height": 900})
    assert figure.ask(CUT) == []


@pytest.mark.parametrize("kind", [kind for kind in FIGURES if kind not in WITHOUT_FORMULAS])
def test_no_formula_scrolls_sideways_or_is_cut_at_any_width(running_page, kind):
    figure = Figure(running_page.put(kind), kind).ready()
    if kind in LONG:
        figure.set(**LONG[kind])
    figure.ask(OPEN_ALL)
    figure.settled()
    assert figure.find("math").count() > 0
    for width in WIDTHS:
        figure.page.set_viewport_size({"width": width, "height": 900})
        figure.settled()
        assert figure.ask(HIDDEN) == [], f"at {width} px"
