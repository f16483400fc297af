"""Compile every ``.py`` below one folder into another; runs inside Pyodide.

Arguments: the source folder, the target folder, and the folder that the code will say it comes
from. ``name.pyc`` goes where ``name.py`` was, since the archives hold no sources; docstrings stay
out.

The ``.pyc`` are unchecked-hash ones: Python takes them without a look at a source or its time.
"""

from __future__ import annotations

from pathlib import Path
from py_compile import PycInvalidationMode
from py_compile import compile as write_pyc

WITHOUT_DOCSTRINGS = 2

source, target, home = arguments  # type: ignore[name-defined]  # noqa: F821

for path in sorted(Path(source).rglob("*.py")):
    relative = path.relative_to(source)
    compiled = (Path(target) / relative).with_suffix(".pyc")
    compiled.parent.mkdir(parents=True, exist_ok=True)
    write_pyc(
        str(path),
        cfile=str(compiled),
        dfile=f"{home}/{relative}",
        doraise=True,
        optimize=WITHOUT_DOCSTRINGS,
        invalidation_mode=PycInvalidationMode.UNCHECKED_HASH,
    )
