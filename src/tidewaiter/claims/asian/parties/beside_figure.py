"""The trade with the country that a Korean or Chinese figure stands beside: "중국(1.2%)과 베트남(1.0%) 수출"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from tidewaiter.claims.asian.brackets import list_end, opening
from tidewaiter.claims.asian.parties import turns
from tidewaiter.claims.asian.parties.partners import in_place
from tidewaiter.claims.asian.parties.sharers import main_partner
from tidewaiter.claims.asian.parties.turns import TOPICS
from tidewaiter.claims.asian.roles import korean_ends, suppliers
from tidewaiter.claims.asian.roles.listed_partners import TRADERS, beside
from tidewaiter.claims.cascade import first_answer
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Draft, Flow, Scene, pair_of

_OTHERS = re.compile(
    r"(?:其他|其它|主要|各|[一二三四五六七八九十\d]大)(?:大米|粮食|糧食|石油|原油)?(?:出口|进口|進口)大?[国國]"
)
#: Who acts.
_ACTS = re.compile("[은는이가] ")
_BOUND = re.compile(r"(?:으로|로) (?:나갔|나간|갔|향했|팔려|팔렸|실려|보내)")
_RIVALS = re.compile(
    r"(?:에 이어 (?:세계|글로벌|[가-힣]{1,6})? ?\d{1,2}위|[을를] (?:[^ ,]{1,10} ){0,4}(?:제[치쳤]|앞질|따돌|추월))"
)
#: What puts those of a list behind the one told before them.
_NEXT_IN_RANK = re.compile(
    r"(?:어치)?(?:[이가]|으로|로|를|을)? ?(?:그 |각각 )?(?:뒤를 (?:이었|잇)|뒤이었|뒤따랐|다음이었)"
)


@dataclass(frozen=True, slots=True)
class Beside:
    """A figure of trade that goes one way, beside a country; its code is empty for a group of them."""

    reading: Reading
    scene: Scene
    draft: Draft
    context: Context
    figure: Figure
    flow: Flow | None
    sense: str
    code: str
    korean: bool
    chinese: bool


def pair_beside(reading: Reading, scene: Scene, draft: Draft, context: Context) -> Pair | None:
    """The ends of the trade with the country that a figure stands beside; None where it stands beside none."""
    flow = draft.flow
    korean, chinese = reading.language == "ko", reading.language == "zh"
    traders = _with_each(reading, scene, draft, context) if korean and flow is None else None
    if traders is not None:
        return traders
    sense = flow.sense if flow is not None else context.sense
    if sense == "trade" and korean:
        return _korean_two_way(reading, scene, draft, context)
    if sense == "trade" and chinese and flow is None:
        return _chinese_two_way(reading, scene, draft, context)
    code = None if sense in {None, "trade"} else beside(reading, scene, draft.figure)
    if code is None or sense is None:
        return None
    asked = Beside(reading, scene, draft, context, draft.figure, flow, sense, code, korean, chinese)
    return first_answer(_RULES, asked) or _at_home(asked)


def _with_each(reading: Reading, scene: Scene, draft: Draft, context: Context) -> Pair | None:
    """ "주요 교역국을 보면 베네수엘라가 20억 달러, 중국 11억 달러": with each, both ways."""
    if TRADERS.search(reading.text, scene.sentence.start, draft.figure.start) is None:
        return None
    own = context.at_large or context.home or next(iter(context.pair.everyone), None)
    other = beside(reading, scene, draft.figure)
    return Pair(partners=(own, other)) if own and other and other != own else None


def _korean_two_way(reading: Reading, scene: Scene, draft: Draft, context: Context) -> Pair | None:
    """ "교역액 190억 달러를 기록한 중국": with whom the text's country trades."""
    flow, figure = draft.flow, draft.figure
    with_whom = korean_ends.had(reading, scene, figure)
    told = (flow.pair.everyone if flow is not None else ()) or context.pair.everyone
    main = main_partner(reading, scene, figure)
    if main is not None and told and main not in told[:1]:
        # "최대 교역국은 중국으로 6억 달러를 기록해 전체의 95%".
        return Pair(partners=(told[0], main))
    if with_whom is not None:
        return Pair(partners=(told[0], with_whom)) if with_whom and told and told[0] != with_whom else None
    listed = beside(reading, scene, figure) if len(told) == 1 and flow is not None else None
    if listed and listed not in told:
        # "주요 교역국의 교역액은 중국 69억 달러, 한국 51억 달러 순".
        return Pair(partners=(told[0], listed))
    # "베트남과의 교역은 … 1위 중국(2천억 달러)과 2위 미국(1천억 달러)에 이어".
    other = _bracketed(reading, scene, figure)
    own = next((c for c in (context.home, context.focus) if c in told), None)
    return Pair(partners=(own, other)) if own and other and other not in told else None


