"""Numbers that a sentence holds by the way and that claim nothing about trade or anything else."""

from __future__ import annotations

import re
from itertools import pairwise

from tidewaiter.claims.changes.elided import is_bare
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Draft, Scene
from tidewaiter.claims.words.lexicon import words

_SPEAKERS = frozenset({"anonymous", "named_expert", "named_official"})
_DISTANCES, _LAND = words("distances"), words("land")
_HYPHENS = frozenset({"-", "‑", "–"})
_LENGTHS = frozenset({"km", "mile", "miles"})
_ACTORS_OF_ONE = words("ones")
_SPANS_OF_TIME = (["days"], ["months"], ["quarters"], ["weeks"], ["years"])
_SICK = frozenset({"cases", "deaths", "doses"})
#: "152㎜ 포탄": how large things are, behind which their name stands.
_SIZES, _SIZED = frozenset({"mm", "cm"}), re.compile(r" ?[가-힣]{2,8}(?:[을를은는이가의 ,.]|으로|로)")
#: What goods are packed in, and characters from that to how much it holds.
_PACKS, _PACK_REACH = words("packs"), 16
#: Between two moneys of which one is told in the other.
_EQUALS = re.compile(r" ?(?:=|≈|equals?|(?:is|was) (?:worth|equal to|about|around)) ?(?:about |around )?")
#: What puts somebody in a place, and words and characters from there to its number.
_ORDINAL, _ORDINAL_REACH = re.compile(r"\d(?:st|nd|rd|th) (?:out )?of \Z"), 14
_RANKS, _RANK_WORDS, _RANK_REACH = frozenset({"rank", "ranked", "ranks"}), 4, 24
#: "The top ten", and characters from a number of them to there.
_LEADING, _TENS, _LIST_REACH = (
    words("largest"),
    frozenset({"5", "10", "15", "20", "five", "ten", "fifteen", "twenty"}),
    40,
)
_DETERMINERS = frozenset({"the", "its", "their", "his", "her", "our", "my"})
#: So many people at most speak, or are told apart by an article.
_FEW = 20
#: "五项合计", "三者相加": what was listed, as one.
_TOGETHER = re.compile(
    r"(?:商品|产品|產品|货物|貨物)?(?:合计|合計|加起来|加起來|相加|共计|共計|加总|加總|总计|總計|之和)"
)
#: Between a weight and what it costs.
_PRICED = re.compile(r"[^，,。；;\d]{0,14}?(?:卖|賣|售|价|價|要|涨|漲|跌|合|值|花|需)[^，,。；;\d]{0,6}")
#: How long a container is.
_FEET = ("尺", "呎", "英尺", "英呎", "瓦", "寸", "吋", "英寸", "英吋")
#: "三位知情人士", "两个对朝口岸", "三个主要市场": who speaks, where it goes.
_WHO_SPEAK = re.compile(
    r"(?:不愿具名的|不願具名的)?(?:知情人士|消息人士|消息来源|消息來源|官员|官員|学者|學者|专家|專家|分析师|分析師|交易员|交易員|外交官|贸易商|貿易商)"
)
_PLACES = re.compile(
    r"[^，,。；;\d]{0,6}?(?:市场|市場|口岸|关口|關口|领域|領域|目的地|来源地|來源地|港口|协议|協議|措施|规定|規定|政策|决议|決議)"
)
#: What has a number for its name: "1718委员会".
_NUMBERED = ("委员会", "委員會", "号决议", "號決議", "专家小组", "專家小組")
#: Who has doses, and how many of them at most.
_VACCINATED, _COURSE = words("vaccinated"), 4
#: A number from here on is said of something ("the country of 26 million").
_LARGE = 1_000_000
#: Behind a weight in Korean: what a price is for.
_FOR_EACH = re.compile(r"당(?=[ ,])")
#: More than a man carries is no pack.
_PACKED = 50
#: "50kg 한 포대 값", "10kg들이", "25kg짜리": how much one pack holds.
_OF_A_PACK = re.compile(
    r" ?(?:(?:한|1) ?(?:포대|자루|봉지|통|상자|병|포)(?= ?(?:[에은는이당,]|의? ?(?:값|가격)))|짜리|들이)"
)


