"""A brief on paper: Markdown, HTML in one file that needs neither a network nor a script, or PDF.

Text out of reports is foreign text. The templates of Markdown and HTML escape every value on their own, so that none
can be forgotten; the PDF's template takes all text as data. A folder of a user's own templates stands before ours.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import jinja2
import msgspec
from markupsafe import Markup

from tidings.briefs.cited import Report
from tidings.briefs.parts import Brief, Picture
from tidings.errors import MissingResource, SettingsError
from tidings.wording import tell_day

# A brief made twice of one store is the same file.
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# More labels than this are folded after the third.
MOST_LABELS = 8

INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
SPACE = re.compile(r"\s+")
# What begins or ends markup anywhere in a line; the rest only matters where a line begins.
MARKUP = re.compile(r"[\\`*_\[\]<>|#~&$@]")
LINE_START = re.compile(r"^(\s*)(?:([-+=:])|(\d+)([.)]))")


def write_markdown(brief: Brief, templates: Path | None = None) -> str:
    """The brief as Markdown: sentences by theme, then the evidence that they cite. Pictures are named, not shown."""
    return _markdown(templates).get_template("brief.md.j2").render(brief=brief)


def write_html(brief: Brief, templates: Path | None = None) -> str:
    """The brief as one HTML file; the evidence opens below each sentence."""
    return _html(templates).get_template("brief.html.j2").render(brief=brief)


def write_pdf(brief: Brief, templates: Path | None = None) -> bytes:
    """The brief as an accessible PDF (PDF/UA-1), with the evidence at its end; needs the extra `pdf`.

    The template reads the brief as data, so that no text of a report can become markup.
    """
    try:
        import typst  # noqa: PLC0415  # heavy, and only this form needs it
    except ImportError as error:
        raise MissingResource("a PDF needs the package typst: pip install 'tidings[pdf]'") from error
    with TemporaryDirectory(prefix="tidings-brief-") as folder:
        root = Path(folder)
        root.joinpath("brief.typ").write_bytes(_find_template("brief.typ", templates))
        root.joinpath("brief.json").write_bytes(msgspec.json.encode(make_data(brief)))
        for picture in gather_pictures(brief):
            root.joinpath(f"{picture.name}.png").write_bytes(picture.drawn)
        try:
            return bytes(typst.compile(root / "brief.typ", root=root, pdf_standards=["ua-1"], timestamp=EPOCH))
        except typst.TypstError as error:
            raise SettingsError([f"brief.typ cannot be set: {error}"]) from error


def make_data(brief: Brief) -> dict[str, Any]:
    """The brief as the PDF's template takes it: plain values, each text on one line."""
    told: dict[str, Any] = _make_plain(msgspec.to_builtins(brief, builtin_types=(bytes,)))
    told["evidence"] = [
        {
            "label": e.label,
            "before": plain(e.cited.before),
            "quote": plain(e.cited.quote),
            "after": plain(e.cited.after),
            "report": plain(tell_report(e.cited.report)),
            "hand": plain(e.cited.hand),
        }
        for e in sorted(brief.evidence, key=lambda e: int(e.label[1:]))
    ]
    told["copies"] = [
        {"report": plain(tell_report(row.report)), "original": plain(tell_report(row.original)), "extent": row.extent}
        for row in brief.copies
    ]
    told["reports"] = [{"told": plain(tell_report(report)), "claims": report.claim_count} for report in brief.reports]
    return told


def gather_pictures(brief: Brief) -> list[Picture]:
    """All pictures of a brief, in their order."""
    of_themes = (picture for section in brief.sections for picture in section.pictures)
    return [*brief.pictures, *of_themes, *brief.other_pictures]


def _make_plain(value: Any) -> Any:
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, bytes):
        return None
    if isinstance(value, list | tuple):
        return [_make_plain(part) for part in value]
    if isinstance(value, dict):
        return {key: _make_plain(part) for key, part in value.items() if key != "drawn"}
    return value


def _find_template(name: str, templates: Path | None) -> bytes:
    if templates is not None and (own := templates / name).is_file():
        return own.read_bytes()
    return files("tidings.briefs").joinpath("templates", name).read_bytes()


def fold_labels(labels: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """The labels that stand in the sentence, and those that are folded away because there are too many."""
    return (labels, ()) if len(labels) <= MOST_LABELS else (labels[:3], labels[3:])


def escape_markdown(value: object) -> str:
    """The value on one line, as plain text that Markdown leaves alone."""
    text = MARKUP.sub(lambda sign: f"\\{sign[0]}", plain(value))
    text = text.replace("://", "\\://").replace("www.", "www\\.")
    return LINE_START.sub(
        lambda start: f"{start[1]}\\{start[2]}" if start[2] else f"{start[1]}{start[3]}\\{start[4]}", text
    )


def plain(value: object) -> str:
    """The value as one line without signs that cannot be seen and turn the text around them."""
    return SPACE.sub(" ", INVISIBLE.sub("", str(value)))


def is_web_address(url: str | None) -> bool:
    """Whether a link may lead there: never to a script or to a file of the reader's."""
    return url is not None and url.startswith(("http://", "https://")) and not re.search(r"[\s<>\"'`]", url)


def tell_report(report: Report) -> str:
    """Publisher, title and day, as far as they are known."""
    publisher = report.publisher or "publisher not known"
    day = tell_day(report.published) if report.published else "day not known"
    return ", ".join([publisher, f"“{report.title}”", day] if report.title else [publisher, day])


@cache
def _markdown(templates: Path | None) -> jinja2.Environment:
    # Nothing but Markdown is written here, and every value goes through `finalize`.
    return _make_environment(templates, autoescape=False, finalize=escape_markdown)


@cache
def _html(templates: Path | None) -> jinja2.Environment:
    return _make_environment(templates, autoescape=True, finalize=plain_or_safe)


def plain_or_safe(value: object) -> object:
    """The value on one line; a picture that we drew ourselves is left as it is."""
    return value if isinstance(value, Markup) else plain(value)


def _make_environment(
    templates: Path | None, *, autoescape: bool, finalize: Callable[[object], object]
) -> jinja2.Environment:
    ours = jinja2.PackageLoader("tidings.briefs")
    environment = jinja2.Environment(
        loader=jinja2.ChoiceLoader([jinja2.FileSystemLoader(templates), ours]) if templates else ours,
        autoescape=autoescape,
        finalize=finalize,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["report"] = tell_report
    environment.filters["fold_labels"] = fold_labels
    # drawn by us, and text is escaped there
    environment.filters["as_picture"] = lambda picture: Markup(picture.drawn.decode())
    environment.tests["web_address"] = is_web_address
    return environment
