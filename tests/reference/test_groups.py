"""Groups of goods: those that come with the package, a user's own, and what is wrong with one."""

from pathlib import Path

import pytest

from tidewaiter.errors import InputError, UsageError
from tidewaiter.reference import goods
from tidewaiter.reference.groups import group, group_ids


@pytest.mark.parametrize("name", group_ids())
def test_every_group_has_codes_for_each_of_its_goods(name: str) -> None:
    found = group(name)
    assert found.title
    assert len(found.products) > 5
    for product in found.products:
        assert goods.codes(product.id, 2022) or goods.codes(product.id, 2017), product.id


def test_a_kind_of_goods_is_a_group_with_its_parts() -> None:
    found = group("fertiliser") if "fertiliser" not in group_ids() else group("cereals")
    assert found.products[0].id in ("cereals", "fertiliser")
    assert "rice" in {product.id for product in found.products}


def test_codes_are_a_group() -> None:
    found = group("0303,1006")
    assert [product.hs for product in found.products] == [("0303",), ("1006",)]


def test_a_users_own_in_five_lines(tmp_path: Path) -> None:
    path = tmp_path / "mine.yml"
    path.write_text(
        "title: Masks and soap\nsections:\n  Protection: [masks]\n  Hygiene:\n    Bars: ['340111', '3401.19']\n"
    )
    found = group(str(path))
    assert found.title == "Masks and soap"
    assert [(p.title, p.hs) for p in found.products] == [("Masks", ("masks",)), ("Bars", ("340111", "340119"))]


@pytest.mark.parametrize("written", ["0101", "'0101'", "01.01", "0101.10", "0b11", "0302_10", "1e5", "02:30"])
def test_codes_are_the_digits_that_stand_there(tmp_path: Path, written: str) -> None:
    path = tmp_path / "mine.yml"
    path.write_text(f"title: Stable\nsections:\n  On: {{Horses: [{written}]}}\n")
    digits = written.strip("'").replace(".", "")
    if digits.isdigit():
        assert [(section.title, section.products[0].hs) for section in group(str(path)).sections] == [("On", (digits,))]
    else:
        with pytest.raises(InputError, match=f"not an HS code: '{written}'"):
            group(str(path))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("title: x\nsections:\n  A: [nosuch]\n", "no such goods: 'nosuch'"),
        ("title: x\nsections:\n  A: [rice, rice]\n", "stands twice"),
        ("title: x\nsections:\n  A: {Fish: [abc]}\n", "not an HS code: 'abc'"),
        ("title: x\nsections:\n  A: {Fish: }\n", "not an HS code: ''"),
        ("title: x\n", "lacks a title or sections"),
        ("title:\nsections: {A: [rice]}\n", "lacks a title or sections"),
        ("title: x\nsections: {A: [rice]}\ncolour: red\n", "unknown key"),
        ("- a\n- b\n", "holds no group"),
        ("title: [\n", "is not YAML"),
    ],
)
def test_what_is_wrong_names_file_and_cure(tmp_path: Path, content: str, words: str) -> None:
    path = tmp_path / "mine.yml"
    path.write_text(content)
    with pytest.raises(InputError) as caught:
        group(str(path))
    assert words in str(caught.value)
    assert "mine.yml" in str(caught.value)


def test_an_unknown_name_says_what_there_is() -> None:
    with pytest.raises(UsageError, match="covid-supplies"):
        group("covid-suplies")
    with pytest.raises(InputError, match="no such file"):
        group("nowhere.yml")


def test_what_is_counted_stands_in_the_plural() -> None:
    from tidewaiter.reference import tables

    assert goods.heading("masks") == "Masks"
    assert goods.heading("soap") == "Soap"
    assert goods.heading("batteries") == "Batteries"
    table = tables.mapping("goods_titles.yml")
    named = [*table["uncounted"].split(), *table["titles"]]
    assert [ident for ident in named if ident not in goods.goods()] == []
