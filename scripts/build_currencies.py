"""Write the table of currencies: ISO 4217 codes (pycountry), names and symbols of CLDR (babel), signs of the press."""

import csv
from pathlib import Path

import babel
import pycountry
from babel.numbers import get_currency_name, get_currency_precision, get_currency_symbol

DATA = Path(__file__).resolve().parent.parent / "src" / "tidewaiter" / "reference" / "data"
LOCALES = ("en", "en_US", "ko", "zh_Hans", "ja", "de", "fr", "ru", "en_IN", "en_AU", "en_CA", "en_SG", "en_HK")
SOURCE = f"ISO 4217 codes; names, digits, symbols: Unicode CLDR through babel {babel.__version__} (Unicode License v3)"
# Signs that the press writes and CLDR does not give, the ones that several currencies share among them.
PRESS = {
    "USD": "US$ U.S.$ $",
    "CNY": "RMB CN¥ ¥ ￥ 元",
    "JPY": "JP¥ ¥ ￥ 円",
    "KRW": "₩ ￦ 원",
    "KPW": "₩",
    "EUR": "€",
    "GBP": "£",
    "INR": "₹ Rs. Rs",
    "PKR": "Rs. Rs",
    "LKR": "Rs. Rs",
    "NPR": "Rs. Rs",
    "RUB": "₽",
    "HKD": "HK$ $",
    "TWD": "NT$ $",
    "AUD": "A$ AU$ $",
    "CAD": "C$ CA$ $",
    "SGD": "S$ $",
    "NZD": "NZ$ $",
    "MYR": "RM",
    "THB": "฿",
    "VND": "₫",
    "PHP": "₱",
    "IDR": "Rp",
    "BRL": "R$",
    "CHF": "CHF SFr.",
    "ZAR": "R",
    "NGN": "₦",
    "UAH": "₴",
    "TRY": "₺",
    "ILS": "₪",
    "KZT": "₸",
    "MXN": "Mex$ MX$ $",
    "ARS": "AR$ $",
    "CLP": "CLP$ $",
    "COP": "COL$ $",
    "BDT": "৳ Tk",
    "KHR": "៛",
    "LAK": "₭",
    "MNT": "₮",
    "GHS": "GH₵ ₵",
    "KES": "KSh",
    "TZS": "TSh",
    "UGX": "USh",
    "ETB": "Br",
    "AED": "Dh Dhs AED",
    "SAR": "SR",
    "PLN": "zł",
    "CZK": "Kč",
    "HUF": "Ft",
    "SEK": "kr",
    "NOK": "kr",
    "DKK": "kr",
    "GEL": "₾",
    "AZN": "₼",
    "AMD": "֏",
    "PYG": "₲",
    "CRC": "₡",
    "PEN": "S/",
    "EGP": "E£ £E",
    "SYP": "£S",
    "LBP": "L£",
}


def main() -> None:
    with (DATA / "currencies.csv").open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream, lineterminator="\n")
        rows.writerow(["code", "minor_digits", "name", "symbols", "source"])
        for currency in sorted(pycountry.currencies, key=lambda currency: currency.alpha_3):
            code = currency.alpha_3
            if code.startswith("X") and code not in ("XAF", "XOF", "XPF", "XCD", "XCG", "XDR"):
                continue
            signs = [get_currency_symbol(code, locale) for locale in LOCALES] + PRESS.get(code, "").split()
            symbols = [sign for sign in dict.fromkeys(signs) if sign != code]
            rows.writerow(
                [code, get_currency_precision(code), get_currency_name(code, locale="en"), " ".join(symbols), SOURCE]
            )


if __name__ == "__main__":
    main()
