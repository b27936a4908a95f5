"""Partners that have a figure of their own: "중국(1.2%)과 베트남(1.0%) 수출", "일본의 경우 1억 달러"."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.brackets import skipped
from tidewaiter.claims.asian.roles.parties import GROUP
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Draft, Flow, Scene, pair_of

_QUOTE = frozenset("'’\"”")
_AMOUNT_OF = re.compile(
    r"(?:[이가] (?:신고|보고|공급|수출|보낸|제공)한 |의 )(?:[가-힣]{1,6} )?"
    r"[가-힣]{0,4}(?:량|액|물량|금액|규모|양)[은는이도] "
)
_BOTH_TOGETHER = re.compile(
    r"(?:두|세|네|양) ?(?:나라|국가|국)(?:의 [가-힣]{1,8})?[를을]? ?(?:모두 )?(?:합[치하한쳐]|더하)"
)
_SUMMED = re.compile(r"(?:[两兩三四五六二][国國])?(?:合计|合計|共计|共計|总计|總計|合共|加起来|加起來|两国合计)")
_LINKS = frozenset({"和", "及", "与", "與", "、", "以及"})
_WITH_AMOUNT = re.compile(r"(?:则|則)?以(?:约|約)?")
_PLACE = re.compile(r"的?(?:金额|金額|规模|規模)?(?:居|位居|位列|排|名列|列|紧随|緊隨|领先|領先|高居|稳居|穩居|拔得)")
_NEXT_IS = re.compile(r"(?:第[一二三四五六七八九十]|其次|再次)(?:位|名|大)?(?:的?是|为|為|则是|則是)[^，,。；;]{0,4}\Z")
_IN_PLACE = re.compile(r"(?:居|列|排|排名|位于|位於)第[一二三四五六七八九十\d]{1,2}位?的?(?:则|則)?(?:是|为|為)\Z")
_DID_SO = re.compile(
    r"(?:则|也|的)?(?:同期|当月|同月|去年|今年|全年|数量|金额|出口[量额]?|对华|方面)*(?:则|也|只|仅|约|近|逾|超过|达到?|为|是|有)*"
)
_SAME_TIME = re.compile(r"(?:同期|同月|当月|则|也)")
#: "中国同期为1.9万桶，两国合计3.1万桶": both of them together.
_BOTH = re.compile(
    r"[，,；;](?:[两兩二][国國者]|双方|雙方)(?:合计|合計|共计|共計|总计|總計|共|加起来|加起來)[^\d，,。；;]{0,6}"
)
TOPICSAL = ("은 ", "는 ", "도 ", "이 ", "가 ", "의 경우", "에 대해서는 ")


def _summed(reading: Reading, scene: Scene, draft: Draft, context: Context) -> Pair | None:
    """ "以色列和约旦合计48万吨", "两国合计3.1万桶": several partners of whom nobody has it alone."""
    both = list(_BOTH.finditer(reading.text, scene.sentence.start, draft.figure.start))
    if both and both[-1].end() == draft.figure.start and None not in {context.pair.sender, context.pair.receiver}:
        ends = context.pair
        return Pair(None, ends.receiver) if context.sense == "export" else Pair(ends.sender, None)
    party = next((p for p in reversed(scene.parties) if p.end <= draft.figure.start), None)
    if party is None or _SUMMED.match(reading.text, party.end) is None:
        return None
    before = next((p for p in reversed(scene.parties) if p.end < party.start), None)
    if before is None or reading.text[before.end : party.start] not in _LINKS:
        return None
    home = context.pair.receiver if context.sense == "import" else context.pair.sender
    home = home if home not in {party.code, before.code} else context.home
    return pair_of(context.sense or "", home) if home not in {None, party.code, before.code} else None


def together(reading: Reading, scene: Scene, draft: Draft, context: Context) -> Pair | None:
    """ "두 나라를 합치면 29만 배럴": several sellers to one buyer, or several buyers."""
    if context.sense not in {"import", "export"} or (scene.flows and reading.language == "zh"):
        return None
    if reading.language == "zh":
        return _summed(reading, scene, draft, context)
    both = _BOTH_TOGETHER.search(reading.text, scene.sentence.start, scene.sentence.end)
    if both is None or any(not both.start() <= f.start < both.end() for f in scene.flows):
        return None
    other = context.pair.receiver if context.sense == "export" else context.pair.sender
    return None if other is None else pair_of(context.sense, None, other)


def in_place(reading: Reading, scene: Scene, figure: Figure) -> str | None:
    """ "越南以1232万美元居次", "中国大陆以902亿日元紧随其后": the partner that a figure gives its place."""
    for party in scene.every_party:
        if party.end <= figure.start and party.code and _WITH_AMOUNT.fullmatch(reading.text, party.end, figure.start):
            return party.code if _PLACE.match(reading.text, figure.end) is not None else None
    return None


def _ranked(reading: Reading, scene: Scene, draft: Draft, context: Context, lead: Flow | None) -> Pair | None:
    """ "位列第二的是中国香港，增长3.4%": a partner by its place, in a sentence that names no trade."""
    home = lead.home if lead is not None else context.home
    if scene.flows and draft.flow is None:
        # "阿联酋以76亿美元居首，中国供货67亿美元"
        home = context.pair.receiver if context.sense == "import" else context.pair.sender
    elif scene.flows:
        return None
    if context.sense not in {"import", "export"} or home is None:
        return None
    code = in_place(reading, scene, draft.figure)
    if code is None:
        named = [p for p in scene.every_party if p.end <= draft.figure.start and p.code and p.code != home]
        place = named and _IN_PLACE.search(reading.text, scene.sentence.start, named[-1].start) is not None
        code = named[-1].code if place else None
    way = "from" if context.sense == "import" else "to"
    if code is None:
        told = [p for p in scene.every_party if p.end <= draft.figure.start and p.role in {way, "toward"} and p.code]
        placed = told and _NEXT_IS.search(reading.text, scene.sentence.start, told[-1].start) is not None
        code = told[-1].code if placed else None
    if code is None:
        first = next((p for p in scene.every_party if p.start == scene.sentence.start and p.code), None)
        at_once = first is not None and any(in_place(reading, scene, f) == first.code for f in scene.sentence.figures)
        code = first.code if first is not None and at_once else None
    return pair_of(context.sense, home, code) if code and code != home else None


def _did_so(reading: Reading, scene: Scene, draft: Draft, context: Context) -> Pair | None:
    """ "泰国对华出口榴莲71万吨。越南同期为51万吨": another who sells to the same buyer."""
    start, figures = scene.sentence.start, scene.sentence.figures
    party = next((p for p in reversed(scene.parties) if p.end <= draft.figure.start), None)
    own = None if party is None else next((f for f in figures if f.start >= party.end), None)
    if (
        party is None
        or own is None
        or context.sense != "export"
        or None in {context.pair.sender, context.pair.receiver}
    ):
        return None
    summed = any(_BOTH.search(reading.text, f.end, draft.figure.start) for f in figures if f.end <= draft.figure.start)
    if party.code in context.pair.everyone or party.role != "subject" or summed:
        return None
    between = reading.lexicon.plain(reading.text[party.end : own.start])
    leads = party.start == start or (reading.text[party.start - 1] in "，,；;" and _SAME_TIME.match(between))
    told = leads and _DID_SO.fullmatch(between) is not None
    return pair_of("export", party.code, context.pair.receiver or "") if told else None


def topic(reading: Reading, scene: Scene, draft: Draft, context: Context, lead: Flow | None = None) -> Pair | None:
    """ "한국은 14만t, 말레이시아는 9만t": in a sentence that names no trade, the partner that a clause is about."""
    if reading.language == "zh":
        return _ranked(reading, scene, draft, context, lead) or _did_so(reading, scene, draft, context)
    if reading.language != "ko" or scene.flows or context.sense not in {"import", "export"}:
        return None
    other = _as_much(reading, scene, draft, context)
    if other is not None:
        return other
    home = context.pair.receiver if context.sense == "import" else context.pair.sender
    home = home or context.home
    party = next((p for p in reversed(scene.every_party) if p.end <= draft.figure.start), None)
    if party is None or home is None or party.code == home or party.role not in {"subject", "toward"}:
        return None
    behind = party.end + (reading.text[party.end : party.end + 1] in _QUOTE)
    if not reading.text.startswith(TOPICSAL, skipped(reading.text, behind, draft.figure.start)):
        return None
    return pair_of(context.sense, home, party.code) if party.code != GROUP else pair_of(context.sense, home)


def _as_much(reading: Reading, scene: Scene, draft: Draft, context: Context) -> Pair | None:
    """ "중국의 신고량은 22만 배럴": what another seller sold to the same buyer, or the other way round."""
    party = next((p for p in reversed(scene.parties) if p.end <= draft.figure.start), None)
    if party is None or party.code in context.pair.everyone:
        return None
    if _AMOUNT_OF.match(reading.text, party.end) is None:
        return None
    other = context.pair.receiver if context.sense == "export" else context.pair.sender
    return None if other is None else pair_of(context.sense or "", party.code, other)
