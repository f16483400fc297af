"""A copy of the project's set-up, without what it installs."""

import os
import shutil
import subprocess

import pytest

from places import ROOT

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
