"""What a `train` message asks: a network, a data set, how to go on, and from where."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from backprop.core import datasets, limits
from backprop.core.limits import Limit
from backprop.core.number_text import count_text
from backprop.message.field import Field
from backprop.message.network_fields import read_network

from .own.parts import parts_of

if TYPE_CHECKING:
    from backprop.message.network_fields import Floats, NetworkSpec

    from .own.parts import Parts


BELOW_ZERO = ("tanh", "linear")
"""Output activations that learn a target of −1; others never get there, or hardly."""
OWN_FIELDS = ("points", "inputs", "standardise", "held_out_percent")
MOST_NUMBERS = 6_000
"""Of a reader's own examples: 2,000 of two inputs and a target. A link holds no more."""
LIMITS = {
    "patience": Limit(1, 1_000_000_000, True),  # epochs without improvement
    "held_out_percent": Limit(0, 50, True),
}


@dataclass(frozen=True)
class DatasetSpec:
    """A named set of examples; two equal ones hold the same examples."""

    name: str
    count: int | None
    noise: float
    seed: int
    points: bytes | None = None
    """A reader's own examples as float64: the inputs and a target of each."""
    inputs: int = 2
    is_mapped: bool = False
    """Whether targets of −1 and 1 are trained as 0 and 1, since the output never gets to −1."""
    standardise: bool = False
    held_out_percent: int = 0

    def make(self) -> Parts:
        """Return the examples, those to train on and those held out."""
        return _parts(self)


@lru_cache(maxsize=4)  # asked for with every slice of a run
def _parts(spec: DatasetSpec) -> Parts:
    if spec.points is None:
        whole = datasets.make(spec.name, spec.count, spec.noise, spec.seed)
    else:
        examples = np.frombuffer(spec.points).reshape(-1, spec.inputs + 1)
        targets = examples[:, spec.inputs :]
        whole = datasets.Dataset(
            spec.name,
            examples[:, : spec.inputs],
            (targets + 1) / 2 if spec.is_mapped else targets,
        )
    return parts_of(whole, spec.held_out_percent, spec.standardise)


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
    plateau: tuple[float, int] | None
    """The loss within 2% of which it has stayed, and since which epoch."""


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


def read(message: Field) -> TrainRequest:
    """A `train` message.

    Raises:
        Refusal: a field is not as it must be.
    """
    message.shape(
        ("kind", "network", "dataset", "learning_rate", "momentum", "epochs"),
        ("batch_size", "state", "time_limit", "stopping", "surface"),
    )
    spec, parameters = read_network(message["network"])
    dataset = _dataset(message["dataset"], spec.activations[-1])
    if spec.layer_sizes[0] != dataset.inputs or spec.layer_sizes[-1] != 1:
        raise message["network"]["layer_sizes"].refusal(
            f"must begin with {dataset.inputs} and end with 1, like the examples"
        )
    if spec.loss == "output":
        raise message["network"]["loss"].refusal(
            "must tell how wrong an output is: the output itself has no target to train for"
        )
    stopping = message["stopping"]
    if not stopping.absent:
        stopping.shape((), ("loss_below", "no_improvement_for", "epoch_limit"))
    rules = Field({}, "stopping") if stopping.absent else stopping
    batch_size, time_limit = message["batch_size"], message["time_limit"]
    patience, last = rules["no_improvement_for"], rules["epoch_limit"]
    setup = TrainingSetup(
        network=spec,
        dataset=dataset,
        learning_rate=message["learning_rate"].number("learning_rate"),
        momentum=message["momentum"].number("momentum"),
        batch_size=None if batch_size.absent else batch_size.whole("batch_size"),
        loss_below=_maybe(rules["loss_below"], "loss"),
        no_improvement_for=None if patience.absent else patience.whole(LIMITS["patience"]),
        epoch_limit=None if last.absent else last.whole("epoch"),
    )
    return TrainRequest(
        setup=setup,
        start=parameters,
        state=_state(message["state"], spec.layout.size),
        epochs=message["epochs"].whole("epochs"),
        time_limit=_maybe(time_limit, "time_limit"),
        surface=_surface(message["surface"], dataset.inputs),
    )