def _chinese_two_way(reading: Reading, scene: Scene, draft: Draft, context: Context) -> Pair | None:
    """ "越南以1232万美元居次" in a text on one country's trade with everybody."""
    code = beside(reading, scene, draft.figure) or in_place(reading, scene, draft.figure)
    alone = context.pair.everyone if len(context.pair.everyone) == 1 else ()
    own = alone[0] if alone else context.home or context.focus
    return Pair(partners=(own, code)) if own and code and own != code else None


def _does_it(asked: Beside) -> Pair | None:
    """ "덴마크가 210만 달러를 보냈고 핀란드가 90만 달러로 뒤를 이었다": who does it, and another that does so."""
    flow = asked.flow
    if not asked.korean or flow is None or not (flow.verb and flow.home and flow.away and asked.code):
        return None
    acting = {p.code for p in asked.scene.parties if _ACTS.match(asked.reading.text, p.end)}
    if not {flow.home, asked.code} <= acting:
        return None
    if flow.start >= asked.figure.end:
        return flow.pair if asked.code == flow.home else None
    return pair_of(flow.sense, asked.code, flow.away) if asked.code not in flow.pair.everyone else None


def _follows(asked: Beside) -> Pair | None:
    """ "중국이 7천만 달러어치를 팔았고, 미국(4천만 달러)과 스페인(3천만 달러)이 그 뒤를 이었다": they sold, too."""
    flow = asked.flow
    if not asked.korean or flow is None or not (flow.home and flow.away and asked.code):
        return None
    acts = any(p.code == flow.home and _ACTS.match(asked.reading.text, p.end) for p in asked.scene.parties)
    if not acts or flow.end > asked.figure.start or asked.code in flow.pair.everyone:
        return None
    end = list_end(asked.reading.text, asked.figure.end, asked.scene.sentence.end)
    behind = asked.figure.end if end is None else end
    if _NEXT_IN_RANK.match(asked.reading.text, behind) is None:
        return None
    return pair_of(flow.sense, asked.code, flow.away)


def _each_buys(asked: Beside) -> Pair | None:
    """ "프랑스는 6만t, 말레이시아는 3만t을 수입했다": each buys itself, of whom the text says they all buy."""
    flow = asked.flow
    if flow is None or not asked.code or turns.each(asked.reading, asked.scene, asked.figure, flow) is None:
        return None
    topics = {p.code for p in asked.scene.parties if asked.reading.text.startswith(TOPICS, p.end)}
    return pair_of(flow.sense, asked.code, *([flow.away] if flow.away and flow.away not in topics else []))


def _part_bought(asked: Beside) -> Pair | None:
    """ "其中巴西买走5万吨，印度2万吨": each buys of the same seller."""
    flow = asked.flow
    if not asked.chinese or flow is None or not (flow.verb and asked.code and flow.home and flow.away):
        return None
    if flow.sense != "import" or not flow.stated or all(p.code != flow.home for p in asked.scene.parties):
        return None
    ahead = asked.reading.text[asked.scene.sentence.start : flow.start].rpartition("其中")
    return pair_of("import", asked.code, flow.away) if ahead[1] and not set(ahead[2]) & set("；。") else None


def _as_called(asked: Beside) -> Pair | None:
    """ "中国是伊朗最大的出口市场，吸纳了61亿美元；伊拉克（35亿美元）紧随其后": they do as the first one does."""
    flow = asked.flow
    if flow is None or not asked.code:
        return None
    called = any(suppliers.names_partner(flow, f) for f in asked.scene.flows if f.called)
    return pair_of(flow.sense, asked.code, flow.away or "") if called else None


def _of_origin(asked: Beside) -> Pair | None:
    """ "进口俄罗斯小麦的国家有埃及（5万吨）": the origin is known, and those beside the figures buy."""
    flow = asked.flow
    if flow is None or flow.sense != "import" or flow.home is not None or not flow.away or not asked.code:
        return None
    return pair_of("import", asked.code, flow.away)


