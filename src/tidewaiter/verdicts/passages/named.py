"""Whether a text names whose trade a figure is: what was only carried over from elsewhere may be another's.

Where a text so far has named one pair of countries, its figures can be no others'. Where it has named more, it must
have named the partner of this figure in its paragraph. And no sentence may name a third country, which its figure may
be of.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from tidewaiter.claims.claim import Claim
from tidewaiter.reference.countries import find_countries
from tidewaiter.reference.goods import TOTAL, find_goods
from tidewaiter.verdicts import caution, scope
from tidewaiter.verdicts.passages.links import of_kind, says
from tidewaiter.verdicts.passages.passage import Passage

#: What a share is said to be of: "占木材出口总额的", "커피가 전체 커피 수출의".
_OF_GOODS = re.compile(
    r"[占佔]([^，。；,;\d]{2,16})的(?:约|約|近)?\Z"
    r"|[은는이가로며고,] ([가-힣 ]{1,12}) (?:수출|수입|교역)[가-힣]{0,2}의 (?:약 )?\Z"
)
#: From a part to its share of a trade, in Korean.
_OF_THEIRS = re.compile(r"(?:수출입|수출|수입|교역|무역)(?:액|량)?(?: 전체| 총액)?의\s*(?:약 )?\Z")
_YEAR = re.compile(r"(?:19|20)\d\d")
#: "March 2020", "2020年3月", "2020년 3월".
_MONTHS = re.compile(r"\b[A-Z][a-z]{2,8}\.? ((?:19|20)\d\d)\b|((?:19|20)\d\d) ?[年년] ?\d{1,2}[月월]")
#: Capitals of more letters are a place that a dateline names, no abbreviation of a country.
_ABBREVIATION = 4
#: Where a sentence says that it goes on with the one before.
_OPENING = 24


def all_told(passage: Passage, claims: Sequence[Claim]) -> bool:
    """Whether the countries of all these figures are told, and none may be a country's trade with everyone beside
    others of one pair.
    """
    if not all(parties_told(passage, claim) for claim in claims):
        return False
    # "中土两国": that 土 is Turkmenistan the text as a whole tells, and no sentence by itself.
    told = (claim for claim in claims if not _goes_on(passage, claim) and not both(passage, claim))
    alone = any(caution.perhaps_all_trade(passage.sentence(claim), claim) for claim in told)
    return not (alone and any(both(passage, claim) for claim in claims))


def _goes_on(passage: Passage, claim: Claim) -> bool:
    """ "Almost all of it was Russian exports": of the trade just told of, and of no more."""
    return says("of_it", passage.sentence(claim)[:_OPENING])


def parties_told(passage: Passage, claim: Claim) -> bool:
    """Whether the countries of a figure's trade are named beside it, or can be no others."""
    said = _mentions(passage.document.body.text)
    pair = set(claim.partners)
    start, end = passage.sentence_ends(claim)
    if said.between(start, end) - pair:
        return False
    if not said.between(0, end) - pair:
        return True
    if len(pair) == 1 and said.between(min(start, passage.paragraph_start(claim)), end) - pair:
        # "Russia bought 98 million. Chile's customs record 1.4 million in purchases": perhaps not from everyone.
        return False
    return not pair - {said.most} - said.between(min(start, passage.paragraph_start(claim)), end)


def year_told(passage: Passage, claim: Claim) -> bool:
    """Whether nothing in its paragraph speaks against a figure's year: "In March 2020 it sold 17.3 million. In January
    it had still sold 186.8 million".

    A month with its year told before in the paragraph may be of that year, where the sentence itself names none.
    """
    start, end = passage.sentence_ends(claim)
    text = passage.document.body.text
    told = {match[1] or match[2] for match in _MONTHS.finditer(text, min(start, passage.paragraph_start(claim)), start)}
    return not told or _YEAR.search(text, start, end) is not None or any(year in (claim.period or "") for year in told)


def of_other_country(passage: Passage, share: Claim, part: Claim, whole: Claim) -> bool:
    """ "老泰贸易额为6.55亿美元，占泰国外贸总额的15.0%": whether words straight before a share name another country."""
    if not passage.same_sentence(part, share) or part.end > share.start:
        return False
    text, (start, _) = passage.document.body.text, passage.place(share)
    told = passage.place(max((c for c in (part, whole) if c.end <= share.start), key=lambda c: c.end))[1]
    # Who makes up a share stands before the verb: "老挝占35.0%".
    verb = max(text.rfind(word, told, start) for word in of_kind("makes_up", "zh"))
    if verb < 0 and _OF_THEIRS.search(text, told, start) is not None:
        # "전력은 23억 달러로 태국 전력 수입의 61%".
        verb = told
    return verb >= 0 and bool(_mentions(text).between(verb, start) - set(whole.partners))


def of_other_goods(passage: Passage, share: Claim, whole: Claim) -> bool:
    """ "占木材出口的八成", "커피가 음료 수출의 20%": whether words before a share say of which goods it is one."""
    said = _OF_GOODS.search(passage.own_lead(share))
    told = {mention.good_id for mention in find_goods(said[1] or said[2])} - {TOTAL} if said is not None else set()
    return bool(told) and not told & set(whole.goods)


def both(passage: Passage, claim: Claim) -> bool:
    """Whether a figure's sentence names both countries of its trade."""
    pair = scope.named_pair(claim)
    return bool(pair) and pair <= _mentions(passage.document.body.text).between(*passage.sentence_ends(claim))


def groups_apart(passage: Passage, claims: Sequence[Claim]) -> bool:
    """ "Exports to CIS countries were 810 million … its trade came to 15 billion": some are of a group alone."""
    said = _mentions(passage.document.body.text)
    return len({said.group_within(*passage.sentence_ends(claim)) for claim in claims}) > 1


class _Mentions:
    """The countries that a text names, each with where it does; a dateline's are left out."""

    def __init__(self, text: str) -> None:
        every = find_countries(text)
        found = [mention for mention in every if mention.alpha3]
        #: Where it names a group of countries.
        self._groups = [mention.start for mention in every if mention.kind == "group"]
        kept = [m for m in found if not text[m.start : m.end].isupper() or m.end - m.start <= _ABBREVIATION]
        self._starts = [mention.start for mention in kept]
        self._codes = [str(mention.alpha3) for mention in kept]
        #: The one named most often, whose trade the text is mostly about; None where it names none.
        self.most = next((code for code, _ in Counter(self._codes).most_common(1)), None)

    def group_within(self, start: int, end: int) -> bool:
        """Whether a stretch names a group of countries."""
        return bisect_left(self._groups, start) < bisect_left(self._groups, end)

    def between(self, start: int, end: int) -> set[str]:
        """Those named in a stretch."""
        return set(self._codes[bisect_left(self._starts, start) : bisect_left(self._starts, end)])


@lru_cache(maxsize=16)
def _mentions(text: str) -> _Mentions:
    return _Mentions(text)
