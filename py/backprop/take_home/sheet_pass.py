"""What a sheet calculates: a forward pass, the loss, the backward pass and an update.

Block by block as on the page.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from backprop.core.network import BackwardPass, ForwardPass, Network
from backprop.core.rules import ACTIVATIONS, LOSSES, Array
from backprop.explain.symbols import FUNCTION_NAMES, Names

from .cell_names import CellNames
from .program import shape_of
from .sheet import Sheet, added, subscript, superscript
from .sheet_formulas import LOSS_GRADIENTS, LOSS_TERMS, SLOPES, VALUES


@dataclass(frozen=True)
class SheetPass:
    """What is calculated.

    Attributes:
        net: the network with its parameters.
        inputs: `(batch, n_in)`.
        targets: `(batch, n_out)`.
        learning_rate: η.
        frozen: indices into the parameters that the update leaves alone.
        momentum: α; None where a step is −η ∂E/∂w alone.
        velocity: `(P,)`, the step before; looked at only with a momentum.
    """

    net: Network
    inputs: Array
    targets: Array
    learning_rate: float
    frozen: tuple[int, ...] = ()
    momentum: float | None = None
    velocity: Array | None = None


def pass_sheet(told: SheetPass, *, has_names: bool) -> Sheet:
    """The sheet of one pass; numbers in it are those of `Network.forward` and `backward`."""
    title = f"Backpropagation in a {shape_of(told.net)} network, every cell a live formula"
    return _Writer(told, Sheet(title, len(told.inputs), has_names=has_names)).written()


class _Writer:
    def __init__(self, told: SheetPass, sheet: Sheet) -> None:
        self.told, self.net, self.sheet = told, told.net, sheet
        self.last = len(told.net.weights)
        self.names = Names(told.net)
        self.addresses = told.net.layout.addresses()
        self.cells = CellNames(told.net)
        mean = told.net.reduction == "mean" and len(told.inputs) > 1
        self.share = f"/{len(told.inputs)}" if mean else ""

    def written(self) -> Sheet:
        forward_pass = self.net.forward(self.told.inputs)
        backward = self.net.backward(forward_pass, self.told.targets)
        self._given()
        self._forward(forward_pass)
        self._loss(forward_pass, backward)
        self._backward(forward_pass, backward)
        self._gradients(backward)
        self._update(backward)
        return self.sheet

    def _given(self) -> None:
        told, sheet = self.told, self.sheet
        examples = "A column for each example. " if len(told.inputs) > 1 else ""
        change = "Change any number here or among the weights: all that follows from it follows."
        sheet.head("Inputs", f"{examples}{change}")
        for i, column in enumerate(told.inputs.T):
            sheet.given(self.cells.unit(0, i), f"x{subscript(i + 1)}", f"input {i + 1}", column)
        for j, column in enumerate(told.targets.T):
            symbol = f"t{self.cells.output_index(j)}"
            words = f"target of {self.names.unit(self.last, j)}"
            sheet.given(f"t_{j + 1}", symbol, words, column, "target")
        sheet.given("learning_rate", "η", "learning rate", told.learning_rate)
        if told.momentum is not None:
            sheet.given("momentum", "α", "momentum", told.momentum)
        sheet.head("Weights", "w¹₁₂ leads to layer 1, from unit 1 to unit 2; b are biases.")
        for name, symbol, words, value in self.cells.parameters(self.net.parameters):
            sheet.given(name, symbol, words, value)

    def _forward(self, forward_pass: ForwardPass) -> None:
        self.sheet.head("Forward pass", "From the inputs to the output, layer by layer.", "forward")
        views = self.net
        for layer in range(1, self.last + 1):
            n_in, n_out = views.weights[layer - 1].shape
            z, a = forward_pass.pre_activations[layer - 1], forward_pass.activations[layer]
            for j in range(n_out):
                before = [(f"w{layer}_{i + 1}{j + 1}", layer - 1, i) for i in range(n_in)]
                if self.net.skip_to_output and layer == self.last:
                    before += [(f"u_{i + 1}{j + 1}", 0, i) for i in range(self.net.layer_sizes[0])]
                terms = [f"{{{w}}}*{{{self.cells.unit(at, i)}}}" for w, at, i in before]
                if self.net.use_biases:
                    terms.append(f"{{b{layer}_{j + 1}}}")
                words = f"weighted sum of {self.names.unit(layer, j)}"
                symbol = f"z{superscript(layer)}{subscript(j + 1)}"
                self.sheet.calculated(
                    f"z{layer}_{j + 1}", symbol, words, z[:, j], added(terms), "forward"
                )
            self._activations(layer, z, a)

    def _activations(self, layer: int, z: Array, a: Array) -> None:
        activation = self.net.activations[layer - 1]
        if activation == "softmax":
            self._powers(z)
        for j in range(a.shape[1]):
            formula = (
                f"{{power_{j + 1}}}/{{powers}}"
                if activation == "softmax"
                else VALUES[activation].format(z=f"{{z{layer}_{j + 1}}}")
            )
            words = f"{self.names.unit(layer, j)}: {FUNCTION_NAMES[activation]} of its z"
            self.sheet.calculated(
                self.cells.unit(layer, j),
                self.cells.unit_symbol(layer, j),
                words,
                a[:, j],
                formula,
                "forward",
            )

    def _powers(self, z: Array) -> None:
        """The parts of a softmax, with the largest z taken off so that no power overflows."""
        last, outputs = self.last, range(1, z.shape[1] + 1)
        largest = z.max(axis=1)
        powers = np.exp(z - largest[:, None])
        add = self.sheet.calculated
        every_z = ",".join(f"{{z{last}_{j}}}" for j in outputs)
        add("largest", "max z", "the largest z", largest, f"MAX({every_z})", "forward")
        for j in outputs:
            formula = f"EXP({{z{last}_{j}}}-{{largest}})"
            words = f"e to the power of z{subscript(j)} − max z"
            add(f"power_{j}", f"p{subscript(j)}", words, powers[:, j - 1], formula, "forward")
        sums = added([f"{{power_{j}}}" for j in outputs])
        add("powers", "Σp", "the sum of these powers", powers.sum(axis=1), sums, "forward")

    def _loss(self, forward_pass: ForwardPass, backward: BackwardPass) -> None:
        self.sheet.head("Loss", "How wrong the output is: one number.", "loss")
        rule = LOSSES[self.net.loss]
        start = forward_pass.pre_activations[-1] if rule.of_pre_activation else forward_pass.outputs
        each = rule.value(start, self.told.targets)[:, 0]
        sums = added([self._in_output(LOSS_TERMS[self.net.loss], j) for j in self._outputs()])
        if len(each) == 1:
            self.sheet.calculated("loss", "E", "the loss", backward.loss, sums, "loss")
            return
        add = self.sheet.calculated
        add("loss_each", "E of each", "the loss of this example", each, sums, "loss")
        words = "the loss: their mean" if self.share else "the loss: their sum"
        add("loss", "E", words, backward.loss, f"SUM({{loss_each:}}){self.share}", "loss")

    def _backward(self, forward_pass: ForwardPass, backward: BackwardPass) -> None:
        note = "The chain rule, from the loss back: δ is the derivative of E by z."
        self.sheet.head("Backward pass", note, "backward")
        gradients = [*backward.activation_gradients, backward.output_gradients]
        for layer in range(self.last, 0, -1):
            δ, by_unit = backward.error_signals[layer - 1], gradients[layer - 1]
            if by_unit is None:
                for j in self._outputs():
                    self._error_signal(layer, j, δ[:, j], self._joint_gradient(j))
                continue
            for j in range(δ.shape[1]):
                self._unit_gradient(layer, j, by_unit[:, j])
            for j in range(δ.shape[1]):
                formula = self._slope_times_gradient(forward_pass, layer, j)
                self._error_signal(layer, j, δ[:, j], formula)

    def _joint_gradient(self, j: int) -> str:
        """δ of an output whose loss undoes its activation."""
        if self.net.loss == "cross_entropy":
            targets = added([f"{{t_{k + 1}}}" for k in self._outputs()])
            return f"({{y_{j + 1}}}*({targets})-{{t_{j + 1}}}){self.share}"
        return self._in_output(LOSS_GRADIENTS[self.net.loss], j) + self.share

    def _unit_gradient(self, layer: int, j: int, values: Array) -> None:
        unit = self.cells.unit(layer, j)
        if layer == self.last:
            formula = self._in_output(LOSS_GRADIENTS[self.net.loss], j) + self.share
        else:
            after = range(self.net.layer_sizes[layer + 1])
            formula = added(
                [f"{{w{layer + 1}_{j + 1}{k + 1}}}*{{delta{layer + 1}_{k + 1}}}" for k in after]
            )
        words = f"how the loss changes with {self.names.unit(layer, j)}"
        symbol = f"∂E/∂{self.cells.unit_symbol(layer, j)}"
        self.sheet.calculated(f"dE_d{unit}", symbol, words, values, formula, "backward")

    def _slope_times_gradient(self, forward_pass: ForwardPass, layer: int, j: int) -> str:
        activation = self.net.activations[layer - 1]
        unit = self.cells.unit(layer, j)
        if activation == "linear":
            return f"{{dE_d{unit}}}"
        if activation == "softmax":
            every = added([f"{{dE_dy_{k + 1}}}*{{y_{k + 1}}}" for k in self._outputs()])
            return f"{{{unit}}}*({{dE_d{unit}}}-({every}))"
        derivative = ACTIVATIONS[activation].derivative
        assert derivative is not None  # noqa: S101 - softmax alone has none
        slopes = derivative(forward_pass.activations[layer])[:, j]
        formula = SLOPES[activation].format(a=f"{{{unit}}}")
        words = f"slope of the {FUNCTION_NAMES[activation]} there"
        symbol = f"f′(z{superscript(layer)}{subscript(j + 1)})"
        self.sheet.calculated(f"slope{layer}_{j + 1}", symbol, words, slopes, formula, "backward")
        return f"{{dE_d{unit}}}*{{slope{layer}_{j + 1}}}"

    def _error_signal(self, layer: int, j: int, values: Array, formula: str) -> None:
        words = f"error signal of {self.names.unit(layer, j)}"
        symbol = f"δ{superscript(layer)}{subscript(j + 1)}"
        self.sheet.calculated(f"delta{layer}_{j + 1}", symbol, words, values, formula, "backward")

    def _gradients(self, backward: BackwardPass) -> None:
        note = "What went in, times the error signal that came back, summed over the examples."
        self.sheet.head("Gradients", note, "backward")
        several = len(self.told.inputs) > 1
        parameters = self.cells.parameters(backward.gradient)
        for address, (name, symbol, words, value) in zip(self.addresses, parameters, strict=True):
            layer, source, target = address
            δ = f"delta{min(layer + 1, self.last)}_{target + 1}"
            if source is None:
                formula = f"SUM({{{δ}:}})" if several else f"{{{δ}}}"
            else:
                unit = self.cells.unit(0 if layer == self.last else layer, source)
                formula = f"SUMPRODUCT({{{unit}:}},{{{δ}:}})" if several else f"{{{unit}}}*{{{δ}}}"
            self.sheet.calculated(
                f"dE_d{name}",
                f"∂E/∂{symbol}",
                f"gradient of the {words}",
                value,
                formula,
                "backward",
            )

    def _update(self, backward: BackwardPass) -> None:
        told, sheet = self.told, self.sheet
        held, gradient = set(told.frozen), backward.gradient
        step = -told.learning_rate * gradient
        parameters = list(self.cells.parameters(self.net.parameters))
        if told.momentum is None:
            sheet.head("Update", "One step of gradient descent: down the slope.")
        else:
            sheet.head("Update", "One step: down the slope, and some of the step before.")
            before = np.zeros_like(gradient) if told.velocity is None else told.velocity
            for (name, symbol, words, _), value in zip(parameters, before.tolist(), strict=True):
                sheet.given(
                    f"before_{name}", f"Δ{symbol} before", f"last step of the {words}", value
                )
            step = step + told.momentum * before
        for k, (name, symbol, words, value) in enumerate(parameters):
            if k in held:
                formula, meaning, new = f"{{{name}}}", f"{words}, held as it is", value
            else:
                formula = f"{{{name}}}-{{learning_rate}}*{{dE_d{name}}}"
                formula += f"+{{momentum}}*{{before_{name}}}" if told.momentum is not None else ""
                meaning, new = f"new {words}", value + float(step[k])
            sheet.calculated(f"new_{name}", f"{symbol} new", meaning, new, formula, "plain")

    def _outputs(self) -> range:
        return range(self.net.layer_sizes[-1])

    def _in_output(self, formula: str, j: int) -> str:
        number = j + 1
        return formula.format(
            y=f"{{y_{number}}}",
            t=f"{{t_{number}}}",
            z=f"{{z{self.last}_{number}}}",
            count=self.net.layer_sizes[-1],
        )
