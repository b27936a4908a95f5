"""Quantities that are made, kept or used, and cross no border: "생산량은 451만t", "库存为12万吨"."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.measures.asked_measure import AskedMeasure, Measured
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Scene

MADE = "made, kept or used"
#: "产量从2014年的16.4万吨下滑到5.6万吨"
_GREW = re.compile(r"(?:产量|產量|捕捞量|捕撈量|捕获|捕獲|储量|儲量|库存|庫存)[^，,。；;]{0,40}\Z")
#: "产糖约35万吨", "库存为12万吨": a quantity that crosses no border.
_MADE = re.compile(
    r"(?:产量|產量|年产|年產|(?:生产|生產)(?![的商者线線国國])|(?<![水农農矿礦特])(?:产|產)(?!品|物|的|自)[\u4e00-\u9fff]{1,4}"
    r"|发电量|發電量|库存|庫存|储量|儲量|消费量|消費量|需求量?|缺口|收成)[^，,。；;\d]{0,8}\Z"
)
#: The same in a Korean sentence that names no trade: "생산량은 451만t으로 수요량에 80만t이 부족".
_KOREAN_MADE = re.compile(
    r"수요[는를가의] "
    r"|(?:생산|수확|소비|수요|소요|재고|비축|저장|매장|채굴|부족|배급|필요)(?:량|분)|부족(?:하|할|한|했)|모자[라란랄]"
)
#: "사료 수요가 감퇴하면서 1~9월은": what only says why something else was so.
_ONLY_WHY = re.compile(
    r"[은는이가을를의]? ?(?:[가-힣]{1,8} ){0,2}[가-힣]{0,8}(?:면서|탓[에으]|영향[에으]|때문|덕[에분]|여파|따라|우려)"
)
_JUST_MADE = re.compile(r"(?:생산|수확|소비)(?:량|고)[은는이가] (?:약 |총 )?\Z")
#: "270만 톤을 생산해 250만 톤을 수출했다": what is made first, whatever is done with it then.
_MADE_SO = re.compile(
    r"(?: ?(?:이상|가량|정도|안팎|남짓|가까이))?(?:[을를이가]|의 [가-힣]{1,10}[을를]) (?:[가-힣]{1,6} )?"
    r"(?:생산|수확|채굴|증산|재배|어획)(?:하[여고며는]|해|했|한|된|됐|되[어고며]|돼)"
)
_HARVEST = re.compile(r"(?:생산|수확|채굴|어획)(?:량|고|은|이)")
_REACH = 16


def is_made(reading: Reading, figure: Figure) -> bool:
    """Whether the verb right behind a Korean quantity says that so much was made."""
    made_so = reading.language == "ko" and figure.kind == "quantity"
    return made_so and _MADE_SO.match(reading.text, figure.end) is not None


def is_harvest(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """Whether so much was made, and not needed or used: "국내 생산은 12만 톤"."""
    start = max(sentence.start, figure.start - _REACH)
    told = _HARVEST.search(reading.text, start, figure.start) is not None
    return reading.language == "ko" and (told or is_made(reading, figure))


def just_made(asked: AskedMeasure) -> Measured | None:
    """ "식량 수입 감소는 곡물 생산량이 482만 톤으로": not of the trade that it explains."""
    if not asked.korean or not asked.quantity or asked.moved.relation == "by":
        return None
    told = is_made(asked.reading, asked.figure) or _JUST_MADE.search(asked.right_before) is not None
    return ("other", MADE) if told else None


def grown(asked: AskedMeasure) -> Measured | None:
    """ "产量从2014年的16.4万吨下滑到5.6万吨", where no trade is named."""
    if not asked.chinese or not _is_alone(asked) or asked.sentence.cues_of("flow"):
        return None
    told = _GREW.search(asked.reading.text, asked.sentence.start, asked.figure.start)
    return ("other", MADE) if told else None


def made(asked: AskedMeasure) -> Measured | None:
    """ "产糖约35万吨": its word stands close before it."""
    if not asked.chinese or not _is_alone(asked):
        return None
    start = asked.figure.start
    told = _MADE.search(asked.reading.text, max(asked.sentence.start, start - _REACH), start)
    return ("other", MADE) if told is not None else None


def made_in_sentence(asked: AskedMeasure) -> Measured | None:
    """ "생산량은 451만t으로 수요량에 80만t이 부족": a sentence on what is made and needed."""
    if not asked.korean or not _is_alone(asked) or asked.moved.relation == "by":
        return None
    text = asked.reading.text
    told = _KOREAN_MADE.finditer(text, asked.sentence.start, asked.sentence.end)
    return ("other", MADE) if any(_ONLY_WHY.match(text, word.end()) is None for word in told) else None


def crosses_no_border(reading: Reading, scene: Scene, figure: Figure) -> bool:
    """ "咖啡产量达180万吨，同比增长3%，出口量170万吨": whether a figure is of what is made."""
    text = reading.text
    before = [f for f in scene.sentence.figures if f.end <= figure.start]
    floor = max([scene.sentence.start, figure.start - _REACH, *(f.end for f in scene.flows if f.end <= figure.start)])
    told = _MADE.search(text, floor, figure.start)
    if told is not None:
        # "进口小麦200万吨，其中俄罗斯产小麦150万吨": where it was made says of whom it was bought.
        origin = any(c.end == told.start() for c in scene.sentence.countries) and text[told.start()] in "产產"
        return not origin and (figure.kind == "quantity" or figure.unit == "percent")
    if figure.unit != "percent" or not before or before[-1].kind != "quantity":
        return False
    parted = any(before[-1].end <= f.start < figure.start for f in scene.flows)
    parted = parted or not set(text[before[-1].end : figure.start]).isdisjoint("；;占佔")
    return not parted and crosses_no_border(reading, scene, before[-1])


def _is_alone(asked: AskedMeasure) -> bool:
    """Whether it is a quantity of no trade that is named."""
    return asked.flow is None and asked.quantity
