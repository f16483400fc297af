"""The page's registry of figures: what each is called, and the module that it is fetched from."""

from __future__ import annotations

import re

from places import ROOT

REGISTRY = "web/figures/figure_kinds.js"
KIND = re.compile(r'^  (\w+): later\(\(\) => import\("\./(.+?)"\)', re.MULTILINE)


def figure_modules() -> dict[str, str]:
    """Name → module, in the order of the article."""
    text = (ROOT / REGISTRY).read_text(encoding="utf-8")
    return {name: f"web/figures/{module}" for name, module in KIND.findall(text)}
