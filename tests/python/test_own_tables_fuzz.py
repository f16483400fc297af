"""Tables as no program writes them, and as programs do, damaged in one place or a few."""

import random
import re
from collections import Counter
from collections.abc import Iterator

import numpy as np
from hypothesis import settings

from backprop import engine

COUNT = 10_000 if settings().max_examples > 50 else 200
"""Fewer in a build."""

CELLS = (
    *("0", "1", "-1", "0.5", "−2,5", "1e3", ".5", "3", "yes", "no", "maybe", "", " ", "nan", "inf"),
    *("1e999", "0x10", "1_0", '"', '"a,b"', "=A1", "𝛿", "\0", "12:30", "1/2", "9" * 400, "x" * 300),
)
COLUMNS = (
    ("x1", ("0.5", "-1", "2", ".25")),
    ("Größe", ("1e3", "−2.5", "0")),
    ("y", ("0", "1")),
    ("class", ("-1", "1")),
    ("label", ("yes", "no")),
    ("TARGET", ("1", "2")),
    ("id", ("1", "2", "3")),
    ("town", ("Ulm", "Bern", "")),
    ("", CELLS),
)
"""A name, and what may stand below it."""
SEPARATORS = (",", ";", "\t", "|", " ", ", ")
PIECES = (
    *SEPARATORS,
    *CELLS,
    "\n",
    "\r\n",
    "\n\n",
    "\ufeff",
    "sep=;\n",
    "PK\x03\x04",
    "\x85",
    "\u2028",
)
ROLES = ("input", "target", "unused")

PLACED = re.compile(r"Line \d+, column \d+ \(the [a-z ]+\): .+\.")
WHOLE = (
    re.compile(r"Line \d+ has \d+ columns? between its \w+; it needs \d+.*\."),
    re.compile(r"Line 1 has one column: put commas, semicolons or tabs between the columns\."),
    re.compile(r"Line \d+ is no line of a table\."),
    re.compile(r"It has [\d,]+ (examples?|columns); .+\."),
    re.compile(r"It has names of columns, and no line of numbers below them\."),
    re.compile(r"It has \d+ columns, and \d+ roles were chosen\."),
    re.compile(r"(No column is|\d+ columns are) chosen as (input|the target); .+\."),
    re.compile(r"Column \d+ \(the target\) holds “.+” in every line: .+\."),
    re.compile(r"That is a workbook: .+\."),
    re.compile(r"There are no examples in it: .+\."),
)


def texts() -> Iterator[str]:
    draw = random.Random(13)  # noqa: S311 - no secret
    for _ in range(COUNT):
        separator, height = draw.choice(SEPARATORS), draw.randint(1, 6)
        pools = draw.choices(COLUMNS, k=draw.randint(1, 6))
        columns = [[name, *draw.choices(pool, k=height)] for name, pool in pools]
        rows = list(zip(*columns, strict=True))[draw.choice((0, 1)) :]
        text = draw.choice(("\n", "\r\n")).join(separator.join(row) for row in rows)
        for _ in range(draw.choice((0, 0, 1, 2))):
            begin = draw.randint(0, len(text))
            text = text[:begin] + draw.choice(PIECES) + text[begin + draw.randint(0, 3) :]
        yield text


def test_every_file_is_answered_by_examples_or_by_a_sentence_with_its_place() -> None:
    draw = random.Random(14)  # noqa: S311 - no secret
    found: Counter[str] = Counter()
    for text in texts():
        message: dict[str, object] = {"kind": "own_data", "text": text}
        look = engine.handle({"kind": "own_columns", "text": text})
        if look["kind"] == "own_columns" and draw.random() < 0.5:
            message["roles"] = draw.choices(ROLES, k=len(look["columns"]))
        answer = engine.handle(message)
        if answer["kind"] == "error":
            sentence = answer["message"]
            assert answer["code"] == "bad_value", text
            assert len(sentence) < 300, text
            is_placed = PLACED.fullmatch(sentence) is not None
            assert is_placed or any(whole.fullmatch(sentence) for whole in WHOLE), (text, sentence)
            found["placed" if is_placed else "whole"] += 1
            continue
        assert look["kind"] == "own_columns", text
        examples = np.reshape(answer["points"], (answer["count"], answer["inputs"] + 1))
        targets = examples[:, -1]
        assert np.isfinite(examples).all()
        assert ((targets >= 0) & (targets <= 1)).all() or (abs(targets) == 1).all(), text
        found["examples"] += 1
    assert all(found[kind] > COUNT / 20 for kind in ("placed", "whole", "examples")), found
