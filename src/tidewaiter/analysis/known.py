"""Whether there is what a question names: a source, a code. What there is not gets its nearest neighbours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING

from tidewaiter.errors import UsageError
from tidewaiter.reference import editions
from tidewaiter.reference.search import did_you_mean
from tidewaiter.sources import press, registry
from tidewaiter.sources.sql import literal

if TYPE_CHECKING:
    from tidewaiter.ledger.store import Ledger

_DIGITS = re.compile(r"\d{2,12}\Z")
_SUBHEADING = 6


def check_source(ledger: Ledger, source: str) -> None:
    """UsageError for a source that has neither a card nor a row in the ledger."""
    if source == press.SOURCE or any(card.id == source for card in registry.cards()):
        return
    rows = ledger.connect().execute("SELECT DISTINCT m.source AS source FROM months AS m ORDER BY source").fetchall()
    held = [name for (name,) in rows]
    if source not in held:
        known = list(dict.fromkeys([*held, *(card.id for card in registry.cards())]))
        meant = did_you_mean(get_close_matches(source, known, n=2)) or f"one of {', '.join(known)}"
        raise UsageError(f"no such source: {source!r}", cure=meant)


def check_codes(ledger: Ledger, codes: Sequence[str]) -> None:
    """UsageError for a code that no edition of the HS has whose list is held, and no row of the ledger."""
    for code in codes:
        if not _DIGITS.match(code) or _is_listed(code) or _is_held(ledger, code):
            continue
        near = did_you_mean(_near(code))
        raise UsageError(
            f"no such HS code: {code!r}",
            cure=near or "codes have 2, 4, 6 or more digits: see a customs tariff, or tidewaiter goods",
        )


def _is_listed(code: str) -> bool:
    return len(code) % 2 == 0 and any(editions.exists(code, each) for each in editions.editions_held())


def _is_held(ledger: Ledger, code: str) -> bool:
    """Whether a row has the very code or a finer one: national codes, and those of editions before HS2012."""
    where = f"c.hs LIKE {literal(code + '%')}" if len(code) % 2 == 0 else f"c.hs = {literal(code)}"
    return bool(ledger.connect().execute(f"SELECT 1 AS found FROM codes AS c WHERE {where} LIMIT 1").fetchall())


def _near(code: str) -> list[str]:
    """Codes like one that is none: of those that begin so, else of its heading, else of its chapter."""
    known = set[str]().union(*(editions.subheadings("", each) for each in editions.editions_held()))
    width = min(len(code) + len(code) % 2, _SUBHEADING)
    cut = sorted({each[:width] for each in known})
    for shared in (len(code), 4, 2):
        beside = [each for each in cut if each[:shared] == code[:shared]]
        if beside:
            return get_close_matches(code[:width], beside, n=3) or beside[:1]
    return []
