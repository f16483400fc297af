"""A slope in words: what a small nudge does to the loss."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backprop.core.number_text import number_text

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

    from backprop.core.network import Network

SIZES = (0.01, 0.001, 0.0001)
AGREEMENT = 0.05
"""So far, as a share, may the loss's change be from what its slope says of it, to be about that."""


def nudged(
    name: str, loss: Callable[[float], float], slope: float, called: str = "the loss"
) -> str:
    """`Raise w by 0.01 and the loss falls by about 0.03`, without a full stop.

    The nudge is the largest for which the loss really changes by about so much. Where the loss
    bends too much for any, or where rounding hides its change, the slope itself is told.

    Args:
        name: of what is nudged.
        loss: the loss when that is raised by so much.
        slope: the derivative of the loss by it, not 0.
        called: what the loss is called in the sentence.
    """
    way = "rises" if slope > 0 else "falls"
    here = loss(0.0)
    for size in SIZES:
        change = slope * size
        if abs(loss(size) - here - change) <= AGREEMENT * abs(change):
            return (
                f"Raise {name} by {number_text(size)} and {called} {way} by about "
                f"{number_text(abs(change), 2)}"
            )
    return f"Raise {name} and {called} {way}, with a slope of {number_text(slope)}"


def along(
    net: Network, inputs: npt.ArrayLike, targets: npt.ArrayLike, position: int
) -> Callable[[float], float]:
    """The loss of a network as a function of how far one parameter is raised.

    Args:
        net: the network.
        inputs: one example or several.
        targets: of each.
        position: of the parameter in `net.parameters`.
    """

    def loss(nudge: float) -> float:
        parameters = net.parameters.copy()
        parameters[position] += nudge
        return float(net.loss_at(parameters, inputs, targets).real)

    return loss
