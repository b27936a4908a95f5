"""Which word of trade of its sentence a figure is of, in Korean and Chinese."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from tidewaiter.claims.asian import brackets
from tidewaiter.claims.asian.measures.carriers import carries
from tidewaiter.claims.asian.measures.made import crosses_no_border, is_made
from tidewaiter.claims.asian.measures.prices import is_needed, is_sold_at, paid
from tidewaiter.claims.figure import RELATIVE, Figure
from tidewaiter.claims.reading.prices_told import SOLD_AT
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Flow, Scene

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
#: What joins an amount to the trade behind it.
_WORTH = frozenset({"어치의", "규모의", "상당의", "어치를"})
_SPENT_ON = frozenset({"", "用于", "用於", "用来", "用來"})
#: "相当于2019年的83%，但煤炭贸易仍为零": what sets the next clause against the one before.
_BUT = re.compile("[，,；;](?:但|不过|不過|然而|而)")
#: ", 중국산이": in the next clause, where some of the goods are from.
_NEXT_ORIGIN = re.compile(r", (?:이 중 |그중 |이 가운데 )?[가-힣]{2,8}산[은는이가]\Z")
#: Characters from the end of a list to the trade behind it.
_LIST_REACH = 16
_BY_THE_WAY = re.compile(
    r"[이가] [^,]{1,16}(?:어|아|했지만|었지만|으며) \Z|[이가] [^,]{1,16}면서 (?:[^,.]{1,20}(?:으로|로) )?(?:약 )?\Z"
)


@dataclass(frozen=True, slots=True)
class FlowChoice:
    """A figure and the words of trade that it may be of: `left` before it, `right` behind it."""

    reading: Reading
    scene: Scene
    figure: Figure
    left: list[Flow]
    right: list[Flow]

    @property
    def ahead(self) -> str:
        """What stands between the figure and the first word of trade behind it; nothing where there is none."""
        return self.reading.text[self.figure.end : self.right[0].start] if self.right else ""


def flow_of(reading: Reading, scene: Scene, figure: Figure) -> Flow | None:
    """Korean: the verb behind the figure, else the noun before it. Chinese: what stands before it."""
    if paid(reading, scene, figure) is not None or (
        reading.language == "ko" and (is_made(reading, figure) or carries(reading, scene.sentence, figure))
    ):
        return None
    if reading.language == "ko" and is_needed(reading, figure):
        # "올해 대북 지원에 1억 달러가 필요하다": nothing was sent for it.
        return None
    if reading.language == "zh" and crosses_no_border(reading, scene, figure):
        return None
    if reading.language == "zh" and (own := _negated(reading, scene, figure) or _of_whole(reading, scene, figure)):
        return own
    if reading.language == "ko" and (level := _level_led_to(reading, scene, figure)) is not None:
        return flow_of(reading, scene, level)
    choice = FlowChoice(reading, scene, figure, *_sides(reading, scene, figure))
    if figure.kind == "money" and _is_price_asked(choice):
        return None
    for rule in _KOREAN if reading.language == "ko" else _CHINESE:
        if (found := rule(choice)) is not None:
            return found
    if choice.left:
        whole = [f for f in choice.left if not (f.part and reading.language == "ko" and figure.kind in RELATIVE)]
        return (whole or choice.left)[-1]
    return choice.right[0] if choice.right and not _begins_anew(choice) else None


def _is_price_asked(choice: FlowChoice) -> bool:
    """ "1kg에 8천 원에 팔린다": what is asked for one of something, and the money that such a price goes on with."""
    beside = [*choice.left[-1:], *choice.right[:1]]
    prices = [f for f in choice.scene.sentence.figures if "_per_" in f.unit and is_sold_at(choice.reading, f)]
    return any(0 <= flow.start - price.end <= SOLD_AT for price in prices for flow in beside)


def _negated(reading: Reading, scene: Scene, figure: Figure) -> Flow | None:
    """ "未从老挝进口煤炭，也没有向老挝出口柴油": of the verb that it negates."""
    if figure.kind != "zero":
        return None
    done = next((f for f in scene.flows if f.end > figure.start), None)
    if done is None or not done.verb or set(reading.text[figure.end : done.start]) & set("，,；;。"):
        return None
    return done


def _of_whole(reading: Reading, scene: Scene, figure: Figure) -> Flow | None:
    """ "占当月出口总额2107万美元的近六成": the amount of the whole itself, or the part that somebody has of it."""
    if figure.kind == "percent":
        # "其中中国占出口总额的41%": the part that a partner has.
        had = [f for f in scene.flows if f.compared and f.part and 0 <= figure.start - f.end <= _AMOUNT]
        return had[-1] if had and not set(reading.text[had[-1].end : figure.start]) & set("，,；;。") else None
    if figure.kind not in {"money", "quantity"}:
        return None
    wholes = [f for f in scene.flows if f.compared and 0 <= figure.start - f.end <= _AMOUNT]
    return wholes[-1] if wholes and _AT_ONCE.fullmatch(reading.text, wholes[-1].end, figure.start) else None


def _level_led_to(reading: Reading, scene: Scene, figure: Figure) -> Figure | None:
    """ "수입량은 …, 중국이 6.5% 증가한 27만 톤을 수출": the level that a change led to, and whose trade it is of."""
    if figure.kind not in RELATIVE:
        return None
    led = next((f for f in scene.sentence.figures if f.start >= figure.end), None)
    if led is None or led.kind in RELATIVE or led.kind == "zero":
        return None
    actor = next((p for p in reversed(scene.parties) if p.end <= figure.start), None)
    if actor is None or not reading.text.startswith(("은 ", "는 ", "이 ", "가 "), actor.end):
        return None
    return led if _LED_TO.fullmatch(reading.text, figure.end, led.start) else None


def _sides(reading: Reading, scene: Scene, figure: Figure) -> tuple[list[Flow], list[Flow]]:
    """The words of trade before a figure and behind it; what it is only held against is none of them."""
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
    if left and left[-1].compared and left[-1].sense == "trade":
        # "中马贸易额占马来西亚贸易总额的18.8%"
        left = [f for f in left if not f.compared] or left
    return left, [f for f in usable if f.start >= figure.end]


def _behind_list(choice: FlowChoice) -> Flow | None:
    """ "중국(95.6%), 미국(6.9%) 등에서의 수입은 늘었고": the trade behind a list of partners in turn."""
    text, sentence, figure, right = choice.reading.text, choice.scene.sentence, choice.figure, choice.right
    place = brackets.opening(text, sentence.start, figure.start) if right else None
    if place is None:
        return None
    end = brackets.list_end(text, figure.end, sentence.end)
    if end is None or not 0 <= right[0].start - end <= _LIST_REACH:
        return None
    between = text[end : right[0].start]
    if set(between) & set(",，.·(;；。") or any(word in between for word in ("고 ", "며 ", "지만 ")):
        return None
    # "라면 수입액(386만 달러)과 비교하면 수출액이": the bracket tells the amount of the word before it.
    return None if any(f.end == place for f in choice.scene.flows) else right[0]


def _worth(choice: FlowChoice) -> Flow | None:
    """ "3억 달러어치의 수입"."""
    return choice.right[0] if choice.right and choice.ahead.strip() in _WORTH else None


def _spent(choice: FlowChoice) -> Flow | None:
    """ "花费300万美元购买大豆，260万美元购买食糖"."""
    if choice.figure.kind != "money" or not choice.right or choice.right[0].sense != "import":
        return None
    return choice.right[0] if choice.right[0].goods and choice.ahead in _SPENT_ON else None


def _such(choice: FlowChoice) -> Flow | None:
    """ "해외에서 수입한 쌀 80만t 가운데 …을 수입했다"."""
    last = choice.left[-1] if choice.left else None
    if last is None or not last.verb:
        return None
    return last if _SUCH.fullmatch(choice.reading.text, last.end, choice.figure.start) else None


def _said_of(choice: FlowChoice) -> Flow | None:
    """ "차드로 간 수출이 9천만 달러, 차드에서 들여온": a noun whose figure ends the item of a list."""
    if not choice.left or not choice.right:
        return None
    text, last, figure = choice.reading.text, choice.left[-1], choice.figure
    said = (_TELLS if last.verb else _STATED).fullmatch(text, last.end, figure.start)
    apart = choice.right[0].start > figure.end and _NEXT_ITEM.match(text, figure.end) is not None
    return last if said is not None and apart else None


def _verb_behind(choice: FlowChoice) -> Flow | None:
    if not choice.right or not choice.right[0].verb or _is_topic(choice):
        return None
    return None if any(end in choice.ahead for end in _CLAUSE_ENDS) else choice.right[0]


def _is_topic(choice: FlowChoice) -> bool:
    """Whether a change is said of the noun before it."""
    return bool(choice.left) and not choice.left[-1].verb and choice.figure.kind in RELATIVE


def _before_aside(choice: FlowChoice) -> Flow | None:
    """ "수입은 원유 수입량이 늘어나면서 46억 달러로": what is told by the way is not what the figure is of."""
    if len(choice.left) < 2:
        return None
    between = choice.reading.text[choice.left[-1].end : choice.figure.start]
    by_the_way = _BY_THE_WAY.match(between) is not None or _THANKS_TO.match(between) is not None
    return choice.left[-2] if by_the_way else None


def _begins_anew(choice: FlowChoice) -> bool:
    """Whether the first word of trade of its sentence, behind the figure, is of something else."""
    first, ahead = choice.right[0], choice.ahead
    if "…" in ahead or (choice.reading.language == "zh" and "其中" in ahead):
        # "2016年升至58亿美元，其中出口26亿美元": the whole that the text speaks of.
        return True
    if choice.reading.language == "ko" and first.part:
        # "29만 톤이 들어왔는데, 이 가운데 미국산이": the whole, of which the part is told behind.
        return True
    if choice.reading.language == "ko" and _NEXT_ORIGIN.search(
        choice.ahead + choice.reading.text[first.start : first.end + 1]
    ):
        # "3억 달러 정도로, 중국산이 40%": whose goods the next figure is of.
        return True
    if choice.reading.language == "zh" and choice.figure.kind in RELATIVE and _BUT.search(ahead) is not None:
        return True
    if choice.reading.language != "ko" or not first.verb or "데, " not in ahead:
        return False
    # "64만t이 나갔는데, 녹두의 80%가 인도로 향했다": where the next clause's goods went.
    return any(choice.figure.end <= p.start < first.start for p in choice.scene.parties)


def is_before(reading: Reading, scene: Scene, figure: Figure) -> bool:
    """Whether all the words of trade of a sentence stand behind a figure, in another clause."""
    if figure.kind in RELATIVE and not any(f.end <= figure.start for f in scene.sentence.figures):
        return False
    first = min((f.start for f in scene.flows), default=None)
    return first is not None and first > figure.end and bool(set(reading.text[figure.end : first]) & set("，,；;"))


#: Whose figure it is, the first that knows decides; else the word of trade before it, or the first one behind it.
_KOREAN: tuple[Callable[[FlowChoice], Flow | None], ...] = (
    _behind_list, _worth, _such, _said_of, _verb_behind, _before_aside,
)  # fmt: skip
_CHINESE: tuple[Callable[[FlowChoice], Flow | None], ...] = (_behind_list, _spent)
