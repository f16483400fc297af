"""What a figure fetches of a page: its script, what was recorded, fonts, and the core's sources."""

from __future__ import annotations

from pathlib import Path

PAGE = Path(__file__).parent / "page"
"""Written by the build: not in the repository, and in an installed package only if it was built."""

CORE = Path(__file__).parent.parent

SCRIPT = PAGE / "widget.js"


def require_page() -> None:
    """Tell in one sentence what to do where the page was never built.

    Raises:
        FileNotFoundError: it was not.
    """
    if not SCRIPT.is_file():
        raise FileNotFoundError(
            "The figures' own script is not here: run npm run build where you have backprop's "
            "sources, then pip install './[widget]' again."
        )


def file_content(name: str) -> bytes | None:
    """A file by the name that it has in the built site; None where there is none."""
    source = name.removeprefix("py/backprop/")
    folder = PAGE if source == name else CORE
    path = (folder / source).resolve()
    if not path.is_relative_to(folder.resolve()) or not path.is_file():
        return None
    return path.read_bytes()


def opening_files(figure: str, preset: str | None) -> dict[str, str]:
    """What the first picture of a figure is drawn from, by name."""
    walk = "network-relu-walk-half"
    names = {"network": ["network", f"network-{preset}"], "walk": ["network", walk]}
    wanted = [f"recorded/{name}.json" for name in names.get(figure, [figure])]
    found = {name: file_content(name) for name in wanted}
    return {name: content.decode() for name, content in found.items() if content is not None}
