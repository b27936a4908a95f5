"""What a text is about, seen before it is read line by line: its countries, whose books they are, its goods."""

from __future__ import annotations

import re
from collections import Counter

from tidewaiter.claims import fiscal_years
from tidewaiter.claims.context import Context
from tidewaiter.claims.reading import Reading
from tidewaiter.documents.document import Document
from tidewaiter.reference.countries import CountryMention, find_countries
from tidewaiter.reference.goods import TOTAL

#: A country named less often makes no pair with another.
_RAW = 2
#: So many sentences, the title among them, say what a text is about; so many mentions make up for a late start.
_OUTSET, _OFTEN = 3, 6
#: Goods named so often, and in so large a part of all mentions of goods, are what a text is about.
_TOLD, _MAINLY = 3, 0.6
#: What a text on so many countries counts for whose office published it.
_ISSUED = 12
_HEAD, _HEAD_LINES, _LINE = 600, 3, 110
_OFFICE = re.compile(
    r"\b([A-Z][\w' -]{2,28}?) (?:Monetary Authority|Bureau of Statistics|Statistical Office|Statistics Office"
    r"|Customs)\b"
    r"|\b(?:Statistics|Customs|Central Bank|Reserve Bank|National Bank|Bank|Statistical Office|Statistical Committee"
    r"|Customs (?:Service|Office|Committee|Department|Administration)|Bureau of Statistics|Department of Customs)"
    r"(?: of)?(?: the)?((?: [A-Z][\w'-]+){1,3})"
)
#: How `Document.published_from` begins where the day stands beside a place.
_DATE_LINES = ("the date line", "the dateline")


def prime(context: Context, read: Reading, document: Document) -> None:
    """The countries a document is mostly about: a title and a first paragraph count more than the rest."""
    from tidewaiter.claims.asian import chinese_roles

    apart = read.lexicon.words.get("politics", frozenset())
    places = [(m.start, m.alpha3) for s in read.sentences for m in s.countries if m.alpha3]

    def is_apart(mention: CountryMention) -> bool:
        if read.language == "zh":
            if chinese_roles.does_else(read.text, mention.end):
                return True
            if chinese_roles.speaks(read.text, mention.end) is None:
                return False
            others = [start for start, code in places if code != mention.alpha3 and start > mention.end]
            return chinese_roles.speaks_of(read.text, mention.end, others)
        return bool(apart & set(read.words(mention.end, mention.end + 16)[:1]))

    named = (m for s in read.sentences for m in s.countries if m.alpha3 and m.kind != "demonym")
    first = next((m.alpha3 for m in named if read.language != "zh" or not is_apart(m)), None)
    spoken = {m.alpha3 for s in read.sentences for m in s.countries}
    if read.sent_from in spoken and _of_the_country(read):
        # "KATHMANDU: The country's foreign trade came to …".
        first = read.sent_from
    issuer = _issuer(document) if read.language == "en" else None
    if issuer is not None:
        # "Maldives Monetary Authority" above a text: its books are that country's.
        first = issuer
        context.countries[issuer] += _ISSUED
    if first is not None:
        context.countries[first] += 3
    for sentence in read.sentences:
        weight = 3 if sentence.block <= 1 else 1
        for mention in sentence.countries:
            if mention.alpha3 and not is_apart(mention):
                context.countries[mention.alpha3] += weight
    ranked = [code for code, _ in context.countries.most_common(2)]
    context.focus = ranked[0] if ranked else None
    context.opposite = ranked[1] if len(ranked) > 1 else None
    counts = [count for _, count in context.countries.most_common(3)] + [0, 0, 0]
    context.starred = counts[0] >= 2 * counts[1] and counts[2] > 0
    # Two countries make a pair when both are named at the outset, or again and again, and no third comes near the
    # second; else nobody may be put in by default.
    early = {m.alpha3 for s in read.sentences[:_OUTSET] for m in s.countries}
    context.paired = counts[1] >= 2 * counts[2] and (counts[1] >= _OFTEN or (counts[1] >= 2 and {*ranked} <= early))
    told = Counter(m.alpha3 for s in read.sentences for m in s.countries)
    context.paired = context.paired and (told[context.opposite or ""] >= _RAW or not counts[2])
    # Several partners named nearly as often: a text on one country's trade with many.
    third = max((told[code] for code in told if code not in ranked), default=0)
    context.paired = context.paired and 2 * told[context.opposite or ""] > 3 * third
    context.home = next((code for code, words in read.lexicon.home.items() if any(w in read.text for w in words)), None)
    if context.focus is None and (home := read.sent_from or _of_date_line(document)) is not None:
        # A text that names no country is on that of its dateline: "NEW DELHI: … exports fell".
        context.focus = context.alone = home
        context.countries[home] += 1
    context.subject = context.focus
    fiscal_years.settle(context.anchor, ranked, context.countries)
    context.theme = _theme(read)


def _issuer(document: Document) -> str | None:
    """The country whose statistics office, customs or central bank heads a text; None where none does."""
    for line in document.text[:_HEAD].split("\n")[:_HEAD_LINES]:
        named = _OFFICE.search(line)
        if named is not None and len(line) <= _LINE:
            codes = {mention.alpha3 for mention in find_countries(named[1] or named[2]) if mention.alpha3}
            return codes.pop() if len(codes) == 1 else None
    return None


def _of_date_line(document: Document) -> str | None:
    """The country of the place that the line with the day names ("New Delhi, November 2, 2022")."""
    said = document.published_from or ""
    if not said.startswith(_DATE_LINES):
        return None
    named = {mention.alpha3 for mention in find_countries(said) if mention.kind == "capital" and mention.alpha3}
    return named.pop() if len(named) == 1 else None


def _of_the_country(read: Reading) -> bool:
    """Whether a text speaks of "the country" before it has named any."""
    for sentence in read.sentences[: _OUTSET + 1]:
        if sentence.countries:
            return False
        if any(cue.sense == "country" for cue in sentence.cues_of("anaphor")):
            return True
    return False


def _theme(read: Reading) -> str | None:
    """The goods that a text names at the outset and far more often than any other."""
    named = [(mention, s) for s in read.sentences for mention in s.goods if mention.good_id != TOTAL]
    counts = Counter(mention.good_id for mention, _ in named)
    if not counts:
        return None
    good, times = counts.most_common(1)[0]
    early = {mention.good_id for s in read.sentences[:_OUTSET] for mention in s.goods}
    if times < _TOLD or times < _MAINLY * counts.total() or good not in early:
        return None
    first = next(mention for mention, _ in named if mention.good_id == good)
    return read.text[first.start : first.end]
