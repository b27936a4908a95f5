"""What a share is of: the whole that its words name, else the one that the text must mean.

Where the text leaves it unsaid, other shares of the same text tell which figure they are all of.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from tidewaiter.claims.claim import Claim
from tidewaiter.reference.goods import find_goods
from tidewaiter.verdicts import phrases, scope
from tidewaiter.verdicts.intervals import CONTRADICTED, SUPPORTED, allowed
from tidewaiter.verdicts.passages import flows
from tidewaiter.verdicts.passages.links import says
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations.called_wholes import called
from tidewaiter.verdicts.relations.kinds import WrongUnit, mistaken_unit
from tidewaiter.verdicts.relations.part_scopes import apart, lies_over, one_way, other_goods
from tidewaiter.verdicts.relations.relation import Relation
from tidewaiter.verdicts.relations.share import Share
from tidewaiter.verdicts.relations.shares import of_another, of_both_ways, of_other_way
from tidewaiter.verdicts.relations.shares_told import OF_NAMED, OF_THIS, Portion, portions
from tidewaiter.verdicts.relations.stated_shares import is_open, right_for_another
from tidewaiter.verdicts.relations.whole_first import is_of_this, is_part
from tidewaiter.verdicts.wording import is_currency

#: How far behind a share stands what it is of, and before it the list that it goes on with.
_BEHIND, _LIST, _CLAUSE = 24, 160, re.compile(r"[,;:.，；。、()（）]")
#: "33,000 barrels on average, or 72 percent of their capacity of 45,800": words say of what, average or not.
_AVERAGE = frozenset({"average"})
#: Wholes that are tried for a share that names none.
_WHOLES = 12
#: How far a share may be off its number where it proves that the number has the wrong unit.
_EXACT = Decimal("0.03")
#: How a quantity is read that crosses no border.
_MADE = "made, kept"
#: So many shares that are right for one figure prove that they are of it.
_ENOUGH = 2


def held_shares(passage: Passage) -> list[Share]:
    """The shares of a text that are right for their part and whole."""
    return [found for found in find(passage) if isinstance(found, Share) and found.outcome() == SUPPORTED]


def find(passage: Passage) -> Iterator[Relation]:
    """Every such share with its whole: the one that is named, else the one that the text must mean."""
    unsaid: list[Portion] = []
    for portion in portions(passage):
        share, part, whole = portion.share, portion.part, portion.whole
        if whole is None and share.measure == "ratio" and share.comparison != "none":
            # "1억6천만 달러로 지난해의 8분의 1": of another time, and of no whole.
            continue
        if whole is None and part.rules.get("measure", "").startswith(_MADE):
            # "국내 생산은 12만 톤에 불과해 소비량의 95%를 수입한다": of nothing that was traded.
            continue
        if whole is None:
            unsaid.append(portion)
        elif whole.unit == part.unit and not of_another(passage, share, part, whole):
            link = "stated" if passage.adjoining(part, share) else "near"
            found = Share((share, part, whole), link=link, firm=_firm(passage, share, part, whole, known=_AVERAGE))
            if (
                whole.end > share.start
                or found.outcome() != CONTRADICTED
                or not right_for_another(passage, share, part)
            ):
                # "Of the 400,000 tonnes it sold 140,000 of the 200,000 agreed, or 35 percent": of either.
                yield found
    meant = {id(p): _meant(passage, p) for p in unsaid}
    proven = [best for found in meant.values() if (best := _best(found)) is not None]
    yield from _of_one_whole(passage, [p for p in unsaid if _best(meant[id(p)]) is None])
    parts = {portion.part for portion in unsaid}
    untold = _of_untold(unsaid)
    for portion in unsaid:
        for relation in _unsaid(passage, portion, meant[id(portion)], proven):
            if portion.share in untold and _is_wider(relation):
                continue
            listed = isinstance(relation, Share) and _is_listed(passage, relation, parts)
            if not listed and not (isinstance(relation, Share) and of_another(passage, *relation.claims)):
                yield relation
        yield from _other_unit(passage, portion, [share.claims[2] for share in proven])


def _is_wider(share: Relation) -> bool:
    """Whether a share does not fit a whole that is of other ways of trade than its part."""
    _, part, whole = share.claims
    return share.outcome() == CONTRADICTED and scope.direction(whole) != scope.direction(part)


def _of_untold(unsaid: Sequence[Portion]) -> set[Claim]:
    """Shares of a sentence that all are of one and the same amount: not of the trade both ways, where that is another.

    "Mainly fuel ($49.7 million, 31.3%), steel ($33.9 million, 21.3%) and ores ($18.9 million, 11.9%)".
    """
    sentences: dict[tuple[tuple[int, int], str], list[Portion]] = defaultdict(list)
    for portion in unsaid:
        sentences[portion.share.sentence, portion.part.unit].append(portion)
    found: set[Claim] = set()
    for told in sentences.values():
        wholes = [(allowed(p.part) / allowed(p.share)) for p in told if p.share.value > 0]
        lows = [whole.low for whole in wholes if whole.low is not None]
        highs = [whole.high for whole in wholes if whole.high is not None]
        if len(told) >= _ENOUGH and len(lows) == len(highs) == len(told) and max(lows) <= min(highs):
            found.update(p.share for p in told)
    return found


def _of_one_whole(passage: Passage, unsaid: Sequence[Portion]) -> Iterator[Share]:
    """Shares of one paragraph, two of which are right for a figure before them: it is then what all of them are of.

    Which way the goods went, or when, may have been read wrongly for all of them; the numbers show it.
    """
    blocks: dict[int, list[Portion]] = defaultdict(list)
    for portion in unsaid:
        blocks[passage.block(portion.share)].append(portion)
    for portions_ in blocks.values():
        if len(portions_) <= _ENOUGH:
            continue
        first = min(p.part.start for p in portions_)
        told = [c for c in passage.claims if c.start < first and is_part(passage, c) and not passage.in_row(c)]
        for whole in {c.value: c for c in told if scope.is_amount(c) and not is_open(c)}.values():
            each = [
                Share((p.share, p.part, whole), link="near", firm=_firm(passage, p.share, p.part, whole))
                for p in portions_
                if p.part.unit == whole.unit
            ]
            if sum(share.outcome() == SUPPORTED for share in each) >= max(_ENOUGH, len(each) - 1):
                yield from each
                break


def _other_unit(passage: Passage, portion: Portion, proven: Sequence[Claim]) -> Iterator[WrongUnit]:
    """ "Cars were 20 million units (5%)" where all other shares are of 400 million dollars: the number is money."""
    share, part = portion.share, portion.part
    wholes = {whole.value: whole for whole in proven}
    if len(wholes) != 1 or "close by" in part.rules.get("figure", ""):
        return
    (whole,) = wholes.values()
    if (
        part.unit == whole.unit
        or not (is_currency(part.unit) or is_currency(whole.unit))
        or not passage.near(part, whole)
        or apart(part, whole)
    ):
        return
    real = part.value / whole.value * 100
    as_whole = replace(part, unit=whole.unit)
    if Share((share, as_whole, whole)).outcome() == SUPPORTED and abs(real - share.value) <= _EXACT * share.value:
        name, told = mistaken_unit(in_money=is_currency(part.unit))
        if is_currency(part.unit) and is_currency(whole.unit):
            name, told = "wrong_currency", f"the amount was probably in {whole.unit}"
        why = f"{phrases.said(share)} of {phrases.thing(whole)} is {phrases.digits(part.value)} in its unit"
        yield WrongUnit((part, share), link="stated", name=name, told=told, why=f"{why}, not {phrases.said(part)}")


def _firm(passage: Passage, *claims: Claim, known: frozenset[str] = frozenset()) -> bool:
    return not any(_elsewhere(passage, claim) - known or is_open(claim) for claim in claims[1:])


def _elsewhere(passage: Passage, claim: Claim) -> frozenset[str]:
    """On what other ground words put a figure; volumes are what goods in tonnes are told in."""
    known = frozenset() if is_currency(claim.unit) else {"volume"}
    # So much a day is an average by itself.
    return passage.ground(claim) - known - ({"average"} if claim.unit.endswith(scope.A_TIME) else set())


def _meant(passage: Passage, portion: Portion) -> list[Share]:
    """The shares that the part would be, of each figure that may be the whole."""
    share, part = portion.share, portion.part
    found: dict[object, Share] = {}
    between = passage.between(part, share) if part.start < share.start else ""
    said = f"{between} … {_CLAUSE.split(passage.tail(share, reach=_BEHIND))[0]}"
    # "Yarn was 30 percent of exports, cars 25 percent": the list goes on with the same whole.
    said = said if flows.kinds(said) else passage.lead(share, reach=_LIST)
    both_ways = of_both_ways(passage, share)
    # A headline's figure is taken where the text does not say it again.
    for whole in sorted(passage.claims, key=passage.in_heading):
        if whole.unit != part.unit or whole is part or not scope.may_be_part(whole) or whole.value <= 0:
            continue
        if (both_ways or _is_both_ways(part)) and scope.direction(whole) is not None:
            continue
        if _of_imports(part, whole):
            continue
        of_it = OF_THIS.match(passage.tail(share)) is not None
        if of_it and whole.start > share.start:
            # "Two thirds of it": of what has been told.
            continue
        if passage.is_balance(whole) or passage.in_row(whole) or is_open(whole) or (apart(part, whole) and not of_it):
            continue
        if not (passage.same_sentence(whole, share) or one_way(part, whole)) and of_other_way(passage, whole, said):
            continue
        firm = _firm(passage, share, part, whole)
        of_which = passage.same_sentence(part, whole) and says("including", passage.between(whole, part))
        link = "stated" if whole.start < part.start and of_which else "near"
        found.setdefault(whole.value, Share((share, part, whole), link=link, firm=firm))
    nearest = sorted(found.values(), key=lambda s: abs(s.claims[2].start - part.start))
    # Behind a long list of goods a total is further off than all of them.
    totals = [s for s in nearest[_WHOLES:] if scope.is_total(s.claims[2]) and s.claims[2].start < part.start]
    return nearest[:_WHOLES] + totals[:_WHOLES]


def _of_imports(part: Claim, whole: Claim) -> bool:
    """Whether one is goods that a country sold to everybody, and the other all that it bought, or the other way."""
    home = part.sender or part.receiver
    bare = home is not None and not scope.named_pair(part) and not scope.named_pair(whole)
    return bare and scope.is_total(whole) and scope.both_ways(part, whole)


def _unsaid(passage: Passage, portion: Portion, shares: Sequence[Share], proven: Sequence[Share]) -> Iterator[Relation]:
    """The share of the figure that bears it out; else of the one that the text's other shares are of."""
    holding = _best(shares)
    if holding is not None:
        yield holding
        return
    if right_for_another(passage, portion.share, portion.part):
        return
    if told := called(passage, portion.share, portion.part, shares):
        yield replace(told[0], link="stated")
        return
    of_it = OF_THIS.match(passage.tail(portion.share)) is not None or is_of_this(passage, portion.share)
    totals = [s for s in shares if _total(passage, portion.part, s.claims[2], of_it=of_it)]
    if flows.kinds(_CLAUSE.split(passage.tail(portion.share))[0]) in ({flows.OUT}, {flows.IN}):
        # "58 percent of everything that China bought": of what went that way, where the text tells it.
        totals = [s for s in totals if scope.same_flow(*s.claims[1:])] or totals
    known = [s for s in shares if _proven(passage, s, proven)]
    known, totals = ([s for s in found if not _of_fewer(passage, s)] for found in (known, totals))
    for found in (known, totals):
        if len({s.claims[2].value for s in found}) == 1:
            yield found[0]
            return


