"""What a page asks first: its menus, its limits, and networks to start from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backprop.core import limits
from backprop.core.rules import ACTIVATIONS, LOSSES, LOSSES_FOR_OUTPUT
from backprop.figures import registry
from backprop.figures.network.textbook.examples import TEXTBOOK_EXAMPLES
from backprop.message.network_fields import HIDDEN_ACTIVATIONS
from backprop.message.plain_data import plain
from backprop.message.presets import PRESETS

if TYPE_CHECKING:
    from backprop.message.field import Field


def read(message: Field) -> None:
    """A `describe` message: it has no field but its kind."""
    message.shape(("kind",))


def answer(_request: None) -> dict[str, Any]:
    """Answer a `describe` message."""
    textbook = {name: example.preset for name, example in TEXTBOOK_EXAMPLES.items()}
    return {
        "kind": "describe",
        "activations": list(HIDDEN_ACTIVATIONS),
        "output_activations": list(ACTIVATIONS),
        "losses": list(LOSSES),
        "losses_for_output": plain(LOSSES_FOR_OUTPUT),
        "limits": {
            name: limit._asdict()
            for table in (limits.LIMITS, registry.limits())
            for name, limit in table.items()
        },
        "presets": plain(PRESETS | textbook),
        "textbook": list(textbook),
    }
