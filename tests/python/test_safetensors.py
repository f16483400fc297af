"""Files in the format safetensors: what is in them is read to the last bit, or refused in words."""

import json
from contextlib import suppress

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from backprop import Network
from backprop.core.stored.safetensors import (
    LARGEST_FILE,
    layers_of_file,
    read_safetensors,
    write_safetensors,
)

FULL = settings().max_examples > 50
"""Whether to draw thousands of files, or a few as a build does."""

# Written by hand: 1.5 as float64, −2 and 0.25 as float32, 1 and −0.5 as float16, and as bfloat16,
# the upper halves of 3f800000 and bf000000.
VALUES = {
    "F64": ("000000000000f83f", [1.5]),
    "F32": ("000000c00000803e", [-2.0, 0.25]),
    "F16": ("003c00b8", [1.0, -0.5]),
    "BF16": ("803f00bf", [1.0, -0.5]),
}


def file(header: object, values: bytes = b"") -> bytes:
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return len(text).to_bytes(8, "little") + text + values


def entry(shape: object, begin: object, end: object, dtype: object = "F64") -> dict[str, object]:
    return {"dtype": dtype, "shape": shape, "data_offsets": [begin, end]}


@pytest.mark.parametrize("dtype", VALUES)
def test_numbers_of_every_type_of_float_are_read(dtype: str) -> None:
    values, expected = bytes.fromhex(VALUES[dtype][0]), VALUES[dtype][1]
    header = {
        "__metadata__": {"format": "pt"},
        "w": entry([1, len(expected)], 0, len(values), dtype),
    }
    arrays = read_safetensors(file(header, values))
    assert {name: array.tolist() for name, array in arrays.items()} == {"w": [expected]}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "does not begin with a header"),
        (b"PK\x03\x04 a zip file, as torch.save writes", "does not begin with a header"),
        ((2**63).to_bytes(8, "little") + b"{}", "does not begin with a header"),
        (file(b"[1]"), "does not begin with a header"),
        (file(b"{1}"), "is not JSON"),
        (file(b"{" * 90_000), "is not JSON"),
        (file(b'{"w": 1, "w": 2}'), "is not JSON"),
        (file({"w": 3}), "does not say where 'w' is"),
        (file({"w": entry([-1], 0, 8)}, bytes(8)), "does not say where 'w' is"),
        (file({"w": entry([True], 0, 8)}, bytes(8)), "does not say where 'w' is"),
        (file({"w": entry([1.0], 0, 8)}, bytes(8)), "does not say where 'w' is"),
        (file({"w": entry([10**400], 0, 8)}, bytes(8)), "does not say where 'w' is"),
        (file({"w": entry([1] * 9, 0, 8)}, bytes(8)), "does not say where 'w' is"),
        (file({"w": entry([1], 0, 8, "I64")}, bytes(8)), "'w' has numbers of the type I64"),
        (file({"w": entry([1], 0, 8, ["F64"])}, bytes(8)), "'w' has numbers of the type"),
        (file({"w": entry([2], 0, 8)}, bytes(8)), "'w' has 8 bytes, other than its shape says"),
        (file({"w": entry([1000] * 8, 0, 8)}, bytes(8)), "other than its shape says"),
        (file({"w": entry([1], 8, 0)}, bytes(8)), "other than its shape says"),
        (file({"w": entry([1], 8, 16)}, bytes(16)), "'w' does not begin where"),
        (file({"v": entry([1], 0, 8), "w": entry([1], 0, 8)}, bytes(8)), "does not begin where"),
        (file({"w": entry([1], 0, 8)}, bytes(9)), "have 8 bytes, and the file holds 9"),
        (file({"w": entry([1], 0, 8)}), "have 8 bytes, and the file holds 0"),
        (bytes(LARGEST_FILE + 1), "larger than 1 MB"),
    ],
)
def test_a_file_that_is_not_whole_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        read_safetensors(data)


