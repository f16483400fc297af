from importlib import import_module
from types import ModuleType

import pytest

import backprop
from backprop import engine
from backprop.core import datasets
from backprop.explain.walkthrough import walkthrough


def test_the_package_offers_its_public_names() -> None:
    for name in (
        *("Network", "Trainer", "explain_weight", "walkthrough", "central_differences"),
        *("train_population", "decision_surface"),
    ):
        assert callable(getattr(backprop, name)), name
        assert name in backprop.__all__


def test_walkthrough_is_the_function_and_the_submodules_are_modules() -> None:
    assert backprop.walkthrough is walkthrough
    assert isinstance(datasets, ModuleType)
    assert isinstance(engine, ModuleType)


@pytest.mark.host
def test_a_notebook_without_anywidget_is_told_in_a_sentence_what_to_install() -> None:
    with pytest.raises(ImportError, match=r"needs anywidget: pip install '\./\[widget\]'"):
        import_module("backprop.widget")
