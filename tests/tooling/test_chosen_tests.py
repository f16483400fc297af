"""One file of tests, or one test: `npm test` runs it, and what it needs, and nothing else."""

import os
import subprocess

import pytest

from build import build_if_old
from building import current_build, made_of
from places import DIST, ROOT, TESTS
from testing.chosen_tests import HOSTS, needs_of, pytest_command, split
from testing.chromium import chromium
from testing.libreoffice import libreoffice


def npm_test(*arguments):
    """What `npm test -- …` prints in this project, and its exit code."""
    done = subprocess.run(
        ["node", "scripts/start.js", "test", *arguments],
        cwd=ROOT,
        env=os.environ | {"NO_COLOR": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr, done.returncode


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("tests/python/test_rules.py", "one_half_at_zero"),
        ("tests/tooling/test_run_tests.py", "closing_line_of_pytest"),
        ("tests/browser/test_site.py", "asks_for_nothing_outside_it"),
    ],
)
def test_one_test_of_pytest_runs_alone_on_the_build_that_is_there(name, word):
    built = DIST.stat().st_mtime_ns
    output, code = npm_test(name, "-k", word)
    assert " 1 passed, " in f" {output.splitlines()[-1]}", output
    assert "Built dist/" not in output
    assert (code, DIST.stat().st_mtime_ns) == (0, built)


def test_one_test_of_node_runs_alone():
    output, code = npm_test("tests/web/kit/count_text.test.js", "-k", "thousands APART")
    assert "pass 1\n" in output, output
    assert "tests/python" not in output
    assert code == 0


def test_a_word_that_no_test_has_fails_the_command():
    output, code = npm_test("tests/python/test_rules.py", "-k", "nothing_is_called_so")
    assert "deselected" in output
    assert code == 1


def test_files_of_several_rooms_go_to_the_runner_of_each():
    python, web = "tests/python/test_rules.py::test_softmax_treats_each_example_alone", "tests/web"
    assert split([python, "-k", "softmax", web]) == (
        {"python": [python], "web": [web]},
        ["-k", "softmax"],
    )


def test_only_a_whole_folder_takes_all_cores():
    assert "--numprocesses=auto" in pytest_command(["tests/python"], [])
    assert "--numprocesses=auto" not in pytest_command(["tests/python/test_rules.py"], [])


@pytest.mark.parametrize("arguments", [["-k", "relu"], ["tests/python/test_absent.py"], ["tests/"]])
def test_what_names_no_tests_is_refused_in_one_sentence(arguments):
    output, code = npm_test(*arguments)
    assert output.count("\n") == 1
    assert code == 1


def test_the_page_is_built_only_for_who_looks_at_it():
    assert needs_of("python", ["tests/python"]) == []
    assert needs_of("web", ["tests/web"]) == []
    assert needs_of("browser", ["tests/browser/test_site.py"]) == [chromium, build_if_old]


def test_one_proof_on_a_host_needs_the_programs_of_that_proof():
    assert needs_of("hosts", ["tests/hosts/test_spreadsheets.py"]) == [libreoffice, build_if_old]
    whole = needs_of("hosts", ["tests/hosts"])
    assert {need for needs in HOSTS.values() for need in needs} < set(whole)
    assert len(whole) == len(set(whole))


def test_every_proof_on_a_host_says_what_it_needs():
    assert set(HOSTS) == {path.name for path in TESTS.glob("hosts/test_*.py")}


@pytest.fixture
def small_project(tmp_path, monkeypatch):
    """A page of its own, built as tests want it."""
    page = tmp_path / "web" / "page.js"
    for file in (page, tmp_path / "dist" / "index.html", tmp_path / "package-lock.json"):
        file.parent.mkdir(exist_ok=True)
        file.write_text("as it was built")
    monkeypatch.setattr(made_of, "ROOT", tmp_path)
    monkeypatch.setattr(current_build, "FOLDERS", (tmp_path / "web",))
    monkeypatch.setattr(current_build, "NO_SOURCES", (tmp_path / "web" / "fonts.css",))
    monkeypatch.setattr(current_build, "FILES", (tmp_path / "package-lock.json",))
    monkeypatch.setattr(current_build, "DIST", tmp_path / "dist")
    monkeypatch.setattr(current_build, "NOTE", tmp_path / "built.txt")
    current_build.NOTE.write_text(note("whole"))
    return tmp_path


def note(form):
    """What a build of the sources of now would write down."""
    return current_build.note_of(form, made_of.hashes_of(current_build.sources()))


@pytest.mark.parametrize("name", ["web/page.js", "package-lock.json", "web/new.js"])
def test_what_was_built_is_current_until_a_source_changes(small_project, name):
    assert current_build.is_current("whole")
    (small_project / name).write_text("changed")
    assert not current_build.is_current("whole")


def test_what_was_built_is_current_again_when_a_change_is_taken_back(small_project):
    page = small_project / "web" / "page.js"
    page.write_text("changed")
    page.write_text("as it was built")
    assert current_build.is_current("whole")


@pytest.mark.parametrize("name", ["fonts.css", ".page.js.swp", "page.js~"])
def test_what_the_build_or_an_editor_writes_beside_the_sources_makes_nothing_old(
    small_project, name
):
    (small_project / "web" / name).write_text("not by the author")
    assert current_build.is_current("whole")


@pytest.mark.usefixtures("small_project")
def test_a_draft_is_not_what_tests_look_at():
    current_build.NOTE.write_text(note("draft"))
    assert not current_build.is_current("whole")


def test_a_build_that_was_removed_is_not_current(small_project):
    (small_project / "dist" / "index.html").unlink()
    assert not current_build.is_current("whole")
