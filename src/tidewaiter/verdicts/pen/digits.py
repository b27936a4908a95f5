"""Slips of the pen in the digits of a figure, one for every way in which others may have been meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval
from tidewaiter.verdicts.pen.slip import Slip, data, weight

_DIGITS = "0123456789"
#: The last number of "98억9천만", with the words that say what it counts.
_MYRIADS = re.compile(r"\d[\d,]*(?:\.(?P<fraction>\d+))?\s?(?P<ten>[십백천十百千])?\s?(?P<unit>[만억조万萬亿億兆])?")
_TENS = {"십": 1, "백": 2, "천": 3, "十": 1, "百": 2, "千": 3}
#: Figures whose digits are kept: of a suspect they are asked for each kind of slip.
_KEPT = 128
_NUMERAL = re.compile(r"\d[\d,.\s\u00a0\u202f]*")


def rearranged(claim: Claim) -> Iterator[Slip]:
    """Digits that changed places or were doubled."""
    found = _printed(claim)
    return iter(()) if found is None else _rearranged(found)


def mistyped(claim: Claim) -> Iterator[Slip]:
    """Digits that were others, or one too many. Only for figures known from two sides."""
    found = _printed(claim)
    return iter(()) if found is None else _mistyped(found)


def lost(claim: Claim) -> Iterator[Slip]:
    """A digit that got lost. Only for figures known from two sides."""
    found = _printed(claim)
    return iter(()) if found is None else _lost(found)


@dataclass(frozen=True, slots=True)
class _Printed:
    """The digits of a figure as printed, point included, and what the number they make is multiplied with."""

    claim: Claim
    text: str
    factor: Decimal

    @property
    def places(self) -> list[int]:
        """Where its digits stand."""
        return [index for index, char in enumerate(self.text) if char.isdigit()]

    def meant(self, texts: Iterable[str], name: str, share: float, explanation: str) -> Iterator[Slip]:
        """The slips of a kind by which these digits were printed for others."""
        plausibility = weight(name) * share
        half = abs(Decimal(1).scaleb(-len(self.text.partition(".")[2])) * self.factor) / 2
        for text in texts:
            value = Decimal(text) * self.factor
            if value and value != self.claim.value:
                room = Interval(value - half, value + half)
                yield Slip(name, value.normalize() + 0, room, plausibility, explanation)


def _rearranged(printed: _Printed) -> Iterator[Slip]:
    text = printed.text
    pairs = list(pairwise(printed.places))
    swaps = [(i, j) for i, j in pairs if text[i] != text[j]]
    for i, j in swaps:
        swapped = text[:i] + text[j] + text[i + 1 : j] + text[i] + text[j + 1 :]
        if swapped[0] == "0" and text[0] != "0":
            continue
        told = "two digits probably changed places"
        yield from printed.meant([swapped], "digits_transposed", 1 / len(swaps), told)
    doubled = [j for i, j in pairs if text[i] == text[j]]
    for j in doubled:
        once = text[:j] + text[j + 1 :]
        yield from printed.meant([once], "digit_doubled", 1 / len(doubled), "a digit was probably doubled")


def _mistyped(printed: _Printed) -> Iterator[Slip]:
    text, places = printed.text, printed.places
    # Of two digits one more or another makes almost anything.
    for i in places if len(places) > 2 else ():
        fewer = (text[:i] + text[i + 1 :]).strip(".")
        share = 1 / (10 * len(places))
        yield from printed.meant([fewer], "digit_added", share, "a digit too many was probably printed")
        others = [text[:i] + digit + text[i + 1 :] for digit in _DIGITS]
        yield from printed.meant(others, "digit_wrong", 1 / (9 * len(places)), "a digit was probably mistyped")


def _lost(printed: _Printed) -> Iterator[Slip]:
    text, places = printed.text, printed.places
    # A digit may have stood before any printed one of the whole part or after the last; in the fraction it would hardly
    # show.
    for i in range(len(text.partition(".")[0]) + 1):
        more = [text[:i] + digit + text[i:] for digit in _DIGITS]
        yield from printed.meant(more, "digit_lost", 1 / (len(places) + 1), "a digit was probably lost")


@lru_cache(maxsize=_KEPT)
def _printed(claim: Claim) -> _Printed | None:
    match = _NUMERAL.search(claim.text)
    if match is None or claim.value <= 0:
        return None
    printed = re.sub(r"[\s\u00a0\u202f]|[,.]$", "", match[0].strip())
    for text in (printed.replace(",", ""), printed.replace(".", "").replace(",", ".")):
        if re.fullmatch(r"\d+(\.\d+)?", text) and Decimal(text):
            power = claim.value / Decimal(text)
            if power == Decimal(1).scaleb(power.adjusted()):
                return _Printed(claim, text, power)
    return _compound(claim)


def _compound(claim: Claim) -> _Printed | None:
    """ "98억9천만" as 989 times ten million; None for what has no such scale behind its last digits."""
    *first, last = _MYRIADS.finditer(claim.text)
    if not any(number["ten"] or number["unit"] for number in (*first, last)):
        return None
    power = _TENS.get(last["ten"] or "", 0)
    for family in ("korean", "chinese"):
        for word in data()["families"][family].values():
            power += word["power"] if last["unit"] in word["spelled"] else 0
    whole = claim.value.scaleb(len(last["fraction"] or "") - power)
    return _Printed(claim, str(int(whole)), claim.value / whole) if whole == int(whole) else None
