"""`tidewaiter demo`: the main job on the sample articles that come with the package."""

from __future__ import annotations

from pathlib import Path

import click

from tidewaiter.faces import options

PAGE = "tidewaiter-demo.html"
#: `samples/README.md` says which mistakes were put into them.
SAMPLES = Path(__file__).parent.parent.parent / "samples"


def samples() -> list[Path]:
    """The sample articles that come with the package, oldest first."""
    return sorted(path for path in SAMPLES.iterdir() if path.suffix in (".txt", ".html"))


@click.command(short_help="Check the sample articles.")
@click.option(
    "--out", type=options.FOLDER, default=Path("demo"), metavar="DIR", help="Where the page goes. Default: ./demo."
)
@options.colour
def demo(out: Path, colour: str | None) -> None:
    """Check the sample articles against the embedded book, and write the result as a web page.

    The samples were written for this program; some hold a mistake. Ends with status 0: finding it is what is wanted.
    """
    from tidewaiter.api import check, embedded_ledger, read
    from tidewaiter.atomic import write_file
    from tidewaiter.errors import InputError
    from tidewaiter.faces.commands.check import print_report
    from tidewaiter.settings import load_settings

    settings = load_settings(colour=colour)
    report = check([read(path) for path in samples()], ledger=embedded_ledger())
    print_report(report, book=report.book, colour=settings.colour, out=None)
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"cannot be made: {error.strerror}", path=out, cure="name another folder") from None
    page = out / PAGE
    write_file(page, [report.to_html()])
    click.echo(f"The same as a page, with the reasons on click: {page}")
