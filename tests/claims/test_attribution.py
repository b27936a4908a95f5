from datetime import date

import pytest

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text


def claims(text: str) -> tuple[Claim, ...]:
    return extract(read_text(text, name="a.txt", published=date(2022, 6, 20)))


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Customs data released on June 20 showed that China sold Iran $5 million in goods.", "official_statistics", "Customs data"),
        ("China sold Iran $5 million in goods, according to the General Administration of Customs.", "official_statistics",
         "the General Administration of Customs"),
        ("“Ten trucks carried $5 million in goods to Iran,” a source told the paper.", "anonymous", "a source"),
        ("China sold Iran $5 million in goods, said Lee Min, a professor at Seoul University.", "named_expert", "Lee Min"),
        ("China sold Iran $5 million in goods, the foreign ministry spokesman said.", "named_official", "spokesman"),
        ("China sold Iran $5 million in goods, a report by the institute said.", "document", "report"),
        ("China sold Iran $5 million in goods, said Lee Min, president of the Exporters Association.", "named_official", "Lee Min"),
        ("Lee Min, an economist at the port of Busan, said China sold Iran $5 million in goods.", "named_expert", "Lee Min"),
        ("China sold Iran $5 million in goods, an official at the customs office told the paper.", "named_official", "official"),
        ("China sold Iran $5 million in goods, according to a Jun. 18 release from Chinese customs.", "official_statistics",
         "Chinese customs"),
        ("China sold Iran $5 million in goods.", "author", None),
    ],
)  # fmt: skip
def test_who_says_it(text: str, kind: str, name: str | None) -> None:
    claim = claims(text)[-1]
    assert claim.source_kind == kind
    if name is not None:
        assert name in (claim.attribution or "")


def test_a_body_of_statistics_goes_on_speaking() -> None:
    text = "Customs data showed that China sold Iran $5 million in goods in May.\n\nImports from Iran were $3 million."
    assert [c.source_kind for c in claims(text)] == ["official_statistics"] * 2


def test_a_persons_words_end_with_the_paragraph() -> None:
    text = "China sold Iran $5 million in goods, a source said.\n\nImports from Iran were $3 million."
    assert [c.source_kind for c in claims(text)] == ["anonymous", "author"]


def test_the_united_states_states_nothing() -> None:
    (claim,) = claims("Chinese exports to the United States reached $33 billion, customs data showed.")
    assert claim.attribution == "customs data"


def test_a_pronoun_is_the_person_who_spoke_last() -> None:
    text = (
        "China sold Iran $5 million in goods in May, said Lee Min, an economist.\n\nShe said that it had sold $4 million in "
        "April."
    )
    assert [c.source_kind for c in claims(text)] == ["named_expert", "named_expert"]


def test_the_agency_is_the_body_named_before() -> None:
    text = (
        "China sold Iran $5 million in goods in May, Chinese customs said. The agency put April's sales at $4 million."
    )
    assert [c.source_kind for c in claims(text)] == ["official_statistics", "official_statistics"]
