"""Make the wheel of the Python package, with its figures for notebooks:  python scripts/wheel.py"""

from __future__ import annotations

import shutil

from launch.setup_failure import run_command, run_step
from places import ROOT
from testing.checks import python_tool


def main() -> int:
    """Put it beside package.json, where `npm pack` puts npm's.

    Raises:
        SetupFailure: it could not be made.
    """
    # Setuptools would take along what is left there of an earlier tree.
    shutil.rmtree(ROOT / "build", ignore_errors=True)
    wheel = python_tool("pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation")
    wheel += ["--disable-pip-version-check", f"--wheel-dir={ROOT}", str(ROOT)]
    run_step(wheel, "The wheel could not be made (the reason is above).")
    return 0


if __name__ == "__main__":
    run_command(main)
