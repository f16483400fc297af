"""The page's own figure in a notebook: `from backprop.widget import Figure`.

The figure asks this kernel's NumPy through the widget's comm, where the page asks its Pyodide: it
works with a remote kernel and without a network, and shows the numbers of the `backprop` that is
installed here. It needs anywidget: ``pip install './[widget]'``.
"""

from __future__ import annotations

try:
    import anywidget  # noqa: F401 - asked for here, so that its absence is told in one sentence
except ImportError as missing:
    raise ImportError(
        "backprop.widget needs anywidget: pip install './[widget]' brings it, and so does "
        "pip install anywidget."
    ) from missing

from .figure import Figure

__all__ = ["Figure"]
