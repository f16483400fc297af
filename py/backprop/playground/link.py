"""Links of TensorFlow Playground, `https://playground.tensorflow.org/#name=value&…`.

The page ignores names that it does not know and values that it cannot use; so does this, and tells
it. An empty value is the default, except that `networkShape=` is a network without hidden layers.
"""

from __future__ import annotations

import re
from typing import Any

from backprop.core.number_text import count_text, number_text

from .features import FEATURES
from .sets.drawn_sets import CLASSIFICATION, REGRESSION
from .settings import CHOICES, LIMITS, LONGEST_SEED, MOST_LAYERS, MOST_UNITS, Settings

ADDRESS = "https://playground.tensorflow.org/"

LONGEST_LINK = 10_000

NUMBERS = {
    "noise": "noise",
    "percTrainData": "training_percent",
    "learningRate": "learning_rate",
    "regularizationRate": "regularisation_rate",
    "batchSize": "batch_size",
}
WORDS = {"activation": "activation", "regularization": "regularisation"}
SWITCHES = {
    "initZero": "initial_zero",
    "showTestData": "shows_test_data",
    "discretize": "discretised",
}
"""Names in a link and fields of the settings: numbers, words of a list, and true or false."""

DATASETS = {
    "classification": ("dataset", tuple(CLASSIFICATION)),
    "regression": ("regDataset", tuple(REGRESSION)),
}
"""Problem → the name in a link that tells the data set, and the sets; the first is the default."""

WITHOUT_EFFECT = frozenset({"cosX", "cosY", "collectStats", "hideText", "tutorial"})
"""Names that links have and that change no number."""

KNOWN = frozenset({*NUMBERS, *WORDS, *SWITCHES, *FEATURES, *WITHOUT_EFFECT}) | {
    *("problem", "dataset", "regDataset", "networkShape", "seed")
}

NOISE_INSTEAD = 50.0
"""The page itself takes this for a noise beyond the limit."""

NUMBER = re.compile(r"\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*", re.IGNORECASE)
ENCODED = re.compile(r"(%[0-9a-f]{2})+", re.IGNORECASE)
SAFE_SEED = re.compile(r"[\w.~-]+", re.ASCII)
"""A seed that a browser keeps in an address as it is."""

SHOWN = 40
"""Characters of a value that a sentence repeats."""


def read_link(text: str) -> tuple[Settings, tuple[str, ...]]:
    """Settings from a link of the page or of a fork, or from the part of it behind the `#`.

    Numbers are brought within the limits of `Settings` before anything is made of them.

    Returns:
        The settings, and a sentence for each part of the link that means something else here, or
        nothing.

    Raises:
        ValueError: the text is too long, or is no such link.
    """
    reader = _Reader(_values_of(text))
    return reader.settings(), tuple(reader.not_taken_over)


def to_link(settings: Settings) -> str:
    """The link that opens these settings in TensorFlow Playground. No link has weights.

    Raises:
        ValueError: the page has nothing of the kind, or a browser would change the seed.
    """
    if not any(settings.dataset in sets for _, sets in DATASETS.values()):
        raise ValueError(f"TensorFlow Playground has no data set {settings.dataset}")
    if settings.momentum or settings.optimiser != "descent":
        raise ValueError("TensorFlow Playground has no momentum and no Adam")
    if not SAFE_SEED.fullmatch(settings.seed):
        raise ValueError(
            "seed must be of letters, digits and the signs . _ ~ - to be the same in a link"
        )
    told: dict[str, object] = {link: getattr(settings, field) for link, field in WORDS.items()}
    if settings.regularisation == "none":  # the page has no word for it
        del told["regularization"]
    problem = "regression" if settings.is_regression else "classification"
    told |= {"problem": problem, DATASETS[problem][0]: settings.dataset}
    for link, field in NUMBERS.items():
        told[link] = repr(float(getattr(settings, field))).removesuffix(".0")
    told["networkShape"] = ",".join(map(str, settings.hidden_layers))
    told["seed"] = settings.seed
    switched = {link: getattr(settings, field) for link, field in SWITCHES.items()}
    switched |= {name: name in settings.features for name in FEATURES}
    told |= {name: "true" if on else "false" for name, on in switched.items()}
    return f"{ADDRESS}#{'&'.join(f'{name}={value}' for name, value in told.items())}"


def _values_of(text: str) -> dict[str, str]:
    """Names and values in a link; of a name that comes twice the last counts."""
    if len(text) > LONGEST_LINK:
        raise ValueError(f"the link must be at most {count_text(LONGEST_LINK)} characters")
    address, sign, settings = text.replace("&amp;", "&").strip().partition("#")
    if not sign:
        if "=" in address and not address.startswith("http"):
            settings = address
        elif "playground" not in address.casefold():
            raise ValueError(
                "the link must look like https://playground.tensorflow.org/#activation=tanh&…"
            )
    pairs = [part.split("=") for part in settings.split("&")]
    return {
        name: value if name == "seed" else _decoded(value)
        for name, value in ((_decoded(pair[0]), pair[1]) for pair in pairs if len(pair) > 1)
    }


def _decoded(text: str) -> str:
    """A part of an address with its %2C and the like as the characters that they stand for."""
    return ENCODED.sub(
        lambda found: bytes.fromhex(found[0].replace("%", " ")).decode(errors="replace"), text
    )