def _each_sends(asked: Beside) -> Pair | None:
    """ "대북 정제유 공급량은 중국 2만t, 러시아 1만t": each sends to the one receiver."""
    if not asked.korean or not asked.code or asked.sense != "export":
        return None
    receiver = _receiver(asked.draft, asked.context)
    return None if receiver in {None, asked.code} else pair_of("export", asked.code, receiver or "")


def _bound_there(asked: Beside) -> Pair | None:
    """ "이 금은 아랍에미리트(48억 달러)와 홍콩(12억 달러)으로 나갔다"."""
    if not asked.korean or not _is_bound(asked.reading, asked.scene, asked.figure):
        return None
    pair = asked.flow.pair if asked.flow is not None else asked.context.pair
    seller = (pair.sender if asked.sense == "export" else pair.receiver) or asked.context.home
    return pair_of("export", seller, *([asked.code] if asked.code else []))


def _rival(asked: Beside) -> Pair | None:
    """ "수출은 프랑스(232억 달러), 미국(111억 달러)에 이어 세계 3위": they sell for themselves."""
    if not asked.code or not asked.korean or not _is_rival(asked.reading, asked.scene, asked.figure):
        return None
    return pair_of(asked.sense, asked.code)


def _other_seller(asked: Beside) -> Pair | None:
    """ "其他出口大国的出口量为：印度230万吨、越南140万吨": each sells for itself."""
    if not asked.code or _OTHERS.search(asked.reading.text, asked.scene.sentence.start, asked.figure.start) is None:
        return None
    return pair_of(asked.sense, asked.code)


def _next_seller(asked: Beside) -> Pair | None:
    """ "대만의 대중 수출은 49.6%, 이어 홍콩 33.5%" by China's books: the next one sells there, too."""
    flow = asked.flow
    if flow is None or not (flow.home and flow.away) or flow.away != asked.context.home:
        return None
    if flow.end >= asked.figure.start:
        return None
    return pair_of(flow.sense, asked.code or None, flow.away)


def _other_of_two(asked: Beside) -> Pair | None:
    """ "美国的供应量（100万吨）超过了俄罗斯（66万吨）": the other seller, to the same buyer."""
    flow = asked.flow
    if flow is None or not (flow.home and flow.away) or not _is_against(asked.scene, asked.code, asked.figure):
        return None
    return pair_of(flow.sense, asked.code, flow.away)


def _at_home(asked: Beside) -> Pair:
    """The country is the partner of whose trade it is, whose customs tell it or whose book the text is on."""
    known = (asked.flow.home if asked.flow is not None else None, asked.context.home, asked.context.reporter)
    home = next((c for c in known if c and c != asked.code), None)
    return pair_of(asked.sense, home, *([asked.code] if asked.code else []))


#: The rules in order; where none knows, the country is the partner of whose trade it is.
_RULES: tuple[Callable[[Beside], Pair | None], ...] = (
    _does_it,
    _follows,
    _each_buys,
    _part_bought,
    _as_called,
    _of_origin,
    _each_sends,
    _bound_there,
    _rival,
    _other_seller,
    _next_seller,
    _other_of_two,
)


def _receiver(draft: Draft, context: Context) -> str | None:
    """To whom several send, each with a figure, of whom the text has named nobody before.

    "대북 정제유 공급량은 중국 2만t, 러시아 1만t", "대북 지원액은 …. 스위스가 103만 달러, 노르웨이가 59만 달러를 냈다".
    """
    flow = draft.flow
    if flow is None:
        return context.pair.receiver if context.pair.sender is None else None
    return flow.away if flow.home is None and flow.end <= draft.figure.start else None


def _bracketed(reading: Reading, scene: Scene, figure: Figure) -> str | None:
    """The country whose bracket a figure stands in."""
    place = opening(reading.text, scene.sentence.start, figure.start)
    return next((m.alpha3 for m in scene.sentence.countries if m.end == place), None)


def _is_bound(reading: Reading, scene: Scene, figure: Figure) -> bool:
    """Whether what is told of a list of countries went there."""
    end = list_end(reading.text, figure.end, scene.sentence.end)
    return end is not None and _BOUND.match(reading.text, end) is not None


def _is_rival(reading: Reading, scene: Scene, figure: Figure) -> bool:
    """Whether the countries of a list are those whom the text's own country stands behind or has passed."""
    end = list_end(reading.text, figure.end, scene.sentence.end)
    return end is not None and _RIVALS.match(reading.text, end) is not None


def _is_against(scene: Scene, code: str, figure: Figure) -> bool:
    before = [p for p in scene.parties if p.end <= figure.start and p.code == code]
    return bool(before) and before[-1].role == "against"
