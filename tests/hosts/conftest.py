"""What tests of other programs share: the built site, one Chromium, and pages of other origins."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

for neighbour in ("python", "browser"):
    sys.path.append(str(Path(__file__).parent.parent / neighbour))

from faulty_site import FaultySite, answering  # noqa: E402 - found in a folder just named
from page_fixtures import (  # noqa: E402 - the same
    browser_type_launch_args,
    no_page_errors,
    page_url,
    site,
)

__all__ = ["browser_type_launch_args", "no_page_errors", "page_url", "site"]


@pytest.fixture
def expected_errors() -> list[str]:
    """A new site has no icon yet; the browser asks for one, and logs that it got none."""
    return ["favicon"]


@pytest.fixture
def serve() -> Iterator[Callable[..., str]]:
    """A function that puts a folder on an origin of its own, below a sub-path: its address."""
    with ExitStack() as stack:

        def address(folder: Path, headers: dict[str, str] | None = None) -> str:
            server = FaultySite(folder, prefix="/some/blog")
            server.faults.headers["*"] = headers or {}
            stack.enter_context(answering(server))
            return str(server.url)

        yield address
