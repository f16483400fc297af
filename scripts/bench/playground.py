"""What a playground does in a second in this machine's own Python."""

from __future__ import annotations

import json
import sys
from time import perf_counter

from backprop.core import datasets
from backprop.playground import Playground, Settings, UnitSurfaces
from bench.rates import BATCH, POINTS, RESOLUTION, SEED, deep_net, in_turns, naive_run

THUMBNAIL = 20


def playground() -> Playground:
    """2-8-8-1 on 250 points, as TensorFlow Playground has it."""
    return Playground(Settings(hidden_layers=(8, 8), batch_size=BATCH))


def surfaces_milliseconds(repeats: int) -> list[float]:
    """Times of the surfaces of all units with their thumbnails, each the mean of five in a row."""
    chosen = playground()
    surfaces = UnitSurfaces(chosen.network, chosen.settings.features, RESOLUTION)
    times = []
    for _ in range(repeats):
        began = perf_counter()
        for _ in range(5):
            surfaces.draw()
            for layer in range(3):
                surfaces.thumbnails(layer, THUMBNAIL)
        times.append((perf_counter() - began) * 200)
    return times


def playground_rates(seconds: float, repeats: int) -> dict[str, list[float]]:
    """Epochs a second with both losses after each, the naive loop's in turns, and the surfaces."""
    points = datasets.gaussians(POINTS, noise=0.1, seed=SEED)
    naive = naive_run(deep_net(), points, BATCH, "tanh")
    rates = in_turns({"naive": naive, "playground": playground().run}, seconds, repeats)
    return rates | {"surfaces_ms": surfaces_milliseconds(8 * repeats)}


if __name__ == "__main__":
    print(json.dumps(playground_rates(float(sys.argv[1]), int(sys.argv[2]))))
