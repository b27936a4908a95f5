"""A card of the user's own: as the docs show it, tried out and loaded, and what can be wrong with it."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tidewaiter.errors import ReferenceDataError, SourceError
from tidewaiter.faces.cli import cli
from tidewaiter.ledger.store import open_ledger
from tidewaiter.ledger.trial import trial
from tidewaiter.sources import registry
from tidewaiter.sources.own import own_card
from tidewaiter.sources.whole import check_whole

PAGE = Path(__file__).parents[2] / "docs" / "sources.md"


def example(name: str) -> str:
    """A block of the docs."""
    found = re.search(rf"<!-- example: {name} -->\n```\w+\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    return found[1]


@pytest.fixture
def card(tmp_path: Path) -> Path:
    path = tmp_path / "westmark.yml"
    path.write_text(example("own card"))
    return path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "may.csv"
    path.write_text(example("own file"))
    return path


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(arg) for arg in args])


def test_the_example_of_the_docs_is_understood_and_loads(card: Path, file: Path, tmp_path: Path) -> None:
    checked = run("sources", "check", card, file)
    assert checked.exit_code == 0, checked.output
    assert "'Value (1000 EUR)' says value × 1,000" in checked.stdout
    assert "'Clerk' says ignored: who wrote the line" in checked.stdout
    assert "2 rows read = 2 usable + 0 ignored + 0 refused, 2022-05 to 2022-05" in checked.stdout
    assert "value 12500, currency EUR" in checked.stdout
    assert {path.name for path in tmp_path.iterdir()} == {"westmark.yml", "may.csv"}, "nothing is loaded"
    loaded = run("load", "--card", card, file, "--ledger", tmp_path / "ledger")
    assert loaded.exit_code == 0, loaded.output
    assert "westmark, release" in loaded.stdout
    rows = (
        open_ledger(tmp_path / "ledger", embedded=False)
        .connect()
        .execute(
            "SELECT source, reporter, partner, flow, period, hs, value, currency, net_weight_kg FROM book ORDER BY line"
        )
    )
    assert rows.fetchall() == [
        ("westmark", "PRT", "PRK", "export", "2022-05", "300490", Decimal(12500), "EUR", Decimal(750)),
        ("westmark", "PRT", "KOR", "import", "2022-05", "030389", Decimal(7000), "EUR", Decimal(1200)),
    ]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("id: westmark", "id: comtrade", "the id 'comtrade' is taken"),
        ("id: westmark\n", "", "the card lacks id"),
        ("reporter: PRT", "reporter: PRX", "PRX"),
        ("reporter: PRT", "reporter: [PRT]", "reporter is ['PRT']"),
        ("currency: EUR\n", "", "the card names no currency"),
        ("currency: EUR", "currency: ECU", "no such currency: 'ECU'"),
        ("Month: period", "Month: moon", "heading 'Month' cannot say 'moon'"),
        ("times: 1000}\n  Tonnes", "times: many}\n  Tonnes", "cannot be multiplied by 'many'"),
        ("flows: {export: [out]", "flows: {outward: [out]", "no such flow: outward"),
        ("flows: {export: [out], import: [in]}", "flows: out", "flows is 'out'"),
        ("flows: {export: [out]", "flows: {export: out", "flows holds 'out'"),
        ("currency: EUR", "currency: EUR\npartners: mars", "no such list of partners: 'mars'"),
        ("currency: EUR", "currency: EUR\nunits: stones", "no such list of units: 'stones'"),
        ("currency: EUR", "currency: EUR\nconfidential_codes: '['", "is no pattern"),
        ("currency: EUR", "currency: EUR\ncolour: red", "a card has no 'colour'"),
        ("columns:", "columns: [", "not YAML"),
        ("import: [in]", "import: [Out]", "flows: 'Out' stands for export and for import"),
        ("id: westmark", "id: ../../quay", "id is '../../quay'"),
        ("id: westmark", "id: .quay", "id is '.quay'"),
        ("reporter: PRT\n", "", "the card lacks reporter (reporter: CHN, or a heading"),
        ("flows: {export: [out], import: [in]}\n", "", "the card lacks flows (say which words"),
        ("Way: flow", "Way: {ignored: which way}", "the card lacks flow (flow: export, or a heading"),
        ("Month: period", "Month: {ignored: when}", "no heading of the card says period or year"),
        ("flows: {export: [out], import: [in]}", "flow: outward", "no such flow: outward"),
        ("flows: {export: [out], import: [in]}", "flow: export", "flow and heading 'Way' both say the flow"),
        ("flows: {export: [out], import: [in]}", "direction: true", "direction and heading 'Way' both say the flow"),
        ("currency: EUR", "currency: EUR\npartner: PRK", "partner and heading 'Country' both say the partner"),
    ],
)
def test_what_is_wrong_with_a_card_is_said(card: Path, before: str, after: str, said: str) -> None:
    text = card.read_text()
    assert before in text
    card.write_text(text.replace(before, after, 1))
    with pytest.raises(ReferenceDataError) as raised:
        own_card(card)
    assert said in str(raised.value)
    assert "westmark.yml" in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("North Korea", "Ruritania", "line 2, 'Country'.*Ruritania"),
        (",out,", ",sideways,", "line 2, 'Way'.*unknown flow 'sideways'"),
        ("Clerk", "Officer", "heading 'Officer' is not on the card"),
        ("12.5", "twelve", "line 2, 'Value \\(1000 EUR\\)'.*not a number"),
        ("Way", "Clerk", "'Way'"),
        ("Code", "Clerk", "needs a column 'Code'"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_by_its_line(
    card: Path, file: Path, before: str, after: str, said: str
) -> None:
    text = file.read_text()
    assert before in text
    file.write_text(text.replace(before, after, 1))
    with pytest.raises(SourceError, match=said) as raised:
        trial(file, own_card(card))
    assert raised.value.cure
    failed = run("sources", "check", card, file)
    assert failed.exit_code == 2
    assert failed.stderr.count("\n") == 1


def test_a_card_for_one_partner_and_one_flow_with_units(tmp_path: Path) -> None:
    card, file = tmp_path / "own.yml", tmp_path / "own.csv"
    card.write_text(
        "id: pier\nname: Pier\nreporter: CHN\npartner: PRK\nflow: export\ncurrency: USD\n"
        "unit_words: {sack: units}\nedition_since: {2017: HS2017}\n"
        "columns: {When: period, HS: hs, USD: value, Number: quantity, What: unit_name}\n"
    )
    file.write_text("When,HS,USD,Number,What\n2019-03,110100,1000.5,20,sack\n2019-04,110100,7,2,tonnes\n")
    ledger = open_ledger(tmp_path / "ledger", embedded=False)
    ledger.load(file, card=own_card(card))
    found = ledger.connect().execute(
        "SELECT reporter, partner, flow, period, edition, value, quantity, unit FROM book ORDER BY line"
    )
    assert found.fetchall() == [
        ("CHN", "PRK", "export", "2019-03", "HS2017", Decimal("1000.5"), Decimal(20), "units"),
        ("CHN", "PRK", "export", "2019-04", "HS2017", Decimal(7), Decimal(2), "tonnes"),
    ]


@pytest.fixture
def odd(tmp_path: Path) -> tuple[Path, Path]:
    card, file = tmp_path / "lagoa.yml", tmp_path / "maio.csv"
    card.write_text(example("odd card"), encoding="utf-8")
    file.write_text(example("odd file"), encoding="cp1252")
    return card, file


def test_odd_signs_and_encodings_as_the_docs_show_them(odd: tuple[Path, Path], tmp_path: Path) -> None:
    card, file = odd
    checked = run("sources", "check", card, file)
    assert checked.exit_code == 0, checked.output
    assert "2 rows read = 2 usable + 0 ignored + 0 refused" in checked.stdout
    ledger = open_ledger(tmp_path / "ledger", embedded=False)
    ledger.load(file, card=own_card(card))
    found = ledger.connect().execute("SELECT partner, flow, hs, value, net_weight_kg FROM flows ORDER BY line")
    assert found.fetchall() == [
        ("PRK", "export", "02071400", Decimal(1_012_500), Decimal("750.25")),
        ("CHN", "import", "8708", Decimal(1_234_000), Decimal(1200)),
    ]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("1.012,5", "10.12,5", "line 2, 'Valor.*where no thousands end"),
        ("1.012,5", "1,012.5", "line 2, 'Valor.*not a number|where no thousands end"),
        ("0207.14.00", "020.714", "line 2, 'Código SH'.*not an HS code"),
        ("China", "Atlântida", "line 3, 'País'.*Atlântida"),
    ],
)
def test_what_odd_signs_cannot_mean_is_said(odd: tuple[Path, Path], before: str, after: str, said: str) -> None:
    card, file = odd
    file.write_text(file.read_text("cp1252").replace(before, after), encoding="cp1252")
    with pytest.raises(SourceError, match=said):
        trial(file, own_card(card))


@pytest.mark.parametrize(
    ("thousands", "decimal", "number", "value"),
    [
        ("true", ".", "1,234,567.5", "1234567.5"),
        ("true", ".", "12,34,567", "1234567"),
        ("true", ",", "1 234 567,5", "1234567.5"),
        ("true", ",", "1\u00a0234,5", "1234.5"),
        ("true", ",", "1\u202f234", "1234"),
        ('"\'"', ".", "1'234'567.5", "1234567.5"),
        ("false", ",", "1234,5", "1234.5"),
    ],
)
def test_numbers_as_publishers_print_them(
    tmp_path: Path, thousands: str, decimal: str, number: str, value: str
) -> None:
    card, file = tmp_path / "own.yml", tmp_path / "own.csv"
    card.write_text(
        f"id: pier\nname: Pier\nreporter: CHN\npartner: PRK\nflow: export\ncurrency: USD\nthousands: {thousands}\n"
        f"decimal: '{decimal}'\ncolumns: {{When: period, HS: hs, USD: value}}\n"
    )
    file.write_text(f"When;HS;USD\n2019-03;110100;{number}\n")
    assert trial(file, own_card(card)).first["value"] == Decimal(value)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("encodings: [klingon]", "no such encoding: 'klingon'"),
        ("decimal: ';'", "decimal is ';'"),
        ("thousands: '0'", "thousands is '0'"),
        ("party_words: {Nowhere: QQQ}", "no such country: 'QQQ'"),
    ],
)
def test_signs_that_no_card_can_have(card: Path, line: str, said: str) -> None:
    card.write_text(f"{card.read_text()}{line}\n")
    with pytest.raises(ReferenceDataError, match=said):
        own_card(card)


def test_a_card_means_the_letters_that_stand_there(tmp_path: Path) -> None:
    card, file = tmp_path / "own.yml", tmp_path / "own.csv"
    card.write_text(
        "id: pier\nname: Pier\nreporter: CHN\nflow: export\ncurrency: USD\nedition_since: {2017: HS2017}\n"
        "party_words: {032: ARG, 187: PRK}\n"
        "columns: {No: {ignored: a number}, When: period, Whom: partner_code, HS: hs, USD: value, On: {only: [yes, no]}}\n"
    )
    file.write_text("No,When,Whom,HS,USD,On\n1,2019-03,032,110100,5,no\n2,2019-04,187,110100,6,yes\n")
    ledger = open_ledger(tmp_path / "ledger", embedded=False)
    ledger.load(file, card=own_card(card))
    found = ledger.connect().execute("SELECT partner, period, value, edition FROM flows ORDER BY line")
    assert found.fetchall() == [
        ("ARG", "2019-03", Decimal(5), "HS2017"),
        ("PRK", "2019-04", Decimal(6), "HS2017"),
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("currency: USD", "'currency' stands there twice"),
        ("edition_since: {soon: HS2017}", "edition_since holds"),
        ("? [a, b]\n: c", "a key that is no word"),
        ("flow: !!python/object/apply:os.getcwd []", "not YAML: could not determine a constructor"),
    ],
)
def test_what_a_card_cannot_hold(card: Path, line: str, said: str) -> None:
    card.write_text(f"{card.read_text()}{line}\n")
    with pytest.raises(ReferenceDataError, match=said):
        own_card(card)


def test_a_card_like_another_adds_to_it(tmp_path: Path) -> None:
    card, file = tmp_path / "more.yml", tmp_path / "e109202501.csv"
    card.write_text(example("like card"))
    file.write_text(
        '"Date of data","Commodity code","Commodity","Trading partner code","Trading partner","Customs office","Quantity",'
        '"Unit","Supplimentary Quantity","Supplimentary Unit","US dollar",\n'
        '"202501","04090000","Honey","109","Korea,DPR","Dandong","2","Hive","9","Kilogram","1,000",\n'
    )
    folder = tmp_path / "ledger"
    with pytest.raises(SourceError, match="heading 'Customs office' is not on the card"):
        open_ledger(folder, embedded=False).load(file)
    loaded = run("load", "--card", card, file, "--ledger", folder, "--release", "2025-03-01")
    assert loaded.exit_code == 0, loaded.output
    found = (
        open_ledger(folder, embedded=False).connect().execute("SELECT source, flow, quantity, unit, value FROM flows")
    )
    assert found.fetchall() == [("china", "export", Decimal(2), "units", Decimal(1000))]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("like: mars\nid: own\nname: Own\n", "like: no such source: 'mars'"),
        ("like: china\nid: comtrade\n", "the id 'comtrade' is taken"),
        ("like: china\nid: own\nunit_words: [Hive]\n", "unit_words is"),
        ("like: china\nid: own\nunit_words: {Hive: zorgs}\n", "zorgs"),
    ],
)
def test_what_a_card_like_another_cannot_be(tmp_path: Path, text: str, said: str) -> None:
    card = tmp_path / "more.yml"
    card.write_text(text)
    with pytest.raises(ReferenceDataError, match=said):
        own_card(card)


@pytest.mark.parametrize("name", [card.id for card in registry.cards()])
def test_every_card_of_the_package_is_whole(name: str) -> None:
    check_whole(registry.card(name), registry.path_of(name))


def test_a_card_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ReferenceDataError, match="no such card"):
        own_card(tmp_path / "absent.yml")
