"""Whom a Korean word of trade names: which of the countries before it are its ends, and which end each is."""

from __future__ import annotations

from tidewaiter.claims.asian.parties import is_bare
from tidewaiter.claims.context import Context
from tidewaiter.claims.lexicon import Cue
from tidewaiter.claims.reading import Reading
from tidewaiter.claims.scene import Flow, Party


def cut_off(text: str, start: int, end: int) -> bool:
    """ "중국산이 점령…작년 김치 수입": what a headline parts by dots belongs apart."""
    return "…" in text[start:end] or "..." in text[start:end]


def toward_home(
    reading: Reading, named: list[Party], cue: Cue, context: Context, lead: Flow | None, *, apiece: bool
) -> list[Party]:
    """ "미국 수출이" in a text about Korea's trade: to the US, not by it."""
    known = context.home or (lead.home if lead is not None else None)
    last = named[-1]
    if known is None or last.code == known or not is_bare(reading.text, last, cue.start):
        return named
    if known != "KOR" and not apiece and (context.paired or last.code in context.pair.everyone):
        # Only at home is "X 수출" plainly to X; a text about two countries speaks of either's exports so.
        return named
    partners = [Party(last.start, last.end, last.code, "toward", False, weak=last.weak)]
    for party in reversed(named[:-1]):
        # "카자흐스탄과 조지아 수출": to both.
        between = reading.text[party.end : partners[0].start]
        if party.owner or party.code == known or between not in {"과 ", "와 ", ", ", "·", "ㆍ"}:
            break
        partners.insert(0, Party(party.start, party.end, party.code, "toward", False, weak=party.weak))
    return [*named[: len(named) - len(partners)], *partners]
