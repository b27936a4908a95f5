"""Notes to a series, told once: what holds for many periods is said of the first and the last of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_PERIOD = re.compile(r"\b\d{4}(?:-\d{2})?\b")
#: So many notes that differ only in their periods are still told one by one.
_FEW = 2


def condensed(notes: Iterable[str]) -> Iterator[str]:
    """The notes in order, those alike but for their periods as one."""
    alike: dict[str, list[str]] = {}
    for note in notes:
        alike.setdefault(_PERIOD.sub("…", note), []).append(note)
    for same in alike.values():
        first = _PERIOD.search(same[0])
        last = _PERIOD.search(same[-1])
        if len(same) <= _FEW or first is None or last is None:
            yield from same
        else:
            span = f"{first[0]} to {last[0]}"
            yield f"{same[0][: first.start()]}{span} ({len(same)} periods){same[0][first.end() :]}"
