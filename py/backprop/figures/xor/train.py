"""A slice of training for a page: from a state that the page holds to the next that it will.

The page owns the run; nothing here is needed to go on. The last trainers are kept only because
their buffers cost more to make than a slice takes to play: where a state comes back that is, to
the last bit, the one a kept trainer stands at, that trainer goes on.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Any

import numpy as np

from backprop.core.overflow import overflow_sentence
from backprop.core.rules import LOSSES
from backprop.explain.symbols import FUNCTION_NAMES
from backprop.message.field import Refusal
from backprop.message.plain_data import plain
from backprop.message.presets import XOR_RUN
from backprop.training.decision_surface import (
    decision_surface,
    hidden_lines,
    output_line,
    span_of,
)
from backprop.training.trainer import Trainer
from backprop.training.training_result import TrainingResult, TrainingState

from .one_line import one_line
from .train_request import LIMITS, read

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from backprop.core.network import ForwardPass
    from backprop.training.decision_surface import Segment
    from backprop.training.stopping_rules import TrainingEnd

    from .train_request import StateGiven, TrainingSetup, TrainRequest

__all__ = ["LIMITS", "OPENINGS", "answer", "read"]

OPENINGS = {"xor": {**XOR_RUN, "state": None, "epochs": 0}}

Result = dict[str, Any]

KEPT = 4
WINDOW = (0.0, 1.0)

LEVELS = (0.1, 0.3, 0.7, 0.9)
"""Where a picture of the surface has thin lines: parts of the way from one answer to the other."""

OWN_TOLD = 8
"""Of a reader's own examples, which may be thousands, so many are told one by one."""

_trainers: OrderedDict[TrainingSetup, Trainer] = OrderedDict()


def answer(request: TrainRequest) -> Result:
    """Answer a `train` message; its losses and its surface are arrays.

    Raises:
        Refusal: the network's loss is no finite number to begin with.
    """
    trainer = _trainer(request)
    setup = request.setup
    result = trainer.run(
        request.epochs,
        loss_below=setup.loss_below,
        no_improvement_for=setup.no_improvement_for,
        epoch_limit=setup.epoch_limit,
        time_limit=request.time_limit,
    )
    forward_pass = trainer.net.forward(trainer.dataset.inputs)
    if not (
        np.isfinite(result.loss) and all(np.isfinite(a).all() for a in forward_pass.activations)
    ):
        sentence = overflow_sentence(trainer.net, trainer.dataset.inputs, trainer.dataset.targets)
        field = "network.parameters" if request.state is None else "state.parameters"
        raise Refusal("not_finite", sentence, field)
    return _told(trainer, request, result, forward_pass)


def _trainer(request: TrainRequest) -> Trainer:
    """Return a trainer that stands where the request begins, a kept one if there is one."""
    setup, state = request.setup, request.state
    trainer = _trainers.pop(setup, None)
    if trainer is None:
        trainer = Trainer(
            setup.network.build(),
            setup.dataset.make(),
            setup.learning_rate,
            setup.momentum,
            setup.batch_size,
            setup.network.seed,
        )
    _trainers[setup] = trainer
    while len(_trainers) > KEPT:
        _trainers.popitem(last=False)
    trainer.go_to(_begun(request) if state is None else _given(state))
    return trainer


def _begun(request: TrainRequest) -> TrainingState:
    start = request.start
    if start is None:
        start = request.setup.network.build().parameters
    return TrainingState(0, start, np.zeros_like(start), np.inf, 0, np.nan, 0)


def _given(state: StateGiven) -> TrainingState:
    return TrainingState(
        state.epoch,
        state.parameters,
        state.velocity,
        state.best_loss,
        state.best_epoch,
        *(state.plateau or (np.nan, 0)),
    )


