"""How far a share may lie from what was counted."""

from __future__ import annotations

from math import hypot, sqrt

Z_95 = 1.959963984540054
"""A normal variable is within so many standard deviations of its mean 95 times in 100."""


def wilson_interval(count: int, total: int) -> tuple[float, float]:
    """The 95% interval of a share of which `count` of `total` were seen.

    Its ends are the shares p that lie 1.96 of their own standard deviations √(p (1 − p) / n) from
    what was seen (Wilson, 1927, "Probable inference, the law of succession, and statistical
    inference"). Unlike p ± 1.96 √(p (1 − p) / n) it stays within 0 and 1, and does not shrink to
    nothing when none or all were seen.

    Args:
        count: 0 to `total`.
        total: how many were looked at, from 1 on.

    Returns:
        The lower and the upper end, each from 0 to 1.

    Raises:
        ValueError: the numbers are out of their range.
    """
    if not 0 <= count <= total or total < 1:
        raise ValueError(f"count must be from 0 to total, and total at least 1: {count}, {total}")
    p, z = count / total, Z_95
    middle = p + z**2 / (2 * total)
    reach = z * sqrt(p * (1 - p) / total + (z / (2 * total)) ** 2)
    whole = 1 + z**2 / total
    lower = (middle - reach) / whole if count > 0 else 0.0
    upper = (middle + reach) / whole if count < total else 1.0
    return lower, upper


def difference_interval(
    count: int, total: int, other: int, other_total: int
) -> tuple[float, float]:
    """The 95% interval of one share less another, `count / total − other / other_total`.

    Where it holds zero, the two may be alike. It joins the ends of both Wilson intervals (Newcombe,
    1998, "Interval estimation for the difference between independent proportions", method 10).

    Args:
        count: 0 to `total`.
        total: from 1 on.
        other: 0 to `other_total`.
        other_total: from 1 on.

    Returns:
        The lower and the upper end, each from −1 to 1.

    Raises:
        ValueError: the numbers are out of their range.
    """
    lower, upper = wilson_interval(count, total)
    other_lower, other_upper = wilson_interval(other, other_total)
    p, q = count / total, other / other_total
    return (
        p - q - hypot(p - lower, other_upper - q),
        p - q + hypot(upper - p, q - other_lower),
    )
