"""Saved articles of our own making: which stretches of them are headers, and which must not be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.lines import find_header_lines
from tidings.lines.datelines import find_dateline

BODY = "Gunmen held the customs house at Velm until Thursday noon, and then left it to the fire brigade, a clerk said."
MORE = "Three of them were wounded on the stairs, according to the clerk, who hid in the strongroom with the ledgers."


def kinds(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(line.kind, text[line.start : line.end]) for line in find_header_lines(text, title)]


def test_saved_page_with_banner_title_day_and_captions() -> None:
    caption = "Volunteers carry sandbags past the customs house in Velm, 3 May 1984. (Photo: Harbour News)"
    text = (
        "PHOTO / WORLD\nGunmen leave customs house to the flames\nPublished: May 4, 1984 01:26 PM\n"
        f"{caption}\n\n{caption}\n\n\u00a0\n{BODY}\n\nRead more: Price of flour\n\n{MORE}"
    )
    assert kinds(text) == [
        ("banner", "PHOTO / WORLD"),
        ("title", "Gunmen leave customs house to the flames"),
        ("published", "Published: May 4, 1984 01:26 PM"),
        ("caption", caption),
        ("caption", caption),
        ("read_more", "Read more: Price of flour"),
    ]


def test_openings_follow_one_another_without_a_gap() -> None:
    text = f" date 1984-05-04 HARBOUR RADIO| by Ines Marrow: {BODY}"
    found = find_header_lines(text)
    assert [line.kind for line in found] == ["published", "credit", "byline"]
    assert [line.start for line in found] == [1, *(line.end for line in found[:-1])]
    assert text[found[-1].end :] == BODY
    assert [dict(line.parts) for line in found] == [
        {"day": "1984-05-04"},
        {"publisher": "HARBOUR RADIO"},
        {"author": "Ines Marrow"},
    ]


def test_day_alone() -> None:
    assert kinds(f" date 1984-05-04 {BODY}") == [("published", "date 1984-05-04 ")]


def test_telegram() -> None:
    text = (
        "R 200915Z MAR 89\nFM CONSUL PORT VELM\nTO SECSTATE IMMEDIATE\nSUBJECT: FERRY STRIKE, DAY 3\n\n1. "
        + BODY.upper()
    )
    assert [kind for kind, _ in kinds(text)] == ["published", "banner", "banner", "banner"]


def test_release_with_its_number_in_lines_of_another_alphabet_of_breaks() -> None:
    text = (
        "Patrols Find Rifles in Upper Velm\u2028Harbour Command - Velm\u20281999-04-P-007\u2028For Immediate Release"
        f"\u2028\u2028PORT VELM (April 7, 1999) — {BODY}"
    )
    assert [kind for kind, _ in kinds(text)] == ["title", "banner", "banner", "banner", "dateline"]


@pytest.mark.parametrize(
    ("dateline", "parts"),
    [
        ("PORT VELM, May 1 (Harbour News) - ", {"place": "PORT VELM", "day": "May 1", "agency": "Harbour News"}),
        ("PORT VELM - ", {"place": "PORT VELM"}),
        ("GENEVA/KHARTOUM, 3 June 2023 (HNA) — ", {"place": "GENEVA/KHARTOUM", "day": "3 June 2023", "agency": "HNA"}),
        ("KABUL, Afghanistan (Feb. 05, 2011) ", {"place": "KABUL, Afghanistan", "day": "Feb. 05, 2011"}),
        ("SAN SALVADOR, 3 JAN 90 -- [REPORT] [TEXT] ", {"place": "SAN SALVADOR", "day": "3 JAN 90"}),
        ("N'DJAMENA, Chad (AFP) - ", {"place": "N'DJAMENA, Chad", "agency": "AFP"}),
        ("Geneva, 13 February 1987 - ", {"place": "Geneva", "day": "13 February 1987"}),
        ("Baghdad (Harbour News) – ", {"place": "Baghdad", "agency": "Harbour News"}),
        ("TAEGU, Aug. 11.—", {"place": "TAEGU", "day": "Aug. 11"}),
        ("BELFAST. ", {"place": "BELFAST"}),
        ("BEIRUT: ", {"place": "BEIRUT"}),
        ("ST. LOUIS — ", {"place": "ST. LOUIS"}),
        ("PUL-E-KHUMRI, 28 June (MKA) - ", {"place": "PUL-E-KHUMRI", "day": "28 June", "agency": "MKA"}),
        ("BAKU, September 20. KurInform. ", {"place": "BAKU", "day": "September 20", "agency": "KurInform"}),
        ("(Harbour News) - ", {"agency": "Harbour News"}),
        ("[Canal Once] ", {"agency": "Canal Once"}),
    ],
)
def test_datelines(dateline: str, parts: dict[str, str]) -> None:
    text = f"{dateline}{BODY}\n\n{MORE}"
    (line,) = find_header_lines(text)
    assert (line.kind, text[line.start : line.end]) == ("dateline", dateline)
    assert {name: value for name, value in line.parts.items() if name != "text"} == parts
    assert line.parts["text"] == dateline.split(" -- [", maxsplit=1)[0].rstrip(" -–—:")


@pytest.mark.parametrize(
    "opening",
    [
        "South Velm Army (SVA) - once 400 men - ",
        "REPORTER (Harbour Radio): ",
        "THE HOSTAGES WERE MOVED ON 8 MARCH ",
        "NIGHT OF 8 OCTOBER ",
        "On Monday, May 1 (a holiday) - ",
        "The Harbour Courier (1912) - ",
        "Compare 1 May: ",
        "In Velm - ",
    ],
)
def test_what_is_no_dateline(opening: str) -> None:
    assert not [line for line in find_header_lines(opening + BODY) if line.kind == "dateline"]


def test_places_that_head_sections_are_no_datelines() -> None:
    text = f"VELM. {BODY}\n\nMARROW FORD. {MORE}"
    assert not find_header_lines(text)
    assert find_dateline("VELM. " + BODY) is not None


def test_lines_wrapped_at_a_width_are_paragraphs() -> None:
    text = (
        "   PORT VELM, 3 JAN 90 -- [TEXT] GUNMEN HELD THE CUSTOMS HOUSE UNTIL\n"
        "THURSDAY NOON AND THEN LEFT IT TO THE FIRE BRIGADE, A CLERK SAID. THE\n"
        "ATTACK ON 2 JANUARY IS THE THIRD ON THE BUILDING. TO THE CLERK'S MIND IT\n"
        "WAS THE LAST.\n\n"
        "   THREE OF THEM WERE WOUNDED ON THE STAIRS, ACCORDING TO THE CLERK, WHO\n"
        "HID IN THE STRONGROOM WITH THE LEDGERS OF\n"
        "THE HARBOUR.\n"
    )
    assert kinds(text) == [("dateline", "PORT VELM, 3 JAN 90 -- [TEXT] ")]


def test_short_lines_over_wrapped_ones_stay_lines() -> None:
    body = (
        "GUNMEN HELD THE CUSTOMS HOUSE UNTIL THURSDAY NOON AND THEN\n"
        "LEFT IT TO THE FIRE BRIGADE, A CLERK SAID. NOBODY ELSE WAS\n"
    )
    text = f"FM CONSUL PORT VELM\nSUBJECT: FERRY STRIKE\n{body * 3}"
    assert kinds(text) == [("banner", "FM CONSUL PORT VELM"), ("banner", "SUBJECT: FERRY STRIKE")]


def test_title_is_the_one_that_metadata_give() -> None:
    title = "Gunmen leave customs house"
    assert kinds(f"{title}\n{BODY}", title.upper()) == [("title", title)]
    assert kinds(f"Minister condemns the fire at the customs house\n\n{BODY}", title) == []
    assert kinds(f"Minister condemns the fire at the customs house\n\n{BODY}")[0][0] == "title"


def test_captions_are_lines_printed_again_and_again() -> None:
    caption = "Fire engines stand before the customs house in Velm."
    assert [kind for kind, _ in kinds(f"{caption}\n\n{BODY}\n\n{MORE}\n\n{caption}")] == ["caption", "caption"]
    assert [kind for kind, _ in kinds(f"{BODY}\n\n{caption}\n\n{caption}\n\n{MORE}")] == ["caption", "caption"]
    speech = "“Nobody came for us until the Thursday,” she said."
    assert kinds(f"{speech}\n\n{BODY}\n\n{MORE}\n\n{speech}") == []
    far = f"{BODY}\n\n{MORE}\n\n{BODY} It rained.\n\n{MORE} It rained.\n\n{caption}\n\n{BODY} Still.\n\n{caption}"
    assert kinds(far) == []


@pytest.mark.parametrize(
    "bar",
    [
        "Home > World > Coast > Photo",
        "Subscribe | Sign in | Newsletter",
        "Share  Tweet  Print  A-  A+",
        "Share | Print | 14 comments",
    ],
)
def test_bars_of_buttons_and_paths(bar: str) -> None:
    assert kinds(f"{bar}\n\n{BODY}")[0] == ("banner", bar)


def test_body_is_left_alone() -> None:
    text = (
        f"{BODY}\n\nBy Thursday the fire was out.\n\nPublished in Velm, the list has forty names.\n\n"
        f"Source after source denied it.\n\nShare of the blame falls on both.\n\n{MORE}\n\nThe end was quick."
    )
    assert kinds(text) == []


PIECES = (
    "Velm ", "BY ", "By Ines Marrow", "\n", "\r\n", "\u2028", "(Photo: X)", " - ", "May 3, 2001", "PORT VELM", "|", ">",
    "\u00ad", "\t", "date ", "Read more", "-30-", "The ferry sailed. ",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES) | st.characters(), max_size=40).map("".join))
def test_spans_lie_in_the_text_in_order_and_never_overlap(text: str) -> None:
    found = find_header_lines(text)
    end = 0
    for line in found:
        assert end <= line.start < line.end <= len(text)
        assert text[line.start : line.end].strip()
        end = line.end


def test_text_of_one_endless_line_is_no_trouble() -> None:
    for unit in ("AA ", "Aa ", "(Aa", "A/", "[AA] ", "3 May ", "- "):
        assert not [line for line in find_header_lines(unit * 20_000) if line.end - line.start > 400]
