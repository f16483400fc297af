"""Steps of micrograd's demo, one number a node: with `backprop.graph` and with micrograd itself.

    PYTHONPATH=py:scripts:MICROGRAD python -m bench.scalar_graphs SECONDS REPEATS

Both run the same program, 2-16-16-1 on two moons, which makes the whole graph anew in each step.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from itertools import pairwise
from math import cos, pi, sin
from random import Random
from typing import Any

from micrograd.engine import (  # type: ignore[import-not-found] # fetched for the bench alone
    Value as MicrogradValue,
)

from backprop.graph import Value
from bench.rates import in_turns

SIZES = (2, 16, 16, 1)
POINTS = 20
"""Of the demo's hundred, so that a turn is short: the time of a step grows with them."""
WEIGHT_DECAY = 1e-4
SEED = 1337
CLOSE = 1e-9


def demo(value: Callable[[float], Any], gradient_name: str) -> Callable[[int], float]:
    """So many steps of the demo from its start, in the numbers of one library; the last loss.

    Args:
        value: a number of the library.
        gradient_name: what its gradient is called.
    """
    angles = [pi * place / (POINTS // 2 - 1) for place in range(POINTS // 2)]
    outer = [[value(cos(t)), value(sin(t))] for t in angles]
    inner = [[value(1 - cos(t)), value(0.5 - sin(t))] for t in angles]
    inputs, signs = outer + inner, [-1] * len(outer) + [1] * len(inner)

    def run(steps: int) -> float:
        draw = Random(SEED)  # noqa: S311 - first weights, and no secret
        layers = [
            [([value(draw.uniform(-1, 1)) for _ in range(before)], value(0)) for _ in range(units)]
            for before, units in pairwise(SIZES)
        ]
        parameters = [each for layer in layers for weights, b in layer for each in (*weights, b)]
        reached = 0.0
        for step in range(steps):
            scores = [score(layers, row) for row in inputs]
            hinges = [(1 + -sign * s).relu() for sign, s in zip(signs, scores, strict=True)]
            decay = sum(each * each for each in parameters)
            loss = sum(hinges) * (1 / POINTS) + WEIGHT_DECAY * decay
            for each in parameters:
                setattr(each, gradient_name, 0)
            loss.backward()
            for each in parameters:
                each.data -= max(0.1, 1 - 0.9 * step / 100) * getattr(each, gradient_name)
            reached = loss.data
        return reached

    return run


def score(layers: list[Any], row: list[Any]) -> Any:
    """The output of a network of ReLUs with a linear last layer."""
    for layer in layers[:-1]:
        row = [total(weights, row, bias).relu() for weights, bias in layer]
    ((weights, bias),) = layers[-1]
    return total(weights, row, bias)


def total(weights: list[Any], row: list[Any], bias: Any) -> Any:
    """What a unit adds up."""
    return sum((w * x for w, x in zip(weights, row, strict=True)), bias)


def graph_rates(seconds: float, repeats: int) -> dict[str, list[float]]:
    """Steps a second of both, measured in turns.

    Raises:
        ArithmeticError: the two reach different losses, so that they do not do the same.
    """
    graph, micrograd = demo(Value, "gradient"), demo(MicrogradValue, "grad")
    ours, theirs = graph(5), micrograd(5)
    if not abs(ours - theirs) <= CLOSE * abs(theirs):
        raise ArithmeticError(f"after five steps the loss is {ours}, and micrograd's {theirs}")
    return in_turns({"graph": graph, "micrograd": micrograd}, seconds, repeats)


if __name__ == "__main__":
    print(json.dumps(graph_rates(float(sys.argv[1]), int(sys.argv[2]))))
