"""Wholes of Korean and Chinese trade: totals, the whole that a share is of, and whose they are."""

from __future__ import annotations

import re

from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Flow, Party, pair_of
from tidewaiter.claims.words.lexicon import Cue

#: Words of a whole: what a country buys or sells of it, it does so of everybody.
_WHOLE = ("总", "總", "全部", "整体", "整體", "총", "전체")
_HELD_IN = re.compile(r"(?:总|總)?[额額量值]?(?:中|里|裡|当中|當中)的?所?(?:占|佔|比重|份额|份額)")
_STOPS = frozenset("，,、；;。")
_OF_WHOLE = re.compile(r"[액량]?의 (?:약 |무려 )?")
#: Behind a part of a whole, what says that it is one.
_IS_PART = (
    "에 해당",
    "에 이르",
    "에 달",
    "에 불과",
    "에 그",
    "에 육박",
    "에 가까",
    "다.",
    "였",
    "이다",
    "입니다",
    "이었",
    "를 넘",
)
_IN_ALL = re.compile(r"(?:总|總|一|累计|累計|(?<![公])|^)共\Z")


def given_home(flow: Flow, context: Context) -> bool:
    """Give a whole that names nobody to whose customs tell it; False where it is a part, or not known to be theirs."""
    home = context.home
    if home != "KOR" or flow.compared or flow.sense == "trade" or home not in context.pair.everyone:
        # China's customs are cited for North Korea's trade, too.
        return False
    flow.pair, flow.reporter = pair_of(flow.sense, home), home
    return True


def is_part(reading: Reading, sentence: Sentence, flow: Flow, before: Flow) -> bool:
    """Whether what a verb before says came or went is a part of a whole: its share stands right behind that."""
    share = next((f for f in sentence.figures if f.start >= flow.end and f.kind == "percent"), None)
    same = before.verb and before.sense == flow.sense and before.away is not None
    return same and share is not None and _OF_WHOLE.fullmatch(reading.text, flow.end, share.start) is not None


def given_turned(flow: Flow, before: Flow) -> bool:
    """Give a whole the home of the trade told before it in the sentence; False where that is not known."""
    home = before.home if before.sense == flow.sense else before.away
    if home is None or "trade" in {flow.sense, before.sense}:
        return False
    flow.pair, flow.reporter = pair_of(flow.sense, home), home
    return True


def is_whole(reading: Reading, cue: Cue) -> bool:
    """Whether a word of trade says that all of it is meant: "总出口额", "총수출", "전체 수입"."""
    text = reading.text
    ahead = text[max(cue.start - 12, 0) : cue.start].rpartition(",")[2]
    if reading.language == "zh" and _IN_ALL.search(text, max(cue.start - 4, 0), cue.start):
        return True
    return (
        any(word in text[max(cue.start - 3, 0) : cue.end + 3] for word in _WHOLE) or "전체 " in ahead or " 총 " in ahead
    )


def is_whole_of_share(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    """ "占大米进口总量的87%", "전체 수출의 20%를 차지": the whole that a share is of."""
    text = reading.text
    if reading.language == "zh":
        held = [c for c in sentence.cues_of("share") if c.end <= cue.start]
        if text[cue.start - 1 : cue.start] == "在" and _HELD_IN.match(text, cue.end) is not None:
            # "半导体出口下降，在出口总额中占比17.3%"
            return True
        return bool(held) and not set(text[held[-1].end : cue.start]) & _STOPS
    following = next((f for f in sentence.figures if f.start >= cue.end), None)
    if following is None or following.kind not in {"percent", "times"}:
        return False
    between = text[cue.end : following.start]
    if between.startswith(("이 ", "가 ", "은 ", "는 ")):
        return False
    shared = any(0 <= c.start - following.end <= 8 for c in sentence.cues_of("share"))
    shared = shared or text.startswith("인 ", following.end)
    # "대중국 수출은 이란 전체 수출의 75%에 해당한다".
    shared = shared or (is_whole(reading, cue) and text.startswith(_IS_PART, following.end))
    return shared and len(between) <= 12 and ("의" in between or "중" in between or "에서" in between)


def is_own_book(flow: Flow, named: list[Party], context: Context, *, led: bool) -> bool:
    """ "越南果蔬出口额达3.8亿美元" by Vietnam's own books: who is named alone there sells to everybody."""
    if flow.sense == "trade" or (flow.verb and (not led or context.both)) or flow.away is not None or flow.home is None:
        return False
    return flow.home == context.home and any(p.code == flow.home and p.role == "subject" for p in named)
