"""Which amount a share is of where the words before it call it: "占当月对朝出口总额的11%", "대북 수출 전체의 17%".

The words say which way the whole went, and of what goods it is; the time and the ends are those of the part. Where just
one amount of the text answers to all that, the words tie the share to it as firmly as if they gave its number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tidewaiter.claims.claim import Claim
from tidewaiter.reference.countries import find_countries
from tidewaiter.reference.goods import TOTAL, find_goods
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.passages import flows
from tidewaiter.verdicts.passages.links import listed
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations.share import Share

#: Hedges before a share.
_HEDGES = r"\s*(?:约|約|近|将近|將近|超过|超過|超|逾|不到|的|약|거의|대략|무려|불과|\s){0,4}\Z"
#: "占当月对朝出口总额的", "占农产品出口".
_HAN = re.compile(rf"[占佔](?P<of>[^，。；、,;]{{2,20}}?){_HEDGES}")
#: "대북 수출 전체의", "라오스 전력 수출의", "수출액에서".
_HANGUL = re.compile(rf"(?:[은는이가로며고해],?|\A)\s(?P<of>[가-힣\d ]{{2,22}}?)(?:의|에서|중|가운데){_HEDGES}")
#: "对泰出口": a country by one character, which no table of names has by itself.
_TOWARD = re.compile(r"[对對自从從向与與][\u4e00-\u9fff](?=[进進出贸貿])")
#: What may be added to the name of a whole.
_ALL_OF_IT = re.compile(r"(?:总额|總額|总值|總值|总量|總量|额|額|量|的| 전체| 총액)+\Z")
_DIGITS = re.compile(r"[\d\s]+")


@dataclass(frozen=True, slots=True)
class _Words:
    """What the words of a whole say: which way it went, of what goods it is, and whose it is."""

    way: str
    goods: frozenset[str]
    countries: frozenset[str]

    def call(self, passage: Passage, whole: Claim, part: Claim) -> bool:
        """Whether an amount told before is what the words call: of that way and those goods, of the part's time."""
        if whole.start >= part.start or passage.came_from(whole) or passage.in_heading(whole):
            return False
        if not scope.same_period(whole, part) or whole.guessed != part.guessed:
            return False
        if not (self.goods & set(whole.goods) if self.goods else scope.is_total(whole)):
            return False
        if not self.countries <= scope.pair(whole):
            return False
        if self.way == flows.BOTH:
            return scope.direction(whole) is None and scope.named_pair(whole) == scope.named_pair(part) != frozenset()
        beside = flows.kinds(flows.beside(passage.document, whole, passage.claims))
        return beside == {self.way} and scope.direction(part) is not None and scope.same_flow(whole, part)


def called(passage: Passage, share: Claim, part: Claim, shares: Iterable[Share]) -> list[Share]:
    """Those of some shares that are of the one amount which the words between a part and its share call."""
    if part.end > share.start or not passage.same_sentence(part, share):
        return []
    between = passage.between(part, share)
    said = _HAN.search(between) or _HANGUL.search(between)
    words = None if said is None else _understood(said["of"])
    if words is None:
        return []
    found = [one for one in shares if words.call(passage, one.claims[2], part)]
    if said is not None and len({one.claims[2].value for one in found}) > 1:
        # "自中国进口1960亿，其中甲口岸735亿；乙口岸490亿，占自中国进口的": just what is called so.
        name = _ALL_OF_IT.sub("", said["of"])
        found = [one for one in found if name in flows.beside(passage.document, one.claims[2], passage.claims)]
    return found if len({one.claims[2].value for one in found}) == 1 else []


def _understood(text: str) -> _Words | None:
    """What some words call; None where they say more than is understood: "占泰国木薯进口量的"."""
    ways, countries, goods = flows.kinds(text), find_countries(text), find_goods(text)
    if len(ways) != 1:
        return None
    rest = _TOWARD.sub("", text)
    for name in {text[m.start : m.end] for m in countries} | {text[m.start : m.end] for m in goods}:
        rest = rest.replace(name, "")
    if _DIGITS.sub("", listed("of_whole").blanked(rest)):
        return None
    codes = frozenset(m.alpha3 for m in countries if m.alpha3)
    return _Words(next(iter(ways)), frozenset(m.good_id for m in goods) - {TOTAL}, codes)
