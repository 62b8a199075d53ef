"""The schemas of others as data: columns, types and value domains, and whether a row is legal in them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

KINDS: Mapping[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": (bool, int),
    "date": str,
}


@cache
def load_schema(name: str) -> dict[str, Any]:
    """The schema of this name, as data/schemas/README.md tells it."""
    path = files("tidings.exporters").joinpath("data", "schemas", f"{name}.json")
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def column_names(name: str) -> list[str]:
    """The columns of a schema in their order."""
    return [column["name"] for column in load_schema(name)["columns"]]


def find_faults(name: str, row: Mapping[str, Any]) -> Iterator[str]:
    """What is not legal about a row, column by column; a blank is null."""
    schema = load_schema(name)
    if list(row) != column_names(name):
        yield f"columns are {list(row)}"
    for column in schema["columns"]:
        value = row.get(column["name"])
        if value is None or value == "":
            if column["required"] and value is None:
                yield f"{column['name']} is blank"
            continue
        yield from (f"{column['name']}: {fault}" for fault in _faults_of(value, column, schema["domains"]))


def _faults_of(value: Any, column: Mapping[str, Any], domains: Mapping[str, Any]) -> Iterator[str]:
    kind = KINDS.get(column["type"])
    if kind is not None and not isinstance(value, kind):
        yield f"{value!r} is no {column['type']}"
        return
    if "pattern" in column and not re.search(column["pattern"], value):
        yield f"{value!r} is not written as {column['pattern']}"
    if not column.get("min", value) <= value <= column.get("max", value):
        yield f"{value!r} is out of bounds"
    allowed = domain_values(domains.get(column.get("domain", ""), ()), column["name"])
    if allowed and not any(value in allowed for value in (value if isinstance(value, list) else [value])):
        yield f"{value!r} is not in the domain {column['domain']}"


def domain_values(domain: Any, key: str) -> set[Any]:
    """The values that a domain allows; empty where it is told by a pattern alone."""
    if isinstance(domain, dict):
        domain = domain.get("observed") or domain.get("values") or ()
    return {
        next((row[name] for name in ("value", "label", key, "sub_event_type", "event", "code") if name in row), None)
        if isinstance(row, dict)
        else row
        for row in domain
    }
