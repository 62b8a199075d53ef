"""Expressions of time in a sentence, as periods.

The order of things: `line` rebuilds the text, the rule files (`dates months years seasons feasts weekdays units told
vague`) say what each form means, `ranges` puts expressions together, `tense` tells past from future, `find` runs it;
`datelines` gives the day that a dateline states.
"""

from tidings.mentions.periods.datelines import DatelineDay, find_dateline_days, reference_day
from tidings.mentions.periods.find import find_periods, last_told

__all__ = ["DatelineDay", "find_dateline_days", "find_periods", "last_told", "reference_day"]
