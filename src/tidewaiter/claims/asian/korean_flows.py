"""Words of trade in Korean: which of them trade, whose offices are only cited, what markets the next clause is of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tidewaiter.claims.asian.brackets import opening
from tidewaiter.claims.asian.memory import Memory
from tidewaiter.claims.context import Context
from tidewaiter.claims.lexicon import Cue
from tidewaiter.claims.reading import Reading, Sentence
from tidewaiter.claims.scene import TOTAL, Flow, Party, pair_of

#: What makes a Korean noun of trade a verb.
VERB_ENDINGS = ("했", "하", "한", "해", "됐", "되", "된", "할", "였", "왔", "온", "함", "됨")
#: Words that also say something else than that goods cross a border, where nothing makes them verbs.
_DEALINGS = frozenset({"공급", "판매", "구매", "구입", "지원"})
_SPENT = re.compile(r"(?:하는 데|에) (?:약 |총 |모두 )?")
#: What a headline ends with, and what may stand before its verb ("5천 달러어치 ").
_HEADLINE_ENDS, _WORTH_OF = frozenset("\"'”’…\n"), 3
#: What makes a country the end of a clause.
_IS = (
    "이나 ",
    "이나,",
    "이며 ",
    "이며,",
    "이고 ",
    "이고,",
    "으로, ",
    "로, ",
    "이지만",
    "인데",
    "였고",
    "였으며",
    "이었",
)
#: Words for what is given or sent: a text on aid often names only who gets it.
_GIVEN = ("지원", "보냈", "보낸", "내보", "전달", "제공", "기부", "기증", "공여", "원조", "공급", "반입", "유입")
_AID = re.compile(r"(?:대(?:\(對\))? ?[가-힣]{1,8}|[가-힣]{2,8}에(?:게)?) (?:[가-힣0-9a-z]{1,6} ){0,4}\Z")
_AID_TOLD = re.compile(r"[은는이가도] |액|금액| ?(?:규모|물자|물품|물량|품목)[은는이가도] |, |…|\Z|\n")
#: Who gives in a Korean text that names no other country before it.
_OUR_GIVER = re.compile(
    r"(?:\A|[\s\"'“‘(…])(?:우리 ?|한국 ?|역대 )?(?:정부|통일부|민간단체|대한적십자사)(?:가|는|은|이|의|,) ?"
)
_AID_REACH = 24
#: Behind a country, what says that goods leave it or reach it: right before their verb, and further from it.
_INTO = frozenset({"으로 ", "로 ", "에 "})
_ENDS = re.compile(r"으로|로 |로부터|에서 |서 |(?:측)?에(?:게)? |산 |[행발] |[을를] 상대로 ")
#: "중국으로 향한 러시아산 석탄": a verb that says what goods do, and the goods behind it.
_ATTRIBUTE = re.compile(r"(?:[한된온간난]|하는|되는)? ")
_ASIDE_REACH, _IN_OR_OUT = 16, re.compile(r"[액량]?(?:[은는을를])? ?(?:제외|불포함|포함|미포함)[가-힣]{0,2}\)")
_SUPPLIED = re.compile(r"(?:공급|제공|지원|전달)(?:된|됐|되)")
#: What goods are limited by that come from anybody: a partner spoken of before is none of it.
_LIMITED = re.compile(r"안보리|(?:유엔|대북 ?제재) ?(?:안전보장이사회 ?)?결의")
#: Words that call a country a market or a source.
_MARKETS = ("국", "국가", "대상국", "시장", "처")
#: "식품을 많이 수출한 국가는 미국이었다".
_IS_MARKET = re.compile(r"(?:한|하는|된|해 온) (?:국가|나라|곳|시장|상대국)[은는] ")
#: "이란 원유 수입량".
_OBJECT = re.compile(r" [가-힣·]{1,10}[을를] ")
_GOODS_ONLY = re.compile(r"(?: [가-힣·]{1,10}){1,2} ")
#: "한국의 한 연구기관에 따르면": whose office is only cited.
_CITED = re.compile(r"의 (?:[^ ,.]{1,16} ){0,3}[^ ,.]{1,16}에 (?:따르면|의하면)")
_CITED_HERE = re.compile(r" ?[가-힣]{1,8}(?:에 (?:따르면|의하면)|[이가] (?:밝|공개|발표|집계))")
_OF_GOODS = re.compile(r" [가-힣·]{1,10}의 (?:[가-힣]{2,4} )?")
#: "수출과 수입을 합쳐": what is in two-way trade.
_TOGETHER = re.compile(r"수출액?[과와·] ?수입액?[을를]? ?(?:모두 |함께 )?(?:합[친쳐한하]|더[한해]|포함)")
#: What makes a country the one that a clause is about.
_TOPICS = ("은 ", "는 ", "이 ", "가 ", "도 ")
_EARNED = re.compile(r"수출 수입[은이]? ")
#: Endings that make another word of "…수 + 입니다".
_POLITE = ("니다", "니까")
#: "해당 품목의 1월 수입액": the goods spoken of.
_THESE = re.compile(r"(?:해당|이들?|동) (?:품목|제품|상품)군?의? (?:[^ ,]{1,4} ){0,2}\Z")


def with_origin(reading: Reading, sentence: Sentence, named: list[Party], cue: Cue) -> list[Party]:
    """ "일본의 이란 원유 수입량": who stands bare before the goods that another buys or sells is the other end."""
    last = named[-1] if named else None
    if last is None or cue.sense not in {"import", "export"} or last.owner or last.role != "subject":
        return named
    if is_market(reading, cue) and _OF_GOODS.fullmatch(reading.text, last.end, cue.start):
        # "캄보디아 쌀의 최대 수입국": of goods from there.
        return [*named[:-1], replace(last, role="from" if cue.sense == "import" else "to")]
    whose = _IS_MARKET.match(reading.text, cue.end) and _OBJECT.fullmatch(reading.text, last.end, cue.start)
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


def of_market(reading: Reading, named: list[Party], cue: Cue) -> list[Party]:
    """ "중국은 베트남의 두 번째로 큰 쌀 수출 시장으로": who is called another's market or source is the other end."""
    called = is_market(reading, cue) or reading.text.startswith((" 시장", " 대상국", " 상대국"), cue.end)
    owner = named[-1] if named and named[-1].owner else None
    if not called or owner is None or len(named) < 2 or cue.sense not in {"import", "export"}:
        return named
    other = named[-2]
    told = other.role == "subject" and not other.owner and reading.text.startswith(_TOPICS, other.end)
    return [*named[:-2], replace(other, role="toward"), owner] if told and other.code != owner.code else named


