"""Every script is checked by one of the type checks, and what runs in a worker knows no DOM."""

import subprocess

import pytest

from places import NODE_MODULES, ROOT
from testing.checks import typescript


def checked_by(project):
    """The files that a type check reads, relative to the project, its libraries included."""
    command = typescript("-p", project, "--listFilesOnly")
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return {line.removeprefix(f"{ROOT.as_posix()}/") for line in done.stdout.splitlines()}


def scripts_under(*folders):
    return {
        path.relative_to(ROOT).as_posix()
        for folder in folders
        for path in (ROOT / folder).rglob("*.js")
        if NODE_MODULES.name not in path.parts
    }


def libraries(files):
    """Names such as ``lib.dom.d.ts``."""
    return {name.rpartition("/")[2] for name in files if "/lib.dom" in name or "/lib.web" in name}


@pytest.fixture(scope="module")
def worker():
    return checked_by("web/engine/worker")


def test_worker_and_contract_are_checked_without_a_page(worker):
    assert scripts_under("web/engine/worker", "web/contract") < worker
    assert "web/engine/worker.js" in worker
    assert libraries(worker) == {"lib.webworker.d.ts"}


def test_states_and_layouts_are_checked_without_a_page(worker):
    states = {name for name in scripts_under("web/figures") if name.endswith("_state.js")}
    assert states
    assert states < worker
    assert scripts_under("web/drawing/layout", "web/drawing/motion") < worker


def test_every_script_is_checked(worker):
    checked = worker | checked_by(".") | checked_by("scripts")
    assert scripts_under("web", "scripts", "tests/web") - checked == set()
