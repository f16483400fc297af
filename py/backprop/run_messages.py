"""Messages about runs that the reader compares: read into requests, every limit held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import rates

if TYPE_CHECKING:
    from backprop.message.field import Field

RUN_NAMES = tuple(rate.name for rate in rates.LANDSCAPES["neuron"].runs)


def read_rates(message: Field) -> rates.RatesRequest:
    """A `rates` message; what it leaves out is the landscape's own."""
    message.shape(("kind", "landscape", "chosen", "steps"), ("weights", "start", "runs"))
    landscape = message["landscape"].choice(tuple(rates.LANDSCAPES))
    shown = rates.LANDSCAPES[landscape]
    weights = shown.weights
    if not message["weights"].absent:
        count = 9 if landscape == "xor" else 2
        first, second = message["weights"].items(2, 2)
        weights = (_below(first, count), _below(second, count))
        if weights[0] == weights[1]:
            raise second.refusal("must be another weight than the first")
    start = shown.start
    if not message["start"].absent:
        across, up = message["start"].numbers(2, "coordinate").tolist()
        start = (across, up)
        if not shown.holds(start):
            raise message["start"].refusal("must lie in the picture")
    runs = shown.runs
    if not message["runs"].absent:
        runs = tuple(_rate(run) for run in message["runs"].items(1, len(RUN_NAMES)))
    names = tuple(run.name for run in runs)
    return rates.RatesRequest(
        landscape,
        weights,
        start,
        runs,
        message["chosen"].choice(names),
        message["steps"].whole("descent_steps"),
    )


def _rate(field: Field) -> rates.Rate:
    field.shape(("name", "learning_rate", "momentum", "decay"))
    return rates.Rate(
        field["name"].choice(RUN_NAMES),
        field["learning_rate"].number("learning_rate"),
        field["momentum"].number("momentum"),
        field["decay"].number("decay"),
    )


def _below(field: Field, count: int) -> int:
    index = field.whole("index")
    if index >= count:
        raise field.refusal(f"must be less than {count}", "too_large")
    return index
