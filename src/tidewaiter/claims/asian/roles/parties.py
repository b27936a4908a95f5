"""Which part each country plays: by the particle behind it in Korean, by the word before it in Chinese."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tidewaiter.claims.asian.brackets import closing, opening, skipped
from tidewaiter.claims.asian.roles import chinese_roles
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Party
from tidewaiter.reference.countries import CountryMention

#: What a group of countries is called in a sentence's parties: somebody's trade is meant, and nobody's alone.
GROUP = ""
#: "대북 수출", "对朝鲜出口": toward the country, whichever way the goods go.
_TOWARD = ("대", "对", "對")
#: The same with the Hanja beside it, "대(對)미 수출".
_TOWARD_BRACKETS = ("대(對)", "대(对)", "대(対)")
_TOWARD_APART = re.compile(r"(?:\A|(?<![가-힣0-9]))[대對] \Z")
#: Names that begin with the same syllable.
_NAMES_WITH_TOWARD = ("대만", "대한")
_KOREAN: tuple[tuple[str, str], ...] = (
    ("산", "from"), ("제 ", "from"), ("으로부터", "from"), ("로부터", "from"), ("에서", "from"), ("발 ", "from"),
    ("에게", "to"), ("측에", "to"), ("에 대한", "toward"),
    ("을 상대로", "toward"), ("를 상대로", "toward"), ("에 ", "to"), ("에는 ", "to"), ("에도 ", "to"),
    ("으로의", "to"), ("으로", "to"),
    ("로의", "to"), ("로 ", "to"), ("로는", "to"), ("향 ", "to"), ("행 ", "to"), ("행은", "to"), ("행이", "to"),
    ("과의", "with"), ("와의", "with"), ("과 ", "with"), ("와 ", "with"), ("간 ", "with"), ("간", "with"),
    ("의", "owner"), ("은", "subject"), ("는", "subject"), ("이", "subject"), ("가", "subject"), ("도", "subject"),
)  # fmt: skip
#: "미국의 제재를 받는": who does something else than trade.
_HARM = re.compile(
    r"(?:의|이|가)? ?(?:경제 ?|독자 ?|추가 ?|대외 ?)?(?:제재|관세|압박|금수|침공|봉쇄|침략)(?!청|총국|위원회|동맹)"
    r"|(?:-[가-힣]{1,8})? (?:상공회의소|대사관)"
    r"|(?:발)? ?(?:경제 ?위기|경제난|경기 ?침체|금융 ?위기)(?: |로|으로|에|,|…)"
    r"|(?:의|간)? ?(?:무역|관세|통상|패권|기술) ?(?:전쟁|분쟁|갈등|마찰|협상)|(?:의|간)? ?(?:갈등|정상회담)"
    r"|(?:발)? ?(?:가뭄|홍수|지진|폭염|한파|흉작|내전|쿠데타|전쟁|사태|대선|총선|파업|여파|위기|리스크|봉쇄|침공)"
    r"(?: |로|으로|에|,|…)"
)
#: "미국 워싱턴의 한 전문가는": whoever only speaks of what others trade.
_SCHOLAR = re.compile(
    r"(?: [가-힣]{1,8})?(?:의)? (?:한 |어느 |민간 )?(?:[가-힣]{1,8} ){0,2}?[가-힣]{0,8}"
    r"(?:전문가|교수|연구원|연구위원|연구소|싱크탱크)"
)
#: "중국 다롄항을 거쳐", "미국 외에": what goods only go through, who is left out; a port that they come to or leave.
_VIA = re.compile(r"(?: [가-힣]{1,7})?[을를] (?:거[쳐친치]|경유)| (?:외에|이외에|말고)|[을를] (?:제외|빼)")
_PORT = re.compile(r" [가-힣]{0,6}(?:항|역|항구|항만|공항|부두|세관)(으로|로|에서|에(?= ))")
#: "중국 대방에게", "미국 업체로부터": those of a country who buy and sell.
_DEALER = re.compile(
    r" (?:현지 )?[가-힣]{0,4}(?:대방|업자|상인|무역상|바이어|구매자|판매자|거래처|업체|회사|기업|무역회사)(?:들|측)?"
    r"(?: 측)?(으로부터|로부터|에게서|에서|에게|한테|에(?= (?!따르|의하|대[해한])))"
)
_QUOTES = frozenset("\"'“‘「『")
_IS_SELLER = re.compile(r"(?:공급국|공급처|원조국|지원국)[은는] \Z")
#: What makes a country a partner of somebody in trade.
_PARTNERED = frozenset({"toward", "from", "to", "with"})
_TRADE = re.compile(r"의 (?:[^ ,.]{1,10} ){0,3}(?:수[출입]|교역|무역)")
#: "중국서 쌀 수입": the short particle says where from only before what is bought.
_BOUGHT = re.compile(r" (?:[^ ,.]{1,10} ){0,3}(?:수입|사들|들여|구매|구입|반입|도입)")
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
            _korean(text, mention.start, mention.end)
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
        found.append(
            Party(
                mention.start, mention.end, _code(text, mention, ours or home), "subject" if owner else role, owner,
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
    return [Party(m.start(), m.end(), GROUP, role, False) for m, role in found if role in _PARTNERED]


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


def trade_together(reading: Reading, one: str | None, other: str | None) -> bool:
    """Whether a Korean text speaks of one of two as a partner, or of the trade of both: "대중", "북중", "중국에서"."""
    owners: set[str | None] = set()
    ends = {m.end for s in reading.sentences for m in s.countries}
    for mention in (m for s in reading.sentences for m in s.countries if m.alpha3 in {one, other}):
        role = _korean(reading.text, mention.start, mention.end)
        joint = reading.text[mention.start - 1] in "·-ㆍ" and mention.start - 1 in ends
        if role in _PARTNERED or joint or mention.start in ends:
            return True
        if role == "owner" and _TRADE.match(reading.text, mention.end) is not None:
            owners.add(mention.alpha3)
    return owners == {one, other}


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
        if role in _PARTNERED and (acts or (last is None and of_two)):
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
        if role in _SHARED - {"with"} and _linked(text, before.end, party.start):
            shared[i] = replace(party, role=role, owner=False)
    return shared


def _linked(text: str, start: int, end: int) -> bool:
    """Whether only a link of a list, and what a bracket explains, stands between two countries."""
    between = text[skipped(text, start, end) : end].strip()
    return end - start <= 24 and (between in _LINKS or (len(between) <= _FEW and set(between) <= _LETTERS))


def _korean(text: str, start: int, end: int) -> str:
    prefixed = text[start] in _TOWARD and end - start > 1 and not text.startswith(_NAMES_WITH_TOWARD, start)
    if prefixed or (start and text[start - 1] in _TOWARD) or text.endswith(_TOWARD_BRACKETS, 0, start):
        return "other" if _HARM.match(text, end) else "toward"  # "대러 제재 품목이 아닌 식품의 수입"
    if _TOWARD_APART.search(text, max(0, start - 3), start) is not None:
        # "대 카자흐 수출".
        return "toward"
    behind = text[end : end + 6]
    if _HARM.match(text, end) or _VIA.match(text, end) or _SCHOLAR.match(text, end):
        return "other"
    dealer = _DEALER.match(text, end)
    if dealer is not None:
        return "to" if dealer[1] in {"에게", "한테", "에"} else "from"
    port = _PORT.match(text, end)
    if port is not None:
        # "북한 남포항으로".
        return "from" if port[1] == "에서" else "to"
    behind = behind.removeprefix(" ") if behind[1:2] in {"(", "（"} else behind
    if behind[:1] in {"(", "（"} and any(char.isdigit() for char in behind):
        # "중국(1.2%)과 베트남(1.0%) 수출": partners, each with its figure.
        return "toward"
    place = skipped(text, end, len(text))
    if text.startswith(("시장에서", " 시장에서", "시장이 차지", " 시장이 차지"), place):
        # "일본시장에서도 한국은 1조엔어치를 수출".
        return "toward"
    behind = (
        text[place : place + 12]
        .removeprefix("시장")
        .removeprefix(" 시장")
        .removeprefix(" 지역")
        .removeprefix(" 국가들")
    )
    behind = behind.lstrip("'’\"”") if behind[1:2] in set("이가은는의도에과와") else behind
    if behind.startswith("서 ") and _BOUGHT.match(text, place + 1):
        return "from"
    if behind.startswith(("으로 ", "로 ")) and _IS_SELLER.search(text, max(0, start - 12), start) is not None:
        # "가장 큰 공급국은 베트남으로 2만t을 보내": it is Vietnam.
        return "subject"
    for particle, role in _KOREAN:
        if behind.startswith(particle):
            return role
    return "subject"
