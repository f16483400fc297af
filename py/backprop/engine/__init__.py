"""The sole door of the core: a plain message in, a plain result out, and never an exception.

The shapes of both are in `web/contract/messages.js`. Nothing is remembered from one message to
the next but a few trainers, kept so that a slice of training need not set up its buffers anew;
an answer never depends on them.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np

from backprop.message.field import Field, Refusal
from backprop.message.plain_data import plain

from .kinds import KINDS

Result = dict[str, Any]


def handle(message: object, arrays: bool = False) -> Result:
    """Answer a message.

    Args:
        message: a dict as in the contract; anything else is answered with an error.
        arrays: leave losses and surface as float64 arrays instead of lists, for a caller that
            can share memory.

    A fault of the core's own is logged with its traceback, as an error of `backprop.engine`.

    Returns:
        The result that goes with the message's kind, or
        `{"kind": "error", "code", "message", "field"}`.
    """
    try:
        with np.errstate(all="ignore"):  # what overflows is looked for, and told in words
            result = _answer(message)
            return result if arrays else plain(result)
    except Refusal as refusal:
        return _error(refusal.code, str(refusal), refusal.field)
    except (MemoryError, RecursionError):
        return _error("too_large", "That is more than this machine can hold.", None)
    except Exception as fault:
        import logging  # noqa: PLC0415 - nothing else needs it, and a page should not wait for it

        logging.getLogger(__name__).exception("A message could not be answered.")
        return _error("internal", f"The engine failed: {type(fault).__name__}.", None)


def _answer(message: object) -> Result:
    """What the module of the message's kind answers.

    Raises:
        Refusal: the message is not of the shape or within the limits it must be, or what it asks
            for cannot be computed.
    """
    field = Field(message)
    if type(message) is not dict:
        raise field.refusal("must be an object")
    if "kind" not in message:
        raise Refusal("missing_field", "kind is missing.", "kind")
    kind = field["kind"]
    if type(kind.value) is not str or kind.value not in KINDS:
        known = "must be a kind of message that the engine knows, such as trace or train"
        raise kind.refusal(known, "unknown_kind")
    module = import_module(KINDS[kind.value])
    result: Result = module.answer(module.read(field))
    return result


def _error(code: str, sentence: str, field: str | None) -> Result:
    return {"kind": "error", "code": code, "message": sentence, "field": field}
