"""Build ``dist/``: everything a reader's browser needs, for any static host and any sub-path.

    python scripts/build.py [--draft | --unproven] [--site-url URL] [--repository URL]

Each slow step is kept under a hash of what goes into it, so a second build takes seconds and no
network. The new ``dist`` is put together beside the old one and replaces it only when it is whole.
A draft, which `npm run dev` shows, is neither minified, compressed, compiled, nor proven by the
core's tests, keeps the times that an earlier build has measured, and brings notebooks nothing new.
`--unproven` leaves out that proof alone: `npm test` runs the same tests, and more of each, itself.
With `--site-url` the pages name their own addresses, with `--repository` that of the project.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from building.brotli_files import add_brotli, begin_brotli
from building.build_lock import one_build_at_a_time
from building.current_build import NOTE, build_id, is_current, note_of, sources
from building.drawings import drawings
from building.figure_registry import figure_modules
from building.fonts import subset_fonts
from building.licences import write_licences
from building.made_of import LIST, Hashes, hashes_of, is_as_made, kept_folder, note_made_of
from building.staying import Command, succeeds
from building.step_cache import lay_into, put_in_place
from launch.setup_failure import SetupFailure, run_command, run_step
from pages.writing import (
    ICON,
    PICTURE,
    PREVIEWS,
    checked_repository,
    checked_site_url,
    figures_of_pages,
    write_pages,
)
from places import CACHE, CORE, DIST, ROOT, SCRIPTS, WEB, WIDGET
from record import OF_DRAFT
from runtime.core_check import require_core_tests
from runtime.core_files import core_files
from runtime.digit_images import put_digit_images
from runtime.engine_archive import LATER, engine_archive
from runtime.manifest import write_manifest
from runtime.numpy_wheel import numpy_wheel
from runtime.pruned import pruned_runtime
from runtime.pyodide_release import FOLDER, installed_release

PARTS = CACHE / "parts"


@dataclass(frozen=True)
class Form:
    """What kind of ``dist`` is wanted."""

    draft: bool = False
    site_url: str | None = None
    repository: str | None = None

    def __str__(self) -> str:
        """A word for it, which no other form has."""
        kind = "draft" if self.draft else "whole"
        return f"{kind} {self.site_url or 'anywhere'} {self.repository or 'of no repository'}"


def core(hashes: Hashes, *, draft: bool, proven: bool) -> Path:
    """The interpreter, NumPy and the core, ``proven`` by the core's own tests, with its sources."""

    def make(folder: Path) -> list[str]:
        runtime = pruned_runtime()
        engine = engine_archive(runtime, compiled=not draft)
        shutil.copytree(runtime, folder / "runtime")
        for script in (folder / "runtime").glob("*.mjs"):
            # A script has to come as one, and not every host knows .mjs: nginx's list has only .js.
            script.rename(script.with_suffix(".js"))
        shutil.copyfile(engine / "backprop.zip", folder / "runtime" / "backprop.zip")
        (folder / "later").mkdir()
        later = [folder / "later" / f"{room}.zip" for room in LATER]
        for archive in later:
            shutil.copyfile(engine / archive.name, archive)
        write_manifest(folder / "runtime", installed_release(), later)
        write_licences(folder / "licences", numpy_wheel(installed_release()))
        for path in core_files():
            if path.suffix == ".py":
                place = folder / "py" / "backprop" / path.relative_to(CORE)
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, place)
        return [name for name in hashes if not name.startswith("web/")]

    if proven:
        runtime = pruned_runtime()
        require_core_tests(runtime, engine_archive(runtime))
    return kept_folder(PARTS / f"core{'-draft' if draft else ''}", hashes, make)


def recordings(hashes: Hashes, *, draft: bool) -> Path:
    """The folder with the results shown before Python is ready, in a folder for each figure."""
    kept, of_draft = CACHE / "recordings", OF_DRAFT if draft else {}
    if not is_as_made(kept, {**hashes, **of_draft}):
        command = [sys.executable, str(SCRIPTS / "record.py"), str(kept)]
        run_step(
            [*command, *(["--draft"] if draft else [])],
            "The first results could not be recorded (the reason is above).",
        )
        names = [path.relative_to(ROOT).as_posix() for path in core_files()]
        made_of = ["scripts/record.py", *names, *of_draft]
        note_made_of(kept, made_of, {**hashes, **of_draft})
    return kept


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


def bundler(purpose: str, *, draft: bool) -> Command:
    """What bundles the page's own scripts, for ``site``, or its ``styles``."""
    return ("bundle.js", "--stay", f"--for={purpose}", *(["--draft"] if draft else []))


def bundled(purpose: str, hashes: Hashes, *, draft: bool) -> Path:
    """The folder with the page's own scripts or styles in ``files``."""

    def make(folder: Path) -> list[str]:
        sources = folder / "sources.json"
        if not succeeds(bundler(purpose, draft=draft), str(folder / "files"), str(sources)):
            raise SetupFailure("The page could not be bundled (the reason is above).")
        # What is in node_modules is what the lock says.
        needed = hashes.keys() & set(json.loads(sources.read_text(encoding="utf-8")))
        return ["package-lock.json", "scripts/building/bundle.js", *sorted(needed)]

    return kept_folder(PARTS / f"{purpose}{'-draft' if draft else ''}", hashes, make)


