"""A network as a file of JSON, its parameters to the last digit."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from backprop.core.network_arguments import as_numbers

if TYPE_CHECKING:
    from collections.abc import Callable
    from os import PathLike

    from .dense_layers import AnyNetwork, FullyConnected

SAVED = ("layer_sizes", "activations", "loss", "use_biases", "reduction", "skip_to_output")
"""What a file holds of a network beside its parameters."""


def write_network(net: FullyConnected, path: str | PathLike[str]) -> None:
    """Write what makes `net` again into the file at `path`."""
    told: dict[str, Any] = {name: getattr(net, name) for name in SAVED}
    with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123 - pathlib is long to load
        json.dump(told | {"parameters": net.parameters.tolist()}, file)


def read_network(kind: Callable[..., AnyNetwork], path: str | PathLike[str]) -> AnyNetwork:
    """Return the network of class `kind` that `write_network` has written at `path`.

    Raises:
        OSError: there is no such file, or it cannot be read.
        ValueError: what is in it is no saved network.
    """
    try:
        with open(path, encoding="utf-8") as file:  # noqa: PTH123 - as in `write_network`
            told = json.load(file)
        values = as_numbers(told.pop("parameters"), "parameters")
        net = kind(**told, initial_range=0)
        net.parameters = values
    except (ValueError, TypeError, AttributeError, KeyError) as problem:
        raise ValueError(f"{path} holds no saved network: {problem}") from None
    return net
