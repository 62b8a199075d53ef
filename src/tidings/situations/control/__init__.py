"""Control: who holds which unit, since when, how that stands, and what one could know of it on a day."""

from tidings.situations.control.fold import SideRow, UnitRow, fold_control, make_changes, make_control_id

__all__ = ["SideRow", "UnitRow", "fold_control", "make_changes", "make_control_id"]
