"""Figures at which a text breaks off: "up from $3.13" may have lost its "million", or its last digits."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tidewaiter.claims.claim import Claim
from tidewaiter.documents.document import Document

#: What is left of a word or of "and so on" behind the last figure.
_REST = re.compile(r"\s?\w{0,8}\s*(?:…|\.\.\.|\[…\]|\[\.\.\.\])?\s*")
#: Whether a text ends its sentences with stops at all.
_STOPS = re.compile(r"[.!?](?=\s)|[。！？]")
#: How much of a text is looked through for one.
_FAR = 4000

#: What is said of such a figure.
REASON = "The text breaks off at this figure, so it may lack its last digits or words."


def cut_off(document: Document, claims: Iterable[Claim]) -> Claim | None:
    """The figure at which a text breaks off in the middle of a sentence; None where it comes to its end."""
    last = max(claims, key=lambda claim: claim.end, default=None)
    body = document.body
    if last is None or not body.blocks or body.blocks[-1].kind != "paragraph":
        return None
    start, end = body.locate(last.start), body.locate(last.end)
    first = body.locate(last.sentence[0])
    if body.text.count("(", first, start) > body.text.count(")", first):
        # "Half of what it was ($109." has lost its bracket, and who knows what before that.
        return last
    if _REST.fullmatch(body.text, end) is None or _STOPS.search(body.text[max(0, start - _FAR) : start]) is None:
        return None
    return last
