"""Shares in Korean rankings and rows: what each of the partners or goods has of the whole."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.brackets import list_end, opening
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading, Sentence

_RANKED = re.compile(
    r"(?:수출|수입|교역|무역|대상|상대|구매|공급|판매)국|시장|품목|국가별|상위"
    r"|가장 (?:많|큰|높)[가-힣]{0,2} (?:국가|나라|곳|상대)"
)
_TOP = re.compile(r"상위|비중|점유율|순위")
_IN_TURN = re.compile(r" ?(?:등의? ?)?(?:순|이|가 |으로)")
#: "밀(91%), 고무(71%) 등 3개 품목이 대부분을 차지".
_ALL_OF_IT = re.compile(
    r"(?: 등)?(?:의? ?\d개)? ?[가-힣 ]{0,12}?[이가] (?:전체의? )?[가-힣]{1,6}[을를] (?:차지|점유|이[루뤘])"
)
#: "79%는 석유제품, 9%는 밀가루", "각각 7.9%, 7.5%", "53%를 차지하고 밀가루는 31%".
_NEXT_SHARE = re.compile(
    r"(?:[은는] [가-힣·]{2,10})?, |[와과] "
    r"|(?:[를을이가] )?차지(?:했|하였|하)(?:고|으며|며),? [가-힣· ]{1,14}(?:[은는이가도] (?:약 |각각 )?| )"
    r"|, (?![^,]*(?:대비|보다|비해))[가-힣· ]{1,14} "
    r"|(?:이?었|였)?(?:으나|지만|고|으며),? [가-힣· ]{1,14}(?:[은는이가도] (?:약 |각각 )?| )"
)
#: From the last part of a list to what all of it is of the whole.
_SUM = re.compile(
    r"\)?(?: ?등| 순)?(?:으로|로|이|가|이며|이고|였으며|였고),? (?:[가-힣]{1,6} ){0,3}(?:전체|총) ?"
    r"[^,.\d]{0,16}(?:의|에서|중) ?(?:약 )?"
)
_HELD = re.compile(r"(?: ?(?:이상|가량|정도|안팎))?(?:[을를] (?:차지|점유|이[루뤘])|에 (?:달|이[르른]))")


def is_ranked(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "주요 수출국은 중국(27.1%), 미국(10.8%) 순이다": what each of a ranking has of the whole."""
    text = reading.text
    if reading.language != "ko" or figure.unit != "percent" or not text[figure.start].isdigit():
        return False
    place = opening(text, sentence.start, figure.start)
    if place is None or sentence.cues_of("change"):
        return False
    if place != figure.start - 1:
        # "수입 상위 품목은 인모(1천890만달러, 13.7%), …".
        held = next((f for f in sentence.figures if f.start == place + 1 and f.kind in {"money", "quantity"}), None)
        beside = held is not None and text[held.end : figure.start] in {", ", "·", "/", " / "}
        return beside and text[figure.end] == ")" and _RANKED.search(text, sentence.start, place) is not None
    before = next((f for f in reversed(sentence.figures) if f.end <= figure.start), None)
    if before is not None and before.end == figure.start - 1 and before.kind in {"money", "quantity"}:
        # "수출 상위 품목: 승용차 24억 달러(37.1%), …"
        return _TOP.search(text, sentence.start, figure.start) is not None
    end = list_end(text, figure.end, sentence.end)
    if end is None:
        return False
    if _ALL_OF_IT.match(text, end) is not None or _sums_up(text, sentence, end):
        return True
    return _IN_TURN.match(text, end) is not None and _RANKED.search(text, sentence.start, figure.start) is not None


def _sums_up(text: str, sentence: Sentence, end: int) -> bool:
    """ "중국(52%), 일본(12%) 등이 전체의 64%를 차지": whether a list of brackets ends in what they are together."""
    last = next((f for f in reversed(sentence.figures) if f.end <= end), None)
    following = next((f for f in sentence.figures if f.start >= end), None)
    return last is not None and following is not None and is_sum(text, last, following)


def is_sum(text: str, before: Figure, figure: Figure) -> bool:
    """ "중국 33%, 러시아 31%, 일본 9%로 전체 수입액의 73%를 차지": whether a percentage is that of all of a list."""
    held = figure.unit == before.unit == "percent" and _HELD.match(text, figure.end) is not None
    return held and _SUM.fullmatch(text, before.end, figure.start) is not None


def goes_on(text: str, sentence: Sentence, before: Figure, figure: Figure) -> bool:
    """Whether a percentage is the next in a row of shares; "였으나, 2019년에는 밀가루 61%" is, at another time."""
    start, end = before.end, figure.start
    time = next((t for t in sentence.times if start <= t.start and t.end <= end), None)
    between = text[start:end]
    if time is not None:
        between = text[start : time.start] + text[time.end : end].removeprefix("에는 ")
    return _NEXT_SHARE.fullmatch(between) is not None
