"""Tests on other people's programs:  python scripts/run_host_tests.py [PROOF]… [PYTEST_ARGUMENT]…

Each proof is a file of tests/hosts; none named means all. They install what they need where they
may, each in a place of its own, and take their time.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from functools import partial

from checks import python_tool
from chromium import chromium
from host_environment import host_environment
from libreoffice import libreoffice
from places import ROOT, SCRIPTS
from setup_failure import SetupFailure, run_command

PROOFS: dict[str, tuple[Callable[[], object], ...]] = {
    "jupyterlab": (chromium, partial(host_environment, "jupyter")),
    "sites": (chromium, partial(host_environment, "hosts")),
    "spreadsheets": (libreoffice,),
    "vite_project": (chromium,),
}
"""By the name of its file: what puts the programs in place that a proof needs."""


def main() -> int:
    """Run them; 1 if one failed."""
    arguments = sys.argv[1:]
    chosen = [name for name in PROOFS if name in arguments] or list(PROOFS)
    for install in dict.fromkeys(install for name in chosen for install in PROOFS[name]):
        install()
    # The proof of the core is not these tests' business.
    build = [sys.executable, str(SCRIPTS / "build.py"), "--unproven"]
    if subprocess.run(build, cwd=ROOT, check=False).returncode != 0:
        raise SetupFailure("Nothing is tried on a host, because the page could not be built.")
    command = python_tool("pytest", "-q", "-p", "no:cacheprovider")
    command += [f"tests/hosts/test_{name}.py" for name in chosen]
    command += [argument for argument in arguments if argument not in PROOFS]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    run_command(main)
