"""Bare numbers of goods that are told by the piece: "masks, of which 8.4 million were delivered"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.words.lexicon import words
from tidewaiter.reference.goods import names_goods

#: What is added to the rule of a number that is said to be one.
NUMBERED = ", the number of them"
_VEHICLES, _PEOPLE = words("vehicles"), ("people", "persons")
#: Characters before a number in which its goods stand.
_REACH = 70
#: "The number of thermometers went up from 95,000 to 143,000".
_NUMBER = re.compile(
    r"\b[Nn]umber of (people|(?:[a-z-]+ ){0,2}[a-z-]+s)\b[^.;:\d]{0,48}\b(?:from|to|at|was|reached)"
    r"(?: (?:about|some|around|over))?\s*\Z"
)
#: "521,000 people, of whom only 12,900 …".
_OF_WHOM = re.compile(r"\b(?:of|among) whom(?: only| just| about| some| around| at least)?\s*\Z")
#: "Most of the doses, 133 million", and how many are many.
_DOSES, _MANY = re.compile(r"\b(?:doses|shots|jabs)\b,? (?:about |some |around |over |or )?\Z"), 1000
_ON = re.compile(r" ?(?:[^.;:\d]{0,24} )?to (?:about |some |around |over )?\Z")


@cache
def _goods() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(words('by_the_piece')))})\b[^.;:$€£¥\d]{{0,48}}\Z", re.IGNORECASE)


def counted(text: str, figures: Sequence[Figure]) -> bool:
    """Whether such goods are the last thing told of before a number of a sentence, which then is no money."""
    return any(_goods().search(text, max(0, f.begins - _REACH), f.begins) is not None for f in figures)


def numbered(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """The figures of a sentence; those of "the number of thermometers" count the thermometers."""
    found = list(figures)
    for n, figure in enumerate(figures):
        if figure.kind != "count" or figure.noun is not None or figure.unit != "units":
            continue
        said = _NUMBER.search(text, max(0, figure.begins - _REACH - len("number of")), figure.begins)
        if _OF_WHOM.search(text, max(0, figure.begins - _REACH), figure.begins) is not None:
            found[n] = replace(figure, unit="people", rule=f"{figure.rule}, so many people")
            continue
        if figure.value >= _MANY and _DOSES.search(text, max(0, figure.begins - _REACH), figure.begins) is not None:
            # "The bulk of the doses, 133 million, came from Peru".
            found[n] = replace(figure, unit="doses", kind="quantity", rule=f"{figure.rule}, so many doses")
            continue
        if said is not None and said[1].startswith(_PEOPLE):
            # "The number of people in need reached 3 million": no money, whatever was told before.
            found[n] = replace(figure, noun=said.span(1), unit="people", rule=f"{figure.rule}, so many people")
            continue
        if said is not None and (not names_goods(said[1]) or not _VEHICLES.isdisjoint(said[1].split())):
            # "The number of traders", "the number of trucks that crossed the border".
            continue
        noun = said.span(1) if said is not None else None
        last = found[n - 1] if n else None
        if said is None and last is not None and last.rule.endswith(NUMBERED):
            noun = last.noun if _ON.fullmatch(text, last.end, figure.begins) else None
        if noun is not None:
            found[n] = replace(figure, noun=noun, rule=f"{figure.rule}{NUMBERED}")
    return found
