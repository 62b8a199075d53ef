"""Drawing: from a description to a PNG, an SVG, or one HTML file with everything in it."""

from __future__ import annotations

import html
import json
from functools import cache
from types import ModuleType

from tidings.charts.spec import Spec
from tidings.errors import MissingResource

FORMS = (".png", ".svg", ".html")
PPI = 144.0
PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{title}</title>
</head>
<body>
<div id="chart" role="img" aria-label="{told}"></div>
<script type="application/json" id="spec">{spec}</script>
<script>{script}</script>
</body>
</html>
"""
# the renderer makes functions of expressions
POLICY = "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'; img-src data:"
SNIPPET = """vegaEmbed(
  document.getElementById("chart"), JSON.parse(document.getElementById("spec").textContent), {actions: false}
);"""


def draw(spec: Spec, form: str) -> bytes:
    """The picture as a file of the form: `.png`, `.svg` or `.html`. MissingResource without the extra `charts`."""
    renderer = _load_renderer()
    if form == ".png":
        # twice the measure of a screen, for print
        return bytes(renderer.vegalite_to_png(spec, scale=2.0, ppi=PPI / 2))
    if form == ".svg":
        return str(renderer.vegalite_to_svg(spec)).encode()
    return _make_page(spec, _bundle(renderer)).encode()


def _make_page(spec: Spec, script: str) -> str:
    """One page with its scripts. Names out of reports stand in it as data: no sign of theirs can end the script."""
    data = json.dumps(spec, ensure_ascii=False).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    title, told = html.escape(spec["title"]["text"]), html.escape(spec["description"])
    return PAGE.format(policy=POLICY, title=title, told=told, spec=data, script=script)


@cache
def _bundle(renderer: ModuleType) -> str:
    return str(renderer.javascript_bundle(SNIPPET))


def _load_renderer() -> ModuleType:
    try:
        import vl_convert  # noqa: PLC0415  # heavy, and only charts need it
    except ImportError as error:
        raise MissingResource("charts need the package vl-convert-python: pip install 'tidings[charts]'") from error
    return vl_convert
