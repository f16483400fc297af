"""One weight's gradient as the chain rule has it: factor by factor, and path by path."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import prod
from typing import TYPE_CHECKING, overload

import numpy as np

from backprop.core.gradient_check import (
    DEFAULT_STEP,
    agreeing_digits,
    central_difference,
    rounding_of_difference,
)

from . import equations, gradient_sentences, sentences
from .factors import Factor, Factors, carried, collected
from .formula import Formula, aligned, chain, equation
from .kink import kink_within
from .nudge import along
from .symbols import Terms

if TYPE_CHECKING:
    import numpy.typing as npt

    from backprop.core.network import Network
    from backprop.core.parameter_layout import Address


@dataclass(frozen=True)
class WeightAddress:
    """A weight, or a bias when `source` is None.

    `weights[layer][source, target]`; direct weights have the layer after the last.
    """

    layer: int
    source: int | None
    target: int


@dataclass(frozen=True)
class WeightPath:
    """One way from a weight to the loss."""

    units: tuple[tuple[int, int], ...]
    """(unit layer, unit), from the weight's target to an output."""
    weights: tuple[tuple[int, int, int], ...]
    """(layer, source, target), the explained weight first; without it for a bias."""
    factors: tuple[Factor, ...]
    product: float


@dataclass(frozen=True)
class SharedError:
    """How δ of the weight's target unit collects all paths, once for every weight into it."""

    symbol: str
    formula: Formula
    substituted: Formula
    value: float
    path_count: int
    sentence: str


@dataclass(frozen=True, repr=False)
class Explanation:
    """The gradient of one weight for one example."""

    weight: WeightAddress
    symbol: str
    name: str
    value: float
    """The weight itself."""
    gradient: float
    slope_above: float
    """∂E/∂w towards larger values of the weight: the gradient, but where the loss has a kink."""
    formula: Formula
    """The chain rule's product; `substituted` is the same with numbers."""
    substituted: Formula
    factors: tuple[Factor, ...]
    """Their values multiply to `gradient`: all factors of the path where there is only one,
    else ∂E/∂a, which sums the paths, f′(z) and what the weight carried."""
    paths: Paths
    """Every path from the weight to the loss; the products sum to `gradient`."""
    path_count: int
    shared: SharedError
    finite_difference: float
    finite_difference_step: float
    agreeing_digits: int
    check_sentence: str
    """How the gradient and the central difference agree, and why not where they do not."""
    sentence: str

    def __repr__(self) -> str:
        return f"<Explanation of the {self.name}: {self.sentence}>"

    def _repr_latex_(self) -> str:
        return aligned(self.formula, self.substituted)

    @property
    def examples(self) -> tuple[Explanation, ...]:
        """This one, as `BatchExplanation.examples` would hold it."""
        return (self,)


@dataclass(frozen=True, repr=False)
class BatchExplanation:
    """The gradient of one weight for several examples: one explanation each, and their mean."""

    weight: WeightAddress
    symbol: str
    name: str
    value: float
    gradient: float
    """Mean of the examples' gradients; their sum in a network with `reduction="sum"`."""
    examples: tuple[Explanation, ...]
    finite_difference: float
    finite_difference_step: float
    agreeing_digits: int
    sentence: str

    def __repr__(self) -> str:
        return f"<Explanation of the {self.name}: {self.sentence}>"


class Paths(Sequence[WeightPath]):
    """All paths from one weight to the loss, each made when it is asked for.

    An 8-8-8-8-8-8 network has 4,096 of them for every weight of its first layer.
    """

    def __init__(self, terms: Terms, address: Address) -> None:
        self._factors = Factors(terms)
        self._address = address
        self._carried = carried(terms, address)
        self._layer = min(address[0], terms.last_layer)
        self._sizes = terms.net.layer_sizes[self._layer + 2 :]

    def __len__(self) -> int:
        return prod(self._sizes)

    @overload
    def __getitem__(self, position: int) -> WeightPath: ...
    @overload
    def __getitem__(self, position: slice) -> tuple[WeightPath, ...]: ...
    def __getitem__(self, position: int | slice) -> WeightPath | tuple[WeightPath, ...]:
        which = range(len(self))[position]
        return self._path(which) if isinstance(which, int) else tuple(map(self._path, which))

    def _path(self, position: int) -> WeightPath:
        layer, source, target = self._address
        units = (target, *self._units_ahead(position))
        passed = [(at, i, j) for at, (i, j) in enumerate(pairwise(units), start=self._layer + 1)]
        factors = [*self._factors.at_output(units[-1])]
        for at, i, j in reversed(passed):
            factors += [self._factors.passed_weight(at, i, j), *self._factors.slope(at - 1, i)]
        factors.append(self._carried)
        own = [] if source is None else [(layer, source, target)]
        return WeightPath(
            units=tuple(enumerate(units, start=self._layer + 1)),
            weights=(*own, *passed),
            factors=tuple(factors),
            product=prod(factor.value for factor in factors),
        )

    def _units_ahead(self, position: int) -> tuple[int, ...]:
        """Read `position` as a number with one digit per layer: the units that a path passes."""
        units = []
        for size in reversed(self._sizes):
            position, unit = divmod(position, size)
            units.append(unit)
        return tuple(reversed(units))


