"""The setting that the figure on luck trains, its fields by name, and how they are told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from backprop.core.number_text import number_text
from backprop.message.network_fields import HIDDEN_ACTIVATIONS
from backprop.message.request_fields import choice, number, whole

if TYPE_CHECKING:
    from types import ModuleType

    from backprop.experiments.luck import Setting

EPOCHS = 1_000
"""After so many a start that is not solved counts as stuck."""

DATASETS = {"xor": None, "and": None, "or": None, "circle": 20}
"""Set → how many examples, where they are drawn."""

NAMES = {"xor": "XOR", "and": "AND", "or": "OR", "circle": "the circle"}
DIFFERENCES = ("hidden_units", "initial_range", "learning_rate", "momentum", "activation")
"""Fields in which two settings may differ."""

ACTIVATION_NAMES = {"relu": "ReLU", "leaky_relu": "leaky ReLU"}


@dataclass(frozen=True)
class SettingRequest:
    """The first setting, from which others differ."""

    dataset: str = choice(tuple(DATASETS), opening="xor")
    hidden_units: int = whole("units", opening=2)
    activation: str = choice(HIDDEN_ACTIVATIONS, opening="sigmoid")
    initial_range: float = number("initial_range", opening=1.0)
    learning_rate: float = number("learning_rate", opening=0.5)
    momentum: float = number("momentum", opening=0.9)

    def setting(self) -> Setting:
        """What the experiment trains."""
        setting: Setting = experiment().Setting(
            dataset=self.dataset,
            examples=DATASETS[self.dataset],
            hidden_units=self.hidden_units,
            activation=self.activation,
            initial_range=self.initial_range,
            learning_rate=self.learning_rate,
            momentum=self.momentum,
        )
        return setting


def experiment() -> ModuleType:
    """Many starts at once, in an archive that a page has only when this figure asks."""
    from backprop.experiments import luck  # noqa: PLC0415

    return luck


def in_words(field: str, value: Any) -> str:  # noqa: ANN401 - of whichever field differs
    """A field with its value, such as `4 hidden units` or `momentum 0.5`."""
    if field == "activation":
        return f"{activation_name(value)} units"
    if field == "hidden_units":
        return f"{value} hidden unit{'s' * (value != 1)}"
    return f"{field.replace('_', ' ')} {number_text(value)}"


def activation_name(name: str) -> str:
    """An activation as a text calls it."""
    return ACTIVATION_NAMES.get(name, name)
