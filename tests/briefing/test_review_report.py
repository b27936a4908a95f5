"""The finished review: every number in it is walked to its rows and made again, in every format."""

import json
import re
import sys
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "analysis"))
from made_ledger import MadeLedger, months, row

from tidewaiter.analysis.review.facts import OPERATIONS, Fact
from tidewaiter.analysis.review.review import Review, review
from tidewaiter.briefing.report.content import When, Words, listed, plain, text
from tidewaiter.briefing.report.html import page
from tidewaiter.briefing.report.markdown import markdown_text
from tidewaiter.briefing.report.numbers import say
from tidewaiter.briefing.report.record import record
from tidewaiter.briefing.report.terminal import report_lines
from tidewaiter.briefing.review.sections import report
from tidewaiter.reference.groups import group


def ledger() -> MadeLedger:
    rows = []
    for year in range(2016, 2022):
        for month in (1, 2, 5, 9):
            rows.append(row(f"{year}-{month:02d}", "340111", 10_000 * (year - 2015) + month, quantity=500, unit="kg"))
            rows.append(row(f"{year}-{month:02d}", "TOTAL", 9_000_000 - 1_000_000 * (year - 2015)))
    rows.append(row("2022-02", "340111", "212000.5", quantity=4_000, unit="kg"))
    rows.append(row("2022-02", "TOTAL", 7_654_321))
    rows.append(row("2022-03", "392690", 88_000))
    rows.append(row("2019-06", "901811", 45_000))
    rows.append(row("2020-04/2021-03", "30049099", 1_440_000, source="india", reporter="IND"))
    return MadeLedger(rows, covered=months("comtrade", "CHN", "export", "2016-01", "2022-04"))


@pytest.fixture(scope="module")
def made() -> tuple[MadeLedger, Review]:
    book = ledger()
    return book, review(book, country="PRK", group=group("covid-supplies"), through="2022-04", since=2016)


def terminal(found: Review) -> str:
    """What the terminal shows, on one line."""
    lines = report_lines(report(found), width=400)
    return " ".join("".join(words for words, _ in line).strip() for line in lines)


