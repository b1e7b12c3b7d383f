"""Any text an author writes comes out as itself: on the page, in the frame around it, and on paper."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from generator.build import build_course
from generator.order import Order, Place
from generator.text import TextError, parse, plain, to_html
from tests.test_build import change

HOSTILE = (
    "<script>alert(1)</script>",
    "# *[x](y)",
    "{{ 7 * 7 }} {% raw %}",
    '#read("/etc/passwd") $x$ @ref <label> // no',
    "</title><img src=x onerror=alert(1)>",
    "&lt;b&gt; &amp; “a” 'b' \"c\"",
    "--- --: |a|b| `code` ~~~ \\n",
)

# Characters that Markdown gives a meaning, mixed with plain ones.
MARKED = st.text(st.sampled_from("ab *_[]()<>#&\"'`~!|{}$@\\-+.:/=ñé—“”"), min_size=1, max_size=60)
PLAIN = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co")), min_size=1, max_size=60)


def shown(page: str) -> str:
    """What a reader sees of HTML."""
    return html.unescape(re.sub(r"<[^>]*>", "", page))


@given(MARKED | PLAIN)
@settings(max_examples=400, deadline=None)
def test_text_becomes_html_whose_words_are_its_own_words(text: str) -> None:
    try:
        nodes = parse(text)
    except TextError:
        return
    page = to_html(nodes, lambda target: target)
    assert "".join(shown(page).split()) == "".join(plain(nodes).split())
    assert set(re.findall(r"</?([a-z]+)", page)) <= {"p", "ul", "ol", "li", "strong", "a", "br"}
    assert "javascript:" not in "".join(re.findall(r'href="([^"]*)"', page)).lower()


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_title_comes_out_as_itself_on_web_and_paper(text: str, tiny: Place) -> None:
    quoted = "'" + text.replace("'", "''") + "'"
    module = tiny.course / "en" / "another-thing.yml"
    change(module, re.search(r"^title: .*$", module.read_text(encoding="utf-8"), re.M)[0], f"title: {quoted}")  # type: ignore[index]
    change(tiny.course / "course.yml", "title: Tiny", f"title: {quoted}")
    result = build_course(tiny, replace(Order(jobs=1), formats=("web", "print")))
    assert result.good, [str(problem) for problem in result.problems]
    for name in (
        "another-thing/index.html",
        "index.html",
        "glossary.html",
        "another-thing/one-line.html",
        "counselors/another-thing/index.html",
    ):
        page = (tiny.site / "dev/en" / name).read_text(encoding="utf-8")
        assert text in shown(page) or "".join(text.split()) in "".join(shown(page).split()), name
        assert "<script>alert" not in page and "onerror=alert(1)>" not in page, name
        assert text in html.unescape(re.search(r"<title>(.*?)</title>", page, re.S)[1]), name  # type: ignore[index]
    for sheet in ("handout", "quiz"):
        assert "".join(text.split()) in paper(tiny.site / f"dev/en/another-thing/print/02-{sheet}-letter.pdf")


def paper(path: Path) -> str:
    reader = PdfReader(BytesIO(path.read_bytes()))
    return "".join("".join(page.extract_text().split()) for page in reader.pages)
