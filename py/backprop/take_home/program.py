"""What the NumPy and the PyTorch script have in common: names, literals and the forward pass.

Names in a script are those of the page: `w1` leads into layer 1, `b1` are its biases, `u` direct
links from the input to the output, `z1` pre-activations, `a1` activations, `ŷ` the output, `δ1` the
error signal. Rows are examples; `w1[i, j]` goes from unit i to unit j of the next layer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from backprop.core.network import Network
from backprop.core.rules import Array
from backprop.figures.xor.own.parts import Scaling

Lines = list[str]

WIDEST = 88
"""A literal longer than this is written a row a line."""


@dataclass(frozen=True)
class Pass:
    """One forward and backward pass to write down.

    Attributes:
        net: the network with its parameters.
        inputs: `(batch, n_in)`.
        targets: `(batch, n_out)`.
        learning_rate: η of the step that follows.
        frozen: indices into the parameters that the step leaves alone.
    """

    net: Network
    inputs: Array
    targets: Array
    learning_rate: float
    frozen: tuple[int, ...] = ()


@dataclass(frozen=True)
class Run:
    """A training run to write down, from where it begins.

    Attributes:
        net: the network as it begins.
        inputs: `(examples, n_in)`.
        targets: `(examples, n_out)`.
        learning_rate: η.
        momentum: α.
        batch_size: examples in a step; None or too many: all.
        seed: with the epoch's number decides the order of the examples.
        velocity: `(P,)`, the last Δw before the run begins.
        first_epoch: the number of the epoch with which it begins.
        epochs: how many epochs it has.
        unscaled: the inputs before they were standardised, if they were.
        scaling: what standardised them, or None.
        held_out: how many examples were left out of all this.
    """

    net: Network
    inputs: Array
    targets: Array
    learning_rate: float
    momentum: float
    batch_size: int | None
    seed: int
    velocity: Array
    first_epoch: int
    epochs: int
    unscaled: Array | None = None
    scaling: Scaling | None = None
    held_out: int = 0

    @property
    def is_at_rest(self) -> bool:
        """Whether nothing moves before the first step."""
        return not self.velocity.any()

    @property
    def has_batches(self) -> bool:
        """Whether a step sees fewer than all examples."""
        return self.batch_size is not None and self.batch_size < len(self.inputs)

    @property
    def interval(self) -> int:
        """Epochs between two losses that the script prints: about twenty of them in all."""
        rough = max(1, self.epochs // 20)
        power = int(10 ** (len(str(rough)) - 1))
        return min(step * power for step in (1, 2, 5, 10) if step * power >= rough)


def shape_of(net: Network) -> str:
    """Such as 2-2-1."""
    return "-".join(map(str, net.layer_sizes))


def layer_numbers(net: Network) -> range:
    """Layers of weights, counted from 1 as in the names."""
    return range(1, len(net.weights) + 1)


def unit_name(net: Network, layer: int) -> str:
    """The activations of a unit layer: x, a1, a2 …, ŷ."""
    if layer == 0:
        return "x"
    return "ŷ" if layer == len(net.weights) else f"a{layer}"


def parameter_names(net: Network) -> list[str]:
    """The names of the parameters in the order of `net.parameters`: w1, b1, w2, …, u."""
    names = []
    for layer in layer_numbers(net):
        names += [f"w{layer}", f"b{layer}"] if net.use_biases else [f"w{layer}"]
    return [*names, "u"] if net.skip_to_output else names


def parameter_arrays(net: Network, vector: Array) -> Iterator[tuple[str, Array]]:
    """Every parameter's name and its part of `vector` (P,)."""
    views = net.split(vector)
    for layer in layer_numbers(net):
        yield f"w{layer}", views.weights[layer - 1]
        if net.use_biases:
            yield f"b{layer}", views.biases[layer - 1]
    if views.skip_weights is not None:
        yield "u", views.skip_weights


def literal(array: Array) -> str:
    """An array as nested lists of Python, every number to its last digit."""
    rows = array.tolist()
    in_one = repr(rows)
    if array.ndim == 1 or len(in_one) <= WIDEST - 30:
        return in_one
    return "[\n" + "".join(f"    {row!r},\n" for row in rows) + "]"


def assigned(name: str, array: Array, make: str, more: str = "") -> str:
    """Such as `w1 = np.array([[1.0]])`."""
    return f"{name} = {make}({literal(array)}{more})"


def forward_lines(net: Network, call: Callable[[str, str], str]) -> Lines:
    """The forward pass, a line for every z and every a.

    Args:
        net: the network.
        call: (activation, z) → the expression that is its activation.
    """
    lines = []
    last = len(net.weights)
    for layer in layer_numbers(net):
        terms = [f"{unit_name(net, layer - 1)} @ w{layer}"]
        if net.use_biases:
            terms.append(f"b{layer}")
        if net.skip_to_output and layer == last:
            terms.append("x @ u")
        lines.append(f"z{layer} = {' + '.join(terms)}")
        lines.append(f"{unit_name(net, layer)} = {call(net.activations[layer - 1], f'z{layer}')}")
    return lines


def example_lines(inputs: Array, targets: Array, make: str) -> Lines:
    """The examples as arrays `x` and `t`."""
    return [
        "# One row for each example: what goes in, and what should come out.",
        assigned("x", inputs, make),
        assigned("t", targets, make),
    ]


def run_example_lines(run: Run, make: str) -> Lines:
    """The examples of a run as arrays `x` and `t`, and how `x` was standardised."""
    inputs = run.inputs if run.unscaled is None else run.unscaled
    lines = example_lines(inputs, run.targets, make)
    if run.held_out:
        lines.insert(1, f"# Those held out, {run.held_out} of them, are not here.")
    if run.scaling:
        lines += [
            "# Standardised, column by column: minus the mean, over the standard deviation.",
            assigned("mean", run.scaling.mean, make),
            assigned("deviation", run.scaling.deviation, make),
            "x = (x - mean) / deviation",
        ]
    return lines


def masks(written: Pass) -> list[tuple[str, Array]]:
    """For each parameter that has a frozen entry: its name, and 1 for free and 0 for frozen."""
    free = np.ones(written.net.parameters.size)
    free[list(written.frozen)] = 0
    return [(name, part) for name, part in parameter_arrays(written.net, free) if not part.all()]


def order_lines(run: Run) -> Lines:
    """A function that gives the order of the examples in an epoch; see `compiled_epoch`."""
    return [
        "",
        "",
        "def order_of(epoch):",
        '    """The order of the examples, drawn for 64 epochs at a time."""',
        "    block, row = divmod(epoch, 64)",
        f"    rng = np.random.default_rng([{run.seed}, block])",
        "    return rng.permuted(np.tile(np.arange(len(x)), (64, 1)), axis=1)[row]",
    ]


def indented(lines: Lines, by: int = 1) -> Lines:
    """The lines, one level or more to the right."""
    return [f"{'    ' * by}{line}" if line else "" for line in lines]
