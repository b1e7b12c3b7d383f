"""The clinic in a course: its name, logo and own phone numbers, as pages and sheets may show them.

In a discreet course neither name nor logo stand where somebody sees them at a glance: the bar at the top, the home
page, a cover. No program can tell whether a logo is neutral. The name then stands inside alone, where the pages say
whose numbers these are.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from generator.checks.outside import telling_words
from generator.clinic.logo import Logo
from generator.course import Frame
from generator.schema.clinic import ROLES, ExtraPage, LocalNumber, Role
from generator.text import RichText, as_written

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Line:
    """A number of the clinic and what it is called; `number` is None where the clinic has not said it."""

    role: Role
    label: str
    number: LocalNumber | None


def lines(frame: Frame) -> tuple[Line, ...]:
    """All that pages and sheets have a place for, known or not."""
    numbers = frame.clinic.numbers
    return tuple(Line(role, frame.strings[f"local_{role}"], getattr(numbers, role)) for role in ROLES)


def known_lines(frame: Frame) -> tuple[Line, ...]:
    """The numbers that the clinic has."""
    return tuple(line for line in lines(frame) if line.number)


def name_at_head(frame: Frame) -> str:
    """The clinic's name where it is seen at a glance; empty in a discreet course, and where there is none."""
    return "" if frame.spec.discreet else frame.clinic.name or ""


def name_outside(frame: Frame) -> str:
    """The name for covers: where topics may be seen there, or where no word of the name tells."""
    name = name_at_head(frame)
    tells = any(telling_words(name, frame.strings["never_outside"]))
    return name if frame.topics_outside or not tells else ""


def logo_of(frame: Frame) -> Logo | None:
    """The logo, unless the course is discreet."""
    return None if frame.spec.discreet else frame.logo


def alt_of_logo(frame: Frame) -> str:
    """What the logo says to those who do not see it."""
    return frame.clinic.name or frame.strings["local_logo"]


def on_call(frame: Frame) -> str:
    """The on-call line as a link with its label in front, as HTML; empty where the clinic has not said it."""
    (line,) = (line for line in lines(frame) if line.role == "on_call")
    if line.number is None:
        return ""
    link = f'<a href="tel:{line.number.dial}">{html.escape(line.number.shown)}</a>'
    hours = f" {html.escape(line.number.hours)}" if line.number.hours else ""
    return f"{html.escape(line.label)}: {link}{hours}"


def pages_of(frame: Frame) -> tuple[ExtraPage, ...]:
    """The clinic's own pages, in the file's order: each in this language, or else in the one that it is there in."""
    own = tuple(page for page in frame.clinic.pages if page.language in (None, frame.language))
    first: dict[str, ExtraPage] = {}
    for page in frame.clinic.pages:
        first.setdefault(page.id, page)
    there = {page.id for page in own}
    return tuple(
        page for page in frame.clinic.pages if page in own or (page.id not in there and first[page.id] is page)
    )


def address_of(page: ExtraPage, frame: Frame) -> str:
    """Where a page of its own stands; in a discreet course the address says nothing."""
    return f"{frame.slug(page.id)}.html"


def with_local_numbers(text: str, frame: Frame) -> RichText:
    """Put `[555-0100](tel:+15550100)` in the place of `{on_call}`; a rule has made sure that the number is there."""

    def link(found: re.Match[str]) -> str:
        number = getattr(frame.clinic.numbers, found[1], None)
        return f"[{as_written(number.shown)}](tel:{number.dial})" if isinstance(number, LocalNumber) else found[0]

    return RichText(PLACEHOLDER.sub(link, text))
