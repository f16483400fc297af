"""What tests of other programs share: the built site, one Chromium, and pages of other origins."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

for neighbour in ("python", "browser"):
    sys.path.append(str(Path(__file__).parent.parent / neighbour))

import node_projects  # noqa: E402 - found beside this file
from faulty_site import FaultySite, answering  # noqa: E402 - found in a folder just named
from page_fixtures import (  # noqa: E402 - the same
    browser_type_launch_args,
    no_page_errors,
    page_url,
    site,
)

from places import ROOT  # noqa: E402 - the same
from testing.host_environment import host_environment  # noqa: E402 - the same

__all__ = ["browser_type_launch_args", "no_page_errors", "page_url", "site"]


@pytest.fixture
def expected_errors() -> list[str]:
    """A new site has no icon yet; the browser asks for one, and logs that it got none."""
    return ["favicon"]


@pytest.fixture
def serve() -> Iterator[Callable[..., str]]:
    """A function that puts a folder on an origin of its own, below a path: its address."""
    with ExitStack() as stack:

        def address(
            folder: Path, headers: dict[str, str] | None = None, path: str = "/some/blog/"
        ) -> str:
            server = FaultySite(folder, prefix=path)
            server.faults.headers["*"] = headers or {}
            stack.enter_context(answering(server))
            return str(server.url)

        yield address


@pytest.fixture(scope="session")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package that an author installs; packed once for all hosts."""
    tarball: Path = node_projects.tarball(tmp_path_factory.mktemp("packed"))
    return tarball


@pytest.fixture(scope="session")
def python_package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python package as pip installs it, with what the build put into it."""
    folder = tmp_path_factory.mktemp("package")
    source = folder / "source"
    source.mkdir()
    (source / "scripts").mkdir()
    for name in ("pyproject.toml", "LICENSE", "package.json", "scripts/project_version.py"):
        (source / name).write_bytes((ROOT / name).read_bytes())
    (source / "py").symlink_to(ROOT / "py", target_is_directory=True)
    python = host_environment("jupyter") / "python"
    command = [str(python), "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation"]
    command += ["--disable-pip-version-check", "--target", str(folder / "installed"), str(source)]
    subprocess.run(command, check=True, capture_output=True)
    return folder / "installed"
