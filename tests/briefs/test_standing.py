"""The brief says how events stand, tells both sides of what is contested, folds copies, and says what is not known."""

from __future__ import annotations

import io
import re
from typing import Any

import duckdb
import msgspec
import pypdf
import pytest

from tests.events.literal import claim, figure, fill, insert, report, row_of
from tidings.briefs import Brief, make_brief, write_html, write_markdown, write_pdf
from tidings.events import link_events
from tidings.records import Claim

REPORTS = [report(f"{name}-1", f"1999-05-1{number}") for number, name in enumerate(("herald", "post", "mail"))]
TAKEN: dict[str, Any] = {"actor": "Northern League", "target": "River Guard", "place": "Harrow"}
OWN: dict[str, Any] = {"said_by": "Ana Zenda", "interest": "party", "against_interest": False}
LOSER: dict[str, Any] = {"said_by": "Rudolf Black", "interest": "party", "against_interest": True}


def store_of(*claims: Claim, copies: tuple[tuple[str, str], ...] = ()) -> duckdb.DuckDBPyConnection:
    connection = fill(REPORTS, claims)
    for one, other in copies:
        row = {"number": 0, "id": "dec-0", "about": "copies", "verdict": "same", "author": "Ana", "day": "2000-01-01"}
        insert(connection, "decisions", row | {"one": f"doc-{one}", "other": f"doc-{other}", "reason": "seen"})
    link_events(connection)
    return connection


def taken(name: str, **fields: Any) -> Claim:
    return claim(f"{name}-1", "territory.capture", "1999-05-09", **TAKEN, **fields)


def box_of(text: str, title: str = "What is contested") -> str:
    return text.split(f"## {title}")[1].split("\n## ", maxsplit=1)[0]


def test_a_sentence_says_that_it_is_confirmed_and_why() -> None:
    told = write_markdown(make_brief(store_of(taken("herald", **OWN), taken("post", **LOSER))))
    assert "Confirmed: the losing side says so." in told
    assert "Nothing that was read." in box_of(told)


def test_one_voice_needs_no_word_but_is_counted_as_not_known() -> None:
    told = write_markdown(make_brief(store_of(taken("herald", **OWN))))
    assert "Confirmed" not in told
    assert "Of 1 event, 1 is told by one voice alone" in box_of(told, "What we do not know")


def test_the_contested_box_tells_both_sides_and_cites_them() -> None:
    denial = taken("post", **{**OWN, "said_by": "the ministry"}, stance="denies")
    brief = make_brief(store_of(taken("herald", **OWN), denial))
    box = box_of(write_markdown(brief))
    assert "Ana Zenda said" in box
    assert "the ministry denied" in box.replace("The", "the")
    assert box.count("[c") == 2
    assert "Contested: the evidence leans neither way." in box
    assert 'id="contested"' in write_html(brief)


def test_the_contested_box_says_which_way_the_evidence_leans() -> None:
    denial = taken("mail", **{**OWN, "said_by": "the ministry"}, stance="denies")
    seen = taken("post", said_by="residents", interest="witness")
    box = box_of(write_markdown(make_brief(store_of(taken("herald", **OWN), seen, denial))))
    assert "Contested: likelier so than not, since more witnesses and third parties say so than deny it, 1 to 0." in box
    against = [
        taken(name, said_by=who, interest="witness", stance="denies")
        for name, who in (("herald", "nuns"), ("mail", "UN"))
    ]
    box = box_of(write_markdown(make_brief(store_of(seen, *against))))
    assert "Contested: likelier not so, since more witnesses and third parties deny it than say so, 2 to 1." in box


def test_a_contested_manner_is_in_the_box_though_the_outcome_is_confirmed() -> None:
    claims = taken("herald", manner="force", **OWN), taken("post", manner="agreement", **LOSER)
    assert "Confirmed: the losing side says so; how it came about is contested." in box_of(
        write_markdown(make_brief(store_of(*claims)))
    )


def test_a_copy_is_told_as_a_reprint_and_still_cited() -> None:
    told = write_markdown(make_brief(store_of(taken("herald"), taken("post"), copies=(("post-1", "herald-1"),))))
    assert "herald reports, reprinted by post [c1] [c2]." in told
    assert re.search(r"^- post, “Title of post-1”, .* reprints herald, “Title of herald-1”", told, re.MULTILINE)
    assert "| herald | publisher | 2 |" in told  # the reprint's claim is first told by the original
    assert "Corroborated" not in told


def test_a_range_is_told_with_who_says_which_end_of_it() -> None:
    killed: dict[str, Any] = {"place": "Harrow", "target": "civilians"}
    told = write_markdown(
        make_brief(
            store_of(
                claim("herald-1", "harm.kill", "1999-05-09", **killed, counts=(figure("killed", 12, 12),), **OWN),
                claim("post-1", "harm.kill", "1999-05-09", **killed, counts=(figure("killed", 27, 30),), **LOSER),
            )
        )
    )
    assert (
        "12 civilians were killed in Harrow on 9 May 1999, Ana Zenda said [c1]; "
        "27–30 civilians were killed, Rudolf Black said [c2]."
    ) in told


def read_paper(brief: Brief) -> str:
    """The words of a brief on paper."""
    pages = pypdf.PdfReader(io.BytesIO(write_pdf(brief))).pages
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pages))


@pytest.mark.parametrize("write", [write_html, write_markdown, read_paper])
def test_a_corrected_claim_is_told_as_corrected_with_who_did_and_a_rejected_one_is_left_out(write: Any) -> None:
    one, other = taken("herald", **OWN), taken("post", **LOSER)
    connection = store_of(one, other)
    decided = {"about": "claims", "one": one.id, "other": "", "author": "Ana", "day": "2000-01-01", "reason": "misread"}
    insert(connection, "decisions", {"number": 0, "id": "d0", "verdict": "correct", "field": "place", **decided})
    row = row_of(msgspec.structs.replace(one, place=("Barrow",)))
    insert(connection, "corrected_claims", row)
    insert(connection, "rejected_claims", {"claim_id": other.id})
    link_events(connection)
    told = write(make_brief(connection))
    assert "Barrow" in told
    assert "Harrow" not in told
    assert "place corrected by Ana, 2000-01-01: misread" in told.replace("\\", "")
    assert "Rudolf Black" not in told
    assert "Claims rejected by a person, and left out: 1." in told


@pytest.mark.parametrize("write", [write_html, write_markdown])
def test_the_boxes_are_never_left_out(write: Any) -> None:
    told = write(make_brief(store_of()))
    assert "What is contested" in told
    assert "silence is no sign of calm" in told
