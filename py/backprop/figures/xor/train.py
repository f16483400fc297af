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
from backprop.message.field import Refusal
from backprop.message.plain_data import plain
from backprop.message.presets import XOR_RUN
from backprop.training.decision_surface import output_line
from backprop.training.trainer import Trainer
from backprop.training.training_result import TrainingResult, TrainingState

from .one_line import one_line
from .own.told import own_told
from .plane import ends, plane_told
from .train_request import LIMITS, read

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from backprop.core.network import ForwardPass, Network
    from backprop.core.rules import Array
    from backprop.training.stopping_rules import TrainingEnd

    from .own.parts import Parts
    from .train_request import StateGiven, TrainingSetup, TrainRequest

__all__ = ["LIMITS", "OPENINGS", "answer", "read"]

OPENINGS = {"xor": {**XOR_RUN, "state": None, "epochs": 0}}

Result = dict[str, Any]

KEPT = 4
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
            setup.dataset.make().training,
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
    net, dataset = trainer.net, request.setup.dataset
    parts = dataset.make()
    middle = parts.middle
    correct = (forward_pass.outputs[:, 0] > middle) == (trainer.dataset.targets[:, 0] > middle)
    is_own = dataset.name == "own"
    told = OWN_TOLD if is_own else len(correct)
    ended: TrainingEnd | None = result.ended
    limit = request.setup.epoch_limit
    limit_reached = limit is not None and result.state.epoch >= limit
    if result.ended.rule == "time_limit" or (
        result.ended.rule == "epoch_limit" and not limit_reached
    ):
        ended = None  # the slice is over, not the run
    output = output_line(net, forward_pass.activations[-2], middle)
    return {
        "kind": "train",
        "state": plain(result.state),
        "losses": result.losses,
        "loss": result.loss,
        "accuracy": float(correct.mean()),
        "right": int(correct.sum()),
        "examples": len(correct),
        "predictions": _predictions(trainer, parts, forward_pass, correct, told),
        "output_line": output and ends(output),
        **plane_told(net, parts, request.surface),
        "outputs": None if dataset.inputs == 2 else _outputs(net, parts),
        "answers": _answers(middle),
        "own": own_told(net, parts, dataset.is_mapped) if is_own else None,
        "line": plain(one_line(net, forward_pass)) if dataset.name == "xor" else None,
        "seconds": result.seconds,
        "ended": plain(ended),
        "stuck": plain(result.stuck),
    }


def _outputs(net: Network, parts: Parts) -> Array:
    """ŷ of every example, those held out too; too large for a float64 are the largest numbers."""
    with np.errstate(all="ignore"):
        return np.nan_to_num(net.forward(parts.everywhere).outputs[:, 0])


def _answers(middle: float) -> Result:
    """The two answers of the output, and its levels between them."""
    low = 0.0 if middle else -1.0
    return {
        "low": low,
        "middle": middle,
        "levels": [low + (1 - low) * level for level in LEVELS],
    }


def _predictions(
    trainer: Trainer,
    parts: Parts,
    forward_pass: ForwardPass,
    correct: NDArray[np.bool_],
    told: int,
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
        parts.kept[:told].tolist(),
        parts.whole.inputs[parts.kept[:told]].tolist(),
        targets[:told].tolist(),
        outputs[:told].tolist(),
        losses[:told].ravel().tolist(),
        correct[:told].tolist(),
        hidden[:told].tolist(),
        strict=True,
    )
    names = ("row", "inputs", "target", "output", "loss", "correct", "hidden")
    return [dict(zip(names, values, strict=True)) for values in columns]
