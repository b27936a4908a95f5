"""Steps whose two levels stand anywhere near: "The decline amounted to 27 percent", "sales thus grew 3.4-fold".

A step is a percentage, a multiple or an amount; words beside it say which way it went.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial

from tidewaiter.claims.claim import Claim
from tidewaiter.period import Period
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.passages import flows
from tidewaiter.verdicts.passages.links import letters, says
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.passages.told import accounts_for, amount_ahead, amount_behind, way_told
from tidewaiter.verdicts.relations.changes import of_another_base
from tidewaiter.verdicts.relations.factor import Multiple
from tidewaiter.verdicts.relations.relation import Relation
from tidewaiter.verdicts.relations.steps import Difference
from tidewaiter.verdicts.relations.triangles import Change
from tidewaiter.verdicts.wording import is_currency
from tidewaiter.verdicts.worked.board import Board, firm
from tidewaiter.verdicts.worked.pairs import worked_out

#: How far before and behind a figure the words stand that make a step of it.
_BEFORE, _BEHIND = 40, 24
_MORE = re.compile(
    r"(?:, or [\d.]{1,6} ?(?:per ?cent|%),?)?\s*(?:more|less|higher|lower|fewer|above|below)\b", re.IGNORECASE
)
_MORE_THAN = re.compile(
    r"\s*(?:(?:more|less|higher|lower|fewer|up|down) (?:than|on|from)|above|below)"
    r" (?:the |what was |just |only |about )*(?:US)?[$€£¥₹₩]?\s*",
    re.IGNORECASE,
)
_THAN = re.compile(r"\s*than\b", re.IGNORECASE)
_VOLUME = re.compile(r"\b(?:volumes?|quantity|tonnage)\b|물량|数量", re.IGNORECASE)
_PRICES = re.compile(r"\bprices?\b", re.IGNORECASE)
_LISTED = 3
_OUT, _IN = frozenset({flows.OUT}), frozenset({flows.IN})
_WAYS = ("increase", "decrease")
#: How far behind an earlier level a step stands straight behind it.
_STRAIGHT = 24
#: "In May it had bought 30 million": before what the text tells of.
_HAD = re.compile(r"\bhad\b", re.IGNORECASE)
_VALUE = re.compile(r"\b(?:value|revenue|earnings)\b|금액|액수|金额|金額|货值|价值", re.IGNORECASE)
#: By how much a month or a year may be longer than another.
_DAYS = 3
#: An amount that stands alone in a bracket, with what it is of.
_BRACKETED = re.compile(r"[^()（）]{1,16}[(（][^()（）\d]{0,8}\Z")
#: "The most since October (122 million)": held against in rank alone.
_SINCE = re.compile(r"\bsince [^,;.()]{1,24}\(\D?\Z", re.IGNORECASE)
_SINCE_IT = re.compile(r"\s*[)）]\s*(?:이후|이래|以[来來])")
_CLAUSE = re.compile(r"[;；。，]|[.,:]\s|\b(?:and|while|whereas|but)\b")


def find(passage: Passage) -> Iterator[Relation]:
    """Every step with the nearest two levels that it may be between."""
    board = Board(passage)
    for step in passage.claims:
        if step.value <= 0 or passage.in_row(step) or not (kind := _kind(passage, step)):
            continue
        found = worked_out(board, step, partial(_made, passage, kind, step))
        if found is not None:
            yield found


@cache
def _by() -> re.Pattern[str]:
    """The words straight before an amount that make it a step: "by about", "an increase of"."""
    return re.compile(
        rf"\b(?:by|(?:{letters('move_in')}|{letters('difference_of')})"
        r"(?: (?:of|was|is|came to|comes to|amounted to|amounts to|totalled|totaled|stood at))+)"
        r"(?: (?:about|around|roughly|some|nearly|almost|just|only|a|mere))*\s*\Z",
        re.IGNORECASE,
    )


def _kind(passage: Passage, step: Claim) -> str | None:
    """What a figure is as a step: a `percentage`, a `multiple` or a `difference`; None where it is none."""
    if step.unit == "times" and step.measure in ("change", "ratio", "other"):
        return "multiple"
    if step.unit == "percent" and _in_list(passage, step):
        return None
    if step.unit == "percent":
        return "percentage" if step.measure in ("change", "other") and _way(passage, step) else None
    amount = scope.is_amount(step) or scope.is_price(step)
    amount = amount or (step.measure == "change" and step.unit != "percentage_points")
    if not amount or (passage.is_balance(step) and step.measure != "change"):
        return None
    by = _by().search(passage.lead(step, reach=_BEFORE)) is not None or passage.led_by("so_much_before", step)
    by = by or _MORE.match(passage.tail(step)) is not None or passage.followed_by("so_much_behind", step)
    return "difference" if by else None


def _lower_than_told(passage: Passage, step: Claim) -> bool:
    """ "In the capital, prices were 1,000 won lower": than what was told, and no step between two amounts told."""
    more = _MORE.match(passage.tail(step))
    if more is None or says("that_was", passage.lead(step)):
        # "That is 1,000 won more".
        return False
    return not _THAN.match(passage.tail(step)[more.end() :])


def _in_list(passage: Passage, step: Claim) -> bool:
    """ "Chips (27.0%), cars (14.9%) and parts (7.4%) rose": of each of the goods named, whatever amounts stand near."""
    here = [c for c in passage.claims if c.sentence == step.sentence]
    return sum(c.unit == "percent" for c in here) >= _LISTED and not any(map(scope.is_amount, here))


def _way(passage: Passage, step: Claim) -> str | None:
    """Which way a step went, as it was read or as the words beside it say; "either" where they leave it open."""
    if step.direction in _WAYS:
        return step.direction
    near = f"{_CLAUSE.split(passage.lead(step, reach=_BEFORE))[-1]} … {_CLAUSE.split(passage.tail(step))[0][:_BEHIND]}"
    ways = [way for way in _WAYS if says(way, near)]
    return ways[0] if len(ways) == 1 else "either" if ways or says("a_step", near) else None


def _made(passage: Passage, kind: str, step: Claim, first: Claim, second: Claim) -> Relation | None:
    """The step between two figures; None where they are no two levels of one thing, or not of the step's."""
    if first.unit != second.unit or (kind == "difference" and step.unit not in (first.unit, _money(first))):
        return None
    prices = all(scope.is_price(c) and c.value > 0 for c in (first, second))
    if not prices and not _alike(passage, kind, step, first, second):
        return None
    if scope.flows_clash(first, second) or scope.goods_clash(first, second) or _out_and_in(passage, first, second):
        return None
    if any(scope.widths_clash(one, other) for one, other in ((first, second), (step, first), (step, second))):
        # What a part of a trade was a year before is no base of the whole trade.
        return None
    if any(_is_aside(passage, c, step) for c in (first, second)):
        return None
    led_to = None if kind == "difference" else amount_behind(passage, step) or amount_ahead(passage, step)
    if led_to is not None and not any((c.value, c.unit) == (led_to.value, led_to.unit) for c in (first, second)):
        return None
    if kind != "difference" and _VOLUME.search(_CLAUSE.split(passage.lead(step))[-1]) and is_currency(_money(first)):
        # "Revenue has grown by 36.6 percent and volume by 31.7 percent".
        return None
    if kind != "difference" and _PRICES.search(_CLAUSE.split(passage.lead(step))[-1]) and not scope.is_price(first):
        # "Prices have doubled since": whatever amounts the text tells.
        return None
    if kind != "difference" and _VALUE.search(_CLAUSE.split(passage.lead(step))[-1]) and not is_currency(_money(first)):
        return None
    if (
        kind == "difference"
        and _lower_than_told(passage, step)
        and step.sentence not in (first.sentence, second.sentence)
    ):
        return None
    ordered = _more_than(passage, step, first, second) or _in_order(passage, first, second)
    if ordered is None:
        return None
    after, before = ordered
    if kind == "percentage" and accounts_for(passage, step, after, before):
        return None
    if _has_its_own(passage, step, after, before) or _of_a_rate(passage, after, before):
        return None
    told_anew = _told_anew(passage, step, before)
    if _of_another(step, after, before, told_anew=told_anew, against=passage.came_from(before)):
        return None
    way = _way(passage, step)
    known = ("without", "volume", "average") if scope.is_price(after) else ("without", "volume")
    solid = firm(passage, (step, after, before), without=known)
    if kind == "difference":
        rose = after.value >= before.value if way in (None, "either") else way == "increase"
        ordered = (after, before) if rose else (before, after)
        told = step.direction == way and way_told(passage, step)
        return Difference((step, *ordered), link="near", firm=solid, way_told=told)
    if kind == "multiple":
        return Multiple((step, after, before), link="near", firm=solid, more=says("times_more", _told(passage, step)))
    given = way if way in _WAYS else None
    made = Change((step, after, before), link="near", firm=solid, way_told=way_told(passage, step), way=given)
    return None if of_another_base(passage, made) else made


