"""Figures of a text: every number that says how much, how many or what share, with its exact span.

The cascade: tokens, masks (what is no figure), numerals, amounts (currency, unit, noun, rate), ranges and lists,
hedges and intervals. Rules and word lists only; the text is never rewritten.
"""

from __future__ import annotations

from decimal import Decimal

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.numbers.amount import Amount
from tidewaiter.claims.numbers.amounts import AmountReader
from tidewaiter.claims.numbers.east import EastReader
from tidewaiter.claims.numbers.fractions import FractionReader
from tidewaiter.claims.numbers.general import GeneralReader
from tidewaiter.claims.numbers.hedges import bounds, estimated_later, hedge_after, hedge_before, rounding
from tidewaiter.claims.numbers.masks import mask
from tidewaiter.claims.numbers.neighbours import agree, cents, coins
from tidewaiter.claims.numbers.nouns import Nouns
from tidewaiter.claims.numbers.numeral import ONE, ZERO, Numeral
from tidewaiter.claims.numbers.numerals import NumeralReader
from tidewaiter.claims.numbers.ranges import settle
from tidewaiter.claims.numbers.screen import CELL, Screen
from tidewaiter.claims.numbers.surroundings import Surroundings
from tidewaiter.claims.numbers.tokens import Tokens, holds_east, tokenize
from tidewaiter.claims.numbers.unit_names import UnitNames
from tidewaiter.claims.numbers.vocabulary import Hedge, Vocabulary, vocabulary
from tidewaiter.claims.numbers.zeros import ZeroReader, bare_zero_unit
from tidewaiter.claims.reading.datelines import inside
from tidewaiter.claims.tables.stated_units import stated_units
from tidewaiter.claims.tables.tables import headed
from tidewaiter.documents.document import Body

_EXACT = Hedge("exact")
_APPROX = Hedge("approx")
_VAGUE = Hedge("at_least")


def figures(body: Body, *, language: str, beside: str = "") -> tuple[Figure, ...]:
    """The figures of a body that are claims about the world, in order; offsets are into `body.text`.

    Ages, spans of time that only date something and scores are left out, and so are plain whole numbers in tables of
    which nothing says what they are in. `language` is a tag like "en" or "pt-BR"; `beside` is what stands above the
    article and may say whose currency it writes.
    """
    read = _read(body.text, language, cells=True, beside=beside)
    # "(단위: 백만 달러)" says what a table is in, and tells no amount.
    stated = [(unit.start, unit.end) for unit in stated_units(body.text)]
    read = [(f, claim) for f, claim in read if not inside(f.start, stated)] if stated else read
    told = headed(body, [figure for figure, claim in read if claim or figure.rule == CELL])
    return tuple(figure for figure in told if figure.rule != CELL)


def quantities(text: str, *, language: str = "en") -> tuple[Figure, ...]:
    """Every quantity of a text on any subject: what `figures` gives, and ages, spans of time and bare counts too.

    Things counted by a noun without a unit of its own carry that noun as their unit ("5 goals" is goals).
    """
    return tuple(figure for figure, _ in _read(text, language, general=True))


def _read(
    text: str, language: str, *, general: bool = False, cells: bool = False, beside: str = ""
) -> list[tuple[Figure, bool]]:  # fmt: skip
    words = vocabulary(language)
    tokens = tokenize(text)
    return _Reading(tokens, words, general=general, cells=cells, beside=beside).figures()


