"""The table of routes: path, what may be asked, what is given. The server and its description are made from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from tidings.web import answers as give
from tidings.web import asked, questions
from tidings.web.areas import make_areas
from tidings.web.picture import make_picture, make_spans, make_words
from tidings.web.view import Tables, View

Make = Callable[[View, Tables, Any], Any]


class Route(msgspec.Struct, frozen=True):
    """One route. A path that ends in `{id}` takes an id in place of parameters.

    `gives` is None for what the page alone reads.
    """

    path: str
    summary: str
    asks: type[msgspec.Struct]
    gives: Any
    make: Make

    @property
    def takes_id(self) -> bool:
        return self.path.endswith("{id}")


def _of_view(question: Callable[[View, Any], Any]) -> Make:
    """A question that asks the copy alone."""
    return lambda view, tables, want: question(view, want)


def _places(view: View, tables: Tables, want: asked.PlacesAsked) -> give.Answers:
    return _rows(view, tables.find_places(want.name))


def _actors(view: View, tables: Tables, want: asked.ActorsAsked) -> give.Answers:
    return _rows(view, tables.find_actors(want.name, want.on))


def _rows(view: View, found: Sequence[dict[str, Any]]) -> give.Answers:
    plain = [{key: row.pop(key) for key in ("id", "name", "kind", "score", "reasons")} | {"more": row} for row in found]
    return give.Answers(copy=view.copy, rows=msgspec.convert(plain, list[give.Found]))


def _route(path: str, summary: str, make: Make, gives: Any, asks: type[msgspec.Struct] = asked.Nothing) -> Route:
    return Route(path, summary, asks, gives, make)


EVENTS, CLAIMS, FIGURES = give.Page[give.Event], give.Page[give.Claim], give.Page[give.Figure]
OF_ONE = {
    "/api/events/{id}": ("An event with all that is said of it", questions.event, give.EventDetail),
    "/api/claims/{id}": ("A claim", questions.claim, give.ClaimDetail),
    "/api/documents/{id}": ("A report with its text and evidence", questions.document, give.DocumentDetail),
}
# what only the page reads: one large answer each
OF_PAGE: dict[str, tuple[str, Make]] = {
    "/api/picture": ("All that the page draws at first", lambda view, tables, want: make_picture(view)),
    "/api/words": ("The words of every event's evidence", lambda view, tables, want: make_words(view)),
    "/api/areas": ("Outlines as GeoJSON", lambda view, tables, want: make_areas(view, tables)),
}
SITUATION = "Who holds what on a day, by what was known on a day"
SPANS = "Who holds each unit from which day on"
OF_MANY: dict[str, tuple[str, Callable[[View, Any], Any], Any, type[msgspec.Struct]]] = {
    "/api/situation": (SITUATION, questions.situation, give.Situation, asked.SituationAsked),
    "/api/events": ("Events", questions.events, EVENTS, asked.EventsAsked),
    "/api/claims": ("Claims", questions.claims, CLAIMS, asked.ClaimsAsked),
    "/api/search": ("Search over the evidence of claims", questions.search, CLAIMS, asked.SearchAsked),
    "/api/figures": ("Figures by one rule", questions.figures, FIGURES, asked.FiguresAsked),
    "/api/documents": ("Reports", questions.documents, give.Page[give.Document], asked.DocumentsAsked),
    "/api/spans": (SPANS, lambda view, want: make_spans(view, want.known_on), None, asked.KnownAsked),
}
ROUTES: tuple[Route, ...] = (
    _route("/api/overview", "What the store holds", _of_view(questions.overview), give.Overview),
    *(_route(path, told, _of_view(make), gives, asks) for path, (told, make, gives, asks) in OF_MANY.items()),
    *(_route(path, told, _of_view(make), gives) for path, (told, make, gives) in OF_ONE.items()),
    _route("/api/places", "What a name of a place may mean", _places, give.Answers, asked.PlacesAsked),
    _route("/api/actors", "Whom a name may mean", _actors, give.Answers, asked.ActorsAsked),
    *(_route(path, told, make, None) for path, (told, make) in OF_PAGE.items()),
)
