"""Ways of saying when a figure was and what it is held against, each in several places of a sentence.

`sayings_en.yml` holds the ways and the places; what a text says is known, as in `compose.py`, whose countries and goods
stand in it. python tests/claims/grid/sayings.py prints every way that is read otherwise.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from compose import Composed, Expected, table
from scenes import facts_of, period_of
from tally import judge

from tidewaiter.period import Period

_FILE = Path(__file__).parent / "sayings_en.yml"
_DAYS = (date(2023, 9, 24), date(2019, 8, 26), date(2024, 11, 19), date(2021, 6, 20))
#: How the news says its own time, where what it is held against is on trial, and the code of that time.
_NEWS = {"month": ("in {M}", "m"), "ytd": ("in the first {N} months of the year", "ytd"), "year": ("in {Y1}", "y-1")}
_UP = {"up": "increase", "down": "decrease"}


def said(*, places: int, seed: int = 1) -> Iterator[Composed]:
    """Every way of saying a time in so many places each, drawn by the seed."""
    ways = yaml.safe_load(_FILE.read_text("utf-8"))
    for way in ways["whens"]:
        rng = random.Random(f"{way['say']} {seed}")
        fitting = [place for place in ways["places"] if place["id"] in way.get("at", [place["id"]])]
        for place in rng.sample(fitting, min(places, len(fitting))):
            yield _told(way, place, rng)
    for way in ways["bases"]:
        rng = random.Random(f"{way['say']} {seed}")
        fitting = [turn for turn in ways["turns"] if not any(mark in way["say"] for mark in turn.get("not", ()))]
        for kind in way["of"]:
            for turn in rng.sample(fitting, min(places, len(fitting))):
                yield _held(way, kind, turn, rng)


def _told(way: Mapping[str, Any], place: Mapping[str, Any], rng: random.Random) -> Composed:
    day = rng.choice(_DAYS)
    time = way["say"].format(**facts_of(day))
    slots = {"measure": "trade_value", "direction": "none", "comparison": "none", "period": period_of(way["is"], day)}
    figures = {"{V}": (_money(rng), slots), "{V2}": (_money(rng), slots)}
    return _composed(place["text"], time, "", figures, day, rng, (f"when:{way['say']}", f"place:{place['id']}"))


def _held(way: Mapping[str, Any], kind: str, turn: Mapping[str, Any], rng: random.Random) -> Composed:
    day = rng.choice(_DAYS)
    facts, (time, code) = facts_of(day), _NEWS[kind]
    period = Period.parse(period_of(code, day))
    base = period_of(way["is9"], day) if "is9" in way else str(_back(period, way["base"]))
    clause = f"{way['pre']} {way['say']}" if "pre" in way else way["say"]
    clause = clause.format(**facts).replace("V9", "{V9}").replace("P ", "{P} ", 1 if "dir" in way else 0)
    level: dict[str, str | float] = {"measure": "trade_value", "period": str(period)}
    if "pre" in way:
        level |= {"direction": _UP[way["pre"]], "base": base}
    yearly = "ytd_yoy" if kind == "ytd" else "yoy"
    change = {"measure": "change", "comparison": way.get("as", yearly), "base": base, "period": str(period)}
    figures = {
        "{V}": (_money(rng), level),
        "{P}": (f"{rng.uniform(3, 88):.1f} percent", {**change, "direction": way.get("dir", "")}),
        "{V9}": (_money(rng), {"measure": "trade_value", "direction": "none", "comparison": "none", "period": base}),
    }
    parts = (f"base:{way['say']}", f"turn:{turn['id']}", f"of:{kind}")
    return _composed(turn["text"], time.format(**facts), clause, figures, day, rng, parts)


def _back(period: Period, by: str) -> Period:
    return period.previous() if by.endswith("m") else period.back_years(int(by[1:-1]))


def _money(rng: random.Random) -> str:
    return f"${rng.uniform(11, 190):.1f} million"


def _composed(
    text: str, time: str, clause: str, figures: Mapping[str, tuple[str, Mapping[str, str | float]]], day: date,
    rng: random.Random, parts: tuple[str, ...],
) -> Composed:  # fmt: skip
    fillers = table("fillers_en")
    home = rng.choice([c for c in fillers["countries"] if c.get("closed")])
    partner = rng.choice([c for c in fillers["countries"] if not c.get("closed")])
    good = rng.choice(fillers["goods"]["bulk"])["name"]
    named = {"{A}": home["name"], "{B}": partner["name"], "{G}": good, "{G.top}": good[0].upper() + good[1:]}
    named |= {"{A.poss}": home["name"] + ("'" if home["name"].endswith("s") else "'s")}
    named |= {"{t}": time, "{T}": time[0].upper() + time[1:], "{K}": clause}
    for mark in ("{K}", *named):
        text = text.replace(mark, named[mark])
    expected = []
    for mark in sorted((mark for mark in figures if mark in text), key=text.index):
        written, slots = figures[mark]
        start = text.index(mark)
        text = text[:start] + written + text[start + len(mark) :]
        value = float(written.lstrip("$").split()[0]) * (1e6 if "million" in written else 1)
        expected.append(Expected(start, start + len(written), {"value": value, **slots}, parts))
    return Composed(text + "\n", day, tuple(expected))


if __name__ == "__main__":
    for text in said(places=4):
        for expected, faults in judge(text):
            if faults:
                print(
                    f"{text.published} {text.text.strip()}\n    [{text.text[expected.start : expected.end]}] {faults}"
                )
