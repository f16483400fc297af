"""Some tests alone, with what they need and nothing else."""

from __future__ import annotations

import argparse
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

from build import build_if_old
from launch.setup_failure import SetupFailure
from places import ROOT, TESTS
from testing.checks import python_tool
from testing.chromium import chromium
from testing.host_environment import host_environment
from testing.libreoffice import libreoffice
from testing.other_engines import display_server, firefox, mini_browser
from testing.web_servers import apache, nginx

Need = Callable[[], object]

HOSTS: dict[str, tuple[Need, ...]] = {
    "test_documents.py": (chromium,),
    "test_engines.py": (chromium, firefox, mini_browser, display_server),
    "test_exported_notebook.py": (chromium, partial(host_environment, "jupyter")),
    "test_frameworks.py": (chromium,),
    "test_jupyterlab.py": (chromium, partial(host_environment, "jupyter")),
    "test_marimo.py": (chromium, partial(host_environment, "jupyter")),
    "test_published.py": (chromium, partial(host_environment, "jupyter")),
    "test_sites.py": (chromium, partial(host_environment, "hosts")),
    "test_spreadsheets.py": (libreoffice,),
    "test_vite_project.py": (chromium,),
    "test_web_servers.py": (chromium, nginx, apache),
}
"""By the name of a file in tests/hosts: what puts the programs in place that it needs."""


def file_of(name: str) -> Path:
    """The file or folder of a name such as ``tests/python/test_rules.py::test_relu``."""
    return ROOT / name.partition("::")[0]


def room_of(name: str) -> str:
    """The folder of ``tests`` that a name lies in, such as ``python``; it says who runs it."""
    return file_of(name).relative_to(TESTS).parts[0]


def split(arguments: list[str]) -> tuple[dict[str, list[str]], list[str]]:
    """The files, folders and single tests that are named, by room, and the runner's own options.

    Raises:
        SetupFailure: nothing is named, or something that is not there.
    """
    rooms: dict[str, list[str]] = {}
    options = []
    for argument in arguments:
        if not argument.startswith("tests/"):
            options.append(argument)
        elif not file_of(argument).exists() or file_of(argument) == TESTS:
            raise SetupFailure(f"There is no {argument.partition('::')[0]} to run.")
        else:
            rooms.setdefault(room_of(argument), []).append(argument)
    if not rooms:
        raise SetupFailure(
            f"{' '.join(options)} is for one runner: name a file or a folder of tests, such as "
            "npm test -- tests/python/test_rules.py -k relu"
        )
    return rooms, options


def needs_of(room: str, names: list[str]) -> list[Need]:
    """What puts in place what these tests of a room need beside the packages, in order."""
    if room in {"python", "web"}:
        return []
    if room != "hosts":
        return [chromium, build_if_old]
    files = [path.name for name in names for path in test_files(name, "test_*.py")]
    programs = dict.fromkeys(need for name in files for need in HOSTS[name])
    return [*programs, build_if_old]


def test_files(name: str, pattern: str) -> list[Path]:
    """The file that is named, or those of a folder that is."""
    path = file_of(name)
    return sorted(path.rglob(pattern)) if path.is_dir() else [path]


def node_command(names: list[str], options: list[str]) -> list[str]:
    """Node's test runner on what is named.

    ``-k WORD`` is what pytest calls it: the tests that have the word in their names.
    """
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("-k", dest="word")
    known, others = parser.parse_known_args(options)
    if known.word is not None:
        others.append(f"--test-name-pattern=/{known.word}/i")
    files = [path for name in names for path in test_files(name, "*.test.js")]
    return ["node", "--test", *others, *(str(path.relative_to(ROOT)) for path in files)]


def pytest_command(names: list[str], options: list[str]) -> list[str]:
    """Pytest on what is named; of a whole folder as many tests at a time as there are cores."""
    whole = any(file_of(name).is_dir() and room_of(name) != "hosts" for name in names)
    at_once = ("--numprocesses=auto", "--maxprocesses=4") if whole else ()
    return python_tool("pytest", "-q", "-p", "no:cacheprovider", *at_once, *names, *options)


def run_chosen(arguments: list[str]) -> int:
    """Run the tests that the arguments name, room by room; 1 if one of them failed.

    Raises:
        SetupFailure: they name none, or what they need could not be had.
    """
    rooms, options = split(arguments)
    failed = False
    for room, names in rooms.items():
        for need in needs_of(room, names):
            need()
        command = (node_command if room == "web" else pytest_command)(names, options)
        failed |= subprocess.run(command, cwd=ROOT, check=False).returncode != 0
    return 1 if failed else 0
