"""What several articles say of the same thing."""

from __future__ import annotations

import random
import time
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from marked_articles import article

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.document import Document
from tidewaiter.documents.read import read_text
from tidewaiter.verdicts.between.documents import between
from tidewaiter.verdicts.check import check
from tidewaiter.verdicts.verdict import Verdict

CHINA = {
    "sender": "CHN", "receiver": "PRK", "period": "2022-05", "goods": ("total",), "source_kind": "official_statistics",
}  # fmt: skip


def one(name: str, text: str, **slots: Any) -> tuple[Document, list[Claim]]:
    return article(text, name=name, **{**CHINA, **slots})


def outcomes(verdicts: list[Verdict]) -> dict[tuple[str, str], str]:
    return {(verdict.claim.document, verdict.claim.text): verdict.outcome for verdict in verdicts}


def test_figures_rounded_differently_agree() -> None:
    found = between(
        [one("a", "Exports were {$14.5 million} then."), one("b", "In May {$14.51 million} of goods crossed.")]
    )
    assert outcomes(found) == {("a", "$14.5 million"): "supported", ("b", "$14.51 million"): "supported"}
    assert found[0].check == "documents"
    assert found[0].operands[0].claim is not None


def test_a_hedge_on_one_side_agrees() -> None:
    found = between(
        [
            one("a", "It bought more than {10.6 million masks}.", goods=("masks",)),
            one("b", "It bought {10.7 million masks}.", goods=("masks",)),
        ]
    )
    assert set(outcomes(found).values()) == {"supported"}


def test_a_copy_is_no_witness() -> None:
    sentence = "China sold goods worth {$14.5 million} to its neighbour in the month of May, data showed."
    found = between([one("a", sentence), one("b", sentence)])
    assert set(outcomes(found).values()) == {"unchecked"}
    assert "copy" in found[0].reason


def test_two_that_differ_accuse_nobody() -> None:
    found = between([one("a", "Exports were {$14.5 million} then."), one("b", "They were {$19 million} in May.")])
    assert set(outcomes(found).values()) == {"unchecked"}
    found = between([one("a", "Exports were {$14.5 million} then."), one("b", "They were {$14.5 billion} in May.")])
    assert set(outcomes(found).values()) == {"unchecked"}


def test_who_differs_by_a_slip_from_two_that_agree_is_contradicted() -> None:
    found = between(
        [
            one("a", "Exports were {$14.5 million} then."),
            one("b", "They were {$14.5 billion} in May."),
            one("c", "In May {$14.51 million} of goods crossed."),
        ]
    )
    assert outcomes(found)["b", "$14.5 billion"] == "contradicted"
    verdict = next(v for v in found if v.outcome == "contradicted")
    assert (verdict.slip, verdict.suggested) == ("billion_for_million", Decimal(14_500_000))
    assert outcomes(found)["a", "$14.5 million"] == "supported"


def test_other_definitions_do_not_accuse() -> None:
    found = between(
        [
            one("a", "Exports were {$14.5 million} then."),
            one("b", "They were {$14.5 billion} in May.", source_kind="anonymous"),
            one("c", "In May {$14.51 million} of goods crossed."),
        ]
    )
    assert outcomes(found)["b", "$14.5 billion"] == "unchecked"


def test_other_scopes_never_meet() -> None:
    found = between(
        [
            one("a", "Exports were {$14.5 million} then."),
            one("b", "In April {$98 million|period=2022-04}."),
            one("c", "Rice {$3 million|goods=rice}."),
            one("d", "Trade {$30 million|sender=-;receiver=-;partners=CHN+PRK}."),
            one("e", "Imports {$7 million|sender=PRK;receiver=CHN}."),
            one("f", "Forecast {$70 million|modality=expected}."),
            one("g", "Unknown {$70 million|period=-}."),
        ]
    )
    assert found == []


def test_running_totals_of_different_days_agree() -> None:
    cases = {
        "measure": "cases",
        "goods": (),
        "product": "fever",
        "sender": None,
        "receiver": None,
        "partners": ("PRK",),
    }
    found = between(
        [
            one("a", "There were {4.3 million cases} of fever.", period="/2022-06-09", **cases),
            one("b", "There were {4.7 million cases} of fever.", period="/2022-06-20", **cases),
        ]
    )
    assert set(outcomes(found).values()) == {"supported"}
    found = between(
        [
            one("a", "There were {4.3 million cases} of fever.", period="/2022-06-20", **cases),
            one("b", "There were {4.7 million cases} of fever.", period="/2022-06-09", **cases),
        ]
    )
    assert set(outcomes(found).values()) == {"unchecked"}


def test_the_order_of_documents_changes_nothing() -> None:
    read = [
        one("a", "Exports were {$14.5 million} then."),
        one("b", "They were {$14.5 billion} in May."),
        one("c", "In May {$14.51 million} of goods crossed."),
        one("d", "Some {$14.49 million} in goods left."),
    ]
    straight = outcomes(between(read))
    for seed in range(6):
        shuffled = list(read)
        random.Random(seed).shuffle(shuffled)
        assert outcomes(between(shuffled)) == straight


def test_work_grows_with_what_matches() -> None:
    document, claims = one("a", "Exports were {$14.5 million} then.")

    def folder(size: int, *, same: bool) -> list[tuple[Document, list[Claim]]]:
        period = [f"{1900 + n % 200}-{n // 200 % 12 + 1:02d}" for n in range(size)]
        return [
            (replace(document, name=f"{n}"), [replace(claims[0], period="2022-05" if same else period[n])])
            for n in range(size)
        ]

    started = time.perf_counter()
    assert between(folder(2000, same=False)) == []
    between(folder(2000, same=True))
    assert time.perf_counter() - started < 5


def test_a_figure_that_its_own_article_bears_out_counts_as_a_witness() -> None:
    a = one("a", "They were {$14.5 billion} in May.")
    b = one(
        "b",
        "Exports fell {85.2%|direction=decrease;comparison=mom} from {$98 million|period=2022-04} to {$14.5 million}.",
    )
    checked = check([a, b])
    assert checked[0].outcomes[checked[0].claims[0]] == "contradicted"
    assert "contradicted" not in checked[1].outcomes.values()


def test_two_articles_that_have_the_digits_at_another_scale_outweigh_one_whoever_they_quote() -> None:
    texts = [
        "Kazakhstan's exports to Afghanistan came to $981 million in April 2024.",
        "In April 2024 Kazakhstan exported goods worth $98.1 million to Afghanistan.",
        "Goods for $98.13 million went from Kazakhstan to Afghanistan in April 2024.",
    ]
    read = []
    for number, text in enumerate(texts):
        document = read_text(text, name=f"{number}.txt", published=date(2024, 6, 20))
        read.append((document, extract(document)))
    wrong = [verdict for verdict in between(read) if verdict.outcome == "contradicted"]
    assert [(verdict.claim.text, verdict.slip) for verdict in wrong] == [("$981 million", "factor_10")]
    assert not [verdict for verdict in between(read[:2]) if verdict.outcome == "contradicted"]
