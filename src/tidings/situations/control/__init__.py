"""Control: who holds which unit, since when, how that stands, and what one could know of it on a day."""

from tidings.situations.control.ask import (
    CHANGES_SQL,
    COUNTS_SQL,
    LEVELS,
    MAP_SQL,
    REFUTED_SQL,
    SPANS_SQL,
    UNIT_MAP_SQL,
    UNRESOLVED_SQL,
    count_silent,
    know_by,
    name_undated,
)
from tidings.situations.control.fold import SideRow, UnitRow, fold_control, make_changes, make_control_id

__all__ = [
    "CHANGES_SQL",
    "COUNTS_SQL",
    "LEVELS",
    "MAP_SQL",
    "REFUTED_SQL",
    "SPANS_SQL",
    "UNIT_MAP_SQL",
    "UNRESOLVED_SQL",
    "SideRow",
    "UnitRow",
    "count_silent",
    "fold_control",
    "know_by",
    "make_changes",
    "make_control_id",
    "name_undated",
]
