"""The XOR figure of a page under test, and XOR in a few lines of NumPy to hold it against."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from figures import Figure
from playwright.sync_api import Page, expect

Vector = npt.NDArray[np.float64]

INPUTS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
TARGETS = np.array([[0.0], [1.0], [1.0], [0.0]])


class XorFigure(Figure):  # type: ignore[misc]  # found by pytest, beside this file, not by mypy
    """A `<backprop-figure figure="xor">` on a page."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, "xor")

    def settled(self) -> None:
        """Wait until the run that the settings ask for is drawn, and no question is open."""
        super().settled()
        expect(self.find(".outdated")).to_have_count(0)
        super().settled()

    def train_epochs(self, count: int) -> None:
        """Train exactly so many epochs, as an outside check would."""
        self.ask("(el, count) => el.step(count)", count)
        self.settled()

    def train_to_its_end(self) -> None:
        """Press Train, at full speed, and wait until training ends by itself."""
        self.all_controls()
        self.find("select[data-field=speed]").select_option("fastest")
        self.button("Train").click()
        self.wait("el => el.inspect().ended !== null")
        expect(self.button("Train")).to_be_visible()
        self.settled()

    def text(self, part: str) -> str:
        """What a part of the figure says."""
        said: str = self.find(f'[data-part="{part}"]').inner_text()
        return said

    def epoch(self) -> int:
        """The epoch that is shown."""
        epoch: int = self.inspect()["epoch"]
        return epoch

    def numbers(self, expression: str) -> list[float]:
        """A list of numbers out of the current result, at full precision."""
        numbers: list[float] = self.ask(f"el => Array.from(el.inspect().{expression})")
        return numbers


class PlainNetwork:
    """A 2-n-1 network as one writes it down from the formulas: σ at the output."""

    def __init__(self, state: dict[str, Any]) -> None:
        n = state["hidden_units"]
        p = np.array(state["parameters"])
        self.hidden = p[: 2 * n].reshape(2, n)
        self.hidden_bias = p[2 * n : 3 * n]
        self.output = p[3 * n : 4 * n].reshape(n, 1)
        self.output_bias = p[4 * n :]
        self.is_tanh = state["activation"] == "tanh"
        self.weights = [self.hidden, self.hidden_bias, self.output, self.output_bias]
        self.velocity = [np.zeros_like(weight) for weight in self.weights]

    def forward(self, x: Vector) -> tuple[Vector, Vector]:
        """Hidden activations and outputs."""
        z = x @ self.hidden + self.hidden_bias
        a = np.tanh(z) if self.is_tanh else sigmoid(z)
        return a, sigmoid(a @ self.output + self.output_bias)

    def train(self, epochs: int, rate: float, momentum: float) -> list[float]:
        """The loss before each epoch of full-batch gradient descent with momentum."""
        losses = []
        for _ in range(epochs):
            a, y = self.forward(INPUTS)
            losses.append(float(np.mean((y - TARGETS) ** 2 / 2)))
            δ = (y - TARGETS) * y * (1 - y) / len(INPUTS)
            slope = 1 - a**2 if self.is_tanh else a * (1 - a)
            δ_hidden = (δ @ self.output.T) * slope
            gradients = [INPUTS.T @ δ_hidden, δ_hidden.sum(axis=0), a.T @ δ, δ.sum(axis=0)]
            for i, gradient in enumerate(gradients):
                self.velocity[i] = momentum * self.velocity[i] - rate * gradient
                self.weights[i] += self.velocity[i]
        return losses

    @property
    def parameters(self) -> Vector:
        """The flat vector, layer by layer."""
        return np.concatenate([weight.ravel() for weight in self.weights])


def sigmoid(z: Vector) -> Vector:
    """σ(z) = 1 / (1 + e⁻ᶻ), for the small z of these tests."""
    return 1 / (1 + np.exp(-z))