def _alike(passage: Passage, kind: str, step: Claim, first: Claim, second: Claim) -> bool:
    """Whether both are amounts of trade, or what trade left: "적자는 12억 달러로 작년(13억)보다 1억 달러 줄었다"."""
    if kind == "difference" and passage.is_balance(step):
        return all(passage.is_balance(c) and c.measure != "change" and scope.is_some(c) for c in (first, second))
    return all(passage.is_plain_amount(c) for c in (first, second))


def _more_than(passage: Passage, step: Claim, first: Claim, second: Claim) -> tuple[Claim, Claim] | None:
    """ "$61 a ton, $37 more than the $24 it used to cost": what stands straight before the step and behind "than"."""
    straight = first.end <= step.start and second.start >= step.end and len(passage.between(first, step)) <= _STRAIGHT
    than = straight and step.sentence == second.sentence and _MORE_THAN.fullmatch(passage.between(step, second))
    return (first, second) if than else None


def _has_its_own(passage: Passage, step: Claim, after: Claim, before: Claim) -> bool:
    """ "Pork came to 314, against 329 a year ago. Grain 5,106, up 1.5-fold": what 329 became stands beside it."""
    if before.sentence in (step.sentence, after.sentence) or not passage.came_from(before):
        return False
    beside = (c for c in passage.claims if c.sentence == before.sentence and c.start < before.start)
    return any(c.unit == before.unit and passage.is_plain_amount(c) and not passage.came_from(c) for c in beside)


