"""Who says it, in Korean ("해관총서에 따르면") and Chinese ("海关总署数据显示")."""

from __future__ import annotations

from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import SOURCES, Speaker

_REACH = 40


def speaker(reading: Reading, sentence: Sentence) -> Speaker | None:
    """The speaker a sentence names, or None where it names none."""
    sources = sentence.cues_of("source")
    if not sources:
        return None
    for said in sentence.cues_of("speech"):
        near = [s for s in sources if -_REACH <= s.start - said.end <= _REACH]
        if not near:
            continue
        best = min(near, key=lambda s: (SOURCES.index(s.sense), s.start))
        start = _phrase_start(reading.text, sentence.start, best.start)
        return Speaker(reading.text[start : best.end].strip(), best.sense, f"“{reading.text[said.start : said.end]}”")
    return None


def _phrase_start(text: str, floor: int, start: int) -> int:
    """Back to the mark or the third space before: "한국무역협회와 중국 해관총서"."""
    spaces = 0
    i = start
    while i > floor and i > start - 24:
        char = text[i - 1]
        if char.isdigit() or text[i - 2 : i] in {"고 ", "며 "}:
            break
        if char in "，,。；;：:「」『』“”\"'‘’()（）据據":
            break
        if char == " ":
            spaces += 1
            if spaces == 3:
                break
        i -= 1
    return i + 2 if text.startswith("일 ", i) else i
