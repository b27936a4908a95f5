"""Write the tables of countries and of their names in other languages from CLDR (babel) and ISO 3166 (pycountry).

Neither library is needed to run Tidewaiter: `pip install babel pycountry` and run this where a new CLDR is out.
"""

import csv
import re
from pathlib import Path

import babel
import pycountry

DATA = Path(__file__).resolve().parent.parent / "src" / "tidewaiter" / "reference" / "data"
LANGUAGES = ("en", "ko", "zh_Hans", "zh_Hant", "ja", "ru", "fr", "de", "es")
CLDR = f"Unicode CLDR through babel {babel.__version__} (Unicode License v3)"
ISO = "ISO 3166-1 through pycountry"

# Plain English names where CLDR's own is a directory entry ("Hong Kong SAR China").
ENGLISH = {
    "HKG": "Hong Kong", "MAC": "Macao", "COD": "DR Congo", "COG": "Republic of the Congo", "MMR": "Myanmar",
    "TUR": "Turkey", "PSE": "Palestine", "ATG": "Antigua and Barbuda", "BIH": "Bosnia and Herzegovina",
    "TTO": "Trinidad and Tobago", "KNA": "Saint Kitts and Nevis", "VCT": "Saint Vincent and the Grenadines",
    "LCA": "Saint Lucia", "STP": "Sao Tome and Principe", "CIV": "Ivory Coast", "CUW": "Curacao",
    "WLF": "Wallis and Futuna", "TCA": "Turks and Caicos Islands", "SPM": "Saint Pierre and Miquelon",
    "SJM": "Svalbard and Jan Mayen", "HMD": "Heard Island and McDonald Islands", "REU": "Réunion",
    "SGS": "South Georgia and the South Sandwich Islands", "BLM": "Saint Barthelemy", "MAF": "Saint Martin",
    "SHN": "Saint Helena", "ALA": "Aland Islands", "KOR": "South Korea",
}  # fmt: skip

# Names that mean something else too often: 수단 is "means", 中非 "China and Africa" in the press, Island
# an island to English readers, and Reunión a meeting.
AMBIGUOUS = {
    "en": {"Jersey", "Guernsey"},
    "ko": {"수단", "가나", "말리", "차드", "괌", "피지", "토고", "통가", "니우에", "저지", "건지", "맨섬"},
    "zh_Hans": {"中非", "泽西岛"},
    "zh_Hant": {"中非"},
    "ja": {"マリ", "パラオ"},
    "ru": {"Того", "Чад", "Мали", "Джерси", "Гернси", "Виргинские о-ва"},
    "fr": {"Maurice", "Jersey", "Guernesey", "Dominique", "Grenade", "Salvador", "Chili", "Saint-Martin"},
    "de": {"Island", "Jersey", "Guernsey"},
    "es": {"Jersey", "Guernesey", "Granada", "Guadalupe", "Mauricio", "Reunión", "Anguila", "Salvador"},
}


def names(locale: babel.Locale, alpha2: str) -> list[str]:
    """A territory's names in a language: as CLDR has it, and without what stands in brackets."""
    full = locale.territories.get(alpha2)
    if not full or full == alpha2:
        return []
    found = [full]
    bare = re.sub(r"\s*[(（][^)）]*[)）]", "", full).strip()
    if bare != full:
        found = [bare]
    if " & " in full:
        found.append(full.replace(" & ", " and "))
    if full.startswith("St. "):
        found.append("Saint " + full[4:])
    return found


def russian_cases(name: str) -> list[str]:
    """The forms that Russian grammar gives a name; only for the regular endings."""
    words = name.split(" ")
    if len(words) > 2 or "-" in name or not name[0].isupper():
        return []
    *adjectives, noun = words
    endings = {
        "ия": ("ии", "ию", "ией"),
        "ея": ("еи", "ею", "еей"),
        "ья": ("ьи", "ью", "ьей"),
        "ка": ("ки", "ке", "ку", "кой"),
        "га": ("ги", "ге", "гу", "гой"),
        "оа": (),
        "а": ("ы", "е", "у", "ой"),
        "ай": ("ая", "аю", "аем", "ае"),
    } | dict.fromkeys("ьоиуеыэюя", ())
    for ending, cases in endings.items():
        if noun.endswith(ending):
            forms = [noun[: len(noun) - len(ending)] + case for case in cases]
            break
    else:
        forms = [noun + case for case in ("а", "у", "ом", "е")] if not noun.isupper() else []
    if not adjectives:
        return forms
    if adjectives[0].endswith("ая"):
        stem = adjectives[0][:-2]
        return [
            f"{stem}{'ую' if form.endswith(('у', 'ю')) and not form.endswith('ею') else 'ой'} {form}" for form in forms
        ]
    return []


def main() -> None:
    locales = {language: babel.Locale.parse(language) for language in LANGUAGES}
    countries = [(c.alpha_3, c.alpha_2, c.numeric, ISO) for c in pycountry.countries]
    countries.append(("XKX", "XK", "412", "UN Comtrade partner list (code 412); XK and XKX are user-assigned codes"))
    countries.sort()
    with (DATA / "countries.csv").open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream, lineterminator="\n")
        rows.writerow(["alpha3", "alpha2", "m49", "name", "source"])
        for alpha3, alpha2, numeric, source in countries:
            english = ENGLISH.get(alpha3) or names(locales["en"], alpha2)[-1]
            rows.writerow([alpha3, alpha2, int(numeric), english, f"{source}; name: {CLDR}"])
    with (DATA / "country_names.csv").open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream, lineterminator="\n")
        rows.writerow(["alpha3", "language", "kind", "words", "source"])
        for alpha3, alpha2, _, _ in countries:
            for language, locale in locales.items():
                found = [] if alpha3 in ("HKG", "MAC", "COD", "COG") else names(locale, alpha2)
                if language == "en" and alpha3 in ENGLISH:
                    found.insert(0, ENGLISH[alpha3])
                found = [name for name in found if name not in AMBIGUOUS.get(language, ())]
                if language == "ru":
                    found += [form for name in found for form in russian_cases(name)]
                if language == "de":
                    found += [f"{name}s" for name in found if name[-1].isalpha() and name[-1] not in "sßxz"]
                kept = list(dict.fromkeys(found))
                if kept:
                    rows.writerow([alpha3, language.replace("_", "-"), "name", "|".join(kept), CLDR])


if __name__ == "__main__":
    main()
