"""Units and scales that only one figure of a list writes: "4.9、4.2和3.8亿美元", "$4.14 and $4.27 billion"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from tidewaiter.claims.changes.elided import LENDING, PLAIN, is_bare, only_unit, times, units
from tidewaiter.claims.figure import Figure

#: Characters behind a list in which "respectively" stands, and the least scale.
_BEHIND, _LEAST = 30, 1000
_LISTING = re.compile(r"\s*(?:[、,，·]|以及|[和及与與]|및|[와과]|그리고)\s*")
#: "基本金屬21.9億、塑橡膠15.1億、化學品14億美元": the items of such a list have names.
_NAMED, _SCALES = re.compile(r"(?:、|以及|[和及与與])[\u3400-\u9fff]{1,12}"), frozenset("亿億万萬")
#: "俄罗斯（17.2亿）、中国（15亿）", "豆油1120万、尿素760万": so many of what was told, and the end of its item.
_ENDS_ITEM = re.compile(r"[）)]?(?:[、，,；;。]|[和及与與]|以及|\s*\Z)|[）)]")
_HEADS = re.compile(r"(?:人口|人数|人數|用户|用戶|网民|網民|点击|點擊|阅读|閱讀|播放|订阅|訂閱)[^，,。；;]{0,6}\Z")
#: Money without a scale, a number as written, and what stands in a list of them.
_WRITTEN, _NUMBER = re.compile(r"\D{0,4}\d{1,3}(?:\.\d+)?"), re.compile(r"\d{1,3}(?:\.\d+)?(?![\d,.]*\d)")
_OF_LIST = "scale of the list it stands in"
#: … and what stands behind one that nothing else begins with.
_LIST_ENDS = re.compile(
    r"\s*(?:[,.;)]|\Z|(?:in|from|for|of|to|at|during|over|last|this|respectively|worth|each|on)\b"
    r"|(?:an?|one|two|the) (?:year|month|week|quarter)s?\b)"
)
_FROM = re.compile(r"(?: in \w+)?,? (?:(?:up|down) )?(?:from|against|compared (?:to|with)) ")
#: "6,900 won per kilogram at the market in Segou at the end of March, from 5,400": where and when it cost so much.
_PRICED_FROM = re.compile(
    r"(?: (?:at|by|in|on) [^,;.\d]{2,30}(?: \d{1,2})?){0,3},? (?:(?:up|down) )?(?:from|against|compared (?:to|with)) "
    r"(?:about |around |just |only |some )?"
)
#: "From 5,400 in May and 5,200 a year ago".
_AND_FROM, _CAME_TO = re.compile(r"(?: in \w+)?,? and (?:about |around |from |just |only )?"), "unit of what it came to"
_PRICE, _PER, _LIKE = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?"), "_per_", 5
_SCALED_LIST = re.compile(r",? and |, ")


def listed(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """ "分别为490万、420万和380万美元": what the last number of a list is counted in, the others are too.

    A scale that only the last one writes ("4.9、4.2和3.8亿美元") is theirs as well.
    """
    found: list[Figure] = []
    for figure in reversed(figures):
        last = found[-1] if found else None
        if last is not None and is_bare(figure) and last.kind in LENDING:
            between = text[figure.end : last.begins]
            if _LISTING.fullmatch(between) or (text[figure.end - 1] in _SCALES and _NAMED.fullmatch(between)):
                scale = _scale(text, figure, last)
                rule = f"{figure.rule}, unit of the list it stands in"
                figure = replace(times(figure, scale), unit=last.unit, kind=last.kind, rule=rule)
        found.append(figure)
    return found[::-1]


def scaled(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """ "$4.14 and $4.27 billion, respectively": the scale that only the last of a list of money writes is of all."""
    found: list[Figure] = []
    for figure in reversed(figures):
        last = found[-1] if found else None
        if last is not None and figure.kind == last.kind == "money" and figure.unit == last.unit:
            listed = last.rule.endswith(_OF_LIST)
            lends = listed or (_LIST_ENDS.match(text, last.end) and "and" in text[figure.end : last.begins])
            scale = _scale_of(text, last) if _WRITTEN.fullmatch(text, figure.start, figure.end) else None
            joined = _SCALED_LIST.fullmatch(text, figure.end, last.begins) is not None
            told = (
                listed
                or "." in text[figure.start : figure.end]
                or "respectively" in text[last.end : last.end + _BEHIND]
            )
            if joined and lends and told and scale is not None:
                figure = replace(times(figure, scale), rule=f"{figure.rule}, {_OF_LIST}")
        found.append(figure)
    return found[::-1]


def stepped(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """ "Fell to 4 million kg from 4.7 a year before": the unit and the scale of what it came to."""
    found: list[Figure] = []
    for figure in figures:
        last = found[-1] if found else None
        if last is not None and is_bare(figure) and last.kind in {"money", "quantity"}:
            scale = _price_of(text, last, figure) if _PER in last.unit else _step_of(text, last, figure)
            if scale is not None and _LIST_ENDS.match(text, figure.end):
                rule = f"{figure.rule}, {_CAME_TO}"
                figure = replace(times(figure, scale), unit=last.unit, kind=last.kind, rule=rule)
        found.append(figure)
    return found


def _step_of(text: str, last: Figure, figure: Figure) -> Decimal | None:
    """The scale that a number straight behind what it came to leaves out; None where it is none."""
    number = _NUMBER.search(text, last.start, last.end)
    plain = _NUMBER.fullmatch(text, figure.start, figure.end) and _FROM.fullmatch(text, last.end, figure.begins)
    return last.value / Decimal(number[0]) if plain and number is not None and Decimal(number[0]) else None


def _price_of(text: str, last: Figure, figure: Figure) -> Decimal | None:
    """The same for a price, which may say where and when it was so high; a price of another size is none of its."""
    number = _PRICE.search(text, last.start, last.end)
    led = _AND_FROM if last.rule.endswith(_CAME_TO) else _PRICED_FROM
    plain = _PRICE.fullmatch(text, figure.start, figure.end) and led.fullmatch(text, last.end, figure.begins)
    written = Decimal(number[0].replace(",", "")) if number is not None and plain else Decimal(0)
    return (
        last.value / written
        if written and written <= figure.value * _LIKE and figure.value <= written * _LIKE
        else None
    )


def _scale_of(text: str, figure: Figure) -> Decimal | None:
    """What the number of a figure was multiplied by as it was written; None where it was not."""
    number = _NUMBER.search(text, figure.start, figure.end)
    scale = None if number is None or not Decimal(number[0]) else figure.value / Decimal(number[0])
    return None if scale is None or scale < _LEAST else scale


def itemised(text: str, figures: Sequence[Figure], before: Sequence[Figure]) -> list[Figure]:
    """ "贸易额83亿美元。前三大伙伴为俄罗斯（17.2亿）、中国（15亿）": items that leave out the unit of what they are of.

    Only numbers that write a scale and end their item, in brackets or one after another, and only where the sentence,
    else the one `before`, has one unit alone.
    """
    items = [f for f in figures if is_bare(f) and _is_item(text, f)]
    items = [f for f in items if len(items) > 1 or text[f.begins - 1 : f.begins] in {"（", "("}]
    unit = only_unit(figures) or (None if units(figures) else only_unit(before))
    if not items or unit is None or "_per_" in unit[0]:
        return list(figures)
    name, kind = unit
    rule = "unit of what the list is of"
    return [replace(f, unit=name, kind=kind, rule=f"{f.rule}, {rule}") if f in items else f for f in figures]


def _is_item(text: str, figure: Figure) -> bool:
    if text[figure.end - 1] not in _SCALES or _ENDS_ITEM.match(text, figure.end) is None:
        return False
    return _HEADS.search(text, max(0, figure.start - 12), figure.start) is None


def _scale(text: str, figure: Figure, last: Figure) -> Decimal:
    """What a plain number is multiplied by where only the last of its list writes the scale; else one."""
    plain, written = PLAIN.fullmatch(text[figure.start : figure.end]), PLAIN.match(text, last.start)
    if plain is None or written is None or not Decimal(written[0]):
        return Decimal(1)
    return last.value / Decimal(written[0])
