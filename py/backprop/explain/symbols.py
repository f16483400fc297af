"""What every quantity of a traced pass is called: in LaTeX, in words, and where it is drawn.

Layers are indexed as in `network`: `weights[l]` leads from unit layer l to unit layer l + 1, the
input being unit layer 0. A formula writes the unit layer that a weight feeds as its superscript
and counts units from 1: `weights[0][0, 1]` is w^{(1)}_{12}.
"""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

import numpy as np

from backprop.core.rules import ACTIVATIONS
from backprop.core.unit_names import parameter_name, unit_name

from .formula import Role, Term, term

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

    from backprop.core.network import Network
    from backprop.core.parameter_layout import Address
    from backprop.core.rules import Array

FUNCTION_LATEX = {
    "sigmoid": r"\sigma",
    "tanh": r"\tanh",
    "relu": r"\operatorname{ReLU}",
    "leaky_relu": r"\operatorname{LReLU}",
    "linear": r"\operatorname{id}",
    "softmax": r"\operatorname{softmax}",
}

FUNCTION_NAMES = {
    "sigmoid": "sigmoid",
    "tanh": "tanh",
    "relu": "ReLU",
    "leaky_relu": "leaky ReLU",
    "linear": "linear function",
    "softmax": "softmax",
}


class Names:
    """LaTeX, words and places for the units and weights of one network.

    Direct input-to-output weights have the layer number after the last, `len(net.weights)`.
    """

    def __init__(self, net: Network) -> None:
        self.sizes = net.layer_sizes
        self.last = len(net.layer_sizes) - 1
        """The unit layer of the outputs."""

    def unit_symbol(self, layer: int, unit: int) -> str:
        """x_1, a^{(1)}_2 or ŷ."""
        if layer == 0:
            return f"x_{_index(unit)}"
        if layer == self.last:
            return r"\hat{y}" + (f"_{_index(unit)}" if self.sizes[layer] > 1 else "")
        return f"a^{{({layer})}}_{_index(unit)}"

    def target_symbol(self, unit: int) -> str:
        """The letter t, with an index where there are several outputs."""
        return f"t_{_index(unit)}" if self.sizes[-1] > 1 else "t"

    def pre_activation_symbol(self, layer: int, unit: int) -> str:
        """z^{(1)}_2; `layer` counts as in `pre_activations`."""
        return f"z^{{({layer + 1})}}_{_index(unit)}"

    def error_symbol(self, layer: int, unit: int) -> str:
        """δ^{(1)}_2; `layer` counts as in `error_signals`."""
        return rf"\delta^{{({layer + 1})}}_{_index(unit)}"

    def derivative_symbol(self, layer: int, activation: str, unit: int) -> str:
        """σ′(z^{(1)}_2); `layer` counts as in `pre_activations`."""
        return f"{FUNCTION_LATEX[activation]}'({self.pre_activation_symbol(layer, unit)})"

    def unit_gradient_symbol(self, layer: int, unit: int) -> str:
        """∂E/∂a^{(1)}_2 or ∂E/∂ŷ."""
        return self.derivative_of_loss(self.unit_symbol(layer, unit))

    def weight_symbol(self, layer: int, source: int | None, target: int) -> str:
        """w^{(1)}_{12}, b^{(1)}_2 for a bias, u_{12} for a direct weight."""
        if source is None:
            return f"b^{{({layer + 1})}}_{_index(target)}"
        pair = _index(source, target)
        return f"u_{pair}" if layer == self.last else f"w^{{({layer + 1})}}_{pair}"

    @staticmethod
    def derivative_of_loss(symbol: str) -> str:
        """LaTeX of ∂E/∂`symbol`."""
        return rf"\frac{{\partial E}}{{\partial {symbol}}}"

    def gradient_symbol(self, layer: int, source: int | None, target: int) -> str:
        """∂E/∂w^{(1)}_{12}, and so on as in `weight_symbol`."""
        return self.derivative_of_loss(self.weight_symbol(layer, source, target))

    def unit(self, layer: int, unit: int) -> str:
        """Such as "input 1", "hidden unit 2", "unit 1 of hidden layer 2", "the output"."""
        return unit_name(self.sizes, layer, unit)

    def layer(self, layer: int) -> str:
        """Such as "the hidden layer", "hidden layer 2", "the output"."""
        if layer == self.last:
            return "the output" if self.sizes[layer] == 1 else "the outputs"
        return "the hidden layer" if self.last == 2 else f"hidden layer {layer}"

    def weight(self, layer: int, source: int | None, target: int) -> str:
        """Such as "weight from input 1 to hidden unit 2", "bias of the output"."""
        return parameter_name(self.sizes, (layer, source, target))


