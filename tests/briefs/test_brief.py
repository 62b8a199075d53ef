"""The whole brief: every sentence cites, nothing is left out, foreign text stays text."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser
from typing import Any

import duckdb
import msgspec
import pytest
from markdown_it import MarkdownIt

from tests.events.literal import claim, figure, fill, report
from tidings.briefs import Asked, Brief, make_brief, write_html, write_markdown
from tidings.briefs.arrange import SHOWN
from tidings.briefs.cited import Line
from tidings.briefs.parts import Group
from tidings.briefs.write import escape_markdown, is_web_address
from tidings.events import link_events
from tidings.records import Claim, Document, Drop, Sentence

TEXT = "Reporters came. The Northern League took Harrow at dawn, residents said. The River Guard denied it."
REPORTS = [
    report("herald-1", "1999-05-10", TEXT, url="https://herald.example/1"),
    report("post-1", "1999-05-11", "Nothing of note."),
    report("post-2", None, "Undated words."),
]
TAKEN: dict[str, Any] = {"actor": "Northern League", "place": "Harrow"}


def store_of(*claims: Claim, reports: list[Document] = REPORTS, **rest: Any) -> duckdb.DuckDBPyConnection:
    connection = fill(reports, claims, **rest)
    link_events(connection)
    return connection


def some_claims() -> list[Claim]:
    """One of every act, told in every way."""
    acts = "territory.capture fight.attack harm.kill displace.flee force.deploy talk.meet govern.close say.warn"
    ways: list[dict[str, Any]] = [
        {"said_by": "residents"},
        {"stance": "denies", "said_by": "River Guard"},
        {"stance": "doubts"},
        {"certainty": "planned"},
        {"certainty": "possible", "hedged": True},
        {"day": "1999-05-09", "counts": (figure("people", 3, 4),)},
    ]
    return [
        claim(
            "herald-1",
            act,
            way.get("day"),
            at=at * 10 + number,
            **TAKEN,
            **{k: v for k, v in way.items() if k != "day"},
        )
        for number, act in enumerate(acts.split())
        for at, way in enumerate(ways)
    ]


def groups_of(brief: Brief) -> list[Group]:
    sections = (*brief.sections, *([brief.outlook] if brief.outlook else []))
    return [group for section in sections for group in (*section.shown, *section.folded)]


def lines_of(brief: Brief) -> list[Line]:
    return [line for group in groups_of(brief) for line in group.lines]


def titles_of(brief: Brief) -> list[str]:
    return [group.title for group in groups_of(brief)]


class Page(HTMLParser):
    """The tags, ids and links of a page, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            assert not name.startswith("on")
            if name == "id":
                self.ids.append(str(value))
            if name in ("href", "src"):
                self.links.append(str(value))

    def handle_data(self, data: str) -> None:
        self.text += data


def test_every_sentence_cites_a_claim_and_every_claim_is_cited() -> None:
    claims = some_claims()
    brief = make_brief(store_of(*claims))
    for line in (*lines_of(brief), *brief.headline, *brief.new, *brief.contested):
        assert any(labels for _, labels in line.pieces), line.text
    cited = {evidence.cited.claim.id for line in lines_of(brief) for evidence in line.evidence}
    assert cited == {told.id for told in claims}
    assert {section.name for section in brief.sections} == {
        "control", "fighting", "harm", "displacement", "force", "talks", "services", "statements"
    }  # fmt: skip


def test_every_label_leads_to_its_evidence_in_both_forms() -> None:
    brief = make_brief(store_of(*some_claims()))
    labels = [evidence.label for evidence in brief.evidence]
    assert labels == [f"c{number}" for number in range(1, len(labels) + 1)]
    page, markdown = Page(write_html(brief)), write_markdown(brief)
    assert [name for name in page.ids if name.startswith("c") and name[1:].isdigit()] == labels
    assert {link for link in page.links if re.fullmatch(r"#c\d+", link)} == {f"#{label}" for label in labels}
    for label in labels:
        assert markdown.count(f'\n- <a id="{label}"></a>') == 1  # each on a line of its own
        assert f"\n[{label}]: #{label}\n" in markdown


def test_claims_that_say_the_same_are_cited_side_by_side() -> None:
    claims = [claim(own_id, "territory.capture", "1999-05-09", **TAKEN) for own_id in ("herald-1", "post-1")]
    assert "herald and post report [c1] [c2]." in write_markdown(make_brief(store_of(*claims)))


def test_the_evidence_is_quoted_with_its_sentence_and_its_report() -> None:
    start, end = TEXT.index("The Northern"), TEXT.index(", residents")
    sentence = Sentence(document_id="doc-herald-1", index=1, paragraph=0, start=start, end=TEXT.index(" The River"))
    told = claim(
        "herald-1", "territory.capture", at=start, end=end, sentence_id=sentence.id, said_by="residents", **TAKEN
    )
    brief = make_brief(store_of(told, sentences=[sentence]))
    (evidence,) = brief.evidence
    assert (evidence.cited.before, evidence.cited.quote, evidence.cited.after) == (
        "",
        "The Northern League took Harrow at dawn",
        ", residents said.",
    )
    html, markdown = write_html(brief), write_markdown(brief)
    assert "<mark>The Northern League took Harrow at dawn</mark>, residents said." in html
    assert "herald, “Title of herald-1”, 10 May 1999" in html
    assert '<a href="https://herald.example/1"' in html
    assert "**“The Northern League took Harrow at dawn”**, residents said." in markdown


