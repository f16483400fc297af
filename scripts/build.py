"""Build ``dist/``: everything a reader's browser needs, for any static host and any sub-path.

    python scripts/build.py [--draft | --unproven]

Each slow step is kept under a hash of what goes into it, so a second build takes seconds and no
network. The new ``dist`` is put together beside the old one and replaces it only when it is whole.
A draft, which `npm run dev` shows, is neither minified, compressed, nor proven by the core's tests.
`--unproven` leaves out that proof alone: `npm test` runs the same tests, and more of each, itself.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

from brotli_files import add_brotli, begin_brotli
from build_lock import one_build_at_a_time
from current_build import NOTE, is_current, note_of
from fonts import subset_fonts
from licences import write_licences
from places import CACHE, CORE, DIST, ROOT, SCRIPTS, WEB, WIDGET
from runtime.core_check import require_core_tests
from runtime.core_files import core_files
from runtime.engine_archive import engine_archive
from runtime.manifest import write_manifest
from runtime.numpy_wheel import numpy_wheel
from runtime.pruned import pruned_runtime
from runtime.pyodide_release import FOLDER, installed_release
from setup_failure import SetupFailure, run_command
from step_cache import cached_folder, digest, files_under, put_in_place


def run_step(command: list[str], failure: str) -> None:
    """Run one of our own commands; its output is the explanation when it fails."""
    if subprocess.run(command, cwd=ROOT, check=False).returncode != 0:
        raise SetupFailure(failure)


def put_runtime(stage: Path, *, proven: bool) -> None:
    """The interpreter, NumPy and the core, ``proven`` by the core's own tests."""
    runtime = pruned_runtime()
    engine = engine_archive(runtime)
    if proven:
        require_core_tests(runtime, engine)
    target = stage / "runtime"
    shutil.copytree(runtime, target)
    shutil.copyfile(engine / "backprop.zip", target / "backprop.zip")
    later = stage / "later" / "take_home.zip"
    later.parent.mkdir()
    shutil.copyfile(engine / later.name, later)
    write_manifest(target, installed_release(), [later])
    write_licences(stage / "licences", numpy_wheel(installed_release()))


def put_recordings(stage: Path) -> None:
    """The results shown before Python is ready."""

    def make(folder: Path) -> None:
        command = [sys.executable, str(SCRIPTS / "record.py"), str(folder)]
        run_step(command, "The first results could not be recorded (the reason is above).")

    key = digest([*core_files(), SCRIPTS / "record.py"])
    shutil.copytree(cached_folder("recorded", key, make), stage / "recorded")


def put_fonts(stage: Path) -> None:
    """The subset fonts and their style sheet; the bundle of styles imports the latter."""
    fonts = subset_fonts()
    shutil.copytree(fonts, stage / "fonts", ignore=shutil.ignore_patterns("*.css"))
    sheet = WEB / "styles" / "fonts.css"
    text = (fonts / "fonts.css").read_text(encoding="utf-8")
    if not sheet.exists() or sheet.read_text(encoding="utf-8") != text:
        sheet.write_text(text, encoding="utf-8")
    # For pages that are not ours, where a figure brings its fonts with it.
    shutil.copyfile(sheet, stage / "fonts.css")


def put_sources(stage: Path) -> None:
    """What is served as it was written: pages, and the core that readers can open."""
    for page in files_under(WEB, "*.html"):
        if page.parent == WEB:
            shutil.copyfile(page, stage / page.name)
    for path in core_files():
        if path.suffix == ".py":
            place = stage / "py" / "backprop" / path.relative_to(CORE)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)


def put_bundles(stage: Path, *, draft: bool) -> None:
    """The page's own JavaScript and styles, then the picture that needs no JavaScript."""
    bundle = ["node", str(SCRIPTS / "bundle.js"), str(stage)]
    if draft:
        bundle.append("--draft")
    run_step(bundle, "The page could not be bundled (the reason is above).")
    prerender = ["node", str(SCRIPTS / "prerender.js"), str(stage)]
    run_step(prerender, "The first picture could not be drawn ahead (the reason is above).")


def put_widget(stage: Path, *, draft: bool) -> None:
    """What a notebook's figure takes along: its script and some files."""
    page = CACHE / "widget"
    shutil.rmtree(page, ignore_errors=True)
    bundle = ["node", str(SCRIPTS / "bundle.js"), str(page), "--for=notebook"]
    if draft:
        bundle.append("--draft")
    run_step(bundle, "The notebook's figure could not be bundled (the reason is above).")
    for folder in ("recorded", "fonts"):
        shutil.copytree(stage / folder, page / folder, ignore=shutil.ignore_patterns("*.br"))
    shutil.copyfile(stage / "fonts.css", page / "fonts.css")
    put_in_place(page, WIDGET / "page")


def build(*, draft: bool, proven: bool) -> None:
    """Build ``dist`` from what is there."""
    with one_build_at_a_time():
        note = note_of("draft" if draft else "whole")
        stage = CACHE / "dist"
        shutil.rmtree(stage, ignore_errors=True)
        stage.mkdir(parents=True)
        if not draft:
            # It is served as npm has it, and is half of all that is compressed.
            interpreter = begin_brotli(FOLDER / "pyodide.asm.wasm")
        put_runtime(stage, proven=proven)
        put_recordings(stage)
        put_fonts(stage)
        put_sources(stage)
        put_bundles(stage, draft=draft)
        if not draft:
            interpreter.join()
            add_brotli(stage)
        put_widget(stage, draft=draft)
        NOTE.unlink(missing_ok=True)
        put_in_place(stage, DIST)
        NOTE.write_text(note, encoding="utf-8")


def build_if_old() -> None:
    """Build what tests look at, unless it is what the sources of now would give.

    Raises:
        SetupFailure: it could not be built.
    """
    if not is_current("whole"):
        command = [sys.executable, str(SCRIPTS / "build.py"), "--unproven"]
        run_step(command, "The tests did not run, because the page could not be built.")


def main() -> int:
    """Build, and say how long it took."""
    started = time.monotonic()
    draft = "--draft" in sys.argv
    build(draft=draft, proven=not draft and "--unproven" not in sys.argv)
    print(f"Built dist/ in {time.monotonic() - started:.1f} s.", flush=True)
    return 0


if __name__ == "__main__":
    run_command(main)