class Walker(HTMLParser):
    """The page's words outside links, times, codes and charts; its links to numbers; the entries they lead to."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.links: list[tuple[str, str]] = []
        self.loose: list[str] = []
        self.ids: set[str] = set()
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.add(tag)
        if found.get("id"):
            self.ids.add(str(found["id"]))
        if tag not in ("meta", "br"):
            self.open.append((tag, found))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        tags = [tag for tag, _ in self.open]
        classes = {str(found.get("class")) for _, found in self.open}
        link = next((found for tag, found in self.open if tag == "a" and found.get("class") == "n"), None)
        if link is not None:
            self.links.append((str(link["href"])[1:], data))
        elif not ({"time", "code", "svg", "style", "cite", "title"} & set(tags) or "term" in classes):
            self.loose.append(data)


def made_again(book: MadeLedger, facts: dict[str, Fact], fact: Fact) -> Decimal:
    """The value of a fact from the rows of the ledger alone, down through its operands."""
    if fact.operands:
        return OPERATIONS[fact.how]([made_again(book, facts, facts[ident]) for ident in fact.operands])
    if fact.how == "given":
        assert fact.source
        return fact.value
    total = Decimal(0)
    for ref in fact.rows:
        found = book.connect().execute(
            "SELECT f.value, f.currency, coalesce(f.quantity, f.net_weight_kg) FROM flows AS f WHERE f.file_sha256 = ? AND f.line = ?",
            [ref.sha256, ref.line],
        ).fetchall()  # fmt: skip
        (values,) = found
        total += values[0] if values[1] == fact.unit else values[2]
    return total


def test_every_number_of_the_page_leads_to_rows_that_make_it(made: tuple[MadeLedger, Review]) -> None:
    book, found = made
    whole = report(found)
    walker = Walker()
    walker.feed(page(whole))
    facts = whole.shown()
    assert len(walker.links) > 40
    forms = {(number.fact.id, number.text): number.form for number in whole.numbers()}
    for ident, words in walker.links:
        fact = facts[ident]
        again = made_again(book, facts, fact)
        assert again == fact.value
        assert words == say(fact.unit, again, forms[ident, words], scope=fact.scope, below=fact.below)
        assert ident in walker.ids, f"{words} leads nowhere"


def test_no_number_stands_in_the_page_without_a_link(made: tuple[MadeLedger, Review]) -> None:
    walker = Walker()
    walker.feed(page(report(made[1])))
    loose = [words for words in walker.loose if re.search(r"\d", words)]
    # A group's name may hold a digit: COVID-19.
    assert [words for words in loose if re.search(r"\d", words.replace("COVID-19", ""))] == []


def test_the_walk_sees_a_number_without_a_link() -> None:
    walker = Walker()
    walker.feed("<p>Soap rose <a class='n' href='#n1'>12%</a> to $5 million in <time>2022</time></p>")
    assert walker.links == [("n1", "12%")]
    assert [words for words in walker.loose if re.search(r"\d", words)] == [" to $5 million in "]


def test_the_page_holds_no_script_and_fetches_nothing(made: tuple[MadeLedger, Review]) -> None:
    whole = page(report(made[1]))
    walker = Walker()
    walker.feed(whole)
    assert not walker.tags & {"script", "img", "iframe", "object", "embed", "form", "input"}
    assert "default-src &#x27;none&#x27;" in whole


def test_sentences_say_what_the_books_say(made: tuple[MadeLedger, Review]) -> None:
    said = terminal(made[1])
    assert (
        "Soap from China came to $212,000 (4,000 kg) in January–April 2022, 76.7% more than a year earlier: more than in "
        "the same months of any of the 6 years before that are known, of which January–April 2021 had the most, "
        "$120,003." in said
    )
    assert "All goods from China came to $7.65 million in January–April 2022, 27.6% more than in " in said
    assert "from China ceased: nothing since June 2019 ($45,000), though every month to April 2022 is published" in said


def test_what_is_not_known_reads_so(made: tuple[MadeLedger, Review]) -> None:
    said = terminal(made[1])
    assert "Not known through April 2022 from the books of India" in said
    assert "April 2020 to March 2021" in said
    assert "$1.44 million" in said


def test_what_is_known_in_part_is_told_where_nothing_can_be_compared() -> None:
    book = MadeLedger(
        [row("2022-02", "340111", 45_000)], covered=months("comtrade", "CHN", "export", "2022-02", "2022-03")
    )
    said = terminal(review(book, country="PRK", group=group("covid-supplies"), through="2022-04", since=2020))
    assert "Soap from China: at least $45,000 in January–April 2022." in said
    assert "nothing that can be said" not in said


def test_markdown_links_every_number_and_escapes_what_it_quotes(made: tuple[MadeLedger, Review]) -> None:
    whole = markdown_text(report(made[1]))
    targets = set(re.findall(r"\]\(#(n\d+)\)", whole))
    assert len(targets) > 40
    assert targets <= set(re.findall(r'<a id="(n\d+)">', whole))


def test_the_record_is_json_with_rows_behind_every_fact(made: tuple[MadeLedger, Review]) -> None:
    found = json.loads(json.dumps(record(report(made[1])), default=str))
    assert found["facts"]
    for fact in found["facts"].values():
        assert fact["rows"] or fact["operands"] or fact["how"] == "none"


def test_nothing_is_wider_than_the_terminal(made: tuple[MadeLedger, Review]) -> None:
    for width in (40, 80, 120):
        for line in report_lines(report(made[1]), width=width):
            assert len("".join(words for words, _ in line).rstrip()) <= width


def test_texts_are_built_from_named_parts() -> None:
    built = text("{goods} in {when}", goods="soap", when=When("2022-05"))
    assert plain(built) == "Soap in May 2022"
    assert plain(listed([Words("a"), Words("b"), Words("c")])) == "a, b and c"
    with pytest.raises(KeyError):
        text("{goods} in {when}", goods="soap")


@pytest.mark.parametrize(
    ("unit", "value", "form", "said"),
    [
        ("USD", "16743210", "amount", "$16.7 million"),
        ("USD", "930932", "amount", "$930,932"),
        ("USD", "0", "amount", "$0"),
        ("percent", "-81.04", "size", "81%"),
        ("percent", "-81.04", "signed", "−81%"),
        ("percent", "12.5", "signed", "+12.5%"),
        ("place", "1", "place", "1st"),
        ("place", "12", "place", "12th"),
        ("place", "23", "place", "23rd"),
        ("times", "1.4567", "bare", "1.5"),
        ("USD_per_kg", "0.96286", "amount", "$0.963 per kg"),
        ("USD_per_kg", "0.0020631", "amount", "$0.00206 per kg"),
        ("USD_per_kg", "12345678", "amount", "$12.3 million per kg"),
        ("USD", "13.999", "amount", "$14"),
        ("USD", "61.035", "amount", "$61.04"),
        ("USD", "0.5", "amount", "$0.5"),
        ("kg", "0.0704", "amount", "0.0704 kg"),
        ("USD", "45123", "step", "+$45,123"),
        ("USD", "-1045123", "step", "−$1.05 million"),
        ("USD_per_kg", "9.628", "amount", "$9.63 per kg"),
    ],
)
def test_how_numbers_are_said(unit: str, value: str, form: str, said: str) -> None:
    assert say(unit, Decimal(value), form) == said


def test_a_part_says_at_least() -> None:
    assert say("USD", Decimal(5_000_000), scope="least") == "at least $5 million"


def test_a_chart_is_drawn_for_a_phone_too(made: tuple[MadeLedger, Review]) -> None:
    whole = page(report(made[1]))
    boxes = re.findall(r'class="(at-desk|on-phone)"><svg[^>]*viewBox="0 0 (\d+)', whole)
    assert {name: int(width) for name, width in boxes} == {"at-desk": 640, "on-phone": 350}
    assert whole.count('class="at-desk"') == whole.count('class="on-phone"') > 0


def test_lines_of_words_are_cards_on_a_phone_and_name_their_columns() -> None:
    from tidewaiter.briefing.report.content import Column, Report, Section, Table

    heads = ("Measure", "Goods", "From", "To", "Value")
    columns = tuple(Column((Words(word),), numeric=word == "Value") for word in heads)
    rows = ((*((Words(f"some {word}"),) for word in heads[:4]), ()),)
    words = page(Report("t", (), (Section("s", "S", (Table("x", (Words("c"),), columns, rows),)),)))
    assert 'class="table cards"' in words
    assert '<td data-label="Goods">some Goods</td>' in words
    numbers = page(
        Report("t", (), (Section("s", "S", (Table("x", (Words("c"),), (columns[0], *columns[4:] * 5), ()),)),))
    )
    assert 'class="table wide"' in numbers
    assert "data-label=" not in numbers.partition("</style>")[2]