def _dataset(field: Field, output_activation: str) -> DatasetSpec:
    field.shape(("name",), ("count", "noise", "seed", *OWN_FIELDS))
    name = field["name"].value
    if type(name) is str and name == "own":
        inputs = 2 if field["inputs"].absent else field["inputs"].whole("units")
        points = _points(field["points"], inputs)
        is_mapped = bool(points[:, -1].min() < 0) and output_activation not in BELOW_ZERO
        standardise, percent = field["standardise"], field["held_out_percent"]
        return DatasetSpec(
            "own",
            None,
            0.0,
            0,
            points.tobytes(),
            inputs,
            is_mapped,
            standardise=False if standardise.absent else standardise.flag(),
            held_out_percent=0 if percent.absent else percent.whole(LIMITS["held_out_percent"]),
        )
    for own in OWN_FIELDS:
        if not field[own].absent:
            raise field[own].refusal("goes with a data set called own alone")
    noise = _maybe(field["noise"], "noise")
    return DatasetSpec(
        name=field["name"].choice((*datasets.GATES, *datasets.DRAWN)),
        count=None if field["count"].absent else field["count"].whole("examples"),
        noise=0.0 if noise is None else noise,
        seed=0 if field["seed"].absent else field["seed"].whole("seed"),
    )


def _points(field: Field, inputs: int) -> Floats:
    """A reader's own examples, a row for each: its inputs and its target."""
    limit = limits.LIMITS["examples"]
    length, width = field.length(), inputs + 1
    if length > MOST_NUMBERS:
        raise field.refusal(f"must have at most {count_text(MOST_NUMBERS)} numbers", "too_large")
    if length % width or not limit.minimum <= length / width <= limit.maximum:
        span = f"{count_text(limit.minimum)} to {count_text(limit.maximum)}"
        raise field.refusal(f"must have {width} numbers for each of {span} examples")
    examples = field.numbers(length, "coordinate").reshape(-1, width)
    targets = examples[:, -1]
    allowed = abs(targets) == 1 if targets.min() < 0 else targets <= 1
    if not allowed.all():
        raise field.refusal("must have targets from 0 to 1, or of −1 and 1 alone")
    return examples


def _state(field: Field, count: int) -> StateGiven | None:
    if field.absent:
        return None
    field.shape(
        ("epoch", "parameters", "velocity", "best_loss", "best_epoch"),
        ("plateau_loss", "plateau_epoch"),
    )
    level, given = _maybe(field["plateau_loss"], "any"), field["plateau_epoch"]
    since = None if given.absent else given.whole("epoch")
    return StateGiven(
        epoch=field["epoch"].whole("epoch"),
        parameters=field["parameters"].numbers(count),
        velocity=field["velocity"].numbers(count),
        best_loss=field["best_loss"].number("any"),
        best_epoch=field["best_epoch"].whole("epoch"),
        plateau=None if level is None or since is None else (level, since),
    )


def _surface(field: Field, inputs: int) -> SurfaceRequest | None:
    if field.absent:
        return None
    if inputs != 2:
        raise field.refusal(f"needs two inputs; these examples have {inputs}")
    field.shape(("resolution",), ("x_range", "y_range"))
    resolution = field["resolution"].whole("resolution")
    return SurfaceRequest(_span(field["x_range"]), _span(field["y_range"]), resolution)


def _span(field: Field) -> tuple[float, float] | None:
    if field.absent:
        return None
    low, high = field.numbers(2, "coordinate").tolist()
    if not low < high:
        raise field.refusal("must go from a lower to a higher number")
    return low, high


def _maybe(field: Field, limit: str) -> float | None:
    return None if field.absent else field.number(limit)
