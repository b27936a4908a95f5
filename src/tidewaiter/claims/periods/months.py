"""Months and runs of months: quarters, halves, "the first four months", "the previous three"."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from tidewaiter.claims.periods import fiscal
from tidewaiter.claims.periods.anchor import Anchor
from tidewaiter.claims.periods.grammar import Grammar
from tidewaiter.claims.periods.parts import is_named, months_of, year_in
from tidewaiter.period import Period, Point

#: Days of a month, and by how many so many months may be longer or shorter.
_MONTH_DAYS, _DAYS_OFF = 30.5, 8
#: Months that a half, two thirds and a third of a year take, and the longest run of them that is told by its end.
_SIZES, _LONGEST = {"half": 6, "two-": 8, "two ": 8, "thir": 4}, 36
#: How a year that is still running is named.
_NOW = frozenset({"this", "current"})
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}
#: Days after which a quarter is no news, and within which it is.
_STALE, _FRESH = 150, 110


def build_month(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """A month by name, of the year said or the latest that fits."""
    month = g.month(parts["m"])
    year = year_in(parts, anchor, g) if is_named(parts) else None if month is None else anchor.latest(month)
    return None if month is None or year is None else Period.month(year, month)


def build_rel_month_name(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """ "Last October", "this May"; "the previous May", before the time spoken of."""
    month = g.month(parts["m"])
    if month is not None and parts["r"].lower().startswith("the "):
        current = anchor.current
        if current is None or not current.end.month:
            return None
        return Period.month(current.end.year - (month >= current.end.month), month)
    year = None if month is None else anchor.latest(month)
    if month is None or year is None:
        return None
    if parts["r"].lower() == "next":
        year += 1
    elif parts["r"].lower() == "last" and month == anchor.month:
        year -= 1
    return Period.month(year, month)


def build_month_of_year(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """ "The final month of 2021", "the opening month of the year"."""
    month = 1 if g.number(parts["o"].lower()) == 1 else 12
    year = year_in(parts, anchor, g) if is_named(parts) else anchor.latest(month)
    return None if year is None else Period.month(year, month)


def build_rel_month(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """ "Last month", "the same month"."""
    word = g.relative.get(parts["r"], parts["r"]).lower()
    word = "following" if word == "the next" else word.removeprefix("the ")
    if word in {"same", "that", "the", "following"}:
        current = anchor.current
        if word == "the" and current is not None and not current.is_year and current.end.month:
            # "For the month", in a text on the first eleven.
            current = _month_of_days(current) or current.last_month()
        if current is None or not current.is_month:
            return None
        # "In August it bought wine. The following month, …": after the month spoken of.
        return current if word != "following" else next_month(current)
    current = anchor.current
    if word == "previous":
        # "3月…，前一个月只有1万吨": before the month spoken of.
        return current.previous() if current is not None and current.is_month else None
    if anchor.year is None or anchor.month is None:
        return None
    index = anchor.year * 12 + anchor.month - 1 + {"last": -1, "past": -1, "next": 1}.get(word, 0)
    return Period.month(index // 12, index % 12 + 1)


def _month_of_days(current: Period) -> Period | None:
    """ "下旬20亿美元，当月共67亿美元": the month that a day, or a part of it told in days, is of."""
    start, end = current.start, current.end
    inside = start is not None and start.day and (start.year, start.month) == (end.year, end.month)
    return Period.month(end.year, end.month) if inside else None


def next_month(month: Period) -> Period:
    """The month after a month."""
    return Period.month(month.end.year + month.end.month // 12, month.end.month % 12 + 1)


def build_months(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """ "January to April", over the turn of a year where it must."""
    # "3월부터 연말까지": to December; "年初至9月": from January.
    first, last = g.month(parts.get("m", "1")), g.month(parts["m2"]) if "m2" in parts else 12
    if first is None or last is None:
        return None
    if "and" in parts and last != first % 12 + 1:
        # "3月和9月": no run of months, of which the one named last is spoken of.
        return build_month({**parts, "m": parts["m2"]}, anchor, g)
    if "y2" in parts:
        end_year = int(parts["y2"])
        start_year = int(parts.get("y", parts["y2"])) if "y" in parts else end_year - (last < first)
    elif "r2" in parts:
        # "去年10月至今年9月", "2022年11月至次年3月"
        begun, word = year_in(parts, anchor, g), g.relative.get(parts["r2"], parts["r2"])
        ended = begun + 1 if begun is not None and word == "following" else year_in({"r": parts["r2"]}, anchor, g)
        if ended is not None and not is_named(parts):  # "from October to January this year"
            begun = ended - (last < first)
        if begun is None or ended is None:
            return None
        start_year, end_year = begun, ended
    elif is_named(parts):
        year = year_in(parts, anchor, g)
        if year is None:
            return None
        # "Between September 2019 and March" begins in the year that it names.
        end_year = year + ("led" in parts and last < first)
        start_year = end_year - (last < first)
    else:
        latest = anchor.latest(last)
        if latest is None:
            return None
        end_year, start_year = latest, latest - (last < first)
    return Period(Point(start_year, first), Point(end_year, last))


def build_months_listed(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """ "May, June and July", which is their run; of months that follow one another in no row there is none."""
    named = [parts["m"], *parts["listed"].replace(",", " ").split(), parts["m2"]]
    months = [g.month(name) for name in named]
    in_a_row = all(a is not None and b == a % 12 + 1 for a, b in pairwise(months))
    return build_months({k: v for k, v in parts.items() if k != "listed"}, anchor, g) if in_a_row else None


def build_first_months(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """ "The first four months", "six months to June", "the year to May"."""
    # "The year to May" is twelve months.
    n = _SIZES.get(parts["size"][:4].lower(), 3) if "size" in parts else g.number(parts.get("n", "12"))
    if n is None or not 1 <= n <= (_LONGEST if "m" in parts else 12):
        return None
    if "m" in parts:
        last = g.month(parts["m"])
        if last is None:
            return None
        year = year_in(parts, anchor, g) if is_named(parts) else anchor.latest(last)
        if year is None:
            return None
        if "d" in parts:
            # "截至2月24日的12个月"
            day = date(year, last, int(parts["d"]))
            index = year * 12 + last - 1 - n
            began = date(index // 12, index % 12 + 1, min(day.day, 28)) + timedelta(days=1)
            return Period(Point(began.year, began.month, began.day), Point(year, last, day.day))
        # "From the start of the year to the end of May".
        index = year * 12 + last - (last if "since" in parts else n)
        return Period(Point(index // 12, index % 12 + 1), Point(year, last))
    current = anchor.current
    if parts.get("r", "").lower() in _NOW and current is not None and fiscal.is_first_of(current, n, anchor):
        # "The first five months of this year", in a text on those of the fiscal year.
        return current
    if is_named(parts):
        return months_of(year_in(parts, anchor, g), 1, n)
    if anchor.current is not None and fiscal.begins_year(anchor):
        return fiscal.months_from(anchor.current, anchor, n)
    return months_of(anchor.latest(n), 1, n)


def build_months_so_far(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """ "The five-month total": January to the month spoken of, where that is the fifth."""
    n, current = g.number(parts["n"]), anchor.current
    if current is not None and current.whole_months and not current.is_month and len(current.months()) == n:
        return current
    if current is not None and current.start is not None and current.start.day and current.start.month != 1:
        # "During the nine-month period" of a year that began on 21 March.
        return current if n is not None and _lasts(current, n) else None
    if n is None or current is None or current.end.month != n or current.start is None or not current.whole_months:
        return None
    quarter = len(current.months()) == 3 and not n % 3
    return months_of(current.end.year, 1, n) if current.is_month or quarter or current.start.month == 1 else None


def _lasts(current: Period, n: int) -> bool:
    """Whether a time told in days takes about so many months."""
    days = 0 if current.start is None else (current.last_day - current.start.first_day).days
    return abs(days - n * _MONTH_DAYS) <= _DAYS_OFF


def build_last_months_year(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """ "The last three months of 2021"."""
    n, current = g.number(parts["n"]), anchor.current
    year = year_in(parts, anchor, g) if is_named(parts) else None
    if year is None and not is_named(parts) and current is not None and current.is_year:
        # "The final two months" of the year just named.
        year = current.end.year
    return None if n is None or n > 12 else months_of(year, 13 - n, 12)


def build_last_months(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """ "The last three months", "the previous four months"."""
    n = g.number(parts["n"])
    if n is None or not n:
        return None
    word = g.relative.get(parts.get("r", ""), parts.get("r", "last")).lower()
    current = anchor.current
    if word in {"previous", "preceding", "prior"}:
        if current is None or current.start is None or not current.whole_months:
            return None
        if not current.is_month and len(current.months()) != n:
            return None
        # Behind a span, as many months before it began.
        last = current.start.year * 12 + (current.start.month or 1) - 2
    elif current is not None and current.start is not None and current.start.day and _lasts(current, n):
        # "In the past seven months", in a text on those of a fiscal year that began on 16 July.
        return current
    elif "fiscal" in parts:
        # "In the last seven months of the fiscal year": the months that the text is on, or none that it tells.
        return current if current is not None and current.whole_months and len(current.months()) == n else None
    elif anchor.data_end is not None and anchor.data_end.month:
        last = anchor.data_end.year * 12 + anchor.data_end.month - 1
    else:
        return None
    first = last - n + 1
    return Period(Point(first // 12, first % 12 + 1), Point(last // 12, last % 12 + 1))


def build_months_after(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """ "Over the following twelve months" to those spoken of; None where they are yet to come."""
    current, n = anchor.current, g.number(parts.get("n") or parts.get("n2") or "")
    if current is None or n is None or not current.whole_months or not anchor.year or not anchor.month:
        return None
    first = current.end.year * 12 + (current.end.month or 12)
    last = first + n - 1
    if last > anchor.year * 12 + anchor.month - 1:
        return None
    return Period(Point(first // 12, first % 12 + 1), Point(last // 12, last % 12 + 1))


def _quarter_like(parts: dict[str, str], anchor: Anchor, g: Grammar, size: int) -> Period | None:
    which = g.number(parts.get("o") or parts.get("n") or parts.get("n2") or "")
    which = _ROMAN.get(parts.get("rom", "").upper(), which)
    if which is None or not 1 <= which <= 12 // size:
        return None
    last = which * size
    year = year_in(parts, anchor, g) if is_named(parts) else anchor.latest(last)
    found = months_of(year, last - size + 1, last)
    if found is not None and not is_named(parts) and anchor.day is not None and anchor.fiscal_start not in {None, 1}:
        # "In the first quarter", told in October of a country whose fiscal year begins in July.
        own = fiscal.part_now(anchor, (which - 1) * size, size)
        stale = (anchor.day - found.last_day).days > _STALE
        if own is not None and stale and 0 <= (anchor.day - own.last_day).days <= _FRESH:
            return own
    return found


def build_quarter(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """A quarter of a calendar year; "last quarter", without a year, the one before the text was written."""
    if g.relative.get(parts.get("o", ""), parts.get("o", "")).lower() == "last" and not is_named(parts):
        spoken = anchor.current
        if spoken is not None and spoken.whole_months and not spoken.is_month and len(list(spoken.months())) == 3:
            # "较上一季度", in a text on a quarter.
            return spoken.previous()
        if anchor.year is None or anchor.month is None:
            return None
        last = anchor.year * 12 + (anchor.month - 1) // 3 * 3 - 1
        return months_of(last // 12, last % 12 - 1, last % 12 + 1)
    return _quarter_like(parts, anchor, g, 3)


def build_the_quarter(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """ "During the quarter", where a quarter is spoken of, or the month that it ends with."""
    current = anchor.current
    if current is None or not current.whole_months or current.end.month % 3:
        return None
    if not current.is_month and len(current.months()) > 3:
        return None
    return months_of(current.end.year, current.end.month - 2, current.end.month)


def build_other_part(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """ "In the second", of the quarters or halves of the year spoken of."""
    current = anchor.current
    size = 0 if current is None or not current.whole_months else len(current.months())
    if current is None or size not in {3, 6} or current.end.month % size:
        return None
    which = g.number(parts["o"].lower()) or 0
    return months_of(current.end.year, which * size - size + 1, which * size) if which * size <= 12 else None


def build_half(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """A half of a calendar year."""
    return _quarter_like(parts, anchor, g, 6)


def build_quarters(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """ "The first three quarters"."""
    n = g.number(parts["n"]) or 0
    year = year_in(parts, anchor, g) if is_named(parts) else anchor.latest(3 * n)
    return months_of(year, 1, 3 * n)
