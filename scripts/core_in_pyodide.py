"""The core's tests inside the pruned runtime:  python scripts/core_in_pyodide.py [AMOUNT]

AMOUNT is how many random examples, as tests/python/conftest.py names it: quick, some or full.
"""

from __future__ import annotations

import sys

from launch.setup_failure import run_command
from runtime.core_check import run_core_tests
from runtime.digit_images import put_digit_images
from runtime.engine_archive import engine_archive
from runtime.pruned import pruned_runtime


def main() -> int:
    """Run them; 1 if one failed."""
    put_digit_images()
    runtime = pruned_runtime()
    amount = sys.argv[1] if len(sys.argv) > 1 else "some"
    return run_core_tests(runtime, engine_archive(runtime), amount, capture=False).returncode


if __name__ == "__main__":
    run_command(main)
