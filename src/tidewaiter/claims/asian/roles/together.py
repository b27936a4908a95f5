"""Whether a Korean text tells of two countries as partners of each other, or side by side, each for itself."""

from __future__ import annotations

import re
from itertools import pairwise

from tidewaiter.claims.asian.roles import korean_roles
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Party
from tidewaiter.reference.countries import CountryMention

#: What makes a country a partner of somebody in trade.
PARTNERED = frozenset({"toward", "from", "to", "with"})
_TRADE = re.compile(r"의 (?:[^ ,.]{1,10} ){0,3}(?:수[출입]|교역|무역)")
#: "북한과 중국의 교역", "러시아와 이란 사이에": two that have to do with each other.
_BETWEEN = re.compile(r"교역|무역|수출입|국경|거래| ?간 | 사이|양국|양자|서로|상호|협[정력상]|합의")
#: How far behind two countries it is said that they do.
_SOON = 24
#: How many sentences, its title among them, a text begins with.
_FIRST = 2
_AND, _DO_SO = frozenset({"와 ", "과 "}), frozenset("의은는이가도,…")


def part(reading: Reading, context: Context) -> None:
    """Take back what the countries named most suggest, where the text tells of them otherwise."""
    context.paired = context.paired and _trade_together(reading, context.focus, context.opposite)
    context.starred = context.starred and not _told_alike(reading, context.focus)


def _trade_together(reading: Reading, one: str | None, other: str | None) -> bool:
    """Whether a Korean text speaks of one of two as a partner, or of the trade of both: "대중", "북중", "중국에서"."""
    owners: set[str | None] = set()
    ends = {m.end for s in reading.sentences for m in s.countries}
    mentions = [m for s in reading.sentences for m in s.countries if m.alpha3]
    for mention, following in zip(mentions, [*mentions[1:], None], strict=True):
        if mention.alpha3 not in {one, other}:
            continue
        role = korean_roles.role_of(reading.text, mention.start, mention.end)
        if role == "with" and following is not None and side_by_side(reading.text, mention, following):
            # "시리아와 예멘, 밀 어디서 사 오나": two that are told of side by side.
            continue
        joint = reading.text[mention.start - 1] in "·-ㆍ" and mention.start - 1 in ends
        if role in PARTNERED or joint or mention.start in ends:
            return True
        if role == "owner" and _TRADE.match(reading.text, mention.end) is not None:
            owners.add(mention.alpha3)
    return owners == {one, other}


def side_by_side(text: str, party: Party | CountryMention, following: Party | CountryMention) -> bool:
    """ "쿠바와 베네수엘라의 쌀 수입": whether two countries do so each for itself, and not with each other."""
    if text[party.end : following.start] not in _AND or text[following.end : following.end + 1] not in _DO_SO:
        return False
    return _BETWEEN.search(text, following.end, following.end + _SOON) is None


def _told_alike(reading: Reading, code: str | None) -> bool:
    """Whether a Korean text begins with a country and another side by side: "시리아와 예멘, 밀 어디서 사 오나"."""
    for sentence in reading.sentences[:_FIRST]:
        for one, other in pairwise(sentence.countries):
            if code in {one.alpha3, other.alpha3} and side_by_side(reading.text, one, other):
                return True
    return False
