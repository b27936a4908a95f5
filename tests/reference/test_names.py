"""The scanner: whole words, the longest name, case where it matters, phrases that swallow names."""

import itertools
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidewaiter.errors import ReferenceDataError
from tidewaiter.reference.names import Beside, Name, Scanner, plain


def found(names: list[Name[str]], text: str) -> list[tuple[str, str]]:
    return [(text[hit.start : hit.end], hit.found) for hit in Scanner(names).scan(text)]


SOY = [Name("soybean", "bean"), Name("soybean oil", "oil"), Name("oil", "any oil")]


def test_the_longest_name_wins() -> None:
    assert found(SOY, "soybean oil, soybean, oil") == [("soybean oil", "oil"), ("soybean", "bean"), ("oil", "any oil")]


def test_the_first_name_wins_where_two_overlap() -> None:
    assert found([Name("a b", "1"), Name("b c d", "2")], "a b c d") == [("a b", "1")]


def test_words_are_whole() -> None:
    assert found(SOY, "soil boil oily oil2 2oil toil") == []


def test_a_name_beside_han_or_hangul_is_whole() -> None:
    assert found([Name("US", "u", "exact")], "대US수출, 对US出口") == [("US", "u"), ("US", "u")]


@pytest.mark.parametrize(
    ("case", "written", "fits"),
    [
        ("any", "turkey", True),
        ("proper", "turkey", False),
        ("proper", "Turkey", True),
        ("proper", "TURKEY", True),
        ("exact", "Turkey", True),
        ("exact", "TURKEY", True),
        ("exact", "turkey", False),
    ],
)
def test_case(case: str, written: str, fits: bool) -> None:
    assert bool(found([Name("Turkey", "t", case)], f"a {written} b")) is fits


def test_a_short_exact_name_has_one_spelling() -> None:
    assert found([Name("Us", "u", "exact")], "US us Us") == [("Us", "u")]


def test_a_blocked_phrase_swallows() -> None:
    names = [Name("China", "c"), Name("bone china", None), Name("South China Sea", None)]
    assert found(names, "bone China, the South China Sea and China") == [("China", "c")]


def test_guards() -> None:
    names = [Name("유리", "glass", not_before="한"), Name("日本", "japan", not_after="今")]
    assert found(names, "유리한 조건, 유리 제품. 今日本社, 日本は") == [("유리", "glass"), ("日本", "japan")]


def test_words_that_must_stand_beside() -> None:
    trade = Beside(re.compile("exports of $"), re.compile(" exports"))
    names = [Name("lead", "metal", beside=trade)]
    assert found(names, "exports of lead; lead exports") == [("lead", "metal")] * 2
    assert found(names, "take the lead, exports grew") == []


@pytest.mark.parametrize(
    ("name", "text", "seen"),
    [
        ("쌀", "쌀을 샀다", True),
        ("쌀", "쌀쌀한", False),
        ("쌀", "햇쌀", False),
        ("대두", "대두를", True),
        ("대두", "검은대두", False),
        ("대두", "대대두", True),
        ("마스크", "일회용마스크를", True),
        ("煤", "、煤、", True),
        ("煤", "煤矿", False),
        ("豆油", "进口豆油的", True),
        ("タイ", "タイは", True),
        ("タイ", "タイヤ", False),
    ],
)
def test_scripts_without_spaces(name: str, text: str, seen: bool) -> None:
    assert bool(found([Name(name, "x")], text)) is seen


def test_odd_signs_are_plain_and_the_length_stays() -> None:
    odd = "Côte\u00a0d\u2019Ivoire\u2011\u0130\n"
    assert plain(odd) == "Côte d'Ivoire-I "
    assert len(plain(odd)) == len(odd)


@pytest.mark.parametrize("name", [Name("", "x"), Name(" ", "x"), Name("a", "x", "lower")])
def test_bad_names_are_refused(name: Name[str]) -> None:
    with pytest.raises(ReferenceDataError):
        Scanner([name])


def test_no_names_find_nothing() -> None:
    assert found([], "anything") == []


@given(st.text(alphabet="ab Åßİ北북ア.", max_size=60))
def test_offsets_cut_the_name(text: str) -> None:
    names = [Name("ab", "1"), Name("a b", "2"), Name("北", "3"), Name("북", "4"), Name("ア", "5"), Name("ß", "6")]
    hits = list(Scanner(names).scan(text))
    assert all(text[hit.start : hit.end].lower() == names[int(hit.found) - 1].text for hit in hits)
    assert all(first.end <= second.start for first, second in itertools.pairwise(hits))


def test_time_grows_with_length() -> None:
    scanner = Scanner([Name("a" * n, "x") for n in range(1, 30)])

    def seconds(length: int) -> float:
        start = time.process_time()
        for _ in scanner.scan("a" * length):
            pass
        return time.process_time() - start

    assert seconds(40_000) < 20 * max(seconds(4_000), 0.001)


def test_names_in_several_scripts_keep_their_order() -> None:
    names = [Name(name, name) for name in ("Korea", "한국", "Россия", "中国", "中国 Steel", "Ålands")]
    text = "Korea — 한국, Россия; 中国 Steel and Ålands"
    assert [name for name, _ in found(names, text)] == ["Korea", "한국", "Россия", "中国 Steel", "Ålands"]
