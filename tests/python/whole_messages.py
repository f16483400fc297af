"""A whole message of every kind that the engine answers, and others made of it at random."""

import copy
import random
from collections.abc import Iterator
from typing import Any

from backprop import engine
from backprop.figures.registry import openings

TRACE: dict[str, Any] = {
    "kind": "trace",
    "network": {
        "layer_sizes": [2, 2, 1],
        "activations": ["sigmoid", "sigmoid"],
        "loss": "half_squared_error",
        "use_biases": True,
        "skip_to_output": False,
        "seed": 1,
        "initial_range": 1.0,
        "parameters": [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9],
    },
    "inputs": [1, 0],
    "targets": [1],
    "learning_rate": 0.5,
    "frozen": [1],
    "weight": {"layer": 0, "source": 1, "target": 0},
    "guess": {"direction": "raises", "value": "-0.012"},
}
UPDATES: dict[str, Any] = {
    **{name: TRACE[name] for name in ("network", "inputs", "targets", "learning_rate", "frozen")},
    "kind": "updates",
    "count": 10,
}
TRAIN: dict[str, Any] = {
    "kind": "train",
    "network": TRACE["network"],
    "dataset": {"name": "circle", "count": 6, "noise": 0.1, "seed": 2},
    "learning_rate": 0.5,
    "momentum": 0.9,
    "batch_size": 2,
    "state": {
        "epoch": 3,
        "parameters": [0.1] * 9,
        "velocity": [0.0] * 9,
        "best_loss": 0.2,
        "best_epoch": 1,
        "plateau_loss": 0.2,
        "plateau_epoch": 1,
    },
    "epochs": 3,
    "time_limit": 0.01,
    "stopping": {"loss_below": 0.01, "no_improvement_for": 5, "epoch_limit": 9},
    "surface": {"x_range": [-1, 1], "y_range": [-1, 1], "resolution": 4},
}
CHECK: dict[str, Any] = {
    "kind": "check",
    **{name: TRACE[name] for name in ("network", "inputs", "targets")},
    "step": 1e-5,
}
RATES: dict[str, Any] = {
    "kind": "rates",
    "landscape": "xor",
    "weights": [0, 7],
    "start": [1.0, 2.0],
    "runs": [{"name": "good", "learning_rate": 3.0, "momentum": 0.5, "decay": 0.9}],
    "chosen": "good",
    "steps": 3,
}
NEURON: dict[str, Any] = {
    "kind": "neuron",
    "input": 2.1,
    "target": 4,
    "weight": 1,
    "bias": 0.5,
    "bias_is_free": True,
    "learning_rate": 0.01,
    "steps": 5,
}
BLAME: dict[str, Any] = {"kind": "blame", "shares": [1, 0.6, 0.5, 0.3, 0.4, 0.2]}
PATHS: dict[str, Any] = {
    "kind": "paths",
    "network": "2-3-3-1",
    "weight": {"layer": 0, "source": 1, "target": 2},
    "hidden_layers": 2,
    "width": 3,
}
COST: dict[str, Any] = {"kind": "cost", "preset": "2-2-1-a"}
TIMING: dict[str, Any] = {
    "kind": "timing",
    "size": 0,
    "done": 3,
    "seconds": 0.01,
    "fastest": 0.001,
    "time_limit": 0,
}
RUNS: tuple[dict[str, Any], ...] = (
    {"kind": "pulls", "weight": 3, "seed": 29},
    {
        "kind": "stopping",
        "dataset": "circle",
        "noise": 0.2,
        "seed": 1,
        "loss_below": 0.1,
        "patience": 9,
        "least_gain": 0.1,
        "budget": 50,
    },
)
OPENINGS = openings()
EQUATIONS: dict[str, Any] = OPENINGS["equations"]
DEPTH: dict[str, Any] = {**OPENINGS["depth"], "depth": 3, "steps": 2}
DIGITS: dict[str, Any] = {**OPENINGS["digits"], "drawing": "83o3.kcet."}
LUCK_MAP: dict[str, Any] = {
    "kind": "luck_map",
    "dataset": "xor",
    "hidden_units": 2,
    "activation": "sigmoid",
    "initial_range": 1,
    "learning_rate": 0.5,
    "momentum": 0.9,
    "across": "momentum",
    "down": "hidden_units",
    "solved": [50] * 35,
}
PLAYGROUND: dict[str, Any] = {
    name: value
    for name, value in OPENINGS["playground"].items()
    if name not in {"kind", "run", "epochs", "resolution"}
}
EXPORTS: tuple[dict[str, Any], ...] = (
    {"kind": "export", "format": "csv", "subject": TRACE},
    {"kind": "export", "format": "numpy", "subject": TRAIN},
    {"kind": "export", "format": "plain", "subject": OPENINGS["graph"]},
)
CHOSEN: tuple[dict[str, Any], ...] = (
    *EXPORTS,
    {"kind": "own_columns", "text": "x,y,t\n0,1,1\n1,1,0"},
    {"kind": "own_data", "text": "x,y,t\n0,1,1\n1,1,0", "roles": ["input", "input", "target"]},
    EQUATIONS,
    DEPTH,
    DIGITS,
    *RUNS,
    TRACE,
    UPDATES,
    TRAIN,
    CHECK,
    NEURON,
    BLAME,
    RATES,
    PATHS,
    COST,
    TIMING,
    {"kind": "symmetry_starts", "signed": True, "time_limit": 0.001},
    {"kind": "family_starts", "recipe": "adam", "sweeps": 2, "starts": [[100, 2, 0.9, 0.8, 0.7]]},
    LUCK_MAP,
    {"kind": "playground_link", "preset": "circle"},
    {"kind": "playground_compare", "runs": [PLAYGROUND, PLAYGROUND | {"batch_size": 1}]},
    {"kind": "weights", "text": "[[1, 2], [3, 4]]", "rows": "inputs", "network": TRACE["network"]},
    {"kind": "printed", "preset": "negnevitsky"},
    {"kind": "describe"},
)
CHOSEN_KINDS = {message["kind"] for message in CHOSEN}
WHOLE = (
    *CHOSEN,
    *(message for message in OPENINGS.values() if message["kind"] not in CHOSEN_KINDS),
)

