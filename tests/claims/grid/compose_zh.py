"""Chinese texts whose answers are known because of how they were made (`grid_zh.yml`), in both scripts.

A text is a frame with an amount; the same with a change, or with another time's amount; one amount that became another;
or a whole with a list of goods or partners behind it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from compose import Composed, Expected

from tidewaiter.reference import tables

_PLACE = re.compile(r"\{\w+\}")
_CHANGE = re.compile(r"\{x\}%|\{n\}成|\{f\}倍|翻了一番|翻番|一半|三分之一")
#: A level that a frame itself says to have moved: its direction and comparison depend on what else the text says.
_MOVED = re.compile("增至|降至|升至|高于|低于")
_TENTHS, _MULTIPLES = "零一二三四五六七八九", {"1.8": 1.8, "2.4": 2.4, "3.6": 3.6, "两": 2, "三": 3, "5": 5}
#: Kinds of frames, by what their amount is.
_KINDS = {
    "directions": "any", "valued": "money", "weighed": "weight", "two_way": "money", "contexts": "any", "whole": "money",
}  # fmt: skip
#: Characters that more than one traditional one stands for, or that no newspaper writes otherwise.
_KEPT = frozenset("后里只面台谷于松系干斗表回向家云千几制复出余布范胡周曲准卷克蒙占才吃升糖酸恢")

Slots = dict[str, Any]


@cache
def grid() -> Any:
    return yaml.safe_load((Path(__file__).parent / "grid_zh.yml").read_text("utf-8"))


@cache
def _traditional() -> Mapping[int, str]:
    made: dict[int, str] = {}
    for pair in tables.mapping("han_scripts.yml")["pairs"].split():
        made.setdefault(ord(pair[1]), pair[1] if pair[1] in _KEPT else pair[0])
    return made


@dataclass
class _Text:
    """A text while it is made, with its figures."""

    text: str = ""
    figures: list[tuple[int, int, Slots]] = field(default_factory=list)

    def put(self, frame: str, fill: Mapping[str, str | Slots]) -> None:
        at = 0
        for place in _PLACE.finditer(frame):
            self.text += frame[at : place.start()]
            at, filler = place.end(), fill[place[0][1:-1]]
            written = filler if isinstance(filler, str) else str(filler["text"])
            if not isinstance(filler, str):
                self.figures.append((len(self.text), len(self.text) + len(written), filler))
            self.text += written
        self.text += frame[at:]

    def done(self, parts: tuple[str, ...], *, traditional: bool) -> Composed:
        parts = (*parts, "script:traditional") if traditional else parts
        made = _traditional() if traditional else {}
        figures = []
        for start, end, slots in self.figures:
            own = {k: v for k, v in slots.items() if k != "text"}
            own["product"] = str(own["product"]).translate(made)
            figures.append(Expected(start, end, own, parts))
        return Composed(self.text.translate(made), grid()["published"], tuple(figures), "zh")


def _money(rng: random.Random) -> Slots:
    scale, factor = rng.choice((("万", 1e4), ("亿", 1e8), ("亿", 1e8)))
    number = f"{rng.randint(120, 9800)}" if scale == "万" else f"{rng.randint(101, 9900) / 100:g}"
    currency, unit = rng.choice((("美元", "USD"), ("美元", "USD"), ("元人民币", "CNY"), ("欧元", "EUR")))
    value = round(float(number) * factor, 2)
    return {"text": number + scale + currency, "value": value, "unit": unit, "measure": "trade_value"}


def _weight(rng: random.Random) -> Slots:
    if rng.random() < 0.25:
        whole = rng.randint(1_200, 98_000)
        return {"text": f"{whole:,}吨", "value": whole, "unit": "tonnes", "measure": "trade_quantity"}
    number = f"{rng.randint(101, 9900) / 100:g}"
    text = number + rng.choice(("万吨", "万公吨"))
    return {"text": text, "value": float(number) * 1e4, "unit": "tonnes", "measure": "trade_quantity"}


def _amount(kind: str, rng: random.Random) -> Slots:
    make: Callable[[random.Random], Slots] = {"money": _money, "weight": _weight}.get(kind) or rng.choice(
        (_money, _weight)
    )
    return make(rng)


def _of(amount: Slots, lane: str, period: str, product: str, **own: Any) -> Slots:
    return {
        **amount, "lane": lane, "period": period, "product": product, "direction": "none", "comparison": "none", **own
    }  # fmt: skip


def _stated(rng: random.Random, kind: str, frame: str, time: list[str]) -> tuple[dict[str, str | Slots], Slots]:
    """A frame's fillers, and its figure."""
    sender, code, receiver, other = rng.choice(grid()["pairs"])
    good = rng.choice(grid()["goods"])
    weighed = kind == "contexts" and re.search(r"量[为达是]*\{Q\}|数量|多少", frame) is not None
    lane = f"{code}+{other}" if kind == "two_way" else f"{code}>{other}"
    product = "all goods" if kind in {"two_way", "whole"} else good
    figure = _of(_amount("weight" if weighed else _KINDS[kind], rng), lane, str(time[1]), product)
    if _MOVED.search(frame):
        figure.update(direction="any", comparison="any")
    return {"S": sender, "R": receiver, "P": time[0], "G": good, "Q": figure}, figure


