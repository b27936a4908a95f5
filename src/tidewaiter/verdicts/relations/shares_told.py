"""Shares that words tie to their part: "1.5억 달러로 전체의 22%", "vehicles at $5 million, or 14%", "a third, 240,000".

The whole is told where the words name it: "28 percent of the annual cap of 500,000 barrels".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from itertools import pairwise

from tidewaiter.analysis import compare
from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval
from tidewaiter.reference.han_scripts import in_either, simplified
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.intervals import allowed
from tidewaiter.verdicts.passages.links import letters, of_kind, opens
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.passages.told import Step
from tidewaiter.verdicts.relations import several
from tidewaiter.verdicts.relations.whole_first import balance_before, by_scope, earlier, is_part, is_whole
from tidewaiter.verdicts.tables import table

#: "3.1 million tons from Chad, 38 percent of its sales": nothing but an amount's partner or goods.
_STRAIGHT_BEFORE = re.compile(r"(?: (?:from|to|of|in|by) [^,;:.\d]{2,30})?, ", re.IGNORECASE)
#: A part and its whole; and what leads from them to the share.
_PAIR, _HUNDRED, _OR = (
    2,
    Interval.exactly(Decimal(100)),
    re.compile(r",? or (?:about |around |roughly )?", re.IGNORECASE),
)
#: How far before a whole several are named that have a share of it.
_SEVERAL_REACH = 40
#: A sentence with more figures is a list or a table.
_MOST = 14
#: What a share may be of without naming it, and what it may not.
OF_THIS = re.compile(
    r"\s*of (?:it|that|them|this|these|those|the total|the whole|the sum|all|everything|that total)\b", re.I
)
#: "$29 million, two thirds of it wigs": the amount before is the whole, and no part.
_OF_THEM = re.compile(r"\s*of (?:it|them|these|those|this|which) (?!(?:all|total)\b)\w", re.IGNORECASE)
#: "1.6 million doses, 35 percent of them, or 560,000": of the amount straight before, and of nothing else.
_OF_AMOUNT = re.compile(r"\s*of (?:(?:it|them|which)\b|(?:these|those|this|that)\s*(?:[,;.(]|\Z))", re.IGNORECASE)
OF_MORE = re.compile(r"\s*of\b", re.IGNORECASE)
#: "165 million of the 190 million in trade", "250,000 tonnes of these 720,000": from a part to its whole.
OF_THE = re.compile(
    r"\s*(?:worth |of goods )?(?:out )?of "
    r"(?:(?:the|its|a|their|this|that|these|those|(?:(?:the|its|their|last|this) )?\w{2,20}['’]s) )?"
    r"(?:total )?(?:(?:exports|imports|sales|trade|shipments|purchases) )?(?:of |worth )?(?:US)?[$€£¥]?",
    re.IGNORECASE,
)
_OF_TRADE = re.compile(
    r"\s*of (?:(?:all|total|its|their|the|that|this|overall|last|those) |[A-Z][\w'’]{1,14} "
    r"|(?:month|year|quarter|country)['’]s |(?:bilateral|two-way|monthly|annual|foreign|export|import) ){0,4}"
    r"(?:exports?|imports?|shipments?|sales|purchases|trade|total|turnover|deliveries|bill|volume)\b"
)
#: "62 percent of the cargoes, or 435,000 tonnes": of what was told before, called otherwise.
OF_NAMED = re.compile(
    r"\s*of (?:the|these|those|all(?: the)?|its|their) (?P<name>[a-z]{3,14})(?=,? or |\s*[(（])", re.IGNORECASE
)
_WORDS_OF_WHOLE = re.compile(r"\s*(?:out )?of ((?:[A-Za-z'’-]+ ){0,7})(?:US|Rs\.? ?|EUR ?|USD ?)?\s*[$€£¥₹₩]?\s*\Z")
#: "Of the 720,000 tonnes, a third, 240,000 tonnes, …".
_LEADS = re.compile(
    r"(?:\A|[.!?”\"]\s+|\n)\W*(?:out )?of(?: (?:the|a|this|that|those|its|these)(?: total)?(?: of)?)?"
    r"(?: (?:about|around|roughly|some|nearly|almost|over))?\s*\Z",
    re.I,
)
#: "… from $3.28 billion and accounted for 54 percent".
_AND_MADE = re.compile(
    r"[^,;:.\d]{0,24},? (?:and |which )?(?:thus |now |then )?(?:accounted for|made up|represented|constituted)"
    r"(?: (?:about|around|roughly|some|nearly|almost|just|over|under|a))* "
    r"|[，,]\s*(?:约|約)?[占佔][^，。；,;\d]{0,16}|[^,;。\d]{0,14}[,며고]\s*[가-힣 ]{0,16}의\s*",
    re.IGNORECASE,
)
#: "3억 달러어치를 수출해 전체의 28%": what was done with the part, and nothing new that the share could be of.
_KOREAN_DONE = (
    r"(?:\s*어치)?(?:[을를]|에) (?:[가-힣]{2,6} )?[가-힣]{1,6}(?:해|여|와|며|면서|고|[했됐났었]으며),?\s*"
    r"(?:이는 )?(?:[가-힣]{1,8}(?<![이가은는도]) ){0,2}[가-힣]{1,8}의\s*\Z"
)
#: "以10702万吨居首，占19%": what place an amount has, before its share.
_HAN_PLACE = r"(?:居首|居次|次之|(?:位?居|排名?|位列|名列)第?[一二三四五六七八九十]{1,2}位?|最[多大高])?"
#: "10亿美元商品，占": what an amount is of.
_HAN_GOODS = r"(?:的?[\u4e00-\u9fff]{1,6}(?=[，,]))?"
#: "370만t의 11%를 수입하면서": what was bought is the part, and told by nothing else.
_DONE = re.compile(r"\s*[를을] (?!차지|점유|기록|넘|웃|밑|상회|하회)")


@cache
def _phrases(kind: str) -> str:
    words = sorted((str(p) for listed in table("links")[kind].values() for p in listed), key=len, reverse=True)
    return "|".join(in_either(re.escape(simplified(word))) for word in words)


@cache
def _step() -> re.Pattern[str]:
    """A clause that goes on with something else: "rose 12 percent" is no share, "X percent more" neither."""
    return re.compile(rf"\s*(?:{letters('no_share')})", re.IGNORECASE)


@cache
def _otherwise() -> frozenset[str]:
    """Words that begin something else between "percent of" and the next amount."""
    return frozenset(of_kind("no_whole", "en"))


@cache
def _after_part() -> re.Pattern[str]:
    """What stands between a part and its share, the part first."""
    when = r"(?:\s*(?:in|for|during) (?:[A-Z][a-z]+|the [a-z ]{3,20}|\d{4}|[A-Z][a-z]+ \d{4}))?"
    return re.compile(
        rf"{when}\s*(?:어치)?\s*[,，、]?\s*[(（\[–—-]?\s*(?:(?:{_phrases('makes_share')})\s*,?\s*){{1,6}}\Z"
        rf"|{_HAN_GOODS}{_HAN_PLACE}\s*[，,]?\s*(?:约|則|则)?[占佔][^，。；,;\d]{{0,14}}的?(?:约|約|近|超|逾)?\s*\Z"
        rf"|\s*(?:로|으로|이며|이고),?\s*[가-힣 ]{{0,16}}의\s*\Z|{_KOREAN_DONE}"
        rf"|\s*[(（\[]\s*(?:(?:{_phrases('makes_share')})\s*){{0,3}}\Z"
        rf"|[^,;:.()（）\d]{{0,60}},\s*or\s*(?:(?:{_phrases('share_hedges')})\s+){{0,2}}\Z",
        re.IGNORECASE,
    )


@cache
def _bare_after_part() -> re.Pattern[str]:
    """Nothing but a comma, and the goods: "95 million, one per cent."."""
    return re.compile(
        rf"(?: (?:of|in) [a-z][a-z -]{{2,24}})?\s*,\s*(?:(?:{_phrases('share_hedges')})\s+){{0,2}}\Z", re.IGNORECASE
    )


@cache
def _before_part() -> re.Pattern[str]:
    """What stands between a share and its part, the share first: "half of it, 850,000 tonnes,"."""
    hedges = rf"(?:(?:{_phrases('share_hedges')})\s+){{0,2}}"
    return re.compile(
        rf"(?:\s*of (?:it|that|them|this|these|those|the total|the whole|all of it|the sum)|{OF_NAMED.pattern})?\s*"
        rf"(?:,\s*(?:or\s+)?|\s*[(（]\s*|\s+or\s+){hedges}(?:US)?[$€£¥₹₩]?\s*\Z"
        r"|(?:인|에 해당하는|에 달하는)\s(?:약 )?\Z|[，,](?:即|约|約|计|計|共|合|为|為|达|達)+\Z",
        re.IGNORECASE,
    )


@dataclass(frozen=True, slots=True)
class Portion:
    """A share, the part that words tie it to, and the whole where words name it."""

    share: Claim
    part: Claim
    whole: Claim | None


def portions(passage: Passage) -> list[Portion]:
    """Every share of the text whose part stands straight before or behind it."""
    sentences: dict[tuple[int, int], list[Claim]] = defaultdict(list)
    for claim in passage.claims:
        sentences[claim.sentence].append(claim)
    found: list[Portion] = []
    before: Sequence[Claim] = ()
    for claims in sentences.values():
        if len(claims) <= _MOST and not passage.in_row(claims[0]):
            for place, share in enumerate(claims):
                if _is_share(passage, share):
                    portion = _portion(passage, claims, place, before)
                    if portion is not None:
                        found.append(portion)
        before = claims
    return found


def is_part_of_more(passage: Passage, amount: Claim, share: Claim) -> bool:
    """ "240 million, or 57 percent of gross earnings": whether an amount before a share is its part, and no whole."""
    tail, between = passage.tail(share), passage.between(amount, share)
    if amount.end > share.start or OF_MORE.match(tail) is None:
        return False
    straight = _STRAIGHT_BEFORE.fullmatch(between) is not None and _OF_AMOUNT.match(tail) is None
    return straight or _after_part().match(between) is not None


def _is_share(passage: Passage, claim: Claim) -> bool:
    if claim.unit != "percent" or claim.direction != "none" or not 0 < claim.value <= 100:
        return False
    return claim.measure in ("share", "other", "ratio") and _step().match(passage.tail(claim)) is None


def _of_several(passage: Passage, before: Sequence[Claim], whole: Claim) -> bool:
    """ "三国占出口总额120亿美元的69%": a share that no one amount has, named behind the last of them."""
    last = next((c for c in reversed(before) if c.unit == whole.unit), None)
    named = passage.lead(whole, reach=_SEVERAL_REACH) if last is None else passage.between(last, whole)
    return several.number(named) is not None


def _portion(passage: Passage, claims: Sequence[Claim], place: int, before: Sequence[Claim]) -> Portion | None:
    share = claims[place]
    whole = _named_behind(passage, claims, place)
    if whole is not None and not place and opens("that_was", passage.sentence(share).lstrip(' \n"“')):
        # "That is 91.8 percent of the limit of 500,000 barrels."
        told = [c for c in before if c.unit == whole.unit and is_part(passage, c)]
        if len(told) == 1 and passage.adjoining(told[0], share):
            return Portion(share, told[0], whole)
    if whole is None and place and is_whole(passage, claims, place):
        whole = claims[place - 1]
        if _of_several(passage, claims[: place - 1], whole):
            return None
        part = earlier(passage, claims[: place - 1], before, whole, share) or balance_before(passage, claims, place)
        if part is None and place == 1 and not _DONE.match(passage.tail(share)):
            part = by_scope(passage, whole, share)
        return Portion(share, part, whole) if part is not None else None
    if whole is None and OF_MORE.match(passage.tail(share)) and not _of_all(passage, share):
        return None
    previous = _before(passage, claims, place)
    following = claims[place + 1] if place + 1 < len(claims) else None
    if following is not None and following is not whole and is_part(passage, following):
        between = passage.between(share, following)
        led = previous is not None and _LEADS.search(passage.lead(previous)) is not None
        if _before_part().match(between) and (led or OF_THIS.match(between) or OF_NAMED.match(between)):
            return Portion(share, following, previous if led else None)
    if previous is not None and place > 1 and is_whole_of(passage, claims[place - 2], previous):
        # "$1.4 billion of the $4 billion in gas, or 13 percent of all exports": the share is of something else.
        its_whole = previous if OF_MORE.match(passage.tail(share)) is None else whole
        straight = previous is claims[place - 1] and _after_part().match(passage.between(previous, share))
        return Portion(share, claims[place - 2], its_whole) if straight else None
    if previous is not None and is_part(passage, previous) and _OF_THEM.match(passage.tail(share)) is None:
        between = passage.between(claims[place - 1], share)
        if (
            _after_part().match(between)
            or (previous is not claims[place - 1] and _AND_MADE.fullmatch(between))
            or (_bare_after_part().match(between) and re.match(r"\s*(?:[.,;)]|of\b|\Z)", passage.tail(share)))
        ):
            return Portion(share, previous, whole)
    if following is None or following is whole or not is_part(passage, following):
        return None
    return Portion(share, following, None) if _before_part().match(passage.between(share, following)) else None


def _before(passage: Passage, claims: Sequence[Claim], place: int) -> Claim | None:
    """The figure before a share; of "rose to 5.00 billion from 3.28 and made up 54 percent" the one that it rose to."""
    if not place:
        return None
    last = claims[place - 1]
    if place > 1 and passage.came_from(last) and claims[place - 2].unit == last.unit:
        return claims[place - 2]
    if place > 1 and (last.unit, last.measure) == ("percent", "change"):
        # "对俄进出口2310.5亿元，比上年增长9.8%，占全省外贸总值的73.7%".
        return claims[place - 2] if _AND_MADE.fullmatch(passage.between(last, claims[place])) else last
    return last


def is_whole_of(passage: Passage, part: Claim, whole: Claim) -> bool:
    """ "Took 250,000 tonnes of these 720,000": whether words make an amount the whole of the one straight before it."""
    alike = scope.alike(part, whole) or (part.unit, part.measure) == (whole.unit, whole.measure)
    # "Shipped 140,000 of the 200,000 tonnes agreed": what is counted is said once.
    alike = alike or (part.unit == "units" and part.text.strip()[-1:].isdigit())
    told = alike and is_part(passage, part) and is_part(passage, whole)
    return told and OF_THE.fullmatch(passage.between(part, whole)) is not None


def is_told_with_whole(passage: Passage, part: Claim, whole: Claim) -> bool:
    """ "$200 million of the year's $400 million", whatever it came from, or became."""
    return (
        scope.alike(part, whole) and part.value <= whole.value and bool(OF_THE.fullmatch(passage.between(part, whole)))
    )


def is_of_the_last_two(passage: Passage, claims: Sequence[Claim], place: int) -> bool:
    """ "Up from $150 million of last year's $500 million, or 30 percent": right for the two straight before it."""
    if place < _PAIR or claims[place].unit != "percent":
        return False
    part, whole, share = claims[place - _PAIR : place + 1]
    if not is_told_with_whole(passage, part, whole) or not _OR.fullmatch(passage.between(whole, share)):
        return False
    return (compare.multiple(allowed(part), allowed(whole)) * _HUNDRED).meets(allowed(share))


def of_parts(passage: Passage, claims: Sequence[Claim], steps: Sequence[Step]) -> list[Step]:
    """Steps from part to part: "200 of the year's 400, up from 150 of 500" is no step from 150 to 400."""
    before = {after: first for first, after in pairwise(claims)}
    return [
        replace(step, after=part)
        if (part := before.get(step.after)) is not None and is_told_with_whole(passage, part, step.after)
        else step
        for step in steps
    ]


def _of_all(passage: Passage, share: Claim) -> bool:
    tail = passage.tail(share)
    return any(words.match(tail) is not None for words in (OF_THIS, _OF_TRADE, OF_NAMED))


def _named_behind(passage: Passage, claims: Sequence[Claim], place: int) -> Claim | None:
    """ "28 percent of the annual cap of 500,000 barrels": the whole stands behind."""
    following = claims[place + 1] if place + 1 < len(claims) else None
    if following is None or not (scope.may_be_part(following) or following.measure == "cap") or following.value <= 0:
        return None
    found = _WORDS_OF_WHOLE.match(passage.between(claims[place], following))
    if found is None or _otherwise() & set(found[1].lower().split()):
        return None
    return following
