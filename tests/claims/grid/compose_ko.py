"""Korean texts whose answers are known because of how they were made (`grid_ko.yml`).

A text is a noun of trade with what is said of it (an amount, and a change that is held against another time), or a
frame of one or a few sentences whose figures say themselves what they are.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from compose import Composed, Expected

_PLACE = re.compile(r"\{([A-Z])(?::([가-힣]+))?\}")
#: Particles by their form behind a consonant, with that behind a vowel.
_PARTICLES = {
    "은": "는", "이": "가", "을": "를", "과": "와", "으로": "로", "으로부터": "로부터", "으로의": "로의", "이었": "였",
    "이다": "다", "이며": "며", "으로부터의": "로부터의", "과의": "와의",
}  # fmt: skip
#: The last consonant (0 for none) of digits as they are read, and of signs.
_READ = {**dict.fromkeys("036", 21), **dict.fromkeys("178", 8), **dict.fromkeys("2459%", 0), "t": 4}
_L, _SYLLABLES = 8, 0xAC00
_LETTERS = {"money": "VWX", "percent": "PQR", "tonnes": "EFJ", "times": "Y"}
_KINDS = {
    "money": {"unit": "USD", "measure": "trade_value"},
    "percent": {"unit": "percent", "measure": "change"},
    "tonnes": {"unit": "tonnes", "measure": "trade_quantity"},
    "times": {"unit": "times", "measure": "any", "direction": "any"},
}
_MEASURES = frozenset({"share", "other", "ratio"})
_COMPARISONS = frozenset({"yoy", "mom", "ytd_yoy", "vs_period"})
_MOVES = {"up": "increase", "down": "decrease"}

Slots = dict[str, Any]


@cache
def grid() -> Any:
    return yaml.safe_load((Path(__file__).parent / "grid_ko.yml").read_text("utf-8"))


def _with_particle(word: str, particle: str | None) -> str:
    if particle is None:
        return word
    char = word.rstrip(")’'\"")[-1]
    final = (ord(char) - _SYLLABLES) % 28 if "가" <= char <= "힣" else _READ.get(char, 0)
    vowel = final == 0 or (particle.startswith("으로") and final == _L)
    return word + (_PARTICLES[particle] if vowel else particle)


def _written(template: str, fill: Mapping[str, str]) -> tuple[str, dict[str, tuple[int, int]]]:
    """The text of a template, and where each placeholder stands in it."""
    text, places, at = "", {}, 0
    for place in _PLACE.finditer(template):
        text += template[at : place.start()]
        at, word = place.end(), fill[place[1]]
        places[place[1]] = (len(text), len(text) + len(word))
        text += _with_particle(word, place[2])
    return text + template[at:], places


def _money(rng: random.Random) -> tuple[str, float]:
    whole, part = rng.randint(2, 95), rng.randint(1000, 9999)
    return rng.choice(
        [
            (f"{whole}억{part}만 달러", whole * 1e8 + part * 1e4),
            (f"{whole}억 달러", whole * 1e8),
            (f"{whole}.{part % 9 + 1}억 달러", round((whole + (part % 9 + 1) / 10) * 1e8)),
            (f"{part}만 달러", part * 1e4),
            (f"{whole % 8 + 2}천{part % 8 + 2}백만 달러", (whole % 8 + 2) * 1e7 + (part % 8 + 2) * 1e6),
        ]
    )


def _percent(rng: random.Random) -> tuple[str, float]:
    value = rng.choice([rng.randint(21, 959) / 10, float(rng.randint(2, 95))])
    return f"{value:g}", value


def _tonnes(rng: random.Random) -> tuple[str, float]:
    whole, part = rng.randint(2, 95), rng.randint(1000, 9999)
    return rng.choice(
        [
            (f"{whole}만{part:,}톤", whole * 1e4 + part),
            (f"{whole}만 {part}t", whole * 1e4 + part),
            (f"{whole}만 톤", whole * 1e4),
            (f"{part:,}톤", part),
            (f"{whole % 8 + 2}천{part % 8 + 2}00t", (whole % 8 + 2) * 1e3 + (part % 8 + 2) * 1e2),
        ]
    )


def _times(rng: random.Random) -> tuple[str, float]:
    value = rng.choice([rng.randint(21, 95) / 10, float(rng.randint(2, 9))])
    return f"{value:g}배", value


_WRITERS = {"money": _money, "percent": _percent, "tonnes": _tonnes, "times": _times}


def _fillers(rng: random.Random) -> tuple[dict[str, str], dict[str, float]]:
    """What stands for each letter, and the values of those that are figures."""
    countries, goods = rng.sample(list(grid()["countries"]), 4), rng.sample(grid()["goods"], 3)
    fill = dict(zip("ABCDGHI", (*countries, *goods), strict=True))
    values: dict[str, float] = {}
    for kind, letters in _LETTERS.items():
        for letter in letters:
            while True:
                fill[letter], value = _WRITERS[kind](rng)
                if value not in values.values():
                    break
            values[letter] = value
    return fill, values


def _lane(lane: str, fill: Mapping[str, str]) -> str:
    """The lane by its codes; a code that a frame itself writes stands in small letters."""
    return re.sub("[A-D]", lambda m: grid()["countries"][fill[m[0]]].lower(), lane).upper()


def _figure(letter: str, value: float, lane: str, product: str, **own: Any) -> Slots:
    kind = next(_KINDS[kind] for kind, letters in _LETTERS.items() if letter in letters)
    return {
        "value": value, **kind, "lane": lane, "product": product,
        "direction": "none", "comparison": "none", **own,
    }  # fmt: skip


def _composed(template: str, fill: Mapping[str, str], figures: Mapping[str, Slots], *parts: str) -> Composed:
    text, places = _written(template, fill)
    signs = {k: len("%") for k in figures if text[places[k][1] :].startswith("%")}
    made = [Expected(places[k][0], places[k][1] + signs.get(k, 0), slots, parts) for k, slots in figures.items()]
    return Composed(text, grid()["published"], tuple(made), "ko")


def _stated(
    rng: random.Random, noun: list[str], predicate: str, time: list[str], against: list[str] | None, *, short: bool
) -> Composed:
    """A noun of trade with what is said of it."""
    fill, values = _fillers(rng)
    fill["T"] = time[0]
    lead = rng.choice(grid()["told_before" if short else "leads"]) if not noun[0].startswith("{A") else ""
    lane, product = _lane(noun[1].rstrip("*"), fill), "all goods" if noun[1].endswith("*") else fill["G"]
    figures = {"V": _figure("V", values["V"], lane, product, period=time[1])} if "{V" in predicate else {}
    parts = [f"noun:{noun[0]}", f"predicate:{predicate}", f"time:{time[0]}"]
    if against is not None:
        way = rng.choice(("up", "down"))
        fill["U"], fill["M"] = rng.choice(grid()["moves"][way])
        fill["K"], fill["S"] = against[0], {"up": "증가", "down": "감소"}[way]
        moved = {"direction": _MOVES[way], "comparison": against[1], "base": against[2]}
        figures["P"] = _figure("P", values["P"], lane, product, period=time[1], **moved)
        if predicate.find("{V") > predicate.find("{P") and "V" in figures:
            figures["V"].update(moved)
        parts += [f"comparison:{against[0]}", f"word:{fill['U' if '{U}' in predicate else 'M']}"]
    fill["N"], _ = _written(noun[0], fill)
    return _composed(_written(lead, fill)[0] + predicate, fill, figures, *parts)


def _told(letter: str, told: str, fill: Mapping[str, str], value: float, period: str) -> Slots:
    """What a frame says of one of its figures: its lane, its goods, and words for its other slots."""
    lane, *words = told.split()
    own: Slots = dict(word.split("=") for word in words if "=" in word)
    way = next((_MOVES[word] for word in words if word in _MOVES), None)
    if way:
        own |= {"direction": way, "comparison": "any"}
    if "moved" in words:
        own |= {"direction": "any", "comparison": "any"}
    for slot, known in (("measure", _MEASURES), ("comparison", _COMPARISONS)):
        own |= dict.fromkeys([slot] if known & set(words) else [], next(iter(known & set(words)), None))
    product = "any" if {"other", "?"} & set(words) else fill[words[0]] if words and words[0] in "GHI" else "all goods"
    return _figure(letter, value, _lane(lane, fill), product, **{"period": period, **own})


def _framed(rng: random.Random, frame: Mapping[str, Any]) -> Composed:
    """A frame that says itself what its figures are."""
    fill, values = _fillers(rng)
    kinds = {frame["when"]} if "when" in frame else {"month", "part", "year"}
    time = rng.choice([p for p in grid()["periods"] if p[2] in kinds])
    fill["T"] = time[0]
    figures = {letter: _told(letter, told, fill, values[letter], time[1]) for letter, told in frame["is"].items()}
    return _composed(frame["text"], fill, figures, f"frame:{frame['text']}", f"kind:{frame['kind']}", f"time:{time[0]}")


def _makers() -> list[Callable[[random.Random], Composed]]:
    table = grid()
    times = {kind: [p for p in table["periods"] if p[2] == kind] for kind in {p[2] for p in table["periods"]}}
    makers: list[Callable[[random.Random], Composed]] = []

    def stated(noun: list[str] | None, time: list[str] | None, kind: str | None, against: list[str] | None) -> None:
        def make(rng: random.Random) -> Composed:
            of = kind or rng.choice(list(table["comparisons"]))
            short = noun in table["short_nouns"]
            held = against or (rng.choice(table["comparisons"][of]) if rng.random() < 0.5 and time is None else None)
            predicate = rng.choice(table["changes" if held else "predicates"])
            return _stated(rng, noun or rng.choice(table["nouns"]), predicate, time or rng.choice(times[of]), held, short=short)  # fmt: skip

        makers.append(make)

    for noun in [*table["nouns"], *table["short_nouns"]]:
        stated(noun, None, None, None)
    for time in table["periods"]:
        stated(None, time, None, None)
    for kind, rows in table["comparisons"].items():
        for against in rows:
            stated(None, None, kind, against)
    makers += [lambda rng, frame=frame: _framed(rng, frame) for frame in table["frames"]]  # type: ignore[misc]
    return makers


def sample(count: int, *, seed: int) -> list[Composed]:
    """Texts of any frames, the same for the same seed."""
    rng = random.Random(seed)
    makers = _makers()
    return [rng.choice(makers)(rng) for _ in range(count)]


def every_frame(times: int) -> list[Composed]:
    """Texts of each noun, time, comparison and frame, so many of each."""
    return [maker(random.Random(f"{n} {i}")) for n, maker in enumerate(_makers()) for i in range(times)]