def _told(
    trainer: Trainer,
    request: TrainRequest,
    result: TrainingResult,
    forward_pass: ForwardPass,
) -> Result:
    net, window = trainer.net, request.surface
    middle = trainer.dataset.middle
    correct = (forward_pass.outputs[:, 0] > middle) == (trainer.dataset.targets[:, 0] > middle)
    told = OWN_TOLD if request.setup.dataset.name == "own" else len(correct)
    is_plane = net.layer_sizes[0] == 2
    is_xor = request.setup.dataset.name == "xor"
    x_range, y_range = WINDOW, WINDOW
    if window:
        xs, ys = trainer.dataset.inputs.T
        x_range, y_range = window.x_range or span_of(xs), window.y_range or span_of(ys)
    ended: TrainingEnd | None = result.ended
    limit = request.setup.epoch_limit
    limit_reached = limit is not None and result.state.epoch >= limit
    if result.ended.rule == "time_limit" or (
        result.ended.rule == "epoch_limit" and not limit_reached
    ):
        ended = None  # the slice is over, not the run
    output = output_line(net, forward_pass.activations[-2], middle)
    surface = None
    if window:
        values = decision_surface(net, x_range, y_range, window.resolution).ravel()
        surface = {
            "values": (values + 1) / 2 if middle == 0 else values,
            "resolution": window.resolution,
            "x_range": list(x_range),
            "y_range": list(y_range),
        }
    return {
        "kind": "train",
        "state": plain(result.state),
        "losses": result.losses,
        "loss": result.loss,
        "accuracy": float(correct.mean()),
        "right": int(correct.sum()),
        "examples": len(correct),
        "predictions": _predictions(trainer, forward_pass, correct, told),
        "hidden_lines": [
            line and {"unit": unit, **_ends(line)}
            for unit, line in enumerate(hidden_lines(net, x_range, y_range) if is_plane else ())
        ],
        "output_line": output and _ends(output),
        "surface": surface,
        "outputs": None if is_plane else forward_pass.outputs[:, 0],
        "answers": _answers(request.setup, middle),
        "line": plain(one_line(net, forward_pass)) if is_xor else None,
        "seconds": result.seconds,
        "ended": plain(ended),
        "stuck": plain(result.stuck),
    }


def _answers(setup: TrainingSetup, middle: float) -> Result:
    """The two answers of the output, its levels between them, and how targets were changed."""
    low = 0.0 if middle else -1.0
    sentence = None
    if setup.dataset.is_mapped:
        name = FUNCTION_NAMES[setup.network.activations[-1]]
        sentence = (
            f"Your targets of −1 are trained as 0, since {name} does not reach −1; outputs of tanh "
            "and linear keep them."
        )
    return {
        "low": low,
        "middle": middle,
        "levels": [low + (1 - low) * level for level in LEVELS],
        "sentence": sentence,
    }


def _ends(line: Segment) -> Result:
    return {"from": list(line[0]), "to": list(line[1])}


def _predictions(
    trainer: Trainer, forward_pass: ForwardPass, correct: NDArray[np.bool_], told: int
) -> list[Result]:
    net, dataset = trainer.net, trainer.dataset
    outputs = forward_pass.outputs[:, 0]
    targets = dataset.targets[:, 0]
    rule = LOSSES[net.loss]
    losses = rule.value(
        forward_pass.pre_activations[-1] if rule.of_pre_activation else forward_pass.outputs,
        dataset.targets,
    )
    # Without a hidden layer there is none to show.
    hidden = forward_pass.activations[-2][:, : None if len(net.layer_sizes) > 2 else 0]
    columns = zip(
        dataset.inputs[:told].tolist(),
        targets[:told].tolist(),
        outputs[:told].tolist(),
        losses[:told].ravel().tolist(),
        correct[:told].tolist(),
        hidden[:told].tolist(),
        strict=True,
    )
    names = ("inputs", "target", "output", "loss", "correct", "hidden")
    return [dict(zip(names, values, strict=True)) for values in columns]
