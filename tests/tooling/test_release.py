"""What a release takes along, and the one version that it has."""

import json
import re
import subprocess
import sys
import zipfile

import pytest

from places import ROOT

VERSION = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["version"]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


@pytest.fixture
def wheel(project_copy):
    """The wheel of a copy of the project, in which something is left of an earlier tree."""
    left = project_copy / "build" / "lib" / "backprop" / "gone.py"
    left.parent.mkdir(parents=True)
    left.write_text("")
    subprocess.run([sys.executable, "scripts/wheel.py"], cwd=project_copy, check=True)
    (wheel,) = project_copy.glob("*.whl")
    return wheel


def test_the_wheel_has_the_project_s_version_and_the_modules_of_the_core_alone(wheel):
    assert wheel.name.split("-")[1] == VERSION
    names = zipfile.ZipFile(wheel).namelist()
    assert "backprop/py.typed" in names  # what tells type checkers to believe its annotations
    modules = {name for name in names if name.endswith(".py")}
    core = {path.relative_to(ROOT / "py").as_posix() for path in ROOT.glob("py/backprop/**/*.py")}
    assert modules == core


def test_the_change_log_has_a_place_for_what_is_not_released_and_every_release_a_date():
    headings = re.findall(r"^## (.*)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert headings[0] == "[Unreleased]"
    dated = re.compile(r"\[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d")
    assert [heading for heading in headings[1:] if not dated.fullmatch(heading)] == []


def test_there_are_workflows_for_tests_pages_and_releases():
    assert [path.stem for path in WORKFLOWS] == ["pages", "release", "tests"]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_workflows_run_the_commands_that_people_run(workflow):
    scripts = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["scripts"]
    commands = re.findall(r"^\s*(?:- )?run: (.*)$", workflow.read_text("utf-8"), re.MULTILINE)
    assert commands
    for command in commands:
        words = command.split()
        known = [words[2] in scripts] if words[:2] == ["npm", "run"] else []
        assert command in {".ci/run", "npm pack"} or known == [True], command
