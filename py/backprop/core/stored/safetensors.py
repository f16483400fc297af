"""Arrays in the file format `safetensors`, in which weights are passed on.

A file is the length of its header (8 bytes, little-endian), the header in JSON, and the bytes of
all arrays, row by row, without gaps: https://huggingface.co/docs/safetensors. The header keeps
names in no order that means anything, so the order of layers has to come from their names or their
shapes.
"""

from __future__ import annotations

import json
import re
from itertools import permutations
from math import prod
from typing import TYPE_CHECKING, Any

import numpy as np

from .dense_layers import NAME, layers_of_state_dict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backprop.core.rules import Array

    from .dense_layers import DenseLayers

LENGTH_BYTES = 8
LARGEST_FILE = 1_000_000
LARGEST_HEADER = 100_000
MOST_LAYERS = 5
"""Layers whose names do not tell their order are tried in every order: 120 of five."""

TYPES = {"F64": "<f8", "F32": "<f4", "F16": "<f2", "BF16": "<u2"}
"""The numbers that are read. A bfloat16 is the first half of a float32."""

DIGITS = re.compile(r"(\d+)")


class UnreadableFileError(ValueError):
    """The bytes are no such file; the message says what is wrong in a sentence."""


def read_safetensors(data: bytes) -> dict[str, Array]:
    """Return the arrays of a file by name, as float64.

    The header is checked as a whole before any array is made: every array has to lie within the
    file, where the one before it ends, and to have as many bytes as its shape says.

    Args:
        data: the whole file, at most 1 MB.

    Raises:
        UnreadableFileError: it is something else, or has arrays of other things than floats.
    """
    if len(data) > LARGEST_FILE:
        raise UnreadableFileError("The file is larger than 1 MB")
    header, values = _parts(data)
    places = {name: _place(name, told) for name, told in header.items() if name != "__metadata__"}
    end = 0
    for name, (_, _, begin, after) in sorted(places.items(), key=lambda place: place[1][2:]):
        if begin != end:
            raise UnreadableFileError(
                f"{name[:60]!r} does not begin where the array before it ends"
            )
        end = after
    if end != len(values):
        raise UnreadableFileError(f"The arrays have {end} bytes, and the file holds {len(values)}")
    arrays = {}
    for name, (kind, shape, begin, after) in places.items():
        stored = np.frombuffer(values[begin:after], TYPES[kind])
        if kind == "BF16":
            stored = (stored.astype(np.uint32) << 16).view(np.float32)
        arrays[name] = stored.astype(np.float64).reshape(shape)
    return arrays


def write_safetensors(entries: Mapping[str, Array]) -> bytes:
    """Return a file with these arrays as float64, which `safetensors.torch.load_file` reads."""
    header: dict[str, Any] = {}
    values = b""
    for name, array in entries.items():
        own = np.ascontiguousarray(array, "<f8").tobytes()
        ends = [len(values), len(values) + len(own)]
        header[name] = {"dtype": "F64", "shape": list(array.shape), "data_offsets": ends}
        values += own
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % LENGTH_BYTES)  # so that the numbers lie where floats may begin
    return len(text).to_bytes(LENGTH_BYTES, "little") + text + values


def layers_of_file(data: bytes) -> DenseLayers:
    """Read the layers of a fully connected network out of a file of PyTorch's or Keras's names.

    Layers stand in the order of the numbers in their names. Where the names of layers differ in
    more than numbers, their shapes have to leave one order only.

    Raises:
        ValueError: it is no such file, a layer does not fit, or the order cannot be known.
    """
    arrays = read_safetensors(data)
    layers: dict[str, list[str]] = {}
    for name in sorted(arrays, key=lambda name: [_rank(part) for part in DIGITS.split(name)]):
        found = NAME.fullmatch(name)
        layers.setdefault((found[1] or "") if found else name, []).append(name)
    if len({DIGITS.sub("", layer) for layer in layers}) <= 1:
        return layers_of_state_dict({name: arrays[name] for own in layers.values() for name in own})
    if len(layers) > MOST_LAYERS:
        raise ValueError(f"the order of layers named {', '.join(layers)[:80]} cannot be known")
    return _in_the_only_order([*layers.values()], arrays)


def _in_the_only_order(layers: list[list[str]], arrays: dict[str, Array]) -> DenseLayers:
    """The layers in the one order in which each fits the one before."""
    fitting = []
    problems = []
    for order in permutations(layers):
        try:
            entries = {name: arrays[name] for own in order for name in own}
            fitting.append(layers_of_state_dict(entries))
        except ValueError as misfit:
            problems.append(misfit)
    if len(fitting) > 1:
        raise ValueError(
            "such a file does not keep the order of layers, and neither their names nor their "
            "shapes tell it: print the state_dict, which does"
        )
    if not fitting:
        raise problems[0]
    return fitting[0]


def _parts(data: bytes) -> tuple[dict[str, Any], bytes]:
    """The header, and the bytes after it."""
    length = int.from_bytes(data[:LENGTH_BYTES], "little")
    text = data[LENGTH_BYTES : LENGTH_BYTES + min(length, LARGEST_HEADER)]
    if len(text) != length or not text.startswith(b"{"):
        raise UnreadableFileError(
            "The file is no safetensors file: it does not begin with a header"
        )
    try:
        header = json.loads(text, object_pairs_hook=_unique)
    except (ValueError, RecursionError):
        raise UnreadableFileError("The header of the file is not JSON") from None
    return header, data[LENGTH_BYTES + length :]


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({name for name, _ in pairs}) != len(pairs):
        raise ValueError("a name is there twice")
    return dict(pairs)


def _place(name: str, told: object) -> tuple[str, tuple[int, ...], int, int]:
    """The type and the shape of an array, and where its bytes begin and end, all checked."""
    fields: dict[str, Any] = told if isinstance(told, dict) else {}
    kind: Any
    shape: Any
    ends: Any
    kind, shape, ends = (fields.get(field) for field in ("dtype", "shape", "data_offsets"))
    if not (_are_counts(shape) and len(shape) <= 8 and _are_counts(ends) and len(ends) == 2):
        raise UnreadableFileError(f"The header does not say where {name[:60]!r} is")
    if not isinstance(kind, str) or kind not in TYPES:
        raise UnreadableFileError(
            f"{name[:60]!r} has numbers of the type {str(kind)[:20]}, "
            f"and only {', '.join(TYPES)} are read"
        )
    begin, end = ends
    if end - begin != prod(shape) * np.dtype(TYPES[kind]).itemsize:
        raise UnreadableFileError(
            f"{name[:60]!r} has {end - begin} bytes, other than its shape says"
        )
    return kind, tuple(shape), begin, end


def _are_counts(value: object) -> bool:
    return isinstance(value, list) and all(
        type(count) is int and 0 <= count <= LARGEST_FILE for count in value
    )


def _rank(part: str) -> tuple[bool, int, str]:
    """Numbers in names count as numbers: 2 stands before 10."""
    return (True, int(part), "") if part.isdecimal() and len(part) < 10 else (False, 0, part)
