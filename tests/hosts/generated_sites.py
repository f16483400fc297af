"""Sites with one post, each from the ordinary starting point of the tool that builds it.

Nothing in them is ours but the text of the post and the settings that the guide asks for.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

from host_environment import host_environment


def run(folder: Path, tool: str, *arguments: str) -> None:
    """Run a site generator."""
    command = [str(host_environment("hosts") / tool), *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def hugo(folder: Path, url: str, post: str) -> Path:
    """A new Hugo site with Hugo's own new theme."""
    run(folder, "hugo", "new", "project", "site")
    site = folder / "site"
    run(site, "hugo", "new", "theme", "plain")
    run(site, "hugo", "new", "content", "posts/figure.md")
    with (site / "hugo.toml").open("a", encoding="utf-8") as settings:
        settings.write("theme = 'plain'\n[markup.goldmark.renderer]\nunsafe = true\n")
    with (site / "content" / "posts" / "figure.md").open("a", encoding="utf-8") as text:
        text.write(post)
    run(site, "hugo", "--buildDrafts", "--baseURL", url)
    return site / "public"
