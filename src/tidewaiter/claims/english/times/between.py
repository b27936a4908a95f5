"""What stands between a figure and a time: whether the time is of the figure, or of what comes next."""

from __future__ import annotations

from itertools import pairwise

from tidewaiter.claims.reading.reading import Reading

#: Behind a comma these tell what a figure brings another to.
_BRINGING = frozenset({"bringing", "lifting", "pushing", "taking"})
#: What joins on another figure with a time of its own.
_JOINED_ON = ([",", "and"], [",", "but"], [",", "while"], [";", "and"])
_IN = frozenset({"during", "for", "in"})
_JOINING = frozenset({"and", "but", "while"})


def used_to_be(reading: Reading, start: int, end: int) -> bool:
    """ "China, which used to take 400,000 tonnes a year": once, and who knows when."""
    said = reading.words(start, end)
    # "They used to fill the gap: in 2019 …" is told of that year.
    said = said[len(said) - said[::-1].index(":") :] if ":" in said else said
    return "used" in said and any(pair == ("used", "to") for pair in pairwise(said))


def opens_next(reading: Reading, start: int, end: int) -> bool:
    """Whether a time stands at the head of what is joined on behind a comma ("…, and in 2016 the figure was")."""
    return reading.words(start, end)[-3:-1] in _JOINED_ON and reading.words(start, end)[-1:] == ["in"]


def opens_account(said: list[str]) -> bool:
    """ "Purchases were down by half: in April it had bought 43,000 tonnes": the time of what explains it."""
    return said[-2:-1] == [":"] and said[-1] in _IN


def opens_other(reading: Reading, start: int, end: int) -> bool:
    """Whether another clause is joined on behind a comma."""
    said = reading.words(start, end)
    return not _JOINING.isdisjoint(said) and any(list(pair) in _JOINED_ON for pair in pairwise(said))


def brings(reading: Reading, start: int, end: int) -> bool:
    """ "Up 40 percent, bringing purchases so far this year to $182 million": the time of what it comes to."""
    said = reading.words(start, end)
    return not _BRINGING.isdisjoint(said) and any(w == "," and after in _BRINGING for w, after in pairwise(said))


def broken(reading: Reading, start: int, end: int) -> bool:
    """Whether a time is of something else than the figure before it."""
    words = reading.words(start, end)
    if ";" in words or opens_account(words):
        return True
    return (
        bool(set(words) & {",", ";", "and", "while", "but", "(", "after", "which", "from", "to", "compared"})
        and len(words) > 1
    ) or len(words) > 14
