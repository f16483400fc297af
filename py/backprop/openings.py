"""What each figure of the explainer asks first: the message whose answer the build records.

The networks, inputs and rates of a figure are numbers, and numbers live here, not on the page.
"""

from __future__ import annotations

from typing import Any

OPENINGS: dict[str, dict[str, Any]] = {}
"""Figure → its first message to the engine, see `engine.handle`."""
