"""Lint, format and types:  python scripts/check.py"""

from __future__ import annotations

from launch.setup_failure import run_command
from testing.checks import CHECKS, run_together


def main() -> int:
    """Run them all; 1 if one of them failed."""
    failed = [outcome.name for outcome in run_together(CHECKS) if not outcome.succeeded]
    if failed:
        print(f"Failed: {', '.join(failed)}.")
    return 1 if failed else 0


if __name__ == "__main__":
    run_command(main)
