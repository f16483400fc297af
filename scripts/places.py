"""Where things are in this project; every script reads its paths here."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = ROOT / "scripts"
NODE_MODULES = ROOT / "node_modules"
CORE = ROOT / "py" / "backprop"
WIDGET = CORE / "widget"
WEB = ROOT / "web"
TESTS = ROOT / "tests"
DIST = ROOT / "dist"
CACHE = ROOT / ".cache"
