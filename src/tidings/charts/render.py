"""Drawing: from a description to a PNG, an SVG, or one HTML file with everything in it."""

from __future__ import annotations

from types import ModuleType

from tidings.charts.spec import Spec
from tidings.errors import MissingResource

FORMS = (".png", ".svg", ".html")
PPI = 192.0


def draw(spec: Spec, form: str) -> bytes:
    """The picture as a file of the form: `.png`, `.svg` or `.html`. MissingResource without the extra `charts`."""
    renderer = _load_renderer()
    if form == ".png":
        # scaled for print; the renderer's own measure is 72 points an inch
        return bytes(renderer.vegalite_to_png(spec, scale=2.0, ppi=PPI / 2))
    if form == ".svg":
        return str(renderer.vegalite_to_svg(spec)).encode()
    return str(renderer.vegalite_to_html(spec, bundle=True)).encode()


def _load_renderer() -> ModuleType:
    try:
        import vl_convert  # noqa: PLC0415  # heavy, and only charts need it
    except ImportError as error:
        raise MissingResource("charts need the package vl-convert-python: pip install 'tidings[charts]'") from error
    return vl_convert
