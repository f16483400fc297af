"""The order of the rooms of `py/backprop` and the size of its modules, held by reading them."""

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

CORE = Path(__file__).parents[2] / "py" / "backprop"

MAY_IMPORT = {
    "core": set(),
    "training": {"core"},
    "explain": {"core"},
    "message": {"core", "explain"},
    "exercises": {"core"},
    "graph": {"core"},
    "experiments": {"core", "training"},
    "playground": {"core", "explain", "graph", "message", "training"},
    "figures": {
        "core",
        "exercises",
        "experiments",
        "explain",
        "graph",
        "message",
        "playground",
        "training",
    },
    "take_home": {"core", "experiments", "explain", "figures", "graph", "message"},
    "engine": {"core", "exercises", "figures", "message", "take_home"},
    "widget": {"engine", "figures"},
    "": {"core", "explain", "training"},
}
"""What each room may import from, itself apart; the room "" are the public names at the top."""

MOST_FILES = 16
MOST_LINES = 300


def name_of(path: Path) -> str:
    """What a module is imported as; a package is a module too."""
    parts = ("backprop", *path.relative_to(CORE).with_suffix("").parts)
    return ".".join(parts).removesuffix(".__init__")


TASKS = CORE / "exercises" / "tasks"
"""Texts with programs of readers in them, which nothing imports."""

MODULES = {
    name_of(path): path for path in sorted(CORE.rglob("*.py")) if not path.is_relative_to(TASKS)
}
NAMED = set(MODULES) - {"backprop"}
FIGURES = [module for module in MODULES if module.startswith("backprop.figures.")]


def room_of(module: str) -> str:
    """The package below `backprop` that a module is in."""
    return f"{module}.".split(".")[1]


def figure_of(module: str) -> str:
    """The module or folder of a figure that a module of `figures` is, or is in."""
    return module.split(".")[2]


def imports_of(module: str) -> Iterator[str]:
    """Every module of the core that a module imports, if only for types or within a function.

    A text that is the whole name of a module counts too, since `import_module` may be given it.
    """
    path = MODULES[module]
    package = module.split(".")[: None if path.stem == "__init__" else -1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names if name.name.startswith("backprop"))
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            origin = ".".join([*above, *([node.module] if node.module else [])])
            if origin.split(".")[0] == "backprop":
                for name in node.names:
                    inner = f"{origin}.{name.name}"
                    yield inner if inner in MODULES else origin
        elif isinstance(node, ast.Constant) and node.value in NAMED:
            yield node.value


def test_the_room_of_a_module_is_the_folder_below_backprop():
    assert room_of("backprop.figures.cost.timing") == "figures"
    assert room_of("backprop") == ""


def test_imports_of_types_and_those_by_name_are_seen():
    assert "backprop.message.field" in set(imports_of("backprop.figures.blame"))
    assert "backprop.take_home.export" in set(imports_of("backprop.engine.kinds"))
    assert "backprop.core.network" in set(imports_of("backprop"))


def test_imports_go_one_way():
    wrong = [
        f"{module} → {imported}"
        for module in MODULES
        for imported in imports_of(module)
        if room_of(imported) not in {room_of(module), *MAY_IMPORT[room_of(module)]}
    ]
    assert wrong == []


def test_every_folder_is_a_room_with_a_rule():
    assert {room_of(module) for module in MODULES} == set(MAY_IMPORT)


def test_no_figure_imports_another():
    wrong = [
        f"{module} → {imported}"
        for module in FIGURES
        for imported in imports_of(module)
        if imported.startswith("backprop.figures.") and figure_of(imported) != figure_of(module)
    ]
    assert wrong == []


def test_no_module_is_imported_by_one_that_it_imports():
    graph = {module: set(imports_of(module)) - {module} for module in MODULES}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as found:
        pytest.fail(" → ".join(found.args[1]))


def test_no_folder_has_more_than_16_modules():
    folders = {path.parent for path in MODULES.values()}
    crowded = [folder.name for folder in folders if len([*folder.glob("*.py")]) > MOST_FILES]
    assert crowded == []


def test_no_module_has_more_than_300_lines():
    lines = {
        path.name: len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES.values()
    }
    assert {name: count for name, count in lines.items() if count > MOST_LINES} == {}
