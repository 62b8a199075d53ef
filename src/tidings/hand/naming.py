"""What a decision names: told when it is taken, and found again where the id is another.

A claim's id is made of what was read, so reading again by other rules can change it. The same claim is then the one of
the same report and act whose words overlap; of several the one that says most of the same; where that is none or not
one, the decision waits.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from tidings.engines.entries import Named
from tidings.store import Store

SAID = ("actor", "target", "place", "destination", "first", "last", "said_by", "stance", "certainty", "manner")
REPORT = "SELECT id AS document_id, work, own_id, publisher FROM documents WHERE id = ?"
CLAIM = f"""
SELECT
    claims.id, claims.document_id, documents.work, documents.own_id, documents.publisher, claims.act, claims.start,
    claims."end", substring(documents.text, claims.start + 1, claims."end" - claims.start) AS quote,
    {", ".join(f"claims.{name}" for name in SAID)}
FROM claims JOIN documents ON documents.id = claims.document_id
"""
# the report itself, else the version of it that speaks
IN_REPORT = """
WHERE documents.id = coalesce(
    (SELECT max(id) FROM documents WHERE id = $1), (SELECT max(id) FROM speaking_documents WHERE work = $2)
)
ORDER BY claims.id
"""
KNOWN = """
WITH asked AS (SELECT DISTINCT unnest($1) AS id)
SELECT id FROM asked WHERE id IN (SELECT id FROM claims) OR id IN (SELECT id FROM documents)
"""
ENOUGH = 0.5  # of the shorter words


def name_report(store: Store, document_id: str) -> Named:
    """A report as a decision names it."""
    (row,) = store.rows(REPORT, [document_id])
    return msgspec.convert(row, Named)


def name_claim(store: Store, claim_id: str) -> Named:
    """A claim as a decision names it."""
    (row,) = store.rows(f"{CLAIM} WHERE claims.id = ?", [claim_id])
    named = msgspec.convert({key: row[key] for key in Named.__struct_fields__ if key in row}, Named)
    beside = [other["id"] for other in _rows_of(store, named) if other["id"] != claim_id and _is_alike(other, named)]
    return msgspec.structs.replace(named, says=_said(row), beside=tuple(beside))


def find_claim(store: Store, named: Named) -> str | None:
    """The id of the one claim that is meant; None where there is none, or more than one."""
    told = [(_count_same(row, named), row["id"]) for row in _rows_of(store, named) if _is_alike(row, named)]
    told = [(same, claim_id) for same, claim_id in told if claim_id not in named.beside]
    best = max((same for same, _ in told), default=0)
    found = [claim_id for same, claim_id in told if same == best]
    return found[0] if len(found) == 1 else None


def find_report(store: Store, named: Named) -> str | None:
    """The id of the report that is meant, or of the version of it that speaks; None where there is none."""
    found = store.rows("SELECT max(id) AS id FROM speaking_documents WHERE work = ?", [named.work])
    return next((row["id"] for row in found), None)


def _rows_of(store: Store, named: Named) -> Sequence[dict[str, Any]]:
    return list(store.rows(CLAIM + IN_REPORT, [named.document_id, named.work]))


def _is_alike(row: dict[str, Any], named: Named) -> bool:
    """Whether the claim is of the same act and of overlapping words."""
    if row["act"] != named.act or named.start is None or named.end is None:
        return False
    if row["document_id"] != named.document_id:  # another version: its words stand elsewhere
        one, other = (" ".join(str(words).split()) for words in (row["quote"], named.quote))
        shorter, longer = sorted((one, other), key=len)
        return shorter in longer and len(shorter) >= ENOUGH * len(longer)
    shared = min(row["end"], named.end) - max(row["start"], named.start)
    return bool(shared >= ENOUGH * min(row["end"] - row["start"], named.end - named.start))


def _said(row: dict[str, Any]) -> dict[str, Any]:
    said: dict[str, Any] = msgspec.to_builtins({name: row[name] for name in SAID})
    return said


def _count_same(row: dict[str, Any], named: Named) -> int:
    said = _said(row)
    return sum(said[name] == named.says.get(name) for name in SAID)


def find_names(store: Store, names: Iterable[tuple[str, str, Named | None]]) -> list[str | None]:
    """For each (about, id, named) the id that it has here; an empty id stays empty."""
    names = list(names)
    known = {row["id"] for row in store.rows(KNOWN, [[name for _, name, _ in names]])}
    found: list[str | None] = []
    for about, name, named in names:
        if not name or name in known:
            found.append(name)
        elif named is None:
            found.append(None)
        else:
            found.append(find_report(store, named) if about == "copies" else find_claim(store, named))
    return found
