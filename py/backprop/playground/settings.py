"""Everything that a run of TensorFlow Playground is decided by, checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from backprop.core.limits import LIMITS as CORE_LIMITS
from backprop.core.limits import Limit, breach

from .features import FEATURES
from .sets.drawn_sets import CLASSIFICATION, REGRESSION
from .sets.further_sets import FURTHER, YIN_YANG_CLASSES

if TYPE_CHECKING:
    from collections.abc import Sequence

ACTIVATIONS = ("relu", "tanh", "sigmoid", "linear")
OPTIMISERS = ("descent", "adam")
REGULARISATIONS = ("none", "L1", "L2")
FORMULA = "reg-formula"
OWN, OWN_REGRESSION = "own", "reg-own"
LONGEST_SEED = 200

MOST_LAYERS = 10
MOST_UNITS = 16

LIMITS = {
    "classes": Limit(2, 6, True),
    "noise": Limit(0, 80, False),
    "training_percent": Limit(1, 99, False),
    "learning_rate": CORE_LIMITS["learning_rate"],
    "momentum": CORE_LIMITS["momentum"],
    "regularisation_rate": Limit(0, 100, False),
    "batch_size": CORE_LIMITS["batch_size"],
}


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What decides a run; as it stands, what the page begins with.

    Attributes:
        seed: a text, from which all random numbers come: the points, their order, the weights.
        dataset: `circle`, `xor`, `gauss` or `spiral`; `reg-plane` or `reg-gauss`, the regressions;
            of those that the page does not have `moons`, `rings`, `checkerboard`, `yin-yang`, and
            the regression `reg-formula`; and a reader's points, `own` or the regression `reg-own`.
        formula: of `reg-formula`, what the targets are, in x and y; see `backprop.graph.graph_of`.
        points: of `own` and `reg-own`, 2 to 2,000 of them: two coordinates and a label, see
            `OwnPoints`.
        classes: of `rings`, `checkerboard` and `own`, 2 to 6.
        noise: in percent, 0 to 80.
        training_percent: of the points, to train on; the others test. 1 to 99.
        features: the network's inputs, in the order of `FEATURES`.
        hidden_layers: how many units each has; none, or up to 10 layers of 1 to 16.
        activation: of the hidden layers.
        initial_zero: all parameters begin as zero.
        learning_rate: η, 0 to 100.
        optimiser: `descent` or `adam`; Adam has its usual β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸.
        momentum: α of descent, 0 to 0.999: how much of a step the next one repeats.
        batch_size: examples in a step, 1 to 2,000; a set that has fewer makes no step.
        regularisation: `none`, `L1` or `L2`: what a step takes from the weights besides.
        regularisation_rate: λ, 0 to 100.
        shows_test_data: whether the picture has the test points too.
        discretised: whether the picture has two colours alone.

    Raises:
        ValueError: names the field and what it must be.
    """

    seed: str = "0.59704"
    dataset: str = "circle"
    formula: str = "sin(x)"
    points: tuple[tuple[float, float, float], ...] = ()
    classes: int = 2
    noise: float = 0.0
    training_percent: float = 50.0
    features: tuple[str, ...] = ("x", "y")
    hidden_layers: tuple[int, ...] = (4, 2)
    activation: str = "tanh"
    initial_zero: bool = False
    learning_rate: float = 0.03
    optimiser: str = "descent"
    momentum: float = 0.0
    batch_size: int = 10
    regularisation: str = "none"
    regularisation_rate: float = 0.0
    shows_test_data: bool = False
    discretised: bool = False

    def __post_init__(self) -> None:
        for name, limit in LIMITS.items():
            wrong = breach(limit, getattr(self, name))
            if wrong is not None:
                raise ValueError(f"{name} {wrong.words}")
        for name, choices in CHOICES.items():
            if getattr(self, name) not in choices:
                raise ValueError(f"{name} must be among {', '.join(choices)}")
        if not 0 < len(self.seed) <= LONGEST_SEED:
            raise ValueError(f"seed must be a text of 1 to {LONGEST_SEED} characters")
        if not self.features or list(self.features) != [n for n in FEATURES if n in self.features]:
            raise ValueError(f"features must be one or more, in this order: {', '.join(FEATURES)}")
        self._require_layers()
        if self.dataset in (OWN, OWN_REGRESSION):
            self._require_points()

    def _require_layers(self) -> None:
        if len(self.hidden_layers) > MOST_LAYERS:
            raise ValueError(f"hidden_layers must be at most {MOST_LAYERS}")
        for units in self.hidden_layers:
            wrong = breach(Limit(1, MOST_UNITS, True), units)
            if wrong is not None:
                raise ValueError(f"hidden_layers: the units of a layer {wrong.words}")

    def _require_points(self) -> None:
        wrong = breach(CORE_LIMITS["examples"], len(self.points))
        if wrong is not None:
            raise ValueError(f"points {wrong.words}, not {len(self.points)}")
        labels: Sequence[int] | None = None
        if self.dataset == OWN:
            labels = range(self.classes) if self.classes > 2 else (-1, 1)
        for number, (x, y, label) in enumerate(self.points):
            for value, limit in ((x, "coordinate"), (y, "coordinate"), (label, "target")):
                wrong = breach(CORE_LIMITS[limit], value)
                if wrong is not None:
                    raise ValueError(f"points[{number}]: a {limit} {wrong.words}")
            if labels is not None and label not in labels:
                told = ", ".join(map(str, labels))
                raise ValueError(f"points[{number}]: a label must be among {told}")

    @property
    def is_regression(self) -> bool:
        """Whether targets are numbers of a scale, and no classes."""
        return self.dataset in (*REGRESSION, FORMULA, OWN_REGRESSION)

    @property
    def class_count(self) -> int:
        """How many classes the set has; a network answers more than two by softmax."""
        if self.dataset == "yin-yang":
            return YIN_YANG_CLASSES
        return self.classes if self.dataset in ("rings", "checkerboard", OWN) else 2


CHOICES: dict[str, tuple[str, ...]] = {
    "dataset": (*CLASSIFICATION, *REGRESSION, *FURTHER, FORMULA, OWN, OWN_REGRESSION),
    "activation": ACTIVATIONS,
    "optimiser": OPTIMISERS,
    "regularisation": REGULARISATIONS,
}
