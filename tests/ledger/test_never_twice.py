"""Whatever repeats a statement may lie beside it in a file: no question adds the two."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from tidewaiter.analysis.series import series
from tidewaiter.ledger.store import Ledger, open_ledger

HEAD = (
    "period,freqCode,reporterCode,flowCode,partnerCode,partner2Code,classificationCode,cmdCode,customsCode,motCode,"
    "isOriginalClassification,primaryValue\n"
)
CODES = ("300410", "300420", "300490", "300510")
MONTHS = ("202101", "202102", "202103")

#: (flow, month, code) and the value of the one row that stands for all regimes, modes and second partners together.
Facts = dict[tuple[str, str, str], int]
facts = st.dictionaries(
    st.tuples(st.sampled_from(["X", "M"]), st.sampled_from(MONTHS), st.sampled_from(CODES)),
    st.integers(2, 10_000),
    min_size=1,
    max_size=8,
)
OVERLAPS = ("world", "total", "chapter", "heading", "regimes", "modes", "seconds", "lies in it", "year", "older codes")


def row(flow: str, period: str, code: str, value: int, **more: str) -> str:
    cells = {"partner": "408", "second": "0", "edition": "H5", "regime": "C00", "mode": "0", "original": "true", **more}
    freq = "M" if len(period) == 6 else "A"
    return (
        f"{period},{freq},156,{flow},{cells['partner']},{cells['second']},{cells['edition']},{code},{cells['regime']},"
        f"{cells['mode']},{cells['original']},{value}\n"
    )


def repeated(known: Facts, overlaps: frozenset[str]) -> Iterator[str]:
    """Rows that say again what others say: sums of them, parts of them, and what lies in them."""
    for (flow, month, code), value in known.items():
        if "world" in overlaps:
            yield row(flow, month, code, value * 3, partner="0")
        if "regimes" in overlaps:
            yield from (row(flow, month, code, part, regime=name) for name, part in (("C01", 1), ("C04", value - 1)))
        if "modes" in overlaps:
            yield from (row(flow, month, code, part, mode=name) for name, part in (("2100", 1), ("3200", value - 1)))
        if "seconds" in overlaps:
            yield row(flow, month, code, value, second="156")
        if "lies in it" in overlaps:
            yield from (row(inner, month, code, value) for inner in {"X": ("DX", "RX"), "M": ("FM", "RM")}[flow])
        if "older codes" in overlaps:
            yield row(flow, month, code, value, edition="H4", original="false")
    for wide, level in (("total", 0), ("chapter", 2), ("heading", 4)):
        if wide in overlaps:
            yield from (row(*cell, value) for cell, value in sums(known, level).items())
    if "year" in overlaps:
        yield from (row(flow, "2021", code, value) for (flow, code), value in years(known).items())


def sums(known: Facts, level: int) -> Facts:
    found: Facts = {}
    for (flow, month, code), value in known.items():
        cell = flow, month, code[:level] or "TOTAL"
        found[cell] = found.get(cell, 0) + value
    return found


def years(known: Facts) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    for (flow, _, code), value in known.items():
        found[flow, code] = found.get((flow, code), 0) + value
    return found


def ledger_of(folder: str, lines: list[str]) -> Ledger:
    path = Path(folder) / "book.csv"
    path.write_text(HEAD + "".join(lines))
    ledger = open_ledger(Path(folder) / "ledger", embedded=False)
    ledger.load(path, source="comtrade", release=date(2022, 6, 1))
    return ledger


@settings(max_examples=6, deadline=None)
@given(known=facts, overlaps=st.frozensets(st.sampled_from(OVERLAPS)), seed=st.randoms(use_true_random=False))
def test_a_figure_is_the_same_whatever_repeats_it(known: Facts, overlaps: frozenset[str], seed) -> None:
    lines = [row(*cell, value) for cell, value in known.items()] + list(repeated(known, overlaps))
    seed.shuffle(lines)
    with TemporaryDirectory() as folder:
        ledger = ledger_of(folder, lines)
        for sign, flow in (("X", "export"), ("M", "import")):
            for asked in ("TOTAL", "30", "3004", "300490"):
                width = 0 if asked == "TOTAL" else len(asked)
                found = series(
                    ledger, reporter="CHN", partner="PRK", flow=flow, hs=asked, start="2021-01", end="2021-03"
                )
                for point in found:
                    month = point.period.replace("-", "")
                    parts = [
                        v
                        for (f, m, code), v in known.items()
                        if (f, m) == (sign, month) and asked[:width] == code[:width]
                    ]
                    if parts:
                        assert point.value_usd == sum(parts), (asked, point.period, sorted(overlaps))
                    else:
                        assert not point.value_usd
        assert ledger.connect().execute("SELECT count(*) FROM flows").fetchone() == (len(lines),)


@settings(max_examples=4, deadline=None)
@given(known=facts, overlaps=st.frozensets(st.sampled_from(["regimes", "modes", "seconds", "older codes", "world"])))
def test_the_book_adds_up_to_what_was_stated(known: Facts, overlaps: frozenset[str]) -> None:
    """What SQL over the view `book` sums within one flow and one level."""
    with TemporaryDirectory() as folder:
        ledger = ledger_of(
            folder, [row(*cell, value) for cell, value in known.items()] + list(repeated(known, overlaps))
        )
        found = ledger.connect().execute("SELECT flow_published, sum(value_usd) FROM book GROUP BY ALL").fetchall()
        stated: dict[str, Decimal] = {}
        for (flow, _, _), value in known.items():
            stated[flow] = stated.get(flow, Decimal(0)) + value
        assert dict(found) == stated


def test_parts_without_their_sum_are_all_counted() -> None:
    lines = [row("X", "202101", "300490", value, regime=name) for name, value in (("C01", 3), ("C04", 4))]
    with TemporaryDirectory() as folder:
        found = ledger_of(folder, lines).connect().execute("SELECT sum(value_usd) FROM book").fetchone()
    assert found == (7,)
