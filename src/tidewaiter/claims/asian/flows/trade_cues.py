"""The words of trade in a Korean or Chinese sentence, those that only imply it among them."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.brackets import skipped
from tidewaiter.claims.asian.flows import chinese_flows, chinese_gifts, korean_flows
from tidewaiter.claims.asian.roles import suppliers
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Party
from tidewaiter.claims.words.lexicon import Cue

#: "从事对朝贸易的商人": what somebody does for a living, and how far before its word of trade that is said.
_TRADES, _FAR = re.compile(r"(?:从事|從事|专做|專做|经营|經營)[^，,。；;\d]{0,10}\Z"), 12

_WORTH = ("贸易值", "貿易值", "贸易额", "貿易額", "贸易金额", "貿易金額")


def trade_cues(reading: Reading, sentence: Sentence, parties: list[Party], context: Context) -> list[Cue]:
    """The words of trade of a sentence in order, those of suppliers among them."""
    cues = [
        c for c in sentence.cues_of("flow") if c.sense != "skip" and korean_flows.is_done(reading, sentence, c)
    ]  # fmt: skip
    if reading.language == "ko":
        cues += korean_flows.of_partner(reading, sentence, parties)
    cues = sorted(cues, key=lambda cue: cue.start) or _implied(reading, sentence, parties, context)
    if reading.language == "ko":
        cues = korean_flows.without_parts(reading, cues)
    else:
        going = chinese_flows.going(reading, sentence, parties)
        given = chinese_gifts.given(reading, sentence, parties, context)
        cues = [c for c in cues if _TRADES.search(reading.text, max(sentence.start, c.start - _FAR), c.start) is None]
        cues = sorted([*cues, *going, *given], key=lambda cue: cue.start)
        cues = [c for n, c in enumerate(cues) if not (n and _is_worth(reading, sentence, cues[n - 1], c))]
    called = suppliers.cues(reading, sentence)
    if called:
        cues = sorted([*cues, *called], key=lambda cue: cue.start)
    return cues


def _is_worth(reading: Reading, sentence: Sentence, before: Cue, cue: Cue) -> bool:
    """ "出口果菜33.9万吨，贸易值19.2亿元": what the goods that were just told of are worth."""
    one_way = before.sense in {"import", "export"} and cue.sense == "trade"
    told = any(before.end <= f.start and f.end <= cue.start for f in sentence.figures)
    between = reading.text[before.end : cue.start]
    worth = reading.text.startswith(_WORTH, cue.start) and between.endswith(("，", ",", "、"))
    return one_way and told and worth and not set(between) & set("；;")


def _implied(reading: Reading, sentence: Sentence, parties: list[Party], context: Context) -> list[Cue]:
    """ "미국산도 305만t이었다": what comes from a country is bought or sold as the sentence before says."""
    text, sense = reading.text, context.sense
    if reading.language == "zh" and (topic := chinese_flows.topic(text, sentence)) is not None:
        return [topic]
    bound = _bound(reading, parties)
    if bound is not None:
        return [bound]
    origins = [
        p for p in parties
        if p.role == "from" and (text.startswith("산", p.end) or text.endswith(("来自", "來自"), 0, p.start))
        and not (reading.language == "ko" and text.startswith("보다", skipped(text, p.end + 1, sentence.end)))
    ]  # fmt: skip
    if sense not in {"import", "export"} or not origins or not sentence.figures:
        return []
    if reading.language == "zh" and any(p.role == "subject" and p.end <= origins[0].start for p in parties):
        # "缅甸九成药品来自中国": who has it bought it.
        sense = "import"
    return [Cue(origins[0].end, origins[0].end + 1, "flow", sense)]


def _bound(reading: Reading, parties: list[Party]) -> Cue | None:
    """ "러시아발 북한행 원유": what leaves one country for another."""
    for party in parties:
        begun = any(p.end < party.start and reading.text.startswith("발 ", p.end) for p in parties)
        if begun and reading.language == "ko" and reading.text.startswith("행 ", party.end):
            return Cue(party.end, party.end + 1, "flow", "export")
    return None


def is_verb(reading: Reading, cue: Cue) -> bool:
    """Whether a word of trade says that it was done, and is no name of an amount."""
    if reading.language == "zh":
        return not reading.text[cue.start : cue.end].endswith(("额", "額", "值", "量"))
    word = reading.text[cue.start : cue.end]
    return word.endswith(
        (
            "였",
            "인",
            "왔",
            "온",
            "와",
            "냈",
            "들여",
            "여오",
            "보내",
            "팔려",
            "팔았",
            "팔렸",
            "한",
            "했",
            "된",
            "됐",
            "간",
            "갔",
            "긴",
            "겼",
            "겨",
            "기고",
            "기는",
            "가는",
            "가고",
            "가며",
        )
    ) or reading.text.startswith(korean_flows.VERB_ENDINGS, cue.end)
