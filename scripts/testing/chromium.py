"""The Chromium that browser tests and the bench run in.

An installed Chromium or Chrome first; else Playwright's own download, where it can be had; else,
for root on Debian and its kin, the ``chromium`` package.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from launch.setup_failure import SetupFailure
from testing.debian_package import can_install, install, is_root

COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
)
DOWNLOAD_SECONDS = 300


def find_chromium() -> Path | None:
    """An executable that is there already; the variable CHROMIUM goes first."""
    names = [os.environ.get("CHROMIUM", ""), *COMMANDS, *APPLICATIONS]
    for name in filter(None, names):
        found = shutil.which(name)
        if found is not None and starts(Path(found)):
            return Path(found)
    downloaded = playwright_chromium()
    return downloaded if downloaded.is_file() and starts(downloaded) else None


def starts(executable: Path) -> bool:
    """Whether the browser starts at all: a download may lack the system's libraries."""
    if sys.platform == "win32":  # there it would open a window
        return executable.is_file()
    done = subprocess.run([executable, "--version"], capture_output=True, check=False)
    return done.returncode == 0


def playwright_chromium() -> Path:
    """Where Playwright keeps its own Chromium, once it has one."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only tests install it

    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def download_by_playwright() -> None:
    """Let Playwright fetch its Chromium, with the libraries that it needs where that is allowed."""
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    if is_root():
        command.insert(-1, "--with-deps")
    print("Fetching Chromium by Playwright …", flush=True)
    try:
        subprocess.run(command, capture_output=True, timeout=DOWNLOAD_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return


def chromium() -> Path:
    """The browser to use, installed now if need be.

    Raises:
        SetupFailure: there is none and none could be had.
    """
    found = find_chromium()
    if found is None:
        download_by_playwright()
        found = find_chromium()
    if found is None and can_install():
        install("chromium")
        found = find_chromium()
    if found is None:
        raise SetupFailure(
            "No Chromium or Chrome was found and none could be fetched: install one of them, or "
            "name its executable in the variable CHROMIUM, then run the same command again."
        )
    return found
