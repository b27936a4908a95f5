"""The words of figures: the YAML tables under `lang/`, merged for one reading language and indexed for look-up.

A reader of Latin script works in one language at a time, with the signs of `figures_base.yml`. The tables of Korean,
Chinese, Japanese and Russian cannot be mistaken for it and are always on, so that a quoted "14억 달러" is read too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any

from tidewaiter.claims.numbers.decided import Decision, decisions
from tidewaiter.claims.numbers.phrases import Phrases
from tidewaiter.reference import tables
from tidewaiter.reference.units import unit, unit_ids

#: Languages of Latin script with a table of their own.
LATIN = ("en", "de", "es", "fr")
#: Languages whose script sets them apart; Japanese is read in place of Chinese, whose characters it shares.
OTHER_SCRIPTS = ("ko", "zh", "ja", "ru")
#: Languages that write a decimal comma, with or without a table.
COMMA_LANGUAGES = frozenset(
    ("fr", "de", "es", "it", "pt", "nl", "ru", "uk", "be", "bg", "pl", "cs", "sk", "sl", "hr", "sr", "ro", "hu", "fi",
     "sv", "da", "nb", "no", "tr", "id", "vi", "el", "ca", "lt", "lv", "et", "kk", "is")
)  # fmt: skip


#: Other demonyms are adjectives only ("French", "Danish").
_DEMONYM_ENDS = ("n", "ns", "i", "is", "o", "os", "ese")

#: Number words of East Asian scripts: digits, powers below 10,000, powers above, and native Korean numbers.
EAST_GROUPS = ("east_digits", "east_tens", "east_small", "east_big", "east_native")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as figures carry it: its canonical name, and what sort of thing it is.

    `kind`: money, percent, percentage_points, basis_points, times, quantity, duration, counted or singular. `factor`
    turns what is written into the unit ("50 cents" is 0.5 USD). `fussy` units need their place: glued, or as written.
    """

    name: str
    kind: str
    factor: Decimal = Decimal(1)
    fussy: str = ""


@dataclass(frozen=True, slots=True)
class Hedge:
    """A hedge: the qualifier it gives, and whether it keeps close to the number ("just over")."""

    qualifier: str
    near: bool = False


@dataclass(slots=True)
class Vocabulary:
    """Everything the readers look up, for one language."""

    language: str
    decimal_comma: bool
    noun_rule: str = "s"
    words: dict[str, frozenset[str]] = field(default_factory=lambda: defaultdict(frozenset))
    values: dict[str, dict[str, Decimal]] = field(default_factory=lambda: defaultdict(dict))
    units: Phrases[Unit] = field(default_factory=Phrases)
    money_before: Phrases[str] = field(default_factory=Phrases)
    hedges_before: Phrases[Hedge] = field(default_factory=Phrases)
    hedges_after: Phrases[Hedge] = field(default_factory=Phrases)
    rates: Phrases[str] = field(default_factory=Phrases)
    rate_adverbs: Phrases[str] = field(default_factory=Phrases)
    rates_before: Phrases[str] = field(default_factory=Phrases)
    units_before: Phrases[str] = field(default_factory=Phrases)
    decided: Phrases[tuple[Decision, ...]] = field(default_factory=Phrases)
    cased: dict[str, tuple[str, Decimal]] = field(default_factory=dict)
    rate_adjectives: dict[str, str] = field(default_factory=dict)
    counted: Phrases[Unit] = field(default_factory=Phrases)
    singular: Phrases[Unit] = field(default_factory=Phrases)
    phrases: dict[str, Phrases[bool]] = field(default_factory=lambda: defaultdict(Phrases))
    starters: frozenset[str] = frozenset()
    shared: dict[str, dict[str, str]] = field(default_factory=dict)
    codes: frozenset[str] = frozenset()
    wordlike: frozenset[str] = frozenset()

    def has(self, group: str, word: str) -> bool:
        """Whether a word belongs to a group of words."""
        return word in self.words[group]

    def value(self, group: str, word: str) -> Decimal | None:
        """What a word is worth in a group of number words."""
        return self.values[group].get(word)


