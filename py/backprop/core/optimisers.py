"""Optimisers: they change parameters by a gradient that somebody else has found.

Each is made for an array of parameters, into which it writes: `net.parameters` of one network, or
`(P, nets)` of many at once. `core/gradient_descent.py` has one step of descent as a formula.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from .rules import Array


class Optimiser:
    """What all have in common: the parameters, and weight decay as a penalty of the loss.

    A penalty of ½ λ w² for every weight adds λ w to its gradient (Krogh and Hertz, 1991, "A simple
    weight decay can improve generalization"; `weight_decay` of `torch.optim`).

    Args:
        parameters: any shape; `step` writes into it.
        weight_decay: λ, from 0 up; one for all, or an array that goes with the parameters, such as
            one with zeros for the biases.

    Raises:
        ValueError: λ is below 0 or does not go with the parameters.
    """

    def __init__(self, parameters: Array, weight_decay: npt.ArrayLike = 0.0) -> None:
        self.parameters = parameters
        self._decay = self._each(weight_decay, "weight_decay")
        self._decays = bool(self._decay.any())
        self._slope = np.empty_like(parameters)  # the gradient, of the penalty too
        self._scratch = np.empty_like(parameters)

    def step(self, gradient: Array) -> None:
        """Change the parameters.

        Args:
            gradient: ∂E/∂w, the shape of the parameters; it is left as it is.
        """
        raise NotImplementedError

    def _each(self, value: npt.ArrayLike, name: str) -> Array:
        """A setting for each parameter, from 0 up."""
        given = np.asarray(value, dtype=np.float64)
        if not (np.isfinite(given).all() and (given >= 0).all()):
            raise ValueError(f"{name} must be finite and from 0 up")
        try:
            return np.broadcast_to(given, self.parameters.shape).copy()
        except ValueError:
            raise ValueError(
                f"{name} of shape {given.shape} does not go with parameters of shape "
                f"{self.parameters.shape}"
            ) from None

    def _with_penalty(self, gradient: Array) -> Array:
        """∂E/∂w + λ w."""
        if not self._decays:
            return gradient
        np.multiply(self._decay, self.parameters, self._slope)
        np.add(self._slope, gradient, self._slope)
        return self._slope


class Momentum(Optimiser):
    """Gradient descent with momentum: Δw(t) = −η (∂E/∂w + λ w) + α Δw(t−1), then w + Δw(t).

    Rumelhart, Hinton and Williams, 1986, equation 9. Where η stays as it is, these are the steps of
    `torch.optim.SGD`, whose velocity is −Δw/η. The paper of 1986 lets weights decay in another way
    than by a penalty, too: each is made smaller by a share of itself after every change.

    Args:
        parameters: as of `Optimiser`.
        learning_rate: η, from 0 up; one for all or an array that goes with the parameters.
        momentum: α, the same.
        weight_decay: as of `Optimiser`.
        shrink: by which share every parameter is made smaller after a step, 0 to 1.
        velocity: Δw of the step before, the shape of the parameters; None: at rest.

    Raises:
        ValueError: a setting is out of its range or does not go with the parameters.
    """

    def __init__(
        self,
        parameters: Array,
        learning_rate: npt.ArrayLike,
        momentum: npt.ArrayLike = 0.0,
        weight_decay: npt.ArrayLike = 0.0,
        shrink: float = 0.0,
        velocity: Array | None = None,
    ) -> None:
        super().__init__(parameters, weight_decay)
        self._rates = -self._each(learning_rate, "learning_rate")
        self._keeps = self._each(momentum, "momentum")
        if not 0 <= shrink <= 1:
            raise ValueError(f"shrink must be from 0 to 1, not {shrink}")
        self._left = 1 - shrink
        self.velocity = np.zeros_like(parameters) if velocity is None else velocity.copy()
        if self.velocity.shape != parameters.shape:
            raise ValueError(f"velocity must have shape {parameters.shape}, as parameters have")

    def step(self, gradient: Array) -> None:
        """Change the parameters; see `Optimiser.step`."""
        w, v = self.parameters, self.velocity
        np.multiply(v, self._keeps, v)
        np.multiply(self._with_penalty(gradient), self._rates, self._scratch)
        np.add(v, self._scratch, v)
        np.add(w, v, w)
        if self._left != 1:
            np.multiply(w, self._left, w)


class Adam(Optimiser):
    """Adam: each parameter has a step of its own size, by how its gradient has been so far.

    With g = ∂E/∂w + λ w, in step t, counted from 1:

        m ← β₁ m + (1 − β₁) g          a running mean of the gradient
        v ← β₂ v + (1 − β₂) g²         a running mean of its square
        m̂ = m / (1 − β₁ᵗ),  v̂ = v / (1 − β₂ᵗ)      both begin at 0, and this makes up for it
        w ← w − η m̂ / (√v̂ + ε)

    Kingma and Ba, 2015, algorithm 1; the same as `torch.optim.Adam`.

    Args:
        parameters: as of `Optimiser`.
        learning_rate: η, from 0 up; one for all or an array that goes with the parameters.
        betas: β₁ and β₂, each from 0 to below 1.
        epsilon: ε, above 0: so that no step divides by zero.
        weight_decay: as of `Optimiser`; it goes through m and v with the gradient.

    Raises:
        ValueError: a setting is out of its range or does not go with the parameters.
    """

    def __init__(
        self,
        parameters: Array,
        learning_rate: npt.ArrayLike = 0.001,
        betas: tuple[float, float] = (0.9, 0.999),
        epsilon: float = 1e-8,
        weight_decay: npt.ArrayLike = 0.0,
    ) -> None:
        super().__init__(parameters, weight_decay)
        self._rates = self._each(learning_rate, "learning_rate")
        if not all(0 <= β < 1 for β in betas):
            raise ValueError(f"betas must be from 0 to below 1, not {betas}")
        if not epsilon > 0:
            raise ValueError(f"epsilon must be above 0, not {epsilon}")
        self._betas, self._epsilon = betas, epsilon
        self.steps = 0
        self.first_moment = np.zeros_like(parameters)
        self.second_moment = np.zeros_like(parameters)

    def step(self, gradient: Array) -> None:
        """Change the parameters; see `Optimiser.step`."""
        g, (β1, β2) = self._with_penalty(gradient), self._betas
        m, v, scratch = self.first_moment, self.second_moment, self._scratch
        self.steps += 1
        np.multiply(m, β1, m)
        np.multiply(g, 1 - β1, scratch)
        np.add(m, scratch, m)
        np.multiply(v, β2, v)
        np.multiply(g, g, scratch)
        np.multiply(scratch, 1 - β2, scratch)
        np.add(v, scratch, v)
        # √v̂ + ε, then m̂ over it.
        np.sqrt(v, scratch)
        np.divide(scratch, sqrt(1 - β2**self.steps), scratch)
        np.add(scratch, self._epsilon, scratch)
        np.divide(m, scratch, scratch)
        np.multiply(scratch, self._rates, scratch)
        np.divide(scratch, 1 - β1**self.steps, scratch)
        np.subtract(self.parameters, scratch, self.parameters)
