"""Networks of every kind to take home, with examples: each activation, each loss, each shape."""

from typing import Any, NamedTuple

import numpy as np
from plain_network import Numbers, plain_gradient, plain_loss

from backprop import Network
from backprop.core.rules import LOSSES_FOR_OUTPUT


class Case(NamedTuple):
    """A network, a batch for it, and what it is called."""

    name: str
    net: Network
    inputs: Numbers
    targets: Numbers

    @property
    def examples(self) -> tuple[Numbers, Numbers]:
        """Inputs and targets."""
        return self.inputs, self.targets

    def loss(self) -> float:
        """The loss, apart from the core."""
        return float(plain_loss(self.net, self.net.parameters, self.examples))

    def gradient(self, parameters: Numbers | None = None) -> Numbers:
        """∂E/∂w by the complex step, apart from the core."""
        at = self.net.parameters if parameters is None else parameters
        return plain_gradient(self.net, at, self.examples)


HIDDEN = ("sigmoid", "tanh", "relu", "leaky_relu", "linear")


def _case(seed: int, sizes: list[int], output: str, loss: str, **settings: Any) -> Case:
    batch = settings.pop("batch", 1)
    hidden = [HIDDEN[(seed + layer) % len(HIDDEN)] for layer in range(len(sizes) - 2)]
    net = Network(sizes, [*hidden, output], loss, seed=seed, **settings)
    rng = np.random.default_rng(seed + 100)
    inputs = rng.uniform(-2, 2, (batch, sizes[0]))
    targets = rng.uniform(0, 1, (batch, sizes[-1]))
    told = "-".join(map(str, sizes))
    return Case(f"{told} {'+'.join(hidden)} {output} {loss} {batch}", net, inputs, targets)


PAIRS = [(output, loss) for output, losses in LOSSES_FOR_OUTPUT.items() for loss in losses]

CASES = [
    *(
        _case(
            seed,
            [2, 3, 2],
            output,
            loss,
            batch=1 + seed % 3,
            use_biases=seed % 4 != 1,
            reduction=("mean", "sum")[seed % 2],
            skip_to_output=seed % 5 == 2,
        )
        for seed, (output, loss) in enumerate(PAIRS)
    ),
    _case(20, [2, 1], "sigmoid", "binary_cross_entropy", batch=4),
    _case(21, [1, 3], "softmax", "squared_error", skip_to_output=True, use_biases=False),
    _case(22, [3, 4, 3, 2, 1], "tanh", "half_squared_error", batch=3, skip_to_output=True),
    _case(23, [2, 8, 8, 1], "linear", "squared_error", batch=2, reduction="sum"),
]

LARGE = _case(24, [2, 2, 1], "sigmoid", "binary_cross_entropy", batch=2000)
"""As many examples as a reader may bring."""
