"""``backprop.zip``: the core as the page unpacks it, sources and byte code."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from places import CACHE, CORE
from runtime.pruned import HERE, run_or_fail, write_stored_zip
from runtime.pyodide_release import FOLDER
from step_cache import cached_folder, digest, files_under

SITE_PACKAGES = "/lib/python3.14/site-packages"


def core_files() -> list[Path]:
    """The core's sources and data."""
    return files_under(CORE)


def engine_archive(runtime: Path) -> Path:
    """The folder with ``backprop.zip``; docstrings stay, since readers see this code."""

    def make(folder: Path) -> None:
        with tempfile.TemporaryDirectory(dir=CACHE) as name:
            workshop = Path(name)
            sources = workshop / "sources" / "backprop"
            for path in core_files():
                place = sources / path.relative_to(CORE)
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, place)
            run_or_fail(
                HERE / "in_pyodide" / "compile_tree.py",
                "/workshop/sources",
                "/workshop/target",
                SITE_PACKAGES,
                "0",
                "pycache",
                index=FOLDER,
                mounts={"/workshop": workshop},
            )
            for path in files_under(sources):
                if path.suffix != ".py":
                    shutil.copyfile(path, workshop / "target" / path.relative_to(sources.parent))
            write_stored_zip(folder / "backprop.zip", workshop / "target")

    return cached_folder("engine", digest(core_files(), runtime.name), make)
