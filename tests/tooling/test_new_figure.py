"""`npm run new-figure`: what it lays down is a figure, and passes every check and its own tests."""

import subprocess
import sys

import pytest

from testing.checks import CHECKS

NAME = "family_tree"


@pytest.fixture(scope="module")
def project(copied_project):
    """A copy of the project with one figure more."""
    copy = copied_project()
    run(copy, sys.executable, "scripts/new_figure.py", NAME)
    return copy


def run(project, *command):
    """What a command printed that must succeed."""
    done = subprocess.run(
        command, cwd=project, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def pytest_on(project, *files):
    return run(project, sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *files)


def test_core_and_figure_agree_with_the_registry_the_rooms_and_their_own_tests(project):
    names = (NAME, "registry", "imports")
    output = pytest_on(project, *(f"tests/python/test_{name}.py" for name in names))
    assert " passed" in output
    assert "failed" not in output


def test_the_test_of_links_sets_something_in_it(project):
    table = "sys.path += ['tests/browser', 'py', 'scripts']; from test_links import CHANGED"
    figures = "from backprop.figures.registry import FIGURES"
    script = f"import sys; {table}; {figures}; print(CHANGED['{NAME}'], tuple(CHANGED) == FIGURES)"
    assert run(project, sys.executable, "-c", script) == "{'z': 2} True\n"


def test_page_and_figure_agree_with_the_rooms_with_links_and_with_their_own_tests(project):
    own = f"tests/web/figures/{NAME}/{NAME}_state.test.js"
    others = ("tests/web/imports.test.js", "tests/web/element/link.test.js")
    output = run(project, "node", "--test", "--test-reporter=tap", own, *others)
    assert "# fail 0" in output


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_it_passes_the_checks(project, check):
    # Of all modules, mypy would read the same again as the check of the project.
    new = [f"py/backprop/figures/{NAME}.py"] if check.name == "mypy" else []
    run(project, *check.command, *new)


def test_it_is_alive_in_a_browser(project):
    run(project, sys.executable, "scripts/build.py", "--draft")
    assert (project / "dist" / "recorded" / f"{NAME}.json").is_file()
    assert " passed" in pytest_on(project, f"tests/browser/test_{NAME}_figure.py")


@pytest.mark.parametrize("name", ["", "Family", "family-tree", "2_2_1", "class", "_x", "x__y"])
def test_what_can_be_no_name_is_refused(project, name):
    assert "names no figure" in refusal(project, name)


@pytest.mark.parametrize("name", ["blame", "xor", "registry"])
def test_no_figure_takes_the_place_of_another(project, name):
    assert "already: take another name" in refusal(project, name)


def refusal(project, name):
    """The one sentence with which the command refuses."""
    command = [sys.executable, "scripts/new_figure.py", name]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    return done.stderr
