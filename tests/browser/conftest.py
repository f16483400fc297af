"""What every browser test has."""

from __future__ import annotations

import pytest
from faulty_site import Faults
from page_fixtures import (
    axe,
    browser_type_launch_args,
    expected_errors,
    faults,
    host,
    network_url,
    no_page_errors,
    page_of_all_tests,
    page_url,
    running_page,
    site,
    traffic,
    xor_url,
)

__all__ = [
    "axe",
    "browser_type_launch_args",
    "expected_errors",
    "faults",
    "host",
    "network_url",
    "no_page_errors",
    "page_of_all_tests",
    "page_url",
    "running_page",
    "site",
    "traffic",
    "xor_url",
]


@pytest.fixture(autouse=True)
def alert(faults: Faults, no_page_errors: None) -> None:
    """Mend the site after each test, and hear the errors of each page."""
