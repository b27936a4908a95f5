"""What newspapers printed of goods whose book is not loaded: values and quantities, worded as they were."""

from datetime import date

import pytest
from made_ledger import MadeLedger, months, row

from tidewaiter.analysis.review.review import Review, review
from tidewaiter.briefing.report.content import Number, Table, plain, texts_of
from tidewaiter.briefing.review.sections import report
from tidewaiter.reference.groups import group

PRESS = {"source": "press", "currency": None, "released_on": date(2022, 5, 27), "good": "masks"}


def printed(period: str, **more: object) -> dict[str, object]:
    return row(
        **{"period": period, "hs": None, "value": None, **PRESS, "product": "face masks", "qualifier": "exact", **more}
    )


ROWS = [
    printed("2022-01/2022-04", quantity=10_600_000, unit="units", low=10_600_000, qualifier="more_than"),
    printed("2022-04", quantity=700_000, unit="units"),
    printed("2022-04", value=21_000, currency="USD"),
    printed("2022-03", value=5, currency="USD", released_on=date(2022, 4, 20)),
    printed("2022-03", value=9_000, currency="USD"),
    printed("2022-04", value=0, currency="USD", good="thermometers", product="thermometers"),
]


def reviewed(rows: list[dict[str, object]] = ROWS, **more: object) -> Review:
    covered = more.pop("covered", {})
    return review(MadeLedger(rows, covered=covered), country="PRK", group=group("covid-supplies"), since=2020, **more)


def said(found: Review, section: str) -> str:
    blocks = next((each.blocks for each in report(found).sections if each.id == section), ())
    return " | ".join(plain(text) for block in blocks for text in texts_of(block))


def test_each_figure_as_last_printed_with_its_row() -> None:
    found = reviewed()
    masks = [
        (each.period, each.value and each.value.value, each.quantity and each.quantity.value) for each in found.told
    ]
    assert masks[:4] == [
        ("2022-01/2022-04", None, 10_600_000),
        ("2022-04", 0, None),
        ("2022-04", 21_000, 700_000),
        ("2022-03", 9_000, None),
    ]
    assert all(fact.rows for each in found.told for fact in (each.value, each.quantity) if fact is not None)


def test_the_summary_tells_quantities_and_how_they_were_worded() -> None:
    words = said(reviewed(), "summary")
    assert (
        "Masks from China: more than 10.6 million units in January–April 2022 and 700,000 units ($21,000) in April 2022, "
        "as newspapers printed it." in words
    )
    assert "Thermometers from China: nothing ($0) in April 2022" in words


def test_the_table_has_every_figure_as_a_number_with_its_origin() -> None:
    (table,) = [
        block
        for section in report(reviewed()).sections
        for block in section.blocks
        if isinstance(block, Table) and block.id == "printed"
    ]
    cells = [plain(cell) for line in table.rows for cell in line]
    assert "more than 10.6 million units" in cells
    numbers = [run for line in table.rows for cell in line[3:] for run in cell if isinstance(run, Number)]
    assert len(numbers) == 5


def test_where_a_book_of_the_goods_is_loaded_it_speaks() -> None:
    rows = [*ROWS, row("2022-04", "630790", 21_345)]
    found = reviewed(rows, covered=months("comtrade", "CHN", "export", "2020-01", "2022-04"))
    assert found.told == ()


@pytest.mark.parametrize(("more", "count"), [({"as_of": date(2022, 5, 1)}, 1), ({"through": "2022-03"}, 1)])
def test_what_came_later_is_left_out(more: dict[str, object], count: int) -> None:
    assert len(reviewed(**more).told) == count
