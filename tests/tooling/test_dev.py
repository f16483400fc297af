"""`npm run dev`: one build for a change, then none, and the page that shows it reloads."""

import re
import signal
import subprocess
import sys
import threading
from contextlib import contextmanager

import pytest
from playwright.sync_api import expect

BUILT = "Built dist/ in … s."
SLOWEST_SECONDS = 300


class Dev:
    """The running command."""

    def __init__(self, process):
        self.process = process

    def line(self):
        """Its next line, whatever the seconds in it; none when it has ended."""
        return re.sub(r"[\d.]+ s\.", "… s.", self.process.stdout.readline()).rstrip()

    def end(self):
        """What it has still printed when it is told to end."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.communicate()


@contextmanager
def running_dev(project):
    """The command at work, its first build done, and the address of its page."""
    command = [sys.executable, "scripts/dev.py", "--port", "0"]
    with subprocess.Popen(command, cwd=project, stdout=-1, stderr=-1, text=True) as process:
        watchdog = threading.Timer(SLOWEST_SECONDS, process.kill)
        watchdog.start()
        try:
            dev = Dev(process)
            assert dev.line() == BUILT
            (address,) = re.findall(r"http://\S+", dev.line())
            yield dev, address
        finally:
            watchdog.cancel()
            process.kill()


def save(file, old, new):
    """Change a source as an editor does."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_change_of_the_page_is_built_once_and_no_build_follows_without_a_change(project_copy):
    script, page = project_copy / "web" / "embed.js", project_copy / "web" / "index.html"
    with running_dev(project_copy) as (dev, _):
        script.write_text(script.read_text(encoding="utf-8") + "// changed\n", encoding="utf-8")
        assert [dev.line(), dev.line()] == ["Changed: web/embed.js", BUILT]
        # What that build wrote, and a save that changes nothing, would be the next to be named.
        script.write_text(script.read_text(encoding="utf-8"), encoding="utf-8")
        save(page, "</title>", " again</title>")
        assert [dev.line(), dev.line()] == ["Changed: web/index.html", BUILT]
        assert dev.end() == ("", "")
    assert "// changed" in (project_copy / "dist" / "embed.js.map").read_text(encoding="utf-8")


def test_a_change_of_the_core_is_built_once(project_copy):
    module = project_copy / "py" / "backprop" / "figures" / "blame.py"
    manifest = project_copy / "dist" / "runtime" / "manifest.json"
    with running_dev(project_copy) as (dev, _):
        before = manifest.read_text(encoding="utf-8")
        module.write_text(module.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
        assert [dev.line(), dev.line()] == ["Changed: py/backprop/figures/blame.py", BUILT]
        assert dev.end() == ("", "")
    served = project_copy / "dist" / "py" / "backprop" / "figures" / "blame.py"
    assert served.read_text(encoding="utf-8").endswith("# changed\n")
    assert manifest.read_text(encoding="utf-8") != before


def test_a_mistake_is_told_and_the_next_build_is_whole_again(project_copy):
    script = project_copy / "web" / "embed.js"
    whole = script.read_text(encoding="utf-8")
    with running_dev(project_copy) as (dev, _):
        script.write_text("import {", encoding="utf-8")
        assert dev.line() == "Changed: web/embed.js"
        while not (told := dev.process.stderr.readline()).startswith("The page could not be"):
            assert told
        script.write_text(whole + "// mended\n", encoding="utf-8")
        assert [dev.line(), dev.line()] == ["Changed: web/embed.js", BUILT]


@pytest.mark.usefixtures("no_page_errors")
def test_an_open_page_reloads_and_shows_the_change(project_copy, page):
    with running_dev(project_copy) as (_, address):
        page.goto(address)
        save(project_copy / "web" / "index.html", "<title>", "<title>Changed: ")
        expect(page).to_have_title(re.compile("^Changed: "), timeout=SLOWEST_SECONDS * 1000)
