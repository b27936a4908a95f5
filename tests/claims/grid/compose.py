"""Texts whose answers are known because of how they were made: frames of sentences filled with countries, goods, times.

A frame (`frames_en.yml`) is one or a few sentences with placeholders; a filler (`fillers_en.yml`, `times_en.yml`) is a
way of naming what stands in one and carries what it stands for. A text is a frame that stands by itself, or an opening
that tells who trades and when, and frames that go on from it. Each figure keeps the names of the parts it was made of,
so that failures can be counted by part and by pair of parts (`tally.py`).
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from grid_times import iso, shifted, span, worded

HERE = Path(__file__).parent
_PLACE = re.compile(r"\{([A-Z])(\d?)(?:\.(\w+))?\}")
#: What a figure is unless its frame says otherwise, by the letter of its placeholder.
_FIGURES: dict[str, dict[str, str]] = {
    "V": {"unit": "USD", "measure": "trade_value"},
    "Q": {"unit": "tonnes", "measure": "trade_quantity"},
    "N": {"unit": "units", "measure": "trade_quantity"},
    "P": {"unit": "percent", "measure": "change"},
    "S": {"unit": "percent", "measure": "share"},
    "X": {"unit": "times", "measure": "ratio"},
    "H": {"unit": "percent", "measure": "share"},
    "Z": {"unit": "any", "measure": "any"},
}
#: Figures that are words: half of something, and the word for nothing that the placeholder names ("no", "zero").
_WORDED = {"H": ("half", 50.0), "Z": ("", 0.0)}


@dataclass(frozen=True)
class Expected:
    """A figure of a composed text: where it stands, what its slots are, and of which parts it was made."""

    start: int
    end: int
    slots: Mapping[str, str | float]
    parts: tuple[str, ...]


@dataclass(frozen=True)
class Composed:
    text: str
    published: date
    figures: tuple[Expected, ...]
    language: str = "en"


@dataclass
class _Draft:
    """A text while it is made: the fillers chosen so far, by placeholder, and the parts that they are."""

    rng: random.Random
    published: date
    chosen: dict[str, Any] = field(default_factory=dict)
    text: str = ""
    figures: list[Expected] = field(default_factory=list)

    def done(self) -> Composed:
        return Composed(self.text + "\n", self.published, tuple(self.figures))


@cache
def table(name: str) -> Any:
    return yaml.safe_load((HERE / f"{name}.yml").read_text("utf-8"))


def _amount(letter: str, form: str | None, rng: random.Random) -> tuple[str, float]:
    if letter in _WORDED:
        word, value = _WORDED[letter]
        return word or form or "no", value
    if letter == "V":
        shape = rng.choice(("${:.1f} million", "${:.2f} million", "US${:.1f} million", "${:,d}", "${:.0f} million"))
        if ",d" in shape:
            whole = rng.randrange(20_100, 990_000, 37)
            return shape.format(whole), whole
        figure = shape.format(rng.uniform(1.2, 190))
        return figure, round(float(re.sub(r"[^\d.]", "", figure)) * 1e6, 2)
    if letter in "QN":
        whole = rng.randrange(1_105, 96_000, 7) if letter == "Q" else rng.randrange(23, 8_000, 3)
        unit = rng.choice((" tons", " metric tons", " tonnes")) if letter == "Q" else ""
        return f"{whole:,d}{unit}", whole
    if letter == "X":
        figure = f"{rng.uniform(1.6, 9):.1f}"
        return f"{figure} times", float(figure)
    figure = f"{rng.uniform(2, 88):.1f}"
    return figure + rng.choice((" percent", "%")), float(figure)


def _country(draft: _Draft, key: str) -> Mapping[str, Any]:
    return draft.chosen[key]  # type: ignore[no-any-return]


def named(row: Mapping[str, Any], form: str | None, rng: random.Random) -> str:
    """A country in one of its forms: its name, `adj` (Iranian), `cap` (Tehran), `poss` (Iran's), `any` of its names."""
    name = rng.choice(row.get("names", [row["name"]])) if form in ("any", "anys") else row["name"]
    if form in ("poss", "anys"):
        return name + ("'" if name.endswith("s") else "'s")
    return str({"adj": row.get("adj"), "cap": row.get("capital")}.get(form or "", name))


def _add(draft: _Draft, frame: Mapping[str, Any], *parts: str) -> None:
    """Write a frame behind the text so far, with every figure's slots."""
    rng, template = draft.rng, frame["text"]
    parts = (f"frame:{frame['id']}", *parts)
    for letter, number, _ in _PLACE.findall(template):
        if letter == "G" and letter + number not in draft.chosen:
            used = [g["name"] for k, g in draft.chosen.items() if k[0] == "G"]
            kinds = ["counted"] if re.search(r"\{N" + number + r"[.}]", template) else ["bulk"]
            kinds = ["counted", "bulk"] if "{V" in template and not re.search(r"\{[NQ]", template) else kinds
            rows = [g for kind in kinds for g in table("fillers_en")["goods"][kind] if g["name"] not in used]
            draft.chosen[letter + number] = rng.choice(rows)
    if "{T" in template:
        rows = [t for t in table("times_en")["times"] if t["kind"] in frame.get("times", ("month", "year", "part"))]
        rows = [t for t in rows if t.get("from", 1) <= draft.published.month]
        draft.chosen["T"] = rng.choice(rows)
    time = draft.chosen["T"]
    months = span(time["code"], draft.published)
    if "{K}" in template:
        rows = [k for k in table("times_en")["comparisons"] if time["kind"] in k["of"]]
        draft.chosen["K"] = comparison = rng.choice(rows)
        template = template.replace("{K}", comparison["text"])
        own = frame.get("figures", {})
        told = {key: {**slots, **own.get(key, {})} for key, slots in comparison["figures"].items()}
        frame = {**frame, "figures": {**own, **told}}
        parts = (*parts, f"comparison:{comparison['id']}")
    parts = (*parts, f"time:{time['id']}", f"pair:{draft.chosen['A']['iso']}", f"day:{time['kind']}")
    at = 0
    for place in _PLACE.finditer(template):
        draft.text += template[at : place.start()]
        at = place.end()
        letter, number, form = place.groups()
        key = letter + number
        if letter in _FIGURES:
            written, value = _amount(letter, form, rng)
            written = _opening(draft.text, written)
            start = len(draft.text)
            draft.text += written
            draft.figures.append(
                Expected(
                    start, len(draft.text), _slots(draft, frame, key, value, months), _with_good(draft, key, parts)
                )
            )
            continue
        if letter == "T":
            written = worded(months, time["text"])
        elif letter == "G":
            written = draft.chosen[key]["name"]
        else:
            row = _country(draft, key)
            if form in ("any", "anys") and row["name"] not in draft.text:
                # Nobody is called by a byname before he was called by his name.
                form = {"any": None, "anys": "poss"}[form]
            written = named(row, form, rng)
        draft.text += written[0].upper() + written[1:] if form == "top" else _opening(draft.text, written)
    draft.text += template[at:]


def _opening(before: str, written: str) -> str:
    """With a capital letter where a sentence or a line begins."""
    opens = not before or before.endswith(("\n", "- ")) or re.search(r"[.!?]\s$", before)
    return written[0].upper() + written[1:] if opens else written


def _with_good(draft: _Draft, key: str, parts: tuple[str, ...]) -> tuple[str, ...]:
    good = draft.chosen.get("G" + key[1:])
    return (*parts, f"good:{good['name']}") if good else parts


def _slots(
    draft: _Draft, frame: Mapping[str, Any], key: str, value: float, months: tuple[int, int]
) -> dict[str, str | float]:
    number = key[1:]
    own = frame.get("figures", {}).get(key, {})
    named = [key for key in (f"G{number}", "G") if re.search(r"\{" + key + r"[.}]", frame["text"])]
    good = own.get("product") or (named[0] if named[:1] == [f"G{number}"] else "") or frame.get("product")
    good = good or (named[0] if named else "all goods")
    slots: dict[str, str | float] = {
        "value": own.get("value", value),
        **_FIGURES[key[0]],
        "direction": "none",
        "comparison": "none",
        "lane": frame.get("lane", ""),
        "period": "T",
        **own,
        "product": draft.chosen[good]["name"] if good in draft.chosen else good,
    }
    for slot in ("period", "base"):
        code = slots.get(slot)
        if isinstance(code, str) and code.startswith("T"):
            slots[slot] = iso(shifted(months, code[1:]) if code[1:] else months)
    if slots["comparison"] == "yoy" and months[0] % 12 == 0 and 1 < months[1] - months[0] + 1 < 12:
        slots["comparison"] = "any" if months[1] - months[0] == 2 else "ytd_yoy"
    lane = str(slots["lane"])
    slots["lane"] = re.sub(r"[A-F]", lambda m: draft.chosen[m[0]]["iso"], lane)
    return slots


def _day(rng: random.Random) -> date:
    return date(rng.randrange(2015, 2025), rng.randrange(4, 13), rng.randrange(16, 28))


def compose(rng: random.Random, *, frame: str | None = None) -> Composed:
    """One text: a frame that stands by itself, or an opening with one or two frames that go on from it.

    `frame` names one that the text must have; without it any.
    """
    draft, frames = _Draft(rng, _day(rng)), table("frames_en")
    countries = table("fillers_en")["countries"]
    closed = rng.choice([c for c in countries if c.get("closed")] + [countries[0]] * 4)
    others = rng.sample([c for c in countries if not c.get("closed")], 3)
    draft.chosen.update(A=closed, B=others[0], C=others[1], D=others[2])
    wanted = {part: [f for f in rows if f["id"] == frame] for part, rows in frames.items()}
    if wanted["alone"] or (not frame and rng.random() < 0.5):
        _add(draft, rng.choice(wanted["alone"] or frames["alone"]))
        return draft.done()
    follower = wanted["going_on"][0] if wanted["going_on"] else None
    openings = [o for o in frames["openings"] if not follower or o["id"] in follower.get("after", (o["id"],))]
    opening = rng.choice(wanted["openings"] or openings)
    _add(draft, opening)
    fitting = [f for f in frames["going_on"] if opening["id"] in f.get("after", (opening["id"],)) and f != follower]
    rest = rng.sample(fitting, rng.choice((0, 1) if follower else (1, 2)))
    for going_on in sorted([*rest, follower] if follower else rest, key=_place):
        for key in [key for key in draft.chosen if key[0] == "G"]:
            del draft.chosen[key]
        draft.text += rng.choice(("\n\n", " "))
        _add(draft, going_on, f"opening:{opening['id']}")
        if "{T" in going_on["text"]:
            break
    return draft.done()


def _place(frame: Mapping[str, Any]) -> int:
    """Where a frame stands among those that go on: right behind the opening, anywhere, or with nothing behind it."""
    return -1 if frame.get("first") else 1 if frame.get("last") else 0


def sample(count: int, *, seed: int) -> list[Composed]:
    """Texts of any frames, the same for the same seed."""
    rng = random.Random(seed)
    return [compose(rng) for _ in range(count)]


def every_frame(times: int) -> list[Composed]:
    """Texts of each frame in turn, so many of each; those of a frame stay what they are when others are added."""
    frames = [row["id"] for rows in table("frames_en").values() for row in rows]
    return [compose(random.Random(f"{frame} {n}"), frame=frame) for frame in frames for n in range(times)]
