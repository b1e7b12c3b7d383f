"""clinic.yml → the clinic's own pages, in the patients' tree."""

from __future__ import annotations

from collections.abc import Sequence

from generator import addresses
from generator.clinic.display import address_of, pages_of, with_local_numbers
from generator.course import Build, Facts, Frame
from generator.render.outputs import Page, SearchEntry
from generator.render.web import lay_out
from generator.schema.clinic import ExtraPage


def own_pages(facts: Sequence[Facts], frame: Frame, build: Build) -> tuple[Page, ...]:
    """A page for each that is written in the course's language, or for all languages."""
    return tuple(_page(page, frame, build) for page in pages_of(frame))


def _page(page: ExtraPage, frame: Frame, build: Build) -> Page:
    address, text = address_of(page, frame), with_local_numbers(page.text, frame)
    body = lay_out("extra", addresses.linker(address, "", frame.slug), frame, build, title=page.title, text=text)
    title = frame.outside_title if frame.spec.discreet else page.title
    found = SearchEntry("", page.title, text.words)
    return Page("patients", address, "about", title, text.words, body, search=(found,))
