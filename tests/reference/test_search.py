"""Words that nearly say some goods or a country, and what is suggested for them."""

import json

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from tidewaiter.errors import UsageError
from tidewaiter.faces.cli import cli
from tidewaiter.reference import countries, goods, groups
from tidewaiter.reference.search import countries_like, did_you_mean, goods_like


@pytest.mark.parametrize(
    ("word", "first"),
    [("masks", "masks"), ("face mask", "masks"), ("facemaks", "masks"), ("wheat flour", "wheat_flour"),
     ("wheat_flower", "wheat_flour"), ("밀가루", "wheat_flour"), ("covid-supplies", "covid-supplies")],
)  # fmt: skip
def test_goods_are_found(word: str, first: str) -> None:
    assert goods_like(word)[0] == first


def test_goods_are_found_by_code() -> None:
    assert "wheat_flour" in goods_like("1101")
    assert "wheat_flour" in goods_like("110100")
    assert goods_like("qqqqzzz") == ()


@pytest.mark.parametrize(
    ("word", "first"),
    [("PRK", "PRK"), ("kp", "PRK"), ("408", "PRK"), ("north korea", "PRK"), ("North Koera", "PRK"), ("朝鲜", "PRK"),
     ("Côte d'Ivoire", "CIV"), ("Cote dIvoire", "CIV"), ("Germny", "DEU"), ("Kazakstan", "KAZ"), ("CHM", "CHN")],
)  # fmt: skip
def test_countries_are_found(word: str, first: str) -> None:
    assert first in countries_like(word)[:3]


def test_both_koreas_answer_to_korea() -> None:
    assert {"PRK", "KOR"} <= set(countries_like("korea"))


@given(st.text(max_size=30))
def test_any_text_finds_something_real_or_nothing(word: str) -> None:
    assert all(found in goods.goods() or found in groups.group_ids() for found in goods_like(word))
    assert all(countries.country(found) for found in countries_like(word))


def test_errors_suggest() -> None:
    with pytest.raises(UsageError, match="did you mean masks"):
        goods.good("face_mask")
    with pytest.raises(UsageError, match=r"PRK \(North Korea\)"):
        countries.country("North Korea")
    assert did_you_mean([]) is None


def run(*words: str) -> str:
    done = CliRunner().invoke(cli, list(words))
    assert done.exit_code == 0, done.output
    return done.stdout


def test_from_the_command_line() -> None:
    assert "gas_masks" in run("goods", "mask")
    assert len(run("goods", "--format", "json").splitlines()) == len(goods.goods()) + len(groups.group_ids())
    flour = json.loads(run("goods", "wheat_flour", "--format", "json").splitlines()[0])
    assert flour["hs"] == [{"code": "1101", "wide": False}]
    assert "PRK" in run("countries", "north", "korea")
    assert len(run("countries", "--format", "json").splitlines()) == len(countries.all_countries())
    failed = CliRunner().invoke(cli, ["goods", "qqqqzzz"])
    assert failed.exit_code == 2
    assert "no goods like 'qqqqzzz'" in failed.stderr
