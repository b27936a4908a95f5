"""Settings: the later of file, environment and flags wins, and a bad value is named with its place."""

from pathlib import Path

import pytest

from tidewaiter.errors import InputError, UsageError
from tidewaiter.settings import READERS, Settings, config_path, load_settings, user_ledger


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "config.toml"
    path.write_text('ledger = "~/books"\ncountry = "eri"\ncolour = "never"\njobs = 2\n')
    return path


def test_defaults_need_no_file(tmp_path: Path) -> None:
    assert load_settings(environ={"TIDEWAITER_VENV": "x", "HOME": str(tmp_path)}) == Settings()


def test_the_file_is_read_and_its_home_folder_expanded(config: Path) -> None:
    settings = load_settings(environ={"TIDEWAITER_CONFIG": str(config)})
    assert settings == Settings(ledger=Path("~/books").expanduser(), country="ERI", colour="never", jobs=2)


def test_environment_beats_file_and_flag_beats_environment(config: Path) -> None:
    environ = {"TIDEWAITER_CONFIG": str(config), "TIDEWAITER_COUNTRY": "TKM", "TIDEWAITER_JOBS": "3"}
    settings = load_settings(environ=environ, jobs=4, ledger=None)
    assert (settings.country, settings.jobs, settings.colour) == ("TKM", 4, "never")


@pytest.mark.parametrize(
    ("key", "value"),
    [("country", "Korea"), ("colour", "blue"), ("jobs", "0"), ("jobs", "-1"), ("jobs", "many"), ("goods", "a b")],
)
def test_a_bad_value_in_the_environment_is_named(key: str, value: str) -> None:
    with pytest.raises(UsageError, match=f"TIDEWAITER_{key.upper()}") as caught:
        load_settings(environ={f"TIDEWAITER_{key.upper()}": value})
    assert value in str(caught.value)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("lejer = 'x'", "lejer"),
        ("jobs = true", "jobs"),
        ("country = 5", "country"),
        ("ledger = ''", "ledger"),
        ("jobs =", "TOML"),
    ],
)
def test_a_bad_file_is_named_with_the_place(tmp_path: Path, text: str, place: str) -> None:
    path = tmp_path / "c.toml"
    path.write_text(text)
    with pytest.raises(InputError) as caught:
        load_settings(environ={"TIDEWAITER_CONFIG": str(path)})
    assert str(path) in str(caught.value)
    assert place in str(caught.value)


def test_a_named_file_must_exist(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        load_settings(environ={"TIDEWAITER_CONFIG": str(tmp_path / "none.toml")})


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "c.toml"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(InputError, match="TOML"):
        load_settings(environ={"TIDEWAITER_CONFIG": str(path)})


def test_every_setting_has_a_reader_and_is_documented() -> None:
    assert set(READERS) == set(Settings.__slots__)
    page = (Path(__file__).parent.parent / "docs" / "settings.md").read_text(encoding="utf-8")
    for key in READERS:
        assert f"`{key}`" in page
        assert f"`TIDEWAITER_{key.upper()}`" in page
    assert "`TIDEWAITER_CONFIG`" in page


def test_default_places_are_the_users_own() -> None:
    assert config_path({}).name == "config.toml"
    assert "tidewaiter" in str(user_ledger())
