"""The goods that stand with a figure: "$2.6 million on sugar", "10.6 million masks", "soybeans ($2.97 million)"."""

from __future__ import annotations

from tidewaiter.claims.english.nouns import goods_before, of_which, phrases, products
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.gates import turns_on
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.reasons import is_reason_told
from tidewaiter.claims.reading.scene import TOTAL, Subject
from tidewaiter.claims.words.lexicon import words

#: Between two amounts of the same goods, and so many words at most ("valued at about").
_JOINING, _JOINED = frozenset({"worth", "valued", "from", "on", "for"}), 3
#: A vehicle is goods behind these, and what it carries is not told where these follow.
_VEHICLES = frozenset({"cars", "ships", "trucks", "vessels"})
_PURCHASES = (["bought"], ["purchased"], ["imported"], ["exported"])
_AFTER_GOODS = words("after_goods")
#: Behind an amount earned: "from statues", "with coal".
_SOURCES = frozenset({"from", "with"})
_LEADS = frozenset({"of", "in", "on", "for"})
_GOODS_AT_LARGE = words("goods_at_large")
_EARNED = words("earning")
_SO_MUCH, _MORE = frozenset({"much", "many"}), frozenset({"fewer", "less", "more"})
#: Verbs that are nouns as well, and what goods are paid for in.
_NOUNS_TOO, _SALES = words("trade_nouns"), words("sales")
_BOTH = (["and"], ["or"], ["and", "us"], ["and", "$"])
_SPENT = tuple([verb, spent] for verb in ("was", "were", "went") for spent in ("spent", "paid"))
_WENT = (["went", "on"], ["went", "for"], ["went", "into"], ["went", "toward"], ["went", "towards"])
_EITHER = frozenset({"or", "nor"})


def own_subject(reading: Reading, sentence: Sentence, figure: Figure) -> Subject | None:
    """The goods that stand with a figure, right behind it or right before it; None where none do."""
    if _is_everything(reading, sentence, figure):
        return Subject(TOTAL, "goods of every kind", own=True)
    behind = after(reading, sentence, figure)
    if behind is not None:
        return Subject(behind, "goods after the figure", own=True)
    before = goods_before.before(reading, sentence, figure)
    place = -1 if before is None else reading.text.rfind(before, sentence.start, figure.start)
    if before is not None and not (place >= 0 and products.is_name(reading, sentence, place, place + len(before))):
        return Subject(before, "goods before the figure", own=True)
    joined = next((f for f in sentence.figures if f.start >= figure.end), None)
    if joined is not None and joined.kind == figure.kind and reading.words(figure.end, joined.start) in _BOTH:
        # "$5 million and $3 million of rice".
        both = _after(reading, sentence, joined)
        if both is not None:
            return Subject(both, "goods after the figure", own=True)
    return None


def after(reading: Reading, sentence: Sentence, figure: Figure) -> str | None:
    """The goods named right behind a figure, or None."""
    found = (
        _by(reading, sentence, figure) or of_which.part(reading, sentence, figure) or _bought(reading, sentence, figure)
    )
    found = found or of_which.next_part(reading, sentence, figure)
    return found or _opening(reading, sentence, figure) or _after(reading, sentence, figure)


@turns_on(_SO_MUCH | _MORE, otherwise=None)
def as_much(reading: Reading, sentence: Sentence, figure: Figure) -> Subject | None:
    """ "Five times as much rice as a year before", "5 percent more rice": what there is so much of."""
    said = reading.words(figure.end, min(figure.end + 12, sentence.end))[:2]
    more = figure.kind == "percent" and said[:1] != [] and said[0] in _MORE
    if not more and said not in (["as", "much"], ["as", "many"]):
        return None
    start = reading.tokens.ends[reading.tokens.at(figure.end) + (not more)]
    span = phrases.phrase_after(reading, sentence, start)
    if more and (span is None or not sentence.holds_goods(span)):
        # "5 percent more expensive".
        return None
    product = None if span is None or reading.words(start, span[0]) else products.clean(reading, span)
    return None if product is None else Subject(product, "goods after the figure", own=True)


@turns_on(_EARNED, otherwise=None)
def _by(reading: Reading, sentence: Sentence, figure: Figure) -> str | None:
    """ "The $2.5 million achieved by shrimp"."""
    said = reading.words(figure.end, min(figure.end + 24, sentence.end))[:2]
    if said not in (["achieved", "by"], ["earned", "by"], ["generated", "by"], ["fetched", "by"], ["made", "by"]):
        return None
    start = reading.tokens.ends[reading.tokens.at(figure.end) + 1]
    span = phrases.phrase_after(reading, sentence, start)
    known = span is not None and sentence.holds_goods(span)
    return products.clean(reading, span) if known else None


