"""Numbers as readers see them: the one place that rounds a number and writes it down.

What the page writes by itself follows the same rule (`web/kit/formula/number_text.js`); a test asks
both. The rule:

* Four significant digits unless a caller asks for others, and no zeros at the end.
* Whole numbers below 100,000 keep all their digits.
* Below 0.0001, and from 100,000 on, a power of ten.
* Rounding is to the nearest. Halfway, away from zero, and halfway is meant as it is read: 1.0005
  becomes 1.001, although the float64 that stands for it is a little less than that.
* A real minus sign, and nothing at which a line could break.
"""

from __future__ import annotations

from math import inf, isfinite, isnan
from typing import NamedTuple

MINUS = "−"
NO_BREAK = "\N{NO-BREAK SPACE}"
DIGITS = 4
"""Significant digits of a number in a sentence or a formula."""

LARGEST_PLAIN = 99999.5
"""From here on a number is written with a power of ten."""
SMALLEST_POWER = -4
"""A number of a lower power of ten is written with that power."""

_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


class Rounded(NamedTuple):
    """A size, rounded: `digits` times ten to the `power`."""

    digits: str
    power: int


def rounded(size: float, digits: int = DIGITS) -> Rounded:
    """A finite `size` from 0 on as it is to be written; the power is 0 where none is.

    Args:
        size: without its sign.
        digits: significant digits, 1 to 15.
    """
    if size < LARGEST_PLAIN:
        short = f"{size:.{digits}g}"
        if "e" not in short and "5e" not in f"{size:.{digits}e}":
            return Rounded(short, 0)  # so are most, and Python writes them by the same rule
        digits = max(digits, len(str(int(size))))
    mantissa, power = scientific(size, digits)
    if size >= LARGEST_PLAIN or power < SMALLEST_POWER:
        return Rounded(_without_zeros(mantissa), power)
    return Rounded(
        _without_zeros(f"{float(f'{mantissa}e{power}'):.{max(0, digits - 1 - power)}f}"), 0
    )


def scientific(size: float, digits: int) -> Rounded:
    """All `digits` of a finite `size`, one of them before the point, and the power of ten."""
    longer = f"{size:.{digits}e}"
    if "5e" in longer and float(longer) == size:
        size *= 1 + 2**-52  # to the next float64, which is more than halfway
    mantissa, exponent = f"{size:.{digits - 1}e}".split("e")
    return Rounded(mantissa, int(exponent))


def number_text(value: float, digits: int = DIGITS) -> str:
    """A number as a sentence says it: `0.5842`, `−0.01048`, `1.2×10⁻⁵`; zero has no sign.

    Args:
        value: any float, also `∞`, `−∞` and `NaN`.
        digits: significant digits, 1 to 15.
    """
    if isnan(value):
        return "NaN"
    sign = MINUS if value < 0 else ""
    if not isfinite(value):
        return f"{sign}∞"
    written, power = rounded(abs(value), digits)
    return f"{sign}{written}{times_power_text(power)}"


def signed_number_text(value: float, digits: int = DIGITS) -> str:
    """The same with its sign always written: `+0.4`, `−0.4`; zero has none."""
    return f"{'+' if value > 0 else ''}{number_text(value, digits)}"


def times_power_text(power: int) -> str:
    """What stands behind the digits of a number: `×10⁻⁵`, and nothing for the power 0."""
    return f"×{power_text(power)}" if power else ""


def power_text(power: int) -> str:
    """A power of ten: `10⁻⁵`."""
    return f"10{str(power).translate(_RAISED)}"


def count_text(count: float) -> str:
    """A whole number with its thousands apart: `12,400`; others are rounded to one."""
    whole = int(abs(count) + 0.5)
    return f"{MINUS if count < 0 and whole else ''}{whole:,}"


def percent_text(share: float, digits: int = DIGITS) -> str:
    """A share as per cent: `9%`, `13.8%`; `< 0.01%` where that is all there is to say."""
    percent = 100 * share
    if 0 < percent < 0.01:
        return f"<{NO_BREAK}0.01%"
    return f"{number_text(percent, digits)}%"


def texts_apart(lesser: float, greater: float) -> tuple[str, str]:
    """Two different numbers with as many digits, from four on, as tell them apart."""
    for digits in range(DIGITS, 16):
        texts = number_text(lesser, digits), number_text(greater, digits)
        if texts[0] != texts[1]:
            break
    return texts


def duration_text(seconds: float) -> str:
    """A time to three digits: `35 µs`, `1.2 ms`, `3.4 s`."""
    units = (("µs", 1e-6, 1e-3), ("ms", 1e-3, 1.0), ("s", 1.0, inf))
    unit, size = next((unit, size) for unit, size, end in units if seconds < end)
    return f"{number_text(seconds / size, 3)}{NO_BREAK}{unit}"


def _without_zeros(digits: str) -> str:
    return digits.rstrip("0").removesuffix(".") if "." in digits else digits
