"""Put every source into its format, and mend what the linters can mend:  python scripts/tidy.py"""

from __future__ import annotations

from launch.setup_failure import run_command
from testing.checks import Check, node_tool, python_tool, run_in_order

STEPS = (
    Check("biome", node_tool("@biomejs/biome", "bin/biome", "check", "--write", ".")),
    Check("ruff check", python_tool("ruff", "check", "--fix", ".")),
    Check("ruff format", python_tool("ruff", "format", ".")),
)


def main() -> int:
    """Mend; 1 if something is left that no tool can mend."""
    return 0 if all(outcome.succeeded for outcome in run_in_order(STEPS)) else 1


if __name__ == "__main__":
    run_command(main)
