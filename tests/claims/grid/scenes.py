"""Scenes: texts of several sentences in which a time, once told, holds for what follows, or does not.

`scenes_en.txt` holds one scene under each `###`; {M} is the month of the news, {PM} the month before it, {N} its number
in words, {Y} its year, {Y1} the year before and {YS1} that year in two figures. A figure is written
[[text|measure direction comparison base period]]: v, q, c, r, s and p are value, quantity, change, ratio, share and
price; + and - say which way; a time is a code (m-1, ytd-1, y-2, q1) or written out; ? is a slot that a fair reader
may fill in more than one way.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text

_FILE = Path(__file__).parent / "scenes_en.txt"
_FIGURE = re.compile(r"\[\[(.*?)\|(.*?)\]\]")
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_MEASURES = {
    "v": "trade_value",
    "q": "trade_quantity",
    "c": "change",
    "r": "ratio",
    "s": "share",
    "p": "price",
}
_WORDS = {"0": "none", "+": "increase", "-": "none", "ytd": "ytd_yoy", "vs": "vs_period"}
_SLOTS = ("measure", "direction", "comparison", "base_period", "period")


@dataclass(frozen=True)
class Told:
    """A figure of a scene: where it stands, and its slots; those of `?` are left out."""

    start: int
    end: int
    slots: dict[str, str]


@dataclass(frozen=True)
class Scene:
    name: str
    text: str
    published: date
    figures: tuple[Told, ...]

    def faults(self) -> Iterator[tuple[str, dict[str, tuple[str, str]]]]:
        """Each figure with the slots that are read otherwise: what was read, and what is right."""
        claims = list(extract(read_text(self.text, name="scene.txt", published=self.published)))
        for told in self.figures:
            claim = next((c for c in claims if c.start < told.end and told.start < c.end), None)
            read = {slot: _read(claim, slot) for slot in told.slots}
            wrong = {slot: (read[slot], right) for slot, right in told.slots.items() if read[slot] != right}
            yield self.text[told.start : told.end], wrong


def _read(claim: Claim | None, slot: str) -> str:
    return "missed" if claim is None else str(getattr(claim, slot) or "none")


def facts_of(published: date) -> dict[str, str | int]:
    """What stands for {M}, {Y1} and the other marks of a time on a day of publication."""
    year, month = published.year, published.month - 1
    facts: dict[str, str | int] = {"M": month_name[month], "PM": month_name[month - 1], "MM": f"{month:02d}"}
    facts |= {"N": _NUMBERS[month - 1], "Y": year}
    for back in range(12):
        facts |= {f"Y{back}": year - back, f"YS{back}": f"{(year - back) % 100:02d}"}
    return facts


def period_of(code: str, published: date) -> str:
    """The ISO 8601 form of a code of a time."""
    year, month = published.year, published.month - 1
    kind = re.fullmatch(r"(m|y|ytd|q1|jf)(?:-(\d+))?", code)
    if kind is None:
        return "none" if code in {"-", "none"} else code.format(**facts_of(published))
    back = int(kind[2] or 0)
    if kind[1] == "m":
        months = year * 12 + month - 1 - back
        return f"{months // 12}-{months % 12 + 1:02d}"
    if kind[1] == "y":
        return str(year - back)
    return f"{year - back}-01/{year - back}-{ {'ytd': month, 'q1': 3, 'jf': 2}[kind[1]]:02d}"


def _slots(codes: str, published: date) -> dict[str, str]:
    measure, direction, comparison, base, period = codes.split()
    words = {"measure": _MEASURES.get(measure, measure), "comparison": _WORDS.get(comparison, comparison)}
    words["direction"] = "decrease" if direction == "-" else _WORDS.get(direction, direction)
    times = {
        slot: code if code == "?" else period_of(code, published)
        for slot, code in zip(_SLOTS[3:], (base, period), strict=True)
    }
    return {slot: word for slot, word in (words | times).items() if word != "?"}


def scenes(published: date) -> Iterator[Scene]:
    """Every scene as it would be told on a day, which is in April or later."""
    facts = facts_of(published)
    for block in _FILE.read_text("utf-8").split("### ")[1:]:
        name, _, template = block.partition("\n")
        text, at, figures = "", 0, []
        for place in _FIGURE.finditer(template.strip()):
            text += template.strip()[at : place.start()].format(**facts)
            figures.append(Told(len(text), len(text) + len(place[1]), _slots(place[2], published)))
            text += place[1]
            at = place.end()
        yield Scene(name, text + template.strip()[at:].format(**facts), published, tuple(figures))
