"""Whether a network learns, or was only lucky in its first weights: many starts of one setting."""

from .luck import LuckRun, Setting, begin, go_on, run, sweep, table
from .wilson import difference_interval, wilson_interval

__all__ = [
    "LuckRun",
    "Setting",
    "begin",
    "difference_interval",
    "go_on",
    "run",
    "sweep",
    "table",
    "wilson_interval",
]
