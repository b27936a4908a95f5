from dataclasses import replace
from datetime import date

import pytest

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text


def claims(text: str, language: str = "en") -> list[Claim]:
    document = replace(read_text(text, name="a.txt", published=date(2022, 6, 20)), language=language)
    return list(extract(document))


@pytest.mark.parametrize(
    ("text", "unit", "product"),
    [
        ("North Korea did not import any masks, thermometers, rubber gloves, ventilators, or vaccines from China in May.", "units",
         "masks|thermometers|rubber gloves|ventilators|vaccines"),
        ("North Korea stopped importing soap from China in May.", "USD", "soap"),
        ("North Korea's imports of soap from China ceased in May.", "USD", "soap"),
        ("North Korea has not imported oxygen masks from China in May.", "units", "oxygen masks"),
        ("China shipped no coal to North Korea in May.", "units", "coal"),
        ("No vaccines were imported from China by North Korea in May.", "units", "vaccines"),
        ("There were no imports of coal from China to North Korea in May.", "USD", "coal"),
        ("North Korea's imports of coal from China fell to zero in May.", "USD", "coal"),
    ],
)  # fmt: skip
def test_nothing_was_traded(text: str, unit: str, product: str) -> None:
    (claim,) = claims(text)
    assert (claim.value, claim.unit, claim.product) == (0, unit, product)
    assert (claim.sender, claim.receiver, claim.period) == ("CHN", "PRK", "2022-05")


def test_since_a_year_begins_after_it() -> None:
    text = "In the first four months of this year it imported $5 million worth of rice from China. It has not imported masks since 2020."
    *_, zero = claims("North Korea is poor. " + text)
    assert (zero.value, zero.period) == (0, "2021/2022-04")


def test_not_a_single_case() -> None:
    (claim,) = claims("The authorities claim there isn’t a single confirmed case in North Korea.")
    assert (claim.value, claim.measure, claim.unit) == (0, "cases", "cases")


def test_any_takes_the_goods_named_before() -> None:
    *_, zero = claims(
        "It imported $267,000 in ventilators and $20,000 in oxygen tents from China after not importing any in 2021."
    )
    assert (zero.value, zero.product, zero.period) == (0, "ventilators|oxygen tents", "2021")


@pytest.mark.parametrize(
    "text",
    [
        "North Korea will not import any masks.",
        "China never stopped importing rice from Myanmar.",
        "Europe has not stopped buying teak from Myanmar.",
        "India hasn't ceased importing beans from Myanmar.",
        "Has Eritrea stopped selling zinc to China?",
        "There are no indications that North Korea has imported oxygen.",
        "North Korea cannot import coal under the sanctions.",
        "It did not import enough rice.",
        "If it did not import any rice, prices would rise.",
        "The talks stopped.",
    ],
)
def test_what_claims_no_zero(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("북한의 마스크 수입은 없었다.", "ko"),
        ("북한은 중국에서 백신을 수입하지 않았다.", "ko"),
        ("북한은 코로나19 이후 인도산 설탕을 단 한 톤도 수입하지 않았다.", "ko"),
        ("베네수엘라산 원유는 통계에 한 배럴도 잡히지 않았다.", "ko"),
        ("4월 중국산 비료는 단 1t도 없었다.", "ko"),
        ("중국의 대북 원유 수출은 잡히지 않았다.", "ko"),
        ("정부 차원의 대북 지원은 한 건도 성사되지 못했다.", "ko"),
        ("朝鲜5月没有从中国进口疫苗。", "zh"),
        ("朝鲜未进口大米。", "zh"),
    ],
)
def test_korean_and_chinese(text: str, language: str) -> None:
    assert [c.value for c in claims(text, language)] == [0]


@pytest.mark.parametrize(
    "said",
    [
        "부두가 닫히면 수출이 멈출 수밖에 없다",
        "대중 수출에는 차질이 없었다",
        "이란은 기계를 수입할 수 없었다",
        "무역 협정은 의미가 없다",
        "원유 수출에 큰 차질 없었다",
        "이란은 기계 말고는 수입할 게 없다",
        "국경 무역은 통계에 잡히지 않는다",
    ],
)
def test_what_else_there_is_none_of_is_no_trade(said: str) -> None:
    text = f"지난달 이란의 대중 수출은 3억 달러였다. {said}. 밀 수입은 전혀 없었다."
    assert [(c.text, c.product) for c in claims(text, "ko") if c.value == 0] == [("없었", "밀")]


