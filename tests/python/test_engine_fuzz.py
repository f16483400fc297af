"""The engine given anything at all: it answers in plain data and stays usable."""

import copy
import json
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from whole_messages import TRACE, TRAIN, WHOLE

from backprop import engine
from backprop.core.rules import ACTIVATIONS, LOSSES

FULL = settings().max_examples > 50
"""Whether to draw thousands of messages, or a few as a build does."""

# Python shows a number of more than 4,300 digits to nobody, so hypothesis could not report one.
numbers = st.one_of(
    st.integers(),
    st.floats(),
    st.sampled_from([10**400, -(10**400), 2**63, -1, 0, 1e308, -1e308, 5e-324, 1e-320, -0.0]),
)
words = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["__proto__", "constructor", "kind", "trace", "train", *ACTIVATIONS, *LOSSES, "NaN", "--5"]
    ),
)
ODD: tuple[Callable[[], object], ...] = (
    lambda: np.float64("nan"),
    lambda: np.array([1.0, np.inf]),
    lambda: np.array(["a", "b"]),
    lambda: np.zeros((2, 2)),
    lambda: np.array(3.0),
    lambda: memoryview(b"abc"),
    lambda: memoryview(bytes(16)).cast("d"),
    lambda: memoryview(bytes(16)).cast("d")[::-1],
    lambda: b"abc",
    lambda: bytearray(4),
    lambda: 1j,
    lambda: range(10**9),
    lambda: {1, 2},
    object,
    lambda: len,
    lambda: dict,
    lambda: Ellipsis,
)
odd = st.sampled_from(ODD).map(lambda make: make())
scalars = st.one_of(st.none(), st.booleans(), numbers, words, odd)
values = st.recursive(
    scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(words, inner, max_size=3)),
    max_leaves=5,
)


