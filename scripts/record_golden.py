"""Record what the engine answers today:  python scripts/record_golden.py

The file is compared with both interpreters, CPython and Pyodide. It changes only when a number of
the core does; the diff then shows which.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "tests" / "golden" / "traces.json"
VALUES = (
    "parameters",
    "pre_activations",
    "activations",
    "error_signals",
    "gradient",
    "loss",
)
EPOCHS = 200


def recorded() -> dict[str, Any]:
    """Ask the engine for every preset's numbers and for the beginning of the XOR run."""
    from backprop import engine  # noqa: PLC0415 - found once the path is set
    from backprop.message import presets  # noqa: PLC0415 - found once the path is set

    traces = {}
    for name, preset in presets.PRESETS.items():
        message = {field: value for field, value in preset.items() if field != "title"}
        trace = engine.handle({"kind": "trace", **message})
        traces[name] = {field: trace[field] for field in VALUES}
    run = engine.handle({**presets.XOR_RUN, "state": None, "epochs": EPOCHS, "surface": None})
    return {
        "traces": traces,
        "xor": {
            "epochs": EPOCHS,
            "losses": run["losses"],
            "parameters": run["state"]["parameters"],
            "velocity": run["state"]["velocity"],
        },
    }


def main() -> None:
    """Write the file, one number a line."""
    sys.path.insert(0, str(ROOT / "py"))
    GOLDEN.parent.mkdir(parents=True, exist_ok=True)
    GOLDEN.write_text(json.dumps(recorded(), indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"Recorded {GOLDEN.relative_to(ROOT)}.")


if __name__ == "__main__":
    main()
