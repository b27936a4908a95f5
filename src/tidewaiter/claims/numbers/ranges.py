"""Numbers that belong together: ranges, changes from one to the other, and lists that share a unit.

"$3-5 million" and "between 18 and 25 percent" are one figure with two ends, "from 18 to 25 percent" is a change of
two figures, "18 and 25 percent" are two figures.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from tidewaiter.claims.numbers.amount import Amount
from tidewaiter.claims.numbers.hedges import hedge_before
from tidewaiter.claims.numbers.numeral import ONE
from tidewaiter.claims.numbers.tokens import Tokens
from tidewaiter.claims.numbers.vocabulary import Vocabulary

_OR_SPREAD = Decimal(4)
#: Nobody leaves a scale out where the number would then be so many times the smaller.
_FAR = Decimal(20)
_LONGEST_LINK = 6
_APOSTROPHES = frozenset({"'", "’"})
#: Words between the noun of a movement and the amount that it was of ("an increase in the surplus of").
_LONGEST_HEAD = 8
#: Rules of amounts whose unit is nobody else's.
_WORDED = frozenset({"fraction", "multiple", "one of a unit"})
_LIST_LIMIT = Decimal(1000)
_RELATIVE = frozenset({"percent", "percentage_points"})
_SHARED_KINDS = frozenset({"percent", "percentage_points", "money", "quantity", "times", "count"})


def settle(tokens: Tokens, vocabulary: Vocabulary, amounts: Sequence[Amount]) -> list[Amount]:
    """The amounts with ranges joined and shared units handed back, in order."""
    settled: list[Amount] = []
    for amount in reversed(amounts):
        following = settled[-1] if settled else None
        if following is None:
            settled.append(amount)
            continue
        joined = _join(tokens, vocabulary, amount, following)
        if joined is None:
            settled.append(amount)
        else:
            settled[-1] = joined
    settled.reverse()
    return settled


def _join(tokens: Tokens, vocabulary: Vocabulary, a: Amount, b: Amount) -> Amount | None:
    """The range of two neighbours; None where they stay apart (their shared unit is handed back all the same)."""
    if b.upper is not None and not (a.unit is None and a.reach == b.first - 1):
        return None
    if not 0 < b.first - a.reach <= _LONGEST_LINK:
        return None
    if _changes(tokens, vocabulary, a, b):
        if a.unit is not None and b.unit is not None and a.unit.startswith(f"{b.unit}_per_"):
            # "每公斤由1.3美元涨到1.6美元"
            b.unit = a.unit
        bare = a.unit is None and a.scale == ONE < b.scale and a.value <= _written(b) * _FAR
        if _share(a, b, ends=True) or a.unit == b.unit:
            if bare and a.scale == ONE and a.value * _FAR < b.value:
                # "с 300 до 150 тысяч долларов": both are thousands.
                a.rescale(b.scale)
            b.changed_from = a
        return None
    k = a.reach
    if tokens.words[k] == "-" and tokens.glued(k) and b.hyphened and tokens.words[k + 1][0].isalpha():
        # "40- to 80-seat jets"
        k += 1
    link = tokens.words[k]
    k += 1
    aside = link == ","
    if link == "," and tokens.words[k] in vocabulary.words["list_joiners"]:
        link, k = tokens.words[k], k + 1
    # A hedge on the second ("from 3 to about 5 percent") stands between the link and the number.
    hedge = hedge_before(tokens, vocabulary, b.first)
    if k != b.first and not (hedge is not None and hedge[1] == k):
        return None
    opening = _opening(tokens, vocabulary, a)
    if b.upper is not None:
        return None
    if link in vocabulary.words["range_and"] and opening in vocabulary.words["between"]:
        return _range(a, b)
    unlike = a.scale == ONE < b.scale and a.numeral.form != b.numeral.form
    if aside and link in vocabulary.words["range_words"] and unlike:
        # "Four doses each and each woman two, or 4 million in all": so many again, all told.
        return None
    if link in vocabulary.words["range_words"] and not (aside and a.kind == "money"):
        # "195 euros, or 310 euros with wine" are two prices.
        return _linked(tokens, vocabulary, a, b, link, opening)
    if aside and a.first > 1 and tokens.words[a.first - 1] == "s" and tokens.words[a.first - 2] in _APOSTROPHES:
        # "Double May's 16,800, and 1,300 kg of antibiotics": another time's number of what stands before.
        return None
    if link in vocabulary.words["list_joiners"] or (link == "," and b.shared):
        _share(a, b, ends=False)
    elif link in vocabulary.words["of"] and a.unit is None and b.kind == "count" and a.scale == ONE == b.scale:
        # "46 of 63 deputies"
        a.unit, a.kind, a.noun, a.rule = b.unit, b.kind, b.noun, b.rule
    return None


def _opening(tokens: Tokens, vocabulary: Vocabulary, a: Amount) -> str:
    """The word that opens a pair, before a hedge on its first number."""
    hedge = hedge_before(tokens, vocabulary, a.first)
    return tokens.words[(hedge[1] if hedge is not None else a.first) - 1]


def _linked(tokens: Tokens, vocabulary: Vocabulary, a: Amount, b: Amount, link: str, opening: str) -> Amount | None:
    moved = (
        _moves(vocabulary, a, b, opening) or _moved_of(tokens, vocabulary, a, b) or _says_again(tokens, vocabulary, a)
    )
    if link in vocabulary.words["to_links"] and moved:
        return None
    if opening in vocabulary.words["east_change_ends"] and a.unit == b.unit != "percent" and not a.shared:
        # "下降250万公斤至2554万公斤": by how much, and to what.
        return None
    listing = link in vocabulary.words["list_joiners"]
    if listing and not a.value < _written(b) * (b.scale if a.scale > ONE else ONE) <= max(a.value, ONE) * _OR_SPREAD:
        _share(a, b, ends=False)
        return None
    return _range(a, b)


def _moves(vocabulary: Vocabulary, a: Amount, b: Amount, opening: str) -> bool:
    """Whether a difference and a level follow a verb ("fell by 2 million to 14 million"), no two ends."""
    whole = a.unit is not None or a.scale > ONE or b.unit is None
    return whole and (opening in vocabulary.words["by_words"] or opening in vocabulary.words["change_words"])


def _moved_of(tokens: Tokens, vocabulary: Vocabulary, a: Amount, b: Amount) -> bool:
    """ "An increase in the surplus of $0.8 billion to $22.4 billion": too far apart for two ends of one figure."""
    if a.unit is None or a.unit in _RELATIVE or b.value <= a.value * _OR_SPREAD:
        return False
    hedge = hedge_before(tokens, vocabulary, a.first)
    k = (hedge[1] if hedge is not None else a.first) - 1
    if tokens.words[k] not in vocabulary.words["of"]:
        return False
    before = tokens.words[max(0, k - _LONGEST_HEAD) : k]
    return any(word in vocabulary.words["fraction_nouns"] for word in before)


def _says_again(tokens: Tokens, vocabulary: Vocabulary, a: Amount) -> bool:
    """ "Rose by 15 percent or $244 million to $1.86 billion": a difference told twice, and no first end."""
    hedge = hedge_before(tokens, vocabulary, a.first)
    k = (hedge[1] if hedge is not None else a.first) - 1
    if tokens.words[k] not in vocabulary.words["list_joiners"] or a.unit in _RELATIVE:
        return False
    k -= tokens.words[k - 1] == ","
    found = vocabulary.units.before(tokens.words, k)
    return found is not None and found[0].kind == "percent"


def _changes(tokens: Tokens, vocabulary: Vocabulary, a: Amount, b: Amount) -> bool:
    """Whether two numbers are the ends of a change ("from 18 to 25 percent", "18%에서 25%로"), not of a range."""
    words = tokens.words
    if _leads(tokens, vocabulary, vocabulary.phrases["plain_change_links"].at(words, a.reach), b):
        return True
    if not _leads(tokens, vocabulary, vocabulary.phrases["change_links"].at(words, a.reach), b):
        return False
    hedge = hedge_before(tokens, vocabulary, a.first)
    k = (hedge[1] if hedge is not None else a.first) - 1
    if words[k] not in vocabulary.words["from"] or words[k - 1] in vocabulary.words["change_not_before"]:
        return False
    needed = vocabulary.words["from_after"]
    return not needed or words[k - 1] in needed


def _leads(tokens: Tokens, vocabulary: Vocabulary, link: tuple[bool, int] | None, b: Amount) -> bool:
    """Whether a link ends where the second number, or a hedge on it, begins."""
    if link is None:
        return False
    hedge = hedge_before(tokens, vocabulary, b.first)
    return link[1] == b.first or (hedge is not None and hedge[1] == link[1])


def _written(b: Amount) -> Decimal:
    """The number before its scale and its unit: 5 in "5 million", 400 in "400 tomans"."""
    return b.value / b.scale / b.unit_factor


def _range(a: Amount, b: Amount) -> Amount | None:
    if b.unit is None and "_per_" in (a.unit or ""):
        return None
    rises = a.value * (b.unit_factor if a.unit is None else ONE) < b.value or (
        a.scale > ONE == b.scale and a.unit is not None
    )
    if b.kind == "percent" and not rises:
        # "Led 50.6 to 48.1 percent".
        _share(a, b, ends=True)
    if not rises or not (_share(a, b, ends=True) or a.unit == b.unit) or a.value >= b.value:
        return None
    a.upper = b.value
    a.unit, a.kind, a.noun, a.rule = b.unit, b.kind, b.noun or a.noun, b.rule or a.rule
    a.last, a.reach, a.hyphened = b.last, b.reach, b.hyphened
    a.numeral.marked = a.numeral.marked or b.numeral.marked
    return a


def _share(a: Amount, b: Amount, *, ends: bool) -> bool:
    """Hand a unit and a scale from one number to the other where one is bare; whether the two now agree.

    `ends`: the two are ends of one range or change, so that the first takes the second's scale only if it stays the
    smaller number ("$3-5 million"); in a list ("18 and 25 million tonnes") it always does.
    """
    bare = a.unit is None
    if a.unit is None and b.unit is not None:
        large = a.scale > ONE or (not ends and a.value >= _LIST_LIMIT)
        if b.kind not in _SHARED_KINDS or b.rule in _WORDED or (b.unit in _RELATIVE and large):
            # "92 million, or 26.5 percent", "140,000, or 20 percent": nobody lists so many percent.
            return False
        a.unit, a.kind, a.noun, a.hyphened = b.unit, b.kind, b.noun, b.hyphened
        a.rule, a.shared = b.rule, True
        a.unit_factor = b.unit_factor
        a.rescale(b.unit_factor)
    elif ends and a.unit is not None and b.unit is not None and b.unit.startswith(f"{a.unit}_per_"):
        if a.value >= b.value * _LIST_LIMIT:
            # "Sold for $6.2 million - $0.90 a kilo": a sum, and what one was.
            return False
        a.unit = b.unit
    elif b.unit is None and a.unit is not None and ((a.kind == "money" and ends) or a.rule == "age"):
        b.unit, b.kind, b.rule = a.unit, a.kind, a.rule
    elif a.unit != b.unit or (not ends and a.kind == "money"):
        return False
    if b.numeral.form == "vague" or not (bare or ends):
        # "67 firefighters and scores of volunteers": what has a noun of its own has its own scale.
        return True
    if a.scale == ONE < b.scale and _written(a) < (abs(_written(b)) if ends else _LIST_LIMIT):
        a.rescale(b.scale)
    return True
