"""What a page may ask of the engine, as checked values: nothing here can be wrong any more."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from backprop.core.network import Network

from .core import datasets
from .exports import ExportRequest
from .figures import FigureRequest
from .guesses import Guess

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class NetworkSpec:
    """What a network is, apart from parameters of its own; two equal ones start alike."""

    layer_sizes: tuple[int, ...]
    activations: tuple[str, ...]
    loss: str
    use_biases: bool
    skip_to_output: bool
    seed: int
    initial_range: float

    def build(self, parameters: Floats | None = None) -> Network:
        """Return the network, with `parameters` in place of those that the seed draws."""
        net = Network(
            self.layer_sizes,
            self.activations,
            self.loss,
            use_biases=self.use_biases,
            seed=self.seed,
            initial_range=self.initial_range if parameters is None else 0,
            skip_to_output=self.skip_to_output,
        )
        if parameters is not None:
            net.parameters[:] = parameters
        return net

    def count_parameters(self) -> int:
        """Return P, the length of the parameter vector."""
        sizes = self.layer_sizes
        bias = int(self.use_biases)
        direct = sizes[0] * sizes[-1] if self.skip_to_output else 0
        return sum((n_in + bias) * n_out for n_in, n_out in pairwise(sizes)) + direct


@dataclass(frozen=True)
class TraceRequest:
    """One example through one network, and perhaps one weight to explain."""

    network: Network
    inputs: Floats
    targets: Floats
    learning_rate: float
    frozen: tuple[int, ...]
    weight: tuple[int, int | None, int] | None
    guess: Guess | None
    """At the gradient of `weight`; None without one."""


@dataclass(frozen=True)
class CheckRequest:
    """A gradient to check by central differences."""

    network: Network
    inputs: Floats
    targets: Floats
    step: float


@dataclass(frozen=True)
class DatasetSpec:
    """A named set of examples; two equal ones hold the same examples."""

    name: str
    count: int | None
    noise: float
    seed: int
    points: bytes | None = None
    """A reader's own examples as float64: two inputs and a target each."""

    def make(self) -> datasets.Dataset:
        """Return the examples."""
        if self.points is not None:
            examples = np.frombuffer(self.points).reshape(-1, 3)
            return datasets.Dataset(self.name, examples[:, :2], examples[:, 2:])
        return datasets.make(self.name, self.count, self.noise, self.seed)


@dataclass(frozen=True)
class TrainingSetup:
    """All that decides how a run goes on from a given state: the key of a kept trainer."""

    network: NetworkSpec
    dataset: DatasetSpec
    learning_rate: float
    momentum: float
    batch_size: int | None
    loss_below: float | None
    no_improvement_for: int | None
    epoch_limit: int | None


@dataclass(frozen=True)
class StateGiven:
    """Where a run stands, as the page gave it back."""

    epoch: int
    parameters: Floats
    velocity: Floats
    best_loss: float
    best_epoch: int
    plateau_loss: float | None
    plateau_epoch: int | None


@dataclass(frozen=True)
class SurfaceRequest:
    """A window on the plane of the inputs; None: as wide as the examples need."""

    x_range: tuple[float, float] | None
    y_range: tuple[float, float] | None
    resolution: int


@dataclass(frozen=True)
class TrainRequest:
    """A slice of training."""

    setup: TrainingSetup
    start: Floats | None  # parameters to begin with, where there is no state
    state: StateGiven | None
    epochs: int
    time_limit: float | None
    surface: SurfaceRequest | None


@dataclass(frozen=True)
class DescribeRequest:
    """Menus, limits and presets."""


Request = (
    (TraceRequest | TrainRequest | CheckRequest | DescribeRequest)
    | ExportRequest  # what a reader takes home
    | FigureRequest  # what the explainer's other figures ask
)