class _Reader:
    """Takes settings from the values of one link, and remembers what it could not take."""

    def __init__(self, values: dict[str, str]) -> None:
        self.values = values
        self.not_taken_over: list[str] = []

    def settings(self) -> Settings:
        chosen: dict[str, Any] = {"seed": self.seed(), "dataset": self.dataset()}
        chosen |= {field: self.word(link, CHOICES[field]) for link, field in WORDS.items()}
        chosen |= {field: self.number(link, field) for link, field in NUMBERS.items()}
        chosen |= {field: self.switch(link, default=False) for link, field in SWITCHES.items()}
        chosen |= {"features": self.features(), "hidden_layers": self.hidden_layers()}
        self.name_the_rest()
        return Settings(**{field: value for field, value in chosen.items() if value is not None})

    def tell(self, name: str, reason: str) -> None:
        value = self.values.get(name, "")
        shown = value if len(value) <= SHOWN else f"{value[:SHOWN]}…"
        self.not_taken_over.append(f"{name}={shown}: {reason}")

    def given(self, name: str) -> str | None:
        value = self.values.get(name, "")
        return value if value.strip() else None

    def seed(self) -> str:
        seed = self.given("seed")
        default = Settings.seed
        if seed is None:
            self.not_taken_over.append(
                "The link has no seed, so TensorFlow Playground draws another start at each visit. "
                f"Here the seed is {default}."
            )
            return default
        if len(seed) > LONGEST_SEED:
            self.tell("seed", f"a seed has at most {LONGEST_SEED} characters; it is cut there.")
        return seed[:LONGEST_SEED]

    def dataset(self) -> str:
        problem = self.word("problem", tuple(DATASETS)) or "classification"
        name, sets = DATASETS[problem]
        return self.word(name, sets) or sets[0]

    def word(self, name: str, choices: tuple[str, ...]) -> str | None:
        word = self.given(name)
        if word is None or word in choices:
            return word
        field = WORDS.get(name)
        default = getattr(Settings, field) if field else choices[0]
        self.tell(
            name, f"TensorFlow Playground does not know it and takes {default}; so does this."
        )
        return None

    def number(self, name: str, field: str) -> float | None:
        text = self.given(name)
        if text is None:
            return None
        limit, default = LIMITS[field], getattr(Settings, field)
        if not NUMBER.fullmatch(text):
            self.tell(name, f"that is no number; it is {number_text(default)} here.")
            return None
        wanted = float(text)
        number = min(max(wanted, limit.minimum), limit.maximum)
        if field == "noise" and wanted > limit.maximum:
            self.tell(name, "TensorFlow Playground takes 50 for a noise above 80; so does this.")
            return NOISE_INSTEAD
        if limit.whole:
            number = int(number)
        if number != wanted:
            self.tell(name, f"it is {number_text(number)} here.")
        return number

    def switch(self, name: str, *, default: bool) -> bool:
        text = self.given(name)
        return default if text is None else text != "false"

    def features(self) -> tuple[str, ...]:
        defaults = Settings.features
        chosen = tuple(
            name
            for name in FEATURES
            if self.switch(name, default=name in defaults)
            and self.values.get(f"{name}_hide") != "true"
        )
        if not chosen:
            self.not_taken_over.append(
                "The link leaves the network without inputs. Here it has x and y."
            )
        return chosen or defaults

    def hidden_layers(self) -> tuple[int, ...]:
        text = self.values.get("networkShape")
        default: tuple[int, ...] = Settings.hidden_layers
        if text is None:
            return default
        parts = text.split(",", MOST_LAYERS) if text.strip() else []
        if len(parts) > MOST_LAYERS:
            self.tell("networkShape", f"only the first {MOST_LAYERS} hidden layers are taken.")
            del parts[MOST_LAYERS:]
        if not all(NUMBER.fullmatch(part) for part in parts):
            self.tell("networkShape", f"units must be numbers; it is {_shape_text(default)} here.")
            return default
        wanted = [float(part) for part in parts]
        units = tuple(int(min(max(number, 1), MOST_UNITS)) for number in wanted)
        if list(units) != wanted:
            reason = f"a layer has 1 to {MOST_UNITS} units; it is {_shape_text(units)} here."
            self.tell("networkShape", reason)
        return units

    def name_the_rest(self) -> None:
        """Tell what the link has besides: names that nobody knows, and controls that it hides."""
        hidden = [name for name, value in self.values.items() if name.endswith("_hide")]
        controls = [name for name in hidden if name.removesuffix("_hide") not in FEATURES]
        if any(self.values[name] == "true" for name in controls):
            self.not_taken_over.append("The link hides controls of the page. Here all are shown.")
        unknown = [name for name in self.values if name not in KNOWN and name not in hidden]
        if unknown:
            shown = ", ".join(name[:SHOWN] for name in unknown[:10])
            more = f" and {len(unknown) - 10} more" if len(unknown) > 10 else ""
            self.not_taken_over.append(f"TensorFlow Playground has no {shown}{more}.")


def _shape_text(units: tuple[int, ...]) -> str:
    return ",".join(map(str, units)) or "none"