def _items(text: str | list[Any] | None) -> list[str]:
    """The entries of a comma list ("tons, metric tons"); a comma inside quotes of a number list is kept by \\n."""
    if text is None:
        return []
    if isinstance(text, list):
        return [str(entry) for entry in text]
    return [entry for entry in (part.strip().strip('"') for part in text.split(", ")) if entry]


def _table(name: str) -> dict[str, Any]:
    import yaml

    text = (resources.files("tidewaiter.claims") / "lang" / name).read_text(encoding="utf-8")
    # The safe loader written in C, where it is there, reads these tables ten times faster.
    table = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    assert isinstance(table, dict)
    return table


def _numbers(table: Mapping[str, Any] | None) -> dict[str, Decimal]:
    return {str(word).lower(): Decimal(str(value)) for word, value in (table or {}).items()}


def _add_money(vocabulary: Vocabulary, table: Mapping[str, Any]) -> None:
    for sign, code in table.get("before", {}).items():
        vocabulary.money_before.add(sign, code)
    for code, forms in table.get("after", {}).items():
        for form in _items(forms):
            vocabulary.units.add(form, Unit(code, "money"))
    for name, factor in (("hundredths", Decimal("0.01")), ("tens", Decimal(10))):
        for code, forms in table.get(name, {}).items():
            for form in _items(forms):
                vocabulary.units.add(form, Unit(code, "money", factor))


def _add_units(vocabulary: Vocabulary, table: Mapping[str, Any]) -> None:
    for kind in ("percent", "percentage_points"):
        for form in _items(table.get(kind)):
            vocabulary.units.add(form, Unit(kind, kind))
    for form in _items(table.get("basis_points")):
        vocabulary.units.add(form, Unit("percentage_points", "percentage_points", Decimal("0.01")))
    for group, forms_of in table.get("units", {}).items():
        for name, forms in forms_of.items():
            for form in _items(forms):
                if group == "none":
                    vocabulary.units.add(form, Unit("", "none"))
                elif group in _FACTORS:
                    kind = "percent" if name == "percent" else "quantity"
                    vocabulary.units.add(form, Unit(name, kind, _FACTORS[group]))
                elif group == "spaced":
                    vocabulary.units.add(form, Unit(name, "quantity", fussy=form))
                elif group == "glued":
                    kind = "times" if name == "times" else "duration" if name in _CLOCK else "quantity"
                    kind, code, factor = (
                        ("money", "GBP", Decimal("0.01")) if name == "pence" else (kind, name, Decimal(1))
                    )
                    vocabulary.units.add(form, Unit(code, kind, factor, fussy="glued"))
                else:
                    vocabulary.units.add(form, Unit(name, group))
    for form in _items(table.get("times")):
        vocabulary.units.add(form, Unit("times", "times"))


_FACTORS = {"tens": Decimal(10), "thousands": Decimal(1000), "millions": Decimal(10**6), "billions": Decimal(10**9)}
_CLOCK = frozenset({"seconds", "minutes", "hours"})


def _add_hedges(vocabulary: Vocabulary, table: Mapping[str, Any]) -> None:
    for phrases, place in ((vocabulary.hedges_before, "before"), (vocabulary.hedges_after, "after")):
        for key, forms in table.get(place, {}).items():
            qualifier, _, near = key.partition(" ")
            for form in _items(forms):
                phrases.add(form, Hedge(qualifier, bool(near)))


def _add_rates(vocabulary: Vocabulary, table: Mapping[str, Any]) -> None:
    for form, name in table.get("units", {}).items():
        vocabulary.rates.add(form, name)
    for form, name in table.get("adverbs", {}).items():
        vocabulary.rate_adverbs.add(form, name)
    for form, name in table.get("before", {}).items():
        vocabulary.rates_before.add(form, name)
    vocabulary.rate_adjectives.update(table.get("adjectives", {}))


