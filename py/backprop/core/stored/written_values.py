"""Values as people paste them: JSON, Python's literals, NumPy's and PyTorch's printed arrays.

The grammar is closed, and nothing is run: numbers, texts, lists, tuples, dictionaries,
`name = value`, and the calls in `CALLS`, of which only the first argument is taken. Commas may be
missing, as in NumPy's printed arrays. Comments and lines that import something are passed over.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, TypeAlias

from backprop.core.number_text import count_text

if TYPE_CHECKING:
    from collections.abc import Iterator

Value: TypeAlias = "float | str | list[Value] | dict[str, Value] | None"

LONGEST_TEXT = 200_000
DEEPEST = 8

CALLS = {"array", "tensor", "OrderedDict", "np.array", "numpy.array", "torch.tensor"}
CALLS |= {"np.float64", "np.float32"}  # how NumPy shows a number that stands in a list
CONSTANTS = {"None": None, "null": None, "True": 1.0, "true": 1.0, "False": 0.0, "false": 0.0}

TOKEN = re.compile(
    r"""\s*+(?:\#[^\n]*+\s*+)*+(?:
    (?P<number>[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?![\w.]))
    | (?P<text>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')
    | (?P<name>[A-Za-z_][\w.]*)
    | (?P<other><[^<>\n]{0,80}>|\.\.\.|.)
    )""",
    re.VERBOSE,
)

IMPORT = re.compile(r"^[ \t]*(?:import|from)[ \t][^\n]*$", re.MULTILINE)

CLOSING = {"[": "]", "(": ")", "{": "}"}


class UnreadableTextError(ValueError):
    """The text is none of the forms that are read; the message says where it stops being one."""


def read_value(text: str) -> Value:
    """Return the value in `text`; several as a list, several with names as a dictionary.

    Raises:
        UnreadableTextError: the text is too long, too deep, shortened by `...`, or something else.
    """
    if len(text) > LONGEST_TEXT:
        raise UnreadableTextError(
            f"The text has {count_text(len(text))} characters, "
            f"and {count_text(LONGEST_TEXT)} are the most"
        )
    return _Reader(IMPORT.sub("", text.replace("Parameter containing:", ""))).whole()


class _Reader:
    """Goes through the tokens of a text once."""

    def __init__(self, text: str) -> None:
        self.text = text.rstrip()
        self.tokens = self._tokens()
        self.place = 0
        self._next()

    def whole(self) -> Value:
        """All values of the text."""
        values: list[Value] = []
        named: dict[str, Value] = {}
        while self.kind:
            if self.sign in {",", ";"}:
                self._next()
                continue
            name = self.sign if self.kind in {"name", "text"} else None
            value = self._value(0)
            if isinstance(value, str) and name and self.sign in {"=", ":"}:
                self._next()
                _enter(named, value, self._value(0))
            else:
                values.append(value)
        if named and values:
            raise UnreadableTextError("Some of the values have a name, and some have none")
        if named:
            return named
        if not values:
            raise UnreadableTextError("There is nothing to read")
        return values[0] if len(values) == 1 else values

    def _tokens(self) -> Iterator[tuple[str, str, int]]:
        place = 0
        while place < len(self.text):
            found = TOKEN.match(self.text, place)
            if not found:
                return
            place = found.end()
            kind = found.lastgroup or ""
            yield kind, found[kind], found.start(kind)

    def _next(self) -> None:
        self.kind, self.sign, self.place = next(self.tokens, ("", "", len(self.text)))

    def _refuse(self, expected: str) -> UnreadableTextError:
        line = self.text.count("\n", 0, self.place) + 1
        if self.sign in {"...", "…"}:
            return UnreadableTextError(f"The text was shortened by {self.sign} in line {line}")
        met = f"“{self.sign[:20]}”" if self.sign else "the end"
        return UnreadableTextError(f"Line {line}: {expected} was expected in place of {met}")

    def _value(self, depth: int) -> Value:
        kind, sign = self.kind, self.sign
        if depth > DEEPEST:
            raise UnreadableTextError(f"There are more than {DEEPEST} brackets in each other")
        if kind == "number":
            self._next()
            return _number(sign)
        if kind == "text":
            self._next()
            return _text(sign)
        if sign in {"[", "("}:
            return self._list(CLOSING[sign], depth)
        if sign == "{":
            return self._dictionary(depth)
        if kind == "name":
            return self._name(sign, depth)
        raise self._refuse("a number or a bracket")

    def _name(self, name: str, depth: int) -> Value:
        if name in CONSTANTS:
            self._next()
            return CONSTANTS[name]
        if name in CALLS:
            self._next()
            return self._call(depth)
        if depth:
            raise self._refuse("a number or a bracket")
        self._next()
        if self.sign not in {"=", ":"}:
            raise self._refuse("= after a name")
        return name

    def _call(self, depth: int) -> Value:
        if self.sign != "(":
            raise self._refuse("a bracket")
        self._next()
        first = self._value(depth + 1)
        while self.kind and self.sign != ")":  # dtype, device, grad_fn: they change no number
            if self.sign in CLOSING:
                raise self._refuse("a name such as dtype")
            self._next()
        self._expect(")")
        pairs = isinstance(first, list) and all(
            isinstance(pair, list) and len(pair) == 2 and isinstance(pair[0], str) for pair in first
        )
        if not (pairs and first):
            return first
        named: dict[str, Value] = {}
        for name, value in first:  # type: ignore[misc, union-attr, str-unpack]
            _enter(named, name, value)  # type: ignore[arg-type]
        return named

    def _list(self, closing: str, depth: int) -> list[Value]:
        self._next()
        values: list[Value] = []
        while self.sign != closing:
            value = self._value(depth + 1)
            if value is None:
                raise UnreadableTextError("There is None or null in place of a number")
            values.append(value)
            if self.sign == ",":
                self._next()
        self._next()
        return values

    def _dictionary(self, depth: int) -> dict[str, Value]:
        self._next()
        named: dict[str, Value] = {}
        while self.sign != "}":
            name = self._value(depth + 1)
            if not isinstance(name, str):
                raise self._refuse("a name in quotes")
            self._expect(":")
            _enter(named, name, self._value(depth + 1))
            if self.sign == ",":
                self._next()
        self._next()
        return named

    def _expect(self, sign: str) -> None:
        if self.sign != sign:
            raise self._refuse(f"“{sign}”")
        self._next()


def _enter(named: dict[str, Value], name: str, value: Value) -> None:
    if name in named:
        raise UnreadableTextError(f"{name} is there twice")
    named[name] = value


def _number(sign: str) -> float:
    number = float(sign)
    if not math.isfinite(number):
        raise UnreadableTextError(f"{sign[:20]} is too large for a number")
    return number


def _text(sign: str) -> str:
    """A name without its quotes; of JSON's escapes only that of `/` stands in names."""
    return sign[1:-1].replace("\\/", "/")
