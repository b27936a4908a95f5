"""Countries by the first character of their names, as Chinese news writes them: "俄农业部", "伊对华出口", "自缅进口".

A character stands for a country only in a text that names it in full, or where everybody knows it (中, 美, 日),
and only where trade, an office or another country beside it says so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from tidewaiter.reference import tables

_HAN = "[\u3400-\u9fff]"
_FIRST_HAN, _LAST_HAN = "\u3400", "\u9fff"


class Letters:
    """The places where a character can be a country's."""

    def __init__(self, phrases: Mapping[str, Any], names: Iterable[Mapping[str, str]]) -> None:
        rules: Mapping[str, Any] = phrases["letters"]
        self._always: Mapping[str, str] = rules["always"]
        never = frozenset(rules["never"])
        self._own: dict[str, set[str]] = {}
        for row in names:
            for name in row["words"].split("|") if row["language"] in ("zh-Hans", "zh-Hant") else ():
                self._own.setdefault(row["alpha3"], set()).update({name[0]} - never)
        ways, apart, trade, trading = rules["ways"], rules["not_before"], rules["trade"], rules["trading"]
        verbs, office, leads = rules["verbs"], rules["office"], rules["leads"]
        self._we = re.compile(rules["we"])
        alone = rf"(?:(?<!{_HAN})|(?<=[{leads}]))"
        #: Each holds one character or two; only the last two kinds need the country to be named in full.
        self._known = (
            # 对俄出口, 自缅进口玉米
            re.compile(rf"[{ways}]({_HAN})(?![{apart}])(?=的?{_HAN}{{0,8}}?(?:{trade}))"),
            # 小麦输华, 输朝商品; not 运输中
            re.compile(rf"(?<![传傳运運灌转轉])[输輸]({_HAN})(?![{apart}])"),
            # 中伊贸易, 俄土之间, 8月俄中海产品交易量
            re.compile(rf"(?=({_HAN})({_HAN})(?:{trading}))"),
            # 中印尼贸易
            re.compile(rf"({_HAN})(?=(?:{rules['short']})(?:{trading}))"),
        )
        self._named = (
            # 伊对华出口, 哈与中国贸易额, 菲已进口, 俄出口粮食
            re.compile(rf"{alone}({_HAN})(?=[{ways}与與和同跟]{_HAN}{{1,8}}?(?:{trade})|(?:{verbs}))"),
            # 越南是菲最大的来源国
            re.compile(rf"(?<=[是为為持])({_HAN})(?={rules['ranked']})"),
            # 抵达委国港口
            re.compile(rf"({_HAN}[国國])(?![{rules['realm']}])"),
            # 俄农业部, 印海关
            re.compile(rf"{alone}({_HAN})(?=(?:{office}))"),
        )

        #: "乌方" where the text names no country that begins so.
        self._sides: Mapping[str, str] = rules["sides"]
        self._side = (re.compile(rf"{alone}([{''.join(self._sides)}])(?={rules['side']})"),)

    def of(self, names: Iterable[tuple[str, str]]) -> dict[str, str]:
        """The first characters of (name, alpha3) pairs in order, each with its country.

        One of two countries is that of the one that is named first, where it is named more often, too, else nobody's
        ("").
        """
        found: dict[str, Counter[str]] = {}
        for name, alpha3 in names:
            if len(name) > 1 and name[0] in self._own.get(alpha3, ()):
                found.setdefault(name[0], Counter())[alpha3] += 1
        firsts = {letter: (next(iter(told)), told.most_common(2)) for letter, told in found.items()}
        return {
            letter: first if len(most) == 1 or (most[0][0] == first and most[0][1] > most[1][1]) else ""
            for letter, (first, most) in firsts.items()
        }

    def names_a_side(self, text: str) -> bool:
        """Whether a text may speak of a side that needs nobody named in full."""
        return any(pattern.search(text) is not None for pattern in self._side)

    def we(self, text: str) -> Iterator[tuple[int, int]]:
        """The places of "we" for the country of who writes: "我对缅甸出口"."""
        return (match.span() for match in self._we.finditer(text))

    def find(self, text: str, named: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
        """(start, end, alpha3) of each character that is a country; `named` is what `of` found in the text."""
        known = {**self._always, **named}
        sides = {**self._sides, **named}
        for patterns, codes in ((self._known, known), (self._named, named), (self._side, sides)):
            for pattern in patterns:
                for match in pattern.finditer(text) if codes else ():
                    found = [codes.get(word[0]) for word in match.groups()]
                    for n, code in enumerate(found, 1):
                        if code and all(found):
                            yield match.start(n), match.end(n), code


def is_han(char: str) -> bool:
    """Whether a character is a Han one."""
    return _FIRST_HAN <= char <= _LAST_HAN


@cache
def letters() -> Letters:
    """The one set of rules, made at first use."""
    return Letters(tables.mapping("country_phrases.yml"), tables.rows("country_names.csv"))
