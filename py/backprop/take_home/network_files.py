"""One pass or one training run of a network, as scripts and spreadsheets, and its weights."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from backprop.core.number_text import count_text
from backprop.core.overflow import overflow_sentence
from backprop.core.rules import Array
from backprop.figures.network import trace
from backprop.figures.network.trace import TraceRequest
from backprop.figures.xor import train_request
from backprop.figures.xor.train_request import TrainRequest
from backprop.message.field import Field, Refusal

from . import numpy_script, pytorch_script, weight_files
from .file import CSV, PYTHON, File
from .program import Pass, Run, shape_of
from .sheet_files import csv_text, xlsx_bytes
from .sheet_pass import SheetPass, pass_sheet

FORMATS = ("numpy", "pytorch", "xlsx", "csv", *weight_files.FORMATS)

READERS: dict[str, Callable[[Field], TraceRequest | TrainRequest]] = {
    "trace": trace.read,
    "train": train_request.read,
}
"""Kind of message → how it is read."""

MOST_VALUES = 25_000
"""Units times examples in a spreadsheet: 2,000 of a 2-8-1 network are 2 MB, and take Python
five seconds in a page. A script takes any number."""

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def read(subject: Field) -> TraceRequest | TrainRequest:
    """A whole `trace` or `train` message.

    Raises:
        Refusal: a field is not as it must be.
    """
    return READERS[subject["kind"].choice(tuple(READERS))](subject)


def file_of(wanted: str, subject: TraceRequest | TrainRequest) -> File:
    """A pass or a run in one of `FORMATS`.

    Raises:
        Refusal: the numbers overflow, there are more of them than a sheet can hold, or there are
            links for which a format has no place.
    """
    if wanted in weight_files.FORMATS:
        net = subject.network if isinstance(subject, TraceRequest) else _run(subject).net
        return weight_files.weights_file(wanted, net)
    return _sheet(wanted, subject) if wanted in ("xlsx", "csv") else _script(wanted, subject)


def _script(language: str, subject: TraceRequest | TrainRequest) -> File:
    scripts = numpy_script if language == "numpy" else pytorch_script
    ending = "" if language == "numpy" else "-pytorch"
    if isinstance(subject, TraceRequest):
        net = subject.network
        written = Pass(net, *_example(subject), subject.learning_rate, subject.frozen)
        name = f"backpropagation-{shape_of(net)}{ending}.py"
        return File(name, PYTHON, scripts.pass_script(written))
    run = _run(subject)
    name = f"training-{subject.setup.dataset.name}-{shape_of(run.net)}{ending}.py"
    return File(name, PYTHON, scripts.training_script(run))


def _sheet(ending: str, subject: TraceRequest | TrainRequest) -> File:
    if isinstance(subject, TraceRequest):
        told = SheetPass(subject.network, *_example(subject), subject.learning_rate, subject.frozen)
        field = "subject.network.parameters"
    else:
        run = _run(subject)
        examples = (run.net, run.inputs, run.targets)
        told = SheetPass(*examples, run.learning_rate, momentum=run.momentum, velocity=run.velocity)
        field = "subject.state.parameters"
    values = len(told.inputs) * sum(told.net.layer_sizes)
    if values > MOST_VALUES:
        raise Refusal(
            "too_large",
            f"A spreadsheet shows every unit in every example, {count_text(MOST_VALUES)} values "
            f"at most: these are {count_text(values)}. A script takes them all.",
            "subject.dataset",
        )
    _require_finite(told, field)
    sheet = pass_sheet(told, has_names=ending == "xlsx")
    name = f"backpropagation-{shape_of(told.net)}.{ending}"
    if ending == "csv":
        return File(name, CSV, csv_text(sheet))
    return File(name, XLSX, xlsx_bytes(sheet))


def _require_finite(told: SheetPass, field: str) -> None:
    net, inputs, targets = told.net, told.inputs, told.targets
    forward_pass = net.forward(inputs)
    backward = net.backward(forward_pass, targets)
    step = told.learning_rate * backward.gradient
    computed = (*forward_pass.pre_activations, *forward_pass.activations, *backward.error_signals)
    if not all(np.isfinite(value).all() for value in (*computed, np.array(backward.loss), step)):
        raise Refusal("not_finite", overflow_sentence(net, inputs, targets), field)


def _example(subject: TraceRequest) -> tuple[Array, Array]:
    return subject.inputs[None, :], subject.targets[None, :]


def _run(subject: TrainRequest) -> Run:
    """The run that the message would do, from its own state on."""
    setup, state = subject.setup, subject.state
    net = setup.network.build(subject.start if state is None else state.parameters)
    parts = setup.dataset.make()
    return Run(
        net,
        parts.training.inputs,
        parts.training.targets,
        setup.learning_rate,
        setup.momentum,
        setup.batch_size,
        setup.network.seed,
        np.zeros_like(net.parameters) if state is None else state.velocity,
        0 if state is None else state.epoch,
        subject.epochs,
        parts.whole.inputs[parts.kept] if parts.scaling else None,
        parts.scaling,
        len(parts.rows),
    )
