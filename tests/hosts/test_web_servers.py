"""The built folder below a path of web servers as they come, which know nothing of our files."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hosted_figures import assert_numbers_are_right, assert_xor_is_learnt
from running_servers import apache, http_server, nginx

from places import DIST

pytestmark = pytest.mark.usefixtures("no_page_errors")


@pytest.fixture(scope="module")
def public() -> Iterator[Path]:
    """A folder that any user of this machine may read, with the site a few folders below it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        shutil.copytree(DIST, folder / "some" / "where")
        yield folder


@pytest.mark.parametrize("serve", [nginx, apache, http_server], ids=lambda serve: serve.__name__)
def test_figures_live_on_a_server_as_it_comes(page, public, tmp_path, serve):
    tmp_path.chmod(0o755)
    with serve(public, tmp_path) as address:
        page.goto(address + "some/where/embed.html?figure=network&preset=2-2-1-a")
        assert_numbers_are_right(page)
        page.goto(address + "some/where/")
        assert_xor_is_learnt(page)
