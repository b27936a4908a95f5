"""Datelines: from where, and on which day, a story was sent; its own country and day are no part of what it tells."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from tidewaiter.documents.document import Body

_DATELINE = re.compile(
    r"[(\[]?[A-Z][A-Z.'/ -]{2,30}(?:"
    r"(?:, (?:[A-Z][a-z]{2,9}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,9})(?:,? \d{4})?(?: ?\([^()\n]{2,30}\)| ?/[^/\n]{2,30}/)?"
    r"| ?\([^()\n]{2,30}\)| ?/[^/\n]{2,30}/)[)\]]? ?(?:--|—|–|-|:|\.) "
    r"|[)\]]? (?:--|—|–|-) )"
    r"|[(\[][A-Z]{3,20}=[^()\n]{2,30}[)\]] ?"
    # "(HONG KONG) North Korea …".
    r"|[(\[][A-Z][A-Z.' ]{4,25}[)\]] (?=[A-Z])"
    # "Madrid, 9 August 2023 — ", "BAKU, Azerbaijan, June 3."
    r"|[A-Z][A-Za-z.'/ -]{2,30},(?: [A-Z][A-Za-z -]{2,30},)? "
    r"(?:[A-Z][a-z]{2,9}\.? \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]{2,9}(?:,? \d{4})?)"
    r"(?: ?\([^()\n]{2,30}\)| ?/[^/\n]{2,30}/)? ?(?:(?:--|—|–|-) |\n)"
    # "Seoul (June 2, 2022) — ", "(Minsk, Oct. 4) The …".
    r"|[A-Z][A-Za-z.' -]{2,25} ?\((?:[A-Z][a-z]{2,9}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,9})(?:,? \d{4})?\)"
    r" ?(?:--|—|–|-|:) "
    r"|[(\[][A-Z][A-Za-z.' -]{2,25}, (?:[A-Z][a-z]{2,9}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,9})(?:,? \d{4})?[)\]]"
    r" (?=[A-Z“\"])"
    # "Havana.- ", "Quito, Ecuador. – ".
    r"|[A-Z][A-Za-z'’ ]{2,25}(?:, [A-Z][A-Za-z ]{2,20})?\. ?[-–—] (?=[A-Z“\"])"
)

#: "新华社莫斯科2月13日电", "（中央社台北24日電）", "（德黑兰讯）".
_EAST_DATELINE = re.compile(
    r"[（(〔【\[]?[^\s，。；：:（()）\n]{0,14}(?:社|网|網|报|報|台|臺|记者|記者)[^，。；：:（()）\n]{0,16}?\d{1,2}日?(?:专|專|综合外|綜合外|综合|綜合|外)?[电電](?:报道|報導|报导)?(?:[）)〕】\]]|(?![\u4e00-\u9fff]))"
    # "越通社河内4月3日——".
    r"|[（(〔【\[]?[\u4e00-\u9fff]{1,6}社[\u4e00-\u9fff]{2,8}(?:\d{1,2}月\d{1,2}日)?[电電]? ?(?:——|--|—|–)"
    r"|[（(〔【\[][^，。；：:（()）\d\n]{2,16}?(?:讯|訊|报道|報導|報道)[）)〕】\]]"
)

#: "(서울=연합뉴스) 김하나 기자 = ", "[하노이=하루통신]".
_KOREAN_DATELINE = re.compile(
    r"[(\[][가-힣·]{2,12} ?= ?[^()\[\]\n]{2,24}[)\]] ?(?:[가-힣·, ]{2,16}(?:기자|특파원|통신원|객원기자) ?= ?)?"
)
_DATELINES = (_DATELINE, _EAST_DATELINE, _KOREAN_DATELINE)


def places(body: Body) -> list[tuple[int, int]]:
    """Where a wire story says from where and on which day it was sent: "SEOUL, June 18 (Yonhap) --"."""
    found = []
    for block in body.blocks:
        end = min(block.end, block.start + 80)
        match = next((m for line in _DATELINES if (m := line.match(body.text, block.start, end))), None)
        if match:
            found.append((match.start(), match.end()))
    return found


def inside(offset: int, places: Sequence[tuple[int, int]]) -> bool:
    """Whether a character stands in one of some stretches, which lie in order and apart."""
    i = bisect_left(places, (offset + 1,)) - 1
    return i >= 0 and offset < places[i][1]
