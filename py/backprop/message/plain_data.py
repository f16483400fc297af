"""Results as plain data: dicts, lists, floats, ints, strings and None, nothing of Python's own."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

import numpy as np

from backprop.explain.formula import Formula


def plain(value: Any) -> Any:  # noqa: ANN401
    """Return `value` with arrays and tuples as lists, records as dicts, scalars as Python's own.

    Raises:
        TypeError: something has no plain form.
    """
    if value is None or type(value) in (bool, int, float, str):
        return value
    if isinstance(value, Formula):
        return {"latex": str(value), "parts": list(value.parts)}  # plain dicts already
    if isinstance(value, (np.ndarray, np.generic)):
        return value.tolist()
    if isinstance(value, (list, tuple)):
        return [plain(entry) for entry in value]
    if isinstance(value, dict):
        return {str(name): plain(entry) for name, entry in value.items()}
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    raise TypeError(f"{type(value).__name__} has no plain form")
