"""Reasons why a figure that does not fit the ledger may still be right: measured otherwise, or read wrongly by us."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import Any

from tidewaiter.claims.claim import Claim
from tidewaiter.documents.document import Document

#: Who must be speaking for a customs book to be the measure of it. Anonymous sources, experts and reports often count
#: differently, and so do officials of the country that keeps no book.
_CUSTOMS_SPEAKERS = ("official_statistics", "media", "author")


@cache
def _table() -> dict[str, Any]:
    import yaml

    text = (resources.files("tidewaiter.verdicts") / "data" / "caution.yml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """All words of a list as one alternation of literals, which is searched in one pass."""
    return re.compile("|".join(_one(str(word)) for word in _table()[name]["words"]), re.IGNORECASE)


def _one(word: str) -> str:
    if not word[0].isascii():
        return re.escape(word)
    stem = re.escape(word.removesuffix("*"))
    # "UN" is not the Un of a name.
    cased = f"(?-i:{stem})" if word.isupper() else stem
    return rf"(?<!\w){cased}" + ("" if word.endswith("*") else r"(?!\w)")


def _found(name: str, *texts: str | None) -> str | None:
    """The meaning of a list where one of its words stands in a text, with the word; else None."""
    for text in texts:
        match = _pattern(name).search(text) if text else None
        if match is not None:
            return f"{_table()[name]['meaning']} (“{match[0]}”)"
    return None


def sentence(document: Document, claim: Claim) -> str:
    """The claim's sentence as it stands in the original."""
    start, end = claim.sentence
    return document.text[start:end]


def measured_otherwise(document: Document, claim: Claim) -> str | None:
    """Why the claim may measure something else than a customs book does; None where nothing says so."""
    if claim.modality != "asserted":
        return f"it is {claim.modality}, not asserted"
    if claim.source_kind not in _CUSTOMS_SPEAKERS:
        return "it is not said to come from customs"
    text = sentence(document, claim)
    return (
        _found("source", claim.attribution, text)
        or _found("part", text)
        or _found("more", text)
        or _found("elsewhere", claim.attribution, document.body.text)
    )


def says_nothing_at_all(claim: Claim) -> bool:
    """Whether a claim of zero is worded as none in the whole period, and not as an end that came within it."""
    return claim.qualifier == "exact" and _found("nothing", claim.text) is not None
