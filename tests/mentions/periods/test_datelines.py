"""Datelines: the day that each states, and the day from which a sentence below it reckons."""

from __future__ import annotations

from datetime import date

import pytest

from tidings.mentions.periods import find_dateline_days, reference_day
from tidings.records import Document

PUBLISHED = date(1993, 6, 7)


def days_in(text: str, published: date | None = PUBLISHED) -> list[date | None]:
    document = Document(id="doc-1", work="wrk-1", own_id="1", text=text, published=published)
    return [dateline.day for dateline in find_dateline_days(document)]


@pytest.mark.parametrize(
    ("dateline", "published", "day"),
    [
        ("TUZLA, June 4 -", PUBLISHED, date(1993, 6, 4)),
        ("TUZLA, 4 June (Drina Press) -", PUBLISHED, date(1993, 6, 4)),
        ("TUZLA, June 4, 1993 -", None, date(1993, 6, 4)),
        ("TUZLA, June 4, 1983 -", PUBLISHED, date(1983, 6, 4)),
        ("SAIGON, 6 FEB 68 -", date(1968, 2, 7), date(1968, 2, 6)),
        ("LIMA, Dec. 31 (Andes News) -", date(1991, 1, 2), date(1990, 12, 31)),
        ("TUZLA, June 4 -", None, None),  # no year
        ("SAIGON, 6 FEB 68 -", None, None),  # no century
        ("TUZLA, May 4 -", PUBLISHED, None),  # too long before
        ("TUZLA, June 9 -", PUBLISHED, None),  # after publication
        ("TUZLA, June 9, 1993 -", PUBLISHED, None),
        ("TUZLA, Feb. 30 -", PUBLISHED, None),  # no such day
        ("TUZLA (Drina Press) -", PUBLISHED, None),
    ],
)
def test_the_day_of_a_dateline(dateline: str, published: date | None, day: date | None) -> None:
    assert days_in(f"{dateline} Gunners shelled the port.", published) == [day]


def test_each_sentence_reckons_from_the_dateline_above_it() -> None:
    first = "TYRE, June 1 (Cedar News) - Jets bombed the port."
    text = f"A digest of news.\n\n{first}\n\nZAHLE, June 3 (Cedar News) - Shells fell.\n\nSIDON (Cedar News) - Rain."
    document = Document(id="doc-1", work="wrk-1", own_id="1", text=text, published=PUBLISHED)
    datelines = find_dateline_days(document)
    reckoned = [reference_day(datelines, text.index(word), PUBLISHED) for word in ("news", "Jets", "Shells", "Rain")]
    assert reckoned == [PUBLISHED, date(1993, 6, 1), date(1993, 6, 3), PUBLISHED]