def test_layers_stand_in_the_order_of_their_numbers_and_not_of_the_letters() -> None:
    # A chain of single numbers whose order shows in the network: 2, then 3, then 5.
    arrays = {"net.10.weight": 5.0, "net.2.weight": 2.0, "net.4.weight": 3.0}
    data = write_safetensors({name: np.full((1, 1), value) for name, value in arrays.items()})
    assert [w.item() for w in layers_of_file(data).weights] == [2.0, 3.0, 5.0]


def test_names_without_numbers_are_put_in_the_only_order_that_fits() -> None:
    entries = {
        "hidden.weight": np.zeros((4, 3)),
        "hidden.bias": np.zeros(4),
        "input.weight": np.zeros((3, 2)),
        "input.bias": np.zeros(3),
        "output.weight": np.zeros((1, 4)),
        "output.bias": np.zeros(1),
    }
    assert layers_of_file(write_safetensors(entries)).layer_sizes == (2, 3, 4, 1)


@pytest.mark.parametrize(
    ("sizes", "reason"),
    [
        ({"first": (2, 2), "second": (2, 2)}, "neither their names nor their shapes tell it"),
        ({"first": (2, 3), "second": (4, 5)}, "takes 5 inputs, and first.weight has 2 outputs"),
        (dict.fromkeys("abcdef", (1, 1)), "order of layers named a, b, c, d, e, f cannot"),
    ],
)
def test_an_order_that_cannot_be_known_is_never_guessed(
    sizes: dict[str, tuple[int, int]], reason: str
) -> None:
    entries = {f"{name}.weight": np.ones(shape) for name, shape in sizes.items()}
    with pytest.raises(ValueError, match=reason):
        layers_of_file(write_safetensors(entries))


@settings(max_examples=200 if FULL else 10, deadline=None)
@given(
    sizes=st.lists(st.integers(1, 5), min_size=2, max_size=6),
    use_biases=st.booleans(),
    seed=st.integers(0, 2**32 - 1),
)
def test_a_network_comes_back_from_its_file_to_the_last_digit(
    sizes: list[int], use_biases: bool, seed: int
) -> None:
    net = Network(sizes, "tanh", "half_squared_error", use_biases=use_biases, seed=seed)
    layers = layers_of_file(write_safetensors(net.to_state_dict()))
    back = layers.network(Network, "tanh", "half_squared_error")
    assert back.layer_sizes == net.layer_sizes
    assert back.parameters.tolist() == net.parameters.tolist()


GOOD = write_safetensors(Network([2, 3, 1], "tanh", "half_squared_error", seed=1).to_state_dict())
fields = st.one_of(
    st.none(),
    st.integers(-2, 40),
    st.sampled_from(["F64", "BF16", "I8", "dtype", "", 10**30, 1.5]),
    st.lists(st.integers(-1, 40), max_size=3),
)
headers = st.dictionaries(
    st.sampled_from(["0.weight", "0.bias", "2.weight", "a.kernel", "b", "__metadata__"]),
    st.one_of(
        fields,
        st.fixed_dictionaries({"dtype": fields, "shape": fields, "data_offsets": fields}),
        st.builds(lambda n, m, at: entry([n, m], at, at + 8 * n * m), *[st.integers(0, 3)] * 3),
    ),
    max_size=4,
)
files = st.one_of(
    st.binary(max_size=80),
    st.builds(file, headers, st.binary(max_size=80)),
    st.builds(
        lambda place, byte: GOOD[:place] + bytes([byte]) + GOOD[place + 1 :],
        st.integers(0, len(GOOD) - 1),
        st.integers(0, 255),
    ),
    st.builds(lambda length: GOOD[:length], st.integers(0, len(GOOD))),
)


@settings(max_examples=500 if FULL else 20, deadline=None)
@given(files)
@example(file({"a" * 99_000: entry([1], 0, 8)}, bytes(8)))
def test_any_file_is_weights_or_refused(data: bytes) -> None:
    with np.errstate(all="ignore"), suppress(ValueError):  # and no other error
        layers = layers_of_file(data)
        assert sum(w.size for w in layers.weights) <= len(data)