def in_market(reading: Reading, named: list[Party], cue: Cue) -> list[Party]:
    """ "중국은 미국 수입시장에서": what one buys, of whom the clause says what it has of it."""
    last = named[-1] if named else None
    if last is None or last.owner or last.role != "subject" or not is_import_market(reading, cue.end):
        return named
    if cue.sense != "import" or reading.text[last.end : cue.start] not in {"", " "}:
        return named
    others = [
        replace(p, role="from") if p.role == "subject" and reading.text.startswith(_TOPICS, p.end) else p
        for p in named[:-1]
    ]
    return [*others, replace(last, owner=True)]


def is_import_market(reading: Reading, end: int) -> bool:
    """Whether a word of buying that ends at a place calls a market: "수입시장"."""
    return reading.text.startswith(("시장", " 시장"), end)


def is_market(reading: Reading, cue: Cue) -> bool:
    """Whether a word of trade calls a country a market or a source: "최대 수출국"."""
    return reading.language == "ko" and reading.text[cue.start : cue.end].endswith(_MARKETS)


def is_done(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    """Whether a word of dealing trades: "공급했다", "판매량", but not "공급 감소"."""
    text = reading.text
    if text.startswith(_POLITE, cue.end) and text[cue.end - 2 : cue.end] == "수입":
        # "많은 액수입니다", "점수입니까".
        return False
    if _left_out(text, cue):
        return False
    if text[cue.start : cue.end] in reading.lexicon.moved:
        # "북한으로 들어갔다", but not "생산에 들어갔다".
        near = [m for m in sentence.countries if m.end <= cue.start <= m.end + _AID_REACH]
        told = any(text[m.end : cue.start] in _INTO or _ENDS.match(text, m.end) for m in near)
        told = told or any(m.start == cue.end + 1 and text.startswith("산", m.end) for m in sentence.countries)
        wares = any(m.good_id != "total" for m in sentence.goods)
        return told and (wares or any(f.kind in {"money", "quantity", "count"} for f in sentence.figures))
    if is_gift(reading, cue):
        return True
    if text[cue.start : cue.end] in _DEALINGS and any(
        _SPENT.fullmatch(text, cue.end, f.start) for f in sentence.figures
    ):
        # "중국산 타이어 구매에 3억 달러를 썼다".
        return True
    if text[cue.start : cue.end] not in _DEALINGS or text.startswith((*VERB_ENDINGS, "량", "액"), cue.end):
        return True
    # "북한에 정제유 9천 톤 공급": a headline ends with its verb, bare.
    told = any(0 <= cue.start - f.end <= _WORTH_OF for f in sentence.figures)
    return told and (cue.end >= sentence.end or text[cue.end] in _HEADLINE_ENDS)


def _left_out(text: str, cue: Cue) -> bool:
    """ "대외교역(남북교역 제외)": what a bracket only says to be in or out."""
    place = opening(text, max(0, cue.start - _ASIDE_REACH), cue.start)
    return place is not None and _IN_OR_OUT.match(text, cue.end) is not None


def is_gift(reading: Reading, cue: Cue) -> bool:
    """ "대북 인도적 지원은": aid toward a country, which is told as an amount."""
    text = reading.text
    if text[cue.start : cue.end] != "지원" or _AID.search(text, max(0, cue.start - _AID_REACH), cue.start) is None:
        return False
    return _AID_TOLD.match(text, cue.end) is not None


def toward(reading: Reading, named: Sequence[Party], cue: Cue) -> bool:
    """ "대북 물자 반입": goods that come into the country they are said to go toward."""
    last = named[-1] if named else None
    if last is None or last.role != "toward" or not reading.text[cue.start : cue.end].startswith(("반입", "유입")):
        return False
    return reading.text[last.start] == "대" or reading.text[last.start - 1] == "대"


def is_given(reading: Reading, cue: Cue) -> bool:
    """Whether a word of trade says that goods are given or sent, by whomever."""
    return reading.text.startswith(_GIVEN, cue.start)


def giver(sentence: Sentence, flow: Flow, context: Context) -> None:
    """Whose aid it is: of whoever gave before to the same country, else nobody's that the text names."""
    same = sentence.block == context.block_of_pair and context.sense == "export"
    same = same and context.pair.receiver in {flow.away, None}
    flow.pair = pair_of("export", context.pair.sender if same else None, flow.away or "")


def names_buyers(reading: Reading, cue: Cue, flow: Flow) -> bool:
    """ "캄보디아 도정미를 수입한 국가는": who buys is told behind."""
    return (
        flow.sense == "import"
        and flow.home is None
        and bool(flow.away)
        and _IS_MARKET.match(reading.text, cue.end) is not None
    )


def our_gift(
    reading: Reading, sentence: Sentence, cue: Cue, flow: Flow, parties: Sequence[Party], context: Context
) -> bool:
    """ "정부는 쌀 5만t을 지원하기로": what Korea's own government gives, to whom the text says; whether it is so."""
    given = _OUR_GIVER.search(reading.text, max(0, sentence.start - 1), cue.start)
    if flow.sense != "export" or given is None or not is_given(reading, cue):
        return False
    by = ("은 ", "는 ", "이 ", "가 ")
    owned = any(
        p.code == flow.home and p.start >= given.end() and not reading.text.startswith(by, p.end) for p in parties
    )  # fmt: skip
    if flow.home is not None and not owned:
        return False
    if any(given.start() - 2 <= p.end <= given.start() + 1 and p.code != "KOR" for p in parties):
        # "중국 정부는".
        return False
    told = next((p.code for p in parties if p.code not in {"", "KOR"}), None)
    receiver = flow.away or told or context.pair.receiver or context.focus
    flow.pair, flow.reporter = pair_of("export", "KOR", *([receiver] if receiver not in {None, "KOR"} else [])), "KOR"
    return True


def goes_on_so(reading: Reading, cue: Cue, flow: Flow, context: Context) -> bool:
    """ "원유는 400만 배럴이 공급된 것으로": what is supplied to nobody named goes where the goods before went."""
    told = context.sense == "import" and context.pair.receiver is not None
    return told and flow.sense == "export" and _SUPPLIED.match(reading.text, cue.start) is not None


def is_told(reading: Reading, party: Party) -> bool:
    """ "최대 수출국은 …를 차지하는 캄보디아이나": a country that a clause ends with does nothing in the next."""
    return reading.text.startswith(_IS, party.end)


def without_parts(reading: Reading, cues: list[Cue]) -> list[Cue]:
    """ "무역량은 수출과 수입을 합쳐 7천만 달러": the trade, without the two that only say what is in it."""
    # "구리 수출 수입은": what exports have earned.
    earned = {c.start for c in cues if c.sense == "import" and _EARNED.match(reading.text, c.start - 3) is not None}
    cues = [c for c in cues if c.start not in earned]
    parts = [m for c in cues if c.sense == "export" and (m := _TOGETHER.match(reading.text, c.start)) is not None]
    if not parts or not any(c.sense == "trade" for c in cues):
        return cues
    return [c for c in cues if not any(m.start() <= c.start < m.end() for m in parts)]


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


def at_markets(reading: Reading, flows: list[Flow], parties: list[Party]) -> None:
    """ "최대 수출국은 …를 차지하는 캄보디아이나 1~9월 수출량은": the market, and what is said of it after."""
    for n, flow in enumerate(flows):
        if flow.home is None:
            continue
        party = None
        if reading.text[flow.start : flow.end].endswith(_MARKETS):
            party = next((p for p in parties if p.start > flow.end and is_told(reading, p)), None)
        elif (market := _IS_MARKET.match(reading.text, flow.end)) is not None:
            party = next((p for p in parties if p.start == market.end()), None)
        if party is None or not party.code or party.code == flow.home:
            continue
        for other in flows[n:]:
            if other is flow or (other.sense == flow.sense and not other.stated):
                other.pair, other.reporter = pair_of(flow.sense, flow.home, party.code), flow.home


def share_of_partner(reading: Reading, flow: Flow, named: list[Party], context: Context) -> None:
    """ "중국이 전체 가스 수출의 61%를 차지": the share is the partner's of the trade spoken of; it sells nothing."""
    if reading.language != "ko" or context.sense != flow.sense or len(named) != 1:
        return
    home, away = (
        (context.pair.receiver, context.pair.sender)
        if flow.sense == "import"
        else (context.pair.sender, context.pair.receiver)
    )
    if home and away and named[0].code == away and named[0].role == "subject":
        flow.pair, flow.reporter = pair_of(flow.sense, home, away), home


def its_part(whole: Flow, before: Flow) -> None:
    """ "대중국 수출은 이란 전체 수출의 75%": the part is whose the whole is."""
    alike = before.sense == whole.sense != "trade" and before.home is None
    if alike and before.away not in {None, whole.home}:
        before.pair, before.reporter = pair_of(before.sense, whole.home, before.away or ""), whole.home


def of_anybody(reading: Reading, sentence: Sentence, flow: Flow, named: Sequence[Party]) -> None:
    """ "안보리 결의로 북한의 정제유 도입은 50만 배럴로 제한": a limit is on trade with everybody."""
    if flow.sense == "trade" or flow.home is None or len({p.code for p in named}) > 1:
        return
    if _LIMITED.search(reading.text, sentence.start, flow.start) is not None:
        flow.pair = pair_of(flow.sense, flow.home)


def go_on(
    reading: Reading, sentence: Sentence, traded: list[Flow], memory: Memory, context: Context, goods: str | None
) -> None:
    """Give trade that names no goods or nobody what was told of it before; `goods` are those spoken of."""
    for flow in traded:
        if flow.goods is None and _THESE.search(reading.text, max(sentence.start, flow.start - 20), flow.start):
            flow.goods = goods
        memory.again(flow, context.home)
    _from_where_before(reading, sentence, traded, context)
    for before, flow in pairwise(traded):
        # "이집트는 러시아 밀의 최대 수입국을 유지했지만, 수출량은": what is sold to the market just named.
        turned = {before.sense, flow.sense} == {"import", "export"}
        if (
            turned
            and reading.text[before.start : before.end].endswith(_MARKETS)
            and before.home
            and before.away
            and not flow.stated
        ):
            flow.pair, flow.reporter = pair_of(flow.sense, before.away, before.home), before.away
    for before, flow in pairwise(traded):
        # Trade that names nobody is, in one sentence, between those of the same trade before it.
        bare = not flow.stated and not flow.total and flow.sense == before.sense and flow.sense != "trade"
        if bare and set(flow.pair.everyone) == set(before.pair.everyone):
            flow.pair, flow.reporter = before.pair, before.reporter


def _from_where_before(reading: Reading, sentence: Sentence, traded: list[Flow], context: Context) -> None:
    """ "이란 원유 수입량은 … 한국의 수입량은": in one paragraph another buyer of the same goods buys them there too."""
    away = context.pair.sender if context.sense == "import" else context.pair.receiver
    if away is None or context.product in {None, TOTAL} or not 0 <= sentence.block - context.block_of_pair <= 1:
        return
    for flow in traded:
        amount = reading.text[flow.start : flow.end].endswith("량")
        if sentence.block != context.block_of_pair and not amount:
            continue
        if flow.sense != context.sense or flow.goods is not None or flow.compared or flow.total:
            continue
        own = context.pair.receiver if context.sense == "import" else context.pair.sender
        another = flow.home not in {None, away, own} and len(flow.pair.everyone) == 1
        if flow.stated and another and flow.home and flow.away is None:
            flow.pair = pair_of(flow.sense, flow.home, away)
