"""What one currency costs in another: "8,250 won to the dollar", "one dollar was trading at 8,400 won"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cache

from tidewaiter.claims.changes.elided import currency, is_bare
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.numbers.tokens import BREAK
from tidewaiter.claims.numbers.vocabulary import vocabulary
from tidewaiter.claims.words.lexicon import words

#: Nobody who names no other means another dollar by "to the dollar".
_DOLLARS = {"$": "USD"}
#: Characters from the currency that is sold to what is paid for it.
_HEAD = 60
#: More than any money of which one of another costs so much.
_MOST = 10_000_000
#: "The manat trades at", "the rial fell to", before how much of it buys one of another; characters that it takes.
_TRADES = re.compile(
    r"\b[Tt]he (?:[A-Z][a-z]+ )?([a-z]{3,9}) (?:has |had |was |is )?(?:now |still )?"
    r"(?:trad(?:es|ed|ing)|f[ae]ll(?:en)?|slid|slipped|weakened|rose|strengthened|stood|stands|changed hands|quoted)"
    r" (?:at|to|for)(?: (?:about|around|some|nearly|just|a record))* ?\Z"
)
_NAMED = 64
_BARE = ("_per_dollar", "_per_yuan")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    sold, then, verbs, leads = (
        "|".join(sorted(words(name))) for name in ("exchanged", "exchanged_then", "exchanging", "exchanging_by")
    )
    one = rf"(?:U\.?S\.? |American |Chinese )?({sold})"
    # What is paid for one, behind the amount; "$4 million to the euro zone" and "for yuan bonds" were paid for none.
    behind = re.compile(
        rf" ?(?:(?:to|against|for) (?:the |one |an? |each |1 ?)|(?:per|/) ?(?:the |one |an? |each |1 ?)?){one}"
        rf"(?![-–\w]| (?!(?:{then})\b)\w)",
        re.IGNORECASE,
    )
    # … and before it, with a verb of trade between them.
    ahead = re.compile(
        rf"\b(?:the|one|an?|each|1) {one}(?: in [a-z]+)?(?: (?:{leads})){{0,2}} (?:{verbs})"
        r"(?: (?:about|around|some|nearly|for|at|to|as|low|high|much)){0,4} ?\Z",
        re.IGNORECASE,
    )
    return behind, ahead


def tells(said: Collection[str]) -> bool:
    """Whether a text names a currency that others are told in, by its name alone."""
    return not words("exchanged").isdisjoint(said)


def exchanged(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """The figures of a sentence; an amount that buys one of another currency is so much per that."""
    found = list(figures)
    behind, ahead = _patterns()
    one: set[int] = set()
    for n, paid in enumerate(figures):
        if is_bare(paid) and (money := _named_before(text, paid)) is not None:
            paid = found[n] = replace(paid, unit=money, kind="money", rule=f"{paid.rule}, of the currency named before")
        if paid.kind != "money" or paid.value >= _MOST:
            continue
        sold = behind.match(text, paid.end)
        if sold is None and paid.unit.endswith(_BARE):
            found[n] = replace(
                paid, unit=f"{paid.unit.partition('_per_')[0]}_per_{_code(paid.unit.rpartition('_')[2])}"
            )
            continue
        if sold is None:
            last = figures[n - 1] if n else None
            start = max(0, paid.begins - _HEAD)
            one_before = last is not None and last.kind == "money" and last.value == 1
            if last is not None and not one_before:
                start = max(start, last.end)
            sold = ahead.search(text, start, paid.start)
            if sold is not None and one_before and last is not None and last.start >= sold.start():
                one.add(n - 1)
        code = None if sold is None else _code(sold[1].lower())
        if code is not None and code != paid.unit and "_per_" not in paid.unit:
            found[n] = replace(paid, unit=f"{paid.unit}_per_{code}", rule=f"{paid.rule}, for one of a currency")
    return [figure for n, figure in enumerate(found) if n not in one]


def _named_before(text: str, figure: Figure) -> str | None:
    """ "The manat trades at 19.5 to the dollar": the currency of a bare number that buys one of another."""
    sold = _patterns()[0].match(text, figure.end)
    told = _TRADES.search(text, max(0, figure.begins - _NAMED), figure.begins) if sold is not None else None
    code = None if told is None else currency(text, told[1], told.start())
    return code if code is not None and code.isupper() else None


def _code(word: str) -> str | None:
    unit = vocabulary("en").units.at((word, BREAK), 0)
    return None if unit is None else _DOLLARS.get(unit[0].name, unit[0].name)
