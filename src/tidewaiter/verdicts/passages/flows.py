"""Which way the words beside a figure say that goods went: out, in, or both ways together.

A reader of texts can take one direction of a trade for both, or one for the other. Before a figure that does not fit is
called wrong, its own words are asked again, by a coarser hand that only wants to know whether they leave any doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from tidewaiter.claims.claim import Claim
from tidewaiter.documents.document import Document
from tidewaiter.reference.countries import CountryMention, find_countries
from tidewaiter.reference.han_scripts import in_either, simplified
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.tables import table
from tidewaiter.verdicts.wordlist import WordList

OUT, IN, BOTH = "out", "in", "both"

#: What ends the words that belong to a figure, beside the figures next to it.
_BREAK = re.compile(
    r"[,;:()\[\]，；：、（）。]|\s[-–—]+\s|\b(?:while|whereas|against|compared|versus|than)\b"
    r"|\b(?:out(?:paced|stripped|weighed|numbered)|exceed(?:ed|ing|s)?|surpass(?:ed|ing|es)?)\b"
    r"|\band (?=(?:exported|imported|bought|sold|shipped|purchased)\b)"
    r"|\band (?:its |their |the )?(?=(?:exports|imports|sales|purchases|shipments)\b)",
    re.IGNORECASE,
)
_NOTE = re.compile(r"[(（][^()（）]{0,40}[)）]")
#: "Imports: US$3.64 billion": what a label names belongs to the figure behind it.
_LABEL = re.compile(r"\s*:\s*[+-]?\s*(?:US|[A-Z]{3}\s?)?[$€£¥₹₩]?\s*")
#: A country this near to a flow's word is whose flow it is, or where it leads: "China's exports", "exports to China".
_NEAR = 14
#: Korean phrases for a part of what was said, which a particle and the next word may spell by chance.
_AMONG = re.compile(r"(?:[이그] ?)?(?:중|가운데)")
#: Trade without some goods, and how far the first lines of a text reach.
_NON, _OPENING = re.compile(r"\bnon-(?:oil|petroleum|energy|hydrocarbon|mineral|gold|crude)\b", re.IGNORECASE), 400
#: Stretches of text whose kinds are remembered.
_REMEMBERED = 1024
#: The sentence before is read this far back.
_BEFORE = 400
_STOP = re.compile(r"[.!?。！？][\"'”’)]*\s+|\n|[。！？]")


def _words() -> dict[str, list[str]]:
    words: dict[str, list[str]] = table("flows")
    return words


@cache
def _list(kind: str) -> WordList:
    return WordList(sorted(map(str, _words()[kind]), key=len, reverse=True), _one)


def as_word(word: str) -> str:
    """A phrase of another script as it is looked for: "이 중" is none of "북한이 중국에서"; Chinese in both scripts."""
    pattern = in_either(re.escape(simplified(word)))
    if _AMONG.fullmatch(word) is None:
        return pattern
    return rf"(?<![가-힣]){pattern}" + (r"(?:(?=에)|(?![가-힣]))" if word.endswith("중") else "")


def _one(word: str) -> str:
    if not word.isascii():
        return as_word(word)
    stem = re.escape(word.removesuffix("*"))
    return rf"(?<![A-Za-z]){stem}" + (r"\w{0,12}" if word.endswith("*") else r"(?![A-Za-z])")


@lru_cache(maxsize=_REMEMBERED)
def kinds(text: str) -> frozenset[str]:
    """Which of out, in and both a text speaks of, names such as "trade ministry" left out."""
    text = _list("neutral").blanked(text)
    found = {BOTH} if _list(BOTH).holds(text) else set()
    text = _list(BOTH).blanked(text)
    return frozenset(found | {kind for kind in (OUT, IN) if _list(kind).holds(text)})


def names(text: str, *, two_way: bool) -> bool:
    """Whether a text may speak of trade both ways, or of one way of it, however vaguely."""
    if two_way:
        return BOTH in kinds(text) or {OUT, IN} <= kinds(text)
    return bool(kinds(text) & {OUT, IN}) or _list("one_way").holds(text)


def sentence(document: Document, claim: Claim) -> str:
    """The figure's sentence in the body, where links and escapes are undone."""
    body = document.body
    return body.text[body.locate(claim.sentence[0]) : body.locate(claim.sentence[1])]


def sentence_before(document: Document, claim: Claim) -> str:
    """The sentence before the figure's own, a heading included; empty at the beginning."""
    body = document.body
    start = body.locate(claim.sentence[0])
    before = body.text[max(0, start - _BEFORE) : start].rstrip()
    stops = [match.end() for match in _STOP.finditer(before) if match.end() < len(before)]
    return before[stops[-1] :] if stops else before


