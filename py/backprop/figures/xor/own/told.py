"""What is said of a reader's own examples while a network trains on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from backprop.core.number_text import count_text, number_text
from backprop.core.rules import LOSSES
from backprop.explain.symbols import FUNCTION_NAMES

from .own_data import NAMES

if TYPE_CHECKING:
    from backprop.core.network import Network

    from .parts import Parts, Scaling


def own_told(net: Network, parts: Parts, is_mapped: bool) -> dict[str, Any]:
    """How the examples were prepared, and how the network does on those held out.

    A loss that is too large for a float64 is the largest that there is.

    Args:
        net: with its parameters as they are.
        parts: the examples.
        is_mapped: whether targets of −1 are trained as 0.
    """
    sentences = []
    if is_mapped:
        name = FUNCTION_NAMES[net.activations[-1]]
        sentences.append(
            f"Your targets of −1 are trained as 0, since {name} does not reach −1; outputs of tanh "
            "and linear keep them."
        )
    if parts.scaling:
        sentences.append(_scaling_told(parts.scaling, parts.held_out is not None))
    return {
        "sentence": " ".join(sentences) or None,
        "scaling": parts.scaling
        and {
            "mean": parts.scaling.mean.tolist(),
            "deviation": parts.scaling.deviation.tolist(),
        },
        "held_out": _held_out_told(net, parts),
    }


def _scaling_told(scaling: Scaling, is_split: bool) -> str:
    """The numbers of each column, to four digits."""
    numbers = zip(NAMES, scaling.mean.tolist(), scaling.deviation.tolist(), strict=False)
    columns = ", ".join(
        f"{name} by {number_text(mean)} and {number_text(deviation)}"
        for name, mean, deviation in numbers
    )
    of = "the examples trained on" if is_split else "all examples"
    return f"Standardised by mean and standard deviation of {of}: {columns}."


def _held_out_told(net: Network, parts: Parts) -> dict[str, Any] | None:
    held_out = parts.held_out
    if held_out is None:
        return None
    rule = LOSSES[net.loss]
    with np.errstate(all="ignore"):
        forward_pass = net.forward(held_out.inputs)
        last = forward_pass.pre_activations[-1] if rule.of_pre_activation else forward_pass.outputs
        loss = float(np.nan_to_num(rule.value(last, held_out.targets).mean()))
    middle = parts.middle
    right = int(((forward_pass.outputs > middle) == (held_out.targets > middle)).sum())
    return {
        "rows": parts.rows,
        "right": right,
        "examples": len(held_out),
        "loss": loss,
        "sentence": (
            f"Held out: {count_text(right)} of {count_text(len(held_out))} right, with a loss of "
            f"{number_text(loss, 3)}."
        ),
    }
