"""Which reports count as copies, which is the original, and which claims are copied."""

from __future__ import annotations

import random
from itertools import pairwise
from typing import Any

import duckdb
import msgspec
import pytest

from tests.events.literal import claim, fill, insert, report
from tidings.events.link import link_events
from tidings.records import Claim, Document, Sentence


def prose(seed: int, sentences: int = 8) -> str:
    """Sentences of invented words, the same for the same seed and like no other's."""
    chance = random.Random(seed)
    words = ["".join(chance.choices("abdegiklmnoprstu", k=chance.randint(3, 8))) for _ in range(sentences * 12)]
    return " ".join(" ".join(words[at * 12 : at * 12 + 12]).capitalize() + "." for at in range(sentences))


def cut(text: str, first: int, last: int) -> str:
    """Some sentences of a text, by number."""
    return ". ".join(text.rstrip(".").split(". ")[first:last]) + "."


def copies_of(*documents: Document, claims: tuple[Claim, ...] = (), decisions: tuple[Any, ...] = ()) -> list[Any]:
    return list(linked(*documents, claims=claims, decisions=decisions).execute(COPIES).fetchall())


COPIES = "SELECT substr(document_id, 5), substr(original_id, 5), extent, share FROM copies ORDER BY ALL"


def linked(
    *documents: Document, claims: tuple[Claim, ...] = (), decisions: tuple[Any, ...] = ()
) -> duckdb.DuckDBPyConnection:
    connection = fill(documents, claims, sentences=[s for d in documents for s in split(d)])
    for number, (verdict, one, other) in enumerate(decisions):
        row = {"number": number, "id": f"dec-{number}", "about": "copies", "verdict": verdict, "author": "Ana"}
        insert(
            connection,
            "decisions",
            row | {"one": f"doc-{one}", "other": f"doc-{other}", "reason": "", "day": "2000-01-01"},
        )
    link_events(connection)
    return connection


def split(document: Document) -> list[Sentence]:
    ends = [0, *(at + 1 for at, sign in enumerate(document.text) if sign == ".")]
    return [
        Sentence(document_id=document.id, index=number, paragraph=0, start=start, end=end)
        for number, (start, end) in enumerate(pairwise(ends))
    ]


STORY = prose(1, 20)


def test_a_reprint_is_a_copy_of_what_came_first() -> None:
    assert copies_of(
        report("b-1", "1999-05-11", STORY), report("a-1", "1999-05-12", STORY), report("c-1", text=prose(2))
    ) == [("a-1", "b-1", "full", 1.0)]


def test_some_paragraphs_of_a_long_story_are_a_partial_copy() -> None:
    long = prose(3, 80)
    ((report_id, _, extent, share),) = copies_of(
        report("a-1", "1999-05-11", long), report("b-1", "1999-05-12", cut(long, 30, 36))
    )
    assert (report_id, extent) == ("b-1", "partial")
    assert share > 0.9


def test_a_whole_story_with_the_outlets_own_lines_is_a_partial_copy() -> None:
    ((report_id, _, extent, share),) = copies_of(
        report("a-1", "1999-05-11", STORY), report("b-1", "1999-05-12", f"{STORY} {prose(4, 30)}")
    )
    assert (report_id, extent) == ("b-1", "partial")
    assert 0.3 < share < 0.5


def test_common_phrases_and_an_old_background_paragraph_make_no_copy() -> None:
    background = prose(5, 4)
    assert not copies_of(
        report("a-1", "1999-05-11", f"{prose(6, 12)} {background}"),
        report("b-1", "1999-05-12", f"{prose(7, 12)} {background}"),
    )


def test_bulletins_of_one_publisher_may_repeat_themselves_more() -> None:
    shared, first, second = prose(8, 12), prose(9, 6), prose(10, 6)
    texts = f"{shared} {first}", f"{shared} {second}"
    dated = [(f"{day}", text) for day, text in zip(("1999-05-11", "1999-05-12"), texts, strict=True)]
    assert not copies_of(*(report(f"a-{number}", *given) for number, given in enumerate(dated)))
    assert len(copies_of(*(report(f"{name}-1", *given) for name, given in zip("ab", dated, strict=True)))) == 1


