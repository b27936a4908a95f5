"""Whom a Korean word of trade names: which of the countries before it are its ends, and which end each is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tidewaiter.claims.asian.roles.korean_markets import IS_MARKET, is_market
from tidewaiter.claims.asian.roles.parties import is_bare
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Flow, Party
from tidewaiter.claims.words.lexicon import Cue

#: "중국으로 향한 러시아산 석탄": a verb that says what goods do, and the goods behind it.
_ATTRIBUTE = re.compile(r"(?:[한된온간난]|하는|되는)? ")
#: "이란 원유 수입량".
_OBJECT = re.compile(r" [가-힣·]{1,10}[을를] ")
_GOODS_ONLY = re.compile(r"(?: [가-힣·]{1,10}){1,2} ")
#: "한국의 한 연구기관에 따르면": whose office is only cited.
_CITED = re.compile(r"의 (?:[^ ,.]{1,16} ){0,3}[^ ,.]{1,16}에 (?:따르면|의하면)")
_CITED_HERE = re.compile(r" ?[가-힣]{1,8}(?:에 (?:따르면|의하면)|[이가] (?:밝|공개|발표|집계))")
_OF_GOODS = re.compile(r" [가-힣·]{1,10}의 (?:[가-힣]{2,4} )?")


def with_origin(reading: Reading, sentence: Sentence, named: list[Party], cue: Cue) -> list[Party]:
    """ "일본의 이란 원유 수입량": who stands bare before the goods that another buys or sells is the other end."""
    last = named[-1] if named else None
    if last is None or cue.sense not in {"import", "export"} or last.owner or last.role != "subject":
        return named
    if is_market(reading, cue) and _OF_GOODS.fullmatch(reading.text, last.end, cue.start):
        # "캄보디아 쌀의 최대 수입국": of goods from there.
        return [*named[:-1], replace(last, role="from" if cue.sense == "import" else "to")]
    whose = IS_MARKET.match(reading.text, cue.end) and _OBJECT.fullmatch(reading.text, last.end, cue.start)
    if cue.sense == "import" and whose:
        # "캄보디아 도정미를 수입한 국가는".
        return [*named[:-1], replace(last, role="from")]
    acting = any(p.role == "subject" and not p.owner and p.code != last.code for p in named[:-1])
    if cue.sense == "import" and acting and _OBJECT.fullmatch(reading.text, last.end, cue.start):
        # "중국은 1억 달러어치의 러시아 상품을 구매했다".
        return [*named[:-1], replace(last, role="from")]
    made = any(p.role == "from" and reading.text.startswith("산", p.end) and p.code != last.code for p in named[:-1])
    if cue.sense == "export" and made and reading.text[last.end : cue.start] == " ":
        # "브라질산 대두의 중국 수출".
        return [*named[:-1], replace(last, role="to")]
    owners = [p for p in named[:-1] if p.owner and p.code != last.code]
    if not owners:
        return named
    if not _GOODS_ONLY.fullmatch(reading.text, last.end, cue.start):
        # "독일의 키르기스스탄 수출": nothing but a time stands between the two.
        between = reading.text[owners[-1].end : last.start].removeprefix("의").strip()
        times = {reading.text[t.start : t.end] for t in sentence.times}
        if reading.text[last.end : cue.start] != " " or (between and between not in times):
            return named
    return [*named[:-1], replace(last, role="from" if cue.sense == "import" else "to")]


def from_seller(reading: Reading, named: list[Party], cue: Cue, context: Context) -> list[Party]:
    """ "오만 원유 수입량은", where a text tells what its home buys and from whom: of oil from there."""
    last = named[-1] if named else None
    if last is None or cue.sense != "import" or last.owner or last.role != "subject" or len(named) > 1:
        return named
    home = context.home
    telling = home is not None and context.sense == "import" and context.pair.receiver == home
    if not telling or last.code == home or not _GOODS_ONLY.fullmatch(reading.text, last.end, cue.start):
        return named
    return [replace(last, role="from")]


def behind(reading: Reading, sentence: Sentence, parties: Sequence[Party], cue: Cue) -> list[Party]:
    """ "중국으로 향한 러시아산 석탄", "이란으로 수출된 중국 타이어": whose goods a verb before them tells of."""
    found = _ATTRIBUTE.match(reading.text, cue.end)
    party = next((p for p in parties if found is not None and p.start == found.end()), None)
    if party is None or cue.sense not in {"import", "export"}:
        return []
    if party.role == "from" and reading.text.startswith("산", party.end):
        return [party]
    bare = party.role == "subject" and any(m.start == party.end + 1 and m.good_id != "total" for m in sentence.goods)
    return [replace(party, role="from")] if bare and reading.text[party.end] == " " else []


def toward(reading: Reading, named: Sequence[Party], cue: Cue) -> bool:
    """ "대북 물자 반입": goods that come into the country they are said to go toward."""
    last = named[-1] if named else None
    if last is None or last.role != "toward" or not reading.text[cue.start : cue.end].startswith(("반입", "유입")):
        return False
    return reading.text[last.start] == "대" or reading.text[last.start - 1] == "대"


def without_offices(
    reading: Reading, sentence: Sentence, named: list[Party], context: Context, sense: str
) -> list[Party]:
    """The countries that trade, without one whose office is only cited: "중국 해관총서에 따르면 이란은 …"."""
    told = [
        p
        for p in named
        if any(c.sense == "official_statistics" and 0 <= c.start - p.end <= 1 for c in sentence.cues_of("source"))
    ]
    told += [p for p in named if p not in told and p.owner and _CITED.match(reading.text, p.end)]
    others = [p for p in named if p not in told]
    if not told:
        return named
    if observes(reading, told[-1], context):
        return others
    if others:
        if sense == "trade" and all(p.role == "with" for p in others) and not told[-1].owner:
            # "러시아 세관은 북한과의 교역을 신고하지 않았다": with whom Russia's trade is.
            spoke = _CITED_HERE.match(reading.text, told[-1].end) is not None
            return others if spoke else named
        acting = any(p.role in {"subject", "with"} or p.code == told[-1].code for p in others)
        return others if acting else named
    two = len(context.pair.everyone) == 2
    if two and told[-1].owner and told[-1].code not in context.pair.everyone:
        # "한국의 한 연구기관에 따르면 두 나라 교역액은": it is not theirs.
        return others
    both = context.pair.sender and context.pair.receiver
    return others if both and context.sense == sense and told[-1].code in context.pair.everyone else named


def observes(reading: Reading, office: Party, context: Context) -> bool:
    """ "에티오피아는 밀을 수입한다. 미국 농무부에 따르면 밀 수입은": whether an office tells what another trades."""
    if not context.pair.everyone or office.code in context.pair.everyone:
        return False
    names = tuple(reading.lexicon.words["observers"])
    return reading.text.startswith((*names, *(f" {name}" for name in names)), office.end)


def cut_off(text: str, start: int, end: int) -> bool:
    """ "중국산이 점령…작년 김치 수입": what a headline parts by dots belongs apart."""
    return "…" in text[start:end] or "..." in text[start:end]


def toward_home(
    reading: Reading, named: list[Party], cue: Cue, context: Context, lead: Flow | None, *, apiece: bool
) -> list[Party]:
    """ "미국 수출이" in a text about Korea's trade: to the US, not by it."""
    known = context.home or (lead.home if lead is not None else None)
    last = named[-1]
    if known is None or last.code == known or not is_bare(reading.text, last, cue.start):
        return named
    if (
        known != "KOR"
        and not apiece
        and (context.paired or (last.code in context.pair.everyone and context.sense != "trade"))
    ):
        # Only at home is "X 수출" plainly to X; a text about two countries speaks of either's exports so.
        return named
    partners = [Party(last.start, last.end, last.code, "toward", False, weak=last.weak)]
    for party in reversed(named[:-1]):
        # "카자흐스탄과 조지아 수출": to both.
        between = reading.text[party.end : partners[0].start]
        if party.owner or party.code == known or between not in {"과 ", "와 ", ", ", "·", "ㆍ"}:
            break
        partners.insert(0, Party(party.start, party.end, party.code, "toward", False, weak=party.weak))
    return [*named[: len(named) - len(partners)], *partners]
