"""The core as the page unpacks it: ``backprop.zip``, and ``take_home.zip`` for who asks for it.

The second holds the package ``backprop.take_home`` and XlsxWriter, which no figure needs until a
reader takes something home. Both are byte code alone; the sources that readers open are files of
their own, ``dist/py``. In a draft both are sources, which the page compiles: it starts a little
later, and the build need not start Pyodide for each change.
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

TAKE_HOME = CORE / "take_home"


def spreadsheet_writer() -> Path:
    """XlsxWriter's package, which pip has verified against its hash in requirements/build.txt."""
    return Path(sysconfig.get_path("purelib")) / "xlsxwriter"


def engine_archive(runtime: Path, *, compiled: bool = True) -> Path:
    """The folder with both archives, of byte code or of sources."""
    writer = spreadsheet_writer()

    def make(folder: Path) -> None:
        with tempfile.TemporaryDirectory(dir=CACHE) as name:
            workshop = Path(name)
            for path in core_files():
                archive = "later" if path.is_relative_to(TAKE_HOME) else "core"
                copy(path, workshop / archive / "backprop" / path.relative_to(CORE))
            for path in files_under(writer, "*.py"):
                copy(path, workshop / "later" / "xlsxwriter" / path.relative_to(writer))
            core, later = workshop / "core", workshop / "later"
            if compiled:
                core, later = compile_in(workshop, "core"), compile_in(workshop, "later")
                for path in files_under(workshop / "core"):
                    if path.suffix != ".py":
                        copy(path, core / path.relative_to(workshop / "core"))
            write_stored_zip(folder / "backprop.zip", core)
            write_stored_zip(folder / "take_home.zip", later)

    key = digest([*core_files(), *files_under(writer, "*.py"), Path(__file__)], runtime.name)
    return cached_folder("engine" if compiled else "engine-draft", key, make)


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
