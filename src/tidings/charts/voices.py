"""Who says what: for each voice and theme, how much it affirms, denies, doubts, plans or fears."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tidings.charts.spec import PAPER, Row, Spec, keep_largest, make_spec

WORDS = {"affirmed": "#0072b2", "denied": "#d55e00", "doubtful": "#cc79a7", "planned": "#009e73", "feared": "#e69f00"}
ROOM = 16


def chart_voices(rows: Sequence[Row], themes: Mapping[str, str]) -> Spec:
    """The chart: `rows` of `voice`, `theme`, `word` and `claims`; the voices heard most stand in it."""
    every = [str(row["voice"]) for row in rows for _ in range(row["claims"])]
    kept = keep_largest(every, ROOM)
    values = [
        {"voice": row["voice"], "kind": themes[row["theme"]], "word": row["word"], "claims": row["claims"]}
        for row in rows
        if row["voice"] in kept and row["theme"] in themes
    ]
    left = len(set(every)) - len(kept)
    return make_spec(
        "Who says what",
        f"Claims by the voice that makes them and what they are about. {left} voices heard less are not shown."
        if left
        else "Claims by the voice that makes them and what they are about.",
        "Number of claims by voice, theme, and whether they are affirmed or denied.",
        data={"values": values},
        spec={
            "width": 92,
            "height": {"step": 17},
            "mark": {"type": "bar", "stroke": PAPER, "tooltip": True},
            "encoding": {
                "y": {
                    "field": "voice",
                    "type": "nominal",
                    "title": None,
                    "axis": {"labelLimit": 170},
                    "sort": {"field": "claims", "op": "sum", "order": "descending"},
                },
                "x": {
                    "field": "claims",
                    "type": "quantitative",
                    "title": None,
                    "axis": {"tickCount": 3, "tickMinStep": 1},
                },
                "color": {
                    "field": "word",
                    "type": "nominal",
                    "title": None,
                    "scale": {"domain": list(WORDS), "range": list(WORDS.values())},
                },
            },
        },
        facet={"column": {"field": "kind", "type": "nominal", "title": None, "sort": list(themes.values())}},
    )
