"""What one sentence ties together by its words alone, whatever its figures were read to be of.

"1.2 billion, of which 420 million, or 35 percent, went to …" is a part, its whole and a share though nothing else were
known of them; "exported 2.0 and imported 8.4, leaving a deficit of 6.4" is a difference. The words must stand straight
between the figures: the further they are apart, the likelier they belong to something else.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.intervals import CONTRADICTED, SUPPORTED
from tidewaiter.verdicts.passages.links import says
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.passages.told import TURNS
from tidewaiter.verdicts.relations.balances import flow_sums
from tidewaiter.verdicts.relations.parts import PartsWithin
from tidewaiter.verdicts.relations.relation import Relation
from tidewaiter.verdicts.relations.shares_told import OF_THE
from tidewaiter.verdicts.relations.stated_shares import elsewhere, fractions, share_of
from tidewaiter.verdicts.relations.sums import Sum

#: A sentence with more figures is a list or a table.
_MOST = 12
#: And one with more than these says all of its own.
_FEW = 3
#: Words between a whole and its part.
_APART = 120
#: "It came to 43.9 million: 12.6 million in October, …".
_COLON = re.compile(r"(?: [^,;:.\d]{0,30})?: (?:US)?[$€£¥₹₩]?")
#: "410 million of it".
_OF_THIS = re.compile(r"\s*(?:\w{0,12}\s){0,2}of (?:it|this|that|these|them|this total|that total|the total)\b", re.I)
_THESE_GOODS = re.compile(r"\s*of (?:these|those|such) (?:\w+ )?([a-z]{3,20})\b", re.IGNORECASE)
#: What a sentence is on, before "of which".
_TOPIC = re.compile(r"\W*(?!(?:and|but|so|also|still|yet|however|overall)\b)[a-z][a-z -]+,", re.IGNORECASE)
#: Where "Of this, …" stands, and how far two items of a list are from each other.
_OPENING, _LIST = 16, 50
_MOVED = re.compile(r"\b(?:from|while|but|compared|against|than|total|altogether)\b|[.;:]", re.IGNORECASE)
_LISTED = re.compile(r"\A\s*(?:in all|altogether|in total)", re.IGNORECASE)
_NEW_CLAUSE = re.compile(rf"[:;]\s|{TURNS.pattern}", re.IGNORECASE)
#: "수출 3천558만 달러 가운데 …", "出口7234万美元中，…".
_AMONG = re.compile(r"\s*(?:가운데|중(?:에서)?|[中当當]中?)[,，]?(?:\s|(?<=[，,中]))[^,.。，;；\d]{0,24}")
#: No further clause begins between "including" and its figure: "including crude oil, accounted for 113 billion".
_OF_WHICH_THIS = re.compile(
    r"(?:\b(?:of|among) (?:which|that|this|these|those)|\bincluding|\bwhich includes?d?|\b(?:dont|davon|darunter)"
    r"|\b(?:y compris|einschließlich|de l[oa]s cuales|incluyendo)|[^\x00-\x7f])\b,?[^,;；。]*\Z",
    re.IGNORECASE,
)
#: What names things, and makes no clause of its own.
_INCLUDING = re.compile(r"\bincluding\b", re.IGNORECASE)
#: "药品3.2亿美元，其中六成来自印度；进口柴油18亿美元": of which, in another clause than the part.
_CLAUSES = re.compile(r"[;；。]")
_COMMAS = re.compile(r"[,，]")
#: "Of the 190 million …" at the beginning of a sentence.
_LEADS = re.compile(
    r"\W*(?:out )?of(?: (?:the|a|this|that|those)(?: total)?(?: of)?)?(?: (?:about|some|nearly|almost|over))?(?: US)?",
    re.IGNORECASE,
)


def find(passage: Passage) -> Iterator[Relation]:
    """Parts, shares, balances and sums of single sentences, and of two that follow each other."""
    sentences: dict[tuple[int, int], list[Claim]] = defaultdict(list)
    for claim in passage.claims:
        sentences[claim.sentence].append(claim)
    for claims in sentences.values():
        if 2 <= len(claims) <= _MOST:
            for part, whole in [*parts(passage, claims), *_listed(passage, claims)]:
                yield PartsWithin((whole, part), link="stated", firm=not elsewhere(passage, part, whole))
                yield from share_of(passage, claims, part, whole)
            yield from fractions(passage, claims)
            yield from _itemised(passage, claims)
    for part, whole in _of_this(passage, sentences):
        yield PartsWithin((whole, part), link="stated", firm=not elsewhere(passage, part, whole))
        yield from share_of(passage, sentences[part.sentence], part, whole)
    yield from _flows(passage, sentences)


def _of_this(passage: Passage, sentences: Mapping[tuple[int, int], Sequence[Claim]]) -> Iterator[tuple[Claim, Claim]]:
    """ "Yarn made up 410 crore of it": a part of the one figure that the sentence before is about."""
    before: Sequence[Claim] = ()
    for claims in sentences.values():
        if passage.in_row(claims[0]):
            # "Of which fuel" heads a row of which the whole stands in its own column, rows above.
            before = ()
            continue
        levels = [claim for claim in claims if scope.is_some(claim)]
        wholes = [c for c in before if not passage.came_from(c) and scope.is_amount(c) and not passage.is_balance(c)]
        # "Up to 250,000 tonnes" are allowed, and nothing is a part of them.
        wholes = [c for c in wholes if c.qualifier not in ("up_to", "less_than")]
        wholes.sort(key=lambda claim: -claim.value)
        # Which of several is meant is not known, and all of them together may be.
        if wholes and sum(claim.value for claim in wholes[1:] if claim.unit == wholes[0].unit) >= wholes[0].value:
            wholes = []
        for part in levels if wholes and passage.adjoining(wholes[0], levels[0] if levels else wholes[0]) else ():
            # Behind another amount of its sentence "of it" is of that one.
            # "Made 300,000 tonnes of fertilizer. It needs 550,000 tonnes of it": of the goods, not of the amount.
            goods = part.measure == "other" and part.unit.islower()
            behind = part is levels[0] and not goods and _OF_THIS.match(passage.tail(part)) is not None
            # "Crude is not in it: it sends 4 million barrels of it a year": of what the sentence begins with.
            behind = behind and _NEW_CLAUSE.search(passage.lead(part)) is None
            behind = behind and not _of_named_goods(passage, part, wholes[0])
            leads = says("of_this", _opening(passage, levels[0])) and claims.index(levels[0]) <= 1
            if (
                (behind or leads)
                and _in_it(part, wholes[0])
                and not (scope.goods_apart(part, wholes[0]) and passage.block(part) != passage.block(wholes[0]))
                and not passage.is_balance(part)
                and not passage.came_from(part)
            ):
                whole = _with_its_share(passage, claims, part, wholes)
                yield part, whole
                yield from ((other, whole) for other in _and(passage, levels, part))
        before = claims


def _of_named_goods(passage: Passage, part: Claim, whole: Claim) -> bool:
    """ "Gold brought in 44 million. China bought 311 million of these minerals": of the goods that are pointed at."""
    named = _THESE_GOODS.match(passage.tail(part))
    called = named is not None and named[1].lower() in (part.product or "").lower().split()
    return called and named is not None and named[1].lower() not in (whole.product or "").lower().split()


def _with_its_share(passage: Passage, claims: Sequence[Claim], part: Claim, wholes: Sequence[Claim]) -> Claim:
    """The largest of some amounts; or the part of it that a share beside the next part is right for.

    "3.4 billion, of which China took 1.2 billion. Of this, copper made up 900 million, or 75 percent".
    """
    smaller = (whole for whole in wholes[1:] if _in_it(part, whole) and whole.value > part.value)
    right = (w for w in wholes[:1] if all(s.outcome() != CONTRADICTED for s in share_of(passage, claims, part, w)))
    told = (w for w in smaller if any(s.outcome() == SUPPORTED for s in share_of(passage, claims, part, w)))
    return next(right, None) or next(told, wholes[0])


def _opening(passage: Passage, first: Claim) -> str:
    """What a sentence begins with, its first amount at the most: "进口14亿元，其中" is of no sentence before it.

    Nor is "Masks, of which 8 million were delivered in April, …": of the masks.
    """
    ahead = passage.place(first)[0] - passage.sentence_ends(first)[0]
    opening = passage.sentence(first)[: min(_OPENING, ahead)]
    topic = _TOPIC.match(opening)
    return "" if topic is not None and not says("of_this", topic[0]) else opening


def _and(passage: Passage, levels: Sequence[Claim], part: Claim) -> Iterator[Claim]:
    """What a list goes on with: "410 crore of it, and sacks 150 crore"."""
    place = levels.index(part) + 1
    if place < len(levels) and levels[place].unit == part.unit and not passage.came_from(levels[place]):
        between = passage.between(part, levels[place])
        if len(between) <= _LIST and not _MOVED.search(between) and not _LISTED.search(passage.tail(levels[place])):
            yield levels[place]


def _flows(passage: Passage, sentences: Mapping[tuple[int, int], Sequence[Claim]]) -> Iterator[Relation]:
    """Balances and totals of each sentence; where one has only a part of it, together with the sentence before."""
    before: Sequence[Claim] = ()
    for claims in sentences.values():
        found = list(flow_sums(passage, claims)) if 2 <= len(claims) <= _MOST else []
        if not found and before and passage.adjoining(before[-1], claims[0]) and _same_block(passage, before, claims):
            found = list(flow_sums(passage, [*before, *claims]))
        yield from found
        before = claims if len(claims) <= _FEW else ()


def _same_block(passage: Passage, before: Sequence[Claim], claims: Sequence[Claim]) -> bool:
    return passage.block(before[-1]) == passage.block(claims[0]) and len(claims) <= _FEW


def parts(passage: Passage, claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Each part of a sentence with its whole, where nothing but words of part and whole stands between them."""
    levels = [claim for claim in claims if passage.is_plain_amount(claim)]
    for first, second in pairwise(levels):
        between = passage.between(first, second)
        if not scope.alike(first, second) or len(between) > _APART or _at_other_times(first, second):
            continue
        if OF_THE.fullmatch(between) or _leads(passage, first):
            yield (first, second) if OF_THE.fullmatch(between) else (second, first)
        elif _OF_THIS.match(between):
            # "Imports made up 1.8 billion of that, and exports 350 million": both are of what was said before.
            continue
        elif _AMONG.fullmatch(between) or (
            _OF_WHICH_THIS.search(between)
            and _of_which(between)
            and not passage.came_from(second)
            and _in_it(second, first)
            and not _between_others(first, second)
        ):
            yield second, first