def explain_weight(
    net: Network,
    inputs: npt.ArrayLike,
    targets: npt.ArrayLike,
    layer: int,
    source: int | None,
    target: int,
) -> Explanation | BatchExplanation:
    """Explain ∂E/∂w of `weights[layer][source, target]`; of a bias, where source is None.

    One example, (n_inputs,) or (1, n_inputs), gives an `Explanation`; a batch gives a
    `BatchExplanation`. Direct weights have `layer == len(net.weights)`. Raises ValueError for
    a wrong shape or a weight that does not exist.
    """
    address = (layer, source, target)
    addresses = net.layout.addresses()
    if address not in addresses:
        raise ValueError(f"layer, source, target: the network has no weight at {address}")
    position = addresses.index(address)
    batch = len(net.forward(inputs).outputs)
    if batch == 1:
        return _explain_example(net, inputs, targets, address, position)
    gradient = net.backward(net.forward(inputs), targets).gradient.item(position)
    examples = tuple(
        _explain_example(net, x, t, address, position)
        for x, t in zip(np.asarray(inputs), np.asarray(targets), strict=True)
    )
    first = examples[0]
    difference = central_difference(net, inputs, targets, position)
    return BatchExplanation(
        weight=first.weight,
        symbol=first.symbol,
        name=first.name,
        value=first.value,
        gradient=gradient,
        examples=examples,
        finite_difference=difference,
        finite_difference_step=DEFAULT_STEP,
        agreeing_digits=agreeing_digits(gradient, difference),
        sentence=gradient_sentences.batch_gradient(
            first.name, along(net, inputs, targets, position), gradient, batch, net.reduction
        ),
    )


def _explain_example(
    net: Network,
    inputs: npt.ArrayLike,
    targets: npt.ArrayLike,
    address: Address,
    position: int,
) -> Explanation:
    terms = Terms(net, inputs, targets)
    layer, _, target = address
    end = min(layer, terms.last_layer)
    parameter, gradient = terms.parameter(address)
    paths = Paths(terms, address)
    if len(paths) == 1:
        factors = paths[0].factors
    else:
        factors = (*collected(terms, end, target), carried(terms, address))
    written = equation(gradient, chain(factor.term for factor in factors))
    δ = equations.shared_error(terms, end, target)
    difference = central_difference(net, inputs, targets, position)
    digits = agreeing_digits(gradient.value, difference)
    kink = kink_within(net, inputs, targets, position, DEFAULT_STEP)
    return Explanation(
        weight=WeightAddress(*address),
        symbol=parameter.symbol["latex"],
        name=terms.names.weight(*address),
        value=parameter.value,
        gradient=gradient.value,
        slope_above=kink.slope_above if kink is not None and kink.is_here else gradient.value,
        formula=written.formula,
        substituted=written.substituted,
        factors=factors,
        paths=paths,
        path_count=len(paths),
        shared=SharedError(
            symbol=δ.result.symbol["latex"],
            formula=δ.formula,
            substituted=δ.substituted,
            value=δ.result.value,
            path_count=len(paths),
            sentence=sentences.shared_error(terms, end, target, len(paths)),
        ),
        finite_difference=difference,
        finite_difference_step=DEFAULT_STEP,
        agreeing_digits=digits,
        check_sentence=gradient_sentences.difference_check(
            gradient.value,
            difference,
            DEFAULT_STEP,
            digits,
            kink,
            lost_in_rounding=digits == 0
            and abs(gradient.value - difference)
            <= rounding_of_difference(net, inputs, targets, position, DEFAULT_STEP),
        ),
        sentence=gradient_sentences.gradient(terms, address, kink),
    )