class Terms:
    """Every quantity of one example's forward and backward pass as a `Term`.

    Each table is indexed like the arrays of `ForwardPass` and `BackwardPass`. Where two
    quantities are one and the same, so are their terms: a linear unit's z is its a, and its δ is
    its ∂E/∂a.
    """

    def __init__(self, net: Network, inputs: npt.ArrayLike, targets: npt.ArrayLike) -> None:
        self.net = net
        self.forward = net.forward(inputs)
        if len(self.forward.outputs) != 1:
            raise ValueError(f"inputs must be one example, not {len(self.forward.outputs)}")
        self.backward = net.backward(self.forward, targets)
        self.names = Names(net)
        self.last_layer = len(net.weights) - 1
        self.target_values = np.ravel(targets).astype(float)
        self.targets_sum_to_one = abs(float(self.target_values.sum()) - 1) < 1e-12

    @cached_property
    def units(self) -> list[list[Term]]:
        """The inputs x, the hidden activations a, the outputs ŷ; indexed like `activations`."""
        return [
            _terms(
                partial(self.names.unit_symbol, layer),
                a[0],
                f"unit:{layer}," if layer else "input:",
                "forward",
            )
            for layer, a in enumerate(self.forward.activations)
        ]

    @cached_property
    def pre_activations(self) -> list[list[Term]]:
        """Every z."""
        return [
            self.units[layer + 1]
            if self.net.activations[layer] == "linear"
            else _terms(
                partial(self.names.pre_activation_symbol, layer),
                z[0],
                f"pre:{layer + 1},",
                "forward",
            )
            for layer, z in enumerate(self.forward.pre_activations)
        ]

    @cached_property
    def targets(self) -> list[Term]:
        """Every t."""
        return _terms(self.names.target_symbol, self.target_values, "target:", "target")

    @cached_property
    def loss(self) -> Term:
        """E."""
        return term("E", self.backward.loss, "loss", "loss")

    @cached_property
    def unit_gradients(self) -> list[list[Term]]:
        """∂E/∂a and ∂E/∂ŷ, indexed like `pre_activations`.

        A linear unit's is its error signal too, and drawn in that place. The last list is empty
        where the loss leads to ∂E/∂z at once.
        """
        gradients = [*self.backward.activation_gradients, self.backward.output_gradients]
        tables: list[list[Term]] = []
        for layer, gradient in enumerate(gradients):
            values = np.zeros(0) if gradient is None else gradient[0]
            place = "error" if self.net.activations[layer] == "linear" else "unit"
            symbol = partial(self.names.unit_gradient_symbol, layer + 1)
            tables.append(_terms(symbol, values, f"{place}:{layer + 1},", "backward"))
        return tables

    @cached_property
    def derivatives(self) -> list[list[Term]]:
        """f′(z), indexed like `pre_activations`; empty where f is linear or softmax."""
        return [self._layer_derivatives(layer) for layer in range(len(self.net.activations))]

    def _layer_derivatives(self, layer: int) -> list[Term]:
        rule = ACTIVATIONS[self.net.activations[layer]]
        if rule.name == "linear" or rule.derivative is None:
            return []
        return _terms(
            partial(self.names.derivative_symbol, layer, rule.name),
            rule.derivative(self.forward.activations[layer + 1])[0],
            f"pre:{layer + 1},",
            "backward",
        )

    @cached_property
    def error_signals(self) -> list[list[Term]]:
        """Every δ = ∂E/∂z."""
        return [
            self.unit_gradients[layer]
            if self.net.activations[layer] == "linear"
            else _terms(
                partial(self.names.error_symbol, layer), δ[0], f"error:{layer + 1},", "backward"
            )
            for layer, δ in enumerate(self.backward.error_signals)
        ]

    @cached_property
    def weights(self) -> list[list[list[Term]]]:
        """Every weight, `[layer][source][target]`; direct weights are one more layer."""
        return self._weight_table(self.net.weights, self.net.skip_weights, "weight")

    @cached_property
    def weight_gradients(self) -> list[list[list[Term]]]:
        """Every ∂E/∂w, indexed like `weights`."""
        gradients = self.backward
        return self._weight_table(gradients.weight_gradients, gradients.skip_gradient, "backward")

    def _weight_table(
        self, layers: tuple[Array, ...], direct: Array | None, role: Role
    ) -> list[list[list[Term]]]:
        tables = layers if direct is None else (*layers, direct)
        symbol = self.names.weight_symbol if role == "weight" else self.names.gradient_symbol
        return [
            [
                _terms(partial(symbol, layer, source), row, f"weight:{layer},{source},", role)
                for source, row in enumerate(table)
            ]
            for layer, table in enumerate(tables)
        ]

    def parameter(self, address: Address) -> tuple[Term, Term]:
        """One weight or bias and its gradient."""
        layer, source, target = address
        if source is None:
            return self.biases[layer][target], self.bias_gradients[layer][target]
        return self.weights[layer][source][target], self.weight_gradients[layer][source][target]

    @cached_property
    def biases(self) -> list[list[Term]]:
        """Every bias, `[layer][target]`; empty lists in a network without."""
        return [
            _terms(partial(self.names.weight_symbol, layer, None), b, f"bias:{layer},", "weight")
            for layer, b in enumerate(self.net.biases)
        ]

    @cached_property
    def bias_gradients(self) -> list[list[Term]]:
        """Every ∂E/∂b, indexed like `biases`."""
        return [
            _terms(
                partial(self.names.gradient_symbol, layer, None), b, f"bias:{layer},", "backward"
            )
            for layer, b in enumerate(self.backward.bias_gradients)
        ]


def _terms(symbol: Callable[[int], str], values: Array, place: str, role: Role) -> list[Term]:
    return [
        term(symbol(unit), value, f"{place}{unit}", role)
        for unit, value in enumerate(values.tolist())
    ]


def _index(*units: int) -> str:
    numbers = [str(unit + 1) for unit in units]
    together = "".join(numbers) if max(units) < 9 else ",".join(numbers)
    return together if len(together) == 1 else f"{{{together}}}"
