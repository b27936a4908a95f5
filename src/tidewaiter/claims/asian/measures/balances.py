"""Surpluses and deficits in Korean and Chinese: amounts that are no trade themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tidewaiter.claims.asian.brackets import opening, skipped
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Draft, Scene

#: How a bracket is told to say an amount again.
AGAIN = "the amount before the bracket"
#: How an amount is told to be a balance.
A_BALANCE = "a trade balance"
#: "적자 규모는 12억 달러", "무역적자 19억 달러".
_DEFICIT = re.compile(
    r"(?:적자|흑자)(?: ?(?:규모|폭|액))?[은는이가도]? ?"
    r"(?:(?:19|20)\d\d년 |\d{1,2}[~∼-]\d{1,2}월의 |[가-힣]{2,3} ?(?:같은 )?(?:기간|동기|달|해)의 "
    r"|[가-힣0-9]{1,4}(?: ?같은)? ?(?:기간|동기|달|월|년|해|분기)(?=[(（]))?(?:약 |총 )?[(（]?\Z"
)
_AHEAD, _BESIDE = 20, 4
#: "…로 흑자를 냈다", "…로 모두 적자를 기록했다".
_IN_ALL = re.compile(r"으?로 (?:모두 |전부 )?(?:무역수지 )?(?:적자|흑자)(?![가는] )")
_LISTED = re.compile(r", (?:(?:19|20)\d\d년 )?")
_BALANCE = re.compile(
    r"(?: ?(?:상당|이상|가량|정도|안팎|규모|남짓))?(?:넘는)?(?:의|的)? ?(?:무역 ?)?"
    r"(?:적자|흑자|顺差|順差|逆差|贸易顺差|贸易逆差|盈余|盈餘|赤字|出超|入超)"
)


def is_balance(reading: Reading, figure: Figure) -> bool:
    """Whether an amount is said to be a surplus or a deficit right behind it, or right before."""
    if _BALANCE.match(reading.text, figure.end) is not None:
        return True
    end = skipped(reading.text, figure.end, len(reading.text)) if reading.language == "ko" else figure.end
    if end > figure.end and _BALANCE.match(reading.text, end) is not None:
        return True
    return (
        reading.language == "ko"
        and _DEFICIT.search(reading.text[max(0, figure.start - _AHEAD) : figure.start]) is not None
    )


def again(reading: Reading, scene: Scene, figure: Figure, earlier: Sequence[Draft]) -> tuple[str, str] | None:
    """What a bracket that says an amount again in other money measures: what the amount does."""
    last = earlier[-1] if earlier and reading.language == "ko" and figure.kind == "money" else None
    if last is None or last.figure.kind != "money" or last.figure.unit == figure.unit or "_per_" in figure.unit:
        return None
    place = opening(reading.text, scene.sentence.start, figure.start)
    return (last.measure, AGAIN) if place == last.figure.end else None


def balance_all(reading: Reading, scene: Scene, drafts: Sequence[Draft]) -> None:
    """ "2018년 1억 달러, 2019년 2억 달러로 모두 적자": what ends a list of amounts is said of them all."""
    amounts = [d for d in drafts if d.figure.kind == "money" and d.measure in {"trade_value", "other"}]
    for draft in amounts:
        end = skipped(reading.text, draft.figure.end, scene.sentence.end)
        bare = not any(f.end <= draft.figure.start <= f.end + _BESIDE for f in scene.flows if f.sense != "trade")
        if draft.measure == "trade_value" and bare and _IN_ALL.match(reading.text, end):
            draft.measure, draft.rules["measure"] = "other", A_BALANCE
    for i in range(len(amounts) - 1, 0, -1):
        before, after = amounts[i - 1], amounts[i]
        end = skipped(reading.text, before.figure.end, scene.sentence.end)
        listed = _LISTED.fullmatch(reading.text, end, after.figure.start)
        if after.rules.get("measure") == A_BALANCE and listed and before.measure == "trade_value":
            before.measure, before.rules["measure"] = "other", A_BALANCE
    for before, after in pairwise(drafts):
        if after.rules.get("measure") == AGAIN:
            after.measure = before.measure
