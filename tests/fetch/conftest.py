"""No test waits as long as a service would have it, and none reads or writes anybody's own folders."""

from collections.abc import Iterator
from pathlib import Path

import pytest

stamina = pytest.importorskip("stamina", reason="needs the extra fetch")
pytest.importorskip("httpx2", reason="needs the extra fetch")


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Retries without a pause, and an empty home."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "LOCALAPPDATA", "APPDATA"):
        monkeypatch.setenv(name, str(home))
    with stamina.set_testing(True, attempts=6, cap=True):
        yield home
