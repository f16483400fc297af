"""CPython recorded these numbers; whichever interpreter runs this must find them again."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from backprop import engine
from backprop.message import presets

GOLDEN: dict[str, Any] = json.loads(
    (Path(__file__).parent.parent / "golden" / "traces.json").read_text(encoding="utf-8")
)
REDO = "if the core was meant to change: python scripts/record_golden.py"


def flat(value: Any) -> list[float]:
    """The numbers of nested lists, in order."""
    if isinstance(value, list):
        return [number for entry in value for number in flat(entry)]
    return [value]


def assert_agrees(found: Any, recorded: Any, what: str) -> None:
    numbers, expected = np.array(flat(found)), np.array(flat(recorded))
    assert numbers.shape == expected.shape, f"{what}: {REDO}"
    off = np.abs(numbers - expected) > 1e-12 * np.abs(expected)
    assert not off.any(), f"{what}: {numbers[off]} where {expected[off]} was recorded; {REDO}"


def test_every_preset_is_recorded() -> None:
    assert set(GOLDEN["traces"]) == set(presets.PRESETS), REDO


@pytest.mark.parametrize("name", sorted(presets.PRESETS))
def test_a_preset_gives_the_numbers_that_were_recorded(name: str) -> None:
    preset = presets.PRESETS[name]
    message = {field: value for field, value in preset.items() if field != "title"}
    trace = engine.handle({"kind": "trace", **message})
    for field, recorded in GOLDEN["traces"][name].items():
        assert_agrees(trace[field], recorded, f"{name}, {field}")


def test_the_xor_run_begins_as_recorded() -> None:
    recorded = GOLDEN["xor"]
    run = engine.handle(
        {**presets.XOR_RUN, "state": None, "epochs": recorded["epochs"], "surface": None}
    )
    assert_agrees(run["losses"], recorded["losses"], "losses")
    for field in ("parameters", "velocity"):
        assert_agrees(run["state"][field], recorded[field], field)
