"""One name by itself, with a few words of context: what `tidings places NAME --context TEXT` asks."""

from __future__ import annotations

from tidings.gazetteers.gazetteer import Gazetteer
from tidings.gazetteers.resolve import Resolution, resolve
from tidings.gazetteers.toponyms import Toponym, find_names

# parts name and context, and is no cue by itself
BREAK = "\n\n"


def look_up(name: str, gazetteer: Gazetteer, context: str = "", country: str | None = None) -> Resolution:
    """The resolution of a name; names in the context speak for what lies in them or near."""
    asked = Toponym(name, 0, len(name))
    offset = len(name) + len(BREAK)
    around = [Toponym(n.name, n.start + offset, n.end + offset) for n in find_names(context)]
    return resolve(f"{name}{BREAK}{context}", [asked, *around], gazetteer, country)[0]
