"""Serving: the published copy and the tables, handed to the room that answers; news taken in while it runs."""

from tidings.serving.copies import Copies
from tidings.serving.lookups import Lookups, make_lookups
from tidings.serving.open_copy import OpenCopy
from tidings.serving.person import Person
from tidings.serving.server import listen, serve

__all__ = ["Copies", "Lookups", "OpenCopy", "Person", "listen", "make_lookups", "serve"]
