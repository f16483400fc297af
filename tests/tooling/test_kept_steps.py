"""A build makes again what a change has touched, and leaves the rest as it is."""

import json
import subprocess
import sys

import pytest

from building import made_of
from building.drawings import modules_of, needed_by
from building.made_of import hashes_of, is_as_made, note_made_of
from launch.setup_failure import SetupFailure


@pytest.fixture
def result(tmp_path, monkeypatch):
    """A result made of one of two sources, and a function that tells whether it is as made."""
    monkeypatch.setattr(made_of, "ROOT", tmp_path)
    folder = tmp_path / "result"
    folder.mkdir()
    for name in ("used", "other"):
        (tmp_path / name).write_text("before")
    sources = [tmp_path / "used", tmp_path / "other"]
    note_made_of(folder, ["used"], hashes_of(sources))
    return lambda: is_as_made(folder, hashes_of(path for path in sources if path.exists()))


def test_a_result_is_as_made_until_something_changes_that_it_was_made_of(result, tmp_path):
    (tmp_path / "other").write_text("after")
    assert result()
    (tmp_path / "used").write_text("after")
    assert not result()


def test_a_result_is_not_as_made_when_what_it_was_made_of_is_gone(result, tmp_path):
    (tmp_path / "used").unlink()
    assert not result()


def test_a_result_that_never_was_is_not_as_made(tmp_path):
    assert not is_as_made(tmp_path / "nothing", {})


def test_a_module_needs_what_it_imports_and_what_that_imports_in_a_circle_too():
    imports = {"a": ["b"], "b": ["c", "a"], "c": [], "d": ["a"]}
    assert needed_by(["a"], imports) == {"a", "b", "c"}
    assert needed_by(["d", "c"], imports) == {"a", "b", "c", "d"}


def test_a_figure_that_the_registry_does_not_name_is_told():
    with pytest.raises(SetupFailure, match="A page shows the figure nobody, and"):
        modules_of(["nobody"])


def build(project):
    command = [sys.executable, "scripts/build.py", "--draft"]
    subprocess.run(command, cwd=project, check=True, capture_output=True)


def times_in(folder):
    """When each result in a folder was made."""
    return {path.parent.name: path.stat().st_mtime_ns for path in folder.glob("*/made-of.json")}


def remade(folder, before):
    return {name for name, time in times_in(folder).items() if time != before[name]}


def test_a_change_of_one_figure_records_and_draws_that_figure_alone(project_copy):
    drawn, recorded = project_copy / ".cache" / "drawn", project_copy / ".cache" / "recordings"
    build(project_copy)
    drawn_before, recorded_before = times_in(drawn), times_in(recorded)

    (script,) = (project_copy / "web" / "figures" / "blame").glob("*figure.js")
    script.write_text(script.read_text(encoding="utf-8") + "// changed\n", encoding="utf-8")
    build(project_copy)
    assert remade(drawn, drawn_before) == {"blame"}
    assert remade(recorded, recorded_before) == set()

    module = project_copy / "py" / "backprop" / "figures" / "blame.py"
    module.write_text(module.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    drawn_before = times_in(drawn)
    build(project_copy)
    assert remade(recorded, recorded_before) == {"blame"}
    assert remade(drawn, drawn_before) == set(), "the same numbers give the same picture"


def measured_times(project):
    """The seconds that the recorded figure on cost tells of."""
    recorded = project / ".cache" / "recordings" / "cost" / "cost.json"
    rows = json.loads(recorded.read_text(encoding="utf-8"))["result"]["timings"]
    return [(row["difference_seconds"], row["backpropagation_seconds"]) for row in rows]


def test_a_draft_keeps_times_that_were_measured_and_a_whole_build_measures_anew(project_copy):
    record = [sys.executable, "scripts/record.py", ".cache/recordings"]
    before = measured_times(project_copy)
    module = project_copy / "py" / "backprop" / "figures" / "cost" / "gradient_cost.py"
    module.write_text(module.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    subprocess.run([*record, "--draft"], cwd=project_copy, check=True)
    assert measured_times(project_copy) == before
    subprocess.run(record, cwd=project_copy, check=True)
    assert len(measured_times(project_copy)) == len(before)
    assert measured_times(project_copy) != before
