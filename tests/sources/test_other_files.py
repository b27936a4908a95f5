"""Lists of codes and of what is out, in the forms that publishers give them: named, never taken for trade."""

from pathlib import Path

import pytest

from tidewaiter.errors import SourceError
from tidewaiter.ledger.store import open_ledger

CODES, OUT = "a list of codes and what they mean, not trade", "a list of what is published and when"
LISTS = {
    "partners": (",id,text,PartnerCode,PartnerDesc,PartnerCodeIsoAlpha3,isGroup\n0,4,Ruritania,4,Ruritania,RUR,False\n", CODES),
    "goods": ("id,text,parent,isLeaf,aggrlevel,last_modified\n01,Live animals,TOTAL,0,2,2024-01-16\n", CODES),
    "cepii": ("country_code,country_name_full,iso_2digit_alpha,iso_3digit_alpha\n4,Ruritania,RU,RUR\n", CODES),
    "two columns": ('"code","description"\n"10121","Horses"\n', CODES),
    "chinese": ("国别代码,国别中文名\n101,某国\n", CODES),
    "availability": ('{"count":1,"data":[{"datasetCode":1,"period":"2020","reporterCode":4,"totalRecords":7,'
                     '"firstReleased":"2021-01-01","lastReleased":"2021-01-01"}],"error":""}', OUT),
    "bulk": ('{"data":[{"fileUrl":"a","fileSize":"1 KB","reporterCode":32,"freqCode":"A","publicationDate":"2020-01-01"}]}', OUT),
}  # fmt: skip


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("source", [None, "comtrade"])
def test_a_list_is_named_for_what_it_is(tmp_path: Path, name: str, source: str | None) -> None:
    text, said = LISTS[name]
    path = tmp_path / "list.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match=f"this is {said}") as raised:
        open_ledger(tmp_path / "ledger", embedded=False).load(path, source=source)
    assert raised.value.cure


def test_a_book_with_a_strange_heading_is_no_list(tmp_path: Path) -> None:
    path = tmp_path / "book.csv"
    path.write_text("period,reporterCode,partnerCode,flowCode,cmdCode,cmdDesc,primaryValue,nameCode\n")
    with pytest.raises(SourceError, match="heading 'nameCode' is not on the card"):
        open_ledger(tmp_path / "ledger", embedded=False).load(path)


SHARED = Path(__file__).parents[3] / "shared" / "customs"


@pytest.mark.skipif(not SHARED.is_dir(), reason="the real customs files are not here")
@pytest.mark.parametrize(
    "name",
    ["comtrade/partner.csv", "comtrade/reporter.csv", "comtrade/hs_codes_H5.csv.gz", "baci/product_codes_HS17_V202301.csv.gz",
     "baci/country_codes_V202301.csv", "gacc/partner_codes.csv", "gacc/hs8_codes_2018_zh_en.csv.gz",
     "gacc/customs_regime_codes.csv", "gacc/registration_place_codes.csv", "comtrade/bulk_get_C_A_HS_availability.json"],
)  # fmt: skip
def test_real_lists(tmp_path: Path, name: str) -> None:
    with pytest.raises(SourceError, match="this is a list of"):
        open_ledger(tmp_path / "ledger", embedded=False).load(SHARED / name)
