"""What a figure measures in Korean and Chinese: trade, a change, a share, a price, people."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tidewaiter.claims.asian.measures import shares
from tidewaiter.claims.asian.measures.balances import A_BALANCE, is_balance
from tidewaiter.claims.asian.measures.korean_rates import became
from tidewaiter.claims.asian.measures.prices import (
    NO_TRADE,
    in_prices,
    is_price,
    is_price_of,
    is_rate_of_exchange,
    is_unit_price,
    paid,
)
from tidewaiter.claims.asian.nouns import han_nouns
from tidewaiter.claims.asian.nouns.own_goods import own_goods
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Flow, Movement, Scene
from tidewaiter.claims.words.lexicon import Cue

#: Units of what cases and deaths are counted in.
_BEINGS = frozenset({"people", "cases", "patients", "deaths", "units"})
_RELATIVE = frozenset({"percent", "percentage_points", "times"})
#: What is never traded itself: "150여 개국에 수출".
_NO_GOODS = frozenset({"countries", "companies", "cities", "provinces", "households", "sites", "groups"})
#: How a quantity is told to cross no border.
_LIMITS = ("年度上限", "的年度上限", "年度限额", "上限", "的上限", "限额", "限額", "的限额", "配额", "配額", "的配额")
#: "产量从2014年的16.4万吨下滑到5.6万吨"
_GREW = re.compile(r"(?:产量|產量|捕捞量|捕撈量|捕获|捕獲|储量|儲量|库存|庫存)[^，,。；;]{0,40}\Z")
_GOING = re.compile("[人辆輛车車架艘班列]?次")
_BRACKETS = frozenset({"或", "或者", "（", "(", "（约", "（約", "(约", "(約", "，约合", "，相当于"})
_LIMIT_TO = re.compile(
    r"(?:为|為|是|降至|降到|增至|升至|提高到|提高至|维持在|維持在|减至|減至|调整为|調整為)(?:每[年月日])?(?:约|約)?\Z"
)
MADE = "made, kept or used"
#: "产糖约35万吨", "库存为12万吨": a quantity that crosses no border.
_MADE = re.compile(
    r"(?:产量|產量|年产|年產|生产|生產|(?<![水农農矿礦特])(?:产|產)(?!品|物)[\u4e00-\u9fff]{1,4}"
    r"|发电量|發電量|库存|庫存|储量|儲量|消费量|消費量|需求量?|缺口|收成)[^，,。；;\d]{0,8}\Z"
)
#: The same in a Korean sentence that names no trade: "생산량은 451만t으로 수요량에 80만t이 부족".
_KOREAN_MADE = re.compile(
    r"수요[는를가의] "
    r"|(?:생산|수확|소비|수요|소요|재고|비축|저장|매장|채굴|부족|배급|필요)(?:량|분)|부족(?:하|할|한|했)|모자[라란랄]"
)
_REACH = 16
#: How far behind its word a price can stand that moved.
_PRICED = 20
#: How far, how large a place, how long: never goods, where cloth may be told in metres.
_EXTENTS = frozenset(
    {
        "days",
        "hours",
        "minutes",
        "weeks",
        "months",
        "years",
        "km",
        "miles",
        "nautical_miles",
        "square_km",
        "hectares",
        "mu",
        "celsius",
        "km_per_hour",
    }
)
#: What carries goods rather than being traded, where nothing says that it is.
_CARRIERS = frozenset({"trucks", "ships", "containers", "trains", "aircraft", "people", "flights"})
#: "50만 배럴(약 6만t)로 제한".
_LIMITED = re.compile(r"(?:\([^()]{1,16}\))?\)?(?:로|으로) (?:[가-힣]{1,6} )?(?:제한|한정|규제)")
#: "2019년 1분기 5억 달러와 비교하면 38%에 불과하다".
_BESIDE_THAT = re.compile(r"(?:[와과] 비교하면|에 비하면|[와과] 견주면|에 견주면)(?: (?:겨우|고작|약|불과))? \Z")
_PARTS = ("분의", "절반", "/")
_DOWN_TO = re.compile(r" ?(?:이하|미만)(?:로|으로) ")
_PART_TO = re.compile(
    r"(?: ?(?:수준|이하|미만|안팎|정도|남짓|아래))?(?:로|으로|까지) | ?토막(?:이 났|이 나|으로| ?났| ?난)"
)
RATE = re.compile(r"(?:관세|관세율|세율|금리|이자율)(?:[은는이가를] |율? ?\()(?:약 )?\Z")
_AND_SO = re.compile(r", [가-힣]{2,8}[은는] (?:약 )?")
_PART_OF = re.compile(r"에도? (?:미치|못 ?미|불과|그[쳤친치]|해당|머[물무])")
#: "수입한 품목 수는 2천400여 개".
_HOW_MANY = re.compile(r"(?:품목|업체|기업|회사|종류|국가|나라|대상국|공장|점포|항목) ?수[는은가이도]? [^,]{0,24}\Z")
_AS_MUCH = re.compile(
    r"(?:相等于|相等於|相当于|相當於|等于|等於|[仅僅只]及|相比[，,](?:仍|还|還|也|已|却)?(?=不|只|仅|僅|为|為|有|约|約))[^，,。；;]{0,16}的?\Z"
)
_OF_IT = 24
_TARIFF = re.compile(
    r"的?(?:对等|對等|惩罚性|懲罰性|额外|額外|进口|進口|基准|基準|反倾销|反傾銷|附加)?(?:关税|關稅|税率|稅率|增值税|增值稅)"
)
#: "贡献率为89.5%": what is a rate and no change.
_RATES = (
    "贡献率",
    "貢獻率",
    "利用率",
    "满载率",
    "滿載率",
    "重箱率",
    "自给率",
    "自給率",
    "失业率",
    "失業率",
    "税率",
    "稅率",
    "利率",
)
#: "1천억 달러(약 130조 원) 규모의 이란산 제품 시장".
_MARKET = re.compile(r"(?:\([^()]{1,24}\))? ?(?:규모|상당|짜리|대)의? (?:[가-힣·]{1,12} ){0,4}시장")
_MARKET_IS = re.compile(r"시장 ?규모[은는이가] (?:약 )?\Z")
_JUST_MADE = re.compile(r"(?:생산|수확|소비)(?:량|고)[은는이가] (?:약 |총 )?\Z")
#: Rates of money that are no prices.
_BY_TIME = ("_per_day", "_per_month", "_per_year")


def measure(
    reading: Reading, scene: Scene, figure: Figure, moved: Movement, flow: Flow | None, *, in_trade: bool
) -> tuple[str, str]:
    """(measure, rule) of a figure."""
    sentence = scene.sentence
    if figure.kind == "money" and paid(reading, scene, figure) is not None:
        return "other", NO_TRADE
    before = reading.text[max(sentence.start, figure.start - 16) : figure.start]
    just_made = figure.kind == "quantity" and moved.relation != "by" and _JUST_MADE.search(before) is not None
    if reading.language == "ko" and just_made:
        # "식량 수입 감소는 곡물 생산량이 482만 톤으로": not of the trade that it explains.
        return "other", MADE
    sized = _MARKET.match(reading.text, figure.end) is not None or _MARKET_IS.search(before) is not None
    if figure.kind == "money" and reading.language == "ko" and sized:
        return "other", "the size of a market"
    if figure.kind == "money" and reading.language == "zh" and is_rate_of_exchange(reading, sentence.figures, figure):
        return "price", "a rate of exchange"
    if figure.kind in _RELATIVE:
        return _relative(reading, scene, figure, moved)
    if figure.kind == "money" and is_unit_price(reading, sentence, figure):
        return "price", "a price a unit"
    if "_per_" in figure.unit and figure.kind == "money":
        if figure.unit.endswith(_BY_TIME):
            return ("trade_value", "money in trade") if flow or in_trade else ("rate", "money in a time")
        return ("change", "an amount of change") if moved.relation == "by" else ("price", "a price a unit")
    if reading.language == "ko" and figure.kind == "quantity" and _LIMITED.match(reading.text, figure.end) is not None:
        return "cap", "a limit"
    unpriced = flow is not None and not is_price_of(reading, sentence, flow)
    if reading.language == "ko" and figure.kind == "money" and not unpriced and in_prices(sentence, figure):
        return ("change", "an amount of change") if moved.relation == "by" else ("price", "a price")
    if reading.language == "ko" and figure.kind == "money" and is_price(reading, sentence, figure):
        return "price", "a price"
    if reading.language == "zh" and reading.text.startswith(_LIMITS, figure.end) and figure.kind != "percent":
        return "cap", "a limit"
    for cue in sentence.cues_of("per", "cap"):
        if cue.sense == "pricewords" and any(m.start == cue.end for m in sentence.countries):
            # "卖到中国，共3万吨": where to, and not for how much.
            continue
        if cue.sense in {"pricewords", "cap"} and 0 <= figure.start - cue.end <= 8:
            return ("cap", "a limit") if cue.sense == "cap" else ("price", "a price")
        if cue.sense == "cap" and reading.language == "zh" and _capped_on(reading, sentence.figures, figure, cue):
            return "cap", "a limit"
        if cue.sense == "pricewords" and reading.language == "zh" and figure.kind == "money":
            # "运费从年初的1.2万元涨到1.8万元"
            between = reading.text[cue.end : figure.start]
            priced = 0 < len(between) <= _PRICED and not set(between) & set("，。；;、") and moved.relation != "by"
            if priced and not any(cue.end <= f.start < figure.start for f in scene.flows):
                return "price", "a price"
    many = reading.language == "ko" and figure.kind == "count"
    if many and _HOW_MANY.search(reading.text, sentence.start, figure.start) is not None:
        return "count", "how many there are"
    if reading.language == "ko" and figure.unit == "times" and figure.kind == "count":
        return "count", "how often"
    unit = figure.unit.partition("_per_")[0]
    quantity = flow is None and figure.kind == "quantity"
    grown = quantity and reading.language == "zh" and not sentence.cues_of("flow")
    if grown and _GREW.search(reading.text, sentence.start, figure.start):
        return "other", MADE
    if quantity and reading.language == "zh" and _is_made(reading, sentence, figure):
        return "other", MADE
    made = reading.language == "ko" and _KOREAN_MADE.search(reading.text, sentence.start, sentence.end) is not None
    if quantity and made and moved.relation != "by":
        return "other", MADE
    if unit in _EXTENTS:
        return "other", "a distance or an area"
    counted = [(f.start, f.end) for f in sentence.figures if f is not figure]
    for cue in [c for c in sentence.cues_of("cases") if c.sense != "skip"]:
        if any(start <= cue.start < end for start, end in counted):
            # "疫苗12万剂，口罩340万只": what the figure before counts.
            continue
        ahead, behind = figure.start - cue.end, cue.start - figure.end
        if unit in _BEINGS and (-2 <= behind <= 12 or -2 <= ahead <= 6):
            return cue.sense, "what is counted"
    if unit == "cases" and reading.language == "ko" and reading.text.endswith("건", figure.start, figure.end):
        # Without a word of illness "12건" are dealings of any kind.
        return "count", "a count"
    if unit in {"cases", "doses"}:
        return unit, "what is counted"
    if moved.relation == "by":
        return "change", "an amount of change"
    if figure.kind == "money" and ((flow is not None and flow.balance) or is_balance(reading, figure)):
        return "other", A_BALANCE
    money = figure.kind == "money" or (figure.kind == "zero" and len(figure.unit) == 3)
    if money:
        return ("trade_value", "money in trade") if flow or in_trade else ("other", "money")
    if figure.kind == "count" and unit in _NO_GOODS:
        return "count", "a count"
    if reading.language == "zh" and _GOING.match(reading.text, figure.end - 1) and figure.kind == "count":
        return "count", "who and what passed"
    none = figure.kind == "zero"
    if reading.language == "zh" and figure.unit == "people":
        return "count", "a count"
    if flow is None and unit in _CARRIERS and unit != figure.unit:  # "每天有200多辆卡车过桥"
        return "rate", "a count in a time"
    if flow is not None or (in_trade and (figure.kind == "quantity" or none)):
        return "trade_quantity", "a quantity in trade"
    if in_trade and figure.kind == "count" and unit not in _CARRIERS:
        if own_goods(reading, scene, figure) is not None:
            return "trade_quantity", "goods counted in trade"
        if reading.language == "zh" and han_nouns.before(reading, sentence, figure) is not None:
            return "trade_quantity", "goods counted in trade"
    if figure.kind == "count" and "_per_" in figure.unit:
        return "rate", "a count in a time"
    return ("count", "a count") if figure.kind in {"count", "zero"} else ("other", "a quantity")


def _is_made(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    return _MADE.search(reading.text, max(sentence.start, figure.start - _REACH), figure.start) is not None


def _capped_on(reading: Reading, figures: Sequence[Figure], figure: Figure, cue: Cue) -> bool:
    """ "成品油限定在50万桶以内，原油为400万桶": the next limit, in the same unit."""
    capped: Figure | None = None
    for other in figures:
        if other.start < cue.end or other.start > figure.start:
            continue
        between = reading.text[(cue.end if capped is None else capped.end) : other.start]
        beside = capped is None or _same_measure(capped, other) or between in _BRACKETS
        leads = capped is None or between in _BRACKETS or _LIMIT_TO.search(between) is not None
        if len(between) > _REACH or not beside or not leads:
            return False
        if other is figure:
            return True
        capped = other
    return False


def _same_measure(one: Figure, other: Figure) -> bool:
    return one.unit.partition("_per_")[0] == other.unit.partition("_per_")[0]


def _relative(reading: Reading, scene: Scene, figure: Figure, moved: Movement) -> tuple[str, str]:
    """(measure, rule) of a percentage or a multiple."""
    text = reading.text
    if figure.unit == "percentage_points" and moved.relation == "by":
        return "change", "points of a percentage"
    if reading.language == "zh" and text[max(figure.start - 8, 0) : figure.start].rstrip("为為约約达達是").endswith(
        _RATES
    ):
        return "rate", "a rate by its name"
    if reading.language == "ko" and RATE.search(text, scene.sentence.start, figure.start):
        return "rate", "a tariff"
    if reading.language == "zh" and _TARIFF.match(text, figure.end):
        return "rate", "a tariff"
    if shares.is_share(reading, scene.sentence, figure, moved):
        return "share", "a part of a whole"
    if moved.relation == "to" and figure.unit == "percent":
        return "rate", "a rate that moved"
    part = any(word in text[figure.start : figure.end] for word in _PARTS)
    if reading.language == "ko" and (_DOWN_TO.match(text, figure.end) or (part and _PART_TO.match(text, figure.end))):
        # "전월의 7분의 1로 급락", "10% 이하로 떨어졌다": how much is left, and not by how much it moved.
        return "ratio", "on a level with a part of another"
    if moved.relation == "by":
        measured = moved.cue is None and (moved.direction == "none" or became(text, figure))
        return ("ratio", "measured by another time") if measured else ("change", "a relative change")
    if figure.unit == "times":
        return "ratio", "a multiple"
    if reading.language == "zh" and shares.of_partner(reading, scene.sentence, figure):
        return "share", "a partner's part"
    held = next((f for f in reversed(scene.sentence.figures) if f.end <= figure.start), None)
    level = reading.language == "ko" and held is not None and held.kind not in _RELATIVE
    if level and _BESIDE_THAT.search(text, scene.sentence.start, figure.start) is not None:
        return "ratio", "on a level with a part of another"
    if (
        reading.language == "ko"
        and _PART_OF.match(text, figure.end)
        and text.endswith(("의 ", "대비 "), 0, figure.start)
    ):
        # "정점의 20분의 1에도 미치지 못했다".
        return "ratio", "on a level with a part of another"
    following = next((f for f in scene.sentence.figures if f.start >= figure.end), None)
    paired = following is not None and following.unit == figure.unit and reading.language == "ko"
    if paired and following is not None and _AND_SO.fullmatch(text, figure.end, following.start):
        # "수입은 75%, 수출은 129% 수준이다".
        return _relative(reading, scene, following, Movement())
    if text[figure.end : figure.end + 4].strip().startswith(("수준", "정도", "水平")):
        return "ratio", "on a level with a part of another"
    if reading.language == "zh" and _AS_MUCH.search(text, max(figure.start - _OF_IT, 0), figure.start):
        return "ratio", "as much as a part of another"
    return "other", "a percentage of something unsaid"
