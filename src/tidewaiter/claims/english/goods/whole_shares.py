"""Shares told with their whole: "a third of its imports from China was rice", "5% of the $285 million that it sold"."""

from __future__ import annotations

from tidewaiter.claims.english.nouns import phrases, products
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import TOTAL, Subject
from tidewaiter.claims.words.lexicon import words

#: Words from a share to the amount that it is a part of, and what no such words hold.
_OF_WHOLE, _ENDS_OF = 9, frozenset({",", ";", "(", "and", "while", "or", "with", "at", "from"})
_OF_THE_WHOLE = (["of", "the"], ["of", "its"], ["of", "the", "total"], ["of", "a", "total"], ["of", "a", "total", "of"])
#: "19 percent of the world total of 26 billion": of the same goods, wherever they come from.
_WORLD = frozenset({"global", "overall", "world", "worldwide"})
_BEING = frozenset({"is", "are", "was", "were"})
#: What the whole that is bought or sold may be called, beside a noun of trade.
_WHOLES = frozenset({"all", "everything", "goods", "that", "what"})
#: Words between the share and what it was.
_FAR = 14
_STOPS = frozenset({",", ";", ":", "and", "but", "which", "who"})
_MERELY = words("before_figure") | {"also", "made", "of", "once", "up"}


def part_of_whole(reading: Reading, sentence: Sentence, figure: Figure) -> Subject | None:
    """The goods that a part of a whole was: behind "was", known and with nothing else before them."""
    tokens = reading.tokens
    first = tokens.at(figure.end)
    if tokens.words[first : first + 1] != ["of"]:
        return None
    traded = next((c for c in sentence.cues_of("flow_noun", "flow_verb") if c.start >= figure.end), None)
    if traded is None or (traded.kind == "flow_verb" and _WHOLES.isdisjoint(reading.words(figure.end, traded.start))):
        return None
    stop = min(first + _FAR, tokens.at(sentence.end))
    for i in range(first, stop):
        if tokens.words[i] in _STOPS or any(f.start <= tokens.starts[i] < f.end for f in sentence.figures[1:]):
            return None
        if tokens.starts[i] >= traded.end and tokens.words[i] in _BEING:
            return _goods_at(reading, sentence, tokens.ends[i])
    return None


def _goods_at(reading: Reading, sentence: Sentence, start: int) -> Subject | None:
    span = phrases.phrase_after(reading, sentence, start)
    if span is None or not _MERELY.issuperset(reading.words(start, span[0])):
        return None
    known = sentence.holds_goods(span, total=False)
    product = products.clean(reading, span) if known else None
    return None if product is None else Subject(product, "what a part of the whole was", own=True)


def of_whole(reading: Reading, sentence: Sentence, figure: Figure, share: Figure, part: Subject | None) -> bool:
    """Whether an amount is what a share is a part of: "tea made up 5% of the $285 million that Chile sold".

    `part` is what has the share, told with it; the amount is of more than that, if its own words name no goods.
    """
    between = reading.words(share.end, figure.begins)
    if between[:1] == [","]:
        # "$4.7 million, or 1.8 percent, of the $261 million".
        between = between[1:]
    if share.kind == figure.kind and share.unit == figure.unit and share.value < figure.value:
        # "Food imports were $110 million of the $354 million total".
        return part is not None and part.product is not None and between in _OF_THE_WHOLE
    # "Exports of tea came to $21 million, or 62 percent of the $34 million that Mali sold": nobody adds up tonnes so.
    bare = part is not None and not part.own and figure.kind == "money" and _WORLD.isdisjoint(between)
    bare = bare and not _names_goods(reading, sentence, figure)
    return (
        part is not None and (part.own or bare) and part.product is not None
        and figure.kind in {"money", "quantity"} and share.kind == "percent"
        and between[:1] == ["of"] and len(between) <= _OF_WHOLE and not _ENDS_OF & set(between)
    )  # fmt: skip


def goods_of_whole(sentence: Sentence, figure: Figure, part: Subject, context: Context) -> str:
    """What a whole is of: what it was told of before ("62 percent of the $34 million"), or what the text is on."""
    told = context.sums.get((figure.value, figure.unit))
    if told is not None and told.product is not None:
        return told.product
    # "Rice was $3 million and tea $2 million. Together they were 9 percent of $50 million": no whole of tea.
    going_on = sentence.block == context.product_block and context.product not in (part.product or "").split("|")
    return (context.product if going_on else None) or TOTAL


def _names_goods(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """Whether goods are named behind an amount, before the next figure or the end of its clause."""
    end = min([sentence.end, *(f.start for f in sentence.figures if f.start >= figure.end)])
    end = min([end, *(c.start for c in sentence.cues_of("boundary") if c.start >= figure.end)])
    return any(figure.end <= g.start < end and g.good_id != "total" for g in sentence.goods)
