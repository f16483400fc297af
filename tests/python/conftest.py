"""How many random examples hypothesis draws, on the host and inside Pyodide alike.

``BACKPROP_EXAMPLES`` is ``quick`` in a build and ``some`` when all tests run inside Pyodide, which
is ten times slower: the host has drawn thousands by then, and what differs between the two
interpreters shows in a few. No test has a deadline: how long one takes says
more about the machine than about the core.
"""

import os

from hypothesis import HealthCheck, settings

settings.register_profile("quick", max_examples=5, deadline=None, database=None)
settings.register_profile("some", max_examples=25, deadline=None, database=None)
settings.register_profile(
    "full",
    deadline=None,
    database=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(os.environ.get("BACKPROP_EXAMPLES", "full"))