def test_publishers_are_told_by_their_name() -> None:
    connection = store_of(claim("herald-1", "territory.capture", **TAKEN))
    connection.execute("INSERT INTO publishers (id, name) VALUES ('herald', 'The Strelsau Herald')")
    (line,) = lines_of(make_brief(connection))
    assert line.text == "The Northern League took Harrow, The Strelsau Herald reports."


def test_what_did_not_happen_stands_apart_from_what_did() -> None:
    ways: list[dict[str, Any]] = [
        {"certainty": "planned"}, {"certainty": "possible"}, {"stance": "denies"}, {"stance": "doubts"}, {}
    ]  # fmt: skip
    places = ["Aldley", "Borley", "Corley", "Dorley", "Earley"]
    claims = [
        claim("herald-1", "territory.capture", "1999-05-09", at=at, actor="Northern League", place=place, **way)
        for at, (place, way) in enumerate(zip(places, ways, strict=True))
    ]
    brief = make_brief(store_of(*claims))
    assert titles_of(brief) == [
        "9 May 1999",
        "Only denied",
        "Only doubted or not confirmed",
        "Planned: control of places",
        "Feared, foretold or thought possible: control of places",
    ]
    ahead = ("Aldley", "Borley", "Corley", "Dorley")
    told_first = " ".join(
        line.text for line in (*brief.headline, *lines_of(msgspec.structs.replace(brief, outlook=None)))
    )
    assert not any(place in " ".join(line.text for line in brief.headline) for place in ahead)
    assert "Aldley" not in told_first and "Borley" not in told_first


def test_the_newest_day_comes_first_then_the_place_and_the_unknown_day_last() -> None:
    days = [("1999-05-08", "Selby"), ("1999-05-09", "Selby"), (None, "Corley"), ("1999-05-09", "Harrow")]
    claims = [
        claim("herald-1", "territory.capture", day, at=at, actor="Northern League", place=place)
        for at, (day, place) in enumerate(days)
    ]
    brief = make_brief(store_of(*claims))
    assert titles_of(brief) == ["9 May 1999", "8 May 1999", "No day given"]
    places = [re.search(r"took (\w+)", line.text) for line in lines_of(brief)]
    assert [found[1] for found in places if found] == ["Harrow", "Selby", "Selby", "Corley"]


def test_a_long_theme_is_folded_and_nothing_of_it_is_left_out() -> None:
    claims = [
        claim("herald-1", "territory.capture", "1999-05-09", at=at, actor="Northern League", place=f"Place {at:03}")
        for at in range(40)
    ]
    brief = make_brief(store_of(*claims))
    (section,) = brief.sections
    assert (sum(len(group.lines) for group in section.shown), section.count, len(lines_of(brief))) == (SHOWN, 40, 40)
    for text in (write_html(brief), write_markdown(brief)):
        assert text.index("Place 011") < text.index("Show all 40") < text.index("Place 012")


@pytest.mark.parametrize(
    ("since", "until", "told"),
    [
        (None, None, ["Harrow", "Selby", "Corley"]),
        (date(1999, 5, 9), None, ["Selby", "Corley"]),
        (None, date(1999, 5, 8), ["Harrow"]),
        (date(1999, 5, 10), date(1999, 5, 10), ["Corley"]),
    ],
)
def test_a_period_takes_what_touches_it_and_the_undated_by_its_report(
    since: date | None, until: date | None, told: list[str]
) -> None:
    claims = [
        claim("herald-1", "territory.capture", day, at=at, actor="Northern League", place=place)
        for at, (day, place) in enumerate([("1999-05-08", "Harrow"), ("1999-05-09", "Selby"), (None, "Corley")])
    ]
    text = " ".join(line.text for line in lines_of(make_brief(store_of(*claims), Asked(since, until))))
    assert {place for place in ("Harrow", "Selby", "Corley") if place in text} == set(told)


def test_the_head_says_what_the_brief_rests_on_and_that_a_machine_wrote_it() -> None:
    brief = make_brief(store_of(*some_claims()), Asked(date(1999, 5, 1), date(1999, 5, 31)))
    assert (brief.figures.reports, brief.figures.publishers, brief.figures.silent_reports) == (3, 2, 2)
    assert brief.figures.claims == 48
    for text in (write_html(brief), write_markdown(brief)):
        assert "Reports of 10 to 11 May 1999. Period told: May 1999." in text
        assert "read and written by a machine" in text
        assert "no record of events" not in text


