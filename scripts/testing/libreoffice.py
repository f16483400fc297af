"""The LibreOffice that opens the spreadsheets which readers take home."""

from __future__ import annotations

import shutil
from pathlib import Path

from launch.setup_failure import SetupFailure
from testing.debian_package import can_install, install

COMMANDS = ("soffice", "libreoffice")
APPLICATIONS = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)


def find_libreoffice() -> Path | None:
    """An executable that is there already."""
    for name in (*COMMANDS, *APPLICATIONS):
        found = shutil.which(name)
        if found is not None:
            return Path(found)
    return None


def libreoffice() -> Path:
    """The program to use, installed now if need be.

    Raises:
        SetupFailure: there is none and none could be had.
    """
    if find_libreoffice() is None and can_install():
        install("libreoffice-calc-nogui")
    found = find_libreoffice()
    if found is None:
        raise SetupFailure(
            "No LibreOffice was found and none could be fetched: install it, then run the same "
            "command again."
        )
    return found
