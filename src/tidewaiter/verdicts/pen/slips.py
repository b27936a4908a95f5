"""Slips of the pen: which one most likely made a figure that cannot be, and what was probably meant.

A slip is named as printed for meant: `million_for_thousand` is "million" on the page where "thousand" was meant. It is
a proposal with a plausibility, never applied to anything.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval
from tidewaiter.verdicts.intervals import allowed
from tidewaiter.verdicts.pen.digits import lost, mistyped, rearranged
from tidewaiter.verdicts.pen.slip import Slip, country_slip, data, mistaken, scale_word, weight
from tidewaiter.verdicts.scope import RELATIVE
from tidewaiter.verdicts.wording import HEDGES

__all__ = [
    "Slip",
    "candidates",
    "country_slip",
    "guess",
    "in_kilograms",
    "lost",
    "mistaken",
    "mistyped",
    "powers",
    "rearranged",
    "recognisable",
    "scale_word",
    "search",
    "weight",
    "weights_of_goods",
]

#: The best slip must be so much more plausible than the next one that leads elsewhere, or none is named.
_CLEARLY = 1.2
#: What an error of no known kind weighs among the slips; for slips of digits, ten times less with each digit that has
#: to be right for them to fit.
_OTHERWISE = 0.03
#: A percentage has its point moved so much less often than an amount.
_IN_PERCENT = 0.7
#: Where digits are told in groups of four, three of them are seldom one group too many.
_IN_MYRIADS, _EASTERN = 0.2, re.compile(r"[\u4e00-\u9fff가-힣]")
#: A slip less probable than this is not worth naming.
_PROBABLE = 0.2
#: Two suggestions this near are the same suggestion for a reader.
_SAME = Decimal("0.01")
#: A scale word up to this power of ten is sometimes one too many.
_SMALL_SCALE = 4
#: What is told in a word is off by no more than this, below and above, where a word was taken for it: "more than twice"
#: is no three times.
_HEDGED_WORDS = {
    "exact": (Decimal("0.03"), Decimal("0.03")),
    "approx": (Decimal("0.1"), Decimal("0.1")),
    "nearly": (Decimal("0.12"), Decimal(0)),
    "more_than": (Decimal(0), Decimal("0.3")),
    "at_least": (Decimal(0), Decimal("0.3")),
}
#: So many of the next plausible slips are told.
_RIVALS = 3
#: Figures whose candidates are kept: a suspect is weighed in every round.
_KEPT = 128

#: A weight in kilograms that is set against others in tonnes.
_KILOGRAMS = re.compile(r"(?:kg|㎏|kilo)|公斤|千克|킬로", re.IGNORECASE)


def _times(figure: Interval, factor: Decimal) -> Interval:
    low = None if figure.low is None else figure.low * factor
    high = None if figure.high is None else figure.high * factor
    return Interval(low, high)


def _scaled(claim: Claim, power: int, name: str, weight: float, explanation: str) -> Slip:
    factor = Decimal(1).scaleb(power)
    suggested = (claim.value * factor).normalize() + 0
    return Slip(name, suggested, _times(allowed(claim), factor), weight, explanation)


def powers(claim: Claim) -> Iterator[Slip]:
    """Wrong scale words and moved decimal points."""
    found = scale_word(claim.text)
    if found:
        family, written = found
        words = data()["families"][family]
        places = {name: index for index, name in enumerate(words)}
        for meant, word in words.items():
            if meant == written:
                continue
            near = abs(places[meant] - places[written]) == 1
            yield _scaled(
                claim,
                word["power"] - words[written]["power"],
                f"{written}_for_{meant}",
                weight("scale_word" if near else "scale_word_far"),
                f"“{written}” was probably printed for “{meant}”",
            )
        if words[written]["power"] <= _SMALL_SCALE and claim.unit not in RELATIVE and "_per_" not in claim.unit:
            explanation = f"the word “{written}” was probably added"
            yield _scaled(claim, -words[written]["power"], f"{written}_added", weight("scale_word_added"), explanation)
    elif claim.unit not in ("percent", "percentage_points", "times"):
        for power, words_for in ((-3, "three digits too many"), (3, "three digits too few")):
            common = _IN_MYRIADS if _EASTERN.search(claim.text) else 1.0
            yield _scaled(
                claim, power, "factor_1000", weight("factor_1000") * common, f"the figure probably has {words_for}"
            )
        if claim.value < 1000:
            for meant, power in (("thousand", 3), ("million", 6), ("billion", 9)):
                explanation = f"the word “{meant}” was probably lost"
                yield _scaled(claim, power, f"{meant}_lost", weight("scale_word_lost"), explanation)
    for power, name, words_for in (
        (-1, "factor_10", "ten times too large"),
        (1, "factor_10", "ten times too small"),
        (-2, "factor_100", "a hundred times too large"),
        (2, "factor_100", "a hundred times too small"),
    ):
        yield _scaled(claim, power, name, weight(name) * _moved(claim), f"the figure is probably {words_for}")


def _moved(claim: Claim) -> float:
    """How likely a point was moved: in a percentage seldom, and where it has none hardly ever."""
    if claim.unit not in ("percent", "percentage_points", "times"):
        return 1.0
    return _IN_PERCENT if re.search(r"\d[.,]\d", claim.text) else _IN_PERCENT / 2


def in_kilograms(claim: Claim) -> bool:
    """Whether a weight is written in kilograms."""
    return _KILOGRAMS.search(claim.text) is not None


def weights_of_goods(claim: Claim) -> Iterator[Slip]:
    """Kilograms printed as tonnes and the other way about."""
    if claim.unit == "tonnes" and in_kilograms(claim):
        yield _scaled(claim, 3, "tonnes_as_kilograms", weight("unit_of_weight"), "the figure was probably in tonnes")
    elif claim.unit == "tonnes" or claim.unit == "tonnes_per_person":
        explanation = "the figure was probably in kilograms"
        yield _scaled(claim, -3, "kilograms_as_tonnes", weight("unit_of_weight"), explanation)
    elif claim.unit.endswith("_per_kg"):
        yield _scaled(claim, -3, "kilogram_for_tonne", weight("unit_of_weight"), "the price was probably for a tonne")
    elif claim.unit.endswith("_per_tonne"):
        yield _scaled(claim, 3, "tonne_for_kilogram", weight("unit_of_weight"), "the price was probably for a kilogram")
    elif claim.unit == "kg":
        explanation = "the figure was probably in tonnes"
        yield _scaled(claim, 3, "tonnes_as_kilograms", weight("unit_of_weight"), explanation)


def _other_words(claim: Claim) -> Iterator[Slip]:
    """ "Tripled" for "doubled", "a third" for "a quarter": multiples and fractions that are told in a word."""
    kind = {"times": "multiple", "percent": "fraction"}.get(claim.unit)
    if kind is None or claim.qualifier not in _HEDGED_WORDS:
        return
    below, above = _HEDGED_WORDS[claim.qualifier]
    hedge = HEDGES.get(claim.qualifier, "")
    tenths = kind == "fraction" and any(word in claim.text for word in data()["in_tenths"])
    for written, word in data()["words"]["tenths" if tenths else kind].items():
        value = Decimal(str(written))
        if abs(value - claim.value) > _SAME * value:
            room = Interval(value * (1 - below), value * (1 + above))
            yield Slip(f"another_{kind}", value, room, weight("another_word"), f"“{hedge}{word}” was probably meant")


@lru_cache(maxsize=_KEPT)
def candidates(claim: Claim, *, exact: bool = True) -> tuple[Slip, ...]:
    """Every slip that could have made this figure; without `exact` only powers of ten. For a word ("doubled") the
    others that may have been meant.

    A bound from one side ("at most the total") is met by almost any digit, so digits are only searched where the
    figure is known from both sides.
    """
    if not any(char.isdigit() for char in claim.text) or any(word in claim.text for word in data()["in_parts"]):
        return tuple(_other_words(claim))
    if exact:
        return (*recognisable(claim), *mistyped(claim), *lost(claim))
    return (*powers(claim), *weights_of_goods(claim))


@lru_cache(maxsize=_KEPT)
def recognisable(claim: Claim) -> tuple[Slip, ...]:
    """Those of them that leave the figure's digits, if in another order; the others are ten times as many."""
    return (*candidates(claim, exact=False), *rearranged(claim))


