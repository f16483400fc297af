"""Packages of Debian and its kin, for what neither npm nor pip has."""

from __future__ import annotations

import os
import shutil
import subprocess


def is_root() -> bool:
    """Whether packages of the system may be installed."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def can_install() -> bool:
    """Whether this machine has Debian's packages, and we may take one."""
    return is_root() and shutil.which("apt-get") is not None


def install(package: str) -> None:
    """Install a package without what it merely recommends; whether it is there the caller sees."""
    print(f"Installing Debian's {package} package …", flush=True)
    quietly = {"DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update"], ["install", "--yes", "--no-install-recommends", package]):
        subprocess.run(
            ["apt-get", "--quiet", *arguments],
            env=os.environ | quietly,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