def _of_a_rate(passage: Passage, after: Claim, before: Claim) -> bool:
    """ "A day's exports were 2.28 billion against last year's (2.09 billion)": that was one of a day, too."""
    beside = (c for c in passage.claims if c.sentence == before.sentence and c.end <= before.start)
    head = max(beside, key=lambda claim: claim.end, default=None)
    rate = head is not None and head is not after and head.unit.startswith(f"{before.unit}_per_")
    return rate and passage.came_from(before)


def _is_aside(passage: Passage, claim: Claim, step: Claim) -> bool:
    """ "Next came Turkey ($94 million)", "the most since October ($122 million)": what stands in a bracket by itself.

    A step is of it only where it is told beside it, or of an earlier time: "6 times last year's ($22 million)".
    """
    lead = passage.lead(claim)
    named = _BRACKETED.search(lead)
    if named is None:
        return False
    if _SINCE.search(lead) or _SINCE_IT.match(passage.tail(claim)):
        return True
    return claim.sentence != step.sentence and not re.search(r"\d", named[0]) and not says("earlier", named[0])


def _out_and_in(passage: Passage, first: Claim, second: Claim) -> bool:
    """ "Exports rose 19% to 8,752 billion, and imports climbed 47% to 10,189": no step leads from one to the other."""
    if not passage.same_sentence(first, second):
        return False
    one, other = sorted((first, second), key=lambda claim: claim.start)
    told = flows.kinds(passage.lead(one)), flows.kinds(passage.between(one, other))
    return told in ((_OUT, _IN), (_IN, _OUT))


def _money(price: Claim) -> str:
    """What a price is told in, so that a step of it may be."""
    return price.unit.partition("_per_")[0] if scope.is_price(price) else price.unit


def _told_anew(passage: Passage, step: Claim, before: Claim) -> bool:
    """Whether a step says what the levels before it make: "that is 12 percent more"; "in May it was 30, up 12 percent".

    What stands straight behind the earlier level was read to be of that one's time.
    """
    if says("in_other_words", _CLAUSE.split(passage.lead(step))[-1]):
        return True
    if not (before.end <= step.start and before.sentence == step.sentence and scope.same_period(before, step)):
        return False
    # "Last year 34 million, 9 times 2022's": what names a base of its own is of another step.
    between = passage.between(before, step)
    told = passage.came_from(before) or _is_earlier(passage, before)
    return told and len(between) <= _STRAIGHT and not re.search(r"\d", between)


def _told(passage: Passage, step: Claim) -> str:
    return f"{step.text}{passage.tail(step)[:_BEHIND]}"


def _in_order(passage: Passage, first: Claim, second: Claim) -> tuple[Claim, Claim] | None:
    """The later of two levels and the earlier one; None where they may be of one time, or of unlike stretches of it."""
    one, other = scope.period(first), scope.period(second)
    told = passage.same_sentence(first, second) and passage.came_from(first) and passage.came_to(second)
    if one is not None and other is not None and not told and (one.overlaps(other) or not _as_long(one, other)):
        return None
    for is_earlier in (passage.came_from, partial(_is_earlier, passage)):
        earlier = [is_earlier(claim) for claim in (first, second)]
        if earlier[0] != earlier[1]:
            return (second, first) if earlier[0] else (first, second)
    if one is None or other is None or one.start is None or other.start is None:
        return None
    return (first, second) if one.start > other.start else (second, first)


def _as_long(one: Period, other: Period) -> bool:
    """Whether two stretches of time are equally long, give or take the days of a month."""
    lengths = [(p.last_day - p.first_day).days if p.first_day else 0 for p in (one, other)]
    return abs(lengths[0] - lengths[1]) <= _DAYS


def _is_earlier(passage: Passage, claim: Claim) -> bool:
    """Whether words beside a figure say that it is of an earlier time."""
    beside = passage.beside(claim)
    return says("earlier", beside) or _HAD.search(beside.partition("…")[0]) is not None


def _of_another(step: Claim, after: Claim, before: Claim, *, told_anew: bool, against: bool) -> bool:
    """Whether a step was read to be of other goods than its levels, of a trade between others, or of other times."""
    # "Against the 3.7 million of 2021, 12 percent less": read to be of the time that it is against.
    told_anew = told_anew or (against and scope.same_period(step, before) and step.sentence == before.sentence)
    if not told_anew and (scope.periods_clash(step, after) or _clash(step.base_period, before.period)):
        return True
    return any(
        scope.flows_clash(step, level) or (step.goods and level.goods and scope.goods_apart(step, level) is True)
        for level in (after, before)
    )


def _clash(a: str | None, b: str | None) -> bool:
    return a is not None and b is not None and not scope.same_days(a, b)
