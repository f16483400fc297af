"""Handwritten digits: what the gradient of the first layer does while a network learns them."""

from .digits import (
    DigitsRun,
    Setting,
    batch_gradients,
    begin,
    confusion,
    go_on,
    input_gradient,
    run,
)
from .epoch_record import EpochRecord
from .images import aside_set, images, training_set
from .printed_table import table
from .strokes import bitmap, greys

__all__ = [
    "DigitsRun",
    "EpochRecord",
    "Setting",
    "aside_set",
    "batch_gradients",
    "begin",
    "bitmap",
    "confusion",
    "go_on",
    "greys",
    "images",
    "input_gradient",
    "run",
    "table",
    "training_set",
]
