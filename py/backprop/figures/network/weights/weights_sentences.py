"""What is said of weights that a reader brings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backprop.core.number_text import number_text
from backprop.explain.symbols import FUNCTION_NAMES

if TYPE_CHECKING:
    from backprop.core.network import Network
    from backprop.core.stored.dense_layers import DenseLayers

MOST_SHOWN = 3
"""Numbers of a row that are shown as an example."""


def rows_choices(by_outputs: DenseLayers) -> list[dict[str, str]]:
    """Both answers to what a row is, each told of the first row that has two numbers.

    Args:
        by_outputs: the layers, read with rows as outputs.
    """
    layer = next((i for i, w in enumerate(by_outputs.weights) if w.size > 1), 0)
    row = by_outputs.weights[layer].T[0]
    numbers = ", ".join(number_text(float(value)) for value in row[:MOST_SHOWN])
    more = " …" if len(row) > MOST_SHOWN else ""
    shown = f"The row {numbers}{more}" if len(row) > 1 else f"The number {numbers}"
    last = layer == len(by_outputs.weights) - 1
    unit = "output 1" if last else f"unit 1 of hidden layer {layer + 1}"
    source = "input 1" if layer == 0 else f"unit 1 of hidden layer {layer}"
    return [
        {
            "rows": "outputs",
            "title": "Weights into one unit, as in PyTorch",
            "example": f"{shown} leads into {unit}.",
        },
        {
            "rows": "inputs",
            "title": "Weights out of one unit, as in Keras and NumPy",
            "example": f"{shown} leads out of {source}.",
        },
    ]


def assumed(net: Network) -> str:
    """Which activations and which loss were taken, and where they can be changed."""
    names = [FUNCTION_NAMES[name].removesuffix(" function") for name in net.activations]
    told = f"{names[0]} in every layer" if len({*names}) == 1 else ", then ".join(names)
    words = net.loss.replace("_", " ").replace("cross entropy", "cross-entropy")
    loss = "no loss but the output itself" if net.loss == "output" else words
    return (
        "Weights do not say which activations and loss go with them: "
        f"{told} and {loss} are assumed. “Change the network” changes them."
    )


def example_changes(shown: tuple[int, ...], now: tuple[int, ...]) -> list[str]:
    """What becomes of the example, where the network takes or gives other numbers of values."""
    told = []
    for name, before, after in (("input", shown[0], now[0]), ("target", shown[-1], now[-1])):
        if after > before:
            told.append(f"The example gets {_counted(after - before, name)} more, 0 at first.")
        elif after < before:
            first = name if after == 1 else _counted(after, name)
            told.append(f"The example keeps its first {first}.")
    return told


def _counted(count: int, name: str) -> str:
    return f"{count} {name}" if count == 1 else f"{count} {name}s"