def _merge(vocabulary: Vocabulary, table: Mapping[str, Any]) -> None:
    vocabulary.noun_rule = table.get("noun_rule", vocabulary.noun_rule)
    for group, entries in (table.get("words") or {}).items():
        vocabulary.words[group] |= {entry.lower() for entry in _items(entries)}
    for group, numbers in (table.get("values") or {}).items():
        vocabulary.values[group].update(_numbers(numbers))
    for group, entries in (table.get("phrases") or {}).items():
        for entry in _items(entries):
            vocabulary.phrases[group].add(entry, True)
    _add_units(vocabulary, table)
    _add_money(vocabulary, table.get("currencies") or {})
    _add_hedges(vocabulary, table.get("hedges") or {})
    _add_rates(vocabulary, table.get("per") or {})
    for name, forms in (table.get("counted") or {}).items():
        for form in _items(forms):
            vocabulary.counted.add(form, Unit(name, "counted"))
    for name, forms in (table.get("singular") or {}).items():
        for form in _items(forms):
            vocabulary.singular.add(form, Unit(name, "counted"))
    for form, choices in (table.get("decided") or {}).items():
        vocabulary.decided.add(form, decisions(choices))
    for form, name in (table.get("units_before") or {}).items():
        vocabulary.units_before.add(form, name)
    vocabulary.cased.update(
        {form: (name, Decimal(factor)) for form, (name, factor) in (table.get("cased") or {}).items()}
    )
    vocabulary.shared.update(table.get("shared") or {})
    codes = _items((table.get("currencies") or {}).get("codes"))
    wordlike = _items((table.get("currencies") or {}).get("wordlike"))
    vocabulary.codes |= {code.lower() for code in codes}
    vocabulary.wordlike |= {code.lower() for code in wordlike}


def _starters(vocabulary: Vocabulary) -> Iterator[str]:
    for group in ("numbers", "scales", "vague", "denominators", "sure_fractions", "multiples", *EAST_GROUPS):
        yield from vocabulary.values[group]
    # Every syllable is a token of its own: "다섯" begins at "다".
    yield from {word[0] for word in vocabulary.values["east_native"]}
    for group in ("half", "sure_half", "halves", "zero_words", "zero_none", "zero_single", "east_vague"):
        yield from vocabulary.words[group]
    for group in ("east_half", "east_half_led", "east_double", "east_doubled", "east_percent"):
        yield from vocabulary.phrases[group].firsts()
    yield from "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"


def _add_known_nouns(made: Vocabulary) -> None:
    """English nouns that the table of units knows by name and the vocabulary does not; goods are counted in units."""
    for name in unit_ids():
        known = unit(name)
        if known.dimension == known.id and name.islower() and "_" not in name:
            for phrases, form in ((made.counted, name), (made.singular, known.singular)):
                words = (form, "\n")
                if form in made.words["goods_nouns"]:
                    continue
                if phrases.at(words, 0) is None and made.units.at(words, 0) is None:
                    phrases.add(form, Unit(name, "counted"))


def _add_peoples(made: Vocabulary) -> None:
    """ "Eight Ugandans", "1.4 million Sudanese" are people: the demonyms of every country."""
    for row in tables.rows("country_words.csv"):
        if row["kind"] != "demonym" or row["language"] != "en":
            continue
        for word in row["words"].lower().split("|"):
            people = word if word.endswith(("s", "ese")) else f"{word}s"
            ends = word.endswith(_DEMONYM_ENDS)
            if ends and made.counted.at((*people.split(), "\n"), 0) is None:
                made.counted.add(people, Unit("people", "counted"))


@cache
def vocabulary(language: str) -> Vocabulary:
    """The vocabulary for a language tag ("en", "pt-BR"); English words where there is no table of its own."""
    short = language.lower().replace("_", "-").partition("-")[0]
    made = Vocabulary(short, short in COMMA_LANGUAGES)
    _merge(made, _table("figures_base.yml"))
    tables = [other for other in OTHER_SCRIPTS if other != short and other != ("zh" if short == "ja" else "ja")]
    tables.append(short if short in LATIN else "en")
    if short in OTHER_SCRIPTS:
        tables.append(short)
    for name in tables:
        _merge(made, _table(f"figures_{name}.yml"))
    _add_known_nouns(made)
    _add_peoples(made)
    made.starters = frozenset(_starters(made))
    return made
