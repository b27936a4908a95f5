"""Steps that words alone tie to a percentage or multiple: "15 percent more than the 300 million", "A，比B增长P%".

Nothing is asked of slots here, so it holds in languages whose goods and parties are not read. The words must stand
straight between the figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.passages.links import leads_on, says
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.passages.questions import base_period
from tidewaiter.verdicts.passages.sentence_before import is_level, is_step, told_before
from tidewaiter.verdicts.passages.told import TURNS, Step
from tidewaiter.verdicts.tables import table

#: Between the figure that it led to and the percentage, at most so many characters.
_REACH = 140
#: Between a percentage and what it is of: the time of that, and no other clause.
_TIME = r"(?:(?!\s-\s)[^,;:.。；，—–]|\.\d|, ?(?:when|чем|когда|que|quando|wie|als)\b){0,60}"
# Spaces are taken for good (`\s*+`) wherever nothing behind them can begin with one: a long run of them would else be
# shared out among the gaps in every way there is.
_MONEY = r"\s*+(?:US|A|C|HK|NT|Tk\.?|Rs\.?)?\s*+[$€£¥₹₩]?\s*+\Z"
_TO = re.compile(r"(?:[^;:.,；。，]|\.\d){0,40}\bto (?:US)?[$€£¥₹]?\s*(?:[A-Z][a-z]\.? ?)?", re.IGNORECASE)
#: From a time to what followed.
_FROM_TO = re.compile(
    rf",? from (?=[^,;$€£¥]*[A-Za-z]){_TIME}\bto (?:about |just |only |some )?{_MONEY}", re.IGNORECASE
)
#: "… less than in 2019 and just $98,000 since": the next figure of a list, and not what the percentage is of.
_LISTED = re.compile(r"\band\s(?:about |just |nearly |only |roughly |some |to )?[^\w\s]{0,4}\Z", re.IGNORECASE)
#: What joins a second comparison to the first.
_JOINED = re.compile(r"\band\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[;；。]|[.!?]\s")
#: What parts one step from the next.
_PARTED = re.compile(r"[,;，；]|\b(?:and|but|while|whereas|as)\b", re.IGNORECASE)
_NOT_FAR = 90
_ITSELF = re.compile(r"[^,;.]{0,24}, (?:which|itself|in turn)\b", re.IGNORECASE)
#: "1천740만 달러였던 10월의 절반": the time of the figure before, again.
_WAS_ITS = re.compile(r"(?:이었던|였던|인) ?[^,.;。，；]{1,16}의 ?(?:약 |무려 )?")
#: What opens a bracket with the figure before, and closes it before the percentage.
_IN_BRACKETS = re.compile(r"\s*\([^()]{0,40}", re.IGNORECASE)
_BEHIND_BRACKET = re.compile(
    r"\s*(?:\)\s*[,:;]?|[;,])\s*(?:up|down|or|a (?:rise|fall|gain|drop|decline|growth|decrease|increase) of)?\s*",
    re.IGNORECASE,
)
_BRACKETED = 2
_OPENING = re.compile(rf"\({_MONEY}")
#: Behind what was taken for a share: "This was 1.4 billion, or 18.2 percent, less than the 7.7 billion of 2022".
_LESS_THAN = re.compile(r",?\s*(?:less|more|lower|higher|fewer) than\b", re.IGNORECASE)
#: "Of which" so little before a figure makes it a part; figures of a sentence that are looked through.
_OF_WHICH, _MOST = 14, 14


@cache
def _between(kind: str) -> re.Pattern[str]:
    """What stands between two figures, beginning with a phrase of a kind."""
    phrases = sorted((str(p) for listed in table("links")[kind].values() for p in listed), key=len, reverse=True)
    either = "|".join(rf"{re.escape(p)}(?![A-Za-zА-я])" if p[0].isascii() else re.escape(p) for p in phrases)
    return re.compile(rf"\s*+,?\s*+(?:{either}){_TIME}{_MONEY}", re.IGNORECASE)


@cache
def _ending(kind: str) -> re.Pattern[str]:
    """What stands between two figures, ending with a phrase of a kind."""
    phrases = sorted((str(p) for listed in table("links")[kind].values() for p in listed), key=len, reverse=True)
    return re.compile(rf"{_TIME}\s*+[,–—-]?\s*+(?:{'|'.join(map(re.escape, phrases))})\s*+(?:about )?", re.IGNORECASE)


@cache
def _straight(kind: str) -> re.Pattern[str]:
    """What stands between two figures, being nothing but words of a kind."""
    phrases = sorted((str(p) for listed in table("links")[kind].values() for p in listed), key=len, reverse=True)
    either = "|".join(map(re.escape, phrases))
    return re.compile(rf"\s*+[)）]?\s*+(?:(?:{either})\s*+){{1,4}}{_MONEY}", re.IGNORECASE)


@cache
def _leading(kind: str) -> re.Pattern[str]:
    phrases = sorted((str(p) for listed in table("links")[kind].values() for p in listed), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, phrases))})[^，,。；;：:]{{0,14}}\Z")


def tight_steps(passage: Passage, claims: Sequence[Claim], before: Sequence[Claim]) -> Iterator[tuple[Claim, Step]]:
    """Each percentage or multiple of a sentence with the step it is of; `before` is the sentence before."""
    if not 2 <= len(claims) <= _MOST:
        return
    bases: set[Claim] = set()
    found: list[tuple[Claim, Claim]] = []
    for place, claim in enumerate(claims):
        if claim.value <= 0 or not _steps(claim):
            continue
        base = _base(passage, claims, place)
        if base is not None and base not in bases:
            bases.add(base)
            found.append((claim, base))
    for claim, base in found:
        after = _after(passage, claims, claim, base, bases) or told_before(passage, claims, claim, base, before)
        if after is None or passage.is_balance(after) != passage.is_balance(base) or scope.both_ways(after, base):
            continue
        if scope.is_price(after) != scope.is_price(base) and "other" not in (after.measure, base.measure):
            continue
        if not _apart(passage, claim, after, base) and not scope.flows_clash(after, base):
            yield claim, Step(after, base, stated=True)


def tied_base(passage: Passage, claim: Claim) -> Claim | None:
    """The figure that words straight beside a percentage or multiple tie to it as what it is of, whatever it led to."""
    here = [c for c in passage.claims if c.sentence == claim.sentence]
    return _base(passage, here, here.index(claim)) if _steps(claim) and 2 <= len(here) <= _MOST else None


def _steps(claim: Claim) -> bool:
    if claim.unit == "times":
        return claim.measure in ("change", "ratio")
    return claim.unit == "percent" and claim.measure in ("change", "other", "share")


def _is_fraction(claim: Claim) -> bool:
    """Whether a percentage stands there as a fraction: "half the 71 million"."""
    return claim.unit == "percent" and not any(map(str.isdigit, claim.text))


def _base(passage: Passage, claims: Sequence[Claim], place: int) -> Claim | None:
    """The figure that words tie to a percentage as what it is of."""
    claim, previous = claims[place], claims[place - 1] if place else None
    following, last, *_ = *claims[place + 1 :], None, None
    if following is not None and is_level(passage, following):
        between = passage.between(claim, following)
        if says("of_which", between) or (claim.measure == "share" and not _LESS_THAN.match(between)):
            return None
        if _LISTED.search(between):
            return None
        if _FROM_TO.fullmatch(between):
            # "Up 82 percent from January to 1.8 million tonnes": what it became.
            return None
        if _between("multiple_of" if _is_fraction(claim) or claim.unit == "times" else "than").fullmatch(between):
            return _in_bracket(passage, claim, following, last) if _OPENING.search(between) else following
        # "rose 12 percent to A from B": what it became stands in between.
        if (
            last is not None
            and claim.unit == "percent"
            and is_level(passage, last)
            and last.unit == following.unit
            and _TO.fullmatch(between)
            and passage.came_from(last)
            and len(passage.between(following, last)) <= _NOT_FAR
            and not _PARTED.search(passage.between(following, last))
        ):
            return last
    if previous is not None and is_level(passage, previous) and claim.measure != "share":
        between = passage.between(previous, claim)
        if claim.unit == "percent" and _BEHIND_BRACKET.fullmatch(between) and _is_bracketed(passage, claims, place):
            return previous
        if claim.unit == "times":
            told = _straight("multiple_after").fullmatch(between) or _WAS_ITS.fullmatch(between)
            return previous if told else None
        if _is_fraction(claim) and _WAS_ITS.fullmatch(between):
            return previous
        if _straight("compared_after").fullmatch(between):
            return previous
        if passage.came_from(previous) and _ending("a_change_of").fullmatch(between) and not TURNS.search(between):
            return None if _compares_anew(claim, previous, between) else previous
        if _straight("grew").fullmatch(between) and _leading("compared_before").search(passage.lead(previous)):
            return previous
    return None


def _in_bracket(passage: Passage, claim: Claim, first: Claim, last: Claim | None) -> Claim | None:
    """ "Twice as much as in May 2022 (12,000 tonnes against 6,000)": both are told again, and the last was then.

    "(7,000 tonnes, up from 5,000 in 2021)" tells what it was then, and before.
    """
    if last is None or ")" in passage.between(first, last):
        # Of "(4 tonnes against 8)" the last is no figure, and the first is of now.
        return None if leads_on("from", passage.tail(first).lstrip(" ,")) else first
    if first.unit != last.unit or not is_level(passage, last) or not passage.came_from(last):
        return first
    return last if _is_of_base(claim, last) or passage.tail(last).lstrip().startswith(")") else first


def _compares_anew(claim: Claim, previous: Claim, between: str) -> bool:
    """ "Down from $42 million in February and up 12 percent on the year": a second comparison, with its own base."""
    return _is_of_base(claim, previous) is False and _JOINED.search(between) is not None


def _is_of_base(claim: Claim, level: Claim) -> bool | None:
    """Whether a level is of the time that a percentage starts from; None where either is not told."""
    days, told = scope.period(claim), scope.period(level)
    base = None if days is None else base_period(claim, days)
    return None if base is None or told is None else base.same_days(told)


def _is_bracketed(passage: Passage, claims: Sequence[Claim], place: int) -> bool:
    """ "Pork: $3.1 million (2023: $2.5 million), +24.0%": the figure before a percentage stands in brackets, of one."""
    if place < _BRACKETED:
        return False
    first, second = claims[place - _BRACKETED : place]
    between = passage.between(first, second)
    if first.unit != second.unit or not is_level(passage, first) or _IN_BRACKETS.fullmatch(between) is None:
        return False
    # "221,000 t (bean equivalent 276,000 t), +4%": the same time's, counted otherwise.
    worded = any(map(str.isalpha, between.partition("(")[2]))
    return not worded or says("earlier", between) or not scope.same_period(first, second)


def _after(passage: Passage, claims: Sequence[Claim], claim: Claim, base: Claim, bases: set[Claim]) -> Claim | None:
    """What it became: between percentage and base, else the nearest figure before them that is no base itself."""
    inside = [c for c in claims if claim.start < c.start < base.start and c.unit == base.unit]
    if inside:
        return inside[0]
    # "rose 33 percent, from B to A".
    following = next((c for c in claims if c.start > base.start), None)
    if following is not None and claim.start < base.start and following.unit == base.unit:
        told = passage.led_by("from", base) and passage.led_by("to", following)
        # "Up 12 percent from B, while exports stood at C" tells of something else behind the comma.
        if told and not _PARTED.search(passage.between(base, following)) and is_level(passage, following):
            return following
    first = min(claim, base, key=lambda c: c.start)
    earlier = [
        c
        for c in claims
        if c.start < first.start
        and c.unit == base.unit
        and c not in bases
        and is_level(passage, c)
        and not passage.came_from(c)
        and not says("of_which", passage.lead(c, reach=_OF_WHICH))
    ]
    # "$543 million (January $171 million, March $194 million), 12 percent more": not what stands in brackets.
    earlier = [c for c in earlier if not _aside(passage.between(c, first))] or earlier
    last = next((c for c in reversed(claims) if c.end <= first.start), None)
    if last is not None and last.unit == base.unit and _ITSELF.match(passage.between(last, first)):
        # "Down 91 percent from 270 tonnes in July, which was itself down 79 percent from June".
        return last if last not in bases or passage.came_from(last) else None
    if not earlier:
        return None
    if is_step(passage, earlier[-1], claim, base):
        # "541.7 million, about 60 million or nearly 13 percent more than 480.6 million".
        del earlier[-1]
    if not earlier:
        return None
    after = earlier[-1]
    between = passage.between(after, first)
    return after if len(between) <= _REACH and not _CLAUSE.search(between) else None


def _apart(passage: Passage, claim: Claim, after: Claim, base: Claim) -> bool:
    """Whether two figures are of different goods, so that no percentage leads from one to the other."""
    if after.goods and base.goods:
        return scope.goods_apart(after, base) is not False
    # "Oil and its derivatives contributed 8.95, 22.8 percent less than in 2022, when they brought in 11.59".
    than = claim.start < base.start and _between("than").fullmatch(passage.between(claim, base)) is not None
    return not than and scope.goods_clash(after, base)


def _aside(between: str) -> bool:
    """Whether what stands before these words stands in brackets that they close."""
    return between.count(")") + between.count("）") > between.count("(") + between.count("（")