def beside(document: Document, claim: Claim, figures: Iterable[Claim]) -> str:
    """The words that belong to a figure alone: up to the figures beside it and to what breaks the sentence."""
    body = document.body
    first, last = (body.locate(end) for end in claim.sentence)
    start, end = body.locate(claim.start), body.locate(claim.end)
    for other in figures:
        if other.sentence == claim.sentence:
            if other.end <= claim.start:
                first = max(first, body.locate(other.end))
            elif other.start >= claim.end:
                last = min(last, body.locate(other.start))
    # "Exports (customs cleared, provisional) of 355 million": a note without figures parts nothing.
    before, after = _NOTE.sub("", body.text[first:start]), body.text[end : max(end, last)]
    cuts = [match.end() for match in _BREAK.finditer(before) if not _LABEL.fullmatch(before[match.start() :])]
    stop = _BREAK.search(after)
    return f"{before[cuts[-1] if cuts else 0 :]} {after[: stop.start()] if stop else after}"


def plain(document: Document, claim: Claim, figures: Sequence[Claim]) -> bool:
    """Whether the words say which flow a figure is of as plainly as words can, and just the flow that was read.

    For one way, the sentence must not speak of the other one, too, and the countries beside the flow's words must stand
    on the sides that were read.
    """
    spoken = kinds(sentence(document, claim))
    near = kinds(beside(document, claim, figures)) or (spoken if _alone(claim, figures) else frozenset())
    way = scope.direction(claim)
    if way is None:
        return near == {BOTH}
    return near in ({OUT}, {IN}) and not spoken >= {OUT, IN} and _ways(document, claim).get(next(iter(near))) == way


def spoken_way(document: Document, claim: Claim, figures: Sequence[Claim]) -> tuple[str, str] | None:
    """Who sent and who received, as the words beside the figure and the countries in its sentence have it."""
    near = kinds(beside(document, claim, figures))
    return _ways(document, claim).get(next(iter(near))) if near in ({OUT}, {IN}) else None


def gainsaid(document: Document, claim: Claim, figures: Sequence[Claim]) -> bool:
    """Whether the words beside a figure speak of another flow than the one that was read."""
    near = kinds(beside(document, claim, figures))
    if scope.direction(claim) is None:
        return bool(near - {BOTH})
    return BOTH in near


def _alone(claim: Claim, figures: Iterable[Claim]) -> bool:
    """Whether no other figure of the sentence is of the same goods, time and unit."""
    return not any(
        other is not claim
        and other.sentence == claim.sentence
        and other.unit == claim.unit
        and other.measure == claim.measure
        and not scope.periods_clash(other, claim)
        and not scope.goods_clash(other, claim)
        for other in figures
    )


def _ways(document: Document, claim: Claim) -> dict[str, tuple[str, str]]:
    """Who sent and who received what goes out and what comes in, from the countries beside such words in a sentence.

    Only of the claim's two countries. "China's exports" says that its imports came from the other one. Empty where the
    words disagree.
    """
    text = sentence(document, claim)
    mentions = [mention for mention in find_countries(text) if mention.alpha3 in scope.named_pair(claim)]
    blank = _list(BOTH).blanked(_list("neutral").blanked(text))
    found = {
        doer
        for kind in (OUT, IN)
        for match in _list(kind).pattern.finditer(blank)
        for mention in mentions
        for doer in _doers(text, mention, match, claim, kind)
    }
    if len(found) != 1:
        return {}
    (home,) = found
    there = (home, _other(claim, home))
    return {OUT: there, IN: there[::-1]}


def _doers(text: str, mention: CountryMention, word: re.Match[str], claim: Claim, kind: str) -> Iterator[str]:
    """Whose exports or imports a flow's word means, by a country beside it; none where that is too far to tell."""
    own = mention.alpha3
    if own is None:
        return
    other = _other(claim, own)
    if 0 <= word.start() - mention.end <= _NEAR:
        marks = tuple(_words()["before_country"])
        led = text[: mention.start].rstrip().endswith(marks) or text[mention.start :].startswith(marks)
        yield other if led or text[mention.end :].startswith(tuple(_words()["after_country"])) else own
    if 0 <= mention.start - word.end() <= _NEAR:
        between = text[word.end() : mention.start]
        yield own if re.search(r"\bfrom\b" if kind == OUT else r"\b(?:to|into)\b", between) else other


def _other(claim: Claim, country: str) -> str:
    (other,) = scope.named_pair(claim) - {country}
    return other


def sole_trade(document: Document) -> frozenset[str]:
    """ "Non-oil", where the first lines of a text say that all its trade is: it sets no figure apart from others."""
    opening = document.body.text[:_OPENING]
    return frozenset(word.casefold() for word in _NON.findall(opening))


def without_words(text: str, words: Iterable[str]) -> str:
    """A text without some words, however they are spelled in it."""
    for word in words:
        text = re.sub(re.escape(word), "", text, flags=re.IGNORECASE)
    return text
