"""Figures: how many, with a low, a best and a high, combined only where like is told of like."""

from tidings.situations.figures.fold import fold_figures, make_rules_id

__all__ = ["fold_figures", "make_rules_id"]
