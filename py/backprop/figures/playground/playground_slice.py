"""A slice of a run: as many epochs as there is time for, single steps, and changes on the way."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from backprop.core.limits import LIMITS
from backprop.message.field import Refusal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backprop.playground import Playground

    from .playground_changes import Change


class Slice:
    """What a message lets a run do.

    Args:
        run: stands where it goes on from.
        time_limit: seconds after which no further epoch begins; at least one is made.
        begins: whether the losses before the first epoch are told too.

    Attributes:
        curve: both losses after each epoch.
        ended: why the run ended, if it did.
    """

    def __init__(self, run: Playground, time_limit: float | None, *, begins: bool) -> None:
        self._run, self._time_limit, self._begun = run, time_limit, perf_counter()
        self._done = 0
        self.curve: dict[str, list[float]] = {"epochs": [], "training": [], "test": []}
        self.ended: str | None = None
        if begins:
            self._measure()

    def go_on(self, epoch: int, step: int, changes: Sequence[Change]) -> None:
        """Train until so many epochs of the run are done, and so many steps of the next.

        Raises:
            Refusal: a loss is not finite as it stands, or there is no parameter that is changed.
        """
        for change in changes:
            place = change.epoch, change.step
            if place > (epoch, step):
                break
            if not self._reaches(*place):
                return
            change.apply(self._run)
            if place == (0, 0):  # what was measured there was measured before it
                self.curve = {name: [] for name in self.curve}
                self._measure()
        self._reaches(epoch, step)

    def _reaches(self, epoch: int, step: int) -> bool:
        """Train up to there; whether there was time, and nothing overflowed."""
        run, place = self._run, self._place
        try:
            while run.epoch < epoch and self.ended is None:
                count = min(self._count(), epoch - run.epoch)
                if count == 0:
                    return False
                curve = run.run(count)
                for name in self.curve:
                    self.curve[name] += getattr(curve, name).tolist()
                self._done += count
                self.ended = curve.ended
            while place() < (epoch, step) and self.ended is None:
                before = place()
                self.ended = run.step()
                if place() == before:
                    break  # the set fills no batch
                if run.epoch > before[0]:
                    self._measure()
        except ValueError as problem:
            raise Refusal("not_finite", f"{problem}.", "run") from problem
        return self.ended is None

    def _place(self) -> tuple[int, int]:
        state = self._run.state
        return state.epoch, state.step

    def _count(self) -> int:
        """How many epochs to make next: the first alone, and then what there is time for."""
        if self._time_limit is None:
            return int(LIMITS["epochs"].maximum)
        spent = perf_counter() - self._begun
        if not self._done:
            return 1
        if spent >= self._time_limit:
            return 0
        left = (self._time_limit - spent) / max(spent, 1e-6)
        return max(1, min(2 * self._done, int(self._done * left)))

    def _measure(self) -> None:
        run = self._run
        for name, value in zip(
            self.curve, (run.epoch, run.training_loss, run.test_loss), strict=True
        ):
            self.curve[name].append(value)
