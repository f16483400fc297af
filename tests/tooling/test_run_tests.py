"""The command that runs everything: what it counts, and that one failure is a failure."""

import sys

from run_tests import Total, counts_in_words, counts_of_node
from testing import checks
from testing.checks import Check, Outcome, run, run_together


def test_closing_line_of_pytest_is_counted():
    output = "12 passed in the first line\n...F\n=== 2 failed, 31 passed, 1 error in 4.20s ===\n"
    assert counts_in_words(output) == (31, 3)


def test_closing_lines_of_node_are_counted_in_either_reporter():
    assert counts_of_node("# tests 9\n# pass 7\n# fail 1\n# cancelled 1\n") == (7, 2)
    assert counts_of_node("ℹ tests 9\nℹ pass 9\nℹ fail 0\n") == (9, 0)


def test_a_check_without_tests_counts_only_when_it_fails():
    total = Total()
    total.add(Outcome("lint", succeeded=True, output="", seconds=1))
    total.add(Outcome("tests", succeeded=False, output="", seconds=1), (5, 2))
    total.add(Outcome("types", succeeded=False, output="", seconds=1))
    assert (total.passed, total.failed) == (5, 3)


def test_output_and_failure_of_a_command_are_kept():
    outcome = run(Check("failing", [sys.executable, "-c", "print('why'); raise SystemExit(3)"]))
    assert (outcome.succeeded, outcome.output) == (False, "why\n")


def test_every_check_runs_whatever_the_others_say(capsys):
    commands = {"failing": "raise SystemExit(3)", "passing": "print('silent')"}
    checks = [Check(name, [sys.executable, "-c", code]) for name, code in commands.items()]
    outcomes = {outcome.name: outcome.succeeded for outcome in run_together(checks)}
    assert outcomes == {"failing": False, "passing": True}
    assert "silent" not in capsys.readouterr().out


def test_a_command_that_does_not_end_is_a_failure(monkeypatch):
    monkeypatch.setattr(checks, "LONGEST_SECONDS", 0.2)
    waiting = "import threading; threading.Event().wait()"
    outcome = run(Check("waiting", [sys.executable, "-c", waiting]))
    assert not outcome.succeeded
    assert outcome.output.endswith("It did not end within 0.2 seconds.")
