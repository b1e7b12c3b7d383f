"""A page in one language → the page that stands in for it where another language lacks it: with a notice, and marked."""

from __future__ import annotations

from dataclasses import replace
from html import escape

from generator.course import Frame
from generator.language.names import direction_of
from generator.render.outputs import Page


def lent(page: Page, frame: Frame) -> Page:
    """The page as it stands in the folder that its frame is lent to; itself where it is lent to nobody."""
    if frame.lent is None:
        return page
    notice = frame.lent.notice
    body = f'<div class="ps"><p class="ps-lent" role="note">{escape(notice)}</p></div>'
    body += f'<div lang="{frame.language}" dir="{direction_of(frame.language)}">{page.body}</div>'
    return replace(page, body=body, language=frame.language)