def put_room(stage: Path) -> None:
    """The style sheet by which somebody's page keeps the room for figures that are yet to come."""
    command = ["node", str(SCRIPTS / "room" / "page_sheet.js"), str(stage / "backprop-figure.css")]
    run_step(command, "The room of the figures could not be written (the reason is above).")


def put_pictures(stage: Path) -> None:
    """What stands for the pages and for each figure where they do not run.

    A figure of which nobody has taken a picture yet has that of the pages.
    """
    for name in (PICTURE, ICON):
        shutil.copyfile(WEB / name, stage / name)
    (stage / PREVIEWS).mkdir()
    for figure in figure_modules():
        name = f"{PREVIEWS}/{figure}.png"
        taken = WEB / name
        shutil.copyfile(taken if taken.is_file() else WEB / PICTURE, stage / name)


def put_widget(stage: Path) -> None:
    """What a notebook's figure takes along: its script and some files."""
    page = CACHE / "widget"
    shutil.rmtree(page, ignore_errors=True)
    bundle = ["node", str(SCRIPTS / "building" / "bundle.js"), str(page), "--for=notebook"]
    run_step(bundle, "The notebook's figure could not be bundled (the reason is above).")
    for folder in ("recorded", "fonts"):
        shutil.copytree(stage / folder, page / folder, ignore=shutil.ignore_patterns("*.br"))
    shutil.copyfile(stage / "fonts.css", page / "fonts.css")
    put_in_place(page, WIDGET / "page")


def fill(stage: Path, form: Form, sources: Hashes, *, proven: bool) -> None:
    """Put everything into ``stage``; what does not need each other is made at the same time."""
    put_fonts(stage)
    hashes = {**sources, **hashes_of([WEB / "styles" / "fonts.css"])}
    draft = form.draft
    with ThreadPoolExecutor() as pool:
        scripts = pool.submit(bundled, "site", hashes, draft=draft)
        styles = pool.submit(bundled, "styles", hashes, draft=draft)
        recorded = pool.submit(recordings, hashes, draft=draft)
        lay_into(stage, core(hashes, draft=draft, proven=proven), without=LIST)
        for figure in recorded.result().glob("*/"):
            lay_into(stage / "recorded", figure, without=LIST)
        drawn = drawings(figures_of_pages(), stage / "recorded", sources)
        for bundles in (scripts, styles):
            lay_into(stage, bundles.result() / "files")
    put_room(stage)
    put_pictures(stage)
    build_of_now = build_id(str(form), sources)
    (stage / "build.json").write_text(json.dumps({"build": build_of_now}), encoding="utf-8")
    write_pages(stage, drawn, build_of_now, form.site_url, form.repository)


def build(form: Form, *, proven: bool) -> None:
    """Build ``dist`` from what is there."""
    with one_build_at_a_time():
        put_digit_images()
        hashes = hashes_of(sources())
        stage = CACHE / "dist"
        shutil.rmtree(stage, ignore_errors=True)
        stage.mkdir(parents=True)
        if not form.draft:
            # It is served as npm has it, and is half of all that is compressed.
            interpreter = begin_brotli(FOLDER / "pyodide.asm.wasm")
        fill(stage, form, hashes, proven=proven)
        if not form.draft:
            interpreter.join()
            add_brotli(stage)
            put_widget(stage)
        NOTE.unlink(missing_ok=True)
        put_in_place(stage, DIST)
        NOTE.write_text(note_of(str(form), hashes), encoding="utf-8")


def build_and_tell(form: Form, *, proven: bool = False) -> None:
    """Build, and say how long it took."""
    started = time.monotonic()
    build(form, proven=proven)
    print(f"Built dist/ in {time.monotonic() - started:.1f} s.", flush=True)


def build_if_old() -> None:
    """Build what tests look at, unless it is what the sources of now would give.

    Raises:
        SetupFailure: it could not be built.
    """
    if not is_current(str(Form())):
        command = [sys.executable, str(SCRIPTS / "build.py"), "--unproven"]
        run_step(command, "The tests did not run, because the page could not be built.")


def main() -> int:
    """Build as the command line says."""
    parser = argparse.ArgumentParser(description="Build dist/.")
    parser.add_argument("--draft", action="store_true", help="for looking at while you write")
    parser.add_argument("--unproven", action="store_true", help="leave out the core's tests")
    parser.add_argument("--site-url", metavar="URL", help="where the pages will be")
    parser.add_argument("--repository", metavar="URL", help="where the project is")
    wanted = parser.parse_args()
    repository = None if wanted.repository is None else checked_repository(wanted.repository)
    site_url = None if wanted.site_url is None else checked_site_url(wanted.site_url)
    form = Form(wanted.draft, site_url, repository)
    build_and_tell(form, proven=not (wanted.draft or wanted.unproven))
    return 0


if __name__ == "__main__":
    run_command(main)
