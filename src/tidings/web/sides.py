"""On whose side a speaker is, in the words that the page shows: a side by name, or what kind of voice it is."""

from __future__ import annotations

from tidings.web.view import Row, View

# how a voice is placed -> what it is called where it belongs to no side
KINDS = {
    "a witness": "witness",
    "a third party": "third party",
    "an outlet foreign to the conflict": "foreign outlet",
    "an outlet in its own voice": "outlet",
    "a source of no known side": "other source",
    "an unnamed source": "unnamed source",
    "a side": "a party",
    "a side in its own favour": "a party",
    "a side against its own interest": "a party",
}
# voices that belong to no side, whatever body they speak for
NEUTRAL = ("a witness", "a third party")
OUTLETS = ("an outlet in its own voice", "an outlet foreign to the conflict")
# sides that a table of publishers gives to those that have none
NO_SIDE = ("independent", "opinion")
UNKNOWN = "unknown"


def name_side(row: Row, view: View) -> str:
    """The side of a voice: of its `origin` on the day; of its outlet, in the outlet's own voice; else its kind."""
    origin, placed = row.get("origin"), row.get("placed") or ""
    if placed not in (*OUTLETS, *NEUTRAL) and origin and (side := view.side(origin, row.get("published"))):
        return side
    kind = KINDS.get(placed, UNKNOWN)
    own = row.get("publisher_side")
    return f"outlet ({own})" if placed in OUTLETS and own and own not in NO_SIDE else kind
