"""Weights that a reader pastes: a `state_dict`, arrays, lists or a saved network, as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backprop.core.network_arguments import as_numbers, checked_sizes
from backprop.core.parameter_layout import ParameterLayout

from .dense_layers import NAME, DenseLayers, layers_of_arrays, layers_of_state_dict
from .written_values import UnreadableTextError, read_value

if TYPE_CHECKING:
    from .dense_layers import Rows
    from .written_values import Value

MOST_UNITS = 10_000
"""Units of a layer in a saved network that is read: a clamp before any array is made."""


def read_weights(text: str, rows: Rows | None = None) -> DenseLayers:
    """Read the layers of a fully connected network out of `text`.

    It may be a `state_dict` as Python prints it or as JSON, arrays as NumPy or PyTorch print them,
    with `name =` or without, the lists of Keras's `get_weights()`, or what `Network.save` or a
    figure's *Take it home* writes as JSON.

    Args:
        text: at most 200,000 characters. It is read, never run.
        rows: what the rows of matrices stand for whose names do not tell; None leaves it to shapes.

    Raises:
        RowsUnknownError: neither names nor shapes tell, and `rows` is None.
        ValueError: the text is none of these, or a layer does not fit; the message names it.
    """
    value = read_value(text)
    if isinstance(value, dict):
        state = value.get("state", value)
        if isinstance(state, dict) and "parameters" in state:
            return _saved(state)
        while len(value) == 1 and isinstance(inner := next(iter(value.values())), dict):
            value = inner  # as in `state_dict = {…}`
        flat = dict(_flat(value))
        if any(map(NAME.fullmatch, flat)):
            return layers_of_state_dict(flat)
        told: Any = flat.pop("rows", None)
        return layers_of_arrays(list(flat.values()), told or rows)
    if not isinstance(value, list):
        raise UnreadableTextError("There is no matrix of weights")
    is_matrix = all(isinstance(row, list) and _depth(row) == 1 for row in value)
    arrays: list[Any] = [value] if is_matrix else value
    return layers_of_arrays(arrays, rows)


def _flat(value: dict[str, Value], before: str = "") -> list[tuple[str, Any]]:
    """`{"0": {"weight": …}}` is `{"0.weight": …}`."""
    entries: list[tuple[str, Any]] = []
    for name, inner in value.items():
        if isinstance(inner, dict):
            entries += _flat(inner, f"{before}{name}.")
        else:
            entries.append((before + name, inner))
    return entries


def _depth(value: Value) -> int:
    return 1 + max(map(_depth, value), default=0) if isinstance(value, list) else 0


def _saved(told: dict[str, Any]) -> DenseLayers:
    """The layers of a network that was saved as one vector of parameters."""
    given = told.get("layer_sizes")
    if not isinstance(given, list):
        raise UnreadableTextError("layer_sizes must be a list, as beside the parameters of a file")
    sizes = checked_sizes([_whole(size) for size in given])
    if told.get("skip_to_output"):
        raise ValueError("the direct links of this network have no place among its layers")
    layout = ParameterLayout(sizes, use_biases=bool(told.get("use_biases", 1)))
    parameters = as_numbers(told["parameters"], "parameters")
    views = layout.split(parameters)
    biases = views.biases if layout.use_biases else ()
    activations, loss = told.get("activations"), told.get("loss")
    if not (activations is None or _are_names(activations)):
        raise UnreadableTextError("activations must be a list of names")
    if not (loss is None or isinstance(loss, str)):
        raise UnreadableTextError("loss must be a name")
    names = None if activations is None else tuple(activations)
    return DenseLayers(views.weights, biases, "inputs", names, loss)


def _are_names(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(name, str) for name in value)


def _whole(size: object) -> int:
    if not isinstance(size, float) or not size.is_integer() or not 1 <= size <= MOST_UNITS:
        raise ValueError(f"layer_sizes must be whole numbers from 1 to {MOST_UNITS}: {size!r}")
    return int(size)
