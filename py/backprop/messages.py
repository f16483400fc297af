"""Messages from a page, read into requests: every field looked at, every limit held.

The shapes are those of `web/contract/messages.js`. Whatever is wrong raises a
`fields.Refusal` before anything of the message's size is allocated.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from backprop.core.rules import ACTIVATIONS, LOSSES, LOSSES_FOR_OUTPUT
from backprop.message.field import Field, Refusal

from . import exports, figures, guesses
from .core import datasets, limits
from .requests import (
    CheckRequest,
    DatasetSpec,
    DescribeRequest,
    Floats,
    NetworkSpec,
    Request,
    StateGiven,
    SurfaceRequest,
    TraceRequest,
    TrainingSetup,
    TrainRequest,
)

if TYPE_CHECKING:
    from collections.abc import Callable

HIDDEN_ACTIVATIONS = tuple(name for name in ACTIVATIONS if name != "softmax")
PROBABILITY_LOSSES = ("binary_cross_entropy", "cross_entropy")


def read(message: object) -> Request:
    """Return the request that a message makes.

    Raises:
        Refusal: the message is not of the shape or within the limits it must be.
    """
    field = Field(message)
    if type(message) is not dict:
        raise field.refusal("must be an object")
    if "kind" not in message:
        raise Refusal("missing_field", "kind is missing.", "kind")
    kind = field["kind"]
    if type(kind.value) is not str or kind.value not in READERS:
        raise kind.refusal(f"must be one of {', '.join(READERS)}", "unknown_kind")
    return READERS[kind.value](field)


def _trace(message: Field) -> TraceRequest:
    message.shape(
        ("kind", "network", "inputs", "targets", "learning_rate"), ("frozen", "weight", "guess")
    )
    spec, parameters = _network(message["network"])
    count = spec.count_parameters()
    inputs, targets = _example(message, spec)
    held = () if message["frozen"].absent else message["frozen"].items(0, count)
    frozen = tuple(_index(index, count) for index in held)
    weight = None if message["weight"].absent else _address(message["weight"], spec)
    rate = message["learning_rate"].number("learning_rate")
    guess = None if message["guess"].absent else guesses.read(message["guess"])
    if guess is not None and weight is None:
        raise message["guess"].refusal("must be about a weight, and none is named")
    return TraceRequest(spec.build(parameters), inputs, targets, rate, frozen, weight, guess)


def _check(message: Field) -> CheckRequest:
    message.shape(("kind", "network", "inputs", "targets"), ("step",))
    spec, parameters = _network(message["network"])
    inputs, targets = _example(message, spec)
    step = 1e-5 if message["step"].absent else message["step"].number("step")
    return CheckRequest(spec.build(parameters), inputs, targets, step)


def _describe(message: Field) -> DescribeRequest:
    message.shape(("kind",))
    return DescribeRequest()


def _train(message: Field) -> TrainRequest:
    message.shape(
        ("kind", "network", "dataset", "learning_rate", "momentum", "epochs"),
        ("batch_size", "state", "time_limit", "stopping", "surface"),
    )
    spec, parameters = _network(message["network"])
    if spec.layer_sizes[0] != 2 or spec.layer_sizes[-1] != 1:
        raise message["network"]["layer_sizes"].refusal(
            "must begin with 2 and end with 1: the data sets have two inputs and one target"
        )
    stopping = message["stopping"]
    if not stopping.absent:
        stopping.shape((), ("loss_below", "no_improvement_for", "epoch_limit"))
    rules = Field({}, "stopping") if stopping.absent else stopping
    batch_size, time_limit = message["batch_size"], message["time_limit"]
    patience, last = rules["no_improvement_for"], rules["epoch_limit"]
    setup = TrainingSetup(
        network=spec,
        dataset=_dataset(message["dataset"]),
        learning_rate=message["learning_rate"].number("learning_rate"),
        momentum=message["momentum"].number("momentum"),
        batch_size=None if batch_size.absent else batch_size.whole("batch_size"),
        loss_below=_maybe(rules["loss_below"], "loss"),
        no_improvement_for=None if patience.absent else patience.whole("patience"),
        epoch_limit=None if last.absent else last.whole("epoch"),
    )
    return TrainRequest(
        setup=setup,
        start=parameters,
        state=_state(message["state"], spec.count_parameters()),
        epochs=message["epochs"].whole("epochs"),
        time_limit=_maybe(time_limit, "time_limit"),
        surface=_surface(message["surface"]),
    )


def _network(field: Field) -> tuple[NetworkSpec, Floats | None]:
    field.shape(
        ("layer_sizes", "activations", "loss", "use_biases"),
        ("skip_to_output", "seed", "initial_range", "parameters"),
    )
    layers = limits.LIMITS["layers"]
    sizes = field["layer_sizes"].items(int(layers.minimum), int(layers.maximum))
    layer_sizes = tuple(size.whole("units") for size in sizes)
    depth = len(layer_sizes) - 1
    activations = tuple(
        name.choice(tuple(ACTIVATIONS) if i == depth - 1 else HIDDEN_ACTIVATIONS)
        for i, name in enumerate(field["activations"].items(depth, depth))
    )
    loss = field["loss"].choice(tuple(LOSSES))
    fitting = LOSSES_FOR_OUTPUT[activations[-1]]
    if loss not in fitting:
        raise field["loss"].refusal(
            f"must be one of {', '.join(fitting)} with a {activations[-1]} output"
        )
    initial_range = _maybe(field["initial_range"], "initial_range")
    spec = NetworkSpec(
        layer_sizes=layer_sizes,
        activations=activations,
        loss=loss,
        use_biases=field["use_biases"].flag(),
        skip_to_output=not field["skip_to_output"].absent and field["skip_to_output"].flag(),
        seed=0 if field["seed"].absent else field["seed"].whole("seed"),
        initial_range=1.0 if initial_range is None else initial_range,
    )
    given = field["parameters"]
    return spec, None if given.absent else given.numbers(spec.count_parameters())


def _example(message: Field, spec: NetworkSpec) -> tuple[Floats, Floats]:
    inputs = message["inputs"].numbers(spec.layer_sizes[0], "input")
    probability = spec.loss in PROBABILITY_LOSSES
    limit = "probability" if probability else "target"
    return inputs, message["targets"].numbers(spec.layer_sizes[-1], limit)


def _address(field: Field, spec: NetworkSpec) -> tuple[int, int | None, int]:
    field.shape(("layer", "target"), ("source",))
    sizes = spec.layer_sizes
    # The direct links from input to output count as one more layer of weights.
    ends = [*pairwise(sizes)] + [(sizes[0], sizes[-1])] * spec.skip_to_output
    layer = _index(field["layer"], len(ends))
    sources, targets = ends[layer]
    target = _index(field["target"], targets)
    if not field["source"].absent:
        return layer, _index(field["source"], sources), target
    if not spec.use_biases or layer == len(sizes) - 1:
        raise field["source"].refusal("must be a unit: there is no bias here")
    return layer, None, target


def _index(field: Field, count: int) -> int:
    index = field.whole("index")
    if index >= count:
        raise field.refusal(f"must be less than {count}", "too_large")
    return index


def _dataset(field: Field) -> DatasetSpec:
    field.shape(("name",), ("count", "noise", "seed", "points"))
    if field["name"].value == "own":
        return DatasetSpec("own", None, 0.0, 0, _points(field["points"]))
    if not field["points"].absent:
        raise field["points"].refusal("goes with a data set called own alone")
    noise = _maybe(field["noise"], "noise")
    return DatasetSpec(
        name=field["name"].choice((*datasets.GATES, *datasets.DRAWN)),
        count=None if field["count"].absent else field["count"].whole("examples"),
        noise=0.0 if noise is None else noise,
        seed=0 if field["seed"].absent else field["seed"].whole("seed"),
    )


def _points(field: Field) -> bytes:
    """A reader's own examples in a row: two inputs and a target each."""
    limit = limits.LIMITS["examples"]
    length = field.length()
    if length % 3 or not limit.minimum <= length / 3 <= limit.maximum:
        span = f"{limit.minimum:.0f} to {limit.maximum:,.0f}"
        raise field.refusal(f"must have three numbers for each of {span} examples")
    examples = field.numbers(length, "coordinate")
    targets = limits.LIMITS["probability"]
    for target in examples[2::3].tolist():
        if not targets.minimum <= target <= targets.maximum:
            raise field.refusal(f"must have targets from 0 to 1, not {target:g}")
    return examples.tobytes()


def _state(field: Field, count: int) -> StateGiven | None:
    if field.absent:
        return None
    field.shape(
        ("epoch", "parameters", "velocity", "best_loss", "best_epoch"),
        ("plateau_loss", "plateau_epoch"),
    )
    plateau = field["plateau_epoch"]
    return StateGiven(
        epoch=field["epoch"].whole("epoch"),
        parameters=field["parameters"].numbers(count),
        velocity=field["velocity"].numbers(count),
        best_loss=field["best_loss"].number("any"),
        best_epoch=field["best_epoch"].whole("epoch"),
        plateau_loss=_maybe(field["plateau_loss"], "any"),
        plateau_epoch=None if plateau.absent else plateau.whole("epoch"),
    )


def _surface(field: Field) -> SurfaceRequest | None:
    if field.absent:
        return None
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


READERS: dict[str, Callable[[Field], Request]] = {
    "trace": _trace,
    "train": _train,
    "check": _check,
    "describe": _describe,
    **dict.fromkeys(figures.FIGURES, figures.read),
    "export": lambda message: exports.read(message, {"trace": _trace, "train": _train}),
}
