"""What a decision names that is not here: it is kept, holds nothing, and holds once what it names is here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from tidings.actors import ActorTable
from tidings.engines.entries import Named
from tidings.gazetteers import Gazetteer
from tidings.hand.meaning import find_unknown_ids
from tidings.hand.naming import find_names
from tidings.store import MeantRow, Store

Given = tuple[Gazetteer, ActorTable]


def find_meant(store: Store, decisions: Sequence[Mapping[str, Any]], given: Given) -> Iterator[MeantRow]:
    """What `one` and `other` of each decision are here, and what it waits for where something is not.

    A correction that puts in an id which no table knows waits, as one does whose claim is not here.
    """
    names = [name for row in decisions for name in _names_of(row)]
    found = iter(find_names(store, names))
    for row in decisions:
        one, other = next(found), next(found)
        missing = [
            f"no {'report' if about == 'copies' else 'single claim'} here is {name}{_told(named)}"
            for (about, name, named), meant in zip(_names_of(row), (one, other), strict=True)
            if meant is None
        ]
        unknown = _find_unknown(row, given)
        yield MeantRow(row["number"], None if unknown else one, other, "; ".join([*missing, *unknown]) or None)


def _find_unknown(row: Mapping[str, Any], given: Given) -> list[str]:
    if not (row["field"] or "").endswith("_ids"):
        return []
    return list(find_unknown_ids(row["field"], msgspec.json.decode(row["value"]), *given))


def _names_of(row: Mapping[str, Any]) -> list[tuple[str, str, Named | None]]:
    named = msgspec.json.decode(row["named"] or "[]", type=tuple[Named, ...])
    told = (*named, None, None)
    return [(row["about"], row["one"], told[0]), (row["about"], row["other"], told[1])]


def _told(named: Named | None) -> str:
    if named is None:
        return ""
    report = f"report {named.own_id}" + (f" of {named.publisher}" if named.publisher else "")
    return f" ({f'{named.act} in ' if named.act else ''}{report})"
