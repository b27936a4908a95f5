"""Goods that are given or sent in Korean texts: aid, and whose it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Flow, Party, pair_of
from tidewaiter.claims.words.lexicon import Cue

#: Words for what is given or sent: a text on aid often names only who gets it.
_GIVEN = ("지원", "보냈", "보낸", "내보", "전달", "제공", "기부", "기증", "공여", "원조", "공급", "반입", "유입")
_AID = re.compile(r"(?:대(?:\(對\))? ?[가-힣]{1,8}|[가-힣]{2,8}에(?:게)?) (?:[가-힣0-9a-z]{1,6} ){0,4}\Z")
_AID_TOLD = re.compile(r"[은는이가도] |액|금액| ?(?:규모|물자|물품|물량|품목)[은는이가도] |, |…|\Z|\n| (?=\d)")
#: Who gives in a Korean text that names no other country before it.
_OUR_GIVER = re.compile(
    r"(?:\A|[\s\"'“‘(…])(?:우리 ?|한국 ?|역대 )?(?:정부|통일부|민간단체|대한적십자사)"
    r"(?:가|는|은|이|의|,| (?=[\"“‘'])) ?"
)
AID_REACH = 24


def is_gift(reading: Reading, cue: Cue) -> bool:
    """ "대북 인도적 지원은": aid toward a country, which is told as an amount."""
    text = reading.text
    if text[cue.start : cue.end] != "지원" or _AID.search(text, max(0, cue.start - AID_REACH), cue.start) is None:
        return False
    return _AID_TOLD.match(text, cue.end) is not None


def is_given(reading: Reading, cue: Cue) -> bool:
    """Whether a word of trade says that goods are given or sent, by whomever."""
    return reading.text.startswith(_GIVEN, cue.start)


def giver(sentence: Sentence, flow: Flow, context: Context) -> None:
    """Whose aid it is: of whoever gave before to the same country, else nobody's that the text names."""
    same = sentence.block == context.block_of_pair and context.sense == "export"
    same = same and context.pair.receiver in {flow.away, None}
    flow.pair = pair_of("export", context.pair.sender if same else None, flow.away or "")


def our_gift(
    reading: Reading, sentence: Sentence, cue: Cue, flow: Flow, parties: Sequence[Party], context: Context
) -> bool:
    """ "정부는 쌀 5만t을 지원하기로": what Korea's own government gives, to whom the text says; whether it is so."""
    given = _OUR_GIVER.search(reading.text, max(0, sentence.start - 1), cue.start)
    if flow.sense != "export" or given is None or not is_given(reading, cue):
        return False
    by = ("은 ", "는 ", "이 ", "가 ")
    owned = any(
        p.code == flow.home and p.start >= given.end() and not reading.text.startswith(by, p.end) for p in parties
    )  # fmt: skip
    if flow.home is not None and not owned:
        return False
    if any(given.start() - 2 <= p.end <= given.start() + 1 and p.code != "KOR" for p in parties):
        # "중국 정부는".
        return False
    told = next((p.code for p in parties if p.code not in {"", "KOR"}), None)
    receiver = flow.away or told or context.pair.receiver or context.focus
    flow.pair, flow.reporter = pair_of("export", "KOR", *([receiver] if receiver not in {None, "KOR"} else [])), "KOR"
    return True
