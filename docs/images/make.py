"""Makes the README's pictures anew from a built site: `.venv/bin/python docs/images/make.py` after `make site` and `make test`."""

from __future__ import annotations

import html
import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2
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


def main() -> None:
    """Write lesson.png, sheet.png and errors.png."""
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=find_chromium(), args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        page = browser.new_page(viewport={"width": 360, "height": 720})
        page.goto((ROOT / "site/dev/en/coping-with-cravings/index.html").as_uri())
        page.screenshot(path=HERE / "lesson.png")
        page.set_viewport_size({"width": 592, "height": 300})
        page.set_content(terminal(errors()))
        page.locator("pre").screenshot(path=HERE / "errors.png")
        browser.close()
    sheet = pypdfium2.PdfDocument(ROOT / "site/dev/en/coping-with-cravings/print/handout-letter.pdf")
    sheet[0].render(scale=0.9).to_pil().convert("L").save(HERE / "sheet.png", optimize=True)


if __name__ == "__main__":
    main()
