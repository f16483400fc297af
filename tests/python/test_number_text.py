"""How numbers are written, and that the page and the engine write each of them alike."""

import ast
import json
import math
import random
import re
import subprocess
from pathlib import Path

import pytest

from backprop.core.number_text import (
    count_text,
    duration_text,
    number_text,
    percent_text,
    power_text,
    scientific,
    signed_number_text,
)
from backprop.explain.formula import number

ROOT = Path(__file__).parents[2]
SPACE = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (-0.5, "−0.5"),
        (0.04631259, "0.04631"),
        (123.456, "123.5"),
        (0.99999, "1"),
        (-1.2e-5, "−1.2×10⁻⁵"),
        (-1.7234e-11, "−1.723×10⁻¹¹"),
        (3e12, "3×10¹²"),
        (1e-4, "0.0001"),
        (0.000099996, "0.0001"),
        (12345.4, "12345"),
        (99999.5, "1×10⁵"),
        (0.0, "0"),
        (-0.0, "0"),
        (math.nan, "NaN"),
        (math.inf, "∞"),
        (-math.inf, "−∞"),
    ],
)
def test_a_number_has_four_digits_a_true_minus_sign_and_raised_powers(value, text):
    assert number_text(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1.0625, "1.063"),  # exactly halfway in float64 too
        (-1.0625, "−1.063"),
        (1.0005, "1.001"),  # in float64 0.00000000000000001 less than halfway
        (1.0015, "1.002"),
        (1.0004999, "1"),
        (0.00123450000001, "0.001235"),
        (2.5e-7 + 0.00005e-7, "2.5×10⁻⁷"),
        (12345.5, "12346"),
    ],
)
def test_halfway_as_it_is_read_is_rounded_away_from_zero(value, text):
    assert number_text(value) == text


def test_other_numbers_of_digits_can_be_asked_for():
    assert number_text(0.5841905229354073, 2) == "0.58"
    assert number_text(-0.0007640252344581602, 3) == "−0.000764"
    assert number_text(123.4, 2) == "123"
    assert scientific(0.0314159, 3) == ("3.14", -2)


def test_signs_counts_shares_powers_and_times_follow_the_same_rule():
    assert [signed_number_text(value) for value in (0.4, -0.4, 0)] == ["+0.4", "−0.4", "0"]
    assert [count_text(count) for count in (7, 12400, -1234567)] == ["7", "12,400", "−1,234,567"]
    assert [percent_text(share) for share in (0.09, 0.1375, 0.0, 1.0)] == [
        "9%",
        "13.75%",
        "0%",
        "100%",
    ]
    assert percent_text(5e-5) == f"<{SPACE}0.01%"
    assert power_text(-12) == "10⁻¹²"


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(2.5, "2.5 s"), (0.0123, "12.3 ms"), (4.56e-5, "45.6 µs"), (1e-9, "0.001 µs")],
)
def test_a_time_is_said_in_the_unit_that_fits(seconds, text):
    assert duration_text(seconds) == text.replace(" ", SPACE)


def test_a_formula_has_the_digits_of_the_sentence():
    draw = random.Random(3)  # noqa: S311 - no secret
    for _ in range(500):
        value = draw.uniform(-10, 10) * 10.0 ** draw.randint(-12, 12)
        latex = number(value).latex
        spoken = re.sub(
            r" \\times 10\^\{(-?\d+)\}", lambda found: f"×{power_text(int(found[1]))}", latex
        )
        assert spoken.replace("-", "−") == number_text(value)


def drawn_values():
    """Numbers of every size, and many that stand halfway between two of four digits."""
    draw = random.Random(1)  # noqa: S311 - no secret
    yield from (
        0.0,
        5e-324,
        2.2250738585072014e-308,
        1.7976931348623157e308,
        99999.4,
        99999.5,
        1e-4,
    )
    for _ in range(1500):
        yield draw.choice((1, -1)) * draw.uniform(1, 10) * 10.0 ** draw.randint(-320, 300)
        yield draw.uniform(-2, 2) * 10.0 ** draw.randint(-6, 6)
        digits = draw.randint(1, 6)
        yield float(f"{draw.randint(-(10**digits), 10**digits)}5e{draw.randint(-9, 4)}")
        yield draw.randint(-(10**6), 10**6) / 2 ** draw.randint(0, 12)


PAGE_TEXTS = """
import { readFileSync } from "node:fs";
import { countText } from "./web/kit/formula/count_text.js";
import { numberText, signedNumberText } from "./web/kit/formula/number_text.js";
const asked = JSON.parse(readFileSync(0, "utf8"));
const texts = asked.map(([value, digits]) => [
  numberText(value, digits),
  signedNumberText(value, digits),
  countText(Math.abs(Math.trunc(value)) % 1e15),
]);
console.log(JSON.stringify(texts));
"""


@pytest.mark.host
def test_the_page_writes_every_number_as_the_engine_does():
    draw = random.Random(2)  # noqa: S311 - no secret
    asked = [(value, draw.choice((4, 4, 4, 2, 3, 6, 12, 15))) for value in drawn_values()]
    done = subprocess.run(
        ["node", "--input-type=module", "-e", PAGE_TEXTS],
        cwd=ROOT,
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=True,
    )
    expected = [
        [
            number_text(*each),
            signed_number_text(*each),
            count_text(int(math.fmod(abs(each[0]), 1e15))),
        ]
        for each in asked
    ]
    differing = [
        (each, page, engine)
        for each, page, engine in zip(asked, json.loads(done.stdout), expected, strict=True)
        if page != engine
    ]
    assert differing == []


def number_formats(path):
    """The numbers that a module writes by a format of its own, such as `:.3g` or `:,`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FormattedValue) and node.format_spec is not None:
            spec = ast.unparse(node.format_spec)
            if re.search(r"[,_.%eEfFgGn]", spec.removeprefix("f")):
                yield f"{path.name}:{node.lineno} {spec}"


def test_one_module_alone_says_how_numbers_are_written():
    core = ROOT / "py" / "backprop"
    modules = [path for path in core.rglob("*.py") if path.name != "number_text.py"]
    assert [*number_formats(core / "core" / "number_text.py")] != []
    assert [found for path in modules for found in number_formats(path)] == []
