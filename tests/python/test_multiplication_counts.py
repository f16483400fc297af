"""Counted once more by doing it: every product of a real gradient made by a number that counts."""

from __future__ import annotations

from itertools import pairwise, product

import pytest

from backprop.figures.paths.multiplication_counts import multiplication_counts


class Tally:
    """A number that adds one to `made` at every product."""

    made = 0

    def __mul__(self, _other: Tally) -> Tally:
        Tally.made += 1
        return Tally()

    def __add__(self, _other: Tally) -> Tally:
        return Tally()


def summed(numbers: list[Tally]) -> Tally:
    total = numbers[0]
    for number in numbers[1:]:
        total = total + number
    return total


def made_path_by_path(sizes: list[int]) -> int:
    Tally.made = 0
    a = w = slope = error = Tally()
    for layer, (n_in, n_out) in enumerate(pairwise(sizes)):
        ahead = sizes[layer + 2 :]
        for _ in range(n_in * n_out):
            for _path in product(*map(range, ahead)):
                gradient = error * slope  # ∂E/∂ŷ f′(z)
                for _ in ahead:
                    gradient = gradient * w * slope
                gradient = gradient * a
    return Tally.made


def made_by_backpropagation(sizes: list[int]) -> int:
    Tally.made = 0
    a = w = slope = Tally()
    δ = [Tally() * slope for _ in range(sizes[-1])]
    for n_in in reversed(sizes[:-1]):
        for signal, _source in product(δ, range(n_in)):
            _ = signal * a
        δ = [summed([w * signal for signal in δ]) * slope for _ in range(n_in)]
    # The last turn made a δ for the inputs as well, which nobody needs.
    return Tally.made - sizes[0] * (sizes[1] + 1)


@pytest.mark.parametrize("sizes", [[1, 1], [2, 2, 1], [2, 3, 3, 1], [1, 4, 2, 3], [2, 3, 2, 3, 2]])
def test_as_many_multiplications_are_counted_as_are_made(sizes: list[int]) -> None:
    counts = multiplication_counts(sizes)
    assert counts.path_by_path == made_path_by_path(sizes)
    assert counts.backpropagation == made_by_backpropagation(sizes)


def test_the_2_2_1_network_by_hand() -> None:
    counts = multiplication_counts([2, 2, 1])
    assert counts.paths == 6  # one path from each of six weights
    assert counts.path_by_path == 4 * 4 + 2 * 2  # five factors from the first layer, three after
    assert counts.backpropagation == 1 + 2 * 2 + 6  # δ at the output, two δ inside, six a δ


def test_counts_stay_exact_where_floats_would_round() -> None:
    counts = multiplication_counts([2, *[16] * 20, 1])
    assert counts.paths == 2 * 16**20 + sum(16**k for k in range(1, 21))


@pytest.mark.parametrize("sizes", [[], [3], [2, 0, 1]])
def test_a_network_without_weights_is_refused(sizes: list[int]) -> None:
    with pytest.raises(ValueError, match="layer_sizes needs two layers"):
        multiplication_counts(sizes)
