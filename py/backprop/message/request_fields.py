"""A request as a dataclass: each field says how it is read, within which limits, and how it opens.

    @dataclass(frozen=True)
    class PullsRequest:
        weight: int = index(9, opening=6)
        seed: int = whole("seed", opening=29)

    read_request(PullsRequest, message)    # a checked request, or a refusal that names the field
    opening("pulls", PullsRequest)         # {"kind": "pulls", "weight": 6, "seed": 29}

So a field of a message stands in one line, with its type, its limits and its first value.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import field, fields
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from backprop.core.limits import Limit

    from .field import Field

Request = TypeVar("Request")

NOTHING = object()


def asked(
    read: Callable[[Field], Any], *, opening: object = NOTHING, absent: object = NOTHING
) -> Any:  # noqa: ANN401 - the dataclass says the type
    """A field of a request.

    Args:
        read: turns the field of the message into a value, or refuses it.
        opening: what the figure's first message has there; left out of it if not given.
        absent: the value of a field that is null or not there; without it, the field is required.
    """
    return field(metadata={"read": read, "opening": opening, "absent": absent})


def number(limit: str | Limit, **how: object) -> Any:  # noqa: ANN401
    """A number within a limit: a name in `limits.LIMITS`, or a limit of the figure's own."""
    return asked(lambda given: given.number(limit), **how)


def whole(limit: str | Limit, **how: object) -> Any:  # noqa: ANN401
    """A whole number within a limit."""
    return asked(lambda given: given.whole(limit), **how)


def index(count: int, **how: object) -> Any:  # noqa: ANN401
    """A place in a row of `count` things, from 0 on."""
    return asked(lambda given: given.index(count), **how)


def flag(**how: object) -> Any:  # noqa: ANN401
    """True or false."""
    return asked(lambda given: given.flag(), **how)


def choice(options: Collection[str], **how: object) -> Any:  # noqa: ANN401
    """One of a few words."""
    return asked(lambda given: given.choice(options), **how)


def numbers(count: int, limit: str | Limit, **how: object) -> Any:  # noqa: ANN401
    """A list of exactly `count` numbers within a limit."""
    return asked(lambda given: given.numbers(count, limit).tolist(), **how)


def read_request(request: type[Request], message: Field) -> Request:
    """Read a message that has the fields of `request`, beside its kind, and no others.

    Raises:
        Refusal: a field is missing, unknown, or not as it must be.
    """
    return read_part(request, message, ("kind",))


def read_part(request: type[Request], message: Field, others: Collection[str] = ()) -> Request:
    """Read a part of a message that has the fields of `request`.

    Args:
        request: the dataclass.
        message: the part.
        others: fields that it must have besides, which are not read.

    Raises:
        Refusal: a field is missing, unknown, or not as it must be.
    """
    table = {entry.name: entry.metadata for entry in fields(request)}  # type: ignore[arg-type]
    required = [name for name, how in table.items() if how["absent"] is NOTHING]
    message.shape((*others, *required), [name for name in table if name not in required])
    values = {}
    for name, how in table.items():
        given = message[name]
        values[name] = (
            how["absent"] if given.absent and name not in required else how["read"](given)
        )
    return request(**values)


def opening(kind: str, request: type, **changes: object) -> dict[str, Any]:
    """The message that a figure asks first.

    Args:
        kind: of the message.
        request: the dataclass that it is read into.
        changes: fields that this figure opens with in place of those that `request` says.
    """
    table = {entry.name: entry.metadata["opening"] for entry in fields(request)}
    set_fields = {name: value for name, value in table.items() if value is not NOTHING}
    return {"kind": kind, **set_fields, **changes}
