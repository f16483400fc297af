"""What a run of the playground shows: pictures, points, sentences, and one example to look into."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from backprop.core.limits import LIMITS
from backprop.core.number_text import count_text, number_text
from backprop.message.field import Refusal

if TYPE_CHECKING:
    from backprop.core.rules import Array
    from backprop.playground import Playground, Settings, UnitSurfaces

EDGE = 6.0
THUMBNAIL = 16
"""Values along each edge of a unit's little surface."""

DECIMALS = 3
"""Of what is only drawn: a picture shows no more, and a recorded answer is shorter."""


def surfaces_told(surfaces: UnitSurfaces, run: Playground, shown_class: int) -> dict[str, Any]:
    """The output's surface, and the little ones of all other units, the inputs first.

    Of more than two classes the surface is how probable one of them is, and the outputs have little
    ones as well.
    """
    last = len(run.network.layer_sizes) - 1
    outputs = surfaces.layer(last)
    size = min(THUMBNAIL, outputs.shape[1])
    count, discretised = run.settings.class_count, run.settings.discretised
    layers = [
        _shades(surfaces.thumbnails(layer, size), discretised=discretised) for layer in range(last)
    ]
    values = outputs[0]
    if count > 2:
        shown = shown_class if shown_class < count else 0
        values = 2 * outputs[shown] - 1  # probabilities on the scale from −1 to 1
        if discretised:
            values = np.where(outputs[shown] >= outputs.max(axis=0), 1.0, -1.0)
        layers.append(_shades(2 * surfaces.thumbnails(last, size) - 1, discretised=False))
    return {
        "surface": {
            "values": _shades(values, discretised=discretised),
            "resolution": len(values),
            "x_range": [-EDGE, EDGE],
            "y_range": [-EDGE, EDGE],
        },
        "thumbnails": {"size": size, "layers": layers},
    }


def _shades(activations: Array, *, discretised: bool) -> Array:
    """Places on the scale of colours in a row: 0 for −1 and below, 1 for +1 and above."""
    if discretised:
        return np.where(activations >= 0, 1.0, 0.0).ravel()
    return np.clip((activations + 1) / 2, 0, 1).round(DECIMALS).ravel()


def start_told(run: Playground) -> dict[str, Any]:
    """What stays the same while a run trains: its points, each as x, y and target in a row.

    Of more than two classes, the target is the number of the class, from 0 on.
    """
    return {
        "training_points": _rows(run.training_points, run.training.targets),
        "test_points": _rows(run.test_points, run.test.targets),
    }


def _rows(points: Array, targets: Array) -> Array:
    labels = targets[:, 0] if targets.shape[1] == 1 else targets.argmax(axis=1)
    return np.column_stack([points, labels]).round(DECIMALS).ravel()


def unit_told(run: Playground, layer: int, unit: int) -> list[dict[str, Any]]:
    """The weights that lead to a unit, and its bias, which has no source.

    Raises:
        Refusal: there is no such unit.
    """
    sizes = run.network.layer_sizes
    if layer >= len(sizes) or unit >= sizes[layer]:
        raise Refusal("bad_value", "unit: the network has no such unit.", "unit")
    frozen = set(run.frozen)
    return [
        {
            "index": index,
            "source": address[1],
            "value": float(run.network.parameters[index]),
            "frozen": address in frozen,
        }
        for index, address in enumerate(run.network.layout.addresses())
        if (address[0], address[2]) == (layer - 1, unit)
    ]


def link_told(settings: Settings) -> dict[str, str | None]:
    """The link that opens these settings in TensorFlow Playground, or why there is none."""
    from backprop.playground import to_link  # noqa: PLC0415 - in a later archive

    try:
        return {"link": to_link(settings), "no_link": None}
    except ValueError as problem:
        return {"link": None, "no_link": f"{problem}."}


def example_told(run: Playground, index: int) -> dict[str, Any]:
    """A point, its loss, and the fields of the network figure that show its gradients.

    Raises:
        Refusal: there is no such point.
    """
    count = len(run.training_points)
    if index >= count + len(run.test_points):
        most = count + len(run.test_points)
        raise Refusal("too_large", f"example must be less than {count_text(most)}.", "example")
    is_test = index >= count
    points, examples = (
        (run.test_points, run.test) if is_test else (run.training_points, run.training)
    )
    at = index - count if is_test else index
    net, point, target = run.network, points[at], examples.targets[at]
    forward, backward = run.passes(point, target)
    wanted, output = number_text(float(target[0]), 3), float(forward.outputs[0, 0])
    told_output = "the output"
    if run.settings.class_count > 2:
        label = int(target.argmax())
        wanted, output = f"class {label + 1}", float(forward.outputs[0, label])
        told_output = "its probability"
    x, y = (number_text(float(value), 3) for value in point)
    told = (
        f"{'Test' if is_test else 'Training'} point ({x}, {y}): the target is {wanted}, "
        f"{told_output} {number_text(output, 3)}, the loss {number_text(backward.loss, 3)}."
    )
    why = _why_too_large(net.layer_sizes)
    network = None
    if why is None:
        network = {
            "layer_sizes": list(net.layer_sizes),
            "activations": list(net.activations),
            "loss": net.loss,
            "use_biases": True,
            "parameters": net.parameters.copy(),
            "inputs": examples.inputs[at].tolist(),
            "targets": target.tolist(),
        }
    return {"index": index, "sentence": told, "network": network, "too_large": why}


def _why_too_large(sizes: tuple[int, ...]) -> str | None:
    layers, units = (int(LIMITS[name].maximum) for name in ("layers", "units"))
    if len(sizes) > layers:
        return (
            f"This network has {len(sizes)} layers with its inputs and its output. The figure "
            f"that shows every gradient draws at most {layers}."
        )
    if max(sizes) > units:
        return (
            f"A layer of this network has {max(sizes)} units. The figure that shows every gradient "
            f"draws at most {units}."
        )
    return None


def sentence(run: Playground, ended: str | None) -> str:
    """Where the run stands, with both losses; and why it ended, if it did."""
    epochs = f"{count_text(run.epoch)} epoch{'s' * (run.epoch != 1)}"
    step = run.state.step
    if step:
        epochs += f" and {count_text(step)} batch{'es' * (step != 1)} of the next"
    training, test = number_text(run.training_loss, 3), number_text(run.test_loss, 3)
    told = f"After {epochs} the training loss is {training} and the test loss {test}."
    return f"{told} {ended}" if ended else told
