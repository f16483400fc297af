"""Name the standard-library modules that the page needs; runs inside stock Pyodide.

Argument: the file that gets the names, as a JSON list. What is counted is what is loaded after
Pyodide itself started, NumPy was loaded and used in each of the ways the core uses it, a traceback
was made, and every module that a reader's own code may reasonably import was imported.
"""

from __future__ import annotations

import importlib
import json
import sys
import traceback
from pathlib import Path

# What the core imports is found by reading its sources; these are for the live editor, and for the
# codecs that Python imports by name.
FOR_READERS = """
    abc array ast bisect cmath collections.abc contextlib copy csv dataclasses datetime decimal
    enum fractions functools gc hashlib heapq inspect io itertools json keyword math numbers
    operator os pathlib pprint random re statistics string struct sys textwrap time timeit
    traceback types typing warnings weakref zlib
    encodings.ascii encodings.latin_1 encodings.utf_8 encodings.utf_16_le
""".split()  # noqa: SIM905 - a list of words reads best as one

(output, *for_the_core) = arguments  # type: ignore[name-defined]  # noqa: F821


def use_numpy() -> None:
    """Touch what NumPy imports only on first use."""
    import numpy as np  # noqa: PLC0415 - inside Pyodide NumPy comes late

    generator = np.random.default_rng(0)
    square = generator.normal(size=(4, 4))
    np.linalg.svd(square)
    np.linalg.solve(square, square)
    np.einsum("ij,jk->ik", square, square)
    repr(square)
    np.array2string(square, precision=3)
    np.percentile(square, 50)
    with np.errstate(over="raise"):
        try:
            np.exp(np.array([1e4]))
        except FloatingPointError:
            traceback.format_exc()


use_numpy()
for name in (*FOR_READERS, *for_the_core):
    importlib.import_module(name)

archive = next(entry for entry in sys.path if entry.endswith(".zip"))
names = []
for module in list(sys.modules.values()):
    origin = getattr(getattr(module, "__spec__", None), "origin", None)
    if origin and origin.startswith(archive):
        names.append(origin.removeprefix(archive + "/"))
Path(output).write_text(json.dumps(sorted(set(names))))
