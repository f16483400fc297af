"""What the core and the naive loop do in a second; the same code in a browser and in CPython.

    PYTHONPATH=py:scripts python -m bench.rates SECONDS REPEATS

Compared things run in turns, so that what else the machine does falls on both.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter
from typing import Any

from backprop import Network
from backprop.core import datasets
from backprop.training.decision_surface import decision_surface
from backprop.training.population import starting_parameters, train_population
from backprop.training.trainer import Trainer
from bench import naive

LEARNING_RATE = 0.5
MOMENTUM = 0.9
POINTS = 250
BATCH = 10
NETS = 1024
RESOLUTION = 100
SEED = 1

Run = Callable[[int], object]


def rate(run: Run, seconds: float) -> float:
    """Epochs a second of ``run(epochs)``, over about ``seconds`` after a shorter trial."""
    epochs, spent = 1, 0.0
    while spent < seconds / 8:
        epochs *= 2
        began = perf_counter()
        run(epochs)
        spent = perf_counter() - began
    wanted = max(1, int(epochs * seconds / spent))
    began = perf_counter()
    run(wanted)
    return wanted / (perf_counter() - began)


def xor_net() -> Network:
    """The 2-2-1 network of every XOR measurement."""
    return Network([2, 2, 1], "sigmoid", "half_squared_error", seed=SEED)


def deep_net() -> Network:
    """The 2-8-8-1 network: hidden units tanh, as in the TensorFlow Playground."""
    return Network([2, 8, 8, 1], ["tanh", "tanh", "sigmoid"], "half_squared_error", seed=SEED)


def naive_run(net: Network, dataset: datasets.Dataset, batch: int, activation: str) -> Run:
    """The naive loop from the network's own start."""
    weights, biases = [w.copy() for w in net.weights], [b.copy() for b in net.biases]

    def run(epochs: int) -> object:
        x, t = dataset.inputs, dataset.targets
        pace = (LEARNING_RATE, MOMENTUM, batch, epochs)
        return naive.train(weights, biases, x, t, *pace, activation=activation)

    return run


def trainer_run(net: Network, dataset: datasets.Dataset, batch: int | None) -> Run:
    """The core's trainer from the network's own start."""
    return Trainer(net, dataset, LEARNING_RATE, MOMENTUM, batch, seed=SEED).run


def naive_xor(seconds: float) -> float:
    """Epochs a second of the naive loop on XOR."""
    return rate(naive_run(xor_net(), datasets.xor(), 4, "sigmoid"), seconds)


def xor_setting() -> dict[str, Any]:
    """The same start and settings as plain data, for another library."""
    net, dataset = xor_net(), datasets.xor()
    return {
        "weights": [w.tolist() for w in net.weights],
        "biases": [b.tolist() for b in net.biases],
        "inputs": dataset.inputs.tolist(),
        "targets": dataset.targets.tolist(),
        "learning_rate": LEARNING_RATE,
        "momentum": MOMENTUM,
    }


def population_run() -> Run:
    """1,024 XOR networks, all at once."""
    net, dataset = xor_net(), datasets.xor()
    start = starting_parameters(net, range(NETS), 1.0)

    def run(epochs: int) -> object:
        return train_population(
            net, dataset, start, epochs=epochs, learning_rate=LEARNING_RATE, momentum=MOMENTUM
        )

    return run


def surface_milliseconds(repeats: int) -> list[float]:
    """Times of one 100×100 surface of the 2-8-8-1 network, each the mean of five in a row."""
    net = deep_net()
    times = []
    for _ in range(repeats):
        began = perf_counter()
        for _ in range(5):
            decision_surface(net, (-1.0, 1.0), (-1.0, 1.0), RESOLUTION)
        times.append((perf_counter() - began) * 200)
    return times


def in_turns(runs: dict[str, Run], seconds: float, repeats: int) -> dict[str, list[float]]:
    """Rates of each run, measured in turns."""
    rates: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(repeats):
        for name, run in runs.items():
            rates[name].append(rate(run, seconds))
    return rates


def all_rates(seconds: float, repeats: int) -> dict[str, list[float]]:
    """Every measurement of the core: epochs a second, and for the surface milliseconds."""
    points = datasets.gaussians(POINTS, noise=0.1, seed=SEED)
    rates = in_turns(
        {
            "xor_naive": naive_run(xor_net(), datasets.xor(), 4, "sigmoid"),
            "xor_trainer": trainer_run(xor_net(), datasets.xor(), None),
            "population": population_run(),
            "points_naive": naive_run(deep_net(), points, BATCH, "tanh"),
            "points_trainer": trainer_run(deep_net(), points, BATCH),
        },
        seconds,
        repeats,
    )
    rates["population"] = [NETS * epochs for epochs in rates["population"]]
    rates["surface_ms"] = surface_milliseconds(8 * repeats)
    return rates


def median_ratio(one: list[float], other: list[float]) -> float:
    """The median of the ratios of neighbours in time."""
    return median(a / b for a, b in zip(one, other, strict=True))


if __name__ == "__main__":
    print(json.dumps(all_rates(float(sys.argv[1]), int(sys.argv[2]))))
