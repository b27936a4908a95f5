"""Reasons why a figure that does not fit the ledger may still be right: measured otherwise, or read wrongly by us."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

from tidewaiter.claims import periods
from tidewaiter.claims.claim import Claim
from tidewaiter.documents.document import Document
from tidewaiter.period import Period
from tidewaiter.reference import countries, goods
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.tables import table
from tidewaiter.verdicts.wordlist import WordList

#: Who must be speaking for a customs book to be the measure of it. Anonymous sources, experts and reports often count
#: differently, and so do officials of the country that keeps no book.
_CUSTOMS_SPEAKERS = ("official_statistics", "media", "author")


#: Why a figure whose time was only inferred is not called wrong (`Claim.guessed`).
GUESSED = "the text does not say when it was written, so its months may be those of another year"

#: How the rule begins that read a comparison off the words beside the figure.
_COMPARED = ("compared with", "from one figure to another")
#: The comparisons that name their own base.
_KINDS = ("yoy", "mom", "ytd_yoy")


#: A country's name ends so near before "customs", and begins no further before it than this.
_BESIDE, _OWNER = 3, 40
_PAUSE = re.compile(r"[,;:.，；：、。]")
#: Characters of a paragraph that are looked through for goods.
_FAR_BACK = 2000
#: Sentences and texts remembered, since many figures stand in one.
_KEPT = 512


def _table() -> dict[str, Any]:
    loaded: dict[str, Any] = table("caution")
    return loaded


@cache
def _list(name: str) -> WordList:
    return WordList(map(str, _table()[name]["words"]), _one)


def _one(word: str) -> str:
    if not word[0].isascii():
        return re.escape(word)
    stem = re.escape(word.removesuffix("*"))
    # "UN" is not the Un of a name.
    cased = f"(?-i:{stem})" if word.isupper() else stem
    return rf"(?<!\w){cased}" + (r"\w*" if word.endswith("*") else r"(?!\w)")


def _found(name: str, *texts: str | None, but: frozenset[str] = frozenset()) -> str | None:
    """The meaning of a list where one of its words stands in a text, with the word; `but` are words that do not count.

    None where there is none.
    """
    return next((found for text in texts if text and (found := _found_in(name, text, but))), None)


@lru_cache(maxsize=_KEPT)
def _found_in(name: str, text: str, but: frozenset[str]) -> str | None:
    if not _list(name).may_stand(text):
        return None
    words = (match[0] for match in _list(name).pattern.finditer(text))
    word = next((word for word in words if word.casefold() not in but), None)
    return None if word is None else f"{_table()[name]['meaning']} (“{word}”)"


@cache
def _names_of(sources: frozenset[str]) -> frozenset[str]:
    """What a text calls the publishers of some books."""
    known: dict[str, list[str]] = _table()["publishers"]
    return frozenset(str(word).casefold() for source in sources for word in known.get(source, ()))


def sentence(document: Document, claim: Claim) -> str:
    """The claim's sentence as it stands in the original."""
    start, end = claim.sentence
    return document.text[start:end]


def measured_otherwise(document: Document, claim: Claim, *, books: Iterable[str] = ()) -> str | None:
    """Why the claim may measure something else than a customs book does; None where nothing says so.

    `books` are the sources of what it is held against: a text that names their publisher means them.
    """
    if claim.modality != "asserted":
        return f"it is said as {claim.modality}, not as a fact"
    if claim.source_kind not in _CUSTOMS_SPEAKERS:
        return "it is not said to come from customs"
    text = sentence(document, claim)
    return (
        _found("source", claim.attribution, text, but=_names_of(frozenset(books)))
        or _found("part", text)
        or _found("more", text)
        or (None if _runs(claim) else _found("running", text))
        or (_found("monthly", text) if _is_of_months(claim) else None)
        or _found("elsewhere", claim.attribution, document.body.text)
    )


def of_a_part(text: str) -> bool:
    """Whether a sentence may speak of a part of a trade only: of a province, a port, a border gate, aid."""
    return _found("part", text) is not None


def _is_of_months(claim: Claim) -> bool:
    """Whether a figure was read as one of more than a month."""
    days = scope.period(claim)
    return days is not None and not days.is_month


def _runs(claim: Claim) -> bool:
    """Whether a figure was read as one of several months from January on."""
    days = scope.period(claim)
    return days is not None and days.start is not None and days.start.month in (0, 1) and not days.is_month


def quoted_keepers(document: Document, claim: Claim) -> frozenset[str]:
    """Whose customs or statistics office the text quotes for a figure; empty where it names none.

    An office that was named before, of a country that has no part in the trade, was quoted for other figures.
    """
    here = sentence(document, claim)
    named = claim.attribution or ""
    owners = _owners(named)
    if named not in here and not owners & {claim.sender, claim.receiver, *claim.partners}:
        owners = frozenset()
    return owners | _keepers(here)


@lru_cache(maxsize=_KEPT)
def _owners(attribution: str) -> frozenset[str]:
    return frozenset(mention.alpha3 for mention in countries.find_countries(attribution) if mention.alpha3)


@lru_cache(maxsize=_KEPT)
def _keepers(text: str) -> frozenset[str]:
    """The countries whose name stands right before a word for their customs."""
    found: set[str] = set()
    if not _list("keeper").may_stand(text):
        return frozenset()
    for match in _list("keeper").pattern.finditer(text):
        before = text[max(0, match.start() - _OWNER) : match.start()]
        for mention in countries.find_countries(before):
            between = before[mention.end :]
            # In "to Georgia, customs data show" the name belongs to what stands before it.
            if mention.alpha3 and len(between) <= _BESIDE and not _PAUSE.search(between):
                found.add(mention.alpha3)
    return frozenset(found)


