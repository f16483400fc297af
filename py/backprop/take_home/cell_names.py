"""What the cells of a sheet are called, and by which symbols and words they are labelled."""

from __future__ import annotations

from collections.abc import Iterator

from backprop.core.network import Network
from backprop.core.parameter_layout import Address
from backprop.core.rules import Array
from backprop.explain.symbols import Names

from .sheet import subscript, superscript


class CellNames:
    """Names and symbols for the quantities of one network. Layers count from 0, the inputs."""

    def __init__(self, net: Network) -> None:
        self.last = len(net.weights)
        self.outputs = net.layer_sizes[-1]
        self.addresses = net.layout.addresses()
        self.words = Names(net)

    def unit(self, layer: int, j: int) -> str:
        """The cell of a unit: x_1, a1_2, y_1."""
        if layer == 0:
            return f"x_{j + 1}"
        return f"y_{j + 1}" if layer == self.last else f"a{layer}_{j + 1}"

    def unit_symbol(self, layer: int, j: int) -> str:
        """Such as a¹₂, or ŷ."""
        if layer == self.last:
            return f"ŷ{self.output_index(j)}"
        return f"a{superscript(layer)}{subscript(j + 1)}"

    def output_index(self, j: int) -> str:
        """The index of an output and its target; nothing where there is but one."""
        return subscript(j + 1) if self.outputs > 1 else ""

    def parameters(self, vector: Array) -> Iterator[tuple[str, str, str, float]]:
        """Cell, symbol, words and value of every parameter, in the order of the vector."""
        for address, value in zip(self.addresses, vector.tolist(), strict=True):
            name, symbol = self._parameter(address)
            yield name, symbol, self.words.weight(*address), value

    def _parameter(self, address: Address) -> tuple[str, str]:
        layer, source, target = address
        if source is None:
            return f"b{layer + 1}_{target + 1}", f"b{superscript(layer + 1)}{subscript(target + 1)}"
        ends = f"{source + 1}{target + 1}"
        if layer == self.last:
            return f"u_{ends}", f"u{subscript(source + 1, target + 1)}"
        symbol = f"w{superscript(layer + 1)}{subscript(source + 1, target + 1)}"
        return f"w{layer + 1}_{ends}", symbol
