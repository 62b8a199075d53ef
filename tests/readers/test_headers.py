"""What saved articles state of themselves, with the basis of each value."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tidings.readers import read_paths
from tidings.readers.headers import read_headers
from tidings.records import Document

TODAY = date(2020, 1, 1)
BODY = "Gunmen held the customs house at Velm until Thursday noon, and then left it to the fire brigade, a clerk said."
PHOTO = "Volunteers carry sandbags past the customs house. (Photo: Harbour News)"


@pytest.mark.parametrize(
    ("text", "publisher", "basis"),
    [
        (f" date 1984-05-04 HARBOUR| by Ines Marrow: {BODY}", "Harbour", "header line"),
        (f"Publisher: The Harbour Courier\n{BODY}", "The Harbour Courier", "header line"),
        (f"{BODY}\n\n© 1984 The Harbour Courier. All rights reserved.", "The Harbour Courier", "credit"),
        (f"{BODY}\n\nSource: Velm Radio", "Velm Radio", "credit"),
        (f"PORT VELM, May 4 (HNA) - {BODY}\n\n© 1984 The Harbour Courier", "The Harbour Courier", "credit"),
        (f"PORT VELM, May 4 (HNA) - {BODY}", "HNA", "credit"),
        (f"PORT VELM (HNA/agencies) - {BODY}", "HNA", "credit"),
        (f"[Canal Once] {BODY}", "Canal Once", "credit"),
        (f"PORT VELM (HNA/Velm Radio) - {BODY}", None, None),
        (f"PORT VELM, May 4 (HNA) - {BODY}\n\nMARROW, May 4 (Velm Radio) - {BODY}", None, None),
        (f"PORT VELM (Our bureau) - {BODY}", None, None),
        (f"(News agencies) {BODY}", None, None),
        (f"PORT VELM - {BODY}", None, None),
        (f"{PHOTO}\n\n{BODY} He told Harbour News that it rained.", "Harbour News", "credit"),
        (f"{PHOTO}\n\n{BODY}", None, None),
        (
            f"{PHOTO}\n\n{PHOTO.replace('Harbour News', 'AFP')}\n\n{BODY} He told Harbour News that it rained.",
            None,
            None,
        ),
        (BODY, None, None),
    ],
)
def test_publisher_and_its_basis(text: str, publisher: str | None, basis: str | None) -> None:
    stated = read_headers(text, None, TODAY)
    assert (stated.publisher, stated.publisher_basis) == (publisher, basis)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (f"Published: May 4, 1984 01:26 PM\n\n{BODY}", "May 4, 1984 01:26 PM"),
        (f"Updated: 6 May 1984\nPosted on 4 May 1984\n\n{BODY}", "4 May 1984"),
        (f"Updated: 6 May 1984\n\n{BODY}", "6 May 1984"),
        (f"PORT VELM, 4 May 1984 (HNA) - {BODY}", "4 May 1984"),
        (f"PORT VELM, 4 May 1984 (HNA) - {BODY}\n\nPublished: 5 May 1984", "5 May 1984"),
        (f"PORT VELM, 4 May (HNA) - {BODY}", None),
        (f"PORT VELM (May 4. 1984) - {BODY}", "May 4. 1984"),
        (f"Harbour Command\n1984-05-P-007\nFor immediate release\n\nPORT VELM (May 4) - {BODY}", "May 4 1984"),
        (f"Harbour Command\n1984-03-P-007\nFor immediate release\n\nPORT VELM (May 4) - {BODY}", None),
        (f"Evening Summary of the Coast, May 4, 1984\n\nPORT VELM (May 4) - {BODY}", "May 4 1984"),
        (f"Evening Summary of the Coast, May 3, 1984\n\nPORT VELM (May 4) - {BODY}", None),
        (f"4 May: Fighting in Upper Velm\n\nPRESS RELEASE\n1984-05-P-007\n\n{BODY}", "4 May 1984"),
        (f"4 May: Fighting in Upper Velm\n\n{BODY}", None),
        (f"{BODY}\n\nIt was published in Velm on 4 May 1984, he said.", None),
    ],
)
def test_published_day(text: str, printed: str | None) -> None:
    assert read_headers(text, None, TODAY).published == printed


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Ines Marrow", "Ines Marrow"),
        ("BY INES MARROW", "Ines Marrow"),
        ("By Ines Marrow, Staff Writer", "Ines Marrow"),
        ("By Ines Marrow and Tobias Quill in Port Velm", "Ines Marrow and Tobias Quill"),
        ("Salma Ferrant, Foreign Correspondent", "Salma Ferrant"),
        ("By Staff Writer", None),
    ],
)
def test_author(line: str, author: str | None) -> None:
    assert read_headers(f"Gunmen leave customs house\n{line}\n\n{BODY}", None, TODAY).author == author


def test_metadata_win_over_header_lines(tmp_path: Path) -> None:
    text = f"Gunmen leave customs house\\nPublished: 4 May 1984\\nBy Ines Marrow\\n\\nVELM (HNA) - {BODY}"
    rows = [
        '{"id": "a", "publisher": "courier", "published": "1984-05-06", "title": "T", "author": "A", '
        f'"text": "{text}"}}',
        f'{{"id": "b", "published": "soon", "text": "{text}"}}',
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(rows))
    first, second = (one for one in read_paths([tmp_path], today=TODAY) if isinstance(one, Document))
    assert (first.publisher, first.publisher_basis, first.title, first.author) == ("courier", "metadata", "T", "A")
    assert (first.published, first.published_basis) == (date(1984, 5, 6), "metadata")
    assert (second.publisher, second.publisher_basis, second.author) == ("HNA", "credit", "Ines Marrow")
    assert (second.published, second.published_basis) == (date(1984, 5, 4), "header line")
    assert second.title == "Gunmen leave customs house"
    assert first.dateline == second.dateline == "VELM (HNA)"


def test_no_day_is_ever_that_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "1984-05-04.txt").write_text(BODY)
    (document,) = read_paths([tmp_path])
    assert isinstance(document, Document)
    assert (document.published, document.published_basis) == (None, None)
    assert (document.publisher, document.author, document.title, document.kind) == (None, None, None, None)
