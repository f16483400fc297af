"""Compile every ``.py`` below one folder into another; runs inside Pyodide.

Arguments: the source folder, the target folder, the folder that the code will say it comes from,
the optimisation level (2 drops docstrings), and the layout: ``beside`` puts ``name.pyc`` where
``name.py`` was, for archives that hold no sources; ``pycache`` puts both, as Python itself does.

The ``.pyc`` are unchecked-hash ones: Python takes them without a look at a source or its time.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from py_compile import PycInvalidationMode
from py_compile import compile as write_pyc

source, target, home, level, layout = arguments  # type: ignore[name-defined]  # noqa: F821

for path in sorted(Path(source).rglob("*.py")):
    relative = path.relative_to(source)
    place = Path(target) / relative
    if layout == "pycache":
        compiled = place.parent / "__pycache__" / f"{place.stem}.cpython-314.pyc"
    else:
        compiled = place.with_suffix(".pyc")
    compiled.parent.mkdir(parents=True, exist_ok=True)
    write_pyc(
        str(path),
        cfile=str(compiled),
        dfile=f"{home}/{relative}",
        doraise=True,
        optimize=int(level),
        invalidation_mode=PycInvalidationMode.UNCHECKED_HASH,
    )
    if layout == "pycache":
        shutil.copyfile(path, place)
