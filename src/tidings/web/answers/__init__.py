"""What each route gives: the classes by which answers are checked and described."""

from tidings.web.answers.pages import Answer, Page, Trouble
from tidings.web.answers.rows import (
    Claim,
    Count,
    Decision,
    Document,
    Event,
    EventClaim,
    Figure,
    Found,
    Held,
    Highlight,
    Link,
)
from tidings.web.answers.whole import (
    Answers,
    ClaimDetail,
    Decided,
    DocumentDetail,
    EventDetail,
    HandAnswer,
    Overview,
    Situation,
)

__all__ = [
    "Answer",
    "Answers",
    "Claim",
    "ClaimDetail",
    "Count",
    "Decided",
    "Decision",
    "Document",
    "DocumentDetail",
    "Event",
    "EventClaim",
    "EventDetail",
    "Figure",
    "Found",
    "HandAnswer",
    "Held",
    "Highlight",
    "Link",
    "Overview",
    "Page",
    "Situation",
    "Trouble",
]