def search(
    claim: Claim,
    fits: Callable[[Interval], bool],
    *,
    slips: Iterable[Slip] | None = None,
    weigh: Callable[[Decimal], float] | None = None,
    exact: bool = True,
) -> Slip | None:
    """The slip that most likely made `claim`, given `fits`: whether an interval would agree with all else known.

    `slips` replaces the candidates of `candidates(claim, exact=exact)`. `weigh` says how typical a suggested value
    would be (any positive scale), for bounds that many values meet. None where nothing fits, or where two slips that
    lead to different values are about as plausible as each other: no guess is better than a wrong one.
    """
    found = guess(claim, fits, slips=slips, weigh=weigh, exact=exact)
    return found if found is not None and found.clear else None


def guess(
    claim: Claim,
    fits: Callable[[Interval], bool],
    *,
    slips: Iterable[Slip] | None = None,
    weigh: Callable[[Decimal], float] | None = None,
    exact: bool = True,
) -> Slip | None:
    """As `search`, but the best of several that are about as plausible is given, too, and marked as not `clear`."""
    pool = candidates(claim, exact=exact) if slips is None else slips
    fitting = [
        (slip.plausibility * (weigh(slip.suggested) if weigh else 1.0), slip) for slip in pool if fits(slip.figure)
    ]
    if not fitting:
        return None
    plausible, best = max(fitting, key=lambda pair: pair[0])
    rivals = [other for other, slip in fitting if not _near(slip.suggested, best.suggested)]
    chance = _OTHERWISE
    if best.name.startswith("digit"):
        known = 3 if best.name == "digit_lost" else 2
        chance *= 10.0 ** -max(0, sum(map(str.isdigit, claim.text)) - known)
    everything = sum(other for other, _ in fitting) + chance
    probable = plausible / everything
    # Whichever of several ways led to it, the figure meant is one.
    meant = sum(other for other, slip in fitting if _near(slip.suggested, best.suggested)) / everything
    clear = plausible >= _CLEARLY * max(rivals, default=0.0) and meant >= _PROBABLE
    others = sorted(fitting, key=lambda pair: -pair[0])
    elsewhere = [
        replace(slip, plausibility=round(other / everything, 3))
        for other, slip in others
        if not _near(slip.suggested, best.suggested)
    ]
    rivals_told = tuple(elsewhere[:_RIVALS])
    probable = round(probable, 3)
    return replace(best, plausibility=probable, rivals=rivals_told, prior=best.plausibility, clear=clear, meant=meant)


def _near(a: Decimal, b: Decimal) -> bool:
    return abs(a - b) <= _SAME * max(abs(a), abs(b))
