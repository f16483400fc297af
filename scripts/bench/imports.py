"""What the first answer of each figure has to import, beyond the engine itself.

It runs in the page's own Python, in which time goes by more slowly than in CPython.
"""

from __future__ import annotations

import sys
from importlib import import_module
from statistics import median
from time import perf_counter
from typing import Any


def forget_core() -> None:
    """Let the core be imported once more."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "backprop"]:
        del sys.modules[name]


def first_imports(repeats: int) -> dict[str, dict[str, Any]]:
    """Milliseconds, and modules of the core, by the names of the figures that share them."""
    registry = import_module("backprop.figures.registry")
    kinds = {
        " and ".join(line.figures): line.modules[0].rpartition(".")[2] for line in registry.REGISTRY
    }
    modules = dict(registry.MODULES)
    found = {}
    for figures, kind in kinds.items():
        times = []
        for _ in range(repeats):
            forget_core()
            import_module("backprop.engine")
            before = set(sys.modules)
            began = perf_counter()
            import_module(modules[kind])
            times.append((perf_counter() - began) * 1000)
        new = [name for name in sys.modules if name not in before and name.startswith("backprop.")]
        found[figures] = {"milliseconds": median(times), "modules": len(new)}
    return found
