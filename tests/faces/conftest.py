"""No test of a face reads the settings or the ledger of whoever runs it."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def nobodys_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "LOCALAPPDATA", "APPDATA"):
        monkeypatch.setenv(name, str(home))
    for name in ("CONFIG", "LEDGER", "COUNTRY", "GOODS", "COLOUR", "JOBS"):
        monkeypatch.delenv(f"TIDEWAITER_{name}", raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    return home