def _change(rng: random.Random, comparison: list[Any], level: Slots) -> tuple[str, Slots]:
    """A comparison with a place for its figure, and the figure."""
    text, kind, direction, name, base, *rest = comparison
    percent = rng.randint(80, 790) / 10
    tenths, multiple = rng.randint(2, 8), rng.choice(list(_MULTIPLES))
    place = _CHANGE.search(text)
    assert place is not None
    written = place[0].replace("{x}", f"{percent:g}").replace("{n}", _TENTHS[tenths]).replace("{f}", multiple)
    value = {
        "pct": percent, "tenth": 10 * tenths, "times": _MULTIPLES[multiple], "double": 2, "half": 50, "third": 100 / 3
    }[kind]  # fmt: skip
    figure = _of(
        {"text": written, "value": value, "measure": rest[0] if rest else "change",
         "unit": "times" if kind in {"times", "double"} else "percent"},
        level["lane"], level["period"], level["product"], direction=direction, comparison=name, base=base,
    )  # fmt: skip
    return text[: place.start()] + "{X}" + text[place.end() :], figure


def _like(rng: random.Random, amount: Slots) -> Slots:
    """Another amount in the same unit."""
    while True:
        other = _money(rng) if amount["measure"] == "trade_value" else _weight(rng)
        if other["unit"] == amount["unit"]:
            return other


def _bare(rng: random.Random, amount: Slots) -> Slots:
    """Another amount in the same unit, written without it: "17.2亿"."""
    while True:
        other = _like(rng, amount)
        end = max(str(other["text"]).rfind(scale) for scale in "万亿") + 1
        if end:
            return {**other, "text": str(other["text"])[:end]}


def _single(rng: random.Random, kind: str, frame: str, time: list[str] | None = None) -> Composed:
    text, time = _Text(), time or rng.choice(grid()["periods"])
    fill, _ = _stated(rng, kind, frame, time)
    text.put(frame, fill)
    return text.done((f"frame:{frame}", f"time:{time[0]}"), traditional=rng.random() < 0.25)


def _compared(rng: random.Random, span: str, comparison: list[Any]) -> Composed:
    code = {"month": "2023-09", "ytd": "2023-01/2023-09", "year": "2022"}[span]
    time = rng.choice([t for t in grid()["periods"] if t[1] == code])
    kind = rng.choice(("directions", "valued", "weighed", "two_way", "whole"))
    frame, text = rng.choice(grid()[kind]), _Text()
    fill, level = _stated(rng, kind, frame, time)
    text.put(frame.rstrip("。"), fill)
    placed, figure = _change(rng, comparison, level)
    text.put(placed + "。", {"X": figure})
    return text.done((f"comparison:{comparison[0]}", f"time:{time[0]}"), traditional=rng.random() < 0.25)


def _another(rng: random.Random, other: list[str]) -> Composed:
    time = rng.choice([t for t in grid()["periods"] if t[1] == "2023-09"])
    kind = rng.choice(("directions", "valued", "weighed", "two_way", "whole"))
    frame, text = rng.choice(grid()[kind]), _Text()
    fill, level = _stated(rng, kind, frame, time)
    second = {**level, **_like(rng, level), "period": other[1], "direction": "none", "comparison": "none"}
    if _MOVED.search(other[0]):
        level.update(direction="any", comparison="any")
        second["comparison"] = "any"
    text.put(frame.rstrip("。"), fill)
    text.put(other[0] + "。", {"Q": second})
    return text.done((f"other:{other[0]}", f"time:{time[0]}"), traditional=rng.random() < 0.25)