def places(message: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in a message: the paths to its fields and entries, itself included."""
    found = [path]
    if isinstance(message, dict):
        for name in message:
            found += places(message[name], (*path, name))
    elif isinstance(message, list):
        for i, entry in enumerate(message):
            found += places(entry, (*path, i))
    return found


PLACES = [(whole, place) for whole in WHOLE for place in places(whole) if place]


def put(message: Any, path: tuple[Any, ...], value: object) -> Any:
    changed = copy.copy(message)
    changed[path[0]] = value if len(path) == 1 else put(message[path[0]], path[1:], value)
    return changed


def assert_plain(result: object) -> None:
    """Plain data without a NaN: what JSON holds, and nothing that only looks like it."""
    text = json.dumps(result, allow_nan=False)
    assert json.loads(text) == result


def assert_answered(message: object) -> str:
    result = engine.handle(message)
    assert_plain(result)
    if result["kind"] == "error":
        assert result["code"] != "internal", (message, result)
        assert isinstance(result["message"], str)
        assert len(result["message"]) < 500
    good = engine.handle(GOOD)
    assert (good["loss"], good["losses"]) == (0.125, [0.125])
    return str(result["kind"])


GOOD: dict[str, Any] = {
    "kind": "train",
    "network": {**TRACE["network"], "parameters": [0] * 9},  # answers ½ to everything
    "dataset": {"name": "xor"},
    "learning_rate": 0,
    "momentum": 0,
    "epochs": 1,
}


def many(count: int) -> settings:
    return settings(
        max_examples=count if FULL else 5,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )


@many(2_500)
@given(message=values)
def test_anything_at_all_is_answered(message: object) -> None:
    assert_answered(message)


@many(2_500)
@given(
    kind=st.sampled_from(["trace", "train", "check", "describe"]),
    fields=st.dictionaries(
        st.sampled_from([*TRACE, *TRAIN, "step", "__proto__"]) | words, values, max_size=6
    ),
)
def test_any_fields_under_a_known_kind_are_answered(kind: str, fields: dict[str, Any]) -> None:
    assert_answered({**fields, "kind": kind})


@many(4_000)
@given(place=st.sampled_from(PLACES), value=values)
def test_a_good_message_with_anything_in_one_place_is_answered(
    place: tuple[Any, tuple[Any, ...]], value: object
) -> None:
    whole, path = place
    assert_answered(put(whole, path, value))


@many(1_000)
@given(place=st.sampled_from(PLACES), name=st.none() | words, value=values)
def test_a_good_message_with_a_field_more_or_less_is_answered(
    place: tuple[Any, tuple[Any, ...]], name: str | None, value: object
) -> None:
    whole, path = place
    changed = copy.deepcopy(whole)
    holder = changed
    for step in path[:-1]:
        holder = holder[step]
    if name is None:
        del holder[path[-1]]
    elif isinstance(holder, dict):
        holder[name] = value
    else:
        holder.append(value)
    assert_answered(changed)


in_range = st.fixed_dictionaries(
    {
        "sizes": st.lists(st.integers(1, 4), max_size=4),
        "hidden": st.sampled_from([name for name in ACTIVATIONS if name != "softmax"]),
        "output": st.sampled_from(list(ACTIVATIONS)),
        "loss": st.sampled_from(list(LOSSES)),
        "scale": st.sampled_from([0.0, 1.0, 1e3, 1e100, 1e200, 1e308]),
        "rate": st.sampled_from([0.0, 0.5, 100.0]),
        "momentum": st.sampled_from([0.0, 0.9, 0.999]),
        "biases": st.booleans(),
        "skip": st.booleans(),
        "batch_size": st.none() | st.integers(1, 6),
        "given": st.booleans(),
        "seed": st.integers(0, 99),
    }
)


@many(1_000)
@given(drawn=in_range, kind=st.sampled_from(["trace", "train", "check"]))
def test_numbers_in_range_are_answered_however_large(drawn: dict[str, Any], kind: str) -> None:
    sizes = [2, *drawn["sizes"], 1]
    bias = int(drawn["biases"])
    count = sum((a + bias) * b for a, b in pairwise(sizes)) + 2 * drawn["skip"]
    rng = np.random.default_rng(drawn["seed"])
    network = {
        "layer_sizes": sizes,
        "activations": [drawn["hidden"]] * (len(sizes) - 2) + [drawn["output"]],
        "loss": drawn["loss"],
        "use_biases": drawn["biases"],
        "skip_to_output": drawn["skip"],
        "parameters": (drawn["scale"] * rng.uniform(-1, 1, count)).tolist(),
    }
    message: dict[str, Any] = {"kind": kind, "network": network}
    if kind == "train":
        message |= {
            "dataset": {"name": "xor"},
            "learning_rate": drawn["rate"],
            "momentum": drawn["momentum"],
            "batch_size": drawn["batch_size"],
            "epochs": 40,
            "surface": TRAIN["surface"],
        }
    else:
        message |= {"inputs": [1, -0.5], "targets": [1]}
    if kind == "trace":
        asked = {name: TRACE[name] for name in ("weight", "guess")}
        message |= {"learning_rate": drawn["rate"], **asked}
    assert_answered(message)


def test_depth_and_cycles_make_no_difference() -> None:
    deep: list[Any] = []
    for _ in range(1_000):
        deep = [deep]
    cycle: dict[str, Any] = {"kind": "trace"}
    cycle["network"] = cycle
    looped: list[Any] = []
    looped.append(looped)
    for message in (deep, cycle, looped, {"kind": deep}, {**TRACE, "inputs": looped}):
        assert_answered(message)


def test_classes_that_pretend_are_not_believed() -> None:
    class EndlessList(list[int]):
        def __len__(self) -> int:
            return 2

        def __iter__(self) -> Any:
            while True:
                yield 1

    class Lying(dict[str, Any]):
        def __getitem__(self, name: str) -> Any:
            raise KeyboardInterrupt

    for message in (
        {**TRACE, "inputs": EndlessList()},
        Lying(TRACE),
        {**TRACE, "network": Lying()},
    ):
        assert engine.handle(message)["code"] == "bad_value"
