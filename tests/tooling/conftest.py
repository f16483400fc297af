"""Copies of the project: of its set-up without what it installs, and of all that a build needs."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from places import CACHE, NODE_MODULES, ROOT

sys.path.append(str(Path(__file__).parent.parent / "browser"))

from page_fixtures import browser_type_launch_args, no_page_errors

__all__ = ["browser_type_launch_args", "no_page_errors"]

SET_UP = ("package.json", "package-lock.json", ".npmrc", "requirements", "scripts")


class FreshProject:
    """A fresh clone as far as set-up goes, in a folder of its own."""

    def __init__(self, folder):
        self.folder = folder
        for name in SET_UP:
            source = ROOT / name
            if source.is_dir():
                shutil.copytree(source, folder / name)
            else:
                shutil.copyfile(source, folder / name)

    def pretend_node_modules(self):
        """Make npm's part of the set-up look done."""
        modules = self.folder / "node_modules"
        modules.mkdir()
        (modules / ".package-lock.json").write_text("{}")

    def command_named(self, name, script):
        """Put a command of that name, a shell script, into a folder for the PATH."""
        folder = self.folder / "commands"
        folder.mkdir(exist_ok=True)
        command = folder / name
        command.write_text(f"#!/bin/sh\n{script}\n")
        command.chmod(0o755)
        return folder

    def run(self, *arguments, node=(), **environment):
        """Run an npm verb's own command and give its result."""
        kept = {name: value for name, value in os.environ.items() if name != "PYTHON"}
        return subprocess.run(
            [shutil.which("node") or "node", *node, "scripts/start.js", *arguments],
            cwd=self.folder,
            env=kept | {"PIP_CONFIG_FILE": os.devnull, "PIP_FIND_LINKS": ""} | environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def fresh_project(tmp_path):
    return FreshProject(tmp_path)


@pytest.fixture
def expected_errors():
    """No page of these tests reports an error."""
    return []


SOURCES = ("py", "scripts", "web", "tests", "requirements")
FILES = (
    *("LICENSE", "package.json", "package-lock.json", "pyproject.toml"),
    *("tsconfig.json", "biome.json", ".gitignore"),
)
KEPT_STEPS = ("runtime", "downloads", "fonts", "recordings", "drawn", "parts")


@pytest.fixture(scope="module")
def copied_project(tmp_path_factory):
    """A function that copies the project to where a test may change it, with what builds keep."""

    def copied():
        copy = tmp_path_factory.mktemp("copy") / "project"
        left_out = shutil.ignore_patterns("node_modules", "__pycache__")
        for name in SOURCES:
            shutil.copytree(ROOT / name, copy / name, ignore=left_out)
        for name in FILES:
            shutil.copyfile(ROOT / name, copy / name)
        (copy / "node_modules").symlink_to(NODE_MODULES, target_is_directory=True)
        for step in KEPT_STEPS:
            shutil.copytree(CACHE / step, copy / ".cache" / step)
        return copy

    return copied


@pytest.fixture
def project_copy(copied_project):
    """One copy, for one test."""
    return copied_project()
