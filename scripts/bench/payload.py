"""What a reader's browser has to fetch, brotli at its best."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

import brotli

from bench.floors import Floor, Row
from bench.served_site import SITE
from building.brotli_files import QUALITY
from building.step_cache import files_under

BEST = 11
WORKER = "engine-worker.js"


def sent_bytes(path: Path) -> int:
    """Bytes of the file in brotli 11, or as it is when that is smaller."""
    packed = path.with_name(path.name + ".br")
    if packed.is_file() and QUALITY == BEST:
        return packed.stat().st_size
    content = path.read_bytes()
    return min(len(content), len(brotli.compress(content, quality=BEST)))


def python_row() -> Row:
    """Everything that Python needs: interpreter, standard library, NumPy, the core."""
    files = [path for path in files_under(SITE / "runtime") if path.suffix != ".br"]
    sizes = {path.name: sent_bytes(path) for path in files}
    megabytes = sum(sizes.values()) / 1e6
    return Row(
        "bytes: everything Python needs, brotli 11",
        f"{megabytes:.2f} MB",
        value=megabytes,
        floor=Floor(most=5.6, unit=" MB"),
        samples=sizes,
    )


def script_rows(urls: list[str], first: int) -> list[Row]:
    """The page's own JavaScript, from the addresses that the browser asked for.

    Args:
        urls: what was loaded as script, in that order.
        first: how many of them before Python was there.
    """
    sizes = script_sizes(urls[:first])
    every = script_sizes(urls)
    worker = sizes.pop(WORKER, 0)
    every.pop(WORKER, 0)
    kilobytes = sum(sizes.values()) / 1e3
    recorded = sum(sent_bytes(p) for p in files_under(SITE / "recorded") if p.suffix != ".br")
    return [
        Row(
            "bytes: the page's JavaScript before Python",
            f"{kilobytes:.1f} kB",
            value=kilobytes,
            floor=Floor(most=120, unit=" kB"),
            samples=sizes,
        ),
        Row(
            "  and with the network's and XOR's",
            f"{sum(every.values()) / 1e3:.1f} kB",
            samples=every,
        ),
        Row("  and the worker's", f"{worker / 1e3:.1f} kB"),
        Row("  and the recorded results", f"{recorded / 1e3:.1f} kB"),
    ]


def script_sizes(urls: list[str]) -> dict[str, int]:
    """Bytes of each script of the site, by its name."""
    names = sorted({unquote(urlsplit(url).path).partition("/dist/")[2] for url in urls})
    return {name: sent_bytes(SITE / name) for name in names}
