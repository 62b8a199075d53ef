"""Every case in situations/*.md: short reports with their claims, and the rows that an aspect has of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.cases.standing import StandingCase, read_standing_cases
from tests.cases.test_standing import load_reading
from tests.events.literal import fill
from tidings.knowing import know_on
from tidings.pipeline import link_store
from tidings.records import Sentence
from tidings.situations.aspects import ASPECTS, ask_aspect
from tidings.store import Store

FOLDER = Path(__file__).parent / "situations"
CASES = [case for path in sorted(FOLDER.glob("*.md")) for case in read_standing_cases(path)]
# what is asked, not what is expected
ASKED = ("as_of", "known_on", "at", "aspect")
Asked = tuple[tuple[str, str], ...]
NAMED = {"stands": "standing"}


def fill_store(case: StandingCase) -> Store:
    """A store of the case's reports: as they are read, or each of one sentence with its claims as given."""
    if case.is_read:
        readings = [load_reading().read_document(document) for document in case.documents]
        claims = [claim for reading in readings for claim in reading.claims]
        read = [sentence for reading in readings for sentence in reading.sentences]
        return Store(Path("memory"), fill(case.documents, claims, sentences=read))
    sentences = {
        document.id: Sentence(document_id=document.id, index=0, paragraph=0, start=0, end=len(document.text))
        for document in case.documents
    }
    claims = [msgspec.structs.replace(claim, sentence_id=sentences[claim.document_id].id) for claim in case.claims]
    return Store(Path("memory"), fill(case.documents, claims, sentences=sentences.values()))


def ask(store: Store, asked: dict[str, str]) -> list[dict[str, str]]:
    """The rows of an aspect as it is asked, each value as text."""
    as_of = date.fromisoformat(asked["as_of"]) if "as_of" in asked else None
    ask_aspect(store.connection, asked["aspect"], as_of, asked.get("at"))
    return [
        {**{key: as_text(value) for key, value in row.items()}, "claims": str(len(row["claim_ids"]))}
        for row in store.rows("SELECT * FROM answer ORDER BY rowid")
    ]


def find_rows(case: StandingCase) -> dict[Asked, list[dict[str, str]]]:
    """The rows of all that a case asks; linked once for what all reports tell, and once for each day of knowledge."""
    rows = {}
    for known_on in {dict(asked).get("known_on") for asked in group(case)}:
        with fill_store(case) as store:
            if known_on is None:
                link_store(store)
            else:
                know_on(store, date.fromisoformat(known_on))
            questions = [asked for asked in group(case) if dict(asked).get("known_on") == known_on]
            rows.update({asked: ask(store, dict(asked)) for asked in questions})
    return rows


def as_text(value: Any) -> str:
    match value:
        case None | "" | []:
            return "-"
        case float():
            return f"{value:g}" if value % 1 else str(int(value))
        case list():
            return " + ".join(map(str, value))
        case _:
            return str(value)


def group(case: StandingCase) -> dict[Asked, list[dict[str, str]]]:
    """What is expected, by what is asked; `none` expects no row at all."""
    groups: dict[Asked, list[dict[str, str]]] = {}
    for line in case.expected:
        told = line["standing"]  # an aspect, or `none`
        asked = {"aspect": told, **{key: line[key] for key in ASKED if key in line}}
        rows = groups.setdefault(tuple(sorted(asked.items())), [])
        if told != "none":
            rows.append({NAMED.get(key, key): line[key] for key in line if key not in (*ASKED, "standing")})
    return groups


def compare_rows(
    asked: dict[str, str], expected: Iterable[dict[str, Any]], rows: Iterable[dict[str, Any]]
) -> list[str]:
    """What is lacking and what is too much: each row that is expected takes one that is there."""
    unmet, left = [], list(rows)
    told = [str(row) for row in left]
    for wanted in expected:
        found = next((row for row in left if all(row[key] == value for key, value in wanted.items())), None)
        if found is None:
            unmet += [f"{asked}: no such row: {wanted}", *told]
        else:
            left.remove(found)
    return [*unmet, *(f"{asked}: one too many: {row}" for row in left)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.where} {case.name}")
def test_case(case: StandingCase) -> None:
    unmet: list[str] = []
    rows = find_rows(case)
    for asked, expected in group(case).items():
        unmet += compare_rows(dict(asked), expected, rows[asked])
    if unmet:
        pytest.fail("\n".join([case.where, "", *unmet]), pytrace=False)


def test_every_aspect_has_cases() -> None:
    assert {dict(asked)["aspect"] for case in CASES for asked in group(case)} == set(ASPECTS)
    assert len(CASES) >= 30