def _opening(reading: Reading, sentence: Sentence, figure: Figure) -> str | None:
    """ "At $45 million, wigs made up half of the exports": known goods behind the amount that opens a sentence."""
    ahead = reading.words(sentence.start, figure.start)
    if ahead[:1] != ["at"] or len(ahead) > 2 or reading.words(figure.end, figure.end + 2)[:1] != [","]:
        return None
    span = phrases.phrase_after(reading, sentence, reading.tokens.ends[reading.tokens.at(figure.end)])
    known = span is not None and sentence.holds_goods(span)
    return products.clean(reading, span) if known else None


def _bought(reading: Reading, sentence: Sentence, figure: Figure) -> str | None:
    """ "Bought 38 trucks from Japan", but not "sold 38 trucks of rice": what carries goods elsewhere is sold here."""
    if figure.unit not in _VEHICLES or figure.kind not in {"count", "quantity"}:
        return None
    start = figure.begins
    if reading.words(max(sentence.start, start - 12), start)[-1:] not in _PURCHASES:
        return None
    words_inside = reading.words(figure.start, figure.end + 1 + len(figure.unit))
    if figure.unit not in words_inside:
        return None
    near = reading.text[figure.start : figure.end + 1 + 2 * len(figure.unit)].lower()
    end = figure.start + near.find(figure.unit) + len(figure.unit)
    following = reading.words(end, min(end + 12, sentence.end))[:1]
    return figure.unit if not following or following[0] in _AFTER_GOODS else None


