"""One gradient summed over its paths, and the same sum as the paths' shared tails merge into δ.

Every path from a weight ends in the same few ways. Stage 0 works out each path's product from its
own factors; every stage after it works out one more layer's δ, the sum over all that lies ahead of
a unit, and lets the paths end there. At the last stage one δ is left.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise, product
from math import prod
from typing import TYPE_CHECKING

from . import equations
from .factors import Factor, Factors, carried
from .symbols import Terms

if TYPE_CHECKING:
    import numpy.typing as npt

    from backprop.core.network import Network
    from backprop.core.parameter_layout import Address

    from .formula import Formula, Role


@dataclass(frozen=True)
class PathFactor:
    """One factor of a product: what it is, where it is drawn, what it is worth."""

    symbol: str
    value: float
    meaning: str
    place: str
    role: Role


@dataclass(frozen=True)
class PathTerm:
    """One product of the sum: a path up to the loss, or up to a δ that is known already."""

    name: str
    """Where it leads, such as "through unit 2 of hidden layer 2"."""
    units: tuple[tuple[int, int], ...]
    """(unit layer, unit), from the weight's target to where it ends."""
    weights: tuple[tuple[int, int, int], ...]
    """(layer, source, target), the explained weight first; without it for a bias."""
    factors: tuple[PathFactor, ...]
    product: float
    path_count: int
    """How many whole paths it stands for."""


@dataclass(frozen=True)
class SharedTail:
    """A δ that a stage works out, once for all paths that end in its unit."""

    place: str
    value: float
    formula: Formula
    substituted: Formula
    path_count: int


@dataclass(frozen=True)
class Stage:
    """The gradient with the tails of so many layers merged."""

    merged: int
    """How many layers have their δ, counted from the outputs."""
    tails: tuple[SharedTail, ...]
    """The δ that this stage adds to those before it."""
    terms: tuple[PathTerm, ...]
    """Their products sum to the gradient, at every stage."""
    multiplications: int
    """For this one gradient: those in all δ so far, then those in the products."""


@dataclass(frozen=True)
class PathMerging:
    """The gradient of one weight, stage by stage."""

    symbol: str
    name: str
    value: float
    """The weight itself."""
    gradient: float
    path_count: int
    stages: tuple[Stage, ...]


def path_merging(
    net: Network, inputs: npt.ArrayLike, targets: npt.ArrayLike, address: Address
) -> PathMerging:
    """Sum ∂E/∂w of the weight (layer, source, target) over its paths, in stages.

    For one example, (n_inputs,), and a network without direct links; a bias has no source. Raises
    ValueError for a wrong shape or a weight that does not exist.
    """
    terms = Terms(net, inputs, targets)
    if net.skip_to_output or address not in net.layout.addresses():
        raise ValueError(f"layer, source, target: the network has no such weight: {address}")
    merging = _Merging(terms, address)
    parameter, gradient = terms.parameter(address)
    return PathMerging(
        symbol=parameter.symbol["latex"],
        name=terms.names.weight(*address),
        value=parameter.value,
        gradient=gradient.value,
        path_count=prod(net.layer_sizes[address[0] + 2 :]),
        stages=tuple(merging.stage(merged) for merged in range(merging.depth + 1)),
    )


class _Merging:
    def __init__(self, terms: Terms, address: Address) -> None:
        self.terms = terms
        self.address = address
        self.factors = Factors(terms)
        self.carried = carried(terms, address)
        self.first = address[0] + 1
        """The unit layer that the weight feeds."""
        self.last = len(terms.net.layer_sizes) - 1
        self.depth = self.last - self.first + 1
        """At how many stages a layer of δ is added."""

    def stage(self, merged: int) -> Stage:
        known = self.last + 1 - merged  # the first unit layer with δ; none: one beyond the last
        ways = self._ways(min(known, self.last))
        terms = [self._term(units, merged) for units in ways]
        worked_out = range(known, self.last + 1)
        return Stage(
            merged=merged,
            tails=self._tails(known) if merged else (),
            terms=tuple(terms),
            multiplications=sum(map(self._tail_cost, worked_out))
            + sum(len(each.factors) - 1 for each in terms),
        )

    def _ways(self, end: int) -> list[tuple[int, ...]]:
        """The units passed from the weight's target to the unit layer `end`, in every way."""
        between = self.terms.net.layer_sizes[self.first + 1 : end + 1]
        return [(self.address[2], *ahead) for ahead in product(*map(range, between))]

    def _term(self, units: tuple[int, ...], merged: int) -> PathTerm:
        layer, source, target = self.address
        end = self.first + len(units) - 1
        passed = [(at, i, j) for at, (i, j) in enumerate(pairwise(units), start=self.first)]
        if merged:
            factors = [self._tail_factor(end, units[-1])]
        else:
            factors = [_path_factor(factor) for factor in self.factors.at_output(units[-1])]
        for at, i, j in reversed(passed):
            behind = [self.factors.passed_weight(at, i, j), *self.factors.slope(at - 1, i)]
            factors += map(_path_factor, behind)
        factors.append(_path_factor(self.carried))
        own = [] if source is None else [(layer, source, target)]
        return PathTerm(
            name=self._name(units),
            units=tuple(enumerate(units, start=self.first)),
            weights=(*own, *passed),
            factors=tuple(factors),
            product=prod(factor.value for factor in factors),
            path_count=prod(self.terms.net.layer_sizes[end + 1 :]),
        )

    def _name(self, units: tuple[int, ...]) -> str:
        """The units behind the weight's target, as far as there is a choice among them."""
        sizes = self.terms.net.layer_sizes
        ahead = enumerate(units[1:], start=self.first + 1)
        chosen = [self.terms.names.unit(at, unit) for at, unit in ahead if sizes[at] > 1]
        return f"through {', then '.join(chosen)}" if chosen else "straight to the loss"

    def _tail_factor(self, layer: int, unit: int) -> PathFactor:
        δ = self.terms.error_signals[layer - 1][unit]
        name = self.terms.names.unit(layer, unit)
        meaning = f"the error signal of {name}, which holds all paths ahead of it"
        written = δ.symbol
        return PathFactor(written["latex"], δ.value, meaning, written["place"], "backward")

    def _tails(self, layer: int) -> tuple[SharedTail, ...]:
        """The δ of one unit layer: of the weight's target alone where it is the first."""
        units = range(self.terms.net.layer_sizes[layer])
        count = prod(self.terms.net.layer_sizes[layer + 1 :])
        tails = []
        for unit in units if layer > self.first else [self.address[2]]:
            written = equations.shared_error(self.terms, layer - 1, unit)
            place, value = f"error:{layer},{unit}", written.result.value
            tails.append(SharedTail(place, value, written.formula, written.substituted, count))
        return tuple(tails)

    def _tail_cost(self, layer: int) -> int:
        """Multiplications in the δ that `_tails` works out, from those of the layer ahead."""
        sizes = self.terms.net.layer_sizes
        if layer == self.last:
            each = len(self.factors.at_output(0)) - 1
        else:
            each = sizes[layer + 1] + len(self.factors.slope(layer - 1, 0))
        return each * (sizes[layer] if layer > self.first else 1)


def _path_factor(factor: Factor) -> PathFactor:
    return PathFactor(factor.symbol, factor.value, factor.meaning, factor.place, factor.role)
