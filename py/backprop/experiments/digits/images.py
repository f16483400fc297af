"""The images: 1,797 digits written by 43 people, 8×8 dots of 17 greys.

They are the test set of "Optical recognition of handwritten digits" (Alpaydin and Kaynak, 1998,
UCI Machine Learning Repository), as scikit-learn 1.9.1 carries it; `images.licence.txt` beside them
is its licence. The repository does not hold them: a build takes them out of scikit-learn's wheel.
"""

from __future__ import annotations

import zlib
from functools import cache
from os.path import dirname

import numpy as np

from backprop.core.datasets import Dataset

COUNT, SIDE, DIGITS = 1_797, 8, 10
DARKEST = 16
ASIDE = 360
"""Images that are kept aside, to measure by."""


@cache
def images() -> Dataset:
    """All of them, in the order in which they are published.

    Inputs are the greys row by row, `(1797, 64)`, 0 for paper and 1 for the darkest; targets have a
    1 at the place of the digit, `(1797, 10)`.

    Raises:
        FileNotFoundError: the file with the images is not there.
    """
    # A page's Python has neither pathlib nor importlib.resources loaded.
    path = f"{dirname(__file__)}/images.bin"  # noqa: PTH120
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            packed = file.read()
    except FileNotFoundError:
        raise FileNotFoundError(
            f"the images are not in {path}: npm run build takes them out of scikit-learn's wheel"
        ) from None
    values = np.frombuffer(zlib.decompress(packed), dtype=np.uint8)
    greys, digits = values[: COUNT * SIDE**2], values[COUNT * SIDE**2 :]
    return Dataset("digits", greys.reshape(COUNT, -1) / DARKEST, np.eye(DIGITS)[digits])


@cache
def _parts() -> tuple[Dataset, Dataset]:
    return images().split(ASIDE)


def training_set() -> Dataset:
    """The 1,437 images to train on."""
    return _parts()[0]


def aside_set() -> Dataset:
    """The 360 that are kept aside; the same ones in every run."""
    return _parts()[1]
