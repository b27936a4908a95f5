"""Goods that are only called by their kind where an earlier word named them: "spent $3 million on the oilseed"."""

from __future__ import annotations

from functools import lru_cache

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.goods import goods_of
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import TOTAL
from tidewaiter.claims.words.lexicon import words
from tidewaiter.reference.goods import TOTAL as ALL_OF_THEM
from tidewaiter.reference.goods import goods

#: How goods were found that are called by their kind.
BY_KIND = "the goods told of before, called by their kind"
_LEADS = frozenset({"of", "in", "on", "for"})
#: Before goods that have been told of.
_CALLING = frozenset({"the", "this", "these", "that", "those"})
_HYPERNYMS = words("hypernyms")
_MOVING = frozenset({"fell", "grew", "rose", "sank", "shrank", "slid"})
#: What coal, jade and gold are called alike.
_MINED = frozenset({"mineral", "minerals"})
#: Words of "of the oilseed", and what may stand behind.
_CALLED, _GOING_ON = 3, frozenset({"and", "worth"})


def called(reading: Reading, sentence: Sentence, figure: Figure, told: str | None, context: Context) -> bool:
    """ "Spent $3 million on the oilseed": whether the goods of a figure are called what those told of are."""
    return told is not None and told != TOTAL and by_kind(reading, sentence, figure.end, told, context)


def by_kind(reading: Reading, sentence: Sentence, offset: int, told: str, context: Context) -> bool:
    """Whether goods told of are only called by their kind behind an offset: "(142,000 tonnes) of the oilseed"."""
    kind, *following = _pointed_at(reading, sentence, offset) or [""]
    if kind not in _HYPERNYMS or _began_as(kind, context) is not None:
        return False
    ends = not following or not following[0][0].isalpha() or following[0] in _GOING_ON
    ends = ends or reading.is_word("stop", *following) or _is_verb(reading, *following)
    return ends and _may_be(told, kind)


def begun_with(reading: Reading, sentence: Sentence, offset: int, context: Context) -> str | None:
    """ "(Purchases) of the fertilizer": all of it again, behind urea in a text that began with fertilizer."""
    said = _pointed_at(reading, sentence, offset)
    return _began_as(said[0], context) if said else None


def _pointed_at(reading: Reading, sentence: Sentence, offset: int) -> list[str]:
    """ "(142,000 tonnes) of the oilseed": what is pointed back to at an offset, and the word behind it, if any."""
    said = reading.words(offset, min(offset + 40, sentence.end))[: _CALLED + 1]
    said = said[1:] if said[:1] == ["worth"] else said
    return said[2:] if len(said) >= _CALLED and said[0] in _LEADS and said[1] in _CALLING else []


def _began_as(kind: str, context: Context) -> str | None:
    begun = (context.lead_product, context.titled_goods, context.theme)
    return next((named for named in begun if (named or "").lower() == kind), None)


def _is_verb(reading: Reading, word: str) -> bool:
    """ "(Shipments of the grain) declined"."""
    return reading.is_word("verbs", word) or word.endswith("ed") or word in _MOVING


def is_kind(named: str | None) -> bool:
    """Whether goods are called by nothing but a kind ("fertilizer")."""
    return (named or "").lower() in _HYPERNYMS


@lru_cache(maxsize=1024)
def _may_be(told: str, kind: str) -> bool:
    """Whether goods are of a kind, as far as the tables know both: soybeans are an oilseed, and wheat no fertiliser."""
    if kind in _MINED:
        return True
    ours, theirs = _roots(told), _roots(kind)
    return not (ours and theirs) or any(one in other or other in one for one in ours for other in theirs)


def _roots(named: str) -> set[str]:
    """The widest groups of goods that a name's are part of."""
    known, found = goods(), set[str]()
    open_ones = [good for good in goods_of(named, None)[0] if good in known]
    while open_ones:
        good = open_ones.pop()
        above = [parent for parent in known[good].parents if parent != ALL_OF_THEM and parent in known]
        open_ones += above
        found |= set() if above else {good}
    return found
