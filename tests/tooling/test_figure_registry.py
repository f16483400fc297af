"""A figure has one name: in the page's registry, in Python's, and in what the build recorded."""

from backprop.figures.registry import FIGURES
from building.figure_registry import figure_modules
from places import DIST, ROOT

SHOWS_WHAT_IS_RECORDED_FOR = {"walk": "network"}
"""A figure without a recording of its own → the one whose recording it shows."""


def test_the_page_and_python_have_the_same_figures():
    assert tuple(figure_modules()) == FIGURES


def test_every_figure_of_the_page_has_a_module():
    assert all((ROOT / module).is_file() for module in figure_modules().values())


def test_every_figure_of_the_page_is_recorded_and_nothing_else_is():
    files = {path.stem for path in (DIST / "recorded").glob("*.json")}
    recorded = {name for name in files if not name.startswith("network-")}
    assert recorded == {SHOWS_WHAT_IS_RECORDED_FOR.get(name, name) for name in figure_modules()}
