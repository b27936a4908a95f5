"""Verbs of paying and earning: whether they tell of trade, and which way the goods then went."""

from __future__ import annotations

from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Party
from tidewaiter.claims.words.lexicon import Cue

_BRINGING = (["brought"], ["brings"], ["bringing"])
#: "Brought in $5 million worth of foreign currency" bought nothing: characters and words of that.
_WORTH, _CURRENCY = 40, frozenset({"currency", "exchange"})
#: Characters from "brought" to where it was brought.
_MOVED_TO, _WHITHER = 14, frozenset({"back", "down", "to", "up"})
#: Characters from "for which" to "paid".
_FOR_WHICH = 40


def pays(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    """ "Paid $6 billion for it" buys; "paid $6 billion in taxes" does not."""
    figure = next((f for f in sentence.figures if f.start >= cue.end), None)
    if figure is None or figure.kind != "money" or len(reading.words(cue.end, figure.start)) > 6:
        return False
    if reading.words(figure.end, min(figure.end + 24, sentence.end))[:1] == ["for"]:
        return True
    # "29,000 MWh of power, for which Chad paid $1 million".
    return "for which " in reading.text[max(sentence.start, cue.start - _FOR_WHICH) : cue.start]


def pays_them(reading: Reading, sentence: Sentence, parties: list[Party], cue: Cue) -> bool:
    """ "Wigs brought Pyongyang $68 million", "brought it $12 million": whom a sale has paid stands right behind.

    "Brought 42 tons from abroad" says how much came in.
    """
    if reading.words(cue.start, cue.end) not in _BRINGING:
        return True
    figure = next((f for f in sentence.figures if f.start >= cue.end), None)
    if figure is not None and figure.kind == "quantity" and not reading.words(cue.end, figure.start):
        return "from" in reading.words(figure.end, sentence.end)
    following = reading.words(cue.end, cue.end + _MOVED_TO)
    if following[1:2] and following[1] in _WHITHER:
        # "A recovery brought them to $3 billion", "brought it down to 500 tonnes": what was told of has moved.
        return False
    return following[:1] in (["it"], ["them"]) or any(0 < p.start - cue.end <= 1 and not p.owner for p in parties)


def brings(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    """ "Brought in 1.9 million tonnes", "brought in $5 million worth of tea" imports; "brought in $5 million" earns."""
    figure = next((f for f in sentence.figures if f.start >= cue.end), None)
    if figure is None:
        # "Brought in large amounts of sugar from China".
        placed = reading.words(cue.end, sentence.end)
        return "from" in placed and _CURRENCY.isdisjoint(placed) and any(g.start >= cue.end for g in sentence.goods)
    if figure.kind != "money":
        return figure.kind in {"quantity", "count"}
    said = reading.words(figure.end, min(figure.end + _WORTH, sentence.end))
    return said[:2] == ["worth", "of"] and _CURRENCY.isdisjoint(said)
