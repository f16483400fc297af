"""A network, one example and one weight, as several kinds of message name them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from backprop.core.limits import LIMITS
from backprop.core.network import Network
from backprop.core.parameter_layout import Address, ParameterLayout
from backprop.core.rules import ACTIVATIONS, LOSSES, LOSSES_FOR_OUTPUT

if TYPE_CHECKING:
    from .field import Field

Floats = NDArray[np.float64]

HIDDEN_ACTIVATIONS = tuple(name for name in ACTIVATIONS if name != "softmax")
PROBABILITY_LOSSES = ("binary_cross_entropy", "cross_entropy")


@dataclass(frozen=True)
class NetworkSpec:
    """What a network is, apart from parameters of its own; two equal ones start alike."""

    layer_sizes: tuple[int, ...]
    activations: tuple[str, ...]
    loss: str
    use_biases: bool
    skip_to_output: bool
    seed: int
    initial_range: float

    def build(self, parameters: Floats | None = None) -> Network:
        """Return the network, with `parameters` in place of those that the seed draws."""
        net = Network(
            self.layer_sizes,
            self.activations,
            self.loss,
            use_biases=self.use_biases,
            seed=self.seed,
            initial_range=self.initial_range if parameters is None else 0,
            skip_to_output=self.skip_to_output,
        )
        if parameters is not None:
            net.parameters[:] = parameters
        return net

    @property
    def layout(self) -> ParameterLayout:
        """Where its parameters lie in their vector."""
        return ParameterLayout(self.layer_sizes, self.use_biases, self.skip_to_output)


def read_network(field: Field) -> tuple[NetworkSpec, Floats | None]:
    """A network, and its parameters if the message has them; the seed draws those that are null."""
    field.shape(
        ("layer_sizes", "activations", "loss", "use_biases"),
        ("skip_to_output", "seed", "initial_range", "parameters"),
    )
    layers = LIMITS["layers"]
    sizes = field["layer_sizes"].items(int(layers.minimum), int(layers.maximum))
    layer_sizes = tuple(size.whole("units") for size in sizes)
    depth = len(layer_sizes) - 1
    activations = tuple(
        name.choice(tuple(ACTIVATIONS) if i == depth - 1 else HIDDEN_ACTIVATIONS)
        for i, name in enumerate(field["activations"].items(depth, depth))
    )
    loss = field["loss"].choice(tuple(LOSSES))
    fitting = LOSSES_FOR_OUTPUT[activations[-1]]
    if loss not in fitting:
        raise field["loss"].refusal(
            f"must be one of {', '.join(fitting)} with a {activations[-1]} output"
        )
    initial_range = field["initial_range"]
    spec = NetworkSpec(
        layer_sizes=layer_sizes,
        activations=activations,
        loss=loss,
        use_biases=field["use_biases"].flag(),
        skip_to_output=not field["skip_to_output"].absent and field["skip_to_output"].flag(),
        seed=0 if field["seed"].absent else field["seed"].whole("seed"),
        initial_range=1.0 if initial_range.absent else initial_range.number("initial_range"),
    )
    given = field["parameters"]
    return spec, None if given.absent else _parameters(given, spec)


def _parameters(given: Field, spec: NetworkSpec) -> Floats:
    if type(given.value) not in (list, tuple):
        return given.numbers(spec.layout.size)
    entries = list(given.items(spec.layout.size, spec.layout.size))
    missing = [entry.absent for entry in entries]
    if not any(missing):
        return given.numbers(spec.layout.size)
    drawn = spec.build().parameters
    told = [entry.number("any") for entry in entries if not entry.absent]
    drawn[~np.array(missing)] = told
    return drawn


def read_example(message: Field, spec: NetworkSpec) -> tuple[Floats, Floats]:
    """The inputs and targets of a message, as many as the network takes."""
    inputs = message["inputs"].numbers(spec.layer_sizes[0], "input")
    probability = spec.loss in PROBABILITY_LOSSES
    limit = "probability" if probability else "target"
    return inputs, message["targets"].numbers(spec.layer_sizes[-1], limit)


def read_address(field: Field, layout: ParameterLayout) -> Address:
    """Which weight of the network."""
    field.shape(("layer", "target"), ("source",))
    ends = layout.ends
    layer = field["layer"].index(len(ends))
    sources, targets = ends[layer]
    target = field["target"].index(targets)
    if not field["source"].absent:
        return layer, field["source"].index(sources), target
    if not layout.use_biases or layer == len(layout.layer_sizes) - 1:
        raise field["source"].refusal("must be a unit: there is no bias here")
    return layer, None, target
