"""Hedges beside a number, and the interval that a wording and its rounding allow."""

from __future__ import annotations

from decimal import Decimal

from tidewaiter.claims.numbers.numeral import EXACT
from tidewaiter.claims.numbers.tokens import Tokens
from tidewaiter.claims.numbers.vocabulary import Hedge, Vocabulary

#: "nearly", "just over" and their kind keep within a tenth of the number they lean on; so do "about" and its kind.
NEAR = Decimal("0.1")
#: A whole number that ends in noughts may have been rounded that far, but never by more than a twentieth of itself.
ROUND_SHARE = Decimal("0.05")
#: Whatever its digits, a rounded number stands within a quarter of itself.
WIDEST_SHARE = Decimal("0.25")
HALF = Decimal("0.5")
_TRANSPARENT = frozenset('\\[(“"*_')
_LATER_REACH = 12
#: What goes up goes all the way, and what is added up makes it.
_MOVED = frozenset(
    {
        "went", "go", "goes", "gone", "going", "came", "crept", "edged", "inched", "moved", "shot", "ticked", "add",
        "adds", "added", "adding", "sum", "sums", "summed",
    }
)  # fmt: skip


def hedge_before(tokens: Tokens, vocabulary: Vocabulary, i: int) -> tuple[Hedge, int, int] | None:
    """The hedge that ends just before token i, with its first token and the token after it."""
    end = i
    for _ in range(2):
        if tokens.words[end - 1] not in _TRANSPARENT:
            break
        end -= 1
    found = vocabulary.hedges_before.before(tokens.words, end)
    if found is not None and found[1] < end - 1 and _is_word_apart(tokens, found[1], end):
        # "전체의 약 41%": two words, and no "의약".
        found = vocabulary.hedges_before.before(tokens.words[end - 1 : end], 1)
        found = None if found is None else (found[0], end - 1)
    if found is not None and tokens.words[found[1]] == "약" and _ends_word(tokens, found[1]):
        # "진단시약 21억 달러": the end of a word.
        return None
    if found is not None and tokens.words[found[1] : end] == ["up", "to"] and tokens.words[found[1] - 1] in _MOVED:
        # "Volumes went up to 122,600 tonnes".
        return None
    return None if found is None else (found[0], found[1], end)


def _is_word_apart(tokens: Tokens, start: int, end: int) -> bool:
    """Whether syllables of one Korean word stand in two."""
    hangul = all("\uac00" <= word <= "\ud7a3" for word in tokens.words[start:end])
    return hangul and not all(tokens.glued(i) for i in range(start + 1, end))


def _ends_word(tokens: Tokens, i: int) -> bool:
    """Whether a Korean syllable ends a word that begins before it."""
    return i > 0 and tokens.glued(i) and "\uac00" <= tokens.words[i - 1][-1:] <= "\ud7a3"


def hedge_after(tokens: Tokens, vocabulary: Vocabulary, i: int) -> tuple[Hedge, int, int] | None:
    """The hedge that begins at token i ("or more", "+"), with its first token and the token after it."""
    found = vocabulary.hedges_after.at(tokens.words, i)
    if found is None:
        return None
    if tokens.words[found[1]] == "than":
        # "1,423 deaths and more than 5,000 recoveries"
        return None
    # A sign or a suffix belongs to the number only where it touches it.
    if not tokens.words[i][0].isalpha() and not tokens.glued(i):
        return None
    return found[0], i, found[1]


def estimated_later(tokens: Tokens, vocabulary: Vocabulary, i: int) -> bool:
    """Whether the same clause goes on to say that the figure "is estimated"."""
    phrases = vocabulary.phrases["later_approx"]
    firsts, words = phrases.firsts(), tokens.words
    for k in range(i, i + _LATER_REACH):
        word = words[min(k, tokens.size)]
        if word in {".", ";", ",", "\n"}:
            return False
        if words[k] in firsts and phrases.at(words, k) is not None:
            return True
    return False


def rounding(value: Decimal, step: Decimal, *, whole: bool) -> Decimal:
    """How far a plain number may stand from what it rounds: half of what its last digit is worth.

    Noughts at the end of a whole number (`whole`: no decimals were written) count as rounding too, up to
    `ROUND_SHARE`: "500,000" is 475,000 to 525,000 and "1,000" is 950 to 1,050, but "98 million" keeps to half a
    million.
    """
    # "1 billion" is no wider than "2 billion" is in proportion.
    half = min(step / 2, max(abs(value) * WIDEST_SHARE, HALF))
    if not whole or value == 0 or EXACT.remainder(value, step) != 0:
        return half
    digits = EXACT.divide(value, step)
    exponent = digits.normalize(EXACT).as_tuple().exponent
    assert isinstance(exponent, int)
    widest = EXACT.multiply(half, Decimal(10) ** max(exponent, 0))
    return max(half, min(widest, abs(value) * ROUND_SHARE))


def bounds(value: Decimal, slack: Decimal, hedge: Hedge) -> tuple[Decimal | None, Decimal | None]:
    """The interval for one number under a hedge; None is open.

    exact: the rounding; approx: a tenth either way, or the rounding where that is wider; more_than, at_least: from the
    number up; less_than, up_to: down from it; nearly: from a tenth below; near forms ("just over") reach a tenth only.
    """
    size = abs(value)
    if hedge.qualifier == "approx":
        reach = max(slack, size * NEAR)
        return value - reach, value + reach
    if hedge.qualifier in {"more_than", "at_least"}:
        return value, value + size * NEAR if hedge.near else None
    if hedge.qualifier in {"less_than", "up_to"}:
        return value - size * NEAR if hedge.near else None, value
    if hedge.qualifier == "nearly":
        return value - size * NEAR, value
    return value - slack, value + slack
