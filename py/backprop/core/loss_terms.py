"""What each output adds to the loss of an example."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .rules import LOSSES

if TYPE_CHECKING:
    import numpy.typing as npt

    from .network import ForwardPass, Network
    from .rules import Array


def loss_terms(net: Network, forward_pass: ForwardPass, targets: npt.ArrayLike) -> Array:
    """Each output's own part of the loss: a row sums to the loss of its example.

    Args:
        net: whose loss it is.
        forward_pass: of one example or several.
        targets: `(n_outputs,)` or `(batch, n_outputs)`.

    Returns:
        `(batch, n_outputs)`.
    """
    rule, t = LOSSES[net.loss], np.atleast_2d(np.asarray(targets, dtype=np.float64))
    last = forward_pass.pre_activations[-1] if rule.of_pre_activation else forward_pass.outputs
    outputs = range(t.shape[1])
    if net.loss == "cross_entropy":  # −t ln ŷ, where every ŷ depends on all outputs
        return np.hstack([rule.value(last, t * (np.arange(t.shape[1]) == k)) for k in outputs])
    terms = np.hstack([rule.value(last[:, [k]], t[:, [k]]) for k in outputs])
    return terms / t.shape[1] if net.loss == "mean_squared_error" else terms
