"""What the lock files promise: names, versions, hashes, and no address of a download."""

import json
import re

import pytest

from places import ROOT

NODE_PROJECTS = [
    *(".", "scripts/bench"),
    *(f"tests/hosts/{host}_project" for host in ("astro", "next", "react", "vite")),
]
REQUIREMENT = re.compile(r"^([A-Za-z0-9_.-]+)==(\S+)", re.MULTILINE)


def pinned(level):
    text = (ROOT / "requirements" / f"{level}.txt").read_text(encoding="utf-8")
    return dict(REQUIREMENT.findall(text))


@pytest.mark.parametrize("folder", NODE_PROJECTS)
def test_package_lock_holds_no_address_of_a_download(folder):
    lock = json.loads((ROOT / folder / "package-lock.json").read_text(encoding="utf-8"))
    installed = {name: entry for name, entry in lock["packages"].items() if name}
    assert [name for name, entry in installed.items() if "resolved" in entry] == []
    assert [name for name, entry in installed.items() if "integrity" not in entry] == []


@pytest.mark.parametrize("folder", NODE_PROJECTS)
def test_package_lock_names_every_package_that_any_system_needs(folder):
    text = (ROOT / folder / "package-lock.json").read_text(encoding="utf-8")
    lock = json.loads(text)["packages"]
    locked = {name.rpartition("node_modules/")[2] for name in lock}
    needed = {
        name
        for entry in lock.values()
        for kind in ("dependencies", "devDependencies", "optionalDependencies")
        for name in entry.get(kind, {})
    }
    assert needed - locked == set()


@pytest.mark.parametrize("level", ["build", "test", "hosts", "jupyter", "bench"])
def test_requirements_have_hashes_and_no_addresses(level):
    text = (ROOT / "requirements" / f"{level}.txt").read_text(encoding="utf-8")
    entries = re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE)[1:]
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in text
    assert "--index-url" not in text


def test_what_tests_need_contains_what_the_build_needs():
    assert pinned("build").items() <= pinned("test").items()


def test_direct_dependencies_of_node_are_pinned_to_one_version():
    package = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    assert "dependencies" not in package, "what a project installs is bundled"
    versions = package["devDependencies"]
    assert [name for name, version in versions.items() if not version[0].isdigit()] == []


def test_numpy_of_the_lock_is_the_one_that_pyodide_carries():
    lock = json.loads((ROOT / "node_modules/pyodide/pyodide-lock.json").read_text(encoding="utf-8"))
    assert pinned("build")["numpy"] == lock["packages"]["numpy"]["version"]
