"""What a text is about, seen before it is read line by line: its countries, whose books they are, its goods."""

from __future__ import annotations

from collections import Counter

from tidewaiter.claims.dates import fiscal_years
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.learning import issuer
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.reasons import is_reason
from tidewaiter.claims.words.lexicon import Cue, words
from tidewaiter.documents.document import Document
from tidewaiter.reference.countries import CountryMention
from tidewaiter.reference.goods import TOTAL

#: A country named less often makes no pair with another.
_RAW = 2
#: So many sentences, the title among them, say what a text is about; so many mentions make up for a late start.
_OUTSET, _OFTEN = 3, 6
#: Goods named so often, and in so large a part of all mentions of goods, are what a text is about.
_TOLD, _MAINLY = 3, 0.6
#: What an office publishes of trade, and words for that.
_PUBLISHED, _FIGURES, _OF_TRADE = words("publishing"), words("figures_told"), words("figures_of_trade")
#: What stands before a country that is only the other end of somebody's trade, by the sense of that; elsewhere "to".
_FAR = {"import": "from", "trade": "with", "balance": "with"}
#: … and characters in which trade is spoken of before it.
_REACH = 120
#: How much oftener than the country at home such a one may be named.
_NEARLY = 3
#: What goods are told as a reason behind, and characters in which.
_REASONS, _REASON_REACH = words("reasons"), 40
#: What a text on so many countries counts for whose office published it.
_ISSUED = 12
#: … and what one does whose first sentence is on the country alone that it was sent from.
_SENT = 6
#: So many countries named equally often are a list.
_SEVERAL = 3


def prime(context: Context, read: Reading, document: Document) -> None:
    """The countries a document is mostly about: a title and a first paragraph count more than the rest."""
    from tidewaiter.claims.asian.roles import chinese_roles

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
        if _heads_it(read, mention):
            return True
        return bool(apart & set(read.words(mention.end, mention.end + 16)[:1]))

    def is_told(sentence: Sentence, mention: CountryMention) -> bool:
        return mention.alpha3 is not None and not is_apart(mention) and not is_reason(read, sentence, mention.start)

    told = ((s, m) for s in read.sentences for m in s.countries if m.alpha3 and m.kind != "demonym")
    named = (m for s, m in told if not is_reason(read, s, m.start))
    named = (m for m in named if read.words(m.end, m.end + 8)[:1] != ["aside"] and not _says_so(read, m))
    first = next((m.alpha3 for m in named if read.language != "zh" or not is_apart(m)), None)
    spoken = {m.alpha3 for s in read.sentences for m in s.countries}
    if read.sent_from in spoken and _of_the_country(read):
        # "KATHMANDU: The country's foreign trade came to …".
        first = read.sent_from
    publisher = (issuer.issuer(document) or _office(read)) if read.language == "en" else None
    if publisher is not None:
        # "Maldives Monetary Authority" above a text: its books are that country's.
        first = publisher
        context.countries[publisher] += _ISSUED
    if first is not None:
        context.countries[first] += 3
    for sentence in read.sentences:
        weight = 3 if sentence.block <= 1 else 1
        for mention in sentence.countries:
            if mention.alpha3 and is_told(sentence, mention) and not _is_again(read, sentence, mention):
                context.countries[mention.alpha3] += weight
    if first is not None and first == read.sent_from and _opens_alone(read, first):
        context.countries[first] += _SENT
    ranked = [code for code, _ in context.countries.most_common(2)]
    context.focus = ranked[0] if ranked else None
    context.opposite = ranked[1] if len(ranked) > 1 else None
    if read.language == "en" and publisher is None and context.focus is not None:
        context.focus = _before_list(context, first) or _at_home(read, context)
    counts = [count for _, count in context.countries.most_common(3)] + [0, 0, 0]
    context.starred = counts[0] >= 2 * counts[1] and counts[2] > 0
    # Two countries make a pair when both are named at the outset, or again and again, and no third comes near the
    # second; else nobody may be put in by default.
    early = {m.alpha3 for s in read.sentences[:_OUTSET] for m in s.countries}
    context.paired = counts[1] >= 2 * counts[2] and (counts[1] >= _OFTEN or (counts[1] >= 2 and {*ranked} <= early))
    counted = Counter(m.alpha3 for s in read.sentences for m in s.countries)
    context.paired = context.paired and (counted[context.opposite or ""] >= _RAW or not counts[2])
    # Several partners named nearly as often: a text on one country's trade with many.
    third = max((counted[code] for code in counted if code not in ranked), default=0)
    context.paired = context.paired and 2 * counted[context.opposite or ""] > 3 * third
    # China twice, the United States, Cuba and Iran once each: with many as well, and with none in particular.
    others = sum(counted[code] for code in counted if code and code not in ranked)
    context.paired = context.paired and (counted[context.opposite or ""] > _RAW or others <= _RAW)
    if publisher is not None and not context.paired:
        context.alone = publisher
    if read.language == "en" and (booked := _booked(read, counted)) is not None:
        context.focus, context.opposite = booked
        context.paired = context.met = True
    context.home = next((code for code, words in read.lexicon.home.items() if any(w in read.text for w in words)), None)
    if context.focus is None and (home := read.sent_from or _named_nobody(document, read)) is not None:
        # A text that names no country is on that of its dateline: "NEW DELHI: … exports fell".
        context.focus = context.alone = home
        context.countries[home] += 1
    context.subject = context.focus
    fiscal_years.settle(context.anchor, ranked, context.countries, paired=context.paired)
    context.titled_country = _titled_country(read)
    context.theme = _theme(read)
    context.titled_goods = _titled(read)


