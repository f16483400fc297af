"""Packages of Debian and its kin, for what neither npm nor pip has."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from building.step_cache import cached_folder, digest
from launch.setup_failure import SetupFailure


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


def unpacked(*packages: str) -> Path:
    """A folder with what is in these packages, and nothing of them installed or started.

    What they depend on beside each other the machine has to have.

    Raises:
        SetupFailure: this machine has no packages of Debian's, or they could not be had.
    """

    def make(folder: Path) -> None:
        print(f"Fetching Debian's {', '.join(packages)} …", flush=True)
        for command in (["apt-get", "--quiet", "update"], ["apt-get", "download", *packages]):
            done = subprocess.run(
                command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, check=False
            )
        if done.returncode != 0:
            raise SetupFailure(
                f"Debian's {', '.join(packages)} could not be fetched: see to the network, then "
                "run the same command again."
            )
        for archive in folder.glob("*.deb"):
            subprocess.run(["dpkg-deb", "--extract", str(archive), str(folder)], check=True)
            archive.unlink()

    if shutil.which("apt-get") is None:
        raise SetupFailure("This is tried with Debian's own packages, which only Debian has.")
    return cached_folder("debian", digest([], *packages), make)
