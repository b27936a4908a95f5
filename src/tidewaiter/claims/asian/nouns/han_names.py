"""Chinese names of goods: whether characters may be one, and what they are without what stands with them."""

from __future__ import annotations

import re
from functools import cache

from tidewaiter.claims.reading.reading import Reading, Sentence

#: "其他花茶": what makes the name behind it no less of one.
_OTHER = re.compile(r"\A其[他它余](?=.)")
_GENERIC = frozenset(
    [
        "产品",
        "產品",
        "商品",
        "货物",
        "貨物",
        "货品",
        "貨品",
        "物资",
        "物資",
        "物品",
        "整体",
        "整體",
        "总体",
        "總體",
        "各类产品",
        "各類產品",
        "各种商品",
        "各種商品",
    ]
)
#: No name for all goods but some is longer.
_ALL_BUT, _SORT_END = 12, re.compile(r"类?(?:国内|本地)?(?:商品|产品|货物)?\Z")
#: Names of one character that stand in lists.
SHORT = frozenset(
    "钯鈀铂鉑铀鈾锂鋰钴鈷钨鎢铬鉻锰錳牛羊马馬猪豬鸡雞鸭鴨驴驢稻豆麦麥瓜果蒜姜薑蟹虾蝦煤铁鐵铜銅铝鋁锌鋅铅鉛锡錫镍鎳金银銀钢鋼米糖盐鹽油茶酒肉鱼魚棉纸紙药藥布麻"
)


def without_link(name: str) -> str:
    """A name without the word that joins it to the one before: "以及金属制品"."""
    return name.removeprefix("以及") or name


def is_all(name: str) -> bool:
    """Whether a name says no more than that there are goods: "价值4.24亿美元的产品", "整体出口"."""
    return name.lstrip("的") in _GENERIC


def plain_name(reading: Reading, name: str) -> str:
    """A name in simplified characters, without the words of goods that would rule it out for a part of theirs."""
    name = _OTHER.sub("", reading.lexicon.plain(name))
    return _any_of(reading.lexicon.words["in_goods"]).sub("货品", name)


@cache
def _any_of(words: frozenset[str]) -> re.Pattern[str]:
    """A pattern of words, the longest first: a set has no order that lasts from one run to the next."""
    return re.compile("|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))))


def is_chinese_name(reading: Reading, name: str) -> bool:
    """Whether a run of Chinese characters can be the name of goods: no hedge, verb or office in it."""
    words, name = reading.lexicon.words, plain_name(reading, name)
    if name in words["no_sorts"]:
        # "云南对65个国家出口"
        return False
    return name[:1] not in words["no_goods_begins"] and not any(part in name for part in words["no_goods"])


def is_goods(reading: Reading, name: str) -> bool:
    """Whether a run of Chinese characters can be the name of goods: no hedge, verb or office in it."""
    words, written, name = reading.lexicon.words, name, plain_name(reading, name)
    if len(name) < 2:
        # "其它煤"
        return name in SHORT and name != written
    return (
        name[0] not in words["no_goods_begins"]
        and name not in words["no_sorts"]
        and not any(part in name for part in words["no_goods"])
        and not any(part in name for part in words["no_goods_beside"])
    )


def is_free(reading: Reading, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a stretch can be the name of goods, and is nothing that steers the reading."""
    return is_goods(reading, reading.text[start:end]) and stands_free(reading, sentence, start, end)


def stands_free(reading: Reading, sentence: Sentence, start: int, end: int) -> bool:
    """Whether no word that steers the reading stands in a stretch."""
    marks = [(c.start, c.end) for c in sentence.cues if c.kind not in {"ware", "per", "speech"}]
    marks += [(f.start, f.end) for f in sentence.figures]
    marks += [(c.start, c.end) for c in sentence.countries] + [(t.start, t.end) for t in sentence.times]
    return not any(first < end and start < last for first, last in marks)


def all_but(reading: Reading, sentence: Sentence, place: int) -> str | None:
    """ "非石油商品贸易额": all goods but some, right before a place."""
    start = max(sentence.start, place - _ALL_BUT)
    plain = reading.lexicon.plain(reading.text[start:place]).removesuffix("的")
    sort = _SORT_END.sub("", plain)
    named = next((word for word in reading.lexicon.words["all_but"] if sort.endswith(word)), None)
    return None if named is None else reading.text[start + len(sort) - len(named) : start + len(plain)]