@pytest.mark.parametrize(
    "said",
    [
        "철강 수출은 단 한 차례도 없었다",
        "철강 수출은 이번에도 없었다",
        "철강 수출은 넉 달째 없었다",
        "철강 수출은 2016년 이후로는 없었다",
        "철강 수출은 아직 없다",
        "철강 수출은 여전히 없다",
    ],
)
def test_none_at_a_time_or_so_often(said: str) -> None:
    text = f"지난달 이란의 대중 원유 수출은 3억 달러였다. {said}."
    assert [c.product for c in claims(text, "ko") if c.value == 0] == ["철강"]


def test_nothing_then_of_what_was_told() -> None:
    text = (
        "북한은 2023년 1월 중국에서 비료 3천t을 수입했다. 2022년 1월에는 아예 없었다. 회의에는 한 번도 나오지 않았다."
    )
    zeros = [c for c in claims(text, "ko") if c.value == 0]
    assert [(c.text, c.period, c.sender, c.receiver, c.product) for c in zeros] == [
        ("없었", "2022-01", "CHN", "PRK", "비료")
    ]


def test_nothing_in_a_list_of_times() -> None:
    text = (
        "Mali took 2,000 pairs of gloves from Ghana in 2019, 5,300 in 2020 and none in 2021. "
        "It bought 10 cars in 2020, against none at all in the same months of 2019."
    )
    zeros = [c for c in claims(text) if c.value == 0]
    assert [(c.text, c.unit, c.measure, c.period, c.sender) for c in zeros] == [
        ("none", "pairs", "trade_quantity", "2021", "GHA"),
        ("none at all", "cars", "trade_quantity", "2019", "GHA"),
    ]


def test_none_of_others_is_no_trade() -> None:
    assert all(
        c.value for c in claims("Mali imported rice worth $3 million in 2020, and none of its neighbours in 2021 did.")
    )


_BEFORE = "China's exports to North Korea came to $14.5 million in May 2022, customs data show. "


@pytest.mark.parametrize(
    ("text", "cut", "unit", "product"),
    [
        ("No coal, iron ore or seafood – all banned by resolutions – appeared in the data.", "No", "units", "coal|iron ore|seafood"),
        ("Beijing's books show no rice for May.", "no", "units", "rice"),
        ("There was no rice among the goods shipped in May.", "no", "units", "rice"),
        ("North Korea bought neither vaccines nor test kits in May.", "neither", "units", "vaccines|test kits"),
        ("Neither rice nor corn was shipped in May.", "Neither", "units", "rice|corn"),
        ("Not one ventilator was delivered in May.", "Not one", "units", "ventilator"),
        ("Not a drop of crude oil is recorded in the customs data.", "Not a drop", "units", "crude oil"),
        ("Shipments had averaged $2,000 of soap. They then dropped to nothing in May.", "nothing", "USD", "soap"),
    ],
)  # fmt: skip
def test_nothing_of_goods_that_were_looked_for(text: str, cut: str, unit: str, product: str) -> None:
    (zero,) = (c for c in claims(_BEFORE + text) if c.value == 0)
    assert (zero.text, zero.unit, zero.product, zero.period) == (cut, unit, product, "2022-05")
    assert (zero.sender, zero.receiver) == ("CHN", "PRK")


def test_an_entry_of_a_list_of_goods_may_be_nothing() -> None:
    found = claims(_BEFORE + "Vaccines: nothing from January to April; $86,200 worth in May; none in June 2022.")[1:]
    assert [(c.value, c.product, c.period) for c in found] == [
        (0, "Vaccines", "2022-01/2022-04"),
        (86200, "Vaccines", "2022-05"),
        (0, "Vaccines", "2022-06"),
    ]


@pytest.mark.parametrize(
    "what", ["sign of a recovery", "change", "evidence of a decline", "comment on the rise", "need"]
)
def test_there_is_no_such_thing_to_count(what: str) -> None:
    assert len(claims(f"{_BEFORE}There was no {what} in trade in June.")) == 1


def test_there_was_none_of_what_was_just_told() -> None:
    text = "Oman sold Kenya 5,012 tonnes of urea worth $1.6 million in April. In May there was none."
    nothing = claims(text)[-1]
    assert (nothing.text, nothing.value, nothing.product, str(nothing.period)) == ("none", 0, "urea", "2022-05")
    assert (nothing.sender, nothing.receiver) == ("OMN", "KEN")
    assert len(claims("Kenya's ports were quiet in April. In May there was none.")) == 0
