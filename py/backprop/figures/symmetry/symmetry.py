"""One start of symmetry detection, moment by moment, and a pattern in the hands of its halves."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from backprop.core.limits import Limit
from backprop.message.request_fields import asked, flag, opening, read_request, whole

from .halves import halves_of

if TYPE_CHECKING:
    from backprop.core.rules import Array
    from backprop.experiments.symmetry import Trajectory
    from backprop.message.field import Field

SWEEPS = Limit(0, 20_000, True)
LIMITS = {"symmetry_sweeps": SWEEPS}

KEPT = 4


def _pattern(given: Field) -> str:
    letters = given.text(6)
    if len(letters) != 6 or not set(letters) <= {"0", "1"}:
        raise given.refusal("must be six letters, each 0 or 1")
    return letters


@dataclass(frozen=True)
class SymmetryRequest:
    """A start, how far to train it, and a pattern for its network: six letters, 0 or 1."""

    seed: int = whole("seed", opening=47)
    signed: bool = flag(opening=False)
    sweeps: int = whole(SWEEPS, opening=2_560)
    pattern: str = asked(_pattern, opening="110011")


OPENINGS = {"symmetry": opening("symmetry", SymmetryRequest)}


def read(message: Field) -> SymmetryRequest:
    """A `symmetry` message."""
    return read_request(SymmetryRequest, message)


_runs: OrderedDict[tuple[int, bool], Trajectory] = OrderedDict()
"""The last runs as far as they have come. Nothing depends on them but the time that it takes."""


def _run(seed: int, signed: bool, sweeps: int) -> Trajectory:
    # The experiments are in an archive of their own, which a page has when this figure asks.
    from backprop.experiments.symmetry import trained, trajectory  # noqa: PLC0415

    kept = _runs.pop((seed, signed), None)
    if kept is None or kept.moments[-1].state.sweep > sweeps:
        kept = trajectory(seed, signed=signed)
    run = _runs[seed, signed] = trained(kept, sweeps)
    while len(_runs) > KEPT:
        _runs.popitem(last=False)
    return run


def answer(request: SymmetryRequest) -> dict[str, Any]:
    """The run at each moment that was kept, what the pattern does there, and sentences on both."""
    from backprop.experiments import symmetry  # noqa: PLC0415

    from .symmetry_sentences import ending, told_moment, told_pattern  # noqa: PLC0415

    run = _run(request.seed, request.signed, request.sweeps)
    bits = np.array([int(letter) for letter in request.pattern], dtype=np.float64)
    inputs = 2 * bits - 1 if request.signed else bits
    is_symmetric = request.pattern == request.pattern[::-1]
    net = symmetry.network()
    frames: list[dict[str, Any]] = []
    mirrors: list[float] = []
    for kept in run.moments:
        net.parameters = parameters = kept.state.parameters[0]
        shown = halves_of(net, inputs)
        mirrors.append(_mirror_share(symmetry.mirror_errors(parameters)))
        frames.append(
            {
                "weights": net.weights[0].T.tolist(),
                "biases": shown.biases.tolist(),
                "halves": shown.halves.tolist(),
                "pre_activations": shown.pre_activations.tolist(),
                "activations": shown.activations.tolist(),
                "output_weights": net.weights[1].ravel().tolist(),
                "output_bias": net.biases[1].item(),
                "output": shown.output,
                "sentence": told_moment(kept, mirrors[-1]),
                "pattern_sentence": told_pattern(shown, is_symmetric),
            }
        )
    return {
        "kind": "symmetry",
        "seed": request.seed,
        "signed": request.signed,
        "pattern": request.pattern,
        "symmetric": is_symmetric,
        "sweeps": [kept.state.sweep for kept in run.moments],
        "losses": [float(kept.state.losses[0]) for kept in run.moments],
        "mirrors": mirrors,
        "frames": frames,
        "largest": max(float(np.abs(frame["weights"]).max()) for frame in frames),
        "solved": run.end.sweeps,
        "done": run.is_done,
        "ending": ending(run),
    }


def _mirror_share(errors: Array) -> float:
    """How far mirror weights are equal and opposite: 1 where they are, 0 where they are equal.

    Of the squared sizes of a unit's weights it is the share that is opposite, averaged over both
    hidden units: 1 / (1 + e²), where e is the unit's mirror error.
    """
    return float((1 / (1 + errors**2)).mean())
