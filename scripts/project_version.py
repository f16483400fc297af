"""The version of the project, npm's package and Python's alike; package.json alone states it."""

from __future__ import annotations

import json
from pathlib import Path

# Setuptools loads this file by itself, so it imports nothing that lies beside it.
PACKAGE = Path(__file__).resolve().parent.parent / "package.json"
VERSION: str = json.loads(PACKAGE.read_text(encoding="utf-8"))["version"]
