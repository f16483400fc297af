"""Build ``dist/``: everything a reader's browser needs, for any static host and any sub-path.

    python scripts/build.py [--no-compression]

Each slow step is kept under a hash of what goes into it, so a second build takes seconds and no
network. The new ``dist`` is put together beside the old one and replaces it only when it is whole.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

from brotli_files import add_brotli
from build_lock import one_build_at_a_time
from fonts import subset_fonts
from places import CACHE, CORE, DIST, ROOT, SCRIPTS, WEB
from runtime.core_check import require_core_tests
from runtime.engine_archive import core_files, engine_archive
from runtime.manifest import write_manifest
from runtime.pruned import pruned_runtime
from runtime.pyodide_release import installed_release
from setup_failure import SetupFailure, run_command
from step_cache import cached_folder, digest, files_under

UNFINISHED = "--unfinished" in sys.argv  # while the core is being written


def run_step(command: list[str], failure: str) -> None:
    """Run one of our own commands; its output is the explanation when it fails."""
    if subprocess.run(command, cwd=ROOT, check=False).returncode != 0:
        raise SetupFailure(failure)


def put_runtime(stage: Path) -> None:
    """The interpreter, NumPy and the core, proven by the core's own tests."""
    runtime = pruned_runtime()
    engine = engine_archive(runtime)
    if not UNFINISHED:
        require_core_tests(runtime, engine)
    target = stage / "runtime"
    shutil.copytree(runtime, target)
    shutil.copyfile(engine / "backprop.zip", target / "backprop.zip")
    write_manifest(target, installed_release())


def put_recordings(stage: Path) -> None:
    """The results shown before Python is ready."""

    def make(folder: Path) -> None:
        command = [sys.executable, str(SCRIPTS / "record.py"), str(folder)]
        run_step(command, "The first results could not be recorded (the reason is above).")

    key = digest([*core_files(), SCRIPTS / "record.py"])
    if UNFINISHED:
        try:
            cached_folder("recorded", key, make)
        except SetupFailure as failure:
            print(failure, file=sys.stderr)
            return
    shutil.copytree(cached_folder("recorded", key, make), stage / "recorded")


def put_fonts(stage: Path) -> None:
    """The subset fonts and their style sheet; the bundle of styles imports the latter."""
    fonts = subset_fonts()
    shutil.copytree(fonts, stage / "fonts", ignore=shutil.ignore_patterns("*.css"))
    sheet = WEB / "styles" / "fonts.css"
    text = (fonts / "fonts.css").read_text(encoding="utf-8")
    if not sheet.exists() or sheet.read_text(encoding="utf-8") != text:
        sheet.write_text(text, encoding="utf-8")


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


def put_bundles(stage: Path, *, minified: bool) -> None:
    """The page's own JavaScript and styles, then the picture that needs no JavaScript."""
    bundle = ["node", str(SCRIPTS / "bundle.js"), str(stage)]
    if not minified:
        bundle.append("--watchful")
    run_step(bundle, "The page could not be bundled (the reason is above).")
    prerender = SCRIPTS / "prerender.js"
    if prerender.exists() and (stage / "recorded").exists():
        command = ["node", str(prerender), str(stage)]
        run_step(command, "The first picture could not be drawn ahead (the reason is above).")


def replace_dist(stage: Path) -> None:
    """Let the new folder take the place of the old one."""
    old = stage.with_name(stage.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if DIST.exists():
        DIST.rename(old)
    stage.rename(DIST)
    shutil.rmtree(old, ignore_errors=True)


def build(*, compressed: bool = True) -> None:
    """Build ``dist`` from what is there."""
    with one_build_at_a_time():
        stage = CACHE / "dist"
        shutil.rmtree(stage, ignore_errors=True)
        stage.mkdir(parents=True)
        put_runtime(stage)
        put_recordings(stage)
        put_fonts(stage)
        put_sources(stage)
        put_bundles(stage, minified=compressed)
        if compressed:
            add_brotli(stage)
        replace_dist(stage)


def main() -> int:
    """Build, and say how long it took."""
    started = time.monotonic()
    build(compressed="--no-compression" not in sys.argv)
    print(f"Built dist/ in {time.monotonic() - started:.1f} s.", flush=True)
    return 0


if __name__ == "__main__":
    run_command(main)
