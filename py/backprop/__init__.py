"""Backpropagation in NumPy, every number of it open to view."""

from backprop.core.gradient_check import central_differences
from backprop.core.network import BackwardPass, ForwardPass, Network
from backprop.explain.chain_rule import explain_weight
from backprop.explain.walkthrough import walkthrough
from backprop.training.decision_surface import decision_surface
from backprop.training.population import train_population
from backprop.training.trainer import Trainer

__all__ = [
    "BackwardPass",
    "ForwardPass",
    "Network",
    "Trainer",
    "central_differences",
    "decision_surface",
    "explain_weight",
    "train_population",
    "walkthrough",
]


def __dir__() -> list[str]:
    """The public names, without the rooms that they come from."""
    return __all__
