"""Which way the trade goes that a sentence or its paragraph is about: "on the import side", "in terms of exports"."""

from __future__ import annotations

from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import TOTAL, pair_of
from tidewaiter.claims.words.lexicon import words

_SENSES = {"export": "export", "exports": "export", "import": "import", "imports": "import"}
_PARTICIPLES = {"exported": "export", "imported": "import"}
_OPENED_BY = frozenset({*_SENSES, *_PARTICIPLES})
#: What such goods are called, and words in which a sentence names them.
_ITEMS = words("articles_of_trade")
_ITEM_WORDS = 6
#: What opens such a sentence, and what then stands behind the word of trade.
_OPENINGS = (
    (["on", "the"], frozenset({"side", "front"})),
    (["in", "terms", "of"], frozenset({","})),
    (["as", "for"], frozenset({","})),
)
_LONGEST = 40
_OTHER_SIDE = ["on", "the", "other", "side", "of", "the"]
_LEDGERS = frozenset({"account", "balance", "books", "ledger"})
_TURNED = {"export": "import", "import": "export"}


def turn(reading: Reading, sentence: Sentence, context: Context) -> None:
    """Turn the context round where a sentence opens with the other side of a country's trade."""
    if _LEDGERS & sentence.words and context.sense in _TURNED:
        said = reading.words(sentence.start, min(sentence.start + _LONGEST, sentence.end))
        if said[: len(_OTHER_SIDE)] == _OTHER_SIDE and _LEDGERS & set(said[len(_OTHER_SIDE) :][:3]):
            # "On the other side of the ledger, wigs brought in $15 million".
            _turn(context, _TURNED[context.sense], sentence.block)
            return
    if sentence.words.isdisjoint(_OPENED_BY):
        return
    item = _item(reading, sentence)
    if item is not None and context.sense in _TURNED:
        _turn(context, item, sentence.block)
        return
    said = reading.words(sentence.start, min(sentence.start + _LONGEST, sentence.end))
    for opening, behind in _OPENINGS:
        place = len(opening)
        if said[:place] == opening and said[place : place + 1] and said[place] in _SENSES:
            if said[place + 1 : place + 2] and said[place + 1] in behind:
                _turn(context, _SENSES[said[place]], sentence.block)
            return


def _item(reading: Reading, sentence: Sentence) -> str | None:
    """ "The most imported item was hair", "among exported goods, …": which way what a sentence opens with went."""
    said = reading.words(sentence.start, min(sentence.start + _LONGEST, sentence.end))
    for n, word in enumerate(said[:_ITEM_WORDS]):
        if word in _PARTICIPLES and said[n + 1 : n + 2] and said[n + 1] in _ITEMS:
            return _PARTICIPLES[word] if not {"from", "to"} & set(said) else None
    return None


def _turn(context: Context, sense: str, block: int) -> None:
    pair, told = context.pair, context.sense
    home = pair.receiver if told == "import" else pair.sender if told == "export" else context.reporter
    home = home or context.alone or context.focus
    if not home or told == sense:
        return
    others = [code for code in pair.everyone if code != home]
    context.pair, context.sense, context.product = pair_of(sense, home, *others[:1]), sense, TOTAL
    context.block_of_pair = block