def _booked(read: Reading, counted: Counter[str | None]) -> tuple[str, str] | None:
    """ "China published its trade data. Mali bought …": the only country of a text, and the one whose books tell it."""
    others = [code for code in counted if code]
    if len(others) != 2:
        return None
    for sentence in read.sentences[:_OUTSET]:
        codes = {m.alpha3 for m in sentence.countries}
        said = [words for words in (_PUBLISHED, _FIGURES, _OF_TRADE) if not words.isdisjoint(sentence.words)]
        if len(codes) == 1 and len(said) == 3 and not sentence.figures:
            keeper = str(codes.pop())
            told = next(code for code in others if code != keeper)
            return (told, keeper) if counted[told] >= _TOLD and not _is_partner(read, told, sentence.end) else None
    return None


def _is_partner(read: Reading, code: str, published: int) -> bool:
    """ "Kenya published its data. … Its exports to China": whether the text is on whose data they are.

    So it is, too, where figures of all its trade come before those with another: "China … Exports rose 7 percent".
    """
    mentions = [(sentence, m) for sentence in read.sentences for m in sentence.countries if m.alpha3 == code]
    first = min(m.start for _, m in mentions)
    alone = any(published <= s.start and s.end <= first and s.figures for s in read.sentences)
    return alone or any(_is_far(read, sentence, m) for sentence, m in mentions)


def _heads_it(read: Reading, mention: CountryMention) -> bool:
    """ "Seoul: …": whether a text opens with a capital and a colon."""
    opening = read.sentences[0].start
    return mention.start == opening and mention.kind == "capital" and read.text.startswith(":", mention.end)


def _says_so(read: Reading, mention: CountryMention) -> bool:
    """ "Seoul: North's trade dependence on China topped 98%": whether a capital only tells it of another country.

    "Seoul: chip exports to China rose" is of its own country's.
    """
    opening = read.sentences[0]
    others = (m for m in opening.countries if m.alpha3 not in {None, mention.alpha3})
    return _heads_it(read, mention) and any(not _is_far(read, opening, m) for m in others)


def _opens_alone(read: Reading, code: str) -> bool:
    """ "MONTEVIDEO: Uruguay shipped goods worth …": whether the first sentence on countries is on its trade alone."""
    opening = next((s for s in read.sentences if any(m.alpha3 for m in s.countries)), None)
    if opening is None or not opening.cues_of("flow_noun", "flow_verb"):
        return False
    return all(m.alpha3 in {code, None} for m in opening.countries)


def _office(read: Reading) -> str | None:
    """Whose office a text rests on at its outset, where no other country has anything there: "PBS data showed …".

    "Exports to China rose, the Kenya Revenue Authority said" is of Kenya's.
    """
    outset = read.sentences[:_OUTSET]
    if not outset or any(not _is_far(read, s, m) for s in outset for m in s.countries):
        return None
    return issuer.named_office(read.text[outset[0].start : outset[-1].end])


def _is_again(read: Reading, sentence: Sentence, mention: CountryMention) -> bool:
    """ "The United Arab Emirates (UAE)": named twice at once."""
    same = (m for m in sentence.countries if m.alpha3 == mention.alpha3 and m.end <= mention.start)
    return any(read.words(m.end, mention.start) == ["("] for m in same)


