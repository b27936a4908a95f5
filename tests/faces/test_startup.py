"""Starting up: what is not needed yet is not loaded. Measured by what is imported, since time depends on the machine."""

import subprocess
import sys

import pytest

HEAVY = {
    "duckdb",
    "trafilatura",
    "rich",
    "yaml",
    "pandas",
    "polars",
    "pyarrow",
    "pypdfium2",
    "re2",
    "ahocorasick",
    "lxml",
    "httpx2",
    "stamina",
    "py7zr",
    "python_calamine",
}


def loaded_after(code: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after some code."""
    script = f"{code}\nimport sys\nprint('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return {line.partition(".")[0] for line in done.stdout.splitlines()}


@pytest.mark.parametrize(
    "code",
    [
        "import tidewaiter",
        "import tidewaiter as tw; tw.read, tw.check, tw.open_ledger, tw.Claim, tw.Report",
        "import tidewaiter.faces.cli",
        "from click.testing import CliRunner\nfrom tidewaiter.faces.cli import cli\n"
        "assert not CliRunner().invoke(cli, ['--help']).exit_code",
        "from click.testing import CliRunner\nfrom tidewaiter.faces.cli import cli\n"
        "assert not CliRunner().invoke(cli, ['check', '--help']).exit_code",
    ],
)
def test_nothing_heavy_is_loaded(code: str) -> None:
    assert not loaded_after(code) & HEAVY


def test_the_test_sees_a_heavy_import() -> None:
    assert "yaml" in loaded_after("import yaml")


def test_the_package_is_run_as_the_command() -> None:
    done = subprocess.run([sys.executable, "-m", "tidewaiter", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("tidewaiter ")
