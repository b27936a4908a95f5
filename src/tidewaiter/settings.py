"""What a user may set once instead of saying each time: a TOML file, the environment and flags become one object.

The later of these wins: the defaults, the file (`config.toml` in the user's configuration folder, or the one that
`TIDEWAITER_CONFIG` names), `TIDEWAITER_*` in the environment, a flag of the command line.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tidewaiter.errors import InputError, UsageError

#: Flags that name a country, and the setting that they stand for.
_FLAGS = {"country": "country", "partner": "country"}
COLOURS = ("auto", "always", "never")
_PREFIX = "TIDEWAITER_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings, checked. `docs/settings.md` says what each one does.

    `ledger` None means the ledger in the user's data folder where there is one, else the embedded book of published
    figures. `country` is ISO 3166 alpha-3, `goods` an id of the goods table, `colour` one of `COLOURS`, `jobs` the
    number of processes that read articles. `engine` is what answers questions to the ledger, `store` where that finds
    the ledger's files if not in its folder.
    """

    ledger: Path | None = None
    country: str = "PRK"
    goods: str = "covid-supplies"
    colour: str = "auto"
    jobs: int = 1
    engine: str = "duckdb"
    store: str | None = None


def _ledger(value: object) -> Path:
    if not isinstance(value, str | Path) or not str(value):
        raise ValueError("must be a folder's path")
    return Path(value).expanduser()


def _country(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"[A-Za-z]{3}", value):
        raise ValueError("must be a country's three letters, such as PRK (tidewaiter countries NAME finds them)")
    return value.upper()


def _named(value: object) -> str:
    """A country as a flag names it: whoever is asked about it says what else may have been meant."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError("must be a country's three letters, such as PRK")
    word = value.strip()
    return word.upper() if len(word) <= len("PRK") else word


def _goods(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"[a-z0-9][a-z0-9_-]*", value):
        raise ValueError("must be the id of some goods, such as covid-supplies")
    return value


def _word(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("must be a name")
    return value.strip()


def _colour(value: object) -> str:
    if value not in COLOURS:
        raise ValueError(f"must be {', '.join(COLOURS[:-1])} or {COLOURS[-1]}")
    return str(value)


def _jobs(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int | str) or not re.fullmatch(r"[0-9]{1,3}", str(value)):
        raise ValueError("must be a whole number from 1 to 999")
    if int(value) < 1:
        raise ValueError("must be a whole number from 1 to 999")
    return int(value)


#: How each setting is read; the keys are those of the file, of the flags and (in capitals) of the environment.
READERS: Mapping[str, Callable[[object], Any]] = {
    "ledger": _ledger,
    "country": _country,
    "goods": _goods,
    "colour": _colour,
    "jobs": _jobs,
    "engine": _word,
    "store": _word,
}


def config_path(environ: Mapping[str, str] | None = None) -> Path:
    """The file that settings are read from, whether or not it exists."""
    named = (os.environ if environ is None else environ).get(_PREFIX + "CONFIG")
    if named:
        return Path(named).expanduser()
    import platformdirs

    return Path(platformdirs.user_config_dir("tidewaiter", appauthor=False)) / "config.toml"


def user_ledger() -> Path:
    """Where `load` puts a ledger when nobody says where."""
    import platformdirs

    return Path(platformdirs.user_data_dir("tidewaiter", appauthor=False)) / "ledger"


def user_pulls() -> Path:
    """Where `fetch` keeps the answers of publishers' services when nobody says where."""
    import platformdirs

    return Path(platformdirs.user_data_dir("tidewaiter", appauthor=False)) / "pulls"


def load_settings(*, environ: Mapping[str, str] | None = None, **flags: object) -> Settings:
    """Settings from file, environment and flags; a flag that is None was not given.

    InputError for a file that is missing though named, is no TOML or holds an unknown key; UsageError for a bad value
    in the environment or a flag.
    """
    environ = os.environ if environ is None else environ
    found = _from_file(config_path(environ), must_exist=bool(environ.get(_PREFIX + "CONFIG")))
    for key in READERS:
        if value := environ.get(_PREFIX + key.upper()):
            found[key] = _read(key, value, place=_PREFIX + key.upper())
    for key, given in flags.items():
        if given is not None:
            found[_FLAGS.get(key, key)] = _read(key, given, place=f"--{key}", flag=True)
    return replace(Settings(), **found)


def _read(key: str, value: object, *, place: str, flag: bool = False) -> Any:
    try:
        return (_named if flag and key in _FLAGS else READERS[key])(value)
    except ValueError as error:
        raise UsageError(f"{value!r} {error}", place=place) from None


def _from_file(path: Path, *, must_exist: bool) -> dict[str, Any]:
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        if must_exist:
            raise InputError("no such file", path=path, cure=f"write it, or unset {_PREFIX}CONFIG") from None
        return {}
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", path=path) from None
    import tomllib

    try:
        table = tomllib.loads(raw.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"is not TOML: {error}", path=path) from None
    for key, value in table.items():
        if key not in READERS:
            raise InputError("unknown setting", path=path, place=key, cure=f"known are {', '.join(READERS)}")
        try:
            table[key] = READERS[key](value)
        except ValueError as error:
            raise InputError(f"{value!r} {error}", path=path, place=key) from None
    return table
