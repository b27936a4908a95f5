"""How much of a lot there was and what it cost, told in one breath: "300 tonnes of rice worth $1.2 million"."""

from __future__ import annotations

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.words.lexicon import words

_AMOUNTS = frozenset({"count", "money", "quantity"})
_HEDGES = words("before_figure") | {"$", "€", "£", "¥", "₩", "us"}
_PRICED = frozenset({"worth", "value", "valued", "valuing", "costing", "for", "("})
_OF_MONEY = (["worth", "of"], ["value", "of"], ["valued", "at"], ["valuing", "of"])
#: Goods and whence they came stand between the two, but no other clause.
_PARTED = frozenset({",", ";", ":", "and", "but", "while", "than", "against", "compared", "versus", "up", "down", "or"})
_REACH = 14
#: What money came from, and what joins the two.
_SELLING = words("selling")
_BY = frozenset({"after", "by", "from", "through", "via"})


def worth_of(reading: Reading, sentence: Sentence, figure: Figure) -> Figure | None:
    """The amount right behind a figure that tells what its lot was worth, or how much of it there was."""
    after = next((f for f in sentence.figures if f.start >= figure.end), None)
    return after if after is not None and _one_lot(reading, sentence, figure, after) else None


def lot_of(reading: Reading, sentence: Sentence, figure: Figure) -> Figure | None:
    """The amount right before a figure that is its worth."""
    before = next((f for f in reversed(sentence.figures) if f.end <= figure.start), None)
    return before if before is not None and _one_lot(reading, sentence, before, figure) else None


def sold_for(reading: Reading, sentence: Sentence, figure: Figure) -> Figure | None:
    """ "Earned $215 million from the export of 55,825 tons of coffee": how much was sold for the money."""
    after = next((f for f in sentence.figures if f.start >= figure.end), None)
    if after is None or figure.kind != "money" or after.kind not in {"count", "quantity"}:
        return None
    if any(figure.end <= time.start < after.start for time in sentence.times):
        return None
    said = _between(reading, figure, after)
    sold = bool(_SELLING & set(said)) and bool(_BY & set(said)) and not _PARTED & set(said)
    # "Earned $51 million from 55,825 tons".
    sold = sold or said == ["from"]
    return after if sold and len(said) <= _REACH else None


def _one_lot(reading: Reading, sentence: Sentence, before: Figure, after: Figure) -> bool:
    """Whether one amount is of money and the other of what it paid for, with no time between them."""
    if not {before.kind, after.kind} <= _AMOUNTS or (before.kind == "money") == (after.kind == "money"):
        return False
    if any(before.end <= time.start < after.start for time in sentence.times):
        return False
    said = _between(reading, before, after)
    if said == ["and"]:
        return True
    if said[-2:] in _OF_MONEY:
        # "Worth of $1.5 billion", "valued at $1.5 billion".
        said.pop()
    return 0 < len(said) <= _REACH and not _PARTED & set(said) and said[-1] in _PRICED


def _between(reading: Reading, before: Figure, after: Figure) -> list[str]:
    said = list(reading.words(before.end, after.start))
    while said and said[-1] in _HEDGES:
        said.pop()
    return said
