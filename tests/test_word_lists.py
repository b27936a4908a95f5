"""Word lists of the packages hold each of their words once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

SOURCE = Path(__file__).parent.parent / "src" / "tidewaiter"
LISTS = sorted(
    path for room in ("claims/lang", "verdicts/data", "documents/vocabulary") for path in (SOURCE / room).glob("*.yml")
)


def _lists(node: Any, place: str = "") -> Iterator[tuple[str, list[Any]]]:
    """The lists of plain words in a file, each with where it stands."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from _lists(value, f"{place}/{key}")
    elif isinstance(node, list) and not any(isinstance(item, (dict, list)) for item in node):
        yield place, node
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from _lists(value, f"{place}/{number}")


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_no_word_stands_twice_in_a_list(path: Path) -> None:
    twice = {
        place: [word for word, times in Counter((type(w).__name__, w) for w in words).items() if times > 1]
        for place, words in _lists(yaml.safe_load(path.read_text(encoding="utf-8")))
    }
    assert {place: words for place, words in twice.items() if words} == {}
