"""Every kind of message, and the module that has a `read` and an `answer` for it.

A module is imported when it is first asked. So `take_home` need not be there before.
"""

from backprop.figures import registry

KINDS = {
    "describe": "backprop.engine.describe",
    **registry.MODULES,
    "export": "backprop.take_home.export",
}
