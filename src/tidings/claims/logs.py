"""Reports that are logs: paragraphs that open with the hour tell of the day on which they were written."""

from __future__ import annotations

import re

from tidings.claims.drafts import Draft, Report, change
from tidings.records import Period

CLOCK = re.compile(r"\W{0,2}(?:[01]?\d|2[0-3])[.:h][0-5]\d\b(?!\s*(?:%|per\s?cent|million|billion))")
ENTRIES = 3  # that make a log


def log_entries(report: Report) -> frozenset[int]:
    """The sentences of a log, whose paragraphs open with the hour: "17:50 Shells are falling on the port"."""
    opened = {
        parsed.sentence.paragraph
        for parsed in report.sentences
        if CLOCK.match(report.text, parsed.sentence.start, parsed.sentence.end)
    }
    if len(opened) < ENTRIES:
        return frozenset()
    return frozenset(at for at, parsed in enumerate(report.sentences) if parsed.sentence.paragraph in opened)


def take_day_of_log(draft: Draft, report: Report) -> Draft:
    """What a log enters without a day of its own goes on as it is written, on its day."""
    day = report.mentions[draft.at].day
    if day is None or draft.is_speech or draft.certainty not in ("happened", "ongoing"):
        return draft
    return change(draft, "times.log_entry", period=Period(first=day, last=day, precision="day"))
