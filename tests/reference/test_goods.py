"""Goods: names in the press, codes by edition, what is part of what."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidewaiter.errors import UsageError
from tidewaiter.reference import tables
from tidewaiter.reference.editions import exists, is_code
from tidewaiter.reference.goods import (
    KINDS,
    LANGUAGES,
    TOTAL,
    codes,
    find_goods,
    good,
    good_ids_for_code,
    goods,
    is_part_of,
    members,
)


def named(text: str) -> list[str]:
    return [mention.good_id for mention in find_goods(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("200,750 pairs of surgical gloves", ["surgical_gloves"]),
        ("10.7 million textile face masks", ["masks"]),
        ("soybeans, sugar, soybean meal and wheat flour", ["soybeans", "sugar", "soybean_meal", "wheat_flour"]),
        ("soybean oil is no soybean", ["soybean_oil", "soybeans"]),
        ("thermometers and pyrometers", ["thermometers_pyrometers"]),
        ("noninvasive ventilators", ["ventilators_noninvasive"]),
        ("pulse oximeters; oxygen therapy apparatuses", ["pulse_oximeters", "oxygen_therapy"]),
        ("pharmaceutical imports", ["pharmaceuticals"]),
        ("amoxicillin, ibuprofen and Paxlovid", ["penicillin", "painkillers", "antivirals"]),
        ("glucometers and defibrillators", ["glucose_meters", "defibrillators"]),
        ("exports of watches", ["watches"]),
        ("$3 million of buses", ["buses"]),
        ("the world watches, and books a seat", []),
        ("refined petroleum products and crude oil", ["refined_petroleum", "crude_oil"]),
        ("iron ore, steel and copper", ["iron_ore", "steel", "copper"]),
        ("false eyelashes and wigs", ["false_eyelashes", "wigs_and_hair"]),
        ("total trade rose", ["total"]),
        ("construction materials", ["building_materials"]),
        ("Urea and diammonium phosphate", ["urea", "dap"]),
        ("tungsten ore", ["tungsten_ore"]),
        ("plastic bags, tyres, watches and clocks", ["plastic_bags", "tyres", "watches"]),
        ("rice, maize, corn and fertilizer", ["rice", "maize", "maize", "fertiliser"]),
        ("LNG, not lng", ["lng"]),
        ("gas exports and shipments of lead", ["natural_gas", "lead"]),
        ("crude imports", ["crude_oil"]),
        ("쌀과 밀가루, 대두유", ["rice", "wheat_flour", "soybean_oil"]),
        ("의료용 마스크와 체온계", ["masks", "thermometers"]),
        ("방역물자 수입", ["pandemic_supplies"]),
        ("휘발유와 경유", ["gasoline", "diesel"]),
        ("교역액은 9천만 달러", ["total"]),
        ("进口口罩、豆油和大米", ["masks", "soybean_oil", "rice"]),
        ("無煙炭と鉄鉱石", ["anthracite", "iron_ore"]),
        ("импорт пшеницы и нефтепродуктов", ["wheat", "refined_petroleum"]),
    ],
)
def test_names(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Condoleezza Rice of Rice University used a rice cooker",
        "this could fuel fears and cement ties",
        "the mask mandate; wearing masks",
        "a gold medal and the gold standard",
        "drug trafficking and the Food and Drug Administration",
        "soap opera, tea party, coffee shops",
        "it leads by a lead of three",
        "tear gas, a crude joke, arms around, the paper said",
        "bearing in mind the costs",
        "유리한 조건으로 홍콩을 경유해 무기한",
        "홍콩 경유, 북한 도착",
        "콩고와 콩쿠르",
        "타이완에서 스타일",
        "世界粮食计划署",
        "риск и молот",
    ],
)
def test_no_goods(text: str) -> None:
    assert named(text) == []


def test_there_are_goods_enough() -> None:
    assert len(goods()) >= 150
    assert {"medical_supplies", "food", "fuel", "pandemic_supplies", TOTAL} <= set(goods())


def test_an_unknown_good_is_an_error() -> None:
    for ask in (good, members):
        with pytest.raises(UsageError):
            ask("unobtainium")
    with pytest.raises(UsageError):
        is_part_of("unobtainium", TOTAL)
    with pytest.raises(UsageError):
        codes("unobtainium", 2022)


@pytest.mark.parametrize(
    ("good_id", "year", "expected"),
    [
        ("vaccines", 2021, ["300220"]),
        ("vaccines", 2022, ["300241"]),
        ("surgical_gloves", 2021, ["401511"]),
        ("surgical_gloves", 2022, ["401512"]),
        ("pharmaceuticals", 2015, ["30"]),
        ("wheat_flour", 2022, ["1101"]),
        (TOTAL, 2022, []),
    ],
)
def test_codes(good_id: str, year: int, expected: list[str]) -> None:
    assert [code.code for code in codes(good_id, year)] == expected


def test_wide_codes_say_so() -> None:
    (mask,) = codes("masks", 2022)
    assert (mask.code, mask.wide) == ("630790", True)
    (glove,) = codes("surgical_gloves", 2022)
    assert glove.wide
    (older,) = codes("surgical_gloves", 2021)
    assert not older.wide


def test_a_national_line_stands_for_the_wide_code() -> None:
    (line,) = codes("masks", 2022, reporter="CHN")
    assert (line.code, line.wide, line.reporter) == ("63079010", False, "CHN")
    assert [code.code for code in codes("masks", 2021, reporter="CHN")] == ["630790"]
    assert [code.code for code in codes("masks", 2022, reporter="IND")] == ["630790"]


def test_a_group_has_the_codes_of_its_parts() -> None:
    held = {code.code for code in codes("ppe", 2022)}
    assert {"630790", "401512", "900490"} <= held
    assert not any(longer != shorter and longer.startswith(shorter) for longer in held for shorter in held)


def test_goods_of_a_code() -> None:
    held = good_ids_for_code("100630", "HS2022")
    assert held[0] == "rice"
    assert "cereals" in held
    assert good_ids_for_code("300241", "HS2022")[0] == "vaccines"
    assert "vaccines" not in good_ids_for_code("300241", "HS2017")


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        ("antibiotics", "pharmaceuticals", True),
        ("antibiotics", TOTAL, True),
        ("penicillin", "medical_supplies", True),
        ("masks", "pandemic_supplies", True),
        ("wheat_flour", "food", True),
        ("rice", "cereals", True),
        ("anthracite", "fuel", True),
        ("copper", "metals", True),
        ("shrimp", "seafood", True),
        ("masks", "masks", True),
        (TOTAL, "masks", False),
        ("pharmaceuticals", "antibiotics", False),
        ("masks", "soybeans", False),
        ("soybean_oil", "soybean_meal", False),
        ("soap", "medical_supplies", None),
        ("masks", "luxury_goods", None),
        ("insulin", "retail_medicines", None),
    ],
)
def test_parts(part: str, whole: str, expected: bool | None) -> None:
    assert is_part_of(part, whole) is expected


def test_only_crisp_goods_are_exact() -> None:
    assert not good("wheat_flour").open
    assert not good("masks").open
    assert not good(TOTAL).open
    assert good("fish").open
    assert good("medical_supplies").open
    for each in goods().values():
        if each.kind == "exact":
            assert codes(each.id, 2022), each.id


IDS = st.sampled_from(sorted(goods()))


@given(IDS, IDS, IDS)
def test_being_part_is_transitive(one: str, two: str, three: str) -> None:
    if is_part_of(one, two) and is_part_of(two, three):
        assert is_part_of(one, three)


def test_being_part_is_antisymmetric_and_all_is_part_of_the_total() -> None:
    for one, two in itertools.combinations(sorted(goods()), 2):
        assert not (is_part_of(one, two) and is_part_of(two, one)), (one, two)
    assert all(is_part_of(good_id, TOTAL) for good_id in goods())


def test_words_that_name_goods_beside_trade_name_goods_there_are() -> None:
    phrases = tables.mapping("goods_phrases.yml")
    beside = {good_id for kind in ("trade", "fuel", "korean") for good_id in phrases[f"beside_{kind}"].values()}
    assert beside <= goods().keys()


def test_rows_of_goods_are_whole() -> None:
    owners: dict[tuple[str, str], str] = {}
    for row in tables.rows("goods.csv"):
        assert row["source"]
        assert row["en"]
        assert row["kind"] in KINDS
        assert all(parent in goods() for parent in row["parents"].split())
        assert row["parents"] or row["id"] == TOTAL
        for language in LANGUAGES:
            for word in filter(None, row[language].split("|")):
                assert word.strip() == word
                assert owners.setdefault((language, word.lower()), row["id"]) == row["id"], word


def test_rows_of_codes_are_whole_and_exist() -> None:
    for row in tables.rows("goods_codes.csv"):
        assert row["good"] in goods()
        assert row["source"]
        assert row["confidence"]
        assert row["wide"] in ("yes", "no")
        assert is_code(row["code"])
        for edition in row["editions"].split("|"):
            assert exists(row["code"], edition), row


def test_every_good_but_the_formless_ones_has_codes() -> None:
    formless = {TOTAL, "luxury_goods", "consumer_goods", "raw_materials"}
    assert {good_id for good_id in goods() if not codes(good_id, 2022)} == formless


@given(st.text(max_size=200))
def test_any_text_is_read_in_order(text: str) -> None:
    mentions = find_goods(text)
    assert all(first.end <= second.start for first, second in itertools.pairwise(mentions))
    assert all(mention.good_id in goods() for mention in mentions)


@pytest.mark.parametrize(
    ("words", "good_id", "code"),
    [
        ("frozen salmon", "salmon", "030313"),
        ("farmed trout", "trout", "030211"),
        ("frozen cod", "cod", "030363"),
        ("frozen mackerel", "mackerel", "030354"),
        ("cut flowers", "flowers", "0603"),
        ("soyoil", "soybean_oil", "1507"),
        ("RBD palmolein", "palm_oil", "1511"),
        ("crude palm kernel oil", "palm_kernel_oil", "151321"),
        ("chicken feet", "poultry", "0207"),
        ("hot-rolled coil", "steel_coil", "7208"),
        ("unwrought copper", "copper_cathodes", "7403"),
        ("EVs", "electric_vehicles", "870380"),
        ("mung beans", "mung_beans", "071331"),
    ],
)
def test_names_as_the_trade_press_writes_them(words: str, good_id: str, code: str) -> None:
    assert [mention.good_id for mention in find_goods(words)] == [good_id]
    assert code in {each.code for each in codes(good_id, 2022)}


def test_fresh_salmon_is_no_trout() -> None:
    assert "030211" not in {each.code for each in codes("salmon", 2014)}
