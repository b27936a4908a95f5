"""`python -m tidewaiter` is the command `tidewaiter`, for whoever has not its folder on the path."""

from __future__ import annotations

import sys

from tidewaiter.faces.cli import main

if __name__ == "__main__":
    sys.exit(main())
