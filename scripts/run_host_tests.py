"""Tests that need other people's programs:  python scripts/run_host_tests.py [PYTEST_ARGUMENT]…

They install what they need where they may, and take their time: `npm test` does without them.
"""

from __future__ import annotations

import subprocess
import sys

from checks import python_tool
from libreoffice import libreoffice
from places import ROOT
from setup_failure import run_command


def main() -> int:
    """Run them; 1 if one failed."""
    libreoffice()
    command = python_tool("pytest", "-q", "-p", "no:cacheprovider", "tests/hosts", *sys.argv[1:])
    return subprocess.run(command, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    run_command(main)
