"""What units, weights and biases are called in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .parameter_layout import Address


def unit_name(layer_sizes: tuple[int, ...], layer: int, unit: int) -> str:
    """Such as "input 1", "hidden unit 2", "unit 1 of hidden layer 2", "the output"."""
    last = len(layer_sizes) - 1
    if layer == 0:
        return f"input {unit + 1}"
    if layer == last:
        return "the output" if layer_sizes[-1] == 1 else f"output {unit + 1}"
    if last == 2:
        return f"hidden unit {unit + 1}"
    return f"unit {unit + 1} of hidden layer {layer}"


def parameter_name(layer_sizes: tuple[int, ...], address: Address) -> str:
    """Such as "weight from input 1 to hidden unit 2", "bias of the output"."""
    layer, source, target = address
    last = len(layer_sizes) - 1
    if source is None:
        return f"bias of {unit_name(layer_sizes, layer + 1, target)}"
    kind, start, end = ("direct weight", 0, last) if layer == last else ("weight", layer, layer + 1)
    sender, receiver = unit_name(layer_sizes, start, source), unit_name(layer_sizes, end, target)
    return f"{kind} from {sender} to {receiver}"
