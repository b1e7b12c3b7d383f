"""In the browser codes and QR codes are made and read as on this side: the same cases, the same answers."""

from __future__ import annotations

import io
import random
import re
from typing import Any

import pytest
import segno
import zxingcpp
from PIL import Image
from playwright.sync_api import Page
from segno import consts, encoder

from generator.plans.codes import (
    SIGNS,
    Code,
    Item,
    NotCode,
    course_signs,
    dense,
    module_signs,
    plan_of,
    read_code,
    write_code,
)

COURSE = "tiny"
CHANCE = random.Random(5)
ODD = "\x00\t\n \u00a0\u200b\u202e\u2013\ufeff<>%&'\"\\/.#-_oOiIlLuUé٣💬ſıß1dev"


def codes() -> tuple[Code, ...]:
    """Plans and what was done, short and long, of several versions."""
    made = []
    for count in (1, 2, 3, 7, 31, 32, 60, 100):
        for version in ("dev", "2026.1", "2026.10.2"):
            ids = [module_signs(f"{version}-{count}-{number}") for number in range(count)]
            items = tuple(Item(id_, CHANCE.random() < 0.5, CHANCE.random() < 0.5) for id_ in ids)
            made += [Code("done", version, items), Code("plan", version, tuple(Item(id_) for id_ in ids))]
    return tuple(made)


def texts() -> list[str]:
    """Codes as they are and typed otherwise; with slips in them; and hostile ones."""
    good = [write_code(code, COURSE) for code in codes()]
    found = [*good, *(dense(text) for text in good), *(text.lower().replace("-", " – ") for text in good)]
    for text in [dense(text) for text in good if len(text) < 200]:
        for _ in range(12):
            place = CHANCE.randrange(len(text))
            sign = CHANCE.choice(SIGNS + ODD)
            found += [
                text[:place] + sign + text[place + 1 :],
                text[:place] + text[place + 1 :],
                text[:place] + sign + text[place:],
                text[:place],
            ]
    found += ["".join(CHANCE.choice(ODD + SIGNS) for _ in range(CHANCE.randrange(40))) for _ in range(300)]
    other = [write_code(plan_of((name,), "dev"), name) for name in ("other", "steps")]
    return [*found, *other, "9" * 5_000, "💬" * 1_000, "💬" * 1_001, "-" * 1_001, "hello world", ""]


def as_script(code: Code | NotCode) -> dict[str, Any]:
    """A code in the shape that the script gives."""
    if isinstance(code, NotCode):
        return {"reason": code.reason.value}
    items = [{"module": one.module, "isRead": one.is_read, "isPracticed": one.is_practiced} for one in code.items]
    return {"kind": code.kind, "version": code.version, "items": items}


def test_both_readers_say_the_same_of_every_text(page: Page, course: str) -> None:
    page.goto(course + "plan.html")
    tried = texts()
    read = page.evaluate(
        "([texts, course]) => texts.map((text) => psychoed.parts.codes.read(text, course))",
        [tried, course_signs(COURSE)],
    )
    assert len(tried) > 1_500
    said = [as_script(read_code(text, COURSE)) for text in tried]
    assert {one.get("reason", "good") for one in said} == {
        "good", "empty", "too-long", "not-a-code", "cut-short", "mistyped", "other-course",
    }  # fmt: skip
    assert [(text, mine) for text, mine, theirs in zip(tried, said, read, strict=True) if mine != theirs] == []


def test_both_writers_write_the_same(page: Page, course: str) -> None:
    page.goto(course + "plan.html")
    made = codes()
    written = page.evaluate(
        "([codes, course]) => codes.map((code) => psychoed.parts.codes.write(code, course))",
        [[as_script(code) for code in made], course_signs(COURSE)],
    )
    assert written == [write_code(code, COURSE) for code in made]


# ---------- QR codes ----------


def addresses() -> list[str]:
    """Links of plans of every length, and a few others."""
    link = "https://course.example/2026.1/en/plan.html#"
    plans = [plan_of([f"m{number}" for number in range(count)], "dev") for count in (*range(1, 61, 3), 60, 80, 100)]
    ends = [dense(write_code(plan, COURSE)) for plan in plans]
    return [*(link + end for end in ends), "a", "https://x.example/ä", "0" * 40, "x" * 900, "y" * 2_331]


def segments(text: str) -> Any:
    """How the text should be cut: what ends in many capitals and digits has these by themselves."""
    found = re.search(r"[0-9A-Z $%*+./:-]{16,}$", text)
    parts: list[tuple[str | bytes, int]] = []
    start = text[: found.start()] if found else text
    if start:
        parts.append((start.encode(), consts.MODE_BYTE))
    if found:
        parts.append((found[0], consts.MODE_ALPHANUMERIC))
    return parts


def test_every_qr_code_is_the_one_that_another_encoder_makes(
    page: Page, course: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def to_the_next_byte(buff: Any, version: int, length: int) -> None:
        buff.extend([0] * (-length % 8))

    # Where the bits end with a byte, segno adds eight zeros more than ISO/IEC 18004, 7.4.10, asks for.
    monkeypatch.setattr(encoder, "write_padding_bits", to_the_next_byte)
    page.goto(course + "counselors/assign.html")
    tried = addresses()
    made = page.evaluate(
        """texts => texts.map((text) => {
            const { version, mask, rows } = psychoed.parts.qr.encode(text);
            return { version, mask, rows: rows.map((row) => [...row].join("")) };
        })""",
        tried,
    )
    for text, mine in zip(tried, made, strict=True):
        other = segno.make(segments(text), error="m", micro=False, boost_error=False)
        assert (mine["version"], mine["mask"]) == (other.version, other.mask), text
        assert mine["rows"] == ["".join(str(module) for module in row) for row in other.matrix], text
    assert {one["version"] for one in made} >= {1, 4, 9, 10, 24, 40}


def test_a_text_that_no_qr_code_holds_is_refused(page: Page, course: str) -> None:
    page.goto(course + "counselors/assign.html")
    said = page.evaluate(
        "() => { try { psychoed.parts.qr.encode('y'.repeat(2332)); } catch (error) { return error.name; } }"
    )
    assert said == "RangeError"


@pytest.mark.parametrize("modules", [1, 20, 60, 100])
def test_an_independent_decoder_reads_the_square_on_the_screen(modules: int, page: Page, course: str) -> None:
    page.goto(course + "counselors/assign.html")
    text = "https://course.example/2026.1/en/plan.html#" + dense(
        write_code(plan_of([f"m{number}" for number in range(modules)], "2026.1"), COURSE)
    )
    page.evaluate(
        "text => { const place = document.getElementById('content'); place.textContent = '';"
        " place.className = 'md-typeset'; place.append(psychoed.parts.qr.draw(text, 'square')); }",
        text,
    )
    square = page.locator(".ps-qr")
    assert square.bounding_box()["width"] == 320  # type: ignore[index]
    shown = Image.open(io.BytesIO(square.screenshot()))
    assert [found.text for found in zxingcpp.read_barcodes(shown)] == [text]
    assert square.get_attribute("data-version") == str(segno.make(segments(text), error="m", boost_error=False).version)
