"""The layers of a network kept elsewhere, and which way round their matrices are.

PyTorch keeps a matrix as (n_out, n_in), one row for each unit of the layer; Keras, NumPy code and
this package as (n_in, n_out). A square matrix fits both ways and gives other numbers, so that it is
never turned by a guess: names decide, then shapes, and where neither can, the caller has to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeAlias, TypeVar

import numpy as np

from backprop.core.network_arguments import as_numbers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    import numpy.typing as npt

    from backprop.core.rules import Array

Rows: TypeAlias = Literal["outputs", "inputs"]
"""What the rows of a matrix stand for: `outputs` as in PyTorch, `inputs` as in Keras and NumPy."""

Named: TypeAlias = "tuple[str, Array]"

KINDS = {"weight": "outputs", "kernel": "inputs", "bias": None}
"""How the name of an array ends, and what its rows stand for."""

NAME = re.compile(r"(?:(.*)[./])?(weight|kernel|bias)(?::0)?", re.DOTALL)
"""The name of an array: that of its layer, and its kind, as in `fc1.weight` or `dense/kernel:0`."""


class FullyConnected(Protocol):
    """What is kept of a `Network`; its own module stands above this one."""

    parameters: Any
    use_biases: bool
    skip_to_output: bool

    @property
    def weights(self) -> tuple[Array, ...]:
        """A view (n_in, n_out) of `parameters` for each layer."""

    @property
    def biases(self) -> tuple[Array, ...]:
        """A view (n_out,) of `parameters` for each layer, or (0,)."""


AnyNetwork = TypeVar("AnyNetwork", bound=FullyConnected)


class RowsUnknownError(ValueError):
    """Neither names nor shapes tell whether rows are outputs or inputs: `rows` has to be said."""


@dataclass(frozen=True)
class DenseLayers:
    """The parameters of a fully connected network.

    Attributes:
        weights: a matrix (n_in, n_out) for each layer.
        biases: a vector (n_out,) for each layer, or none at all.
        rows: which way round the matrices were before they were read.
        activations: their names, where what was read tells them; a `state_dict` does not.
        loss: its name, likewise.
    """

    weights: tuple[Array, ...]
    biases: tuple[Array, ...]
    rows: Rows
    activations: tuple[str, ...] | None = None
    loss: str | None = None

    @property
    def layer_sizes(self) -> tuple[int, ...]:
        """The units of every layer, inputs first."""
        return (len(self.weights[0]), *(w.shape[1] for w in self.weights))

    def network(
        self, kind: Callable[..., AnyNetwork], activations: str | Sequence[str], loss: str
    ) -> AnyNetwork:
        """The network of class `kind` with these weights and biases.

        `activations` and `loss` are those of `Network`, which refuses what makes no sense.
        """
        net = kind(
            self.layer_sizes, activations, loss, use_biases=bool(self.biases), initial_range=0
        )
        own = net.weights + net.biases[: len(self.biases)]
        for values, given in zip(own, self.weights + self.biases, strict=True):
            values[:] = given
        return net

    @property
    def sentence(self) -> str:
        """What was read, for a reader."""
        sizes = "-".join(map(str, self.layer_sizes))
        biases = "with biases" if self.biases else "without biases"
        origin = "as in PyTorch" if self.rows == "outputs" else "as in Keras and NumPy"
        return f"A {sizes} network {biases}; the rows of its matrices were {self.rows}, {origin}."


def layers_of_state_dict(entries: Mapping[str, npt.ArrayLike]) -> DenseLayers:
    """Read a `state_dict`: arrays by name, layer after layer in the order in which they stand.

    A name ends in `weight` (n_out, n_in), `kernel` (n_in, n_out) or `bias` (n_out,), after the name
    of its layer and a `.` or `/`.

    Raises:
        ValueError: something else is in it, or a matrix or a bias does not fit; the layer and its
            shape are named.
    """
    layers: dict[str, dict[str, Array]] = {}
    for name, values in entries.items():
        layer, kind = _parts(name)
        array = as_numbers(values, str(name))
        if array.ndim != (1 if kind == "bias" else 2):
            raise ValueError(
                f"{name} of shape {array.shape} is no {kind} of a fully connected layer"
            )
        if kind in layers.setdefault(layer, {}):
            raise ValueError(f"{name} is there twice")
        layers[layer][kind] = array
    matrices, biases, rows = [], [], set()
    for layer, arrays in layers.items():
        found = [kind for kind in ("weight", "kernel") if kind in arrays]
        if len(found) != 1:
            raise ValueError(f"layer {layer!r} needs one weight or kernel, and has {len(found)}")
        rows.add(KINDS[found[0]])
        matrices.append((f"{layer}.{found[0]}".lstrip("."), arrays[found[0]]))
        if "bias" in arrays:
            biases.append((f"{layer}.bias".lstrip("."), arrays["bias"]))
    if len(rows) > 1:
        raise ValueError("some layers have a weight, others a kernel: their rows differ in meaning")
    return _fitted(matrices, biases, "inputs" if "inputs" in rows else "outputs")


def layers_of_arrays(arrays: Iterable[npt.ArrayLike], rows: Rows | None = None) -> DenseLayers:
    """Read matrices and biases without names, in order, as in Keras's `get_weights()`.

    Args:
        arrays: the matrix of each layer, followed by its bias if the layers have biases.
        rows: what the rows of the matrices stand for; None leaves it to the shapes.

    Raises:
        RowsUnknownError: the shapes fit both ways, with other numbers each way, and `rows` is None.
        ValueError: they do not fit; the layer and its shape are named.
    """
    if rows not in (None, "outputs", "inputs"):  # a text may say anything at all
        raise ValueError(f"rows must be 'outputs' or 'inputs', not {rows!r}")
    matrices: list[Named] = []
    biases: list[Named] = []
    for place, values in enumerate(arrays):
        array = as_numbers(values, f"array {place}")
        if array.ndim == 2:
            matrices.append((f"the matrix of layer {len(matrices)}", array))
        elif array.ndim == 1 and len(biases) < len(matrices):
            biases.append((f"the bias of layer {len(matrices) - 1}", array))
        else:
            raise ValueError(
                f"array {place} of shape {array.shape} is neither a matrix nor its bias"
            )
    if rows:
        return _fitted(matrices, biases, rows)
    fitting: list[DenseLayers] = []
    problem = None
    orders: tuple[Rows, ...] = ("inputs", "outputs")
    for order in orders:
        try:
            fitting.append(_fitted(matrices, biases, order))
        except ValueError as misfit:
            problem = problem or misfit
    if not fitting:
        raise problem or ValueError("nothing fits")
    if len(fitting) == 2 and not _are_equal(*fitting):
        raise RowsUnknownError(
            "These matrices fit both ways round: say whether their rows are outputs, as in "
            "PyTorch, or inputs, as in Keras and NumPy"
        )
    return fitting[0]


def state_dict_of(net: FullyConnected) -> dict[str, Array]:
    """The parameters as `torch.nn.Sequential` names them, with activations between the layers.

    They are copies. A weight is (n_out, n_in).

    Raises:
        ValueError: there are direct links from inputs to outputs; a `Sequential` has none.
    """
    if net.skip_to_output:
        raise ValueError("a state_dict has no place for direct links from inputs to outputs")
    named: dict[str, Array] = {}
    for layer, (w, b) in enumerate(zip(net.weights, net.biases, strict=True)):
        named[f"{2 * layer}.weight"] = w.T.copy()
        if net.use_biases:
            named[f"{2 * layer}.bias"] = b.copy()
    return named


def _are_equal(one: DenseLayers, other: DenseLayers) -> bool:
    return all(map(np.array_equal, one.weights, other.weights))


def _parts(name: object) -> tuple[str, str]:
    """The layer and the kind in the name of an array."""
    found = NAME.fullmatch(str(name))
    if not found:
        raise ValueError(f"{name!r} must end in weight, kernel or bias")
    return found[1] or "", found[2]


def _fitted(matrices: Sequence[Named], biases: Sequence[Named], rows: Rows) -> DenseLayers:
    """The layers with their matrices turned to (n_in, n_out), if each fits the one before."""
    if not matrices:
        raise ValueError("there is no matrix of weights")
    if len(biases) not in {0, len(matrices)}:
        raise ValueError(
            f"there are {len(matrices)} matrices and {len(biases)} biases: "
            "each layer needs a bias, or none may have one"
        )
    turned = [(name, w.T if rows == "outputs" else w) for name, w in matrices]
    for name, w in turned:
        if w.size == 0:
            raise ValueError(f"{name} of shape {_given(w, rows)} has no numbers")
    for (before, w), (name, following) in pairwise(turned):
        if w.shape[1] != len(following):
            raise ValueError(
                f"{name} takes {len(following)} inputs, and {before} has {w.shape[1]} outputs "
                f"(shapes {_given(following, rows)} and {_given(w, rows)}, rows are {rows})"
            )
    for (name, w), (bias_name, bias) in zip(turned, biases, strict=False):
        if bias.shape != (w.shape[1],):
            raise ValueError(
                f"{bias_name} has shape {bias.shape}, and {name} has {w.shape[1]} outputs "
                f"(shape {_given(w, rows)}, rows are {rows})"
            )
    return DenseLayers(tuple(w for _, w in turned), tuple(b for _, b in biases), rows)


def _given(w: Array, rows: Rows) -> tuple[int, ...]:
    """The shape of a turned matrix as it was given."""
    return w.shape[::-1] if rows == "outputs" else w.shape
