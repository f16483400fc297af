"""How many random examples hypothesis draws, on the host and inside Pyodide alike.

``BACKPROP_EXAMPLES=quick`` is what a build uses. No test has a deadline: how long one takes says
more about the machine than about the core.
"""

import os

from hypothesis import HealthCheck, settings

settings.register_profile("quick", max_examples=5, deadline=None, database=None)
settings.register_profile(
    "full",
    deadline=None,
    database=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(os.environ.get("BACKPROP_EXAMPLES", "full"))
