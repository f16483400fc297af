"""A gradient is a sum: what each example asks of one weight, while a network learns XOR.

The loss is the mean over the examples, so ∂E/∂w is the sum of one share for each of them. An
example's *pull* is its share with the sign turned, −(1/n) ∂E_k/∂w: the way that gradient descent
would move the weight for its sake. Where pulls are strong and their sum is near nothing the loss
lies on a plateau: not for want of pull, but because the examples pull against each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from backprop.core.datasets import xor
from backprop.core.network import Network
from backprop.core.number_text import count_text, number_text, percent_text
from backprop.core.parameter_layout import ParameterLayout
from backprop.explain.formula import Formula, equals, joined, part, sign, term
from backprop.explain.symbols import Names
from backprop.message import presets
from backprop.message.plain_data import plain
from backprop.message.request_fields import index, opening, read_request, whole
from backprop.training.trainer import Trainer

if TYPE_CHECKING:
    from backprop.core.datasets import Dataset
    from backprop.core.network import BackwardPass, ForwardPass
    from backprop.core.parameter_layout import Address
    from backprop.core.rules import Array
    from backprop.message.field import Field

Result = dict[str, Any]

MOMENTS = 200
"""Epochs that are kept, about: more would lie on one pixel of the picture."""

FIRST_EPOCHS = 20_000
TUG = 0.1
"""Where less than this share of all pull is left in the sum, the examples are at a tug-of-war."""

PLUS_SIGN = sign(" + ")


def parameter_count() -> int:
    """How many weights and biases the network of the XOR run has."""
    layout = ParameterLayout(tuple(presets.XOR_RUN["network"]["layer_sizes"]))
    return layout.size


@dataclass(frozen=True)
class PullsRequest:
    """Which weight of the network, by its index in the flat vector, and which run."""

    weight: int = index(parameter_count(), opening=6)
    seed: int = whole("seed", opening=29)


OPENINGS = {"pulls": opening("pulls", PullsRequest)}


def read(message: Field) -> PullsRequest:
    """A `pulls` message."""
    return read_request(PullsRequest, message)


def per_example_gradients(
    net: Network, forward_pass: ForwardPass, backward: BackwardPass, address: Address
) -> Array:
    """What each example of a batch adds to the gradient of one parameter.

    The shares are the products that a matrix product hides: ∂E/∂w_ij = Σ_k a_i,k δ_j,k, where δ
    carries the example's part in the loss, 1/n of it in a mean.

    Args:
        net: the network of both passes.
        forward_pass: of the whole batch.
        backward: of the same.
        address: layer, source and target of the parameter; source None is a bias.

    Returns:
        `(batch,)`, with the sum ∂E/∂w.
    """
    layer, source, target = address
    if layer == len(net.weights):  # a direct link: from the input to the output
        activations, δ = forward_pass.activations[0], backward.error_signals[-1]
    else:
        activations, δ = forward_pass.activations[layer], backward.error_signals[layer]
    shares: Array = δ[:, target] if source is None else activations[:, source] * δ[:, target]
    return shares


@dataclass(frozen=True)
class Run:
    """A training run, kept at some of its epochs: `epochs` (m,), `parameters` (m, P)."""

    net: Network
    dataset: Dataset
    epochs: tuple[int, ...]
    parameters: Array
    ended: str


@lru_cache(maxsize=4)
def run_of(seed: int) -> Run:
    """The XOR run of the presets from another seed, kept at about 200 of its epochs."""
    preset = presets.XOR_RUN
    spec, stopping = preset["network"], preset["stopping"]
    net = Network(
        spec["layer_sizes"],
        spec["activations"],
        spec["loss"],
        seed=seed,
        initial_range=spec["initial_range"],
    )
    start = net.parameters.copy()
    dataset = xor()
    rate, momentum = preset["learning_rate"], preset["momentum"]
    whole = Trainer(net, dataset, rate, momentum).run(
        FIRST_EPOCHS, loss_below=stopping["loss_below"], epoch_limit=stopping["epoch_limit"]
    )
    last = whole.state.epoch
    epochs = [int(epoch) for epoch in np.linspace(0, last, min(last, MOMENTS) + 1).round()]
    net.parameters[:] = start
    trainer = Trainer(net, dataset, rate, momentum)
    kept = [start]
    for before, after in pairwise(epochs):
        trainer.run(after - before)
        kept.append(net.parameters.copy())
    return Run(net, dataset, tuple(epochs), np.array(kept), whole.ended.sentence)


def pulls_along(run: Run, address: Address) -> tuple[Array, Array]:
    """Pulls of every example at every kept epoch `(m, examples)`, and the losses `(m,)`."""
    net = run.net
    pulls, losses = [], []
    for parameters in run.parameters:
        net.parameters[:] = parameters
        forward_pass = net.forward(run.dataset.inputs)
        backward = net.backward(forward_pass, run.dataset.targets)
        pulls.append(-per_example_gradients(net, forward_pass, backward, address))
        losses.append(backward.loss)
    return np.array(pulls), np.array(losses)


def share_left(pulls: Array) -> Array:
    """How much of all pull is left in the sum: |Σ pull| / Σ |pull|, for each row; 0 for none."""
    gross = np.abs(pulls).sum(axis=-1)
    net_pull = np.abs(pulls.sum(axis=-1))
    left: Array = np.divide(net_pull, gross, out=np.zeros_like(gross), where=gross > 0)
    return left


def _sentence(epoch: int, loss: float, pulls: Array, left: float, names: list[str]) -> str:
    up = [name for name, pull in zip(names, pulls, strict=True) if pull > 0]
    down = [name for name, pull in zip(names, pulls, strict=True) if pull < 0]
    told = (
        f"Epoch {count_text(epoch)}, loss {number_text(loss)}: the pulls add to "
        f"{number_text(pulls.sum())}. "
    )
    if not up or not down:
        return told + "All pull the same way." if up or down else told + "Nothing pulls."
    sides = f"{_pulling(up)} up and {_pulling(down)} down"
    rest = f"{percent_text(left, 2)} of all pull is left over."
    if left < TUG:
        return f"{told}A tug-of-war: {sides}. Only {rest}"
    return f"{told}{sides}. {rest}"


def _pulling(names: list[str]) -> str:
    if len(names) == 1:
        return f"{names[0]} pulls"
    return f"{', '.join(names[:-1])} and {names[-1]} pull"


def _equation(symbol: str, pulls: Array) -> Formula:
    """The sum of the pulls, with its numbers."""
    total = term(rf"-\frac{{\partial E}}{{\partial {symbol}}}", pulls.sum(), "sum", "backward")
    shares = [term("", pull, f"pull:{k}", "backward") for k, pull in enumerate(pulls)]
    numbers = [piece.number for piece in joined([[share] for share in shares], PLUS_SIGN)]
    return Formula(
        [total.symbol, part(" = "), *numbers, equals([total, *shares]), part(total.result)]
    )


def answer(request: PullsRequest) -> Result:
    """Answer a `pulls` message: every example's pull on one weight over the epochs of a run."""
    run = run_of(request.seed)
    names = Names(run.net)
    addresses = run.net.layout.addresses()
    address = addresses[request.weight]
    symbol = names.weight_symbol(*address)
    pulls, losses = pulls_along(run, address)
    left = share_left(pulls)
    examples = [f"({int(x[0])}, {int(x[1])})" for x in run.dataset.inputs]
    at_odds = np.flatnonzero(left < TUG)
    plateau = int(at_odds[at_odds.size // 2]) if at_odds.size else None
    told = zip(run.epochs, losses, pulls, left, strict=True)
    return {
        "kind": "pulls",
        "weight": {
            "index": request.weight,
            "symbol": symbol,
            "name": names.weight(*address),
        },
        "choices": [names.weight(*each) for each in addresses],
        "examples": [
            {"name": name, "target": int(t[0])}
            for name, t in zip(examples, run.dataset.targets, strict=True)
        ],
        "epochs": list(run.epochs),
        "losses": losses.tolist(),
        "weights": run.parameters[:, request.weight].tolist(),
        "pulls": pulls.tolist(),
        "sums": pulls.sum(axis=1).tolist(),
        "left": left.tolist(),
        "tug": (left < TUG).tolist(),
        "plateau": plateau,
        "sentences": [_sentence(*moment, examples) for moment in told],
        "equations": [plain(_equation(symbol, row)) for row in pulls],
        "ended": run.ended,
    }
