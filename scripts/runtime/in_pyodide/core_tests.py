"""Run the core's own tests inside the pruned runtime.

Arguments: how many random examples, as tests/python/conftest.py names it, then paths of tests.

pytest and hypothesis need far more of the standard library than the page does. They get it from
the stock archive, mounted beside the pruned one; the core and NumPy do not: when one of them,
directly or through a module of the pruned library, asks for something that only the stock one
has, the import fails, and so does the test. That is what this check is for.
"""

from __future__ import annotations

import importlib
import os
import sys
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import FrameType
from typing import Any

import backprop
from backprop.engine import handle
from backprop.figures.registry import openings

STOCK_LIBRARY = "/stock/python_stdlib.zip"
STOCK_PACKAGES = "/stock_packages"
TEST_SIDE = ("/test_packages", "/project", "/stock", STOCK_PACKAGES)
PRODUCT_SIDE = ("/lib/python3.14/site-packages",)

amount, *paths = arguments  # type: ignore[name-defined]  # noqa: F821


def asked_by_tests(frame: FrameType | None) -> bool:
    """Whether the nearest caller outside the pruned standard library is a test or its tools."""
    while frame is not None:
        file = frame.f_code.co_filename
        if file.startswith(PRODUCT_SIDE):
            return False
        if file.startswith(TEST_SIDE) or frame.f_globals.get("__name__") == "__main__":
            return True
        frame = frame.f_back
    return True


class StockLibrary(MetaPathFinder):
    """Finds what pruning dropped, for the tests and their tools alone."""

    def find_spec(self, fullname: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        """Look for a module in the stock archives, once the pruned ones had nothing."""
        if not asked_by_tests(sys._getframe(1)):  # noqa: SLF001 - who asks is the question
            return None
        if fullname.startswith("numpy."):
            places = [f"{STOCK_PACKAGES}/{fullname.rpartition('.')[0].replace('.', '/')}"]
        elif path is None:
            places = [STOCK_LIBRARY]
        else:
            places = [f"{STOCK_LIBRARY}/{fullname.rpartition('.')[0].replace('.', '/')}"]
        return PathFinder.find_spec(fullname, places, target)


class Count:
    """Counts what pytest reports."""

    def __init__(self) -> None:
        self.passed = self.failed = 0

    def pytest_runtest_logreport(self, report: Any) -> None:
        """A test passed when its call did; it failed when any of its phases did."""
        if report.failed:
            self.failed += 1
        elif report.when == "call" and report.passed:
            self.passed += 1


# The whole core loads, and answers each figure, before anything stock can be reached: what tests
# have brought in later, the core finds too.
for compiled in sorted(Path(backprop.__path__[0]).rglob("*.pyc")):
    importlib.import_module(
        ".".join(("backprop", *compiled.relative_to(backprop.__path__[0]).with_suffix("").parts))
    )
for figure, message in openings().items():
    answered = handle(message)
    if answered["kind"] == "error":
        raise RuntimeError(f"{figure}: {answered['message']}")

sys.meta_path.append(StockLibrary())
sys.path += ["/test_packages"]
sys.pycache_prefix = "/pycache"
os.environ["HYPOTHESIS_STORAGE_DIRECTORY"] = "/tmp/hypothesis"  # noqa: S108 - Pyodide's own
os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = os.environ["HYPOTHESIS_NO_PLUGINS"] = "1"
os.environ["BACKPROP_EXAMPLES"] = amount

import pytest  # noqa: E402 - it can be found only now

count = Count()
options = ["-c", "/project/config/pyproject.toml", "--rootdir=/project", "-q", "--no-header"]
options += ["-p", "no:cacheprovider", "-p", "no:faulthandler", "-p", "_hypothesis_pytestplugin"]
# Without that plugin, whose signals Pyodide has not, nobody knows the options of its time limit.
options += ["-W", "ignore:Unknown config option:pytest.PytestConfigWarning"]
options += ["-o", "addopts=", "--tb=short"]
options += ["-m", "not host"]
code = int(pytest.main([*options, *(paths or ["/project/tests/python"])], plugins=[count]))
print(f"{count.passed} passed, {count.failed} failed")
exit_code = 0 if code == pytest.ExitCode.NO_TESTS_COLLECTED else code
