"""The core as the page unpacks it: ``backprop.zip``, and others for who asks for them.

``take_home.zip`` holds the package ``backprop.take_home`` and XlsxWriter, which no figure needs
until a reader takes something home, ``graph.zip`` the graphs of one number a node, for the figure
that draws them, ``exercises.zip`` the tasks that are solved in code and their judge,
``playground.zip`` TensorFlow Playground, ``experiments.zip`` the named studies that are rerun from
many starts, ``weights.zip`` what reads and writes weights. All are byte code alone; the sources
that readers open are files of their own, ``dist/py``. In a draft they are sources, which the page
compiles: it starts a little later, and the build need not start Pyodide for each change.
"""

from __future__ import annotations

import shutil
import sysconfig
import tempfile
from pathlib import Path

from building.step_cache import cached_folder, digest, files_under
from places import CACHE, CORE
from runtime.core_files import core_files
from runtime.pruned import HERE, run_or_fail, write_stored_zip
from runtime.pyodide_release import FOLDER

SITE_PACKAGES = "/lib/python3.14/site-packages"

ROOMS = ("take_home", "exercises", "graph", "playground", "experiments")
"""Rooms of the core that have an archive of their own, so that no start waits for them."""

INNER_ROOMS = {
    CORE / "core" / "stored": "weights",
    CORE / "figures" / "network" / "weights": "weights",
}
"""Folders within other rooms that are in an archive of their own, and its name."""

LATER = (*ROOMS, *dict.fromkeys(INNER_ROOMS.values()))
"""Every archive that is not fetched at the start."""

TASKS = CORE / "exercises" / "tasks"
"""Python that is read as text, so its sources are what is needed."""


def spreadsheet_writer() -> Path:
    """XlsxWriter's package, which pip has verified against its hash in requirements/build.txt."""
    return Path(sysconfig.get_path("purelib")) / "xlsxwriter"


def engine_archive(runtime: Path, *, compiled: bool = True) -> Path:
    """The folder with the archives, of byte code or of sources."""
    writer = spreadsheet_writer()

    def make(folder: Path) -> None:
        with tempfile.TemporaryDirectory(dir=CACHE) as name:
            workshop = Path(name)
            for path in core_files():
                if not path.is_relative_to(TASKS):
                    copy(path, workshop / archive_of(path) / "backprop" / path.relative_to(CORE))
            for path in files_under(writer, "*.py"):
                copy(path, workshop / "take_home" / "xlsxwriter" / path.relative_to(writer))
            for archive in ("backprop", *LATER):
                tree = workshop / archive
                if compiled:
                    others = [path for path in files_under(tree) if path.suffix != ".py"]
                    tree = compile_in(workshop, archive)
                    for path in others:
                        copy(path, tree / path.relative_to(workshop / archive))
                if archive == "exercises":
                    for path in files_under(TASKS, "*.py"):
                        copy(path, tree / "backprop" / path.relative_to(CORE))
                write_stored_zip(folder / f"{archive}.zip", tree)

    key = digest([*core_files(), *files_under(writer, "*.py"), Path(__file__)], runtime.name)
    return cached_folder("engine" if compiled else "engine-draft", key, make)


def archive_of(path: Path) -> str:
    """The archive that a file of the core is in."""
    for folder, archive in INNER_ROOMS.items():
        if path.is_relative_to(folder):
            return archive
    room = path.relative_to(CORE).parts[0]
    return room if room in ROOMS else "backprop"


def copy(source: Path, place: Path) -> None:
    """Copy a file, making the folders above it."""
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, place)


def compile_in(workshop: Path, tree: str) -> Path:
    """Compile a folder of the workshop into another, and give that; see compile_tree.py."""
    run_or_fail(
        HERE / "in_pyodide" / "compile_tree.py",
        f"/workshop/{tree}",
        f"/workshop/compiled_{tree}",
        SITE_PACKAGES,
        index=FOLDER,
        mounts={"/workshop": workshop},
    )
    return workshop / f"compiled_{tree}"