@turns_on(_GOODS_AT_LARGE, otherwise=False)
def _is_everything(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "$21.9 billion worth of commodities and products", "$810 million of goods", "goods worth $7 million"."""
    if _is_worth_of_goods(reading, sentence, figure):
        return True
    ahead = reading.words(max(sentence.start, figure.start - 80), figure.start)
    if figure.kind == "money" and any(ahead[n : n + 4] == ["value", "of", "all", "goods"] for n in range(len(ahead))):
        # "Put the value of all goods entering from there at $41 million".
        return True
    said = reading.words(figure.end, min(figure.end + 48, sentence.end))
    said = said[1:] if said[:1] == ["worth"] else said
    if figure.kind not in {"money", "quantity"} or said[:1] not in (["of"], ["in"]):
        return False
    i = 1
    nations = {w for c in sentence.countries if c.start >= figure.end for w in reading.words(c.start, c.end)}
    while i < len(said) and (said[i] in _GOODS_AT_LARGE or said[i] in {"and", "other", "all"} or said[i] in nations):
        i += 1
    return i > 1 and said[i - 1] in _GOODS_AT_LARGE


def _is_worth_of_goods(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "Kenya imported goods worth $7 million": goods of no kind, right behind the verb."""
    at = reading.tokens.at(figure.start)
    words_before = reading.tokens.words[max(at - 2, 0) : at]
    if figure.kind != "money" or list(words_before) != ["goods", "worth"]:
        return False
    start, end = reading.tokens.starts[at - 2], reading.tokens.ends[at - 2]
    verbs = (*sentence.cues_of("flow_verb"), *sentence.cues_of("flow_noun"))
    return any(cue.end == end or 0 < start - cue.end <= 1 for cue in verbs)


def _after(reading: Reading, sentence: Sentence, figure: Figure) -> str | None:
    tokens = reading.tokens
    counted = figure.kind in {"count", "quantity", "zero"}
    offset = figure.end
    if counted and figure.noun is not None:
        if figure.kind == "zero" and not _EITHER.isdisjoint(reading.words(*figure.noun)):
            # "No coal, iron ore or seafood", "neither rice nor corn".
            return products.clean(reading, figure.noun)
        offset = figure.noun[0]
        if reading.words(*figure.noun)[:1] and figure.noun[0] < figure.end:
            offset = figure.end
    i = _past_bracket(reading, sentence, figure, tokens.at(offset))
    if tokens.words[i : i + 1] in (["'"], ["’"]) and tokens.words[i + 1 : i + 2] == ["worth"]:
        # "484,000 dollars' worth of thermometers".
        i += 1
    joined = _worth(reading, sentence, figure, i)
    if joined is not None:
        return _after(reading, sentence, joined)
    if i < len(tokens) and tokens.words[i] == "+":
        i += 1
    word = tokens.words[i] if i < len(tokens) and tokens.starts[i] < sentence.end else ""
    if counted:
        verb = next((c for c in sentence.cues_of("flow_verb") if i < len(tokens) and c.start == tokens.starts[i]), None)
        if figure.kind == "zero" and verb is not None:
            # "Stopped importing soap".
            i = tokens.at(verb.end)
            word = tokens.words[i] if i < len(tokens) else ""
        if word == "of" or (figure.kind == "zero" and i + 1 < len(tokens) and tokens.words[i + 1] == "of"):
            i += 1 if word == "of" else 2
        start = tokens.starts[i] if i < len(tokens) else sentence.end
    else:
        if word == "worth":
            i += 1
            word = tokens.words[i] if i < len(tokens) else ""
        if word == "," and tokens.words[i + 1 : i + 3] in _SPENT:
            # "More than half of it, $1.1 million, was spent on antibiotics".
            i += 1
        if tokens.words[i : i + 2] in _SPENT and tokens.words[i + 2 : i + 3] in (["on"], ["for"]):
            # "$4.9 million was spent on fishing nets".
            i += 2
            word = tokens.words[i]
        if tokens.words[i : i + 2] in _WENT:
            # "$4.9 million went on fishing nets".
            i += 1
            word = "on"
        if word not in _LEADS and not (word in _SOURCES and _earned(reading, sentence, figure)):
            return None
        i = _past_sales(reading, i + 1) if word == "from" else i + 1
        start = tokens.starts[i] if i < len(tokens) else sentence.end
    if start >= sentence.end or any(c.start <= start < c.end for c in sentence.times):
        return None
    span = phrases.phrase_after(reading, sentence, start)
    if span is not None and span[0] - start > 30:
        return None
    if span is not None and not counted and word in {"in", "on"} and _is_else(reading, sentence, span, i - 1):
        return None
    if word == "with" and span is not None and not sentence.holds_goods(span):
        # "Earned $5 million with the help of brokers".
        return None
    goods = products.clean(reading, _without_flow(reading, sentence, span))
    if goods is None and span is not None and figure.kind == "money":
        # "$58 million worth of trucks": what carries goods elsewhere is sold here.
        known = any(span[0] <= g.start and g.end == span[1] and g.good_id != "total" for g in sentence.goods)
        goods = reading.text[span[0] : span[1]] if known else None
    return goods


def _worth(reading: Reading, sentence: Sentence, figure: Figure, i: int) -> Figure | None:
    """ "19 million tonnes worth $20 billion of goods", "$7 million from 6,100 tonnes of fish", "spent $2 million on 390
    tonnes of rice": the amount joined to a
    figure, which names the goods of both."""
    words = reading.tokens.words[i : i + 3]
    if not words or words[0] not in _JOINING or figure.kind not in {"money", "quantity", "count"}:
        return None
    start = reading.tokens.at(figure.end)
    joined = next((f for f in sentence.figures if f.start >= figure.end), None)
    if joined is None or joined.kind == figure.kind or joined.kind not in {"money", "quantity", "count"}:
        return None
    first = joined.begins
    return joined if reading.tokens.at(first) - start <= _JOINED else None


def _past_bracket(reading: Reading, sentence: Sentence, figure: Figure, i: int) -> int:
    """ "NOK 8.6 billion (€862 million) worth of seafood": behind another amount in brackets."""
    tokens = reading.tokens
    if figure.kind not in {"money", "quantity"} or i >= len(tokens) or tokens.words[i] != "(":
        return i
    for j in range(i + 1, min(i + 8, len(tokens) - 1)):
        if tokens.words[j] == ")" and tokens.starts[j] < sentence.end:
            return j + 1 if tokens.words[j + 1] in {"worth", "of", "in", "on"} else i
    return i


def _earned(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "Earned $5 million from statues", "$8 million from tea exports and $5 million from statues"."""
    verbs = [c for c in sentence.cues_of("flow_verb") if c.end <= figure.start]
    verbs = [c for c in verbs if reading.text[c.start : c.end].lower() not in _NOUNS_TOO]
    return bool(verbs) and verbs[-1].sense == "earn"


def _past_sales(reading: Reading, i: int) -> int:
    """ "From the export of gold": behind "of"."""
    words = reading.tokens.words
    start = i + (words[i : i + 1] == ["the"])
    sold = words[start : start + 1] and words[start] in _SALES and words[start + 1 : start + 2] == ["of"]
    return start + 2 if sold else i


def _is_else(reading: Reading, sentence: Sentence, span: tuple[int, int], i: int) -> bool:
    """ "In Aden": a name of no known goods; "fell to $9 million on weaker sales", "in monetary terms": no goods."""
    if is_reason_told(reading, sentence, i) or reading.words(*span)[-1:] == ["terms"]:
        return True
    known = sentence.holds_goods(span)
    named = reading.text[span[0]].isupper() and not reading.text[span[0] + 1 : span[0] + 2].isupper()
    return named and not known and sentence.kind not in {"title", "heading"}


def _without_flow(reading: Reading, sentence: Sentence, span: tuple[int, int] | None) -> tuple[int, int] | None:
    """ "$5 million in exports" names a flow and no goods; "$5 million in coal exports" names coal."""
    if span is None:
        return None
    for cue in sentence.cues_of("flow_noun"):
        if span[0] <= cue.start < span[1] and not goods_before.names_goods(sentence, cue):
            of = reading.words(cue.end, cue.end + 4)[:1] == ["of"]
            behind = reading.tokens.ends[reading.tokens.at(cue.end)] if of else sentence.end
            after = phrases.phrase_after(reading, sentence, behind) if of else None
            if after is not None:
                return after
            return (span[0], cue.start) if cue.start > span[0] else None
    return span
