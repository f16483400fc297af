"""Whether a network learns, or was only lucky in its first weights: many starts of one setting."""

from .luck import LuckRun, Setting, begin, go_on, run, sweep, table
from .wilson import wilson_interval

__all__ = [
    "LuckRun",
    "Setting",
    "begin",
    "go_on",
    "run",
    "sweep",
    "table",
    "wilson_interval",
]
