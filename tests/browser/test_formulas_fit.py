"""No formula is cut: what does not fit into a line goes on in the next one."""

from figures import Figure

PHONE, TABLET = 320, 640

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
