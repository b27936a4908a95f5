"""Numbers that are no figures: dates, clock times, names, labels, ranks, telephone numbers, scores, addresses.

A mask is a code on a token. Every rule looks at a bounded neighbourhood of one number, so masking is linear in length.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from tidewaiter.claims.numbers.dates import Dates
from tidewaiter.claims.numbers.names import Names
from tidewaiter.claims.numbers.serials import Serials
from tidewaiter.claims.numbers.surroundings import CONTACT, PRICE, Surroundings

_ADDRESS = re.compile(r"https?://\S{1,2000}|\bwww\.\S{1,2000}")
_MAIL_REACH = 64
#: A longer paragraph that mentions subscribers is prose, not an offer.
_LONGEST_OFFER = 300
_NAMED = frozenset({"subscription"})


def mask(around: Surroundings, anchors: Sequence[int], *, general: bool = False) -> None:
    """Set the mask code of every number among the anchors that is no figure; what an offer costs is a quantity."""
    _mask_addresses(around)
    _mask_offers(around, general=general)
    names, dates, serials = Names(around, general=general), Dates(around), Serials(around)
    words, codes = around.tokens.words, around.codes
    for i in anchors:
        if not codes[i]:
            names.mark(i)
        word = words[i]
        if not codes[i] and word[0].isdecimal():
            codes[i] = names.code(i, word) or dates.code(i, word) or serials.code(i, word)


def _mask_addresses(around: Surroundings) -> None:
    """URLs, and what stands around an @."""
    text = around.tokens.text
    if "://" in text or "www." in text:
        _mark_stretches(around, ((m.start(), m.end()) for m in _ADDRESS.finditer(text)), CONTACT)
    at = text.find("@")
    stretches = []
    while at >= 0:
        start, end = at, at + 1
        while start > 0 and at - start < _MAIL_REACH and not text[start - 1].isspace():
            start -= 1
        while end < len(text) and end - at < _MAIL_REACH and not text[end].isspace():
            end += 1
        stretches.append((start, end))
        at = text.find("@", end)
    _mark_stretches(around, stretches, CONTACT)


def _mask_offers(around: Surroundings, *, general: bool) -> None:
    """Paragraphs that sell a subscription or count free articles; that there is one sells nothing to a general text."""
    low = around.tokens.text.lower()
    stretches = []
    for cue in around.vocabulary.words["subscription"] - (_NAMED if general else frozenset()):
        at = low.find(cue)
        while at >= 0:
            start = low.rfind("\n", 0, at) + 1
            end = low.find("\n", at)
            end = len(low) if end < 0 else end
            if end - start <= _LONGEST_OFFER and len(low) == len(around.tokens.text):
                stretches.append((start, end))
            at = low.find(cue, end)
    _mark_stretches(around, sorted(stretches), PRICE)


def _mark_stretches(around: Surroundings, stretches: Iterable[tuple[int, int]], code: int) -> None:
    starts = around.tokens.starts
    for start, end in stretches:
        for k in range(bisect_left(starts, start), bisect_left(starts, end)):
            around.codes[k] = code
