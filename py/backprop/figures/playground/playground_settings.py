"""What decides a run, as a message has it: the fields of `backprop.playground.Settings`."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from backprop.core.limits import Limit
from backprop.message.field import Refusal
from backprop.message.request_fields import asked, choice, flag, number, whole

if TYPE_CHECKING:
    from backprop.message.field import Field
    from backprop.playground import Settings

DATASETS = (
    *("circle", "xor", "gauss", "spiral", "reg-plane", "reg-gauss"),
    *("moons", "rings", "checkerboard", "yin-yang", "reg-formula"),
)
FEATURES = ("x", "y", "xSquared", "ySquared", "xTimesY", "sinX", "sinY")
LONGEST_SEED = 200
LONGEST_FORMULA = 400
MOST_LAYERS = 10

LIMITS = {
    "playground_noise": Limit(0, 80, False),  # percent
    "training_percent": Limit(1, 99, False),
    "regularisation_rate": Limit(0, 100, False),
    "playground_units": Limit(1, 16, True),
    "playground_layers": Limit(0, MOST_LAYERS, True),
    "playground_classes": Limit(2, 6, True),
}
"""Those of `backprop.playground`, which a page does not have before this figure asks."""


def _features(given: Field) -> tuple[str, ...]:
    chosen = tuple(name.choice(FEATURES) for name in given.items(1, len(FEATURES)))
    if chosen != tuple(name for name in FEATURES if name in chosen):
        raise given.refusal(f"must be in this order, each once: {', '.join(FEATURES)}")
    return chosen


def _hidden_layers(given: Field) -> tuple[int, ...]:
    return tuple(units.whole(LIMITS["playground_units"]) for units in given.items(0, MOST_LAYERS))


def _seed(given: Field) -> str:
    seed = given.text(LONGEST_SEED)
    if not seed:
        raise given.refusal(f"must be a text of 1 to {LONGEST_SEED} characters")
    return seed


@dataclass(frozen=True)
class SettingsRequest:
    """What decides a run; see `backprop.playground.Settings`."""

    seed: str = asked(_seed, opening="0.59704")
    dataset: str = choice(DATASETS, opening="circle")
    formula: str = asked(lambda given: given.text(LONGEST_FORMULA), opening="sin(x)")
    classes: int = whole(LIMITS["playground_classes"], opening=2)
    noise: float = number(LIMITS["playground_noise"], opening=0)
    training_percent: float = number(LIMITS["training_percent"], opening=50)
    features: tuple[str, ...] = asked(_features, opening=["x", "y"])
    hidden_layers: tuple[int, ...] = asked(_hidden_layers, opening=[4, 2])
    activation: str = choice(("relu", "tanh", "sigmoid", "linear"), opening="tanh")
    initial_zero: bool = flag(opening=False)
    learning_rate: float = number("learning_rate", opening=0.03)
    optimiser: str = choice(("descent", "adam"), opening="descent")
    momentum: float = number("momentum", opening=0)
    batch_size: int = whole("batch_size", opening=10)
    regularisation: str = choice(("none", "L1", "L2"), opening="none")
    regularisation_rate: float = number(LIMITS["regularisation_rate"], opening=0)
    shows_test_data: bool = flag(opening=False)
    discretised: bool = flag(opening=False)

    def settings(self) -> Settings:
        """The same as the playground takes it.

        Raises:
            Refusal: a setting does not go with the others.
        """
        from backprop.playground import Settings  # noqa: PLC0415 - in a later archive

        chosen = {entry.name: getattr(self, entry.name) for entry in fields(SettingsRequest)}
        try:
            return Settings(**chosen)
        except ValueError as problem:
            field = str(problem).split(" ", 1)[0].rstrip(":")
            raise Refusal("bad_value", f"{problem}.", field) from problem
