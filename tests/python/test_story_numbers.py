"""The numbers that the text of the pages tells, worked out anew."""

import re
from pathlib import Path

import numpy as np
import pytest

from backprop import Network


def test_a_random_turn_of_ten_thousand_weights_gains_a_125th_of_the_best_one() -> None:
    # “Half of all turns make things worse. A turn that helps gains, on average, 1/125 …”
    net = Network([64, 128, 13], "tanh", "half_squared_error", seed=1, initial_range=0.1)
    assert net.parameters.size == pytest.approx(10_000, abs=5)
    random = np.random.default_rng(2)
    inputs, targets = random.standard_normal(64), random.uniform(-1, 1, 13)
    start, length = net.parameters.copy(), 1e-4
    backward = net.backward(net.forward(inputs), targets)

    def gain(direction: np.ndarray) -> float:
        step = length * direction / np.linalg.norm(direction)
        return float(backward.loss - net.loss_at(start + step, inputs, targets).real)

    gains = np.array([gain(random.standard_normal(start.size)) for _ in range(2_000)])
    helpful = gains[gains > 0]
    assert len(helpful) == pytest.approx(1_000, rel=0.1)
    assert gain(-backward.gradient) / helpful.mean() == pytest.approx(125, rel=0.1)


def test_the_nudge_in_the_valley_of_one_weight() -> None:
    # “With w = 0.50 the loss is 2.2500; with w = 0.51 it is 2.2201.” x = 1 and t = 2.
    before, after = (0.50 - 2) ** 2, (0.51 - 2) ** 2
    assert (f"{before:.4f}", f"{after:.4f}", f"{before - after:.4f}") == (
        "2.2500",
        "2.2201",
        "0.0299",
    )


@pytest.mark.host
def test_what_goes_through_the_three_operations_and_what_comes_back() -> None:
    story = (Path(__file__).parents[2] / "web" / "index.html").read_text(encoding="utf-8")
    drawings = re.findall(r'data-gate="(.*?)">(.*?)</svg>', story, re.DOTALL)
    u, v, arrives = 3.0, -1.0, 2.0
    # The value, and the slopes for u and v, each for the larger u.
    operations = {"u + v": (u + v, 1, 1), "u * v": (u * v, v, u), "max(u, v)": (u, 1, 0)}
    assert [name for name, _ in drawings] == list(operations)
    for name, drawing in drawings:
        value, *slopes = operations[name]
        numbers = {
            role: [
                float(text.replace("−", "-"))
                for text in re.findall(rf'class="{role}"[^>]*>([−\d.]+)<', drawing)
            ]
            for role in ("forward", "backward")
        }
        assert numbers["forward"] == [u, v, value]
        assert numbers["backward"] == [*(arrives * slope for slope in slopes), arrives]
