"""Korean names of goods to the end of their word: 텅스텐광 is more than 텅스텐, and 대구 in "대구·경북" no cod."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tidewaiter.claims.words.lexicon import words
from tidewaiter.reference.goods import TOTAL, GoodMention

#: What makes another name of a name of goods, before a particle or the end of the word.
_ENDINGS = re.compile(
    r"(?:원광|정광|광석|광|류|괴|강판|강|분말|가루|제품|원료|부품|재|유|박|칩|판|관|봉|선)"
    r"(?=[은는이가을를의도와과만]|에|으로|로|[^가-힣]|\Z)"
)
#: What makes another name of a name of goods, at the beginning of the word.
_BEGINNINGS = re.compile(r"(?<![가-힣])(?:적|백|비|생|폐|건|냉동|냉장|훈제|천연|합성|재생)\Z")


def whole(text: str, mention: GoodMention) -> GoodMention:
    """A mention of goods with what its word goes on with."""
    if mention.good_id == TOTAL:
        return mention
    before = _BEGINNINGS.search(text, max(0, mention.start - 3), mention.start)
    if before is not None:
        mention = mention._replace(start=before.start())
    found = _ENDINGS.match(text, mention.end)
    return mention if found is None else mention._replace(end=found.end())


def but_cities(text: str, goods: Sequence[GoodMention]) -> list[GoodMention]:
    """The goods but for those that a text shows to be a city of the same name: "대구시", "대구·경북 수출"."""
    meant = {city for city in words("cities_like_goods", "ko") if is_city(text, city)}
    return [m for m in goods if text[m.start : m.end] not in meant] if meant else list(goods)


def is_city(text: str, name: str) -> bool:
    """Whether a text shows that a name of goods is that of a city: "대구시"; a text on cod shows nothing."""
    return name in words("cities_like_goods", "ko") and any(name + mark in text for mark in words("city_marks", "ko"))
