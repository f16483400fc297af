"""TensorFlow Playground in Python: its links open with the same points, first weights and losses.

    from backprop.playground import from_link

    playground = from_link("https://playground.tensorflow.org/#dataset=xor&seed=0.42")
    playground.run(100)
    playground.training_loss, playground.test_loss
    playground.network                       # a Network, whose every gradient can be asked for
    playground.not_taken_over                # what of the link means something else here

Or `python -m backprop.playground LINK --epochs 100`.
"""

from __future__ import annotations

from .differences import differences
from .link import read_link, to_link
from .playground import Playground
from .presets import PRESETS, Preset
from .run_state import LossCurve, PlaygroundState
from .sets.own_points import OwnPoints, own_points
from .settings import Settings
from .unit_surfaces import UnitSurfaces

__all__ = [
    "PRESETS",
    "LossCurve",
    "OwnPoints",
    "Playground",
    "PlaygroundState",
    "Preset",
    "Settings",
    "UnitSurfaces",
    "differences",
    "from_link",
    "own_points",
    "to_link",
]


def from_link(text: str) -> Playground:
    """Open a link of TensorFlow Playground or of a fork, or the part of one behind its `#`.

    Raises:
        ValueError: the text is no such link, or is too long.
    """
    return Playground(*read_link(text))