def _of_which(between: str) -> bool:
    """Whether the last clause between two figures says "of which", and goes on to the second."""
    if TURNS.search(between) or _of_its_subject(between):
        return False
    parted = _COMMAS.split(_CLAUSES.split(between)[-1])
    said = [place for place, part in enumerate(parted) if says("of_which", part)]
    # "其中，出口增长8.2%，进口增长5.3%，前5个月累计2259亿元": what comes behind several others is of something else.
    return bool(said) and sum(any(map(str.isdigit, part)) for part in parted[said[-1] : -1]) <= 1


def _of_its_subject(between: str) -> bool:
    """ "… to 5,700 tons, and shipments including tulips rose to": behind a verb the figure is of all the shipments."""
    *_, items = _INCLUDING.split(between)
    return len(items) < len(between) and (says("increase", items) or says("decrease", items))


def _in_it(part: Claim, whole: Claim) -> bool:
    """Whether one amount may be in another: in like units, and of no longer time."""
    return scope.alike(part, whole) and not (scope.periods_clash(part, whole) and scope.period_within(whole, part))


def _between_others(a: Claim, b: Claim) -> bool:
    """ "1 million doses from India, then others, including 4 million from China": what another sold is not in it."""
    pairs = scope.named_pair(a), scope.named_pair(b)
    return all(pairs) and pairs[0] != pairs[1]


