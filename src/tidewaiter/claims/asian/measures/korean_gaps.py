"""What may stand between a Korean time and what is its own: "지난해 같은 달 수출액 829만 달러", "작년 수입량보다"."""

from __future__ import annotations

import re

#: A word between them, which takes no particle that makes it a part of the clause, compares nothing itself, and does
#: not say that there was none then ("전년에는 없던 비료 3천t").
_WORD = r"(?:(?!보다|대비|비해|까지|부터|들어|만에|없[던었]|않[던았])[가-힣·]{1,8}(?<![은는이가도을를로에서며고해]) )"
_TRADED = r"(?:(?:수입|수출|반입|도입|들여)[했해오]?[온한된] [가-힣]{1,8}[은는이가] )?"
#: "5월에 기록한 종전 최대치 971만t": the record that something is held against.
RECORD = re.compile(
    r"에? ?(?:기록|세운|세웠던|달성|작성)[가-힣]{0,3} (?:(?:종전|기존|이전|직전|역대|월간|사상)(?:의)? ?){1,2}"
    r"(?:최[대고다저][가-힣]{0,3}|기록)(?:인| ?\(| )?"
)
_PASSED = "웃도|웃돌|웃돈|넘어|넘는|넘긴|뛰어넘|상회|밑도|밑돌|밑돈|앞질|앞지|제치|제친|능가"
_OWN = re.compile(
    rf"(?: ?동안)?(?:에는|엔|는|의)? ?{_WORD}{{0,2}}(?:[가-힣]{{2,8}}[은는] )?{_TRADED}"
    r"(?:약 |하루 |총 )?(?:[가-힣]{2,6}(?=[(（]))?[(（]?"
)
#: "2016년 같은 기간 수출액이 18억달러였다는 점": a time of its own, whose subject an embedded clause may have.
_THE_SAME = ("같은 기간", "같은 달", "같은 시기", "동기", "동월")
_TOLD_THEN = re.compile(rf"(?: ?동안)?(?:에는|엔|의)? ?{_WORD}{{0,3}}[가-힣]{{2,8}}[이가] (?:약 |총 )?")
_HELD = re.compile(
    rf"(?:동안)?의? ?{_WORD}{{0,2}}[가-힣·]{{1,8}}(?:보다|에 비해|에 비하면|[과와] 비교|에 견줘| 대비"
    rf"|[을를] (?:이미 |벌써 |약 )?(?:\d[\d.]{{0,6}}% ?)?(?:{_PASSED}))"
)
_EXCEEDED = re.compile(rf"[)）]?[을를] (?:이미 |벌써 |약 )?(?:\d[\d.]{{0,6}}% ?)?(?:{_PASSED})")
_MEASURED = re.compile(rf"(?:동안)?의? ?{_WORD}{{0,2}}[가-힣·]{{1,8}}의 (?:약 |무려 |거의 )?")
#: "상반기 전체 수입량의 5분의 1": a part of the whole of a time.
_WHOLE = re.compile(r"(?:의)? ?(?:[가-힣]{1,6}의? )?(?:전체|총) ?[가-힣]")
#: Behind a percentage, what makes it a level and no share.
_LEVEL = re.compile(r"(?:가량|정도)?(?:에 (?:이르|달하|불과|그[쳤친]|못 ?미|해당|육박|가까)| ?수준| ?밖에|꼴)")
#: No such gap is longer.
LONGEST = 30


def owns(text: str, end: int, start: int) -> bool:
    """Whether an amount that begins at `start` is of the time that ends at `end`."""
    if not 0 <= start - end <= LONGEST:
        return False
    if text.endswith(_THE_SAME, 0, end) and _TOLD_THEN.fullmatch(text, end, start) is not None:
        return True
    return _OWN.fullmatch(text, end, start) is not None or RECORD.fullmatch(text, end, start) is not None


def compared(text: str, end: int) -> int | None:
    """Where "수입량보다" ends, which the time before it is said of; None where something else stands there."""
    found = _HELD.match(text, end, end + LONGEST)
    return None if found is None else found.end()


def exceeded(text: str, end: int) -> bool:
    """Whether an amount that ends here is what something else has passed: "…(10억 달러)을 이미 77% 웃돌았다"."""
    return _EXCEEDED.match(text, end) is not None


def measures(text: str, end: int, start: int) -> bool:
    """Whether a multiple that begins at `start` is of a level of the time that ends at `end`: "작년 수출량의 65배"."""
    if not 0 <= start - end <= LONGEST or _WHOLE.match(text, end) is not None:
        return False
    return _MEASURED.fullmatch(text, end, start) is not None


def is_level(text: str, end: int) -> bool:
    """Whether a percentage that ends here is said to be how high a level stands: "89.7%에 이르는"."""
    return _LEVEL.match(text, end) is not None
