"""One field of a message: what stands in it, and how to refuse what may not.

A message may hold anything at all. So a field looks at the exact type before it touches a value,
at the length before it copies one, and never walks further than the message's own shape says:
depth, cycles and cleverly written classes make no difference.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any

import numpy as np

from backprop.core.limits import LIMITS, Limit, breach

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from numpy.typing import NDArray

BUFFERS = (memoryview, np.ndarray, array)


class Refusal(ValueError):  # noqa: N818
    """Why a message is not obeyed: a code, a sentence, and the path of the field at fault."""

    def __init__(self, code: str, sentence: str, field: str | None) -> None:
        super().__init__(sentence)
        self.code = code
        self.field = field


class Field:
    """A value in a message, and the path that leads to it, such as `network.layer_sizes[1]`."""

    def __init__(self, value: object, path: str = "") -> None:
        # JavaScript's null reaches Python as an object of Pyodide's own.
        self.value = None if type(value).__name__ == "JsNull" else value
        self.path = path

    def refusal(self, wrong: str, code: str = "bad_value") -> Refusal:
        """Return an exception that says `wrong` of this field: "must be …"."""
        return Refusal(code, f"{self.path or 'The message'} {wrong}.", self.path or None)

    def shape(self, required: Collection[str], optional: Collection[str] = ()) -> None:
        """Refuse what is not a plain object with these fields and no others."""
        if type(self.value) is not dict:
            raise self.refusal("must be an object")
        for name in required:
            if name not in self.value:
                missing = self._below(name, None)
                raise missing.refusal("is missing", "missing_field")
        for name in self.value:
            if name not in required and name not in optional:
                if type(name) is not str:
                    raise self.refusal("may only have fields with names", "unknown_field")
                unknown = self._below(name[:40], None)
                raise unknown.refusal("is no field that the engine knows", "unknown_field")

    def __getitem__(self, name: str) -> Field:
        """The field of that name in an object that has passed `shape`; None if it is not there."""
        return self._below(name, self.value.get(name))  # type: ignore[attr-defined]

    @property
    def absent(self) -> bool:
        """Whether the field is null, undefined or not there."""
        return self.value is None

    def number(self, limit: str | Limit) -> float:
        """A number within a limit: one of `LIMITS` by its name, or a figure's own."""
        value: Any = self.value
        wrong = breach(LIMITS[limit] if isinstance(limit, str) else limit, value)
        if wrong is not None:
            raise self.refusal(wrong.words, wrong.code)
        return float(value)

    def whole(self, limit: str | Limit) -> int:
        """A whole number within a limit; 3.0 is one, for JavaScript has no other."""
        return int(self.number(limit))

    def index(self, count: int) -> int:
        """A place in a row of `count` things, from 0 on."""
        index = self.whole("index")
        if index >= count:
            raise self.refusal(f"must be less than {count}", "too_large")
        return index

    def flag(self) -> bool:
        """True or false."""
        if type(self.value) is not bool:
            raise self.refusal("must be true or false")
        return self.value

    def choice(self, options: Collection[str]) -> str:
        """One of a few words."""
        if type(self.value) is not str or self.value not in options:
            raise self.refusal(f"must be one of {', '.join(options)}")
        return self.value

    def text(self, most: int) -> str:
        """A text of at most so many characters."""
        if type(self.value) is not str:
            raise self.refusal("must be text")
        if len(self.value) > most:
            raise self.refusal(f"must have at most {most} characters", "too_large")
        return self.value

    def items(self, least: int, most: int) -> Iterator[Field]:
        """The entries of a list that is neither too short nor too long."""
        value: Any = self.value
        if type(value) not in (list, tuple):
            raise self.refusal("must be a list")
        self._measure(len(value), least, most)
        return (Field(entry, f"{self.path}[{i}]") for i, entry in enumerate(value))

    def length(self) -> int:
        """How many entries a list or typed array has."""
        value: Any = self.value
        if isinstance(value, BUFFERS):
            return int(np.asarray(value).size)
        if type(value) not in (list, tuple):
            raise self.refusal("must be a list")
        return len(value)

    def numbers(self, count: int, limit: str | Limit = "any") -> NDArray[np.float64]:
        """A list or typed array of exactly `count` finite numbers, as a new float64 vector.

        Args:
            count: how many there must be.
            limit: the range of each; without it, any finite number.
        """
        value: Any = self.value
        if isinstance(value, BUFFERS):
            vector = np.asarray(value)
            if vector.ndim != 1 or vector.dtype.kind not in "fiu":
                raise self.refusal("must be a list of numbers")
            self._measure(vector.size, count, count)
        else:
            entries = list(self.items(count, count))
            for entry in entries:
                if type(entry.value) is not float:
                    entry.number("any")
            vector = np.array([entry.value for entry in entries])
        vector = vector.astype(np.float64)
        allowed = LIMITS[limit] if isinstance(limit, str) else limit
        inside = np.isfinite(vector) & (vector >= allowed.minimum) & (vector <= allowed.maximum)
        if not inside.all():
            first = int(np.argmin(inside))
            Field(float(vector[first]), f"{self.path}[{first}]").number(allowed)
        return vector

    def _measure(self, length: int, least: int, most: int) -> None:
        if not least <= length <= most:
            span = f"{least}" if least == most else f"{least} to {most}"
            entries = "entry" if span == "1" else "entries"
            raise self.refusal(
                f"must have {span} {entries}, not {length}",
                "too_large" if length > most else "bad_value",
            )

    def _below(self, name: str, value: object) -> Field:
        return Field(value, f"{self.path}.{name}" if self.path else name)
