"""The made-up ledger of tests/analysis serves these tests, too."""

import sys
from pathlib import Path

from hypothesis import settings

# What a property takes depends on what else the machine does: speed is measured in benchmarks alone.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
sys.path.append(str(Path(__file__).parent.parent / "analysis"))
