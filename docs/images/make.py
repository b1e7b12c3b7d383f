"""Makes the README's pictures anew from a built site: `.venv/bin/python docs/images/make.py` after `make site` and `make test`."""

from __future__ import annotations

import html
import subprocess
import sys
import tempfile
from pathlib import Path

import fontpkg_atkinson_hyperlegible
import pypdfium2
from PIL import Image, ImageDraw, ImageFont
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
HERE = ROOT / "docs" / "images"
sys.path.insert(0, str(ROOT))

from tests.browser.chromium import find_chromium  # noqa: E402

BROKEN = {
    "today:": "todday:",
    "        feedback:": "        feedbak:",
    "track: core": "track: coer",
    "message: S-BODY": "message: S-BDOY",
}

PRINTED = ROOT / "site/dev/en"
SHEETS = {
    "Handout": "coping-with-cravings/print/02-handout",
    "Whole lesson": "coping-with-cravings/print/02-lesson",
    "Worksheet 1": "coping-with-cravings/print/02-worksheet-1",
    "Worksheet 2": "coping-with-cravings/print/02-worksheet-2",
    "Quiz": "coping-with-cravings/print/02-quiz",
    "Wallet cards": "coping-with-cravings/print/02-cards",
    "Poster": "coping-with-cravings/print/02-poster",
    "Facilitator guide": "counselors/coping-with-cravings/print/02-guide",
}
FOR_COUNSELORS = {
    "Role-play cards": "counselors/coping-with-cravings/print/02-role-plays",
    "Group agreement": "counselors/print/agreement",
    "Every group": "counselors/print/every-group",
    "Week sheets": "counselors/print/weeks-1",
    "Wall calendar, 3 days a week": "counselors/print/calendar-1",
    "4 days a week": "counselors/print/calendar-2",
    "5 days, stepping down": "counselors/print/calendar-3",
}
PAPERS = {"Letter": "letter", "A4": "a4"}
EDITIONS = {
    "Standard": "",
    "Easy copy": "-copy",
    "Large print": "-large",
    "Form": "-form",
    "Large-print form": "-large-form",
}
WIDE, GAP, LINE = 1600, 14, 30
"""Dots: a contact sheet, between two thumbnails, a line of words."""


def errors() -> str:
    """What `psychoed check` says of a module with four mistakes in it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "modules"
        subprocess.run(["cp", "-r", str(ROOT / "modules"), name], check=True)
        module = folder / "en" / "stress.yml"
        text = module.read_text(encoding="utf-8")
        for old, new in BROKEN.items():
            text = text.replace(old, new, 1)
        module.write_text(text, encoding="utf-8")
        words = [sys.executable, "-m", "generator", "--course", str(folder), "--site", f"{name}/site", "check"]
        return subprocess.run(words, capture_output=True, text=True, check=False, cwd=ROOT).stderr


def terminal(text: str) -> str:
    """The words as they stand in a terminal."""
    style = "margin:0;padding:16px;width:560px;background:#16191d;color:#e8e6e1;font:13px/1.5 monospace;white-space:pre-wrap"
    return f'<body style="margin:0"><pre style="{style}">$ make check\n{html.escape(text)}</pre></body>'


def first_page(file: Path, width: int) -> Image.Image:
    """The first page of a sheet in grey, with a line around it where it has white edges."""
    page = pypdfium2.PdfDocument(file)[0]
    drawn = page.render(scale=2 * width / page.get_width(), grayscale=True).to_pil().reduce(2)
    ImageDraw.Draw(drawn).rectangle((0, 0, drawn.width - 1, drawn.height - 1), outline=150)
    return drawn


def written(words: str, size: int, bold: bool = False) -> Image.Image:
    """Words on white, as wide as they are."""
    name = f"AtkinsonHyperlegible-{'Bold' if bold else 'Regular'}.ttf"
    font = ImageFont.truetype(Path(fontpkg_atkinson_hyperlegible.ROOT) / "files" / name, size)
    drawn = Image.new("L", (round(font.getlength(words)) + 2, LINE), 255)
    ImageDraw.Draw(drawn).text((1, LINE - 8), words, font=font, fill=0, anchor="ls")
    return drawn


def kinds(sheets: dict[str, str]) -> Image.Image:
    """The first page of each sheet under its name, four in a row."""
    width = (WIDE - 5 * GAP) // 4
    height = LINE + round(width * 11 / 8.5) + 2 * GAP
    whole = Image.new("L", (WIDE, 2 * height + GAP), 255)
    for place, (name, file) in enumerate(sheets.items()):
        left, top = GAP + place % 4 * (width + GAP), GAP + place // 4 * height
        whole.paste(written(name, 22, bold=True), (left, top))
        whole.paste(first_page(PRINTED / f"{file}-letter.pdf", width), (left, top + LINE))
    return whole


def editions() -> Image.Image:
    """The first page of each sheet in each edition on each paper: a row for each kind, a column for each edition."""
    columns = [(edition, paper) for edition in EDITIONS for paper in PAPERS]
    width = (WIDE - (len(columns) + 1) * GAP) // len(columns)
    head, height = 2 * LINE, LINE + round(width * 297 / 210) + GAP
    whole = Image.new("L", (WIDE, head + len(SHEETS) * height + GAP), 255)
    for column, (edition, paper) in enumerate(columns):
        left = GAP + column * (width + GAP)
        if column % len(PAPERS) == 0:
            whole.paste(written(edition, 20, bold=True), (left, 0))
        whole.paste(written(paper, 18), (left, LINE - 4))
        for row, (name, file) in enumerate(SHEETS.items()):
            top = head + row * height
            if column == 0:
                whole.paste(written(name, 18, bold=True), (left, top))
            sheet = PRINTED / f"{file}-{PAPERS[paper]}{EDITIONS[edition]}.pdf"
            if sheet.exists():
                whole.paste(first_page(sheet, width), (left, top + LINE))
    return whole


def saved(picture: Image.Image, name: str) -> None:
    """A picture in sixteen greys."""
    picture.quantize(16).save(HERE / name, optimize=True)


def main() -> None:
    """Write lesson.png, counselors.png, sheet.png, errors.png and the three contact sheets."""
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=find_chromium(), args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        page = browser.new_page(viewport={"width": 360, "height": 720})
        page.goto((ROOT / "site/dev/en/coping-with-cravings/index.html").as_uri())
        page.screenshot(path=HERE / "lesson.png")
        page.set_viewport_size({"width": 1000, "height": 640})
        page.goto((ROOT / "site/dev/en/counselors/index.html").as_uri())
        page.screenshot(path=HERE / "counselors.png")
        page.set_viewport_size({"width": 592, "height": 300})
        page.set_content(terminal(errors()))
        page.locator("pre").screenshot(path=HERE / "errors.png")
        browser.close()
    page = pypdfium2.PdfDocument(PRINTED / f"{SHEETS['Handout']}-letter.pdf")[0]
    saved(page.render(scale=0.9, grayscale=True).to_pil(), "sheet.png")
    saved(kinds(SHEETS), "contact-sheet.png")
    saved(kinds(FOR_COUNSELORS), "contact-sheet-counselors.png")
    saved(editions(), "contact-sheet-editions.png")


if __name__ == "__main__":
    main()