def _before_list(context: Context, first: str | None) -> str | None:
    """Who is named first, before a list of partners: no one of several named equally often is whom the text is on."""
    most = max(context.countries.values())
    listed = [code for code, count in context.countries.items() if count == most]
    if first is None or first in listed or len(listed) < _SEVERAL:
        return None
    return first if 2 * context.countries[first] >= most else None


def _at_home(read: Reading, context: Context) -> str | None:
    """The country named most often, unless it is only the other end of somebody's trade.

    "Exports fell, mostly to the US": of a country that the text takes for granted, and not America's.
    """
    ranked = context.countries.most_common()
    named = ((s, m) for s in read.sentences for m in s.countries if m.alpha3 and not _says_so(read, m))
    at_home = {m.alpha3 for s, m in named if not _is_far(read, s, m)}
    first, most = ranked[0]
    if first in at_home:
        return first
    other = next((code for code, count in ranked if code in at_home and _NEARLY * count >= most), None)
    if other is not None or len(ranked) > 1:
        return other or first
    # "…, the Hong Kong government said", "Chinese customs said": whose officials tell of it, all else unsaid.
    return at_home.pop() if len(at_home) == 1 else None


def _is_far(read: Reading, sentence: Sentence, mention: CountryMention) -> bool:
    """Whether a country is named as the one that trade comes from or goes to."""
    before = read.words(max(0, mention.start - 12), mention.start)
    if before[-1:] == ["the"]:
        before.pop()
    own = read.words(mention.end, mention.end + 2)[:1] in (["'s"], ["’s"])
    flows = [c for c in sentence.cues_of("flow_noun", "flow_verb") if 0 < mention.start - c.end < _REACH]
    return not own and bool(flows) and before[-1:] == [_FAR.get(flows[-1].sense, "to")]


def _named_nobody(document: Document, read: Reading) -> str | None:
    """Whose trade a text that names no country tells of: of the place of its date line, the office, the money."""
    home = issuer.of_date_line(document) or (issuer.named_office(read.text) if read.language == "en" else None)
    return home or issuer.of_money(read.text, (figure for sentence in read.sentences for figure in sentence.figures))


def _of_the_country(read: Reading) -> bool:
    """Whether a text speaks of "the country" before it has named any."""
    for sentence in read.sentences[: _OUTSET + 1]:
        if sentence.countries:
            return False
        if any(cue.sense == "country" for cue in sentence.cues_of("anaphor")):
            return True
    return False


def _titled(read: Reading) -> str | None:
    """The goods that the first sentence names, where it names one sort."""
    named = [m for sentence in read.sentences[:1] for m in sentence.goods if m.good_id != TOTAL]
    if len({mention.good_id for mention in named}) != 1:
        return None
    return read.text[named[0].start : named[0].end]


def _titled_country(read: Reading) -> str | None:
    """ "Benin: trade in brief": the one country whose trade the title is on.

    None where it names several or no trade: under "Russia sanctions bite", Turkey buys its wheat from anybody.
    """
    title = read.sentences[0] if read.sentences and read.sentences[0].kind == "title" else None
    if title is None or not title.cues_of("flow_noun"):
        return None
    named = {mention.alpha3 for mention in title.countries}
    return named.pop() if len(named) == 1 else None


def _behind_all(read: Reading, sentence: Sentence, start: int) -> bool:
    """ "Exports rose 10 percent on robust shipments of chips": goods told of behind how all trade moved."""
    figures = [f for f in sentence.figures if f.end <= start]
    if not figures or any(g.end <= figures[0].start and g.good_id != TOTAL for g in sentence.goods):
        return False
    ahead = [c for c in sentence.cues_of("flow_noun") if c.end <= figures[0].start]
    moved = any(ahead[0].end <= c.start < figures[0].start for c in sentence.cues_of("change")) if ahead else False
    return moved and read.words(figures[-1].end, start)[:1] != ["of"] and not _names_goods(read, ahead[0], figures[0])


def _names_goods(read: Reading, trade: Cue, figure: Figure) -> bool:
    """ "Exports of cocopeat rose 10 percent": of goods, though no table knows them."""
    return read.words(trade.end, figure.start)[:1] == ["of"]


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
    first, told_in = next((mention, s) for mention, s in named if mention.good_id == good)
    if read.language == "en" and _behind_all(read, told_in, first.start):
        return None
    if read.language == "en" and _REASONS & set(read.words(max(0, first.start - _REASON_REACH), first.start)):
        # "Exports earned $3.3 billion, driven by a surge in shipments of garments": on all exports.
        return None
    return read.text[first.start : first.end]
