"""With whom a Chinese figure is told to trade: where its part comes from, whose goods it is of, who stands above it."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.parties.partners import in_place
from tidewaiter.claims.asian.roles.parties import GROUP
from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Draft, Flow, Scene, pair_of

#: "仅次于加拿大的221万吨": another seller, or another market.
_BELOW = re.compile(r"(?:次[于於]|高[于於]|低[于於]|多[于於]|少[于於]|超[过過])\Z")
_WAY = re.compile(
    r"(?:[，,](?:几乎|幾乎)?(?:全部|全|均|都|皆))?(?:以上|以下|左右)?(?:[\u3400-\u9fff]{2,6}?(?=[来來产產源购購]自))?(?:的[^，,。；;]{0,6})?(?:是|均|都|则|則)?(?:(来自|來自|由(?=[\u3400-\u9fff]{2,8}?[进進]口)|仰赖|仰賴|依赖|依賴|依靠|产自|產自|源自|购自|購自)|输往|輸往|运往|運往|销往|銷往|流向|出口到|售往)"
)

#: What a seller has, and what stands between the next one and how much that was.
_SUPPLIED = re.compile(r"供[应應货貨给給]")
_HAD_IT = re.compile(
    r"[，,]?(?:则|則|也|同期|当月|當月)?(?:买|買|购|購|进口|進口)?(?:仅|僅|只)?(?:以|为|為|是|有|了|达|達|约|約|近|逾|超过|超過|不到|不足)*"
)
_LISTS = frozenset("，,、；;")
_HAD = re.compile(r"的?(?:则|則|也|仅|僅|只)?(?:以|为|為|是|有|达|達|约|約|近|逾|超过|超過|不到|不足)*")


def sourced(reading: Reading, scene: Scene, draft: Draft, context: Context) -> Pair | None:
    """ "其中逾九成来自伊朗": the ends of the trade with whom the figure says its part is."""
    flow = draft.flow
    sense = flow.sense if flow is not None else context.sense
    if flow is not None and sense == "import" and flow.home is not None:
        end = draft.figure.end
        of = end + reading.text.startswith("的", end)
        origin = next((p for p in scene.parties if p.start == of), None)
        goods = [m.start for m in scene.sentence.goods if m.good_id != "total"] if origin is not None else []
        done = reading.text.endswith("了", 0, draft.figure.start) and origin is not None and origin.role == "subject"
        done = done or any(origin is not None and 0 <= at - origin.end <= 1 for at in goods)
        if origin is not None and origin.code != flow.home and done:
            # "进口了3230万吨美国大豆": all that follows is of that country's.
            flow.pair = pair_of(sense, flow.home, origin.code)
            return flow.pair
    maker = _made_by(reading, scene, draft) if flow is None and sense == "import" else None
    if maker is not None and context.pair.receiver not in {None, maker}:
        # "哈萨克斯坦的亚麻子增长了202.1%"
        return pair_of("import", context.pair.receiver, maker)
    way = _WAY.match(reading.text, draft.figure.end)
    whose = next((p for p in scene.parties if 0 <= draft.figure.start - p.end <= 1), None)
    if way is not None and way[1] is not None and flow is None and whose is not None and whose.role == "subject":
        # "缅甸九成药品来自中国"
        maker = next((p.code for p in scene.parties if p.start == way.end()), None)
        return pair_of("import", whose.code, maker) if maker else None
    if way is None or sense not in {"import", "export"} or (way[1] is not None) != (sense == "import"):
        return None
    party = next((p for p in scene.parties if p.start == way.end()), None)
    home = (flow.home if flow is not None else None) or (
        context.pair.receiver if sense == "import" else context.pair.sender
    )
    return pair_of(sense, home, party.code) if party is not None and party.code != home else None


def rival(reading: Reading, scene: Scene, draft: Draft) -> Pair | None:
    """ "自白俄罗斯进口174万吨，仅次于加拿大的221万吨": the trade with whom another's amount is held against."""
    flow = draft.flow
    if reading.language != "zh" or flow is None or flow.sense == "trade" or flow.home is None:
        return None
    party = next((p for p in reversed(scene.parties) if p.end <= draft.figure.start), None)
    if party is None or draft.figure.kind not in {"money", "quantity"}:
        return None
    own = reading.text[party.end : draft.figure.start] in {"的", "的约", "的約"}
    held = _BELOW.search(reading.text, max(scene.sentence.start, party.start - 2), party.start) is not None
    if not (own and held) or party.code in {GROUP, flow.home}:
        return None
    return pair_of(flow.sense, flow.home, party.code)


