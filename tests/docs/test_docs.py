"""The docs are complete and true: what the program has is in them, and what they show works."""

import importlib.util
import re
import shlex
import shutil
from dataclasses import fields
from decimal import Decimal
from pathlib import Path
from types import ModuleType

import click
import pytest

import tidewaiter as tw
from tidewaiter.claims import claim as claim_module
from tidewaiter.claims.claim import Claim
from tidewaiter.errors import TidewaiterError
from tidewaiter.faces.cli import cli
from tidewaiter.faces.commands.demo import SAMPLES
from tidewaiter.interval import Interval
from tidewaiter.ledger.schema import COLUMNS
from tidewaiter.provenance import RowRef
from tidewaiter.sources.card import Card
from tidewaiter.verdicts.verdict import CHECKS, OUTCOMES, Operand, Verdict

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted(DOCS.glob("*.md"))]


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", [path.name for path in PAGES if "<!-- generated:" in path.read_text(encoding="utf-8")])
def test_generated_parts_are_up_to_date(name: str) -> None:
    path = next(path for path in PAGES if path.name == name)
    page = path.read_text(encoding="utf-8")
    assert generator().renewed(page) == page, "run .venv/bin/python docs/generate.py"


def test_every_part_of_the_generator_is_used() -> None:
    used = {part for path in PAGES for part in re.findall(r"<!-- generated: ([a-z-]+) -->", path.read_text("utf-8"))}
    assert used == set(generator().PARTS)


def sample_claim() -> Claim:
    return Claim("a", 0, 1, "5", (0, 1), Decimal(5), None, None, "USD")


def test_every_key_of_a_claim_and_every_term_is_documented() -> None:
    page = text("docs/claims.md")
    for key in sample_claim().to_record(explain=True):
        assert f"`{key}`" in page, key
    for terms in ("MEASURES", "DIRECTIONS", "COMPARISONS", "SOURCE_KINDS", "MODALITIES"):
        for term in getattr(claim_module, terms):
            assert f"`{term}`" in page, term


def test_every_key_of_a_verdict_and_every_term_is_documented() -> None:
    page = text("docs/verdicts.md")
    row = RowRef("s", "r", "f", "h", 1)
    operand = Operand(Interval.exactly(Decimal(1)), "USD", "x", rows=(row,))
    record = Verdict(sample_claim(), "supported", "statistics", "r", (operand,)).to_record()
    keys = [*record, *record["operands"][0], *record["operands"][0]["rows"][0]]
    for term in (*keys, *OUTCOMES, *CHECKS):
        assert f"`{term}`" in page, term


def test_every_kind_of_slip_is_documented() -> None:
    import yaml

    data = yaml.safe_load((ROOT / "src/tidewaiter/verdicts/data/slips.yml").read_text(encoding="utf-8"))
    page = text("docs/verdicts.md")
    for kind in data["weights"]:
        assert f"`{kind}`" in page, kind
    for path in (ROOT / "src/tidewaiter/verdicts").rglob("*.py"):
        named = re.findall(
            r'yield "([a-z]+_[a-z_]+)"|"([a-z]+_(?:for|as)_[a-z_]+|[a-z_]+_swapped)"', path.read_text("utf-8")
        )
        for kind in (one or other for one, other in named):
            assert f"`{kind}`" in page, kind


def test_every_public_name_is_documented() -> None:
    page = text("docs/python.md")
    for name in tw.__all__:
        assert re.search(rf"`{name}[`(]", page), name


def test_every_public_method_of_what_a_user_gets_is_documented() -> None:
    page = text("docs/python.md")
    for kind in (tw.Report, tw.Ledger, tw.TradeSeries, tw.Claims):
        own = [base for base in kind.__mro__ if base.__module__.startswith("tidewaiter.")]
        for name in {name for base in own for name in vars(base)}:
            if not name.startswith("_") and name not in ("path", "checked", "book", "series"):
                assert f"`{name}`" in page, f"{kind.__name__}.{name}"


