"""Which word of trade of its sentence a figure is of, in Korean and Chinese."""

from __future__ import annotations

import re

from tidewaiter.claims.asian import brackets
from tidewaiter.claims.asian.measures.prices import paid
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Flow, Scene

_RELATIVE = frozenset({"percent", "percentage_points", "times"})
#: What may stand between a whole and its amount.
_AT_ONCE, _AMOUNT = re.compile(r"(?:总|總)?[额額值量]?(?:约|約|为|為|达|達)?"), 4
#: "원유 수입량이 배로 늘어나면서 ", "원유 수입이 줄어 ": a clause that only says why.
_SUCH = re.compile(r"(?:해 온|[한된온]|하는) (?:[가-힣·]{1,10} )?(?:약 |총 )?")
_STATED = re.compile(r"(?:[은는이가도]|액[은는이도]|량[은는이도]) (?:약 |총 |각각 |모두 )?")
#: "중국에서 북한으로 들어간 쌀은 3억 달러어치, 북한에서 중국으로 나간": a verb and the goods that it tells of.
_TELLS = re.compile(
    r"(?:[한된온]|하는|(?<=[한된온간난린인])) (?:[가-힣·]{1,12} ){0,2}[가-힣·]{1,12}[은는이가] (?:약 |총 |모두 )?"
)
_CLAUSE_ENDS = ("고 ", "며 ", "고, ", "며, ", "으나", "지만", "데, ", ". ")
_NEXT_ITEM = re.compile("(?:어치|규모|상당)?, ")
_LED_TO = re.compile(r"(?: ?(?:가까이|가량|정도|이상|나))? ?[가-힣]{1,5}(?:한|된|난|든|진|른|린|뛴|은|인) (?:약 )?")
_THANKS_TO = re.compile(
    r"(?:액|량)? ?(?:증가|감소|호조|확대|부진|급증|급감|회복|둔화|축소)(?:세)?"
    r"(?:에 힘입어|로 인해|에 따라|의 영향으로|으?로) "
)
_BY_THE_WAY = re.compile(r"[이가] [^,]{1,16}(?:면서|어|아|했지만|었지만|으며) \Z")


