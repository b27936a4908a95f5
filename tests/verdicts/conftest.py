"""The made-up ledger of tests/analysis serves these tests, too."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent / "analysis"))
