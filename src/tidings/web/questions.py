"""What is asked of a published copy: one function a route, each from its parameters to its answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from tidings.web import answers as give
from tidings.web import asked
from tidings.web.named_sql import read_sql
from tidings.web.paging import fill_page, list_page
from tidings.web.sides import name_side
from tidings.web.view import Row, View

# what a search for claims asks besides its words
EVERY_CLAIM: Row = dict.fromkeys(
    ("document", "act", "stance", "actor", "said_by", "place", "first", "last", "known_on")
)
FEW = 60


class NotThere(Exception):  # noqa: N818 - it is no fault of the server
    """Nothing has this id."""


def overview(view: View, _: asked.Nothing) -> give.Overview:
    """What the store holds."""
    (row,) = view.rows(read_sql("overview"))
    return msgspec.convert({"copy": view.copy, **row}, give.Overview)


def situation(view: View, want: asked.SituationAsked) -> give.Situation:
    """Who holds what on a day, how many units nobody speaks of, and how many events stand how."""
    days = {"as_of": want.as_of, "known_on": want.known_on}
    control, silent = view.control(want.as_of, want.known_on, want.level)
    return give.Situation(
        copy=view.copy,
        **days,
        control=msgspec.convert(control, list[give.Held]),
        silent=dict(silent),
        events={row["standing"]: row["events"] for row in view.rows(read_sql("standings"), days)},
    )


def events(view: View, want: asked.EventsAsked) -> give.Page[give.Event]:
    """Events, the newest first."""
    return list_page(view, "events", want, give.Event, "api/events")


def event(view: View, event_id: str) -> give.EventDetail:
    """An event with all that is said of it; one that was merged into another by the id it had before."""
    for detail in event_details(view, [event_id]):
        return detail
    old = next(view.rows("SELECT max(event_id) AS id FROM event_aliases WHERE alias = $id", {"id": event_id}))["id"]
    for detail in event_details(view, [old] if old else []):
        return detail
    raise NotThere(f"no event is called {event_id!r}; the store may have been read anew: look it up in api/events")


def event_details(view: View, ids: Sequence[str]) -> Iterator[give.EventDetail]:
    """These events, each with all that is said of it."""
    links, decisions = (_by_id(_rows_of(view, name, ids)) for name in ("links", "decisions"))
    claims = _event_claims(view, ids)
    for row in _rows_of(view, "events_of", ids):
        yield give.EventDetail(
            copy=view.copy,
            event=msgspec.convert(row | {"flags": row["flags"] or []}, give.Event),
            standing_reasons=row["standing_reasons"] or [],
            manner_reasons=row["manner_reasons"] or [],
            claims=msgspec.convert(claims[row["id"]], list[give.EventClaim]),
            links=msgspec.convert(links[row["id"]], list[give.Link]),
            decisions=msgspec.convert(decisions[row["id"]], list[give.Decision]),
        )


def _event_claims(view: View, ids: Sequence[str]) -> Mapping[str, list[Row]]:
    """The claims of each of these events, in the order of their reports, with what each says of it."""
    belongs = list(_rows_of(view, "event_claims", ids))
    rows = _rows_of(view, "claims_of", sorted({row["claim_id"] for row in belongs}), "id")
    claims = {row["id"]: (number, row) for number, row in enumerate(rows)}
    told = sorted((row for row in belongs if row["claim_id"] in claims), key=lambda row: claims[row["claim_id"]][0])
    return _by_id(_with_side({**claims[row["claim_id"]][1], **row}, view) for row in told)


def claims(view: View, want: asked.ClaimsAsked) -> give.Page[give.Claim]:
    """Claims in the order of their reports."""
    return list_page(view, "claims", want, give.Claim, "api/claims")


def claim(view: View, claim_id: str) -> give.ClaimDetail:
    """A claim by itself."""
    for detail in claim_details(view, [claim_id]):
        return detail
    raise NotThere(f"no claim is called {claim_id!r}; look it up in api/claims")


def claim_details(view: View, ids: Sequence[str]) -> Iterator[give.ClaimDetail]:
    """These claims, each by itself."""
    for row in _rows_of(view, "claims_of", ids, "id"):
        yield give.ClaimDetail(copy=view.copy, claim=msgspec.convert(row, give.Claim), made_by=list(row["made_by"]))


def search(view: View, want: asked.SearchAsked) -> give.Page[give.Claim]:
    """Claims whose evidence or names hold all these words."""
    values = EVERY_CLAIM | {"text": want.text, "start": want.start, "limit": want.limit}
    return fill_page(view, "claims", values, give.Claim, "api/search")


def figures(view: View, want: asked.FiguresAsked) -> give.Page[give.Figure]:
    """Figures by one house rule, the newest first."""
    return list_page(view, "figures", want, give.Figure, "api/figures")


def documents(view: View, want: asked.DocumentsAsked) -> give.Page[give.Document]:
    """Reports, the newest first."""
    return list_page(view, "documents", want, give.Document, "api/documents")


def document(view: View, document_id: str) -> give.DocumentDetail:
    """A report with its text and every claim's evidence."""
    for detail in document_details(view, [document_id]):
        return detail
    raise NotThere(f"no report has the id {document_id!r}; look it up in api/documents")


def document_details(view: View, ids: Sequence[str]) -> Iterator[give.DocumentDetail]:
    """These reports, each with its text and every claim's evidence."""
    rows = _rows_of(view, "claims_of", ids, "document_id")
    marks = _by_id({**row, "claim_id": row["id"], "asked_id": row["document_id"]} for row in rows)
    for row in _rows_of(view, "documents_of", ids):
        yield give.DocumentDetail(
            copy=view.copy,
            document=msgspec.convert(row, give.Document),
            text=row["text"],
            highlights=msgspec.convert(marks[row["id"]], list[give.Highlight]),
        )


def _rows_of(view: View, name: str, ids: Sequence[str], column: str = "") -> Iterator[Row]:
    """The rows of these ids. A few are written out one by one: the others are then never read."""
    sql = read_sql(name).replace("/* column */", column)
    if not 0 < len(ids) <= FEW:
        among = "SELECT unnest(CAST($ids AS VARCHAR[]))"
        return view.rows(sql.replace("/* ids */", among), {"ids": list(ids)})
    given = {f"id_{i}": one for i, one in enumerate(ids)}
    return view.rows(sql.replace("/* ids */", ", ".join(f"${key}" for key in given)), given)


def _by_id(rows: Iterable[Row]) -> Mapping[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["asked_id"]].append(row)
    return found


def _with_side(row: Row, view: View) -> Row:
    word = row["word"] or {"denies": "denied", "doubts": "doubtful"}.get(row["stance"], "affirmed")
    return row | {"word": word, "side": name_side(row, view)}
