"""Backpropagation in NumPy, every number of it open to view."""

from .network import BackwardPass, ForwardPass, Network

__all__ = ["BackwardPass", "ForwardPass", "Network"]
