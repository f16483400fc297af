"""One example's pass through a network as plain data: what a drawing of the network shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from .plain_data import plain

if TYPE_CHECKING:
    import numpy.typing as npt

    from backprop.core.network import BackwardPass, ForwardPass, Network


def traced_pass(
    net: Network, forward: ForwardPass, backward: BackwardPass, targets: npt.ArrayLike
) -> dict[str, Any]:
    """The fields that every result with a drawn network has; see `TracedPass` in the contract.

    Args:
        net: the network.
        forward: its pass with one example.
        backward: the way back.
        targets: `(n_outputs,)`.
    """
    return {
        "parameters": net.parameters.tolist(),
        "weights": plain(net.weights),
        "biases": plain(net.biases),
        "skip_weights": plain(net.skip_weights),
        "activations": [a[0].tolist() for a in forward.activations],
        "pre_activations": [z[0].tolist() for z in forward.pre_activations],
        "error_signals": [δ[0].tolist() for δ in backward.error_signals],
        "input_gradients": backward.input_gradients[0].tolist(),
        "outputs": forward.outputs[0].tolist(),
        "targets": np.asarray(targets).tolist(),
        "loss": backward.loss,
        "gradient": backward.gradient.tolist(),
        "weight_gradients": plain(backward.weight_gradients),
        "bias_gradients": plain(backward.bias_gradients),
    }
