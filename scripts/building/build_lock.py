"""One build at a time in one folder."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from places import CACHE

if sys.platform == "win32":
    import msvcrt

    def take(file: IO[str]) -> bool:
        """Lock the file if nobody holds it."""
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def take(file: IO[str]) -> bool:
        """Lock the file if nobody holds it."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


@contextmanager
def one_build_at_a_time() -> Iterator[None]:
    """Wait until no other build works in this folder; a build that dies lets go by itself."""
    CACHE.mkdir(exist_ok=True)
    with (CACHE / "build.lock").open("w") as file:
        if not take(file):
            print("Waiting for another build in this folder …", flush=True)
            while not take(file):
                time.sleep(0.2)
        yield
