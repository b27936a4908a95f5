"""Writes the parts of the docs that the program knows best: help texts, columns, units, cards.

    .venv/bin/python docs/generate.py           # write
    .venv/bin/python docs/generate.py --check   # say what is out of date, status 1

Each part stands between `<!-- generated: NAME -->` and `<!-- end -->`; what is around it is written by hand.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

DOCS = Path(__file__).parent
ROOT = DOCS.parent
_PART = re.compile(r"(<!-- generated: ([a-z-]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def help_texts() -> Iterator[str]:
    """The help of the program and of each command, as the terminal shows it."""
    import click

    from tidewaiter.faces.cli import cli

    top = click.Context(cli, info_name="tidewaiter", terminal_width=96, **cli.context_settings)

    def text(context: click.Context) -> str:
        return f"```\n$ {context.command_path} --help\n{context.get_help()}\n```\n"

    yield text(top)
    for name, command in cli.commands.items():
        yield f"\n## tidewaiter {name}\n"
        context = click.Context(command, info_name=name, parent=top)
        yield text(context)
        if isinstance(command, click.Group):
            for word, below in command.commands.items():
                yield f"\n### tidewaiter {name} {word}\n"
                yield text(click.Context(below, info_name=word, parent=context))


def columns() -> Iterator[str]:
    """The flow table, column by column."""
    from tidewaiter.ledger.schema import COLUMNS

    yield "| column | type | meaning |\n|---|---|---|\n"
    for column in COLUMNS:
        yield f"| `{column.name}` | {column.type} | {column.meaning} |\n"


def flows() -> Iterator[str]:
    """The values of `flow`."""
    from tidewaiter.ledger.schema import FLOWS

    yield ", ".join(f"`{flow}`" for flow in FLOWS) + ".\n"


def units() -> Iterator[str]:
    """Every unit with what it measures, then the currencies."""
    from tidewaiter.reference import units as reference

    yield "| unit | measures | in the base unit of what it measures |\n|---|---|---|\n"
    money = reference.currencies()
    for unit_id in reference.unit_ids():
        if unit_id not in money:
            unit = reference.unit(unit_id)
            yield f"| `{unit_id}` | {unit.dimension.replace('_', ' ')} | {unit.factor_to_base.normalize():f} |\n"
    yield "\n## Currencies\n\n| code | name |\n|---|---|\n"
    for currency in money.values():
        yield f"| `{currency.code}` | {currency.name} |\n"


def cards() -> Iterator[str]:
    """The publishers."""
    from tidewaiter.sources.registry import cards as listed

    for card in listed():
        yield f"\n### `{card.id}`: {card.name}\n\n{card.about}\n\n"
        yield f"- Publisher: {card.publisher}\n"
        if card.url:
            yield f"- Where: <{card.url}>\n"
        yield f"- Licence: {card.licence}\n- Cadence: {card.cadence}\n"
        for gap in card.gaps:
            yield f"- Known gap: {gap}\n"


def says() -> Iterator[str]:
    """What a column of a file can say."""
    from tidewaiter.sources.card import SAYS

    yield ", ".join(f"`{word}`" for word in sorted(SAYS)) + ".\n"


def errors() -> Iterator[str]:
    """The tree of errors with what each means."""
    from tidewaiter import errors as tree

    def below(error: type, depth: int) -> Iterator[str]:
        meaning = (error.__doc__ or "").splitlines()[0]
        yield f"{'  ' * depth}- `{error.__name__}`: {meaning}\n"
        for child in error.__subclasses__():
            yield from below(child, depth + 1)

    yield from below(tree.TidewaiterError, 0)


def lacks() -> Iterator[str]:
    """What Spark cannot do that DuckDB can."""
    from tidewaiter.ledger.engines.spark import Spark

    for name, lack in Spark.lacks.items():
        yield f"- **{name[0].upper()}{name[1:]}.** {lack.why}.\n"


def sample_run() -> Iterator[str]:
    """What `tidewaiter demo` prints of the article with the worst slip."""
    from tidewaiter.api import check, embedded_ledger, read
    from tidewaiter.briefing.text import report_text
    from tidewaiter.faces.commands.demo import samples

    report = check([read(path) for path in samples()], ledger=embedded_ledger())
    chosen = [story for story in report.stories() if "quayside" in story.document.name]
    yield f"```\n$ ./do demo\n…\n{report_text(chosen, book=report.book)}\n```\n"


PARTS: dict[str, Callable[[], Iterator[str]]] = {
    "help": help_texts,
    "columns": columns,
    "flows": flows,
    "units": units,
    "cards": cards,
    "says": says,
    "errors": errors,
    "lacks": lacks,
    "run": sample_run,
}


def pages() -> list[Path]:
    """Every page that may hold a part."""
    return [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.glob("*.md"))]


def renewed(page: str) -> str:
    """A page's text with its parts written anew."""

    def part(match: re.Match[str]) -> str:
        return f"{match[1]}{''.join(PARTS[match[2]]())}{match[3]}"

    return _PART.sub(part, page)


def main(check: bool) -> int:
    """Write the pages, or only say which are out of date."""
    stale = []
    for path in pages():
        text = path.read_text(encoding="utf-8")
        if (new := renewed(text)) != text:
            stale.append(path.name)
            if not check:
                path.write_text(new, encoding="utf-8")
    if stale:
        print(f"{'out of date' if check else 'written'}: {', '.join(stale)}")
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
