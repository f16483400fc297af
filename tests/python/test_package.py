"""What the package shows to whoever imports it."""

from importlib import import_module
from pathlib import Path

import pytest

import backprop

PUBLIC = {
    *("Network", "ForwardPass", "BackwardPass", "Trainer", "explain_weight", "walkthrough"),
    *("central_differences", "train_population", "decision_surface"),
}


def test_the_package_shows_its_public_names_and_no_others():
    assert set(dir(backprop)) == PUBLIC
    assert all(callable(getattr(backprop, name)) for name in PUBLIC)


def test_no_public_name_hides_a_module():
    (folder,) = backprop.__path__
    modules = {path.stem for path in Path(folder).iterdir()}
    assert modules.isdisjoint(PUBLIC)


@pytest.mark.host
def test_a_notebook_without_anywidget_is_told_in_a_sentence_what_to_install() -> None:
    with pytest.raises(ImportError, match=r"needs anywidget: pip install '\./\[widget\]'"):
        import_module("backprop.widget")
