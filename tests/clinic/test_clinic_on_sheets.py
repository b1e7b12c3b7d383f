"""A clinic with everything set: its papers, numbers, name and logo on printed sheets and covers."""

from __future__ import annotations

import io
import json
import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pytest
from PIL import ImageOps

from generator.clinic.display import name_outside
from generator.engines.pdf import set_sheets
from generator.order import Order, Place
from generator.render.print.sheets import sheets
from generator.study import build_of
from tests.clinic.laid_out import frame_in, laid_out, module_in, packet_of
from tests.conftest import COURSES, ROOT


def test_its_papers_editions_title_and_address_are_those_of_every_sheet(place: Place) -> None:
    frame = frame_in(place)
    made = sheets(module_in(place), frame, build_of(Order(), frame.spec))
    assert {sheet.address.rpartition("-a4-")[2] for sheet in made} == {"large.pdf", "large-form.pdf"}
    for sheet in made:
        payload = json.loads(sheet.payload)
        assert [line["shown"] for line in payload["local"]] == ["555-0100", "555-0199", "555-0155"]
        assert payload["parts"][0]["head"]["house"] == "Riverside Program"
        assert payload["parts"][0]["head"]["address"].startswith("riverside.example/course/")
    assert frame.outside_title == "Evening Class"


def printed(place: Place) -> list[str]:
    """What a handout, a poster and a guide say, page after page."""
    frame = frame_in(place)
    build = replace(build_of(Order(), frame.spec), papers=("letter",), editions=("standard",))
    wanted = [
        sheet
        for sheet in sheets(module_in(place), frame, build)
        if re.search(r"(handout|poster|guide)-letter\.pdf$", sheet.address)
    ]
    return ["\f".join(page.extract_text() for page in _pages(file.content)) for file in set_sheets(wanted)]


def _pages(content: bytes) -> Any:
    return pypdf.PdfReader(io.BytesIO(content)).pages


def test_handout_and_poster_have_the_on_call_line_on_every_page_and_no_page_more(place: Place, tiny: Place) -> None:
    ours, bare = printed(place), printed(tiny)
    assert [text.count("\f") for text in ours] == [text.count("\f") for text in bare]
    for text in ours:
        assert all("On-call line: 555-0100" in " ".join(side.split()) for side in text.split("\f"))
    for text in bare:
        # A line to write on, once a sheet; the guide has it beside the signs to watch for, too.
        assert 1 <= text.count("On-call line:") <= 2 and "555-0100" not in text
    assert any("Medical staff: 555-0155" in " ".join(text.split()) for text in ours)


def cards(place: Place) -> list[str]:
    """What the wallet cards say, page after page."""
    frame = frame_in(place)
    build = replace(build_of(Order(), frame.spec), papers=("letter",), editions=("standard", "large"))
    made = sheets(module_in(place), frame, build)
    files = set_sheets([sheet for sheet in made if re.search(r"cards-letter(-large)?\.pdf$", sheet.address)])
    return [page.extract_text() for file in files for page in _pages(file.content)]


def test_a_wallet_card_has_the_on_call_line_and_takes_no_more_paper(place: Place, tiny: Place) -> None:
    ours, bare = cards(place), cards(tiny)
    assert len(ours) == len(bare) > 2
    for page in ours:
        told = " ".join(page.split())
        assert told.count("On-call line: 555-0100") == told.count("Call or text 988 any time.") >= 1
    assert not any("On-call" in page for page in bare)


def test_a_cover_has_the_name_and_the_logo_where_topics_may_be_seen(place: Place, tmp_path: Path) -> None:
    assert packet_of(place)["house"] == "Riverside Program" and packet_of(place)["logo"] is None
    told = laid_out(tmp_path)
    clinic = told.course / "clinic.yml"
    clinic.write_text(clinic.read_text("utf-8").replace("Evening Class", "Evening Class\n  topics: true"), "utf-8")
    assert packet_of(told)["logo"] == (COURSES / "clinic" / "logo.svg").read_text("utf-8")


def test_a_name_that_tells_is_on_no_cover(tmp_path: Path) -> None:
    place = laid_out(tmp_path)
    clinic = place.course / "clinic.yml"
    clinic.write_text(clinic.read_text("utf-8").replace("Riverside Program", "Riverside Recovery"), "utf-8")
    assert name_outside(frame_in(place)) == ""
    assert packet_of(place)["house"] is None


LONGEST = "numbers:\n  on_call:\n    shown: 1 (800) 555-0100 extension 12345, pager\n    dial: '18005550100'\n    verified_on: 2026-11-20\n"


LEAST_MARGIN = 18.9  # mm of white below the last line; three quarters of an inch, and what a pixel may take


@pytest.mark.parametrize("clinic", ["numbers:\n", LONGEST], ids=["a line to write on", "the longest number"])
def test_the_foot_of_a_sheet_stays_off_the_edge_of_the_paper(clinic: str, tmp_path: Path) -> None:
    # The shipped course: its crisis line is longer than that of the tests.
    shutil.copytree(ROOT / "modules", tmp_path / "modules")
    (tmp_path / "modules" / "clinic.yml").write_text(clinic, "utf-8")
    place = Place(tmp_path / "modules", ROOT / "mkdocs.yml", tmp_path / "site")
    build = replace(build_of(Order(), frame_in(place).spec), papers=("a4",), editions=("standard", "large"))
    wanted = re.compile(r"(handout|worksheet-1)-a4(-large)?\.pdf$")
    made = sheets(module_in(place, "stress"), frame_in(place), build)
    found = [sheet for sheet in made if wanted.search(sheet.address)]
    assert len(found) == 4
    for file in set_sheets(found):
        assert "On-call line" in " ".join(_pages(file.content)[0].extract_text().split())
        for side in pypdfium2.PdfDocument(file.content):
            drawn = ImageOps.invert(side.render(scale=2).to_pil().convert("L")).point(lambda dark: 255 * (dark > 127))
            assert (drawn.height - drawn.getbbox()[3]) / 2 / 72 * 25.4 >= LEAST_MARGIN, file.path