def is_decoy(reading: Reading, scene: Scene, draft: Draft) -> bool:
    """Whether a figure is no claim: a number that counts nothing, "two traders said", "the 15 members"."""
    if reading.language == "zh":
        return _is_sort(reading, draft) or _is_priced(reading, scene, draft)
    if reading.language == "ko":
        figure = draft.figure
        if reading.text.endswith("품목", figure.start, figure.end):
            # "방역물자(10개 품목)": so many sorts, and nothing that is counted.
            return True
        following = next((f for f in scene.sentence.figures if f.start >= figure.end), None)
        at = following is not None and following.kind == "money"
        small = figure.value == 1 or (figure.unit in {"kg", "litres", "g"} and figure.value <= _PACKED)
        if at and following is not None and small and reading.text[figure.end : following.start] == "에 ":
            # "쌀 가격은 1kg에 5천500원": what a price is of.
            return True
        if figure.kind == "quantity" and _OF_A_PACK.match(reading.text, figure.end):
            return True
        if figure.kind == "quantity" and _FOR_EACH.match(reading.text, figure.end):
            # "1천㎥당 평균 수입 단가는 250달러".
            return True
        return draft.figure.unit in _SIZES and _SIZED.match(reading.text, draft.figure.end) is not None
    if reading.language == "en" and (
        _is_distance(reading, draft) or _is_size(reading, draft) or _is_exchange(reading, scene, draft)
    ):
        return True
    if reading.language == "en" and draft.measure == "doses" and _is_had(reading, scene, draft):
        return True
    if reading.language != "en" or draft.figure.kind != "count" or draft.measure in _SICK:
        return False
    if draft.figure.noun is not None and reading.words(*draft.figure.noun)[-1:] == ["times"]:
        # "Shared thousands of times".
        return True
    if _is_somebody(reading, draft) or _is_span(reading, draft):
        return True
    if _is_last_place(reading, draft) or _is_of_leading(reading, draft):
        return True
    if is_bare(draft.figure) and _is_rank(reading, draft):
        return True
    if is_bare(draft.figure):
        plain = draft.figure.qualifier == "exact" and draft.measure in {"count", "other"}
        plain = plain and draft.figure.value < _LARGE
        return plain and draft.flow is None and scene.sentence.kind != "row"
    return draft.figure.value <= _FEW and (_speaks(scene, draft) or _is_told_apart(reading, scene, draft))


def _is_had(reading: Reading, scene: Scene, draft: Draft) -> bool:
    """ "521,000 people have received at least one dose": how far they are, and nothing that was delivered."""
    figure = draft.figure
    if figure.value > _COURSE or figure.unit != "doses" or reading.text[figure.start].isdigit():
        return False
    people = any(f.unit in {"people", "percent"} and f.end <= figure.start for f in scene.sentence.figures)
    return people or not _VACCINATED.isdisjoint(reading.words(scene.sentence.start, figure.start))


def _is_of_leading(reading: Reading, draft: Draft) -> bool:
    """ "Seven of the country's top 10 exports fell": how many of a list did so."""
    said = reading.words(draft.figure.end, draft.figure.end + _LIST_REACH)
    return said[:1] == ["of"] and any(one in _LEADING and other in _TENS for one, other in pairwise(said))


def _is_sort(reading: Reading, draft: Draft) -> bool:
    """ "12种野生水产品", "五项合计", "40尺柜": sorts, what is added up, a size; nothing that is counted."""
    text, figure = reading.text, draft.figure
    if figure.kind != "count" or draft.measure in _SICK:
        return False
    if text[figure.end - 1] in "项項者" and _TOGETHER.match(text, figure.end):
        return True
    if text[figure.start - 1 : figure.start] == "《" and text[figure.start : figure.end].isdecimal():
        return True
    if figure.unit == "people" and figure.value <= _FEW and _WHO_SPEAK.match(text, figure.end):
        return True
    if figure.unit == "units" and figure.value <= _FEW and _PLACES.match(text, figure.end):
        return True
    if text[figure.end - 1] in "条條" and figure.value < _FEW:
        # "两条石油管线", "三条建议"; tyres are told by the hundred.
        return True
    if text[figure.start : figure.end].isdecimal() and text.startswith(_FEET, figure.end):
        return True
    if text[figure.start : figure.end].isdecimal():
        # "硬煤(2701)出口量", "10大出口市场": a code, a rank.
        bracketed = text[figure.start - 1 : figure.start] in {"(", "（"} and text[figure.end : figure.end + 1] in {
            ")",
            "）",
        }
        return bracketed or text.startswith(("大", *_NUMBERED), figure.end)
    return text[figure.end - 1] in "种種类類"


