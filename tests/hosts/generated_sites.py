"""Sites with one post, each from the ordinary starting point of the tool that builds it.

Nothing in them is ours but the text of the post, and the settings that the guide asks for.
"""

from __future__ import annotations

import subprocess
import textwrap
from pathlib import Path

from testing.host_environment import host_environment

PELICAN_ANSWERS = "\n\n\n\nn\nn\n\nn\n"
"""Place, title, author and language as they are, no address, no pages, this time zone, no tasks."""


def run(folder: Path, tool: str, *arguments: str, answers: str = "") -> None:
    """Run a site generator in a folder."""
    command = [str(host_environment("hosts") / tool), *arguments]
    done = subprocess.run(
        command, cwd=folder, input=answers, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def hugo(folder: Path, post: str) -> Path:
    """A new Hugo site in its own new theme; the post is ``posts/figure/``."""
    run(folder, "hugo", "new", "project", "hugo")
    site = folder / "hugo"
    run(site, "hugo", "new", "theme", "plain")
    run(site, "hugo", "new", "content", "posts/figure.md")
    with (site / "hugo.toml").open("a", encoding="utf-8") as settings:
        settings.write("theme = 'plain'\nrelativeURLs = true\n")
        settings.write("[markup.goldmark.renderer]\nunsafe = true\n")
    with (site / "content" / "posts" / "figure.md").open("a", encoding="utf-8") as text:
        text.write(f"\n{post}")
    run(site, "hugo", "--buildDrafts")
    return site / "public"


def mkdocs(folder: Path, post: str, figures: Path) -> Path:
    """A new MkDocs site with a copy of our own folder; the post is ``figure/``."""
    run(folder, "mkdocs", "new", "mkdocs")
    site = folder / "mkdocs"
    (site / "docs" / "figures").symlink_to(figures, target_is_directory=True)
    (site / "docs" / "figure.md").write_text(f"# A figure\n\n{post}", encoding="utf-8")
    run(site, "mkdocs", "build", "--quiet")
    return site / "site"


def pelican(folder: Path, post: str) -> Path:
    """A new Pelican blog; the post is ``a-figure.html``."""
    run(folder, "pelican-quickstart", "-p", "pelican", "-t", "A blog", "-a", "Somebody", "-l", "en",
        answers=PELICAN_ANSWERS)  # fmt: skip
    site = folder / "pelican"
    head = "Title: A figure\nDate: 2026-11-01\nCategory: Notes\n"
    (site / "content" / "figure.md").write_text(f"{head}\n{post}", encoding="utf-8")
    run(site, "pelican", "content", "--relative-urls")
    return site / "output"


def sphinx(folder: Path, post: str) -> Path:
    """A new Sphinx project; the post is ``figure.html``."""
    run(folder, "sphinx-quickstart", "-q", "-p", "Notes", "-a", "Somebody", "-v", "1", "sphinx")
    site = folder / "sphinx"
    with (site / "index.rst").open("a", encoding="utf-8") as contents:
        contents.write("\n   figure\n")
    raw = textwrap.indent(post, "   ")
    text = f"A figure\n========\n\n.. raw:: html\n\n{raw}"
    (site / "figure.rst").write_text(text, encoding="utf-8")
    run(site, "sphinx-build", "-q", "-b", "html", ".", "_build")
    return site / "_build"