WORDS = (
    *("and", "circle", "gaussians", "or", "spiral", "xor"),
    *("sigmoid", "tanh", "relu", "leaky_relu", "linear", "softmax"),
    *("half_squared_error", "squared_error", "binary_cross_entropy", "cross_entropy"),
    *("2-2-1-a", "2-2-1-b", "2-3-3-1", "xor-01", "xavier", "he", "range", "raises", "lowers"),
)
"""What may stand where a message has a word; the engine refuses it where it makes no sense."""


def answers_at_random(seed: int, count: int) -> Iterator[dict[str, Any]]:
    """The answer to every whole message, and to `count` others of each; some are refused.

    In each other one up to three numbers, words or flags are changed.
    """
    draw = random.Random(seed)  # noqa: S311 - no secret
    for whole in WHOLE:
        yield engine.handle(whole)
        for _ in range(count):
            changed = copy.deepcopy(whole)
            leaves = leaves_of(changed)
            for holder, key in draw.sample(leaves, min(draw.randint(1, 3), len(leaves))):
                holder[key] = other_value(draw, holder[key])
            yield engine.handle(changed)


def leaves_of(message: Any) -> list[tuple[Any, Any]]:
    """Every number, word and flag of a message, as what holds it and its key there."""
    entries = message.items() if isinstance(message, dict) else enumerate(message)
    found: list[tuple[Any, Any]] = []
    for key, value in entries:
        if isinstance(value, (dict, list)):
            found += leaves_of(value)
        elif value is not None and key != "kind":
            found.append((message, key))
    return found


def other_value(draw: random.Random, value: object) -> object:
    """Another value of the same type, of any size that a reader may come to."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return draw.choice((draw.randint(0, 3), draw.randint(0, 60)))
    if isinstance(value, float):
        return draw.choice(
            (0.0, draw.uniform(-2, 2), draw.choice((1, -1)) * 10.0 ** draw.uniform(-9, 4))
        )
    return draw.choice(WORDS)
