"""A recording is made again for every module that takes part in it: none is overlooked."""

import json
import subprocess
import sys

import pytest

from places import CORE, ROOT
from record import figures, made_by

# A fresh interpreter answers a figure's first question and names what it imported for it.
ANSWER = """
import json, sys
from pathlib import Path
from backprop import engine
from backprop.figures.registry import opening
engine.handle(opening({figure!r}))
files = {{Path(m.__file__) for m in sys.modules.values() if getattr(m, "__file__", None)}}
print(json.dumps([str(file) for file in files]))
"""


@pytest.mark.parametrize("figure", figures())
def test_all_that_is_imported_for_a_figure_is_known_beforehand(figure):
    command = [sys.executable, "-c", ANSWER.format(figure=figure)]
    shown = subprocess.run(command, cwd=ROOT / "py", check=True, capture_output=True, text=True)
    imported = [path for path in map(type(ROOT), json.loads(shown.stdout)) if CORE in path.parents]
    assert len(imported) > 10
    assert {path.relative_to(ROOT).as_posix() for path in imported} <= set(made_by(figure))


def test_a_figure_is_not_made_by_the_mathematics_of_another():
    assert "py/backprop/figures/blame.py" in made_by("blame")
    assert not any("figures/depth" in name for name in made_by("blame"))
