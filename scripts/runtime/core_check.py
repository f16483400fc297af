"""The core's own tests, inside the runtime that the page gets."""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

from building.step_cache import cached_folder, digest, files_under
from launch.setup_failure import SetupFailure
from places import CACHE, CORE, ROOT, TESTS
from runtime.numpy_wheel import numpy_wheel, unpack
from runtime.pruned import HERE, run_in_pyodide
from runtime.pyodide_release import FOLDER, installed_release


def run_core_tests(
    runtime: Path, engine: Path, amount: str, *, capture: bool
) -> subprocess.CompletedProcess[str]:
    """Run tests/python in Pyodide under Node, on the archives that the page loads.

    Args:
        runtime: the folder with the pruned interpreter.
        engine: the folder with ``backprop.zip`` and the other archives.
        amount: how many random examples, as tests/python/conftest.py names it.
        capture: keep the output instead of showing it.
    """
    wheel = numpy_wheel(installed_release())
    stock = cached_folder("stock_numpy", digest([wheel]), lambda folder: unpack(wheel, folder))
    bytecode = CACHE / "pycache_pyodide"
    bytecode.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE) as config:
        shutil.copyfile(ROOT / "pyproject.toml", Path(config) / "pyproject.toml")
        return run_in_pyodide(
            HERE / "in_pyodide" / "core_tests.py",
            amount,
            index=runtime,
            numpy="numpy",
            unpack=tuple(sorted(engine.glob("*.zip"))),
            mounts={
                "/stock": FOLDER,
                "/stock_packages": stock,
                "/test_packages": Path(sysconfig.get_path("purelib")),
                "/project/tests": TESTS,
                "/project/py": CORE.parent,
                "/project/config": Path(config),
                "/pycache": bytecode,
            },
            capture=capture,
        )


def require_core_tests(runtime: Path, engine: Path) -> None:
    """Refuse to go on with a runtime in which the core's tests fail; remembered once they pass."""
    tests = files_under(TESTS / "python") + files_under(TESTS / "golden")
    key = digest([*tests, ROOT / "pyproject.toml"], runtime.name, engine.name)

    def make(folder: Path) -> None:
        print("Running the core's tests inside the pruned runtime …", flush=True)
        done = run_core_tests(runtime, engine, "quick", capture=True)
        (folder / "output.txt").write_text(done.stdout + done.stderr, encoding="utf-8")
        if done.returncode != 0:
            print(done.stdout + done.stderr, file=sys.stderr)
            raise SetupFailure(
                "The core's tests fail inside the pruned runtime (their output is above), so no "
                "page is built: mend the core, or what scripts/runtime/pruned.py leaves out."
            )

    cached_folder("core_check", key, make)