class _Reading:
    """One text being read."""

    def __init__(self, tokens: Tokens, words: Vocabulary, *, general: bool, cells: bool, beside: str) -> None:
        self._tokens = tokens
        self._vocabulary = words
        self._cells = cells
        around = Surroundings(tokens, words, beside)
        nouns = Nouns(around)
        self._amounts = AmountReader(around, nouns)
        # In general reading "a minute" is a figure too.
        self._general = GeneralReader(around, nouns, self._amounts.rates) if general else None
        starters = words.starters if self._general is None else words.starters | self._general.starts()
        self._anchors = [i for i, word in enumerate(tokens.words) if word in starters or word[0].isdecimal()]
        mask(around, self._anchors, general=general)
        self._codes = around.codes
        self._numerals = NumeralReader(tokens, words)
        self._east = EastReader(tokens, words) if holds_east(tokens.text) else None
        self._fractions = FractionReader(tokens, words)
        self._zeros = ZeroReader(tokens, words, nouns)
        self._screen = Screen(tokens, words)
        self._names = UnitNames(tokens, general=general)

    def figures(self) -> list[tuple[Figure, bool]]:
        amounts: list[Amount] = []
        end, noun = 0, (0, 0)
        for i in self._anchors:
            # A number inside the noun that is counted ("15 three-pointers") is no other figure.
            if i < end or self._codes[i] or noun[0] <= i < noun[1]:
                continue
            amount = self._amount(i, end)
            if amount is not None:
                amounts.append(amount)
                end = max(end, amount.last)
                noun = amount.noun or (0, 0)
        found = []
        settled = settle(self._tokens, self._vocabulary, coins(self._tokens, self._vocabulary, amounts))
        cents(self._tokens, settled)
        agree(self._tokens, self._amounts.rates, settled)
        taken = 0
        for amount in settled:
            if amount.first < taken:
                # "$2-3 a dozen": what the price is of is no other figure.
                continue
            self._bare_zero(amount, amounts)
            if amount.upper is not None:
                self._amounts.rates.take(amount)
            taken = max(taken, amount.last)
            verdict = self._screen.judge(amount)
            if verdict is None or not (verdict or self._general or (self._cells and amount.rule == CELL)):
                continue
            found.append((self._figure(amount), verdict))
        return found

    def _amount(self, i: int, end: int) -> Amount | None:
        word = self._tokens.words[i]
        vocabulary_ = self._vocabulary
        if word in vocabulary_.words["zero_none"] or word in vocabulary_.words["zero_single"]:
            return self._zeros.read(i)
        if word in vocabulary_.words["zero_one"] and (none := self._zeros.read(i)) is not None:
            return none
        east = self._east
        share = None if east is None else east.fraction(i)
        if share is not None and share.first >= end:
            return self._share(share)
        numeral = (east and east.read(i)) or self._numerals.read(i)
        if numeral is not None:
            if numeral.first < end or any(self._codes[numeral.first : numeral.last]):
                return None
            fraction = self._fractions.after(numeral)
            if fraction is not None:
                return self._share(fraction)
            amount = self._amounts.read(numeral, end)
            if self._general is not None:
                self._general.lone(amount)
            return amount
        fraction = self._fractions.at(i)
        if fraction is not None and fraction.first >= end:
            return self._share(fraction)
        multiple = self._fractions.multiple(i)
        if multiple is not None:
            return self._share(multiple)
        return self._general.read(i) if self._general is not None and i >= end else None

    def _share(self, numeral: Numeral) -> Amount:
        """A fraction or multiple; "half a percentage point" and "a third of a tonne" are amounts of the unit."""
        amount = Amount(
            numeral.first, numeral.last, numeral, numeral.value, numeral.step,
            unit="times" if numeral.form == "multiple" else "percent",
            kind="percent" if numeral.form == "percent" else "times",
            rule=numeral.form, reach=numeral.last,
        )  # fmt: skip
        words, k = self._tokens.words, numeral.last
        if numeral.form == "fraction":
            k += words[k] in self._vocabulary.words["of"]
            if words[k] in self._vocabulary.words["articles"]:
                unit = self._vocabulary.units.at(words, k + 1)
                if unit is not None and unit[0].kind in {"percent", "percentage_points", "quantity", "duration"}:
                    amount.value, amount.step = amount.value / 100, amount.step / 100
                    amount.unit, amount.last, amount.reach = unit[0].name, unit[1], unit[1]
                    amount.kind = "quantity" if unit[0].kind == "duration" else unit[0].kind
                    amount.rule = "duration" if unit[0].kind == "duration" else "part"
        return amount

    def _bare_zero(self, amount: Amount, amounts: list[Amount]) -> None:
        if amount.value == ZERO and amount.kind in {"bare", "count"} and amount.numeral.form == "words":
            if amount.unit is None:
                amount.unit = bare_zero_unit(self._tokens, self._vocabulary, amount, amounts)
                amount.rule = "zero"
            amount.kind = "zero"

    def _figure(self, amount: Amount) -> Figure:
        tokens = self._tokens
        before = hedge_before(tokens, self._vocabulary, amount.first)
        after = hedge_after(tokens, self._vocabulary, amount.last)
        if after is None and amount.reach > amount.last:
            after = hedge_after(tokens, self._vocabulary, amount.reach)
        hedge, place = _EXACT, None
        if before is not None and before[0].qualifier != "exact":
            hedge, place = before[0], (tokens.starts[before[1]], tokens.ends[before[2] - 1])
        elif after is not None:
            hedge, place = after[0], (tokens.starts[after[1]], tokens.ends[after[2] - 1])
        elif amount.numeral.hedge:
            hedge = Hedge(amount.numeral.hedge)
        elif amount.numeral.form == "vague":
            hedge = _VAGUE
        elif amount.numeral.form == "some" or estimated_later(tokens, self._vocabulary, amount.reach):
            hedge = _APPROX
        last = amount.last
        if after is not None and after[1] == amount.last and not tokens.words[after[1]][0].isalpha():
            last = after[2]
        low, high, qualifier = self._interval(amount, hedge)
        noun = amount.noun
        first_figure = amount.changed_from
        return Figure(
            start=tokens.starts[amount.first],
            end=tokens.ends[last - 1],
            value=amount.value,
            low=low,
            high=high,
            unit=self._names.of(amount),
            kind="count" if amount.kind == "bare" else amount.kind,
            qualifier=qualifier,
            upper=amount.upper,
            noun=None if noun is None else (tokens.starts[noun[0]], tokens.ends[noun[1] - 1]),
            hedge=place,
            changed_from=None
            if first_figure is None
            else (tokens.starts[first_figure.first], tokens.ends[first_figure.last - 1]),
            rule=amount.rule or amount.kind,
        )

    def _interval(self, amount: Amount, hedge: Hedge) -> tuple[Decimal | None, Decimal | None, str]:
        if amount.upper is not None:
            return amount.value, amount.upper, "between"
        slack = self._slack(amount)
        low, high = bounds(amount.value, slack, hedge)
        return low, high, hedge.qualifier

    def _slack(self, amount: Amount) -> Decimal:
        """How far rounding reaches: nothing for small counts in words or to the last digit."""
        if amount.value == ZERO and amount.kind == "zero":
            return ZERO
        if amount.numeral.form in {"fraction", "multiple"}:
            return amount.step / 2
        counts = amount.kind in {"count", "bare"}
        if counts and amount.scale == ONE and (amount.value % 10 != 0 or abs(amount.value) < 100):
            return ZERO
        # "$100.0 million": who writes decimals has rounded to those.
        mark = "," if self._vocabulary.decimal_comma else "."
        decimals = mark in self._tokens.words[amount.numeral.first][1:-1]
        whole = amount.kind not in {"percent", "percentage_points"} and not decimals
        return rounding(amount.value, amount.step, whole=whole)
