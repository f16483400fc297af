"""What a link of TensorFlow Playground sets, or a preset, and what of a link is not taken over."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from backprop.message.field import Refusal
from backprop.message.request_fields import asked, read_request

if TYPE_CHECKING:
    from backprop.message.field import Field
    from backprop.playground import Settings

LONGEST_LINK = 10_000

PRESETS = (
    *(
        "circle",
        "xor-product",
        "squares",
        "spiral",
        "straight-layers",
        "zero",
        "vanishing",
        "dead-relu",
    ),
    *("full-batch", "no-step", "by-heart", "l1-ends-all", "l2-explodes", "step-too-long"),
)


@dataclass(frozen=True)
class LinkRequest:
    """A link, or the name of a preset; one of the two."""

    link: str | None = asked(lambda given: given.text(LONGEST_LINK), absent=None)
    preset: str | None = asked(lambda given: given.choice(PRESETS), absent=None)


def read(message: Field) -> LinkRequest:
    """A `playground_link` message.

    Raises:
        Refusal: a field is not as it must be, or there is not one of both.
    """
    request: LinkRequest = read_request(LinkRequest, message)
    if (request.link is None) == (request.preset is None):
        raise message["link"].refusal("must be there, or a preset in its place")
    return request


def answer(request: LinkRequest) -> dict[str, Any]:
    """Settings as a `playground` message has them, and sentences on them.

    Raises:
        Refusal: the text is no link of TensorFlow Playground.
    """
    from backprop.playground import PRESETS as KNOWN  # noqa: PLC0415 - in a later archive
    from backprop.playground.link import read_link  # noqa: PLC0415

    if request.preset is not None:
        preset = KNOWN[request.preset]
        told = {"title": preset.title, "reason": preset.reason, "task": preset.task}
        return _told(preset.settings, preset=told | {"epochs": preset.epochs})
    try:
        settings, not_taken_over = read_link(request.link or "")
    except ValueError as problem:
        sentence = str(problem)
        raise Refusal("bad_value", f"{sentence[:1].upper()}{sentence[1:]}.", "link") from problem
    return _told(settings, not_taken_over=list(not_taken_over))


def _told(
    settings: Settings,
    *,
    not_taken_over: list[str] | None = None,
    preset: dict[str, Any] | None = None,
) -> dict[str, Any]:
    fields = asdict(settings)
    del fields["points"]
    fields |= {name: list(fields[name]) for name in ("features", "hidden_layers")}
    return {
        "kind": "playground_link",
        "settings": fields,
        "not_taken_over": not_taken_over or [],
        "preset": preset,
    }