def _listed(rng: random.Random, kind: str, frame: str) -> Composed:
    """A whole, and the list behind it."""
    sender, code, receiver, other = rng.choice(grid()["pairs"])
    time, good, text = rng.choice(grid()["periods"]), rng.choice(grid()["goods"]), _Text()
    home, own = (receiver, other) if kind == "sources" else (sender, code)
    goods = rng.sample(grid()["goods"], 3)
    partners = rng.sample([p for p in grid()["third"] if p[1] not in (code, other)], 3)
    lead = rng.choice(grid()["leads"][kind])
    lane = {"goods": f"{code}>{other}", "partners": f"{own}>", "sources": f">{own}", "trading": own}[kind]
    product = good if kind in {"partners", "sources"} else "all goods"
    whole = _of(_money(rng) if kind in {"goods", "trading"} else _amount("any", rng), lane, str(time[1]), product)
    fill: dict[str, str | Slots] = {"P": time[0], "S": sender, "R": receiver, "H": home, "G": good, "Q": whole}
    first = _money(rng) if "额" in frame or kind == "trading" else _amount("any", rng)
    for n, (name, partner) in enumerate(zip(goods, partners, strict=True), 1):
        to = {"goods": lane, "partners": f"{own}>{partner[1]}", "sources": f"{partner[1]}>{own}"}
        item = _of(
            _like(rng, first), to.get(kind, f"{own}+{partner[1]}"), str(time[1]), name if kind == "goods" else product
        )
        share = f"{rng.randint(21, 320) / 10:g}"
        part = {**item, "text": share, "value": float(share), "unit": "percent", "measure": "share"}
        bare = {**item, **_bare(rng, whole)}
        fill |= {f"Q{n}": item, f"N{n}": bare, f"X{n}": part, f"B{n}": partner[0], f"G{n}": name}
    text.put(lead + frame, fill)
    return text.done((f"list:{kind} {frame}", f"time:{time[0]}"), traditional=rng.random() < 0.25)


def _shortened(rng: random.Random, frame: str, lane: str) -> Composed:
    """A note on a country that goes on with the first character of its name."""
    table, text = grid()["short"], _Text()
    name, letter, code = rng.choice(table["countries"])
    good = rng.choice(grid()["goods"])
    ends = re.sub("[CS]", lambda m: "CHN" if m[0] == "C" else code, lane)
    figure = _of(_money(rng), ends, "2022", good if "{G}" in frame else "all goods")
    text.put(rng.choice(table["intros"]) + frame, {"F": name, "s": letter, "G": good, "Q": figure})
    return text.done((f"short:{frame}", f"named:{name}"), traditional=False)


def _lettered(rng: random.Random, frame: str, lane: str) -> Composed:
    """News of China's trade with a country that it calls by the first character of its name."""
    table, text = grid()["letters"], _Text()
    name, letter, code = rng.choice(table["countries"])
    good, time = rng.choice(grid()["goods"]), rng.choice(grid()["periods"])
    ends = re.sub("[CS]", lambda m: "CHN" if m[0] == "C" else code, lane)
    amount = _amount("any", rng) if "{G}{Q}" in frame else _money(rng)
    figure = _of(amount, ends, str(time[1]), good if "{G}" in frame else "all goods")
    intro = rng.choice(table["intros"])
    text.put(intro + frame, {"F": name, "s": letter, "G": good, "P": time[0], "Q": figure})
    return text.done((f"letter:{frame}", f"named:{name}", f"time:{time[0]}"), traditional=rng.random() < 0.25)


def _nothing(rng: random.Random, frame: str) -> Composed:
    """Trade that there was none of; the words in brackets say so."""
    time, text = rng.choice(grid()["periods"]), _Text()
    fill, figure = _stated(rng, "weighed", frame, time)
    said = frame[frame.index("[") + 1 : frame.index("]")]
    nothing = {"text": said, "value": 0, **{k: figure[k] for k in ("lane", "period", "product")}}
    text.put(frame.replace(f"[{said}]", "{Z}"), {**fill, "Z": nothing})
    return text.done((f"zero:{frame}", f"time:{time[0]}"), traditional=rng.random() < 0.25)


def sample(count: int, *, seed: int) -> list[Composed]:
    """Texts of any frames, the same for the same seed."""
    rng = random.Random(seed)
    makers = list(_makers())
    return [rng.choice(makers)(rng) for _ in range(count)]


def every_frame(times: int) -> list[Composed]:
    """Texts of each frame, time, comparison and list, so many of each."""
    return [maker(random.Random(f"{n} {i}")) for n, maker in enumerate(_makers()) for i in range(times)]


def _makers() -> list[Callable[[random.Random], Composed]]:
    table = grid()
    makers: list[Callable[[random.Random], Composed]] = []
    makers += [lambda r, k=k, f=f: _single(r, k, f) for k in _KINDS for f in table[k]]  # type: ignore[misc]
    makers += [lambda r, t=t: _single(r, "directions", r.choice(table["directions"]), t) for t in table["periods"]]  # type: ignore[misc]
    makers += [lambda r, s=s, c=c: _compared(r, s, c) for s, rows in table["comparisons"].items() for c in rows]  # type: ignore[misc]
    makers += [lambda r, o=o: _another(r, o) for o in table["others"]]  # type: ignore[misc]
    makers += [lambda r, k=k, f=f: _listed(r, k, f) for k, rows in table["lists"].items() for f in rows]  # type: ignore[misc]
    makers += [lambda r, f=f, w=w: _shortened(r, f, w) for f, w in table["short"]["frames"]]  # type: ignore[misc]
    makers += [lambda r, f=f, w=w: _lettered(r, f, w) for f, w in table["letters"]["frames"]]  # type: ignore[misc]
    makers += [lambda r, f=f: _nothing(r, f) for f in table["zeros"]]  # type: ignore[misc]
    return makers
