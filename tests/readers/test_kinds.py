"""Kinds of report: stated, or null."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tidings.readers import read_paths
from tidings.readers.headers import read_headers
from tidings.readers.kinds import find_kind
from tidings.records import Document

BODY = "Gunmen held the customs house at Velm until Thursday noon, and then left it to the fire brigade, a clerk said."
BRIEFING = """SPOKESMAN: Good evening.
REPORTER (Velm Radio): Is it true?
SPOKESMAN: No.
REPORTER (HNA): Why?
SPOKESMAN: Ask him."""
INTERVIEW = """The man who speaks for the front asked for tea.
Q: Who took the bridge?
A: The river.
Q: And the town?
A: We did."""


@pytest.mark.parametrize(
    ("text", "title", "url", "publisher_kind", "kind"),
    [
        (f"PORT VELM, May 4 (HNA) - {BODY}", None, None, None, "news"),
        (f"PORT VELM - {BODY}", None, None, None, None),
        (BODY, "Gunmen leave customs house", None, "regional radio", None),
        (BODY, "Opinion | Let the clerk speak", None, None, "opinion"),
        (f"Home > Opinion > Velm\n\nPORT VELM, May 4 (HNA) - {BODY}", None, None, None, "opinion"),
        (BODY, None, "https://courier.example/editorial/12", None, "opinion"),
        (BODY, None, None, "opinion site", "opinion"),
        (f"Statement No. 44. For immediate release.\n\n{BODY}", None, None, None, "release"),
        (BODY, "Statement of the harbour command", None, None, "release"),
        (BODY, "Fire at the customs house", None, "press office of the harbour ministry", "release"),
        (BODY, "Field bulletin: Upper Velm", None, "bulletin of an aid office", "digest"),
        (BRIEFING, None, None, None, "transcript"),
        (INTERVIEW, None, None, None, "transcript"),
        (f"{BODY}\nQ: Who took it?\nA: Nobody.\n{BODY}\n{BODY}\n{BODY}", None, None, None, None),
        ("Q: Who?\nA: No one.\nQ: When?\nA: Never.\n" + f"{BODY}\n" * 6, None, None, None, None),
        (
            f"WARNING: stay away.\nWARNING: boil water.\nWARNING: no lights.\nWARNING: fire.\n{BODY}",
            None,
            None,
            None,
            None,
        ),
    ],
)
def test_kinds(text: str, title: str | None, url: str | None, publisher_kind: str | None, kind: str | None) -> None:
    assert find_kind(text, title, url, publisher_kind, read_headers(text, title, date(2020, 1, 1))) == kind


def test_kind_by_metadata_and_by_the_publishers_table(tmp_path: Path) -> None:
    (tmp_path / "publishers.csv").write_text(
        "id,name,kind,country,side\nhpo,Harbour Press Office,press office,XX,government\n"
    )
    rows: list[dict[str, str]] = [
        {"id": "a", "publisher": "hpo", "text": BODY},
        {"id": "b", "publisher": "Harbour Press Office", "text": BODY},
        {"id": "c", "publisher": "hpo", "text": BODY, "kind": "Transcript"},
        {"id": "d", "publisher": "other", "text": BODY, "kind": "leaflet"},
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)))
    documents = [one for one in read_paths([tmp_path / "a.jsonl"]) if isinstance(one, Document)]
    assert [document.kind for document in documents] == ["release", "release", "transcript", None]
    assert documents[3].extra["kind"] == "leaflet"
    assert [document.publisher for document in documents[:2]] == ["hpo", "Harbour Press Office"]
