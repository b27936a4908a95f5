"""The goods that a list of figures in Korean or Chinese answers, by where their names stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tidewaiter.claims.asian.nouns import han_nouns
from tidewaiter.claims.asian.nouns.han_names import is_chinese_name
from tidewaiter.claims.asian.nouns.korean_nouns import is_name
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Draft, Scene
from tidewaiter.claims.words.lexicon import Cue

#: How far the word "each" stands from the list it speaks of.
BEFORE_LIST, BEHIND_LIST = 12, 24
_FEW = 8
#: Korean goods in a row before "each".
_LINKS = re.compile(r", |[와과] | 및 |·")
_NAME = r"(?:[가-힣]{1,8}(?<![은는이가의서중로을를한된]) (?!등|수[출입]|교역))?[가-힣]{2,12}"
_LISTED = re.compile(
    rf"(?:\A|[\s(])((?:{_NAME}(?:, |[와과] | 및 |·))+{_NAME}?)(?: 등)?(?: ?수[출입](?:액|량)?)?"
    r"(?:으로|로|은|는|이|가|도|을|를)?,? \Z"
)
_IN_PLACES = re.compile(r"(?:分[列居别別]|位列|位居|排名|名列)[前第][^，,。；;]{1,6}[，,][^，,。；;\d]{0,8}\Z")
#: "奶粉、原木紧随其后，分别为": what tells the place of goods before their figures.
_FOLLOW = re.compile(
    r"(?:則|则|也)?(?:[紧緊][随隨]其[后後]|次之|居次|居其[后後]|[列居][其第][二后後][^，,。；;]{0,5})[，,]\Z"
)
#: "以钨矿砂和手表机芯为主，分别为": the goods that a trade mostly is.
_MOSTLY = re.compile(r"(?:为主|為主|居多|最多|为大宗|為大宗)(?:要商品)?[，,]\Z")
#: "大宗商品是谷物和药品，金额分别为": what stands between goods and the word "each".
_AMOUNTS = re.compile(r"[，,](?:其)?(?:[进進出]口)?(?:金[额額]|[货貨]值|[价價]值|[数數]量|[额額]|量)?(?:則|则|也)?\Z")
#: "基本金属、塑胶制品则分别下降": what else stands between.
_ALSO = re.compile(r"(?:[出进進]口[额額量]?)?(?:则|則|也|亦|却|卻|便|更|均|都|就|同样|同樣){1,2}\Z")
#: "各减", "各年增": a change that each has of its own.
_EACH = re.compile(r"各(?=(?:[同环環]比|按?[年月])?[\u3400-\u9fff]{0,2}[增减減升跌降成退长長少加了][约約逾近]?\Z)")
#: No list of names before a word of trade is longer.
_RUN = 64


def names_own(reading: Reading, scene: Scene, floor: int, start: int, group: Sequence[Draft]) -> bool:
    """ "钢材2300万美元，轮胎和药品分别为900万和400万美元": whether a Chinese list has goods listed for it alone.

    `floor` is where the figure before it ends, `start` where its first one begins.
    """
    named = [m for m in scene.sentence.goods if m.good_id != "total" and floor <= m.start and m.end <= start]
    return reading.language == "zh" and (len(named) > 1 or right_before(reading, scene, group) is not None)


def mark_of_list(scene: Scene, group: Sequence[Draft]) -> Cue | None:
    """The word "each" right before a list."""
    start = group[0].figure.start
    return next((m for m in scene.sentence.cues_of("respectively") if 0 <= start - m.end <= BEFORE_LIST), None)


def each(reading: Reading, scene: Scene, group: Sequence[Draft]) -> Cue | None:
    """ "塑胶制品、金属制品各减12.1%及7.1%": the character for "each", before the change of several."""
    start = group[0].figure.start
    if reading.language != "zh" or len(group) < 2 or any(d.moved.relation != "by" for d in group):
        return None
    found = _EACH.search(reading.text, max(scene.sentence.start, start - _FEW), start)
    return None if found is None else Cue(found.start(), found.start() + 1, "respectively", "respectively")


def _korean_names(
    reading: Reading, scene: Scene, group: Sequence[Draft], partners: Sequence[str] | None
) -> list[str] | None:
    """ "품목은 악기와 시계 등으로, 각각 21만 달러와 9만 달러": goods listed before the word "each", known or not."""
    mark = mark_of_list(scene, group) if reading.language == "ko" and partners is None else None
    if mark is None:
        return None
    floor = max(
        [scene.sentence.start, mark.start - _RUN, *(f.end for f in scene.sentence.figures if f.end < mark.start)]
    )
    found = _LISTED.search(reading.text, floor, mark.start)
    if found is None:
        return None
    start, end = found.span(1)
    marks = [(m.start, m.end) for m in scene.sentence.countries] + [(t.start, t.end) for t in scene.sentence.times]
    marks += [(c.start, c.end) for c in scene.sentence.cues if c.kind != "ware"]
    if any(start < b and a < end for a, b in marks):
        return None
    names = _LINKS.split(found[1])
    return names if len(names) == len(group) and all(is_name(reading, name) for name in names) else None


def right_before(reading: Reading, scene: Scene, group: Sequence[Draft]) -> list[str] | None:
    """ "汽车零部件、精密仪器分别下降20.7%、18.6%": goods listed right before the word "each"."""
    mark = (mark_of_list(scene, group) or each(reading, scene, group)) if reading.language == "zh" else None
    if mark is None:
        return None
    near = max(scene.sentence.start, mark.start - _FEW)
    followed = (
        _FOLLOW.search(reading.text, scene.sentence.start, mark.start)
        or _MOSTLY.search(reading.text, scene.sentence.start, mark.start)
        or _AMOUNTS.search(reading.text, near, mark.start)
        or _ALSO.search(reading.text, near, mark.start)
    )
    place = followed.start() if followed is not None else mark.start
    last = han_nouns.ending(reading, scene.sentence, place)
    if last is None:
        return None
    begins = reading.text.rfind(last, scene.sentence.start, place)
    names = [*han_nouns.listed_before(reading, scene.sentence, begins), last]
    return names if len(names) == len(group) else None


def listed_names(
    reading: Reading, scene: Scene, group: Sequence[Draft], partners: Sequence[str] | None
) -> list[str] | None:
    """Goods that a list of figures answers, by where they stand."""
    placed = _placed_names(reading, scene, group)
    return placed or right_before(reading, scene, group) or _korean_names(reading, scene, group, partners)


def _placed_names(reading: Reading, scene: Scene, group: Sequence[Draft]) -> list[str] | None:
    """ "机械产品、矿物燃料、纺织品分列前三位，分别为8亿、7亿和6亿美元": goods listed before their places."""
    start = group[0].figure.start
    placed = _IN_PLACES.search(reading.text, max(scene.sentence.start, start - _RUN), start)
    if placed is None or reading.language != "zh":
        return None
    names = han_nouns.together(reading, scene.sentence, placed.start())
    return names if len(names) == len(group) else None


def told_names(reading: Reading, scene: Scene, group: Sequence[Draft]) -> list[str] | None:
    """ "汽车、建设用及矿山用机械出口额同比分别下降9.2%和49.8%": as many names between commas before the trade."""
    flow = group[0].flow
    if reading.language != "zh" or flow is None or flow.start > group[0].figure.start:
        return None
    ends = [m.end for m in scene.sentence.countries] + [t.end for t in scene.sentence.times]
    floor = max([scene.sentence.start, *(end for end in ends if end <= flow.start)])
    run = re.split("[，,。；;：:]", reading.text[max(floor, flow.start - _RUN) : flow.start])[-1]
    for link in ("、", "[、和及与與]"):
        names = re.split(link, run.removesuffix("的"))
        if len(names) == len(group) and all(len(name) > 1 and is_chinese_name(reading, name) for name in names):
            return names
    return None


def goods_of_list(group: Sequence[Draft]) -> list[str] | None:
    """The goods of a list, one for each figure, where all figures were given the whole list."""
    products = {d.subject.product if d.subject else None for d in group}
    whole = products.pop() if len(products) == 1 else None
    parts = [] if whole is None else whole.split("|")
    return parts if len(parts) == len(group) else None
