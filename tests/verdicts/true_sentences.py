"""True sentences by the hundred: templates filled with figures of the embedded book, and with what follows from them.

`python tests/verdicts/true_sentences.py` prints every figure that is called wrong, and the measures.
"""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

import yaml

from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text
from tidewaiter.ledger.store import Ledger, open_ledger
from tidewaiter.sources.press import EMBEDDED
from tidewaiter.verdicts.check import Checked, check

_TEMPLATES = Path(__file__).parent / "bench" / "true_sentences.yml"
_SLOT = re.compile(r"\{([^{}]+)\}")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
#: A template is filled with so many months, spread over the book.
FILLINGS = 5


@dataclass(frozen=True)
class Sentence:
    """A true text, the template it was made from, and the day it was published."""

    name: str
    text: str
    published: date


class MissingError(Exception):
    """The book has no figure for a slot."""


Figures = Mapping[tuple[str, str], Decimal]


@lru_cache(maxsize=1)
def embedded() -> Figures:
    """All goods between China and North Korea by flow and period, exact figures only, the newest where there are two."""
    with EMBEDDED.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["product"] == "total" and row["qualifier"] == "exact"]
    rows.sort(key=lambda row: row["known_on"])
    flows = {"export": "X", "import": "M", "trade": "T"}
    return {(flows[row["flow"]], row["period"]): Decimal(row["value"]) for row in rows}


def made_up(seed: int) -> Figures:
    """Two years of a trade that never was, complete: what a text says of it can only be checked against itself."""
    chance = random.Random(seed)
    size = Decimal(10) ** chance.choice((6, 7, 8))
    found: dict[tuple[str, str], Decimal] = {}
    for year in (2021, 2022):
        for month in range(1, 13):
            for flow, share in (("X", 1), ("M", chance.choice((Decimal("0.12"), Decimal("0.7"))))):
                value = size * share * Decimal(chance.uniform(0.5, 3))
                found[flow, f"{year}-{month:02d}"] = round(value / size, 3) * size
        for flow in "XM":
            for month in range(2, 13):
                months = (found[flow, f"{year}-{number:02d}"] for number in range(1, month + 1))
                found[flow, f"{year}-01/{year}-{month:02d}"] = sum(months, Decimal(0))
            found[flow, str(year)] = found[flow, f"{year}-01/{year}-12"]
    return found


def _value(book: Figures, figure: str, period: str) -> Decimal:
    if (figure, period) in book:
        return book[figure, period]
    if figure == "B" and ("X", period) not in book:
        return _value(book, "X", period) - _value(book, "M", period)
    one, other, sign = {"T": ("X", "M", 1), "X": ("T", "M", -1), "M": ("T", "X", -1), "B": ("X", "M", -1)}[figure]
    if (one, period) not in book or (other, period) not in book:
        raise MissingError(f"{figure} {period}")
    return book[one, period] + sign * book[other, period]


def _at(period: str, time: str) -> str:
    """The period that a slot's time means beside the sentence's own."""
    year, month = int(period[:4]), int(period[5:7] or 0)
    if time == "P":
        return f"{year - (month == 1)}-{(month - 2) % 12 + 1:02d}" if month else str(year - 1)
    if time == "Y":
        return f"{year - 1}-{month:02d}"
    if time.startswith("C"):
        if month < 2:
            raise MissingError("no stretch of months")
        year -= time == "C.Y"
        return f"{year}-01/{year}-{month:02d}"
    return period


def _money(value: Decimal, language: str, style: int) -> str:
    if language == "en":
        sign = ("$", "US$", "$")[style % 3]
        if value < 10**6:
            return f"{sign}{value:,.0f}"
        scale, word = (9, "billion") if value >= 10**9 else (6, "million")
        return f"{sign}{_plain(value.scaleb(-scale))} {word}"
    units = {"ko": ("억", "만", " 달러"), "zh": ("亿", "万", "美元")}[language]
    if style % 2 and value >= 10**8:
        return f"{_plain(value.scaleb(-8))}{units[0]}{units[2]}"
    eok, rest = divmod(value, 10**8)
    man = _plain(rest.scaleb(-4))
    return (f"{eok}{units[0]}" if eok else "") + (f"{man}{units[1]}" if rest else "") + units[2]


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _when(period: str, language: str, *, year: bool) -> str:
    number, month = period[:4], int(period[5:7])
    if language == "en":
        return f"{_MONTHS[month - 1]} {number}" if year else _MONTHS[month - 1]
    unit = {"ko": ("년 ", "월"), "zh": ("年", "月")}[language]
    return f"{number}{unit[0]}{month}{unit[1]}" if year else f"{month}{unit[1]}"


