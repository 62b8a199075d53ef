"""`tidings explain`: why a row is as it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tidings.cli.options import change, store_option
from tidings.settings import Settings

if TYPE_CHECKING:
    from tidings.store import Store

# rows that are made when they are asked for, by the beginning of their ids
MADE = {"tlk": "talks", "svc": "service"}
STEPS = """
SELECT claim_id, any_value(state) AS state, any_value(day) AS day, bool_or(is_dated) AS is_dated FROM steps
WHERE sha256(subject)[:16] = ? GROUP BY claim_id
"""


@click.command("explain", short_help="Say why: the claims behind a row, the rule, and what would undo it.")
@click.argument("name", metavar="ID")
@store_option
@click.pass_obj
def command(settings: Settings, name: str, store: Path | None) -> None:
    """Say why a row is as it is: the chain down to sentences, the rule, and what would undo it.

    ID is that of a claim, event, figure, check, change of hands, unit, report or decision, of talks or of a service, as
    the listings show it.
    """
    from tidings.store import open_store  # noqa: PLC0415
    from tidings.store.explaining import explain  # noqa: PLC0415

    settings = change(settings, store=store)
    with open_store(settings.store, settings, read_only=True) as opened:
        aspect = MADE.get(name.split("-", maxsplit=1)[0])
        for line in explain(opened, name) if aspect is None else explain_made(opened, aspect, name):
            click.echo(line)


def explain_made(store: Store, aspect: str, name: str) -> Iterator[str]:
    """How talks or a service stand, and what each telling says of them, down to sentences."""
    from tidings.errors import TidingsError  # noqa: PLC0415
    from tidings.situations.aspects import ask_aspect  # noqa: PLC0415
    from tidings.store.explaining_claims import tell_claims  # noqa: PLC0415

    ask_aspect(store.connection, aspect)
    found = list(store.rows("SELECT * FROM answer WHERE id = ?", [name]))
    if not found:
        raise TidingsError(f"nothing is called {name!r}; ids stand in tidings situations --aspect {aspect}")
    (row,) = found
    what = ", ".join(row["parties"]) if aspect == "talks" else row["service"]
    before = f", before: {row['before']}" if row["before"] else ""
    yield f"{name}: {what}, {row['place'] or '?'}: {row['state']}{before}"
    yield f"  since {row['since'] or '?'}, last heard {row['last_heard']}; standing: {row['standing']}"
    told = {step["claim_id"]: step for step in store.rows(STEPS, [name.split("-")[1]])}
    for claim_id, lines in tell_claims(store, told):
        yield from lines
        day = f"{told[claim_id]['day']}{'' if told[claim_id]['is_dated'] else ', when it came out'}"
        counts = "" if claim_id in row["claim_ids"] else "; it does not make the state"
        yield f"    says: {told[claim_id]['state']}, {day}{counts}"
        yield f"    undone by: tidings reject {claim_id}, or tidings correct {claim_id} FIELD=VALUE"
