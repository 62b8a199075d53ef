"""The store: one DuckDB file that can always be built again from the shards beside it."""

from tidings.store.current import is_fresh, open_published, published_folder, read_current
from tidings.store.decisions import MeantRow, fill_hand, list_decisions, load_decisions
from tidings.store.linked import list_copies, list_events, list_origins
from tidings.store.listing import Listing, check_where, list_claims, list_documents, list_drops
from tidings.store.loading import Loaded, Wanted, load_shards
from tidings.store.opening import Store, open_store, shards_folder, told
from tidings.store.places import PlaceRow, fill_places, find_place_ids
from tidings.store.publishing import make_recipe, publish_copy

__all__ = [
    "Listing",
    "Loaded",
    "MeantRow",
    "PlaceRow",
    "Store",
    "Wanted",
    "check_where",
    "fill_hand",
    "fill_places",
    "find_place_ids",
    "is_fresh",
    "list_claims",
    "list_copies",
    "list_decisions",
    "list_documents",
    "list_drops",
    "list_events",
    "list_origins",
    "load_decisions",
    "load_shards",
    "make_recipe",
    "open_published",
    "open_store",
    "publish_copy",
    "published_folder",
    "read_current",
    "shards_folder",
    "told",
]
