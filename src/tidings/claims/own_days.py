"""Places of one act that each have a day of their own: "took Omna on Monday and Gomal on Tuesday" tells two takings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tidings.claims.drafts import Draft, Report, change
from tidings.records import Mention, Period

UNIT_COUNTS = frozenset({"district", "city", "province", "village", "crossing"})
# "Fell on Friday, as did Herat": the day is of both.
THE_SAME = re.compile(r"\b(?:as|so) (?:did|do|have|has|had|was|were)\b")
LINKS = frozenset({"and", "&", ";"})


def split_by_days(drafts: Iterable[Draft], report: Report) -> Iterator[Draft]:
    """The drafts, one of territory parted by the days that stand behind its places."""
    for draft in drafts:
        days = _days(draft, report) if draft.act.startswith("territory.") and len(draft.place) > 1 else ()
        if not days:
            yield draft
            continue
        counts = tuple(c for c in draft.counts if c.what not in UNIT_COUNTS)  # "two districts" are neither of them
        for period in dict.fromkeys(days):
            places = tuple(name for name, day in zip(draft.place, days, strict=True) if day == period)
            yield change(draft, "times.own_day", place=places, period=period, counts=counts)


def _days(draft: Draft, report: Report) -> tuple[Period | None, ...]:
    """The day of each place, where at least one before the last has its own; else nothing."""
    spans = _spans(draft, report)
    mentions = report.mentions[draft.at].periods
    own = [_own(first, end, mentions, report) for first, end in spans]
    if not any(own[:-1]) or any(THE_SAME.search(report.text[first:end]) for first, end in spans):
        return ()
    shared = draft.period if draft.period not in own else None
    return tuple(day or shared for day in own)


def _spans(draft: Draft, report: Report) -> list[tuple[int, int]]:
    """From the end of each name to the beginning of the next, the last to the end of the evidence."""
    sentence = report.sentences[draft.at].sentence
    spans: list[tuple[int, int]] = []
    at = draft.start
    starts = []
    for name in draft.place:
        found = report.text.find(name, at, sentence.end)
        if found < 0:
            return []
        starts.append((found, found + len(name)))
        at = found + len(name)
    for k, (_, end) in enumerate(starts):
        spans.append((end, starts[k + 1][0] if k + 1 < len(starts) else draft.end))
    return spans


def _own(first: int, end: int, mentions: Iterable[Mention], report: Report) -> Period | None:
    """The day that stands behind a name and before the "and" that leads to the next."""
    link = next((first + i for i in _links(report.text[first:end])), end)
    inside = (m.means for m in mentions if first <= m.start < min(link, end) and isinstance(m.means, Period))
    return next((period for period in inside if period.first is not None and period.precision == "day"), None)


def _links(text: str) -> Iterator[int]:
    at = 0
    for word in text.split(" "):
        if word in LINKS or word.endswith(";"):
            yield at
        at += len(word) + 1
