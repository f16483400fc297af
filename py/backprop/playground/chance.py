"""The random numbers of a page that draws them with David Bau's seedrandom: ARC4, seeded by a text.

TensorFlow Playground does. The same text gives the same numbers here as there, to the last bit.
"""

from __future__ import annotations

from typing import TypeVar

WIDTH = 256
"""Bytes of the generator's table."""

FIRST_BYTES = 6
"""Bytes that a number begins with; each further one makes it finer."""

FINEST = 2**52
"""A number is fine enough when its numerator has reached this."""

Item = TypeVar("Item")


class SeededRandom:
    """Numbers evenly spread from 0 to below 1, decided by a text.

    The generator is RC4, its key the characters of the seed, and its first 256 bytes are left out.
    """

    def __init__(self, seed: str) -> None:
        self._table = list(range(WIDTH))
        self._i = self._j = 0
        key = _key(seed)
        j = 0
        for i in range(WIDTH):
            j = (j + self._table[i] + key[i % len(key)]) % WIDTH
            self._table[i], self._table[j] = self._table[j], self._table[i]
        for _ in range(WIDTH):
            self._byte()

    def __call__(self) -> float:
        """The next number, with all 53 digits of a float64."""
        numerator, last = 0, 0
        denominator: int = WIDTH**FIRST_BYTES
        for _ in range(FIRST_BYTES):
            numerator = numerator * WIDTH + self._byte()
        while numerator < FINEST:
            numerator = (numerator + last) * WIDTH
            denominator *= WIDTH
            last = self._byte()
        while numerator >= 2 * FINEST:
            numerator //= 2
            denominator //= 2
            last >>= 1
        return (numerator + last) / denominator

    def between(self, low: float, high: float) -> float:
        """The next number, spread from `low` to `high`."""
        return self() * (high - low) + low

    def shuffle(self, items: list[Item]) -> None:
        """Bring a list into another order, from its end to its beginning."""
        for left in range(len(items), 0, -1):
            chosen = int(self() * left)
            items[left - 1], items[chosen] = items[chosen], items[left - 1]

    def _byte(self) -> int:
        table = self._table
        self._i = i = (self._i + 1) % WIDTH
        self._j = j = (self._j + table[i]) % WIDTH
        table[i], table[j] = table[j], table[i]
        return table[(table[i] + table[j]) % WIDTH]


def _key(seed: str) -> list[int]:
    """The generator's key: the characters as UTF-16 has them, folded over when there are many."""
    encoded = seed.encode("utf-16-le", "surrogatepass")
    key: list[int] = []
    smear = 0
    for place in range(len(encoded) // 2):
        unit = int.from_bytes(encoded[2 * place : 2 * place + 2], "little")
        before = key[place % WIDTH] if place >= WIDTH else 0
        smear ^= before * 19
        folded = (smear + unit) % WIDTH
        if place < WIDTH:
            key.append(folded)
        else:
            key[place % WIDTH] = folded
    return key or [0]
