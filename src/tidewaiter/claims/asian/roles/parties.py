"""Which part each country plays: by the particle behind it in Korean, by the word before it in Chinese."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tidewaiter.claims.asian.brackets import closing, opening, skipped
from tidewaiter.claims.asian.roles import chinese_roles, korean_roles, together
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Party
from tidewaiter.reference.countries import CountryMention

#: What a group of countries is called in a sentence's parties: somebody's trade is meant, and nobody's alone.
GROUP = ""
_QUOTES = frozenset("\"'“‘「『")
#: "중동 산유국인 사우디", "동남아 국가 중 베트남": a group that only says what sort of country follows.
_EPITHET = re.compile(r"(?: [가-힣]{1,6}국(?:가)?(?:인| 중| 가운데)| 중| 가운데) ")
#: What may join countries that play one part.
_LINKS = frozenset(["·", "ㆍ", "・", "、", ",", "，", "/", "와", "과", "및", "和", "与", "與", "及", "以及"])
#: "对美日越南等出口": countries by one character in a run of them, which no word of trade tells apart.
_LETTERS, _FEW = frozenset("美日韩韓英德法俄印越澳欧歐台朝泰"), 2
_THAT = re.compile("该国|該國")
_MANY = re.compile(
    r"(?:全球|世界)?(?:\d{1,3}|[二三四五六七八九十百]{1,4})[多余餘]?[个個](?:国家|國家)(?:[和及与與、]?(?:地区|地區))?"
)
#: "受中国进口规范调整影响": why, and not whose trade.
_REASON = re.compile(r"受到?[^，,。；;：:]{2,30}?(?:影响|影響|冲击|衝擊|拖累|波及)|由[于於][^，,。；;：:\d]{2,40}")
#: What stands behind the percentage of a partner in a list.
_GOES_ON_WITH = frozenset("和及与與等以增减減下上升降占佔的左右为為则則")
_OURS = frozenset({"我", "我国", "我國", "우리나라", "우리 나라"})
#: What may stand between a partner and its figure in a list.
_LISTED = frozenset({"", " ", " 약 ", "约", "約"})
#: What a list of countries follows that do nothing themselves: "前三大目的地为德国、韩国".
_ARE = (*(f"{a}{b}" for a in "地场場源次别別伴" for b in "为為是"), "包括")
_SHARED = frozenset({"listed", "toward", "to", "from", "with", "against"})


def parties(
    reading: Reading,
    sentence: Sentence,
    home: str | None = None,
    that: str | None = None,
    ours: str | None = None,
    *,
    of_two: bool = False,
) -> list[Party]:
    """The countries and groups of countries of a sentence with their roles, in order; groups have the code `GROUP`.

    "Our country" is `ours`, else `home`, where that is known, "that country" the one named before, else `that`;
    `of_two` says that the text has just told who trades with whom: then "to that country" names nobody new.
    """
    text, korean = reading.text, reading.language == "ko"
    mentions = [m for m in sentence.countries if not _is_aside(reading, sentence, m)]
    reasons = [] if korean else [m.span() for m in _REASON.finditer(text, sentence.start, sentence.end)]
    found: list[Party] = []
    for mention in mentions:
        role = (
            korean_roles.role_of(text, mention.start, mention.end)
            if korean
            else chinese_roles.role_of(text, mention.start, mention.end)
        )
        if role == "with" and not korean and not found:
            role = "subject"
        if role == "subject" and not korean and text.endswith(_ARE, 0, mention.start):
            role = "listed"
        if any(start < mention.start < end for start, end in reasons):
            role = "other"
        behind = [f for f in sentence.figures if f.start >= mention.end and f.kind != "zero"]
        listed = next((f for f in behind if text[mention.end : f.start] in _LISTED), None)
        if role == "subject" and listed is not None and not (not korean and _has_noun(text, listed)):
            # "베트남 13.8%, 일본 15.8% 등은": partners, each with its figure.
            role = "toward"
        owner = role == "owner"
        code = _code(text, mention, ours or home)
        if korean and role in together.PARTNERED and korean_roles.names_others(text, mention.end):
            code = GROUP
        found.append(
            Party(
                mention.start, mention.end, code, "subject" if owner else role, owner,
                weak=mention.weak,
            )
        )  # fmt: skip
    if korean:
        # "서방 제재 속에서도 베트남의 대이란 수출은": who does something else than trade is no partner of anybody.
        found = [p for p in found if p.code != GROUP or (p.role != "other" and not _EPITHET.match(text, p.end))]
        above = sentence.block == 0 or sentence.kind in {"title", "heading"}
        return _shared_backward(text, found, sentence.start if above else None)
    for mention, party, following in zip(mentions, found, found[1:], strict=False):
        if party.code == following.code and text[party.start : party.end] in _OURS and following.start - party.end < 2:
            # "我对俄出口" by whoever writes on Russia's trade.
            party.code = mention.alpha3 or GROUP
    found = sorted([*found, *_many(text, sentence)], key=lambda party: party.start)
    return _shared_forward(text, _with_that(text, sentence, _without_speakers(text, found), that, of_two=of_two))


def _many(text: str, sentence: Sentence) -> list[Party]:
    """ "向18个国家和地区出口": with whom trade is that is nobody's alone."""
    found = [(m, chinese_roles.role_of(text, *m.span())) for m in _MANY.finditer(text, sentence.start, sentence.end)]
    return [Party(m.start(), m.end(), GROUP, role, False) for m, role in found if role in together.PARTNERED]


