"""A network is taught XOR: the run of the XOR figure, kept at some of its epochs.

At three of them one example goes through the network and back, and the correction that follows is
the next moment. Between them the run goes on, and what has become of the network is told. Nothing
is told of a moment between two others, so every picture is of a network that the training had.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from backprop.core.number_text import count_text, number_text
from backprop.message.presets import XOR_RUN
from backprop.message.request_fields import opening, read_request
from backprop.message.traced_pass import traced_pass
from backprop.training.decision_surface import decision_surface

from . import learning_sentences as sentences
from .learning_run import Run, shown_moments, whole_run

if TYPE_CHECKING:
    from backprop.message.field import Field
    from backprop.training.training_result import TrainingState

Result = dict[str, Any]

RESOLUTION = 16
"""Points along each edge of a surface: it is drawn small, and smoothed."""

DECIMALS = 4
"""Of a surface's values and of the curve's losses: pictures show no more."""

CURVE_POINTS = 200
"""Epochs whose losses the curve goes through, about: more would lie on one pixel of the curve."""


@dataclass(frozen=True)
class LearningRequest:
    """There is one run, so nothing is asked of it."""


OPENINGS = {"learning": opening("learning", LearningRequest)}


def read(message: Field) -> LearningRequest:
    """A `learning` message."""
    return read_request(LearningRequest, message)


def answer(_: LearningRequest) -> Result:
    """Answer a `learning` message: the run, and its network at the epochs that are shown."""
    return _told()


@lru_cache(maxsize=1)
def _told() -> Result:
    run = whole_run()
    moments: list[Result] = []
    for state, is_pass in shown_moments(run):
        example = _worst_example(run, state) if is_pass else moments[-1]["example"]
        moments.append(_moment(run, state, example, is_pass=is_pass))
    curve = sorted({round(epoch) for epoch in np.linspace(0, run.last, CURVE_POINTS + 1).tolist()})
    spec, window = XOR_RUN["network"], XOR_RUN["surface"]
    return {
        "kind": "learning",
        "network": {
            name: spec[name] for name in ("layer_sizes", "activations", "loss", "use_biases")
        },
        "learning_rate": XOR_RUN["learning_rate"],
        "examples": [
            {"name": sentences.example_name(inputs), "inputs": inputs, "target": target}
            for inputs, (target,) in zip(
                run.dataset.inputs.tolist(), run.dataset.targets.tolist(), strict=True
            )
        ],
        "moments": moments,
        "window": {
            "x_range": list(window["x_range"]),
            "y_range": list(window["y_range"]),
            "resolution": RESOLUTION,
        },
        "curve": {
            "epochs": curve,
            "losses": run.losses[curve].round(DECIMALS).tolist(),
        },
        "question": sentences.question(
            run.trainer.net.parameters.size, run.last, moments[-1]["right"], len(run.dataset)
        ),
        "summary": sentences.run_summary(moments[0], moments[-1], len(run.dataset)),
    }


def _worst_example(run: Run, state: TrainingState) -> int:
    """The example whose answer is furthest from its target."""
    return int(np.abs(run.outputs(state) - run.dataset.targets[:, 0]).argmax())


def _moment(run: Run, state: TrainingState, example: int, *, is_pass: bool) -> Result:
    """The network at an epoch, and one example's pass through it."""
    outputs = run.outputs(state)
    net, dataset, epoch = run.trainer.net, run.dataset, state.epoch
    inputs, targets = dataset.inputs[example], dataset.targets[example]
    forward = net.forward(inputs)
    window = XOR_RUN["surface"]
    surface = decision_surface(net, window["x_range"], window["y_range"], RESOLUTION)
    right = int(((outputs > 0.5) == (dataset.targets[:, 0] > 0.5)).sum())
    loss = float(run.losses[epoch])
    told = {
        "epoch": epoch,
        "loss": loss,
        "right": right,
        "example": example,
        "pass": traced_pass(net, forward, net.backward(forward, targets), targets),
        "surface": surface.round(DECIMALS).ravel().tolist(),
        "texts": {"epoch": count_text(epoch), "loss": number_text(loss)},
        "sentence": sentences.moment_sentence(epoch, run.last, right, len(dataset)),
        "steps": None,
    }
    if not is_pass:
        return told
    name = sentences.example_name(inputs.tolist())
    steps = {
        "forward": sentences.forward_sentence(name, float(outputs[example]), float(targets[0])),
        "backward": sentences.backward_sentence(net.parameters.size),
        "update": sentences.update_sentence(loss, float(run.losses[epoch + 1])),
    }
    return told | {"steps": steps}
