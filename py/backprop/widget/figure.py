"""A figure as a widget: what it shows is `state`, and its engine is this kernel."""

from __future__ import annotations

import platform
from typing import Any

import anywidget
import numpy as np
import traitlets

from backprop import engine
from backprop.figures.registry import FIGURES

from .page_files import SCRIPT, file_content, opening_files, require_page

require_page()


class Figure(anywidget.AnyWidget):
    """One figure, alive in the cell's output.

    A change made there is in `state` when the cell that runs has ended, and a field set here is
    shown there: ``figure.state = {"learning_rate": 2.0}`` changes that field and leaves the others.

    Args:
        figure: `network`, `xor` or another of `FIGURES`.
        preset: of the figure `network`, a network to begin with, such as `2-2-1-b`.
        state: fields to begin with.
        heading: a title above the figure.
        theme: `light`, `dark` or `auto`.
        controls: `hidden` leaves the picture alone.
        predict: readers are asked for each gradient before they see it.
        code: the Python that computes the step is open.

    Raises:
        ValueError: there is no such figure.
    """

    _esm = SCRIPT

    state = traitlets.Dict().tag(sync=True)
    """What is shown, field by field, as the page's `getState()` says; empty before it is."""

    result = traitlets.Dict(default_value=None, allow_none=True, read_only=True).tag(sync=True)
    """The engine's current result; while the figure trains, the one before."""

    problem = traitlets.Dict(default_value=None, allow_none=True, read_only=True).tag(sync=True)
    """The value last refused, as `field` and `message`, until another is set."""

    _attributes = traitlets.Dict().tag(sync=True)
    _files = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        figure: str = "network",
        *,
        preset: str | None = None,
        state: dict[str, Any] | None = None,
        heading: str | None = None,
        theme: str | None = None,
        controls: str | None = None,
        predict: bool = False,
        code: bool = False,
    ) -> None:
        if figure not in FIGURES:
            raise ValueError(f"There is no figure {figure!r}: there are {', '.join(FIGURES)}.")
        texts = {"figure": figure, "preset": preset, "heading": heading, "theme": theme}
        flags = {"predict": predict, "code": code}
        set_texts = {name: text for name, text in {**texts, "controls": controls}.items() if text}
        super().__init__(
            state=state or {},
            _attributes=set_texts | {name: "" for name, is_set in flags.items() if is_set},
            _files=opening_files(figure, preset),
        )
        self.on_msg(self._hear)

    def __repr__(self) -> str:
        """What stands where no widgets are shown: in a list of files, a mail or a terminal."""
        name = self._attributes["figure"]
        return f'The figure "{name}" of Backpropagation, Traced, alive in a notebook that runs.'

    def inspect(self) -> dict[str, Any] | None:
        """The engine's current result as plain data: parameters, activations, gradient, loss."""
        result: dict[str, Any] | None = self.result
        return result

    def step(self, count: int = 1) -> None:
        """Go so many steps on, or back when negative."""
        self.send({"type": "step", "count": count})

    def _hear(self, _widget: object, said: dict[str, Any], _buffers: object) -> None:
        """Answer the page: see `web/notebook/kernel_link.js`."""
        if said.get("type") == "file":
            content = file_content(str(said["name"]))
            self.send(said, [] if content is None else [content])
            return
        if said.get("type") == "start":
            versions = {"python": platform.python_version(), "numpy": np.__version__}
            self.send({"type": "ready", "link": said["link"], "versions": versions, "times": {}})
        if said.get("type") == "ask":
            result = engine.handle(said["message"], arrays=True)
            plain, arrays = without_arrays({"result": result})
            answer = {"type": "answer", "link": said["link"], "id": said["id"], **plain}
            places = [place for place, _ in arrays]
            self.send(answer | {"arrays": places}, [array.tobytes() for _, array in arrays])


Place = list[str]


def without_arrays(value: dict[str, Any]) -> tuple[dict[str, Any], list[tuple[Place, np.ndarray]]]:
    """The same without its float64 arrays, and these with the names on the way to each."""
    plain: dict[str, Any] = {}
    arrays: list[tuple[Place, np.ndarray]] = []
    for name, entry in value.items():
        if isinstance(entry, np.ndarray):
            arrays.append(([name], entry))
        elif isinstance(entry, dict):
            plain[name], inner = without_arrays(entry)
            arrays += [([name, *place], array) for place, array in inner]
        else:
            plain[name] = entry
    return plain, arrays
