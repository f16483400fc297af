"""Firefox and WebKit, out of Debian's packages, beside the Chromium of all browser tests."""

from __future__ import annotations

import shutil
from pathlib import Path

from launch.setup_failure import SetupFailure
from testing.debian_package import can_install, install

MINI_BROWSERS = "usr/lib/*/webkit2gtk-4.*/MiniBrowser"


def firefox() -> Path:
    """Firefox, installed now if need be.

    Raises:
        SetupFailure: there is none and none could be had.
    """
    return installed("firefox-esr", "firefox-esr")


def webkit_driver() -> Path:
    """What starts WebKit and passes commands on to it, installed now if need be.

    Raises:
        SetupFailure: there is none and none could be had.
    """
    return installed("webkit2gtk-driver", "WebKitWebDriver")


def mini_browser() -> Path:
    """WebKitGTK's own small browser, which its driver starts.

    Raises:
        SetupFailure: there is none and none could be had.
    """
    webkit_driver()  # is packed with it
    found = sorted(Path("/").glob(MINI_BROWSERS))
    if not found:
        raise SetupFailure("Install WebKitGTK's MiniBrowser, then run the same command again.")
    return found[-1]


def display_server() -> Path:
    """A screen in memory, which WebKit needs, installed now if need be.

    Raises:
        SetupFailure: there is none and none could be had.
    """
    return installed("xvfb", "Xvfb")


def installed(package: str, command: str) -> Path:
    """The program of one of Debian's packages, installed now if need be.

    Raises:
        SetupFailure: it could not be had.
    """
    if shutil.which(command) is None and can_install():
        install(package)
    found = shutil.which(command)
    if found is None:
        raise SetupFailure(f"Install {command}, then run the same command again.")
    return Path(found)
