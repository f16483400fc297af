"""The core's tests inside the pruned runtime, all examples:  python scripts/core_in_pyodide.py"""

from __future__ import annotations

import sys

from runtime.core_check import run_core_tests
from runtime.engine_archive import engine_archive
from runtime.pruned import pruned_runtime
from setup_failure import run_command


def main() -> int:
    """Run them; 1 if one failed. ``quick`` draws a few random examples, as a build does."""
    runtime = pruned_runtime()
    amount = "quick" if "quick" in sys.argv else "full"
    return run_core_tests(runtime, engine_archive(runtime), amount, capture=False).returncode


if __name__ == "__main__":
    run_command(main)
