"""One start of symmetry detection: its training as a script, and what was kept of it as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backprop.experiments import symmetry
from backprop.experiments.symmetry.symmetry import LEARNING_RATE, MOMENTUM
from backprop.figures.symmetry.symmetry import SymmetryRequest, answer, read
from backprop.take_home import numpy_script
from backprop.take_home.file import CSV, PYTHON, File
from backprop.take_home.program import Run

from .table import table_text

if TYPE_CHECKING:
    from typing import Any

FORMATS = ("numpy", "csv")

__all__ = ["FORMATS", "file_of", "read"]


def file_of(wanted: str, request: SymmetryRequest) -> File:
    """The run of a `symmetry` message as far as it has come, in one of `FORMATS`."""
    told = answer(request)
    name = f"symmetry-seed-{request.seed}"
    if wanted == "csv":
        return File(f"{name}.csv", CSV, _table(told))
    return File(f"{name}.py", PYTHON, _script(request, told))


def _script(request: SymmetryRequest, told: dict[str, Any]) -> str:
    start, net = symmetry.begin([request.seed], signed=request.signed), symmetry.network()
    net.parameters = start.parameters[0]
    examples = symmetry.patterns(request.signed)
    run = Run(
        net,
        examples.inputs,
        examples.targets,
        LEARNING_RATE,
        MOMENTUM,
        batch_size=None,
        seed=request.seed,
        velocity=start.velocities[0],
        first_epoch=0,
        epochs=told["sweeps"][-1],
    )
    return numpy_script.training_script(run)


def _table(told: dict[str, Any]) -> str:
    units = (1, 2)
    names = ["sweep", "loss", "mirror symmetry"]
    names += [f"w{i} to unit {unit}" for unit in units for i in range(1, 7)]
    names += [f"bias of unit {unit}" for unit in units]
    names += [f"w of unit {unit} to output" for unit in units] + ["bias of output"]
    moments = zip(told["sweeps"], told["losses"], told["mirrors"], told["frames"], strict=True)
    return table_text(
        names,
        [
            [
                *(sweep, loss, mirror),
                *(weight for unit in frame["weights"] for weight in unit),
                *frame["biases"],
                *frame["output_weights"],
                frame["output_bias"],
            ]
            for sweep, loss, mirror, frame in moments
        ],
    )
