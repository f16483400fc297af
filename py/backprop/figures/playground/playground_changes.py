"""What readers change in a run by hand: a parameter gets another value, or is frozen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from backprop.message.field import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from backprop.message.field import Field
    from backprop.playground import Playground

MOST_CHANGES = 500


@dataclass(frozen=True)
class Change:
    """One change by hand.

    Attributes:
        epoch, step: where in the run it comes: after so many epochs and steps of the next.
        index: of the parameter, in the vector of all.
        value: what it becomes; None leaves it.
        is_frozen: whether steps leave it alone from then on; None leaves that as it is.
    """

    epoch: int
    step: int
    index: int
    value: float | None
    is_frozen: bool | None

    def apply(self, run: Playground) -> None:
        """Change the run.

        Raises:
            Refusal: the network has no such parameter.
        """
        addresses = run.network.layout.addresses()
        if self.index >= len(addresses):
            wrong = f"changes: the network has {len(addresses)} parameters"
            raise Refusal("bad_value", f"{wrong}, and none of number {self.index}.", "changes")
        if self.value is not None:
            run.change(addresses[self.index], self.value)
        if self.is_frozen is not None:
            kept = set(frozen_indices(run)) - {self.index}
            freeze(run, kept | {self.index} if self.is_frozen else kept)


def read_changes(given: Field) -> list[Change]:
    """Changes in the order in which they come.

    Raises:
        Refusal: one is not as it must be, or comes before the one in front of it.
    """
    changes: list[Change] = []
    for entry in given.items(0, MOST_CHANGES):
        entry.shape(("epoch", "step", "index"), ("value", "frozen"))
        value, frozen = entry["value"], entry["frozen"]
        if value.absent == frozen.absent:
            raise entry.refusal("must have a value, or say whether it is frozen")
        change = Change(
            entry["epoch"].whole("epoch"),
            entry["step"].whole("epochs"),
            entry["index"].whole("index"),
            None if value.absent else value.number("weight"),
            None if frozen.absent else frozen.flag(),
        )
        if changes and (change.epoch, change.step) < (changes[-1].epoch, changes[-1].step):
            raise entry.refusal("must not come before the change in front of it")
        changes.append(change)
    return changes


def frozen_indices(run: Playground) -> list[int]:
    """Which parameters no step moves, by their places in the vector of all."""
    addresses = run.network.layout.addresses()
    return sorted(addresses.index(address) for address in run.frozen)


def freeze(run: Playground, indices: Iterable[int]) -> None:
    """Let no step move these parameters, and let steps move all others.

    Raises:
        Refusal: the network has no such parameter.
    """
    addresses = run.network.layout.addresses()
    wanted = sorted(set(indices))
    if wanted and wanted[-1] >= len(addresses):
        raise Refusal("bad_value", f"run: no parameter {wanted[-1]} can be frozen.", "run")
    if wanted != frozen_indices(run):
        run.frozen = tuple(addresses[index] for index in wanted)
