"""Whom a share of trade is with: the partner whose part it is said to be."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tidewaiter.claims.asian.brackets import skipped
from tidewaiter.claims.asian.measures.ranked_shares import is_sum
from tidewaiter.claims.asian.parties.turns import joined
from tidewaiter.claims.asian.roles import korean_markets
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Draft, Party, Scene, pair_of

#: "이 중 베트남 쌀이 84%를 차지".
_PARTNERS = re.compile(r"산? ?[가-힣]{0,8}[이가은는] (?:약 |전체의 )?")
_PART_OF_IT = re.compile(r"[를을]? ?차지(?:하고 있는|하는|한) ")
#: What makes a country the one whose share it is.
_SHARER = re.compile(r"(?: ?시장)?(?:[이가] 차지하는|의|산의?)? ?(?:비중|점유율|비율|의존도|의존율)|[이가] 차지")
#: "其中印度占41%，中国仅占5.6%".
_SHARES = re.compile(
    r"(?:货|貨|产品|產品|商品)?(?:仅|僅|只|约|約|就|则|則|也|所)*[占佔]"
    r"(?:比|了|到|去|(?:的)?(?:份额|份額|比重|比例))?(?:则|則)?[为為达達]?(?:约|約|近|逾|超过|超過)?(?=\d|[一二三四五六七八九两兩])"
)
#: "美国以16%位列第二，第三位的是韩国，为11%": what stands between the next of a ranking and its part.
_BY_RANK, _THEN_IT, _IS = (
    re.compile(r"(?:则|則|也)?以(?:约|約|近)?"),
    re.compile(r"[，,](?:为|為|占|佔|达|達)?(?:约|約|近)?"),
    "是为為",
)
#: From a country to the whole that is called after it: "占越南贸易总额".
_WHOSE = ("", "的", "国", "國")
#: What a word of trade is behind which its share of a whole is told.
_IS_TOPIC = re.compile(r"[액량]?[은는이가] ")
#: From a partner to its part: "중국이 96.7%", "베트남(1.1%)".
_HAS_PART = frozenset({"이 ", "가 ", "은 ", "는 ", "(", " "})
_GREATEST = re.compile(r"(?:교역국|교역 ?상대국?|무역 ?상대국?|교역 ?대상국?|무역국|\d위)[은는] \Z")
#: "상위 4개국이 전체의 71%를", "이들 세 나라가": several together, and nobody alone.
_SEVERAL = re.compile(
    r"(?:상위 ?\d{1,2}개국|이들 ?(?:\d{1,2}개 ?)?(?:국가?|나라)|[두세네] (?:나라|국가)|\d{1,2}개 ?(?:국가|나라|국))"
    r"(?:[이가은는의]|에서|으로|로)[가-힣 ]{0,24}(?:약 )?\Z"
)
_SEVERAL_REACH = 48
#: "中国则降到26.6%": what may stand between whose share it is and how it moved.
_ADVERB = 2
_WITHIN = re.compile(r"(?:총?액|량)?(?:에서| 중| 가운데)")


def main_partner(reading: Reading, scene: Scene, figure: Figure) -> str | None:
    """Whom a sentence on two-way trade is about: the greatest partner, or one that stands alone before its figure."""
    party = next((p for p in reversed(scene.parties) if p.end <= figure.start), None)
    if party is None or scene.flows:
        return None
    named = _GREATEST.search(reading.text, max(scene.sentence.start, party.start - 16), party.start) is not None
    if named and reading.text.startswith(("으로", "로", "이", "였"), party.end):
        return party.code or None
    alone = len(scene.parties) == 1 and reading.text[party.end : figure.start] in {"는 ", "은 ", "는 약 ", "은 약 "}
    turned = bool(scene.sentence.cues_of("apiece"))
    alone = alone or (turned and reading.text[party.end : figure.start] in {"이 ", "가 ", "이 약 ", "가 약 "})
    return party.code or None if alone else None


def sharer(reading: Reading, scene: Scene, draft: Draft, context: Context) -> Pair | None:
    """ "전체 수출액에서 중국이 차지하는 비중은 84.5%": the ends of the trade with whom a share is said to be of."""
    flow = draft.flow
    several = draft.measure == "share" and reading.language == "ko" and (
        _of_several(reading, scene, draft.figure) or _of_list(reading, scene, draft.figure)
    )  # fmt: skip
    if several and (sense := flow.sense if flow is not None else context.sense) in {"import", "export"}:
        pair = flow.pair if flow is not None else context.pair
        home = pair.receiver if sense == "import" else pair.sender
        return None if home is None else pair_of(sense, home)
    if draft.measure == "share" and flow is not None and flow.sense == "trade" and reading.language == "ko":
        ahead = tuple(dict.fromkeys(p.code for p in scene.parties if p.code and p.end <= flow.start))
        # "전체 북한 무역에서 중국이 차지하는 비중은": of all that the one named before trades.
        within = len(ahead) == 1 and _WITHIN.match(reading.text, flow.end) is not None
        known = ahead if within else flow.pair.everyone
        return _trade_share(reading, scene, draft, known if flow.stated else flow.pair.everyone[:1])
    if draft.measure == "share" and flow is None and context.sense == "trade" and reading.language == "ko":
        # "같은 기간 중국 비중은 88%에서 95%로": of the trade spoken of before.
        everyone = context.pair.everyone
        whose = [c for c in (context.at_large, context.home, context.reporter) if c and c in everyone] or everyone
        return _trade_share(reading, scene, draft, whose[:1])
    if draft.measure == "share" and flow is None and reading.language == "ko":
        return _of_told(reading, scene, draft, context)
    if draft.measure == "share" and flow is not None and flow.sense == "trade" and reading.language == "zh":
        # "占朝鲜对外贸易总额的1.2%，中国则占98.3%": the next one's part of the same whole.
        other = next((p for p in reversed(scene.parties) if p.end <= draft.figure.start), None)
        met = {p.code for p in scene.parties if p.end <= flow.start and p.role in {"with", "toward"}}
        owners = [code for code in flow.pair.everyone if code not in met]
        # "中国占越南贸易总额的25%，美国占16%": whose the whole is called.
        called = next(
            (p.code for p in scene.parties if p.end <= flow.start and reading.text[p.end : flow.start] in _WHOSE),
            flow.reporter,
        )
        owners = [called] if len(owners) > 1 and called in owners else owners
        if other is None or len(owners) != 1 or other.start < flow.end or other.code in {"", *owners}:
            return None
        apart = _SHARES.match(reading.text, other.end) is not None or _is_ranked(reading, other, draft.figure)
        return Pair(partners=(owners[0], other.code)) if apart else None
    if draft.measure != "share" or flow is None or flow.sense == "trade" or flow.home is None:
        return None
    behind = _PART_OF_IT.match(reading.text, skipped(reading.text, draft.figure.end, scene.sentence.end))
    named = next((p for p in scene.parties if behind is not None and p.start == behind.end()), None)
    if named is not None and named.code != flow.home:
        return pair_of(flow.sense, flow.home, named.code)
    nearest = next((p for p in reversed(scene.parties) if p.end <= draft.figure.start), None)
    of_market = flow.sense == "import" and korean_markets.is_import_market(reading, flow.end)
    if of_market and nearest is not None and nearest.start > flow.end and nearest.role == "subject":
        # "미국 수입시장에서 … 싱가포르도 2.6%로": what the next one has of it.
        return pair_of(flow.sense, flow.home, nearest.code)
    topic_ = next((p for p in scene.parties if p.end <= flow.start and p.code != flow.home), None)
    own = nearest is not None and nearest.start > flow.end and nearest.role == "subject"
    if own and nearest is not None and nearest.code and reading.text[nearest.end : draft.figure.start] in _HAS_PART:
        # "인도는 러시아 원유 수출량의 38%를, 중국이 47%로": what the next one has of it.
        return pair_of(flow.sense, flow.home, nearest.code)
    if flow.compared and topic_ is not None and reading.text.startswith(("은 ", "는 "), topic_.end):
        return pair_of(flow.sense, flow.home, topic_.code)
    told = [f for f in scene.flows if f.end <= flow.start and f.sense == flow.sense and f.away not in {None, flow.home}]
    if flow.compared and told and _IS_TOPIC.match(reading.text, told[-1].end):
        # "대중국 수출은 이란 전체 수출의 75%에 해당한다".
        return pair_of(flow.sense, flow.home, told[-1].away or "")
    party = next((p for p in reversed(scene.parties) if p.end <= draft.figure.start), None)
    if party is None or party.code == flow.home or party.start < flow.end:
        return None
    if reading.language == "zh":
        cue = draft.moved.cue
        moved_to = draft.moved.relation == "to" and cue is not None and 0 <= cue.start - party.end <= _ADVERB
        apart = _SHARES.match(reading.text, party.end) is not None or _is_ranked(reading, party, draft.figure)
        if not (moved_to or apart):
            return None
        # "美国占出口总额的比重升到30.9%，中国与香港降到26.6%"
        return pair_of(flow.sense, flow.home, *joined(reading, scene, party))
    held = _SHARER.match(reading.text, party.end) or _PARTNERS.fullmatch(reading.text, party.end, draft.figure.start)
    return pair_of(flow.sense, flow.home, party.code) if held else None


def _is_ranked(reading: Reading, party: Party, figure: Figure) -> bool:
    """ "美国以16%位列第二", "第三位的是韩国，为11%": whether a part is the one that the next of a ranking has."""
    text = reading.text
    if _BY_RANK.fullmatch(text, party.end, figure.start):
        return True
    return text[party.start - 1] in _IS and _THEN_IT.fullmatch(text, party.end, figure.start) is not None


def _of_several(reading: Reading, scene: Scene, figure: Figure) -> bool:
    found = _SEVERAL.search(reading.text, max(scene.sentence.start, figure.start - _SEVERAL_REACH), figure.start)
    return found is not None and not any(found.start() <= p.start < figure.start for p in scene.parties)


def _of_list(reading: Reading, scene: Scene, figure: Figure) -> bool:
    """ "중국 33%, 러시아 31%로 전체 수입액의 64%를 차지": of all partners of the list before it."""
    before = [f for f in scene.sentence.figures if f.end <= figure.start]
    if len(before) < 2 or not is_sum(reading.text, before[-1], figure):
        return False
    return any(before[-2].end <= p.start < before[-1].start for p in scene.every_party)


def _of_told(reading: Reading, scene: Scene, draft: Draft, context: Context) -> Pair | None:
    """ "중국의 점유율은 54.1%" in a sentence that names no trade: of the one way spoken of before."""
    party = next((p for p in reversed(scene.parties) if p.end <= draft.figure.start), None)
    home = context.pair.receiver if context.sense == "import" else context.pair.sender
    if party is None or not party.code or context.sense not in {"import", "export"} or home in {None, party.code}:
        return None
    if any(party.end <= g.start and g.good_id != "total" and g.end <= draft.figure.start for g in scene.sentence.goods):
        return None
    return pair_of(context.sense, home, party.code) if _SHARER.match(reading.text, party.end) else None


def _trade_share(reading: Reading, scene: Scene, draft: Draft, known: Sequence[str]) -> Pair | None:
    """Whom a share of two-way trade is with: the greatest partner that its sentence names, or as it is told."""
    main = main_partner(reading, scene, draft.figure)
    if main is not None and len(known) == 1 and main != known[0]:
        return Pair(partners=(known[0], main))
    return _share_of(reading, scene, draft, known)


def _share_of(reading: Reading, scene: Scene, draft: Draft, known: Sequence[str]) -> Pair | None:
    """ "북한의 대외무역에서 중국이 차지하는 비중은 95%": whose part of whose trade with everybody."""
    party = next((p for p in reversed(scene.parties) if p.end <= draft.figure.start), None)
    held = party is not None and party.code and (
        _SHARER.match(reading.text, party.end) is not None
        or reading.text[party.end : draft.figure.start] in _HAS_PART
    )  # fmt: skip
    if party is None or not held or len(known) != 1 or party.code in known:
        return None
    return Pair(partners=(*known, party.code))
