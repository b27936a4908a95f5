"""True sentences by the hundred: templates filled with figures of the embedded book, and with what follows from them.

`python tests/verdicts/true_sentences.py` prints every figure that is called wrong, and the measures.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
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


@lru_cache(maxsize=1)
def _book() -> dict[tuple[str, str], Decimal]:
    """All goods between China and North Korea by flow and period, exact figures only, the newest where there are two."""
    with EMBEDDED.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["product"] == "total" and row["qualifier"] == "exact"]
    rows.sort(key=lambda row: row["known_on"])
    flows = {"export": "X", "import": "M", "trade": "T"}
    return {(flows[row["flow"]], row["period"]): Decimal(row["value"]) for row in rows}


def _value(figure: str, period: str) -> Decimal:
    book = _book()
    if (figure, period) in book:
        return book[figure, period]
    ways = {"T": ("X", "M", 1), "X": ("T", "M", -1), "M": ("T", "X", -1), "B": ("X", "M", -1)}
    one, other, sign = ways[figure]
    if figure == "B" and ("X", period) not in book:
        return _value("X", period) - _value("M", period)
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
    if time == "C":
        if month < 2:
            raise MissingError("no stretch of months")
        return f"{year}-01/{period}"
    if time == "A":
        return str(year - 1)
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


def _slot(slot: str, period: str, language: str, style: int) -> str:
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
    value = _value(figure, _at(period, time))
    if not word:
        return _money(value, language, style)
    if word == "share":
        return f"{value / _value('T', period) * 100:.1f}"
    now = _value(figure, period)
    rose = now >= value
    if word == "pct":
        return f"{abs(now / value - 1) * 100:.1f}"
    if word == "rose":
        return "rose" if rose else "fell"
    if word == "up":
        return "up" if rose else "down"
    return {"moved": "늘었다" if rose else "줄었다"}[word]


def _filled(template: str, period: str, language: str, style: int) -> str:
    return _SLOT.sub(lambda match: _slot(match[1], period, language, style), template).strip()


def _published(period: str) -> date:
    year, month = int(period[:4]), int(period[5:7] or 12)
    return date(year + month // 12, month % 12 + 1, 20)


def sentences(fillings: int = FILLINGS) -> Iterator[Sentence]:
    """Every template, filled with some months or years of the book, evenly spread."""
    templates: dict[str, list[str]] = yaml.safe_load(_TEMPLATES.read_text(encoding="utf-8"))
    periods = sorted({period for _, period in _book() if "/" not in period})
    for kind, texts in templates.items():
        language = "en" if kind == "years" else kind
        mine = [period for period in periods if (len(period) == 4) == (kind == "years")]
        for number, template in enumerate(texts):
            made = []
            for style, period in enumerate(mine):
                try:
                    text = _filled(template, period, language, style + number)
                except MissingError:
                    continue
                made.append(Sentence(f"{kind} {number} {period}", text, _published(period)))
            step = max(1, len(made) // fillings)
            yield from made[number % step :: step][:fillings]


def judged(sentence: Sentence, ledger: Ledger) -> Checked:
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

    ledger = open_ledger(None)
    outcomes: Counter[str] = Counter()
    wrong = texts = 0
    for sentence in sentences():
        checked = judged(sentence, ledger)
        texts += 1
        outcomes.update(checked.outcomes.values())
        found = accused(checked)
        wrong += bool(found)
        for line in found:
            print(f"{sentence.name} ({sentence.published}): {sentence.text}\n    {line}")
    print(f"sentences {texts}  with a false accusation {wrong}  figures {dict(outcomes)}")


if __name__ == "__main__":
    main()
