"""The figure on paths: numbers against derivatives found without paths, keys, what was recorded."""

import json

import pytest
from figures import Figure
from playwright.sync_api import expect

from backprop import Network, engine
from backprop.figures.paths.paths import NETWORKS, OPENINGS
from places import DIST


@pytest.fixture
def paths(running_page):
    return Figure(running_page.put("paths"), "paths")


def test_recorded_paths_are_what_python_says():
    recorded = json.loads((DIST / "recorded" / "paths.json").read_text(encoding="utf-8"))
    assert recorded["message"] == OPENINGS["paths"]
    assert recorded["result"] == engine.handle(OPENINGS["paths"])


def test_products_sum_to_the_complex_step_at_every_stage(paths):
    paths.ready()
    name, address = "2-3-3-3-1", (0, 1, 2)
    preset = NETWORKS[name]
    spec = preset["network"]
    net = Network(spec["layer_sizes"], spec["activations"], spec["loss"], use_biases=False)
    nudged = [complex(value) for value in spec["parameters"]]
    nudged[net.layout.addresses().index(address)] += 1e-30j
    true = (
        net.loss_at(net.parameters * 0 + nudged, preset["inputs"], preset["targets"]).imag / 1e-30
    )
    weight = dict(zip(("layer", "source", "target"), address, strict=True))
    paths.ask("(el, fields) => el.setState(fields)", {"network": name, "weight": weight})
    paths.wait("el => el.inspect().path_count === 9 && el.inspect().weight.target === 2")
    counts = []
    for stage in range(5):
        paths.settled()
        expect(paths.find(".paths")).to_have_attribute("data-stage", str(stage))
        lines = paths.find(".paths-term[data-value]").all()
        products = [float(line.get_attribute("data-value")) for line in lines]
        counts.append(len(products))
        assert sum(products) == pytest.approx(true, rel=1e-12)
        paths.ask("el => el.step(1)")
    assert counts == [9, 9, 9, 3, 1]


def test_where_controls_are_hidden_nothing_asks_for_them_and_every_product_is_there(paths):
    paths.ready()
    expect(paths.element).to_contain_text("Step on, and watch")
    expect(paths.find(".paths-tally")).to_contain_text("66 paths, 438 multiplications")
    paths.ask("el => el.setAttribute('controls', 'hidden')")
    expect(paths.find(".paths-controls")).to_be_hidden()
    expect(paths.element.get_by_text("Step on, and watch")).to_be_hidden()
    expect(paths.element.get_by_text("Click a product")).to_be_visible()
    products = paths.find(".paths-choose")
    for product in products.all():
        expect(product).to_be_visible()
    products.nth(2).click()
    assert paths.state()["path"] == 2


def test_keys_lead_from_every_path_to_one_delta_and_to_another_weight(paths):
    paths.ready()
    paths.button("Step").focus()
    asked = paths.element.get_by_text("Step on, and watch")
    for _ in range(4):
        expect(asked).to_be_visible()
        paths.page.keyboard.press(".")
    expect(paths.find(".paths")).to_have_attribute("data-stage", "4")
    expect(paths.find(".paths-sentence").first).to_contain_text("One δ now holds all 9 paths")
    expect(asked).to_have_count(0)
    expect(paths.find(".paths-stage")).to_have_attribute("data-position", "4")
    paths.page.keyboard.press(",")
    expect(paths.find(".paths")).to_have_attribute("data-stage", "3")
    paths.find(".paths-choose").nth(1).press("Enter")
    assert paths.state()["path"] == 1
    expect(paths.find('.is-traced[data-place="weight:1,0,1"]').first).to_be_attached()
    for left in ("weight:1,0,0", "weight:1,0,2"):
        expect(paths.find(f'.is-lit:not(.is-traced)[data-place="{left}"]').first).to_be_attached()
    weight = paths.weight(1, 1, 0)
    weight.focus()
    weight.press("Enter")
    paths.wait("el => el.inspect().weight.layer === 1")
    assert paths.state()["weight"] == {"layer": 1, "source": 1, "target": 0}
    widest = paths.find('[data-field="width"]')
    widest.focus()
    widest.press("End")
    paths.wait("el => el.inspect().counts.width === 16")
    # 2 inputs, 3 layers of 16, 1 output, by hand: paths 2·16³ + 16³ + 16² + 16.
    assert float(paths.find(".paths-counts").get_attribute("data-paths")) == 12560
    paths.button("Reset").click()
    assert paths.state()["stage"] == 0