def _slot(book: Figures, slot: str, period: str, language: str, style: int) -> str:
    word, _, rest = slot.rpartition(" ")
    if not word and rest in ("month", "month+year", "year", "n", "m", "day"):
        word, rest = rest, ""
    if word in ("month", "month+year"):
        return _when(_at(period, rest), language, year=word == "month+year")
    if word == "year":
        return _at(period, rest)[:4]
    if word in ("n", "m"):
        number = int(period[5:7])
        words = ("", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "10", "11", "12")
        return words[number] if word == "n" else str(number)
    if word == "day":
        return "Wednesday"
    figure, _, time = rest.partition("@")
    value = _value(book, figure.removeprefix("C."), _at(period, time))
    if not word:
        return _money(value, language, style)
    if word == "share":
        return f"{value / _value(book, 'T', period) * 100:.1f}"
    now = _value(book, figure.removeprefix("C."), _at(period, "C" if figure.startswith("C.") else ""))
    rose = now >= value
    if word == "pct":
        return f"{abs(now / value - 1) * 100:.1f}"
    if word == "rose":
        return "rose" if rose else "fell"
    if word == "up":
        return "up" if rose else "down"
    return {"moved": "늘었다" if rose else "줄었다"}[word]


def _filled(book: Figures, template: str, period: str, language: str, style: int) -> str:
    return _SLOT.sub(lambda match: _slot(book, match[1], period, language, style), template).strip()


def _published(period: str) -> date:
    year, month = int(period[:4]), int(period[5:7] or 12)
    return date(year + month // 12, month % 12 + 1, 20)


def sentences(fillings: int = FILLINGS, *, book: Figures | None = None, names: str | None = None) -> Iterator[Sentence]:
    """Every template, filled with some months or years of a book (the embedded one), evenly spread.

    `names` is a pair of other countries that the same is said of, in English only.
    """
    book = book or embedded()
    loaded = yaml.safe_load(_TEMPLATES.read_text(encoding="utf-8"))
    others: dict[str, dict[str, str]] = loaded.pop("names")
    periods = sorted({period for _, period in book if "/" not in period})
    for kind, texts in loaded.items():
        language = kind if kind in ("ko", "zh") else "en"
        if names is not None and language != "en":
            continue
        mine = [period for period in periods if (len(period) == 4) == (kind == "years")]
        for number, template in enumerate(texts):
            for word, other in others.get(names or "", {}).items():
                template = template.replace(word, other)
            made = []
            for style, period in enumerate(mine):
                try:
                    text = _filled(book, template, period, language, style + number)
                except MissingError:
                    continue
                made.append(Sentence(f"{kind} {number} {period}", text, _published(period)))
            step = max(1, len(made) // fillings)
            yield from made[number % step :: step][:fillings]


def judged(sentence: Sentence, ledger: Ledger | None) -> Checked:
    """The verdicts on a sentence, from its text alone."""
    document = read_text(sentence.text, name=f"{sentence.name}.txt", published=sentence.published)
    return check([(document, extract(document))], ledger=ledger)[0]


def accused(checked: Checked) -> list[str]:
    """What is said against figures, whatever else bears them out."""
    return [
        f"{verdict.claim.text}: {verdict.reason} [{verdict.slip}]"
        for verdict in checked.verdicts
        if verdict.outcome == "contradicted"
    ]


def main() -> None:
    """Print what is called wrong, and the measures."""
    from collections import Counter

    everything = [(f"embedded {s.name}", s, True) for s in sentences()]
    for seed, names in enumerate(("Vietnam and Ghana", "Turkey and Egypt", "India and Nepal", "Brazil and Kenya")):
        everything += [(f"{names} {s.name}", s, False) for s in sentences(1, book=made_up(seed), names=names)]
    ledger = open_ledger(None)
    outcomes: Counter[str] = Counter()
    wrong = 0
    for name, sentence, known in everything:
        checked = judged(sentence, ledger if known else None)
        outcomes.update(checked.outcomes.values())
        found = accused(checked)
        wrong += bool(found)
        for line in found:
            print(f"{name} ({sentence.published}): {sentence.text}\n    {line}")
    print(f"texts {len(everything)}  with a false accusation {wrong}  figures {dict(outcomes)}")


if __name__ == "__main__":
    main()
