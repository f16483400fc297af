"""What is drawn ahead into the pages: the figures, each kept until something in it changes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from building.figure_registry import REGISTRY, figure_modules
from building.made_of import Hashes, is_as_made, note_made_of
from building.staying import Command, succeeds
from building.step_cache import put_in_place, sha256
from launch.setup_failure import SetupFailure
from places import CACHE

PRERENDER: Command = ("prerender.js",)
KEPT = CACHE / "drawn"
TOKENS = "tokens"
"""The name of the style sheet that figures share with the page around them."""
SHARED = ("web/backprop-figure.js", REGISTRY, "web/styles/tokens.js")
# What is in node_modules is what the lock says.
NO_MODULES = ("package-lock.json", "scripts/building/prerender.js", "scripts/building/staying.js")

Imports = dict[str, list[str]]
"""For each source those that it imports when it is loaded, not those that it fetches later."""


def modules_of(figures: list[str]) -> dict[str, str]:
    """The module of each figure.

    Raises:
        SetupFailure: the registry does not name one of them.
    """
    modules = figure_modules()
    for figure in figures:
        if figure not in modules:
            raise SetupFailure(f"A page shows the figure {figure}, and {REGISTRY} names none so.")
    return {figure: modules[figure] for figure in figures}


def needed_by(entries: list[str], imports: Imports) -> set[str]:
    """Modules and all that they import, and what that imports, and so on."""
    needed: set[str] = set()
    waiting = list(entries)
    while waiting:
        name = waiting.pop()
        if name not in needed:
            needed.add(name)
            waiting += imports[name]
    return needed


def drawings(figures: list[str], recorded: Path, sources: Hashes) -> dict[str, str]:
    """The markup of each figure by its name, and of the shared style sheet as `TOKENS`.

    Args:
        figures: those that the pages show.
        recorded: the folder with the recorded results.
        sources: the hashes of the sources.

    Raises:
        SetupFailure: a figure is not known, or could not be drawn.
    """
    modules = modules_of(figures)
    hashes = dict(sources)
    for path in recorded.glob("*.json"):
        hashes[recorded_name(path.stem)] = sha256(path)
    names = [TOKENS, *figures]
    old = [name for name in names if not is_as_made(KEPT / name, hashes)]
    if old:
        stage = CACHE / "drawn.unfinished"
        shutil.rmtree(stage, ignore_errors=True)
        if not succeeds(PRERENDER, str(stage), str(recorded), old):
            raise SetupFailure("The first picture could not be drawn (the reason is above).")
        imports = json.loads((stage / "imports.json").read_text(encoding="utf-8"))
        for name in old:
            entries = [modules[name]] if name in modules else []
            needed = needed_by([*SHARED, *entries], imports).intersection(sources)
            taken = json.loads((stage / name / "taken.json").read_text(encoding="utf-8"))
            needed.update(NO_MODULES, map(recorded_name, taken))
            note_made_of(stage / name, sorted(needed), hashes)
            KEPT.mkdir(exist_ok=True)
            put_in_place(stage / name, KEPT / name)
    return {name: (KEPT / name / "markup.html").read_text(encoding="utf-8") for name in names}


def recorded_name(result: str) -> str:
    """What a recorded result is called among the files that a drawing is made of."""
    return f"recorded/{result}.json"