def test_of_one_day_the_dispatch_that_carries_its_own_name_is_the_original() -> None:
    agency = report("zulu-1", text=STORY, dateline="KIGALI, May 10 (Zulu)")
    for name in ("alpha-1", "zz-1"):
        assert copies_of(agency, report(name, text=STORY)) == [(name, "zulu-1", "full", 1.0)]
        late = report("zulu-1", "1999-05-11", STORY, dateline="KIGALI, May 10 (Zulu)")
        assert copies_of(late, report(name, text=STORY, dateline="KIGALI (Zulu/agencies)")) == [
            (name, "zulu-1", "full", 1.0)
        ]


def test_a_dispatch_that_carries_its_own_name_counts_as_a_day_earlier() -> None:
    dispatch = report("zulu-1", "1999-05-11", STORY, dateline="KIGALI, May 10 (Zulu)")
    assert copies_of(report("alpha-1", "1999-05-10", STORY), dispatch) == [("alpha-1", "zulu-1", "full", 1.0)]
    assert copies_of(report("alpha-1", "1999-05-09", STORY), dispatch) == [("zulu-1", "alpha-1", "full", 1.0)]


def test_all_copies_of_one_day_go_back_to_the_dispatch() -> None:
    dispatch = report("zulu-1", text=STORY, dateline="KIGALI, May 10 (Zulu)")
    found = copies_of(report("alpha-1", text=STORY), report("beta-1", text=STORY), dispatch)
    assert [original for _, original, _, _ in found] == ["zulu-1", "zulu-1"]


def test_versions_of_one_report_are_no_copies() -> None:
    old = report("a-1", "1999-05-11", STORY)
    assert not copies_of(old, msgspec.structs.replace(report("b-1", "1999-05-12", STORY), work=old.work))


def test_fifty_reprints_are_copies_of_one_original() -> None:
    found = copies_of(*(report(f"p{at}-1", f"1999-06-{1 + at % 28:02}", STORY) for at in range(50)))
    assert len(found) == 49
    assert {original for _, original, _, _ in found} == {"p0-1"}


def test_claims_in_reprinted_sentences_are_copied_and_the_outlets_own_are_not() -> None:
    text = f"{cut(STORY, 0, 12)} {prose(11, 12)}"
    copy = report("b-1", "1999-05-12", text)
    places = [(s.start, s.end) for s in split(copy)]
    claims = tuple(
        claim("b-1", "fight.attack", at=start, sentence_id=split(copy)[number].id, place=f"Place {number}")
        for number, (start, _) in enumerate(places)
    )
    connection = linked(report("a-1", "1999-05-11", STORY), copy, claims=claims)
    copied = {row[0] for row in connection.execute("SELECT claim_id FROM copied_claims").fetchall()}
    assert [one.id in copied for one in claims] == [number < 12 for number in range(len(claims))]


def test_a_person_outranks_the_rules_and_the_later_decision_the_earlier() -> None:
    two = report("a-1", "1999-05-11", STORY), report("b-1", "1999-05-12", STORY)
    far = report("c-1", "1999-05-13", prose(12))
    assert copies_of(*two, decisions=(("different", "b-1", "a-1"),)) == []
    assert copies_of(*two, decisions=(("different", "a-1", "b-1"), ("same", "a-1", "b-1"))) == [
        ("a-1", "b-1", "full", 1.0)
    ]
    assert copies_of(*two, far, decisions=(("same", "c-1", "a-1"),))[1] == ("c-1", "a-1", "partial", 0.0)


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_reading_changes_no_copy(seed: int) -> None:
    chance = random.Random(seed)
    documents = [
        report(
            f"{name}-{number}", chance.choice(("1999-05-11", "1999-05-12", None)), cut(STORY, 0, chance.randint(8, 20))
        )
        for number in range(4)
        for name in "abc"
    ]
    straight = copies_of(*documents)
    chance.shuffle(documents)
    assert copies_of(*documents) == straight
    assert len(straight) > 4
    assert not {row[0] for row in straight} >= {f"{name}-{number}" for number in range(4) for name in "abc"}