def _is_priced(reading: Reading, scene: Scene, draft: Draft) -> bool:
    """ "一公斤大米卖到6000朝元", "1吨的价格是400美元": what a price is for."""
    figure = draft.figure
    if figure.kind != "quantity" or figure.value != 1:
        return False
    paid = next((f for f in scene.sentence.figures if f.start >= figure.end), None)
    if paid is None or paid.kind != "money":
        return False
    return _PRICED.fullmatch(reading.text, figure.end, paid.start) is not None


def _is_distance(reading: Reading, draft: Draft) -> bool:
    """ "400 km from the port", "1,200 miles of coast": where things lie, and nothing that is traded."""
    if draft.figure.unit not in _LENGTHS:
        return False
    after = [word for word in reading.words(draft.figure.end, draft.figure.end + 32)[:4] if word not in _HYPHENS]
    return bool(_DISTANCES & set(after[:1])) or (after[:1] == ["of"] and bool(_LAND & set(after[1:])))


def _is_size(reading: Reading, draft: Draft) -> bool:
    """ "300 bags of 60 kg each": how much is in one of them."""
    figure = draft.figure
    if figure.kind != "quantity" or reading.words(figure.end, figure.end + len(" each,"))[:1] != ["each"]:
        return False
    said = reading.words(max(0, figure.start - _PACK_REACH), figure.start)
    return said[-1:] == ["of"] and not _PACKS.isdisjoint(said[-2:-1])


def _is_exchange(reading: Reading, scene: Scene, draft: Draft) -> bool:
    """ "($1 = 109 yen)", "1 euro equals 1.1 dollars": what money is worth in other money, and nothing that is paid."""
    figure = draft.figure
    if figure.kind != "money":
        return False
    money = [f for f in scene.sentence.figures if f.kind == "money"]
    return any(
        figure in (one, other)
        and one.value == 1
        and one.unit != other.unit
        and _EQUALS.fullmatch(reading.text, one.end, other.begins) is not None
        for one, other in pairwise(money)
    )


def _is_rank(reading: Reading, draft: Draft) -> bool:
    """ "Peru and Chile rank from 4 to 10 among the buyers": places, and nothing that is counted."""
    before = reading.words(max(0, draft.figure.start - _RANK_REACH), draft.figure.start)[-_RANK_WORDS:]
    return before[-1:] in (["from"], ["to"], ["at"]) and not _RANKS.isdisjoint(before)


def _is_last_place(reading: Reading, draft: Draft) -> bool:
    """ "Ranked 58th of 229 markets": how many places there are."""
    start = draft.figure.start
    return _ORDINAL.search(reading.text, max(0, start - _ORDINAL_REACH), start) is not None


def _speaks(scene: Scene, draft: Draft) -> bool:
    noun = draft.figure.noun
    if noun is None:
        return False
    return any(c.sense in _SPEAKERS and noun[0] <= c.start < noun[1] for c in scene.sentence.cues_of("source"))


def _is_somebody(reading: Reading, draft: Draft) -> bool:
    """ "One Member State assessed that …": who says so, where nobody is counted."""
    noun, figure = draft.figure.noun, draft.figure
    if noun is None or figure.value != 1 or figure.hedge is not None:
        return False
    said = reading.words(figure.start, figure.end)[:1] == ["one"]
    return said and bool(_ACTORS_OF_ONE & set(reading.words(*noun)[-1:]))


def _is_span(reading: Reading, draft: Draft) -> bool:
    """ "After two weak months": how long, and nothing that is counted."""
    noun = draft.figure.noun
    return noun is not None and reading.words(*noun)[-1:] in _SPANS_OF_TIME


def _is_told_apart(reading: Reading, scene: Scene, draft: Draft) -> bool:
    if draft.figure.unit != "people":
        return False
    return reading.words(max(scene.sentence.start, draft.figure.start - 8), draft.figure.start)[-1:] in [
        [word] for word in _DETERMINERS
    ]
