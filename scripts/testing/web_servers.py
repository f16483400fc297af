"""The web servers that many sites stand on, out of Debian's packages, as these set them up."""

from __future__ import annotations

from pathlib import Path

from testing.debian_package import unpacked


def nginx() -> Path:
    """The folder that nginx's packages were unpacked in, fetched now if need be.

    Raises:
        SetupFailure: they could not be had.
    """
    return unpacked("nginx", "nginx-common")


def apache() -> Path:
    """The folder that Apache's packages were unpacked in, fetched now if need be.

    Raises:
        SetupFailure: they could not be had.
    """
    return unpacked("apache2", "apache2-bin", "libapr1", "libaprutil1", "media-types")
