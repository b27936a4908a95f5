"""Money that is no trade in Korean and Chinese: prices, rates of exchange, wages, funds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Flow, Scene
from tidewaiter.claims.words.lexicon import Cue

#: By which rule a figure is of such money.
NO_TRADE = "money that is no trade"
#: From such money to how much it is: "외화 수입은 연간 30억 달러에서 15억 달러", "임금 수입(연 1억 달러)".
_PAID = re.compile(
    r"\([A-Z]{2,6}\)[은는이가도의] (?:약 |총 )?"
    r"|[은는이가도을를]? ?\(?(?:연간|연|매년|한 해|월) ?(?:약 |총 )?"
    r"(?:\d[^ ,()]{0,8} ?(?:달러|원|위안|유로|엔)(?:에서|~) ?)?"
)
_SOLD_AT = re.compile(r"(?:가량|정도|선)?에 (?:거래|팔|판다|판매)")
_NEEDED = re.compile(r"(?: ?(?:가량|정도|이상))?[이가] (?:더 |추가로 )?(?:필요|모자[라란]|부족)")
_AID, _AS_FAR = re.compile(r"지원|원조|구호|대응 계획"), 24
#: What is done with money that buys no goods, and how far behind the money it stands.
_PAID_IN, _PARTICLE = re.compile(r"[을를] (?:투자|모금)"), 2
#: What money is for that stands before it, and within how many characters.
_ONE = re.compile(r"[一每](?:公斤|千克|公吨|公噸|吨|噸|斤|桶|箱|袋|件|双|雙|升|克)[^，,。；;\d进進口]{0,6}\Z")
_FOR_ONE = 12
#: How much dearer than a thing another may be that is told by the same measure; rates that are no prices.
_DEARER, _IN_TIME = 20, ("_per_day", "_per_month", "_per_year", "_per_person")
#: No word is longer.
_WORD = 8
_EXCHANGED = re.compile(
    r" ?(?:约|約|大约|大約)?(?:合|兑|兌|兑换|等于|等於|相当于|相當於|折合|=|＝|≈|约|約) ?(?:约|約)?"
)


def is_price(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "1kg당 6300원에서 5900원으로", "5800원에 거래": a price beside a price, or what something is sold at."""
    if is_sold_at(reading, figure):
        return True
    before = next((f for f in reversed(sentence.figures) if f.end <= figure.start), None)
    per = before is not None and before.unit == f"{figure.unit}_per_{before.unit.partition('_per_')[2]}"
    return per and before is not None and reading.text[before.end : figure.start] in {"에서 ", "에서 약 ", "이던 것이 "}


def is_sold_at(reading: Reading, figure: Figure) -> bool:
    """ "3천 원에 판매된다": what something costs where it is sold, and how much of it nobody says."""
    return figure.kind == "money" and _SOLD_AT.match(reading.text, figure.end) is not None


def is_needed(reading: Reading, figure: Figure) -> bool:
    """ "대북 지원에 1억 달러가 필요하다": money for aid that has bought nothing yet."""
    if figure.kind != "money" or _NEEDED.match(reading.text, figure.end) is None:
        return False
    return _AID.search(reading.text, max(0, figure.start - _AS_FAR), figure.start) is not None


def is_unit_price(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "俄罗斯蟹一公斤要贵30块", "一吨要多付80美元": money for one of something."""
    ahead = max(sentence.start, figure.start - _FOR_ONE)
    return reading.language == "zh" and _ONE.search(reading.text, ahead, figure.start) is not None


def priced_on(sentence: Sentence, figures: Sequence[Figure], before: Sequence[Figure] = ()) -> list[Figure]:
    """ "每公斤大米5800朝币，比上月低300朝币，玉米2900朝币": money behind a price, for as much as that one.

    Not behind a word of trade, and no more of it than prices differ by.
    """
    found: list[Figure] = []
    price: Figure | None = None
    for figure in figures:
        if price is not None and figure.kind == "money" and figure.unit == price.unit.partition("_per_")[0]:
            traded = any(price.end <= c.start < figure.start for c in sentence.cues_of("flow"))
            if not traded and 0 < figure.value < _DEARER * price.value:
                figure = replace(figure, unit=price.unit, rule=f"{figure.rule}, for as much as the price before")
        if figure.kind == "money" and "_per_" in figure.unit and not figure.unit.endswith(_IN_TIME):
            price = figure
        found.append(figure)
    return found


def is_price_of(reading: Reading, sentence: Sentence, flow: Flow) -> bool:
    """Whether a word of trade only says what a price is paid for: "수입 가격"."""
    return any(
        c.sense == "pricewords" and not reading.text[flow.end : c.start].strip()
        for c in sentence.cues_of("per", "cap")
        if c.start >= flow.end
    )


def in_prices(sentence: Sentence, figure: Figure) -> bool:
    """ "쌀 가격은 5천500원으로 1월 말의 4천300원보다": money in a sentence on prices that names no trade."""
    return any(c.sense == "pricewords" and c.end <= figure.start for c in sentence.cues_of("per", "cap"))


def is_rate_of_exchange(reading: Reading, figures: Sequence[Figure], figure: Figure) -> bool:
    """ "1美元约合4.09林吉特": what a unit of one currency is in another."""
    others = (f for f in figures if f.kind == "money" and f.unit != figure.unit)
    for other in others:
        one, cost = (figure, other) if figure.start < other.start else (other, figure)
        if one.value == 1 and _EXCHANGED.fullmatch(reading.text, one.end, cost.start):
            return True
    return False


def paid(reading: Reading, scene: Scene, figure: Figure) -> Cue | None:
    """What a figure is of where that is no trade: "동결자금 약 70억 달러", "인건비가 절반"."""
    text = reading.text
    for cue in scene.sentence.cues_of("funds"):
        between = text[cue.end : figure.start]
        if any(f.end <= cue.start and not text[f.end : cue.start].strip() for f in scene.flows):
            # "能源进口费用为51亿美元", "수입 비용은": what the goods cost.
            continue
        given = any(f.start <= cue.start < f.end for f in scene.flows)
        if given or (reading.language == "zh" and figure.kind in {"quantity", "count"}):
            # "越南向老挝援助大米3000吨": goods that are given.
            continue
        if cue.end <= figure.start and len(between) <= 4 and not set(between) & set(",，、;；。("):
            return cue
        if _PAID_IN.match(text, figure.end) and cue.start - figure.end == _PARTICLE:
            # "2억 달러를 투자했다", "1천만 달러를 모금했다".
            return cue
        if cue.end <= figure.start and reading.language == "ko" and _PAID.fullmatch(text, cue.end, figure.start):
            return cue
    return None


def paid_as(reading: Reading, scene: Scene, figure: Figure) -> str | None:
    """What such money is called, in Korean with the word before it: "동결자금"."""
    cue = paid(reading, scene, figure)
    if cue is None:
        return None
    start = cue.start
    while reading.language == "ko" and scene.sentence.start < start and cue.start - start < _WORD:
        if not reading.text[start - 1].isalpha():
            break
        start -= 1
    return reading.text[start : cue.end]
