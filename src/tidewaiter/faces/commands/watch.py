"""`tidewaiter watch`: load what arrives in a folder, and tell what it brought."""

from __future__ import annotations

import os
import time
from pathlib import Path

import click

from tidewaiter.faces import options


@click.command(short_help="Watch a folder; tell what new files bring.")
@click.argument("folder", metavar="DIR", type=options.FOLDER)
@click.option("--country", metavar="ISO3", help="Whose trade: PRK. Default: the country of your settings.")
@click.option(
    "--ledger", required=True, type=options.FOLDER, metavar="DIR", help="Folder of the ledger that the files go into."
)
@click.option("--out", required=True, type=options.FOLDER, metavar="DIR", help="Folder for feed.xml and the pages.")
@click.option("--webhook", metavar="URL", help="POST each arrival there as JSON.")
@click.option("--mail-to", metavar="ADDRESS", help="Mail each arrival there.")
@click.option("--mail-from", metavar="ADDRESS", help="Sender of the mail. Default: the address it goes to.")
@click.option("--smtp", default="localhost:25", metavar="HOST:PORT", help="Mail server. Default: localhost:25.")
@click.option(
    "--smtp-user", metavar="NAME", help="Log in to the mail server; the password is in TIDEWAITER_SMTP_PASSWORD."
)
@click.option(
    "--every", type=click.FloatRange(min=1), default=60.0, metavar="SECONDS", help="Look so often. Default: 60."
)
@click.option("--once", is_flag=True, help="Look once and end: for a timer of your own.")
def watch(
    folder: Path,
    country: str | None,
    ledger: Path,
    out: Path,
    webhook: str | None,
    mail_to: str | None,
    mail_from: str | None,
    smtp: str,
    smtp_user: str | None,
    every: float,
    once: bool,
) -> None:
    """Watch a folder. A file that arrives is loaded; what its month brought is written as a page and into an Atom feed.

    Files that have just been written are waited for; one that cannot be loaded stands in the feed with the reason.
    """
    from tidewaiter.api import open_ledger
    from tidewaiter.errors import UsageError
    from tidewaiter.faces.output import complain
    from tidewaiter.settings import load_settings
    from tidewaiter.watching.notice import Mail, check_webhook
    from tidewaiter.watching.watch import Watch

    settings = load_settings(country=country)
    mail = None
    if mail_to is not None:
        host, _, port = smtp.rpartition(":")
        if not host or not port.isdigit():
            raise UsageError(f"no mail server: {smtp!r}", place="--smtp", cure="write host:port")
        password = os.environ.get("TIDEWAITER_SMTP_PASSWORD")
        mail = Mail(host, int(port), mail_from or mail_to, mail_to, smtp_user, password)
    watching = Watch(
        folder,
        open_ledger(ledger),
        out,
        settings.country,
        webhook=None if webhook is None else check_webhook(webhook),
        mail=mail,
    )
    failed = False
    while True:
        for arrival, problems in watching.look():
            failed = failed or arrival.problem is not None
            click.echo(f"{arrival.at}  {arrival.file}: {arrival.problem or arrival.title}")
            for problem in problems:
                complain(problem)
        if once:
            raise click.exceptions.Exit(2 if failed else 0)
        time.sleep(every)