def test_synthetic_reports_are_told_to_be_no_record() -> None:
    made_up = report("herald-1", extra={"synthetic": "true"})
    brief = make_brief(store_of(claim("herald-1", "territory.capture", **TAKEN), reports=[made_up]))
    assert "This is no record of events" in write_markdown(brief)


def test_what_was_read_left_out_and_noted_is_listed_with_reasons() -> None:
    drops = [
        Drop(stage="read", what="scan.txt", reason="no text", where="scan.txt"),
        Drop(stage="language", what="doc-post-1", reason="not English", where="post-1"),
        Drop(stage="note", what="published", reason="a day to come is not believed", where="post-2"),
    ]
    brief = make_brief(store_of(claim("herald-1", "territory.capture", **TAKEN), drops=drops))
    assert [read.own_id for read in brief.reports] == ["herald-1", "post-2"]
    assert brief.figures.drops == 2
    for text in (Page(write_html(brief)).text, write_markdown(brief)):
        assert re.search(r"Title of herald-1”, 10 May 1999: 1 claim\b", text)
        left_out = text.index("What was left out", text.index("What was read"))
        assert left_out < text.index("no text") < text.index("What was noted") < text.index("a day to come")
        assert "not English" in text


def test_an_empty_store_gives_an_empty_brief() -> None:
    brief = make_brief(store_of(reports=[]))
    assert brief.sections == ()
    assert "Nothing." in write_html(brief)
    assert "Nothing." in write_markdown(brief)


def test_the_same_store_gives_the_same_brief() -> None:
    claims = some_claims()
    one, other = make_brief(store_of(*claims)), make_brief(store_of(*reversed(claims)))
    assert write_html(one) == write_html(other)
    assert write_markdown(one) == write_markdown(other)


# -- foreign text ------------------------------------------------------------------------------------------------------

HOSTILE = [
    "<script>alert(1)</script>",
    "</details></li><img src=x onerror=alert(1)>",
    "[here](javascript:alert(1)) ![pic](https://spy.example/x.png)",
    "*loud* _low_ `code` ~~gone~~ **bold**",
    "# Heading",
    "- item",
    "1. first",
    "> quoted",
    "| a | b |",
    "---",
    "&lt;b&gt; &amp;",
    "https://spy.example/ www.spy.example",
    "[c1]: https://spy.example",
    "back\\slash {{ 7*7 }} {% raw %}",
    "two\n\nparagraphs\n# heading",
    "\u202eesrever\u202c \x00\x1b[31m",
]


def brief_about(text: str) -> Brief:
    """A brief in which every foreign word is this text."""
    told = claim("herald-1", "territory.capture", actor=text, place=text, said_by=text, target=text, end=len(text))
    said = claim("herald-1", "say.warn", at=0, actor=text, end=len(text))
    drop = Drop(stage="read", what=text, reason=text, where=text)
    paper = report("herald-1", text=text, title=text, publisher=text, url=f"javascript:alert('{text}')")
    return make_brief(store_of(told, said, reports=[paper], drops=[drop]))


@pytest.fixture(scope="module")
def harmless() -> Brief:
    return brief_about("Harmless words")


def shown(text: str) -> str:
    """The text as a reader sees it: one line, and no sign that turns or colours the text around it."""
    return " ".join(re.sub("[\x00\x1b\u202e\u202c]", "", text).split())


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_never_markup_in_html(text: str, harmless: Brief) -> None:
    page = Page(write_html(brief_about(text)))
    assert page.tags == Page(write_html(harmless)).tags
    assert all(link.startswith("#") for link in page.links)
    assert shown(text) in " ".join(page.text.split())
    assert not re.search("[\x00\x1b\u202e]", page.text)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_breaks_no_markdown(text: str, harmless: Brief) -> None:
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    tokens = reader.parse(write_markdown(brief_about(text)))
    assert kinds(tokens) == kinds(reader.parse(write_markdown(harmless)))
    assert shown(text) in " ".join(text_of(tokens).split())


@pytest.mark.parametrize(
    ("address", "may"),
    [
        ("https://herald.example/1", True),
        ("http://herald.example/1", True),
        ("javascript:alert(1)", False),
        ("data:text/html,hello", False),
        ("file:///etc/hosts", False),
        ("//herald.example", False),
        ('https://herald.example/"onclick=x', False),
        (None, False),
    ],
)
def test_only_web_addresses_are_linked(address: str | None, may: bool) -> None:
    assert is_web_address(address) is may


def test_a_bare_address_makes_no_link_where_markdown_would_make_one() -> None:
    assert escape_markdown("https://spy.example www.spy.example a@b.example") == (
        "https\\://spy.example www\\.spy.example a\\@b.example"
    )


def kinds(tokens: list[Any]) -> list[str]:
    """What the reader of Markdown made of it, apart from bare text."""
    found = [kind for token in tokens for kind in (token.type, *kinds(token.children or []))]
    return [kind for kind in found if not kind.startswith("text")]


def text_of(tokens: list[Any]) -> str:
    return "".join(text_of(token.children) + " " if token.children else token.content for token in tokens)