def says_nothing_at_all(claim: Claim) -> bool:
    """Whether a claim of zero is worded as none in the whole period, and not as an end that came within it."""
    return claim.qualifier == "exact" and _found("nothing", claim.text) is not None


def surely_read(document: Document, claim: Claim, *, compared: bool = False) -> bool:
    """Whether time, parties and goods are named beside the figure, so that they can hardly have been read wrongly.

    A claim that was not extracted carries no rules; whoever made it answers for it. Of an extracted one the rules must
    be sure ones, and the sentence itself must name the time and both countries, and no other. A total is surely one
    where neither its sentence nor its paragraph so far names goods. With `compared` what it is compared with must be
    said, too.
    """
    if not claim.rules:
        return True
    sure = _table()["read_surely"]
    doubtful = {slot for slot, rules in sure.items() if claim.rules.get(slot, rules[0]) not in rules}
    text = sentence(document, claim)
    if claim.goods == (goods.TOTAL,) and not (
        goods.names_goods(text) or goods.names_goods(_paragraph_before(document, claim))
    ):
        doubtful.discard("product")
    if claim.rules.get("period") in _table()["read_surely_alone"] and _only_time(document, text, claim.period):
        doubtful.discard("period")
    if doubtful or not _names_parties(document, text, claim):
        return False
    if compared and not (claim.comparison in _KINDS and claim.rules.get("comparison", "").startswith(_COMPARED)):
        return False
    return _names_time(document, text, claim.period, alone=not compared)


def _paragraph_before(document: Document, claim: Claim) -> str:
    """What stands before a claim's sentence in its paragraph: "drugs made up 3.9 million. In 2021 it bought 6.2"."""
    start = claim.sentence[0]
    return document.text[max(document.text.rfind("\n", 0, start) + 1, start - _FAR_BACK) : start]


def _names_parties(document: Document, text: str, claim: Claim) -> bool:
    """Whether a sentence names both countries of the trade and no other; or one of them in a text of just two."""
    named = _named(text)
    pair: set[str | None] = {claim.sender, claim.receiver} if claim.sender else set(claim.partners)
    if named == pair:
        return True
    return bool(named) and named < pair and _named(document.body.text) == pair and not perhaps_all_trade(text, claim)


def perhaps_all_trade(text: str, claim: Claim) -> bool:
    """Whether a sentence may tell of a country's trade with everyone: "Turkey's exports stood at $8.9 billion".

    It names that country alone, as whose trade it is, and no goods. A country that keeps no book of its trade is known
    by its partners' books only.
    """
    mentions = [m for m in countries.find_countries(text) if m.alpha3]
    if claim.goods != (goods.TOTAL,) or len(found := {m.alpha3 for m in mentions}) != 1:
        return False
    before, after = (tuple(map(str, _table()["partner"][place])) for place in ("before", "after"))
    plain = text.casefold()
    partners = (plain[: m.start].rstrip().endswith(before) or plain.startswith(after, m.end) for m in mentions)
    return not keeps_no_book(str(found.pop())) and not all(partners)


@lru_cache(maxsize=_KEPT)
def _named(text: str) -> frozenset[str | None]:
    """The countries that a text names; None stands for a group of them."""
    return frozenset(mention.alpha3 for mention in countries.find_countries(text))


def _names_time(document: Document, text: str, period: str | None, *, alone: bool) -> bool:
    """Whether a sentence names just that month or year, and (`alone`) no other time, "a year earlier" included."""
    if period is None:
        return False
    wanted = Period.parse(period)
    times = named_times(document, text)
    if alone and any(found is None or not found.covers(wanted) for found in times):
        return False
    return any(found is not None and found.same_days(wanted) for found in times)


def _only_time(document: Document, text: str, period: str | None) -> bool:
    """Whether a sentence names one time, and just the one that was read, so that it can be no other figure's."""
    times = named_times(document, text) if period else []
    return len(times) == 1 and times[0] is not None and times[0].same_days(Period.parse(period or ""))


def named_times(document: Document, text: str) -> list[Period | None]:
    """The times that a text names, None for one that hangs on more than the day of publication ("a year earlier").

    Days are left out, since statistics have none: they say when figures were released.
    """
    day = document.published
    anchor = periods.Anchor(day=day, year=day.year if day else None, month=day.month if day else None)
    expressions = periods.find(text, language=document.language)
    return [
        periods.resolve(expression, anchor, language=document.language)
        for expression in expressions
        if expression.form not in periods.DAY_FORMS
    ]


def by_name(claim: Claim) -> bool:
    """Whether the goods are called what the tables call them, not something narrower ("textile masks").

    Goods given by their HS code need no name.
    """
    if claim.goods == (goods.TOTAL,) or not claim.goods:
        return True
    called = {_plain(part) for part in (claim.product or "").split("|")}
    known = {_plain(name) for good in claim.goods for names in goods.good(good).names.values() for name in names}
    return called <= known


def _plain(words: str) -> str:
    return " ".join(words.replace("-", " ").lower().split())


def keeps_no_book(country: str) -> bool:
    """Whether a country publishes no book of its own trade."""
    return country in _table()["keeps_no_book"]
