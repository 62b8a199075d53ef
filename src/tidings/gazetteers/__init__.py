"""Where a name is: look-up, and resolution of all names of a report together.

gazetteer = load_gazetteer()
resolve(text, toponyms, gazetteer, country="Afghanistan")
"""

from functools import cache

from tidings.gazetteers.added import add_districts, added_folder
from tidings.gazetteers.gazetteer import Gazetteer
from tidings.gazetteers.kinds import Place
from tidings.gazetteers.lookup import look_up
from tidings.gazetteers.resolve import MARGIN, Candidate, Resolution, resolve
from tidings.gazetteers.toponyms import Toponym, find_names

__all__ = [
    "MARGIN",
    "Candidate",
    "Gazetteer",
    "Place",
    "Resolution",
    "Toponym",
    "add_districts",
    "added_folder",
    "find_names",
    "load_gazetteer",
    "look_up",
    "resolve",
]


@cache
def load_gazetteer() -> Gazetteer:
    """The package's gazetteer with the districts that a person added, opened once in a process."""
    return Gazetteer(added=added_folder())