def _is_both_ways(claim: Claim) -> bool:
    """Whether it is what two countries traded, and no part of what went one way."""
    return bool(scope.named_pair(claim)) and scope.direction(claim) is None


def _of_fewer(passage: Passage, share: Share) -> bool:
    """ "2 million tonnes of grain. In June it bought 44 percent of the barley": of other goods, or of the month's."""
    percentage, part, whole = share.claims
    said = OF_NAMED.match(passage.tail(percentage))
    if said is None:
        return False
    named = {mention.good_id for mention in find_goods(said["name"])}
    return bool(named - set(whole.goods)) or not scope.same_period(part, whole)


def _is_listed(passage: Passage, share: Share, parts: Collection[Claim]) -> bool:
    """ "China 2.4 million tons, 40%; Thailand 0.9 million, 15%": what has its own share is no whole of the next."""
    _, part, whole = share.claims
    if whole not in parts or not passage.same_sentence(part, whole) or share.outcome() != CONTRADICTED:
        return False
    return whole.start < part.start and not says("of_which", passage.between(whole, part))


def _proven(passage: Passage, share: Share, proven: Sequence[Share]) -> bool:
    """Whether another share of the same paragraphs, or right beside it, is of the same whole."""
    _, part, whole = share.claims
    if whole.start >= part.start or passage.came_from(whole):
        return False
    same = [other.claims[0] for other in proven if other.claims[2].value == whole.value]
    beside = (c for c in same if passage.adjoining(c, share.claims[0]) and passage.block(c) == passage.block(part))
    return bool(same) and (passage.near(whole, part) or any(beside))


