"""Scenes: texts of several sentences in which a time, a trade, goods, once told, hold for what follows, or do not.

`scenes_en.txt` holds one scene under each `###`; {M} is the month of the news, {PM} the month before it, {N} its number
in words, {Y} its year, {Y1} the year before and {YS1} that year in two figures. A figure is written
[[text|measure direction comparison base period]]: v, q, c, r, s and p are value, quantity, change, ratio, share and
price; + and - say which way; a time is a code (m-1, ytd-1, y-2, q1) or written out; ? is a slot that a fair reader
may fill in more than one way. Scenes of `courses_en.txt` are played by any countries and goods ({A}, {B.adj}, {G1}) and
say behind the time who sends to whom (B>A, or A+B who trade) and what (G1, all).
"""

from __future__ import annotations

import random
import re
from calendar import month_name
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from compose import named, table
from tally import lane_of, stems

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text

_HERE = Path(__file__).parent
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
_CAST = re.compile(r"\{([A-DG])(\d?)(?:\.(\w+))?\}")
_WORDS = {"0": "none", "+": "increase", "-": "none", "ytd": "ytd_yoy", "vs": "vs_period"}
_SLOTS = ("measure", "direction", "comparison", "base_period", "period", "lane", "product")


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
            wrong = {
                slot: (read[slot], right) for slot, right in told.slots.items() if not _same(slot, read[slot], right)
            }
            yield self.text[told.start : told.end], wrong


def _read(claim: Claim | None, slot: str) -> str:
    if claim is None:
        return "missed"
    return lane_of(claim) if slot == "lane" else str(getattr(claim, slot) or "none")


def _same(slot: str, read: str, right: str) -> bool:
    return read == right or (slot == "product" and bool(stems(read) & stems(right)))


def facts_of(published: date) -> dict[str, str | int]:
    """What stands for {M}, {Y1} and the other marks of a time on a day of publication."""
    year, month = published.year, published.month - 1
    facts: dict[str, str | int] = {
        "M": month_name[month],
        "PM": month_name[month - 1],
        "MN": month_name[published.month],
        "MM": f"{month:02d}",
    }
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


def _slots(codes: str, published: date, cast: Mapping[str, Any]) -> dict[str, str]:
    measure, direction, comparison, base, period, *trade = codes.split()
    words = {"measure": _MEASURES.get(measure, measure), "comparison": _WORDS.get(comparison, comparison)}
    words["direction"] = "decrease" if direction == "-" else _WORDS.get(direction, direction)
    times = {
        slot: code if code == "?" else period_of(code, published)
        for slot, code in zip(_SLOTS[3:5], (base, period), strict=True)
    }
    ends = dict(zip(_SLOTS[5:], trade, strict=False))
    if "lane" in ends:
        lane = re.sub("[A-D]", lambda m: str(cast[m[0]]["iso"]), ends["lane"])
        ends["lane"] = "+".join(sorted(lane.split("+")))
    if "product" in ends:
        ends["product"] = cast[ends["product"]]["name"] if ends["product"] in cast else ends["product"] + " goods"
    return {slot: word for slot, word in (words | times | ends).items() if "?" not in word}


def _cast(rng: random.Random) -> dict[str, Any]:
    """Who plays: a closed country and three partners of it, and four kinds of goods."""
    fillers = table("fillers_en")
    closed = rng.choice([row for row in fillers["countries"] if row.get("closed")])
    partners = rng.sample([row for row in fillers["countries"] if not row.get("closed")], 3)
    goods = rng.sample(fillers["goods"]["bulk"], 4)
    return dict(zip("ABCD", (closed, *partners), strict=True)) | {f"G{n}": good for n, good in enumerate(goods, 1)}


def _played(text: str, cast: Mapping[str, Any], facts: Mapping[str, str | int], *, before: str) -> str:
    """A stretch of a scene with its players and times; `before` is what has been written so far."""
    out = ""
    at = 0
    for place in _CAST.finditer(text):
        out += text[at : place.start()].format(**facts)
        at = place.end()
        name = named(cast[place[1] + place[2]], place[3], random.Random(0))
        out += name[0].upper() + name[1:] if place[3] == "top" or not before + out else name
    return out + text[at:].format(**facts)


def scenes(published: date, *, name: str = "scenes_en") -> Iterator[Scene]:
    """Every scene as it would be told on a day, which is in April or later."""
    facts = facts_of(published)
    for block in (_HERE / f"{name}.txt").read_text("utf-8").split("### ")[1:]:
        title, _, template = block.partition("\n")
        cast = _cast(random.Random(f"{title} {published}"))
        text, at, figures = "", 0, []
        for place in _FIGURE.finditer(template.strip()):
            text += _played(template.strip()[at : place.start()], cast, facts, before=text)
            figures.append(Told(len(text), len(text) + len(place[1]), _slots(place[2], published, cast)))
            text += place[1]
            at = place.end()
        yield Scene(title, text + _played(template.strip()[at:], cast, facts, before=text), published, tuple(figures))
