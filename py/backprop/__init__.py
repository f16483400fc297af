"""Backpropagation in NumPy, every number of it open to view."""

from .chain_rule import explain_weight
from .gradient_check import central_differences
from .network import BackwardPass, ForwardPass, Network
from .walkthrough import walkthrough

__all__ = [
    "BackwardPass",
    "ForwardPass",
    "Network",
    "central_differences",
    "explain_weight",
    "walkthrough",
]
