"""From a store to a brief: asks the rooms for the map, the figures and the pictures, and hands them to the brief.

store ─▶ control ─┐
      ─▶ pictures ┼─▶ make_brief ─▶ .md .html .pdf
      ─▶ names ───┘
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec

from tidings.briefs import Asked, Brief, ControlFacts, Picture, make_brief, write_html, write_markdown, write_pdf
from tidings.charts import draw
from tidings.errors import MissingResource, TidingsError
from tidings.gazetteers import load_gazetteer, look_up
from tidings.pictures import Asked as AskedPicture
from tidings.pictures import Nothing, ask_map, last_day, make_picture
from tidings.situations.control import know_by
from tidings.store import Store

# The form of a picture in each form of a brief; Markdown shows none.
PICTURES_OF = {".html": ".svg", ".pdf": ".png"}
# Each picture of a brief, and the theme under which it stands; the map stands with the table of control.
SHOWN = {"control-map": "", "control": "", "events": "fighting", "figures": "harm", "voices": "sources"}


class Wanted(msgspec.Struct, frozen=True):
    """What a person asks of a brief: days, a place, an actor, a house rule."""

    since: date | None = None
    until: date | None = None
    place: str | None = None
    actor: str | None = None
    rule: str = "tidings"


class Drawn(msgspec.Struct, frozen=True):
    """Pictures of a brief, and why one or another is not among them."""

    pictures: tuple[Picture, ...]
    left_out: tuple[str, ...]


NO_PICTURES = Drawn((), ())


def brief_store(store: Store, wanted: Wanted, drawn: Drawn = NO_PICTURES) -> Brief:
    """The brief of a store. TidingsError where a place or an actor asked for is not told of."""
    know_by(store.connection, None)
    asked = Asked(
        since=wanted.since,
        until=wanted.until,
        only=find_claims(store, wanted),
        about=", ".join(filter(None, (wanted.place, wanted.actor))),
        rule=wanted.rule,
    )
    # the map is that of all places: it would be wrong under the heading of one
    control = None if asked.only is not None else gather_control(store, wanted.until)
    return make_brief(store.connection, asked, control, drawn.pictures)


def gather_control(store: Store, until: date | None) -> ControlFacts | None:
    """The map of the last day, by kind of unit; None where nothing has a day."""
    try:
        day = until or last_day(store)
    except Nothing:
        return None
    return ControlFacts(day, {level: ask_map(store, day, level) for level in ("city", "district", "crossing")})


def draw_pictures(store: Store, wanted: Wanted, form: str) -> Drawn:
    """The pictures of a brief, in the one form that it shows: `.svg` on a page, `.png` on paper.

    A picture for which there is nothing to show is left out, and why is said.

    They show all that was read: a brief of one place or actor has none, for they would be wrong under its heading.
    """
    if wanted.place is not None or wanted.actor is not None:
        return Drawn((), ("no pictures: they would show all places and actors, and this brief is of one",))
    asked = AskedPicture(since=wanted.since, as_of=wanted.until)
    pictures, left_out = [], []
    for name, theme in SHOWN.items():
        try:
            spec = make_picture(name, store, asked)
            drawn = draw(spec, form)
        except Nothing as nothing:
            left_out.append(str(nothing))
        except MissingResource as missing:
            return Drawn((), (f"no pictures: {missing}",))
        else:
            pictures.append(Picture(name, theme, spec["title"]["text"], spec["description"], drawn))
    return Drawn(tuple(pictures), tuple(left_out))


def write_brief(brief: Brief, out: Path, templates: Path | None = None) -> None:
    """The brief into a file, in the form of its name."""
    if out.suffix == ".pdf":
        out.write_bytes(write_pdf(brief, templates))
    else:
        write = write_html if out.suffix == ".html" else write_markdown
        out.write_text(write(brief, templates), encoding="utf-8")


def find_claims(store: Store, wanted: Wanted) -> frozenset[str] | None:
    """The claims that are about the place and the actor asked for; None where neither is asked for."""
    if wanted.place is None and wanted.actor is None:
        return None
    found: set[str] | None = None
    for name, find in ((wanted.place, find_place), (wanted.actor, find_actor)):
        if name is not None:
            claims = find(store, name)
            found = claims if found is None else found & claims
    if not found:
        about = " and ".join(filter(None, (wanted.place, wanted.actor)))
        raise TidingsError(f"no claim is about {about}; see tidings claims")
    return frozenset(found)


def find_place(store: Store, name: str) -> set[str]:
    """Claims about a place, or about what lies in it: by the gazetteer's ids, or by the name as it was written."""
    resolution = look_up(name, load_gazetteer())
    ids = [candidate.place.id for candidate in resolution.candidates]
    rows = store.rows(
        """
        WITH meant AS (SELECT id FROM places WHERE list_contains($ids, id) OR list_has_any(within, $ids))
        SELECT id FROM spoken_claims
        WHERE list_has_any(list_concat(place_ids, destination_ids), (SELECT coalesce(list(id), []) FROM meant))
            OR list_contains(list_transform(list_concat(place, destination), lambda x: lower(x)), lower($name))
        """,
        {"ids": ids, "name": name},
    )
    return {row["id"] for row in rows}


def find_actor(store: Store, name: str) -> set[str]:
    """Claims in which an actor acts, is acted on, or speaks, by name or id, or by the side that the name stands for."""
    rows = store.rows(
        """
        WITH sides AS (
            SELECT DISTINCT actor_id FROM actor_sides WHERE lower(name) = lower($name) OR side = lower($name)
        )
        SELECT id FROM spoken_claims
        WHERE list_contains(
                list_transform(list_concat(actor, target, flatten(said_by)), lambda x: lower(x)), lower($name)
            )
            OR list_has_any(
                list_concat(actor_ids, target_ids, speaker_ids),
                list_append((SELECT coalesce(list(actor_id), []) FROM sides), $name)
            )
        """,
        {"name": name},
    )
    return {row["id"] for row in rows}