def _listed(passage: Passage, claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """The further parts of a sentence that begins with "Of the 190 million …": each of them is of that."""
    levels = [claim for claim in claims if passage.is_plain_amount(claim)]
    if len(levels) < 3 or not _leads(passage, levels[0]):
        return
    for before, part in pairwise(levels[1:]):
        if not _in_it(part, levels[0]) or _at_other_times(part, levels[0]) or passage.came_from(part):
            return
        if TURNS.search(passage.between(before, part)):
            # "Of the 310 million China took 300 million, while it sold 2 billion".
            return
        yield part, levels[0]


def _itemised(passage: Passage, claims: Sequence[Claim]) -> Iterator[Relation]:
    """ "12,200 tonnes, of which 4,900 in January, 2,600 in February and 4,700 in March": all items of one list.

    Where they are the whole's months, one by one, they make just the whole.
    """
    levels = [claim for claim in claims if passage.is_plain_amount(claim)]
    for whole, first in pairwise(levels):
        between = passage.between(whole, first)
        listed = _COLON.fullmatch(between) is not None
        opened = listed or (
            _OF_WHICH_THIS.search(between) is not None and says("of_which", _CLAUSES.split(between)[-1])
        )
        if not opened or _OF_THIS.match(between) or not scope.alike(whole, first) or passage.came_from(first):
            continue
        items = [first]
        for claim in levels[levels.index(first) + 1 :]:
            gap = passage.between(items[-1], claim)
            apart = len(gap) > _LIST or _MOVED.search(gap) or says("of_which", gap)
            if apart or not scope.alike(whole, claim) or passage.came_from(claim) or _of_another_year(whole, claim):
                break
            items.append(claim)
        if len(items) > 1 and all(_are_apart(a, b) for a, b in combinations(items, 2)):
            firm = not elsewhere(passage, whole, *items)
            whole_list = _are_its_months(whole, items)
            if listed and not whole_list:
                continue
            relation = Sum if whole_list else PartsWithin
            yield relation((whole, *items), link="stated", firm=firm)


def _are_apart(a: Claim, b: Claim) -> bool:
    """Whether two items of a list cannot hold each other: of other goods, other times or with other partners."""
    one, other = scope.period(a), scope.period(b)
    if one is not None and other is not None and not one.overlaps(other):
        return True
    return scope.goods_apart(a, b) is True or _between_others(a, b)


def _are_its_months(whole: Claim, items: Sequence[Claim]) -> bool:
    """Whether the items are the whole's months, whatever year they were read to be of."""
    longer, *single = (
        [month[-2:] for month in span.months()] if span else [] for span in map(scope.period, (whole, *items))
    )
    return bool(longer) and sorted(month for months in single for month in months) == sorted(longer)


def _at_other_times(a: Claim, b: Claim) -> bool:
    """Whether both name a time, and neither lies in the other: then the one is no part of the other."""
    return bool(a.period and b.period) and not (scope.period_within(a, b) or scope.period_within(b, a))


def _of_another_year(whole: Claim, claim: Claim) -> bool:
    """ "Of which salmon 10.6 billion, 6 percent more than in December 2022, when it was 10.0": of an earlier time."""
    days, earlier = scope.period(whole), scope.period(claim)
    return days is not None and earlier is not None and days.back_years().same_days(earlier)


def _leads(passage: Passage, claim: Claim) -> bool:
    """Whether the sentence begins with "Of the 190 million …"."""
    return _LEADS.fullmatch(passage.lead(claim).strip()) is not None