def _has_noun(text: str, figure: Figure) -> bool:
    """ "越南约七成面料依赖进口": a part of something that is told right behind it, and no amount of a list."""
    following = text[figure.end : figure.end + 1]
    return figure.kind == "percent" and "\u3400" <= following <= "\u9fff" and following not in _GOES_ON_WITH


def _without_speakers(text: str, found: list[Party]) -> list[Party]:
    """ "韩国央行估算，朝鲜出口…": whose office only speaks of what another country does is no party of it."""
    kept = list(found)
    for i, party in enumerate(found):
        said = chinese_roles.speaks(text, party.end) if party.role == "subject" else None
        if said is not None and any(
            p.start >= said.end() - 8 and p.role == "subject" and p.code != party.code for p in found
        ):
            kept[i] = replace(party, role="other", owner=False)
    return kept


def _with_that(text: str, sentence: Sentence, found: list[Party], that: str | None, *, of_two: bool) -> list[Party]:
    """The parties of a sentence with "that country" among them, by the country named before it."""
    places = [m.span() for m in _THAT.finditer(text, sentence.start, sentence.end)]
    if not places:
        return found
    named = list(found)
    for start, end in places:
        before = [p.code for p in found if p.end <= start and p.code]
        code, role = before[-1] if before else that, chinese_roles.role_of(text, start, end)
        last = next((p for p in reversed(found) if p.end <= start), None)
        acts = last is not None and last.role == "subject" and not set(text[last.end : start]) & set("，,。")
        if role in together.PARTNERED and (acts or (last is None and of_two)):
            # "中国曾向该国出口": not China, and whose partner it is the text has told before.
            continue
        if code is not None:
            named.append(Party(start, end, code, "subject" if role == "owner" else role, role == "owner"))
    return sorted(named, key=lambda party: party.start)


def _code(text: str, mention: CountryMention, home: str | None) -> str:
    ours = mention.weak and text[mention.start : mention.end] in _OURS
    return (home if ours else None) or mention.alpha3 or GROUP


def is_bare(text: str, party: Party, place: int) -> bool:
    """Whether a Korean country stands straight before a word of trade: "미국 수출" is to it, or by it."""
    return party.role == "subject" and not party.owner and text[party.end : place] in {"", " "}


def _is_aside(reading: Reading, sentence: Sentence, mention: CountryMention) -> bool:
    """Whether a country only explains what stands before a bracket: "大陆(含香港)", "粳米(源于日本)"."""
    place = opening(reading.text, sentence.start, mention.start)
    if place is None or place <= sentence.start:
        return False
    inside = reading.text[place + 1 : mention.start]
    behind = closing(reading.text, mention.end, sentence.end) or sentence.end
    if any(place < f.start < behind for f in sentence.figures):
        return False
    return bool(inside) or reading.text[place - 1].isalpha()


def _shared_backward(text: str, found: Sequence[Party], headline: int | None) -> list[Party]:
    """Korean: the particle behind the last country of a list is that of all, "중국과 베트남으로의".

    A headline that begins with a country and a comma says who acts: "이란, 인도에서 쌀 수입".
    """
    shared = list(found)
    for i in range(len(shared) - 2, -1, -1):
        party, following = shared[i], shared[i + 1]
        opens = headline is not None and (party.start == headline or text[party.start - 1] in _QUOTES)
        if opens and text.startswith((", ", "，"), party.end):
            continue
        if party.role == "with" and following.role == "subject" and together.side_by_side(text, party, following):
            shared[i] = replace(party, role="subject", owner=True)
            shared[i + 1] = replace(following, owner=True)
        if following.owner and party.role == "subject" and _linked(text, party.end, following.start):
            shared[i] = replace(party, owner=True)
        shares = following.role in {*_SHARED, "other"}
        if shares and _linked(text, party.end, following.start) and not party.owner:
            shared[i] = replace(party, role=following.role)
    return shared


def _shared_forward(text: str, found: Sequence[Party]) -> list[Party]:
    """Chinese: the word before the first country of a list is that of all, "来自澳大利亚、印度和巴西的"."""
    shared = list(found)
    for i in range(1, len(shared)):
        before, party = shared[i - 1], shared[i]
        role = before.role
        listed = i > 1 and role == shared[i - 2].role == "subject" and text[shared[i - 2].end : before.start] == "、"
        if listed and party.role == "with" and text[before.end : party.start] in _LINKS:
            # "日本、德国和土耳其": the last of a list that is told by itself.
            shared[i] = replace(party, role=role)
        # "超越南韩，南韩官方…": no list names a country twice.
        again = party.code == before.code != GROUP
        if role in _SHARED - {"with"} and not again and _linked(text, before.end, party.start):
            shared[i] = replace(party, role=role, owner=False)
    return shared


def _linked(text: str, start: int, end: int) -> bool:
    """Whether only a link of a list, and what a bracket explains, stands between two countries."""
    between = text[skipped(text, start, end) : end].strip()
    return end - start <= 24 and (between in _LINKS or (len(between) <= _FEW and set(between) <= _LETTERS))
