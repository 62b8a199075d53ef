"""Charts: what the store knows as pictures. Rows go in, a Vega-Lite description comes out, and a file is drawn of it.

    rows of the store ─▶ spec ─▶ draw ─▶ .png .svg .html

Nothing is fetched to draw: the renderer carries its own scripts and fonts, and an HTML chart holds all that it needs.
"""

from tidings.charts.control_map import map_control
from tidings.charts.control_over_time import chart_control
from tidings.charts.events_by_week import chart_events
from tidings.charts.figures_over_time import chart_figures
from tidings.charts.render import FORMS, draw
from tidings.charts.spec import Spec
from tidings.charts.voices import chart_voices

__all__ = [
    "FORMS",
    "Spec",
    "chart_control",
    "chart_events",
    "chart_figures",
    "chart_voices",
    "draw",
    "map_control",
]