def flow_of(reading: Reading, scene: Scene, figure: Figure) -> Flow | None:
    """Korean: the verb behind the figure, else the noun before it. Chinese: what stands before it."""
    if paid(reading, scene, figure) is not None:
        return None
    if reading.language == "zh" and figure.kind == "zero":
        # "未从老挝进口煤炭，也没有向老挝出口柴油": of the verb that it negates.
        done = next((f for f in scene.flows if f.end > figure.start), None)
        if done is not None and done.verb and not set(reading.text[figure.end : done.start]) & set("，,；;。"):
            return done
    if reading.language == "zh" and figure.kind in {"money", "quantity"}:
        # "占当月出口总额2107万美元的近六成": the amount of the whole itself.
        wholes = [f for f in scene.flows if f.compared and 0 <= figure.start - f.end <= _AMOUNT]
        if wholes and _AT_ONCE.fullmatch(reading.text, wholes[-1].end, figure.start):
            return wholes[-1]
    parts = [f for f in scene.flows if not f.compared]
    # Of two-way trade nothing is a part that goes one way: what the share is of then tells the way.
    usable = parts if any(f.sense != "trade" for f in parts) else scene.flows
    left = [f for f in usable if f.end <= figure.start or f.start < figure.end]
    if not left and figure.kind == "percent":
        # "占中国出口总量的12%，成为中国第二大买家": the share is of the whole before it.
        left = [f for f in scene.flows if f.compared and f.end <= figure.start]
    if reading.language == "ko" and left:
        # "29억 달러(수출 19억 달러, 수입 9억 달러)로 2억 달러 늘었다": not of what the bracket tells.
        shut = list(brackets.asides(reading.text, scene.sentence.start, figure.start))
        left = [f for f in left if not any(a < f.start < b <= figure.start for a, b in shut)] or left
    right = [f for f in usable if f.start >= figure.end]
    if left and left[-1].compared and left[-1].sense == "trade":
        # "中马贸易额占马来西亚贸易总额的18.8%"
        left = [f for f in left if not f.compared] or left
    listed = _behind_list(reading, scene, figure, right)
    if listed is not None:
        return listed
    if right and reading.text[figure.end : right[0].start].strip() in {"어치의", "규모의", "상당의", "어치를"}:
        return right[0]
    spent = reading.language == "zh" and figure.kind == "money" and right and right[0].sense == "import"
    if spent and right[0].goods and reading.text[figure.end : right[0].start] in {"", "用于", "用於", "用来", "用來"}:
        # "花费300万美元购买大豆，260万美元购买食糖"
        return right[0]
    if (
        reading.language == "ko"
        and left
        and left[-1].verb
        and _SUCH.fullmatch(reading.text, left[-1].end, figure.start)
    ):
        # "해외에서 수입한 쌀 80만t 가운데 …을 수입했다".
        return left[-1]
    if reading.language == "ko" and figure.kind in _RELATIVE:
        led = next((f for f in scene.sentence.figures if f.start >= figure.end), None)
        level = led is not None and led.kind not in _RELATIVE and led.kind != "zero"
        actor = next((p for p in reversed(scene.parties) if p.end <= figure.start), None)
        level = level and actor is not None and reading.text.startswith(("은 ", "는 ", "이 ", "가 "), actor.end)
        if level and led is not None and _LED_TO.fullmatch(reading.text, figure.end, led.start):
            # "수입량은 …, 중국이 6.5% 증가한 27만 톤을 수출": of what the level is of that it led to.
            return flow_of(reading, scene, led)
    if reading.language == "ko" and left and right and _is_said_of(reading, left[-1], figure, right[0]):
        return left[-1]
    if reading.language == "ko" and right and right[0].verb:
        between = reading.text[figure.end : right[0].start]
        topic = left and not left[-1].verb and figure.kind in _RELATIVE
        if not topic and not any(end in between for end in _CLAUSE_ENDS):
            return right[0]
        passed = not left and not topic and any(figure.end <= p.start < right[0].start for p in scene.parties)
        if passed and "데, " in between:
            # "64만t이 나갔는데, 녹두의 80%가 인도로 향했다": where the next clause's goods went.
            return None
    if len(left) > 1 and _subordinate(reading, left[-1], figure):
        # "수입은 원유 수입량이 늘어나면서 46억 달러로": what is told by the way is not what the figure is of.
        return left[-2]
    if reading.language == "zh" and not left and right and "其中" in reading.text[figure.end : right[0].start]:
        # "2016年升至58亿美元，其中出口26亿美元": the whole that the text speaks of.
        return None
    if not left and right and "…" in reading.text[figure.end : right[0].start]:
        return None
    return left[-1] if left else right[0] if right else None


def is_before(reading: Reading, scene: Scene, figure: Figure) -> bool:
    """Whether all the words of trade of a sentence stand behind a figure, in another clause."""
    if figure.kind in _RELATIVE and not any(f.end <= figure.start for f in scene.sentence.figures):
        return False
    first = min((f.start for f in scene.flows), default=None)
    return first is not None and first > figure.end and bool(set(reading.text[figure.end : first]) & set("，,；;"))


def _is_said_of(reading: Reading, left: Flow, figure: Figure, right: Flow) -> bool:
    """ "차드로 간 수출이 9천만 달러, 차드에서 들여온": a noun whose figure ends the item of a list."""
    text = reading.text
    said = (_TELLS if left.verb else _STATED).fullmatch(text, left.end, figure.start)
    return said is not None and _NEXT_ITEM.match(text, figure.end) is not None and right.start > figure.end


def _subordinate(reading: Reading, flow: Flow, figure: Figure) -> bool:
    between = reading.text[flow.end : figure.start]
    if reading.language != "ko":
        return False
    return _BY_THE_WAY.match(between) is not None or _THANKS_TO.match(between) is not None


def _behind_list(reading: Reading, scene: Scene, figure: Figure, right: list[Flow]) -> Flow | None:
    """ "중국(95.6%), 미국(6.9%) 등에서의 수입은 늘었고": the trade behind a list of partners in turn."""
    text, sentence = reading.text, scene.sentence
    if not right or brackets.opening(text, sentence.start, figure.start) is None:
        return None
    end = brackets.list_end(text, figure.end, sentence.end)
    if end is None or not 0 <= right[0].start - end <= 16 or set(text[end : right[0].start]) & set(",，.·("):
        return None
    if any(word in text[end : right[0].start] for word in ("고 ", "며 ", "지만 ")):
        return None
    place = brackets.opening(text, sentence.start, figure.start)
    if any(f.end == place for f in scene.flows):
        # "라면 수입액(386만 달러)과 비교하면 수출액이": the bracket tells the amount of the word before it.
        return None
    return right[0]