def _best(shares: Sequence[Share]) -> Share | None:
    """The share that holds, and of several the one that is nearest to what is said."""
    holding = [share for share in shares if share.outcome() != CONTRADICTED]

    def off(share: Share) -> tuple[bool, object]:
        said, part, whole = (claim.value for claim in share.claims)
        return share.outcome() != SUPPORTED, abs(part / whole * 100 - said)

    return min(holding, key=off, default=None)


def _total(passage: Passage, part: Claim, whole: Claim, *, of_it: bool) -> bool:
    """Whether a figure said before may be all that a part is of."""
    if whole.start >= part.start or passage.came_from(whole) or _in_brackets(passage, whole):
        return False
    if lies_over(part, whole):
        return True
    if passage.same_sentence(part, whole):
        # "Steel $15 million, accounting for 25%, oil $12 million, 20%": goods told one after another are of neither.
        return says("of_which", passage.between(whole, part)) and not other_goods(part, whole)
    return of_it and not scope.periods_clash(part, whole) and passage.near(part, whole) and not other_goods(part, whole)


def _in_brackets(passage: Passage, claim: Claim) -> bool:
    """ "Imports: 28 million (Sep: 14 million)": an amount beside another one, which is the one that was told."""
    opened = re.split(r"[(（]", passage.lead(claim))
    return len(opened) > 1 and not re.search(r"[)）]", opened[-1]) and any(map(str.isdigit, opened[-2]))