def test_every_column_of_the_flow_table_is_documented() -> None:
    page = text("docs/ledger.md")
    for column in COLUMNS:
        assert f"| `{column.name}` |" in page


def test_every_card_is_documented() -> None:
    page = text("docs/sources.md")
    for card in (ROOT / "src/tidewaiter/sources/cards").glob("*.yml"):
        assert f"### `{card.stem}`" in page


def test_every_key_of_a_card_is_documented() -> None:
    page = text("docs/sources.md")
    for field in fields(Card):
        assert f"`{field.name}`" in page, field.name


def test_every_error_is_documented() -> None:
    page = text("docs/cli.md")

    def tree(error: type) -> list[type]:
        return [error, *(below for child in error.__subclasses__() for below in tree(child))]

    for error in tree(TidewaiterError):
        assert f"`{error.__name__}`" in page


def test_every_command_and_option_is_documented_with_a_help_text() -> None:
    page = text("docs/cli.md")
    for name, command in cli.commands.items():
        assert f"## tidewaiter {name}\n" in page
        assert command.help
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert parameter.help, f"{name} {parameter.opts}"
                assert all(option in page for option in parameter.opts)


def shell_lines(page: str) -> list[str]:
    blocks = re.findall(r"```(?:sh)?\n(.*?)```", page, re.DOTALL)
    return [line.split("#")[0].strip() for block in blocks for line in block.splitlines()]


@pytest.mark.parametrize(
    "line", [line for line in shell_lines(text("README.md")) if line.startswith("./do tidewaiter ")]
)
def test_commands_of_the_readme_are_understood(line: str) -> None:
    _, _, name, *args = shlex.split(line)
    cli.commands[name].make_context(name, args)


def test_the_readme_names_the_commands_of_do() -> None:
    script = text("do")
    for word in ("demo", "test", "tidewaiter"):
        assert f"./do {word}" in text("README.md")
        assert re.search(rf"^    {word}\)$", script, re.MULTILINE)


@pytest.mark.parametrize("page", ["README.md", "docs/python.md", "src/tidewaiter/__init__.py"])
def test_python_examples_run(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    html = next(SAMPLES.glob("*.html"))
    for name in ("article.html", "other.html"):
        shutil.copy(html, name)
    (tmp_path / "trade").mkdir()
    if page.endswith(".py"):
        examples = [re.sub(r"^    ", "", line) for line in (tw.__doc__ or "").splitlines() if line.startswith("    ")]
        code = "\n".join(examples)
    else:
        code = "\n".join(re.findall(r"```python\n(.*?)```", text(page), re.DOTALL))
    code = re.sub(r'^ledger\.load\("exports\.csv"\)$', "", code, flags=re.MULTILINE)
    assert "import tidewaiter as tw" in code
    exec(compile(code, page, "exec"), {})


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_links_between_pages_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8")):
        if not target.startswith("http"):
            assert (path.parent / target).exists(), target


def test_anchors_within_the_docs_exist() -> None:
    def anchors(page: Path) -> set[str]:
        headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
        return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}

    for page in PAGES:
        for target, anchor in re.findall(r"\]\(([^)#\s]*)#([^)]+)\)", page.read_text(encoding="utf-8")):
            if not target.startswith("http"):
                assert anchor in anchors(page.parent / target if target else page), f"{page.name}: {target}#{anchor}"


def test_the_samples_readme_names_every_sample() -> None:
    page = (SAMPLES / "README.md").read_text(encoding="utf-8")
    for path in SAMPLES.glob("20*"):
        assert f"`{path.name}`" in page


def test_settings_are_all_documented() -> None:
    page = text("docs/settings.md")
    for field in fields(tw.Settings):
        assert f"| `{field.name}` | `TIDEWAITER_{field.name.upper()}` |" in page
