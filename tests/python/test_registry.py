"""The figures of the registry: each has modules that answer for it and a first message."""

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from backprop import engine, figures
from backprop.core import limits
from backprop.engine.kinds import KINDS
from backprop.figures.registry import FIGURES, MODULES, REGISTRY, opening


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_message_has_a_module_that_reads_and_answers_it(kind):
    module = import_module(KINDS[kind])
    assert callable(module.read)
    assert callable(module.answer)


def test_every_figure_stands_in_the_registry():
    (folder,) = figures.__path__
    there = {path.stem for path in Path(folder).iterdir() if not path.name.startswith("__")}
    assert there - {"registry"} == {
        module.split(".")[0] for line in REGISTRY for module in line.modules
    }


@pytest.mark.parametrize("figure", FIGURES)
def test_every_figure_has_a_first_message_of_its_own_kind_that_the_engine_answers(figure):
    message = opening(figure)
    (line,) = (line for line in REGISTRY if figure in line.figures)
    assert MODULES[message["kind"]].endswith(line.modules[0])
    quick = message | {"time_limit": 0} if figure == "cost" else message
    assert engine.handle(quick)["kind"] == message["kind"]


def test_no_two_figures_call_a_limit_by_one_name():
    modules = [import_module(module) for module in MODULES.values()]
    tables = [limits.LIMITS, *(getattr(module, "LIMITS", {}) for module in modules)]
    assert len(set().union(*tables)) == sum(map(len, tables))


@pytest.mark.host
@pytest.mark.parametrize("figure", ["blame", "network", "depth"])
def test_the_first_figure_of_a_page_imports_no_other(figure):
    program = f"""
import sys
from backprop import engine
from backprop.figures.registry import opening
assert engine.handle(opening({figure!r}))["kind"] != "error"
names = [name.split(".") for name in sys.modules]
print(*{{parts[2] for parts in names if parts[:2] == ["backprop", "figures"] and parts[2:]}})
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={"PYTHONPATH": os.pathsep.join(sys.path)},
        check=True,
        capture_output=True,
        text=True,
    )
    assert set(done.stdout.split()) == {figure, "registry"}
