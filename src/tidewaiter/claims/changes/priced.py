"""Prices that leave out what they are for because the price before has said it: "$11 a barrel, down from $13"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.numbers.tokens import BREAK, cut
from tidewaiter.claims.numbers.vocabulary import vocabulary

_PER = "_per_"
#: Characters from a price to the one that it came from or went to, and what stands before that one.
_ELSEWHERE = re.compile(r" (?:in|at) (?:the )?[^,;.]{2,24},? (?:and|but)(?: just| only| about)?")
_REACH = 80
_BASE = re.compile(
    r"\b(?:compared (?:with|to)|from|than|against|versus|vs\.?|to|when (?:it|they) (?:was|were|cost|sold for))"
    r"(?: (?:about|around|some|nearly|just|only|almost|roughly|over))?\Z"
)
#: "Up from $434 in May and $390 a year earlier": what follows one more price of another time.
_AND, _THEN = (
    re.compile(r"\band(?: (?:about|around|just|only))?\Z"),
    re.compile(
        r" (?:a|one|the) (?:year|month|week|quarter) (?:ago|before|earlier|previously)\b"
        r"|(?: in)? (?:the )?(?:previous|preceding|same|last) (?:year|month|week|quarter)\b"
        r"| in [A-Z12]"
    ),
)
_BEFORE, _STEP = ("from", "compared with", "compared to"), " from"
#: What begins to tell of something else.
_TURNS = re.compile(r"\b(?:and|but|whereas|while)\b")
_SPANS = frozenset({"day", "month", "quarter", "week", "year"})
#: A price of the same goods is at most so many times another.
_ALIKE = 10

#: "A litre of petrol in Damascus cost about": characters from there to the price.
_ONE_MEASURE = r"\b(?:an?|one|each|every) (kilo|kilogramme|kilogram|kg|lit(?:er|re)|ton(?:ne)?|barrel|gallon|pound)\b"
_ONE = re.compile(_ONE_MEASURE + r"(?: of [^.,;:\d]{2,40}?)? \w", re.IGNORECASE)
_ONE_OF = re.compile(
    _ONE_MEASURE + r"(?: of [^.,;:\d]{2,40})?(?:, [^.,;:\d]{2,30},)?"
    r"(?: \w+){0,5}? (?:costs?|(?:sold|sells|selling|went|goes|traded|trades|trading) (?:for|at)|fetche[ds])"
    r"(?: \w+){0,3} ?\Z",
    re.IGNORECASE,
)
_HEAD = 110
#: Between a price and the same in other money.
_AGAIN = re.compile(r" ?\((?:about|around|roughly|some|or|U\.S\. ?|US ?)? ?")


def told_alike(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """The figures of a sentence; a price that another came from is for as much as that one."""
    found = list(figures)
    for n in range(1, len(figures)):
        price, other = found[n - 1], figures[n]
        if price.kind == "percent" and n > 1:
            # "6,150 won a kilo, down 4.7% from two weeks ago, when it cost 6,450 won".
            price = found[n - 2]
        before = figures[n - 2] if n > 1 else None
        if (
            before is not None
            and before.unit.startswith(f"{other.unit}{_PER}")
            and price.unit.partition(_PER)[0] != other.unit
        ):
            # "22,000 won ($2.75), up from 6,000 won": between them the first is told in other money.
            price = replace(before, end=price.end)
        if price.kind != "money" or other.kind != "money" or _PER not in price.unit or _PER in other.unit:
            continue
        between = text[price.end : other.start].rstrip().lower()
        if price.unit.rpartition(_PER)[2] in _SPANS and not between.endswith(_BEFORE):
            # "Exports were worth $2 billion a year and imports less than $500 million".
            continue
        near = other.value <= price.value * _ALIKE and price.value <= other.value * _ALIKE
        # "Up $15 a ton from $400".
        near = near or between == _STEP
        alike = other.unit == price.unit.partition(_PER)[0] and len(between) <= _REACH and near
        if alike and ";" not in between and _is_of_the_same(text, other, between):
            found[n] = replace(other, unit=price.unit, rule=f"{other.rule}, for as much as the price before")
    return found


def _is_of_the_same(text: str, other: Figure, between: str) -> bool:
    """Whether the words up to another amount, or the time behind it, say that it is one more price of the goods."""
    base = _BASE.search(between)
    if base is not None and _TURNS.search(between) is not None and not base[0].startswith(_BEFORE):
        # "A kilo of rice cost 5,000 won while wages rose to 6,000 won".
        return False
    if base is not None or _ELSEWHERE.fullmatch(between):
        return True
    return _AND.search(between) is not None and _THEN.match(text, other.end) is not None


def costs_one(text: str) -> bool:
    """Whether a text tells anywhere what one measure of something costs."""
    return _ONE.search(text) is not None


def for_one(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """The figures of a sentence; what one measure of goods costs is so much for that ("a kilo of rice cost 5,000 won").

    So is the same price in brackets, in other money. "One kilogram" is then no quantity of its own.
    """
    found = list(figures)
    measures: set[int] = set()
    for n, price in enumerate(figures):
        if price.kind != "money" or _PER in price.unit:
            continue
        last = found[n - 1] if n else None
        if (
            last is not None
            and last.kind == "money"
            and _PER in last.unit
            and _AGAIN.fullmatch(text, last.end, price.begins)
        ):
            measured = last.unit.partition(_PER)[2]
        else:
            one = last is not None and last.kind == "quantity" and last.value == 1
            start = max(0, price.begins - _HEAD, 0 if last is None else last.begins if one else last.end)
            told = _ONE_OF.search(text, start, price.begins)
            named = None if told is None else vocabulary("en").rates.at([*cut(told[1].lower()), BREAK], 0)
            if named is None:
                continue
            measured = named[0]
            measures |= {n - 1} if one else set()
        found[n] = replace(price, unit=f"{price.unit}{_PER}{measured}", rule=f"{price.rule}, for one measure of goods")
    return [figure for n, figure in enumerate(found) if n not in measures]
