"""Days as other people's schemas take them: a day and how exactly it is known."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from tidings.exporters.incidents import Incident

MONTH = 31


class Span(msgspec.Struct, frozen=True):
    """Both ends of when it was."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def middle(self) -> date:
        return self.first + timedelta(days=(self.days - 1) // 2)


def find_span(incident: Incident, longest: int = MONTH) -> Span | str:
    """When an incident was, or why a schema that asks for days cannot take it."""
    first, last = incident.first, incident.last
    if first is None and last is None:
        return "no day is told"
    if first is None or last is None:
        return "only one end of its days is told"
    if first > last:
        return "its days are told the wrong way round"
    span = Span(first, last)
    return span if span.days <= longest else f"its days span {span.days}, and at most {longest} can be told"