def buys_too(reading: Reading, scene: Scene, draft: Draft, context: Context) -> Pair | None:
    """ "茶叶出口4470万公斤。巴基斯坦买了1760万公斤，埃及640万公斤": another buyer of what one sells."""
    flow, figure = draft.flow, draft.figure
    if reading.language != "zh" or flow is None or flow.end > figure.start or not sold_by_text(scene, flow, context):
        return None
    party = next((p for p in reversed(scene.every_party) if p.end <= figure.start), None)
    if party is None or party.start < flow.end or not party.code:
        return None
    # "，埃及640万公斤": a country straight before a figure, with no word that says that goods went there.
    alone = party.role == "toward" and reading.text[party.start - 1] in _LISTS
    if not (alone or party.role in {"subject", "listed"}):
        return None
    if party.code in flow.pair.everyone or any(party.end <= f.start < figure.start for f in scene.flows):
        return None
    told = in_place(reading, scene, figure) == party.code or _HAD_IT.fullmatch(reading.text, party.end, figure.start)
    return pair_of("import", party.code, flow.away or "") if told else None


def sold_by_text(scene: Scene, flow: Flow, context: Context) -> bool:
    """Whether somebody buys what the text tells a country to sell: by a word for buyers, or the sentence before."""
    if flow.sense != "import" or not flow.home or not flow.away:
        return False
    called = any(f.sense == "export" and f.home == flow.away and f.end <= flow.start for f in scene.flows)
    return called or (context.sense == "export" and context.pair.sender == flow.away)


def supplies_too(reading: Reading, scene: Scene, draft: Draft, context: Context) -> Pair | None:
    """ "俄罗斯的供应量为790万吨，沙特720万吨": another seller to the same buyer."""
    flow, figure = draft.flow, draft.figure
    if reading.language != "zh" or flow is None or flow.sense == "trade" or flow.home is None:
        return None
    placed = in_place(reading, scene, figure)
    of_same = flow.compared or (flow.sense == "import" and flow.away is not None)
    if placed is not None and of_same and placed not in flow.pair.everyone:
        # "缅甸稀土占中国进口总量的54%，越南以1.1万吨居次": a part of the same whole.
        return pair_of(flow.sense, flow.home, placed)
    if flow.sense != "export":
        return None
    party = next((p for p in reversed(scene.parties) if p.end <= figure.start), None)
    if party is None or party.start < flow.end or party.role not in {"subject", "toward"} or party.code == GROUP:
        return None
    text = reading.text
    whose = any(p.code == flow.home and text[p.end : flow.start] in {"", "的"} for p in scene.parties)
    ahead = text[party.start - 1] not in "对對向至到给給"
    if not (whose and ahead and _SUPPLIED.match(text, flow.start) and _HAD.fullmatch(text, party.end, figure.start)):
        return None
    buyer = flow.away or context.pair.receiver
    return pair_of("export", party.code, buyer or "") if party.code not in {flow.home, buyer} else None


def _made_by(reading: Reading, scene: Scene, draft: Draft) -> str | None:
    """The country whose goods a figure is of: its name stands before theirs, and no other figure between."""
    name = draft.subject.product if draft.subject is not None and draft.subject.own else None
    if not name:
        return None
    place = reading.text.rfind(name, scene.sentence.start, draft.figure.start)
    owner = next((p for p in scene.parties if p.role == "subject" and place - 1 <= p.end <= place), None)
    if owner is None or any(place < f.start < draft.figure.start for f in scene.sentence.figures):
        return None
    return owner.code or None
