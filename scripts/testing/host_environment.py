"""Environments of their own for other people's programs, each with what one lock names.

`.venv` stays lean: only the tests of hosts need these.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import venv
from pathlib import Path

from launch.setup_failure import SetupFailure
from places import CACHE, ROOT

COMMANDS = "Scripts" if sys.platform == "win32" else "bin"


def host_environment(lock: str) -> Path:
    """The folder of an environment's commands, made now if need be.

    Args:
        lock: a name in ``requirements/``, without its ``.txt``.

    Raises:
        SetupFailure: its packages could not be had.
    """
    requirements = ROOT / "requirements" / f"{lock}.txt"
    folder = CACHE / "environments" / lock
    # An environment that was moved or copied elsewhere has commands that do not start.
    wanted = hashlib.sha256(requirements.read_bytes() + bytes(folder)).hexdigest()
    stamp = folder / "installed.sha256"
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != wanted:
        print(f"Installing the packages of requirements/{lock}.txt …", flush=True)
        venv.create(folder, clear=True, with_pip=True)
        command = [str(folder / COMMANDS / "python"), "-m", "pip", "install", "--require-hashes"]
        command += ["--quiet", "--disable-pip-version-check", "--no-input", "--retries=2"]
        done = subprocess.run(
            [*command, "-r", str(requirements)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
        if done.returncode != 0:
            raise SetupFailure(
                f"The packages of requirements/{lock}.txt could not be installed: see to the "
                f"network, then run the same command again.\n{done.stderr.strip()}"
            )
        stamp.write_text(wanted, encoding="utf-8")
    return folder / COMMANDS
