"""Partners in lists of figures: the country that a figure stands beside."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.brackets import opening, skipped
from tidewaiter.claims.asian.roles import korean_ends
from tidewaiter.claims.asian.roles.parties import GROUP
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Scene

_RANKED = re.compile(
    r"[分按][国國](?:别|別|家)|[分位]?[列居](?:第?[二三四五]|次)|最大(?:的)?[\u3400-\u9fff]{0,4}(?:买家|買家|客户|客戶|市场|市場|来源|來源|供应|供應|目的地)"
    r"|[来來]源[国國地](?:来|來)?看|目的地(?:来|來)?看|[紧緊][随隨]其[后後]"
)
#: So many partners with a figure each are gone through.
_SEVERAL = 3
#: What may stand between a partner and its figure.
_TO_FIGURE = frozenset(
    [
        "",
        " ",
        "이 ",
        "가 ",
        "은 ",
        "는 ",
        "이 약 ",
        "가 약 ",
        " 약 ",
        "以",
        "以约",
        "以約",
        "约",
        "約",
        "为",
        "為",
        "达",
        "達",
    ]
)
#: One character for how a partner's trade moved: "韩国升6.8%、新加坡跌4.9%".
_MOVED = frozenset({"升", "跌", "增", "降", "减", "減", "揚", "挫"})
#: What goes on with the next partner: "其次是泰国23万吨".
_NEXT = re.compile(r"其次|[紧緊][随隨]其[后後]|第[二三四五](?!季)|[随隨][后後]|接[着著]|再次")
_NEXT_REACH = 20
#: What each of a list of partners is in two-way trade: "주요 교역국은".
TRADERS = re.compile(r"(?:교역|무역) ?(?:상대|대상)?국(?:가)?(?:[은는을]|별로는|으로는| 순위)")
_AS_FOR = frozenset({"의 경우 ", "의 경우는 ", "의 경우 약 ", " 경우 "})


def goes_through(sentence: Sentence) -> bool:
    """Whether three countries or more each have a figure right behind their name: "伊拉克（35亿美元）、印度（9亿）"."""
    ends = {m.end for m in sentence.countries if m.alpha3}
    return sum(1 for f in sentence.figures if ends & {f.begins, f.begins - 1}) >= _SEVERAL


def ranks(reading: Reading) -> bool:
    """Whether a text ranks the partners of a country and gives figures of several: "最大客户", "分列第二、三位"."""
    told = {m.alpha3 for s in reading.sentences if s.figures for m in s.countries if m.alpha3}
    if len(told) <= _SEVERAL:
        return False
    return any(_RANKED.search(reading.text, s.start, s.end) is not None for s in reading.sentences if s.figures)


def beside(reading: Reading, scene: Scene, figure: Figure) -> str | None:
    """The country that has a figure of its own in a list of partners: `GROUP` for a group, None for no such list."""
    text, sentence = reading.text, scene.sentence
    held_by = korean_ends.had(reading, scene, figure) if reading.language == "ko" else None
    if held_by is not None:
        return held_by
    place = opening(text, sentence.start, figure.start)
    if place is not None:
        held = next((m for m in sentence.countries if m.end == place or text[m.end : place] == " "), None)
        if held is None or any(f.end > held.end and f.start < place for f in sentence.figures):
            return None
        return held.alpha3 or GROUP
    for mention in sentence.countries:
        if mention.end <= figure.start and text[mention.end : figure.start] in _AS_FOR:
            return mention.alpha3 or GROUP
    own = _own(reading, scene, figure)
    if own is None:
        return None
    alike = [f for f in sentence.figures if f.kind == figure.kind and _own(reading, scene, f) not in {None, own}]
    following = _NEXT.search(text, max(sentence.start, figure.start - _NEXT_REACH), figure.start) is not None
    return own if alike or following or scene.sentence.cues_of("apiece") else None


def _own(reading: Reading, scene: Scene, figure: Figure) -> str | None:
    """The country that stands straight before a figure."""
    text = reading.text
    moves = {text[c.start : c.end] for c in scene.sentence.cues_of("change")} if reading.language == "zh" else set()
    for mention in scene.sentence.countries:
        if mention.end > figure.start:
            continue
        end = skipped(text, mention.end, figure.start) + text.startswith((")", "）"), mention.end)
        gap = text[end : figure.start]
        if gap in _TO_FIGURE or gap in moves or gap in _MOVED:
            return mention.alpha3 or GROUP
    return None
