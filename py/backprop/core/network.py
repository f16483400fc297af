"""A fully connected network: its parameters, its forward pass and its backward pass.

Layer `l` counts from 0: `weights[l]`, of shape (n_in, n_out), leads from `activations[l]` to
`pre_activations[l]`, whose activation is `activations[l + 1]`; `activations[0]` is the input.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

import numpy as np
import numpy.typing as npt

from .network_arguments import (
    as_numbers,
    checked_activations,
    checked_loss,
    checked_range,
    checked_reduction,
    checked_sizes,
)
from .parameter_layout import ParameterLayout, ParameterViews
from .rules import ACTIVATIONS, LOSSES, Array

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from os import PathLike


@dataclass(frozen=True)
class ForwardPass:
    """Everything that one forward pass computed; arrays have one row per example."""

    pre_activations: tuple[Array, ...]
    activations: tuple[Array, ...]
    """One longer than `pre_activations`: it starts with the inputs."""

    @property
    def outputs(self) -> Array:
        """ŷ, of shape (batch, n_outputs)."""
        return self.activations[-1]


@dataclass(frozen=True)
class BackwardPass:
    """Everything that one backward pass computed.

    All derivatives are those of `loss`, the mean (or sum) over the batch. So each row of
    `error_signals[l]` already carries its share of 1/batch, and
    `weight_gradients[l] == activations[l].T @ error_signals[l]` holds exactly.
    """

    loss: float
    output_gradients: Array | None
    """∂E/∂ŷ, of shape (batch, n_outputs); None where the loss gives ∂E/∂z at once."""
    activation_gradients: tuple[Array, ...]
    """∂E/∂a of the hidden units; `activation_gradients[l]` goes with `pre_activations[l]`."""
    error_signals: tuple[Array, ...]
    """δ = ∂E/∂z, the shapes of `pre_activations`."""
    input_gradients: Array
    """∂E/∂x, of shape (batch, n_inputs): what a change of an input would do to the loss."""
    gradient: Array
    """∂E/∂parameter as one vector (P,); the three fields below are views of it."""
    weight_gradients: tuple[Array, ...]
    bias_gradients: tuple[Array, ...]
    skip_gradient: Array | None


class Network:
    """A fully connected network.

    `layer_sizes` lists the units of every layer, inputs first. `activations` is one name for all
    layers after the input, or one name per such layer; `loss` goes with the last of them, see
    `rules.LOSSES_FOR_OUTPUT`. Parameters are drawn uniformly from ±`initial_range`: the same
    `seed`, the same start. A loss is summed over outputs, then averaged over the batch
    (`reduction="mean"`) or summed (`"sum"`). `skip_to_output` adds direct links from every input
    to every output, as in the XOR network of 1986.

    Raises ValueError that names the argument, when one makes no sense.
    """

    def __init__(
        self,
        layer_sizes: Sequence[int],
        activations: str | Sequence[str],
        loss: str,
        use_biases: bool = True,
        seed: int | None = None,
        initial_range: float = 1.0,
        reduction: str = "mean",
        skip_to_output: bool = False,
    ) -> None:
        self.layer_sizes = checked_sizes(layer_sizes)
        self.activations = checked_activations(activations, len(self.layer_sizes) - 1)
        self.loss = checked_loss(loss, self.activations[-1])
        self.reduction = checked_reduction(reduction)
        self.use_biases = bool(use_biases)
        self.skip_to_output = bool(skip_to_output)
        self.layout = ParameterLayout(self.layer_sizes, self.use_biases, self.skip_to_output)
        self._activation_rules = tuple(ACTIVATIONS[name] for name in self.activations)
        self._loss_rule = LOSSES[self.loss]
        widest = checked_range(initial_range)
        start = np.zeros(self.layout.size)
        if widest:  # otherwise there is nothing to draw, and `numpy.random` takes long to load
            start[:] = np.random.default_rng(seed).uniform(-widest, widest, start.size)
        self._parameters = start
        self._views = self.split(start)

    def __repr__(self) -> str:
        names = self.activations if len(set(self.activations)) > 1 else self.activations[0]
        told = [str(list(self.layer_sizes)), repr(names), repr(self.loss)]
        told += ["use_biases=False"] * (not self.use_biases)
        told += [f"reduction={self.reduction!r}"] * (self.reduction != "mean")
        return f"Network({', '.join([*told, *['skip_to_output=True'] * self.skip_to_output])})"

    def _repr_svg_(self) -> str:
        from .notebook.network_drawing import network_svg  # noqa: PLC0415 - a page has none

        return network_svg(self.layout, self.parameters)

    def save(self, path: str | PathLike[str]) -> None:
        """Write the network into a file as JSON, its parameters to the last digit."""
        from .stored.network_file import write_network  # noqa: PLC0415 - no page saves

        write_network(self, path)

    @classmethod
    def load(cls, path: str | PathLike[str]) -> Self:
        """Return the network that `save` has written; see `read_network` for what it raises."""
        from .stored.network_file import read_network  # noqa: PLC0415 - as in `save`

        return read_network(cls, path)

    @classmethod
    def from_state_dict(
        cls, entries: Mapping[str, npt.ArrayLike], activations: str | Sequence[str], loss: str
    ) -> Self:
        """Return the network of a `state_dict`; names and errors are `layers_of_state_dict`'s."""
        from .stored.dense_layers import layers_of_state_dict  # noqa: PLC0415 - as in `save`

        return layers_of_state_dict(entries).network(cls, activations, loss)

    def to_state_dict(self) -> dict[str, Array]:
        """Return copies under PyTorch's names, weights (n_out, n_in); see `state_dict_of`."""
        from .stored.dense_layers import state_dict_of  # noqa: PLC0415 - as in `save`

        return state_dict_of(self)

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        self._views = self.split(self._parameters)  # a copied view would be a view no longer

    @property
    def parameters(self) -> Array:
        """All parameters as one vector (P,), in the order of `ParameterLayout`.

        Writing into it changes the network; assigning to it copies the values in.
        """
        return self._parameters

    @parameters.setter
    def parameters(self, values: npt.ArrayLike) -> None:
        given = as_numbers(values, "parameters")
        if given.shape != self._parameters.shape:
            raise ValueError(
                f"parameters must have shape {self._parameters.shape}, not {given.shape}: all "
                "weights in one vector, each matrix (n_in, n_out) row by row, and biases. "
                "PyTorch's matrices are (n_out, n_in): Network.from_state_dict reads those, "
                "or net.weights[0][:] = w.T"
            )
        self._parameters[:] = given

    @property
    def weights(self) -> tuple[Array, ...]:
        """`weights[l]` of shape (n_in, n_out), views of `parameters`."""
        return self._views.weights

    @property
    def biases(self) -> tuple[Array, ...]:
        """`biases[l]` of shape (n_out,), views of `parameters`; (0,) where there are none."""
        return self._views.biases

    @property
    def skip_weights(self) -> Array | None:
        """Direct links (n_inputs, n_outputs), a view of `parameters`; None without them."""
        return self._views.skip_weights

    def forward(
        self, inputs: npt.ArrayLike, parameters: npt.NDArray[Any] | None = None
    ) -> ForwardPass:
        """Compute every unit, layer by layer.

        `inputs` has shape (n_inputs,) for one example or (batch, n_inputs). `parameters` stands
        in for the network's own; it may be complex. Raises ValueError for a wrong shape.
        """
        views = self._views if parameters is None else self.split(parameters)
        w, b, u = views.weights, views.biases, views.skip_weights
        a = [self._rows(inputs, self.layer_sizes[0], "inputs")]
        pre_activations = []
        for layer, f in enumerate(self._activation_rules):
            z = a[layer] @ w[layer] + (b[layer] if self.use_biases else 0)
            if u is not None and layer == len(w) - 1:
                z = z + a[0] @ u
            pre_activations.append(z)
            a.append(f.value(z))
        return ForwardPass(tuple(pre_activations), tuple(a))

    def backward(self, forward_pass: ForwardPass, targets: npt.ArrayLike) -> BackwardPass:
        """Carry the derivative of the loss from the output back to every parameter.

        `forward_pass` must come from the parameters as they are now. `targets` has shape
        (n_outputs,) or (batch, n_outputs). Raises ValueError for a wrong shape.
        """
        a, w = forward_pass.activations, self.weights
        t = self._targets(targets, len(a[0]))
        f, last = self._activation_rules, len(w) - 1
        gradient = np.zeros_like(self._parameters)
        views = self.split(gradient)
        activation_gradients, error_signals = [], []

        loss = self._loss_of(forward_pass, t)
        share = 1 / len(t) if self.reduction == "mean" else 1.0
        if self._loss_rule.of_pre_activation:
            output_gradients = None
            δ = share * self._loss_rule.derivative(a[-1], t)
        else:
            output_gradients = share * self._loss_rule.derivative(a[-1], t)
            δ = f[last].error_signal(output_gradients, a[-1])

        for layer in range(last, -1, -1):
            error_signals.append(δ)
            views.weights[layer][:] = a[layer].T @ δ
            if self.use_biases:
                views.biases[layer][:] = δ.sum(axis=0)
            if layer == last and views.skip_weights is not None:
                views.skip_weights[:] = a[0].T @ δ
            if layer > 0:
                activation_gradient = δ @ w[layer].T
                δ = f[layer - 1].error_signal(activation_gradient, a[layer])
                activation_gradients.append(activation_gradient)
        input_gradients = δ @ w[0].T
        if self.skip_weights is not None:
            input_gradients = input_gradients + error_signals[0] @ self.skip_weights.T

        return BackwardPass(
            loss=float(loss),
            output_gradients=output_gradients,
            activation_gradients=tuple(reversed(activation_gradients)),
            error_signals=tuple(reversed(error_signals)),
            input_gradients=input_gradients,
            gradient=gradient,
            weight_gradients=views.weights,
            bias_gradients=views.biases,
            skip_gradient=views.skip_weights,
        )

    def predict(self, inputs: npt.ArrayLike) -> Array:
        """Return ŷ alone: (n_outputs,) for one example, (batch, n_outputs) for several."""
        outputs = self.forward(inputs).outputs
        return outputs[0] if np.ndim(inputs) == 1 else outputs

    def loss_at(
        self, parameters: npt.NDArray[Any], inputs: npt.ArrayLike, targets: npt.ArrayLike
    ) -> float | complex:
        """The loss with `parameters` (real or complex) in place of the network's own."""
        forward_pass = self.forward(inputs, parameters)
        t = self._targets(targets, len(forward_pass.outputs))
        loss: float | complex = self._loss_of(forward_pass, t).item()
        return loss

    def split(self, vector: npt.NDArray[Any]) -> ParameterViews:
        """Views of `vector` (P,), shaped like the parameters: for a gradient or a velocity."""
        return self.layout.split(vector)

    def _loss_of(self, forward_pass: ForwardPass, t: Array) -> Array:
        z, ŷ = forward_pass.pre_activations[-1], forward_pass.outputs
        losses = self._loss_rule.value(z if self._loss_rule.of_pre_activation else ŷ, t)
        total: Array = losses.mean() if self.reduction == "mean" else losses.sum()
        return total

    def _targets(self, targets: npt.ArrayLike, batch: int) -> Array:
        t = self._rows(targets, self.layer_sizes[-1], "targets")
        if len(t) != batch:
            raise ValueError(f"targets must have one row per example: {len(t)}, not {batch}")
        return t

    @staticmethod
    def _rows(values: npt.ArrayLike, width: int, name: str) -> Array:
        rows = np.atleast_2d(as_numbers(values, name))
        if rows.ndim != 2 or rows.shape[1] != width or len(rows) == 0:
            raise ValueError(
                f"{name} must have shape ({width},) or (batch, {width}), not {np.shape(values)}"
            )
        return rows
