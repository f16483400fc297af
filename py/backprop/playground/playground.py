"""One run of TensorFlow Playground: its points, its network, its training.

All random numbers come from one text, in this order: the points, their order, the weights. So a
link opens here with the numbers that it has on the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from backprop.core.datasets import Dataset
from backprop.core.network import BackwardPass, ForwardPass
from backprop.core.number_text import count_text, number_text

from .chance import SeededRandom
from .features import features_of
from .first_network import first_network
from .fixed_order_epochs import StepRule
from .sets.points import drawn_points, split, targets_of
from .training_run import TrainingRun

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy.typing as npt

    from backprop.core.rules import Array

    from .settings import Settings


class Playground(TrainingRun):
    """A network of TensorFlow Playground with its points; `run` trains it.

    Attributes:
        settings: what decides the run.
        not_taken_over: sentences on the parts of a link that mean something else here, or nothing.
        network: its inputs are the features, its parameters those that training moves.
        training, test: examples as the network takes them.
        training_points, test_points: `(examples, 2)`, the same examples in the plane.
        epoch: how many epochs are done.
    """

    def __init__(self, settings: Settings, not_taken_over: Iterable[str] = ()) -> None:
        self.settings = settings
        self.not_taken_over = tuple(not_taken_over)
        random = SeededRandom(settings.seed)
        examples = split(drawn_points(settings, random), random, settings.training_percent)
        self.training_points, self.test_points = (table[:, :2] for table in examples)
        training, test = (
            Dataset(
                settings.dataset,
                features_of(table, settings.features),
                targets_of(table[:, 2], settings.class_count),
            )
            for table in examples
        )
        rule = StepRule(
            settings.learning_rate,
            settings.optimiser,
            settings.momentum,
            settings.regularisation,
            settings.regularisation_rate,
        )
        network = first_network(settings, random)
        super().__init__(network, training, test, int(settings.batch_size), rule)

    def __repr__(self) -> str:
        sizes = "-".join(map(str, self.network.layer_sizes))
        losses = f"{number_text(self.training_loss)}, of the test {number_text(self.test_loss)}"
        done = f"{count_text(self.epoch)} {'epoch' if self.epoch == 1 else 'epochs'}"
        return f"<Playground {self.settings.dataset}, {sizes}: loss {losses} after {done}>"

    def passes(
        self, point: npt.ArrayLike, target: npt.ArrayLike
    ) -> tuple[ForwardPass, BackwardPass]:
        """Both passes of one example, with every activation and every gradient.

        Args:
            point: its two coordinates.
            target: its label, a number for each output.

        Raises:
            ValueError: the shapes are others.
        """
        inputs = self.features_at(point)
        forward = self.network.forward(inputs)
        return forward, self.network.backward(forward, np.atleast_1d(target))

    def features_at(self, points: npt.ArrayLike) -> Array:
        """The network's inputs at points `(points, 2)`, or at one: a row for each."""
        rows = np.atleast_2d(np.asarray(points, dtype=np.float64))
        if rows.ndim != 2 or rows.shape[1] != 2:
            raise ValueError("a point must be two numbers")
        return features_of(rows, self.settings.features)
