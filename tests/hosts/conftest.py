"""What tests of other programs share with those of the core: the cases, and how a sheet is read."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent / "python"))
